// The room of bytes and characters: UTF-8, lines, tokens, sentences, folding. Knows nothing of
// rules or news.
//
// A token is a run of letters, a run of digits, or one other visible character: "22nd" is two
// tokens, "al-Assad" three, "U.S." four. What stood between tokens is kept as flags, so that
// nothing has to be looked up again in the text. A possessive or contracted 's (also with U+2019)
// after a word is one token.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/span.h"

namespace dateline::text {

// ---- UTF-8

// Where `bytes` is not valid UTF-8, each bad byte becomes U+FFFD. `repaired` counts them.
struct Utf8 {
  std::string text;
  std::size_t repaired = 0;
};
[[nodiscard]] bool is_utf8(std::string_view bytes);
[[nodiscard]] Utf8 repair_utf8(std::string bytes);

// ---- Bytes, eight at a time

// Bytes [at, at+8) of `text` as a little-endian number; zeros after its end.
[[nodiscard]] inline std::uint64_t load_chunk(std::string_view text, std::size_t at) {
  std::uint64_t chunk = 0;
  const std::size_t left = text.size() - at;
  if (left >= 8) [[likely]] {
    std::memcpy(&chunk, text.data() + at, 8);
  } else {
    std::memcpy(&chunk, text.data() + at, left);
  }
  if constexpr (std::endian::native == std::endian::big) chunk = __builtin_bswap64(chunk);
  return chunk;
}

// Keeps the first `count` bytes of a chunk; count is 1 to 8.
[[nodiscard]] constexpr std::uint64_t keep_bytes(std::uint64_t chunk, std::size_t count) {
  return chunk & (~std::uint64_t{0} >> (64 - 8 * count));
}

// One step of a hash over 64-bit numbers, the same on every machine; no match for an adversary.
inline constexpr std::uint64_t hash_multiplier = 0x9E3779B97F4A7C15U;
[[nodiscard]] constexpr std::uint64_t mix_chunk(std::uint64_t state, std::uint64_t chunk) {
  state = (state ^ chunk) * hash_multiplier;
  return state ^ (state >> 32);
}

// ---- Folding: lower case without accents, for comparing names and words ("Élysée" -> "elysee",
// "ß" -> "ss"). Apostrophes of all kinds become ', dashes -, quotation marks ".
[[nodiscard]] std::string fold(std::string_view utf8);

// ---- Lines

[[nodiscard]] std::size_t newlines_in(std::string_view text);

// The numbers of lines, from 1; a line ends with its \n. Asked for ascending bytes, each byte is
// looked at once; going back looks at those in between.
class LineCounter {
 public:
  explicit LineCounter(std::string_view text) : text_(text) {}
  // Of the line that holds byte `offset`.
  [[nodiscard]] std::uint32_t line_of(std::uint32_t offset);

 private:
  std::string_view text_;
  std::uint32_t at_ = 0, line_ = 1;
};

// ---- Tokens

enum TokenFlag : std::uint16_t {
  starts_upper = 1,    // first letter is upper case
  all_upper = 2,       // all letters upper case (one-letter words too)
  is_word = 4,         // letters
  is_number = 8,       // ASCII digits
  is_mark = 16,        // anything else
  glued = 32,          // no blank between this and the token before
  after_newline = 64,  // a line break stands between this and the token before
  after_blank_line = 128,
  non_ascii = 256,
};

struct Tokens {
  std::vector<std::uint32_t> begin;  // bytes, ascending
  std::vector<std::uint32_t> end;
  std::vector<std::uint16_t> flags;  // TokenFlag
  std::vector<std::uint32_t> hash;   // hash_folded(fold(token)); of marks too

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(begin.size()); }
  [[nodiscard]] bool has(std::uint32_t i, std::uint16_t flag) const {
    return (flags[i] & flag) != 0;
  }
  [[nodiscard]] Span span(std::uint32_t i) const { return {begin[i], end[i]}; }
  [[nodiscard]] std::string_view of(std::uint32_t i, std::string_view text) const {
    return text.substr(begin[i], end[i] - begin[i]);
  }
  void clear();
};

// Half-open range of token numbers.
struct TokenRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  [[nodiscard]] std::uint32_t size() const { return last - first; }
  [[nodiscard]] bool empty() const { return first == last; }
  friend bool operator==(TokenRange, TokenRange) = default;
};

// Appends nothing to old content: `tokens` is cleared first, its buffers are reused.
void tokenize(std::string_view text, Tokens& tokens);
// The hash that Tokens::hash holds, of text that is folded already.
[[nodiscard]] std::uint32_t hash_folded(std::string_view folded);
// The tokens that lie inside `span`.
[[nodiscard]] TokenRange tokens_in(const Tokens& tokens, Span span);

// ---- Sentences

// What the caller knows about a word (this room knows no language); bits.
enum SentenceHint : std::uint8_t {
  abbreviation_hint =
      1,  // with a dot after it, it does not end a sentence unless an opener follows: "Mr." "Inc."
  before_number_hint = 2,  // the same, but only where a number follows: "No. 5"
  opener_hint = 4,         // a capital word that begins sentences: "in the U.S. The army"
  capital_hint = 8,  // an abbreviation where it starts with a capital: "Ill." but "he fell ill."
};

// Splits tokens [range) into sentences. `hints[i]` holds SentenceHints of token i; it may be
// shorter than the tokens. Line breaks end a sentence only where a blank line stands. Closing
// quotes and brackets belong to the sentence that they close.
[[nodiscard]] std::vector<TokenRange> sentences(std::string_view text, const Tokens& tokens,
                                                TokenRange range,
                                                const std::vector<std::uint8_t>& hints);
// The same; `found` is cleared first, its buffer is reused.
void sentences(std::string_view text, const Tokens& tokens, TokenRange range,
               const std::vector<std::uint8_t>& hints, std::vector<TokenRange>& found);

}  // namespace dateline::text
