// Tokens: what they are, their flags and hashes; and that the fast tokeniser agrees with the plain
// one.
#include <gtest/gtest.h>

#include <cstring>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "plain_tokenizer.h"
#include "text/text.h"

namespace dateline::text {
namespace {

std::vector<std::string> words_of(std::string_view text) {
  Tokens tokens;
  tokenize(text, tokens);
  std::vector<std::string> words;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) words.emplace_back(tokens.of(i, text));
  return words;
}

std::uint16_t flags_of(std::string_view text, std::uint32_t token) {
  Tokens tokens;
  tokenize(text, tokens);
  return tokens.flags.at(token);
}

std::uint32_t hash_of(std::string_view text, std::uint32_t token = 0) {
  Tokens tokens;
  tokenize(text, tokens);
  return tokens.hash.at(token);
}

using Words = std::vector<std::string>;

// The text lies in a heap buffer of its exact size, so that the sanitizer sees any overrun.
void expect_agreement(const std::string& text) {
  const std::unique_ptr<char[]> exact(new char[text.size()]);
  if (!text.empty()) std::memcpy(exact.get(), text.data(), text.size());
  const std::string_view view(exact.get(), text.size());
  Tokens fast;
  tokenize(view, fast);
  std::vector<test::PlainToken> seen;
  for (std::uint32_t i = 0; i < fast.size(); ++i) {
    seen.push_back({fast.begin[i], fast.end[i], fast.flags[i], fast.hash[i]});
  }
  ASSERT_EQ(seen.size(), fast.hash.size());
  ASSERT_EQ(seen, test::PlainTokenizer(view).run()) << "text: " << text;
}

TEST(Tokens, split_letters_digits_and_marks_as_finely_as_possible) {
  EXPECT_EQ(words_of("the 22nd of May"), (Words{"the", "22", "nd", "of", "May"}));
  EXPECT_EQ(words_of("al-Assad"), (Words{"al", "-", "Assad"}));
  EXPECT_EQ(words_of("U.S."), (Words{"U", ".", "S", "."}));
  EXPECT_EQ(words_of("$3.5m, (12/31/2013)"),
            (Words{"$", "3", ".", "5", "m", ",", "(", "12", "/", "31", "/", "2013", ")"}));
}

TEST(Tokens, keep_a_possessive_s_as_one_token) {
  EXPECT_EQ(words_of("Syria's army"), (Words{"Syria", "'s", "army"}));
  EXPECT_EQ(words_of("Syria’s army"), (Words{"Syria", "’s", "army"}));
  EXPECT_EQ(words_of("it's"), (Words{"it", "'s"}));
  EXPECT_EQ(words_of("O'sullivan"), (Words{"O", "'", "sullivan"}));
  EXPECT_EQ(words_of("the 1990's"), (Words{"the", "1990", "'", "s"}));
  EXPECT_EQ(words_of("the 's"), (Words{"the", "'", "s"}));
  EXPECT_EQ(flags_of("Syria’s", 1), is_word | glued | non_ascii);
}

TEST(Tokens, hold_letters_of_all_scripts_with_their_marks) {
  EXPECT_EQ(words_of("Élysée"), (Words{"Élysée"}));
  EXPECT_EQ(words_of("Ca\u0301diz"), (Words{"Ca\u0301diz"}));
  EXPECT_EQ(words_of("Москва и Ελλάδα"), (Words{"Москва", "и", "Ελλάδα"}));
}

TEST(Tokens, see_invisible_characters_as_part_of_a_word_but_not_of_its_hash) {
  EXPECT_EQ(words_of("gov\u00ADern\u200Bment\u200B said"),
            (Words{"gov\u00ADern\u200Bment", "said"}));
  EXPECT_EQ(hash_of("gov\u00ADern\u200Bment"), hash_folded("government"));
}

TEST(Tokens, take_unicode_blanks_for_blanks) {
  EXPECT_EQ(words_of("5\u00A0May\u2003and\u3000on"), (Words{"5", "May", "and", "on"}));
  EXPECT_EQ(flags_of("5\u00A0May", 1) & glued, 0);
}

TEST(Tokens, tell_case) {
  EXPECT_EQ(flags_of("May", 0), is_word | starts_upper);
  EXPECT_EQ(flags_of("UNITED", 0), is_word | starts_upper | all_upper);
  EXPECT_EQ(flags_of("A", 0), is_word | starts_upper | all_upper);
  EXPECT_EQ(flags_of("iPhone", 0), is_word);
  EXPECT_EQ(flags_of("ÉLYSÉE", 0), is_word | starts_upper | all_upper | non_ascii);
  EXPECT_EQ(flags_of("INTERNATIONALlY", 0), is_word | starts_upper);
  EXPECT_EQ(flags_of("北京", 0), is_word | non_ascii);
}

TEST(Tokens, tell_what_stands_before_them) {
  EXPECT_EQ(flags_of("a", 0) & glued, 0);
  EXPECT_EQ(flags_of("a.", 1), is_mark | glued);
  EXPECT_EQ(flags_of("a .", 1), is_mark);
  EXPECT_EQ(flags_of("a\r\n1", 1), is_number | after_newline);
  EXPECT_EQ(flags_of("a\n \t\r\n1", 1), is_number | after_newline | after_blank_line);
  EXPECT_EQ(flags_of("\n\na", 0) & (after_newline | after_blank_line),
            after_newline | after_blank_line);
}

TEST(Tokens, hash_as_their_folded_text) {
  EXPECT_EQ(hash_of("Élysée"), hash_folded("elysee"));
  EXPECT_EQ(hash_of("GOVERNMENTAL"), hash_folded("governmental"));
  EXPECT_EQ(hash_of("Gießen"), hash_folded("giessen"));
  EXPECT_EQ(hash_of("2013"), hash_folded("2013"));
  EXPECT_EQ(hash_of("["), hash_folded("["));
  EXPECT_EQ(hash_of("–"), hash_folded("-"));
  EXPECT_EQ(hash_of("“"), hash_folded("\""));
  EXPECT_EQ(hash_of("Syria’s", 1), hash_folded("'s"));
  EXPECT_NE(hash_folded("may"), hash_folded("mays"));
  EXPECT_NE(hash_folded("governor"), hash_folded("governo"));
}

TEST(Tokens, reuse_the_buffers_without_old_content) {
  Tokens tokens;
  tokenize("one two three", tokens);
  tokenize("four", tokens);
  EXPECT_EQ(tokens.size(), 1u);
  EXPECT_EQ(tokens.hash.size(), 1u);
}

TEST(Tokens, of_a_span_are_those_inside_it) {
  Tokens tokens;
  tokenize("one two three", tokens);
  EXPECT_EQ(tokens_in(tokens, {0, 13}), (TokenRange{0, 3}));
  EXPECT_EQ(tokens_in(tokens, {1, 8}), (TokenRange{1, 2}));
  EXPECT_EQ(tokens_in(tokens, {4, 7}), (TokenRange{1, 2}));
  EXPECT_TRUE(tokens_in(tokens, {5, 6}).empty());
  EXPECT_TRUE(tokens_in(tokens, {13, 13}).empty());
}

TEST(Tokens, agree_with_the_plain_tokenizer_on_texts_made_by_hand) {
  const std::vector<std::string> texts = {"",
                                          "a",
                                          "'s",
                                          "a's",
                                          "a'S",
                                          "a''s",
                                          "a’s’s",
                                          "x\u02BCs",
                                          "Qur\u02BEan",
                                          "A\u0301",
                                          "\u0301a",
                                          "1\u0301",
                                          "a\u200B's",
                                          "a's\u200B",
                                          "abcdefgh's",
                                          "abcdefghi",
                                          "ABCDEFGHi",
                                          "ABCDEFGH",
                                          "abcdefgé",
                                          "é",
                                          "a\xC3",
                                          "\xFF",
                                          "a\xE2\x80",
                                          "½ № ﬁne",
                                          "\u0085a\u2028b",
                                          "a\n\u00A0\nb",
                                          "a\f\v\nb",
                                          std::string("a\0b", 3),
                                          "`s a`s",
                                          "x´s"};
  for (const auto& text : texts) expect_agreement(text);
}

TEST(Tokens, agree_with_the_plain_tokenizer_on_random_texts) {
  const std::vector<std::string> pieces = {"a",
                                           "Z",
                                           "s",
                                           "S",
                                           "'",
                                           "’",
                                           " ",
                                           "\n",
                                           "\r",
                                           "\t",
                                           ".",
                                           "-",
                                           "0",
                                           "7",
                                           "[",
                                           "`",
                                           "é",
                                           "É",
                                           "ß",
                                           "İ",
                                           "\u0301",
                                           "\u00AD",
                                           "\u200B",
                                           "\u00A0",
                                           "Ж",
                                           "ж",
                                           "中",
                                           "\u02BF",
                                           "\u02BC",
                                           "😀",
                                           "–",
                                           "…",
                                           "\x80",
                                           "\xE2",
                                           "\xF0\x9F",
                                           "government",
                                           "INTERNATIONAL",
                                           "’s",
                                           "'s ",
                                           "2013"};
  std::mt19937 random(20131122);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    const auto count = random() % 24;
    for (std::uint32_t i = 0; i < count; ++i) text += pieces[random() % pieces.size()];
    expect_agreement(text);
  }
}

TEST(Tokens, agree_with_the_plain_tokenizer_on_every_character) {
  std::string text;
  for (utf8proc_int32_t code = 1; code < 0x3100; ++code) {
    utf8proc_uint8_t bytes[4];
    const auto size = utf8proc_encode_char(code, bytes);
    text = "b";
    text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
    text += "s ";
    text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
    expect_agreement(text);
  }
}

TEST(Tokens, agree_with_the_plain_tokenizer_on_long_random_texts) {
  const std::vector<std::string> pieces = {
      "a",    "government", "INTERNATIONAL", "'s",        "'s ",    "s", "`",  ".", ",",      " ",
      "  ",   "\n",         "\n\n",          "\r\n",      "2013",   "é", "’s", "“", "\u00A0", "-",
      "\x7F", "abcdefg",    "abcdefgh",      "abcdefghi", "Zürich "};
  std::mt19937 random(7);
  for (int round = 0; round < 400; ++round) {
    std::string text;
    const auto ascii_only =
        round % 2 == 0;  // runs of many blocks, and runs that end at every place
    while (text.size() < random() % 6000) {
      const auto& piece = pieces[random() % pieces.size()];
      if (!ascii_only || static_cast<signed char>(piece[0]) >= 0) text += piece;
    }
    expect_agreement(text);
  }
}

TEST(Tokens, agree_with_the_plain_tokenizer_where_no_blank_comes_for_long) {
  expect_agreement(std::string(70000, 'x'));
  expect_agreement(std::string(5000, '.') + "é" + std::string(5000, '7') + "’s");
  expect_agreement(std::string(64, 'x') + "'s " + std::string(63, 'y') + "'s");
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "ab";
  expect_agreement(text + "é's");
}

TEST(Tokens, survive_more_tokens_than_a_batch) {
  std::string text;
  std::string other;
  for (int i = 0; i < 1000; ++i) {
    text += "word, ";
    other += "Ürümqi, ";
  }
  expect_agreement(text);
  expect_agreement(other);
}

}  // namespace
}  // namespace dateline::text
