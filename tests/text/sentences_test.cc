// Sentences: where they end and where they do not. In these tests the hints come from a short list
// of words.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "text/text.h"

namespace dateline::text {
namespace {

std::uint8_t hint_for(const std::string& word) {
  if (word == "gen" || word == "mr" || word == "dec") return abbreviation_hint;
  if (word == "no") return before_number_hint;
  if (word == "the" || word == "but" || word == "a") return opener_hint;
  if (word == "ill") return capital_hint;
  return 0;
}

std::vector<std::string> split(std::string_view text) {
  Tokens tokens;
  tokenize(text, tokens);
  std::vector<std::uint8_t> hints;
  for (std::uint32_t i = 0; i < tokens.size(); ++i)
    hints.push_back(hint_for(fold(tokens.of(i, text))));
  std::vector<std::string> found;
  std::uint32_t expected = 0;
  for (const auto sentence : sentences(text, tokens, {0, tokens.size()}, hints)) {
    EXPECT_EQ(sentence.first, expected) << "sentences tile the range";
    expected = sentence.last;
    const auto begin = tokens.begin[sentence.first];
    found.emplace_back(text.substr(begin, tokens.end[sentence.last - 1] - begin));
  }
  EXPECT_EQ(expected, tokens.size());
  return found;
}

using Found = std::vector<std::string>;

TEST(Sentences, end_at_full_stops_questions_and_calls) {
  EXPECT_EQ(split("The dam broke. Who knew? Nobody! 3 men left."),
            (Found{"The dam broke.", "Who knew?", "Nobody!", "3 men left."}));
}

TEST(Sentences, keep_the_quotes_and_brackets_that_close_them) {
  EXPECT_EQ(
      split("“We left.” Then it fell. (It was late.) He said: \"No.\" \"Yes.\""),
      (Found{"“We left.”", "Then it fell.", "(It was late.)", "He said: \"No.\"", "\"Yes.\""}));
}

TEST(Sentences, go_on_in_lower_case) {
  EXPECT_EQ(split("“Why?” he asked. He waited... and left."),
            (Found{"“Why?” he asked.", "He waited... and left."}));
  EXPECT_EQ(split("Yahoo! said so."), (Found{"Yahoo! said so."}));
}

TEST(Sentences, do_not_end_after_abbreviations) {
  EXPECT_EQ(split("Gen. Mora met Mr. Lind on Dec. 5 there. They ate."),
            (Found{"Gen. Mora met Mr. Lind on Dec. 5 there.", "They ate."}));
}

TEST(Sentences, end_after_an_abbreviation_before_an_opener) {
  EXPECT_EQ(split("He was there in Dec. The gate shut."),
            (Found{"He was there in Dec.", "The gate shut."}));
}

TEST(Sentences, take_some_words_for_abbreviations_only_with_a_capital) {
  EXPECT_EQ(split("At Cairo, Ill. Mora fell ill. Lind left."),
            (Found{"At Cairo, Ill. Mora fell ill.", "Lind left."}));
}

TEST(Sentences, do_not_end_after_no_before_a_number_only) {
  EXPECT_EQ(split("Pump No. 5 failed. Was it late? No. Five came."),
            (Found{"Pump No. 5 failed.", "Was it late?", "No.", "Five came."}));
}

TEST(Sentences, do_not_end_after_initials) {
  EXPECT_EQ(split("It was J. Smith. He left."), (Found{"It was J. Smith.", "He left."}));
  EXPECT_EQ(split("It was J. A. Smith."), (Found{"It was J. A. Smith."}));
}

TEST(Sentences, end_after_a_dotted_acronym_only_before_an_opener) {
  EXPECT_EQ(split("U.S. President Orr came."), (Found{"U.S. President Orr came."}));
  EXPECT_EQ(split("He is in the U.S. The army left."),
            (Found{"He is in the U.S.", "The army left."}));
  EXPECT_EQ(split("At 5 p.m. the gate shut."), (Found{"At 5 p.m. the gate shut."}));
}

TEST(Sentences, do_not_end_between_a_dotted_acronym_and_a_bracket_or_dash) {
  EXPECT_EQ(split("NEWARK, N.J. (AW) - A gate shut."), (Found{"NEWARK, N.J. (AW) - A gate shut."}));
  EXPECT_EQ(split("PORT OF SPAIN, T.T. – A gate shut."),
            (Found{"PORT OF SPAIN, T.T. – A gate shut."}));
  EXPECT_EQ(split("He left the U.S. \"We saw him.\""),
            (Found{"He left the U.S.", "\"We saw him.\""}));
}

TEST(Sentences, do_not_end_inside_numbers_and_addresses) {
  EXPECT_EQ(split("It rose 3.5 percent at example.com today."),
            (Found{"It rose 3.5 percent at example.com today."}));
}

TEST(Sentences, do_not_end_after_the_number_of_a_list) {
  EXPECT_EQ(split("1. The talks failed."), (Found{"1. The talks failed."}));
  EXPECT_EQ(split("It was in 2013. The talks failed."),
            (Found{"It was in 2013.", "The talks failed."}));
}

TEST(Sentences, end_at_a_blank_line_but_not_at_a_line_break) {
  EXPECT_EQ(split("Dam fails\n\nThe dam\nfailed"), (Found{"Dam fails", "The dam\nfailed"}));
  EXPECT_EQ(split("He met Gen.\n\nmora"), (Found{"He met Gen.", "mora"}));
}

TEST(Sentences, end_before_letters_without_case) {
  EXPECT_EQ(split("انهار السد. هرب الناس."), (Found{"انهار السد.", "هرب الناس."}));
}

TEST(Sentences, of_part_of_a_text_stay_in_it) {
  const std::string_view text = "One. Two. Three.";
  Tokens tokens;
  tokenize(text, tokens);
  const auto found = sentences(text, tokens, {2, 4}, {});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0], (TokenRange{2, 4}));
  EXPECT_TRUE(sentences(text, tokens, {2, 2}, {}).empty());
}

}  // namespace
}  // namespace dateline::text
