// One pass over the bytes. A sentence ends at an end mark before a blank, or with its line; a line
// that goes on in lower case is a paragraph that was wrapped.
#include "segment/corpus/shared_texts.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "text/text.h"

namespace dateline::segment {

namespace {

constexpr std::uint32_t least_sentence = 10, least_quotation = 8;  // words
constexpr std::uint32_t short_line = 40;                           // bytes

enum class Byte : std::uint8_t {
  blank,
  letter,
  apostrophe,
  quote,
  closer,
  stop,
  newline,
  lead_c2,
  lead_e2
};

constexpr std::array<Byte, 256> kinds = [] {
  std::array<Byte, 256> table{};
  for (unsigned c = '0'; c <= '9'; ++c) table[c] = Byte::letter;
  for (unsigned c = 'a'; c <= 'z'; ++c) table[c] = table[c - 'a' + 'A'] = Byte::letter;
  for (unsigned c = 0x80; c < 0x100; ++c) table[c] = Byte::letter;
  table['\''] = Byte::apostrophe;
  table['"'] = Byte::quote;
  table[')'] = table[']'] = Byte::closer;
  table['.'] = table['!'] = table['?'] = Byte::stop;
  table['\n'] = Byte::newline;
  table[0xC2] = Byte::lead_c2;
  table[0xE2] = Byte::lead_e2;
  return table;
}();

// Words as they come, from one opening to one end.
struct Stretch {
  std::uint64_t hash = 0;
  std::uint32_t words = 0;
  std::uint32_t begin = 0;

  void add(std::uint64_t word, std::uint32_t at) {
    if (words++ == 0) begin = at;
    hash = text::mix_chunk(hash, word);
  }
};

class Finder {
 public:
  Finder(std::string_view text, Span within, std::vector<SharedText>& out)
      : text_(text), at_(within.begin), end_(within.end), out_(out) {}

  void run() {
    skip_short_lines();
    while (at_ < end_) step();
    end_word();
    end_sentence();
  }

 private:
  [[nodiscard]] unsigned char byte(std::uint32_t at) const {
    return at < end_ ? static_cast<unsigned char>(text_[at]) : 0;
  }

  void step() {
    switch (kinds[byte(at_)]) {
      case Byte::letter:
        return add_letters();
      case Byte::apostrophe:
        ++at_;
        return;
      case Byte::blank:
        return separate(1);
      case Byte::quote:
        return quote(1);
      case Byte::closer:
        end_word();
        ++at_;
        return;
      case Byte::stop:
        end_word();
        stopped_ = true;
        ++at_;
        return;
      case Byte::newline:
        return newline();
      case Byte::lead_c2:
        return after_c2();
      case Byte::lead_e2:
        return after_e2();
    }
  }

  // The word goes on to the next byte that is no letter; eight bytes are hashed at a time, case
  // folded by one bit.
  void add_letters() {
    constexpr std::uint64_t small_letters = 0x2020202020202020ULL;
    std::uint32_t last = at_ + 1;
    while (last < end_ && kinds[byte(last)] == Byte::letter) ++last;
    if (!in_word_) {
      in_word_ = true;
      stopped_ = false;
      word_begin_ = at_;
      word_ = 0;
    }
    std::uint64_t word = word_;
    for (std::uint32_t at = at_; at < last; at += 8) {
      const std::uint64_t chunk =
          text::keep_bytes(text::load_chunk(text_, at), std::min(8U, last - at)) | small_letters;
      word = (word ^ chunk) * text::hash_multiplier;
    }
    word_ = word;
    at_ = last;
  }

  void after_c2() {  // no-break blank, angle quotation marks
    const unsigned char next = byte(at_ + 1);
    if (next == 0xAB || next == 0xBB) return quote(2);
    if (next == 0xA0) return separate(2);
    add_letters();
  }

  void after_e2() {  // U+2000 to U+203F: blanks, dashes, quotation marks, dots
    if (byte(at_ + 1) != 0x80) return add_letters();
    const unsigned char last = byte(at_ + 2);
    if (last == 0x98 || last == 0x99)
      at_ += 3;
    else if (last >= 0x9C && last <= 0x9F)
      quote(3);
    else
      separate(3);
  }

  void separate(std::uint32_t size) {
    end_word();
    if (stopped_) end_sentence();
    at_ += size;
  }

  void newline() {
    end_word();
    const unsigned char next = byte(at_ + 1);
    const bool goes_on = next >= 'a' && next <= 'z' && !stopped_;
    ++at_;
    if (goes_on) return;
    end_sentence();
    quoted_ = false;
    skip_short_lines();
  }

  // At the start of a line: menus and labels hold no sentence of some length.
  void skip_short_lines() {
    while (at_ < end_) {
      const auto* newline = static_cast<const char*>(
          std::memchr(text_.data() + at_, '\n', std::min(end_ - at_, short_line)));
      if (newline == nullptr) return;
      at_ = static_cast<std::uint32_t>(newline - text_.data()) + 1;
    }
  }

  void quote(std::uint32_t size) {
    end_word();
    if (quoted_) take(quotation_, least_quotation, 1);
    quoted_ = !quoted_;
    quotation_ = {};
    at_ += size;
  }

  void end_word() {
    if (!in_word_) return;
    in_word_ = false;
    last_word_end_ = at_;
    sentence_.add(word_, word_begin_);
    if (quoted_) quotation_.add(word_, word_begin_);
  }

  void end_sentence() {
    take(sentence_, least_sentence, 0);
    sentence_ = {};
    stopped_ = false;
  }

  void take(const Stretch& stretch, std::uint32_t least, std::uint64_t mark) {
    if (stretch.words >= least)
      out_.push_back({(stretch.hash & ~std::uint64_t{1}) | mark, {stretch.begin, last_word_end_}});
  }

  std::string_view text_;
  std::uint32_t at_, end_;
  std::vector<SharedText>& out_;
  Stretch sentence_, quotation_;
  std::uint64_t word_ = 0;
  std::uint32_t word_begin_ = 0, last_word_end_ = 0;
  bool in_word_ = false, quoted_ = false, stopped_ = false;
};

}  // namespace

void find_shared_texts(std::string_view text, Span within, std::vector<SharedText>& out) {
  Finder(text, within, out).run();
}

}  // namespace dateline::segment
