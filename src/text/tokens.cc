// The tokeniser. Words of ASCII letters are measured and hashed eight bytes at a time, in place;
// other bytes are looked up in a table of classes; only words with other letters are decoded and
// folded. Tokens go through a small batch into the caller's buffers.
#include <algorithm>
#include <array>
#include <bit>

#include "text/chars.h"
#include "text/hash.h"
#include "text/text.h"

namespace dateline::text {
namespace {

enum ByteClass : std::uint8_t {
  blank_byte,
  newline_byte,
  letter_byte,
  digit_byte,
  mark_byte,
  high_byte
};

constexpr std::array<std::uint8_t, 256> make_byte_classes() {
  std::array<std::uint8_t, 256> classes{};
  for (std::size_t byte = 0; byte < 256; ++byte) {
    const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    const bool digit = byte >= '0' && byte <= '9';
    if (byte >= 0x80)
      classes[byte] = high_byte;
    else if (byte == '\n')
      classes[byte] = newline_byte;
    else if (byte <= ' ' || byte == 0x7F)
      classes[byte] = blank_byte;
    else if (letter)
      classes[byte] = letter_byte;
    else if (digit)
      classes[byte] = digit_byte;
    else
      classes[byte] = mark_byte;
  }
  return classes;
}
constexpr std::array<std::uint8_t, 256> byte_classes = make_byte_classes();

constexpr std::uint64_t case_bits = 0x2020202020202020U;
constexpr std::uint64_t top_bits = 0x8080808080808080U;

constexpr std::uint32_t hash_of_mark(unsigned char byte) {
  return finish_hash(mix_chunk(0, byte == '`' ? '\'' : byte), 1);
}
constexpr std::array<std::uint32_t, 128> mark_hashes = [] {
  std::array<std::uint32_t, 128> hashes{};
  for (unsigned byte = 0; byte < hashes.size(); ++byte)
    hashes[byte] = hash_of_mark(static_cast<unsigned char>(byte));
  return hashes;
}();

class Tokenizer {
 public:
  Tokenizer(std::string_view text, Tokens& out)
      : text_(text), out_(out), possessive_(hash_bytes("'s")) {}

  void run() {
    for (std::size_t at = 0; at < text_.size();) at = step(at);
    flush();
  }

 private:
  [[nodiscard]] std::uint8_t class_at(std::size_t at) const {
    return byte_classes[static_cast<unsigned char>(text_[at])];
  }

  // Handles what stands at `at` and returns where to go on.
  std::size_t step(std::size_t at) {
    switch (class_at(at)) {
      case letter_byte:
        return ascii_word(at);
      case blank_byte:
        gap_ |= blank_seen;
        return at + 1;
      case newline_byte:
        gap_ |= (gap_ & newline_seen) != 0 ? newline_seen | blank_line_seen : newline_seen;
        return at + 1;
      case digit_byte:
        return number(at);
      case mark_byte:
        return ascii_mark(at);
      default:
        return other(at);
    }
  }

  std::size_t ascii_word(std::size_t begin) {
    std::uint64_t state = 0, any_lower = 0;
    std::uint64_t chunk = load_chunk(text_, begin);
    std::uint64_t others = ~letters_of(chunk) & top_bits;
    std::size_t at = begin;
    for (; others == 0; others = ~letters_of(chunk) & top_bits) {
      any_lower |= chunk & case_bits;
      state = mix_chunk(state, chunk | case_bits);
      at += 8;
      chunk = at < text_.size() ? load_chunk(text_, at) : 0;
    }
    const auto bits =
        static_cast<unsigned>(std::countr_zero(others)) & ~7U;  // of the letters that are left
    if (bits != 0) {
      const std::uint64_t kept = (std::uint64_t{1} << bits) - 1;
      any_lower |= chunk & case_bits & kept;
      state = mix_chunk(state, (chunk | case_bits) & kept);
    }
    const std::size_t end = at + bits / 8;
    const auto next = static_cast<unsigned char>(chunk >> bits);  // 0 at the end of the text
    if (next >= 0x80 && continues_word(kind_of(decode(text_, end).code))) return other_word(begin);
    const unsigned flags = unsigned{is_word} |
                           ((text_[begin] & 0x20) == 0 ? unsigned{starts_upper} : 0U) |
                           (any_lower == 0 ? unsigned{all_upper} : 0U);
    add(begin, end, flags, finish_hash(state, end - begin));
    if (next != ' ') return possessive(end);
    gap_ = blank_seen;
    return end + 1;
  }

  std::size_t number(std::size_t begin) {
    std::size_t end = begin + 1;
    while (end < text_.size() && class_at(end) == digit_byte) ++end;
    std::uint64_t state = 0;
    for (std::size_t at = begin; at < end; at += 8) {
      state =
          mix_chunk(state, keep_bytes(load_chunk(text_, at), std::min<std::size_t>(8, end - at)));
    }
    add(begin, end, is_number, finish_hash(state, end - begin));
    return end;
  }

  std::size_t ascii_mark(std::size_t at) {
    add(at, at + 1, is_mark, mark_hashes[static_cast<unsigned char>(text_[at])]);
    return at + 1;
  }

  std::size_t other(std::size_t at) {
    const Char next = decode(text_, at);
    const CharKind kind = kind_of(next.code);
    if (is_letter(kind)) return other_word(at);
    if (kind == CharKind::blank) {
      gap_ |= blank_seen;
    } else if (kind != CharKind::invisible && kind != CharKind::combining) {
      folded_.clear();
      fold_into(next.code, folded_);
      add(at, at + next.size, is_mark | non_ascii, hash_bytes(folded_));
    }
    return at + next.size;
  }

  std::size_t other_word(std::size_t begin) {
    folded_.clear();
    std::size_t end = begin;  // of the last letter or combining mark
    std::size_t at = begin;
    bool every_upper = true;
    std::uint16_t flags = is_word;
    while (at < text_.size()) {
      const Char next = decode(text_, at);
      const CharKind kind = kind_of(next.code);
      if (!continues_word(kind)) break;
      if (at == begin && kind == CharKind::upper) flags |= starts_upper;
      if (is_letter(kind) && kind != CharKind::upper) every_upper = false;
      at += next.size;
      if (kind == CharKind::invisible) continue;
      fold_into(next.code, folded_);
      if (next.size > 1) flags |= non_ascii;
      end = at;
    }
    if (every_upper) flags |= all_upper;
    add(begin, end, flags, hash_bytes(folded_));
    return possessive(end);
  }

  // 's after the word that ends at `at`, with no letter after it.
  std::size_t possessive(std::size_t at) {
    if (at + 1 >= text_.size()) return at;
    const std::uint8_t first = class_at(at);
    if (text_[at] != '\'' && text_[at] != '`' && first != high_byte) return at;
    const Char mark = decode(text_, at);
    if (kind_of(mark.code) != CharKind::apostrophe) return at;
    const std::size_t letter = at + mark.size;
    if (letter >= text_.size() || (text_[letter] | 0x20) != 's') return at;
    const std::size_t end = letter + 1;
    if (end < text_.size() && continues_word(kind_of(decode(text_, end).code))) return at;
    add(at, end, unsigned{is_word} | (mark.size > 1 ? unsigned{non_ascii} : 0U), possessive_);
    return end;
  }

  void add(std::size_t begin, std::size_t end, unsigned flags, std::uint32_t hash) {
    if (count_ == batch_size) flush();
    begin_[count_] = static_cast<std::uint32_t>(begin);
    end_[count_] = static_cast<std::uint32_t>(end);
    flags_[count_] = static_cast<std::uint16_t>(flags | gap_flags[gap_]);
    hash_[count_] = hash;
    ++count_;
    gap_ = 0;
  }

  void flush() {
    out_.begin.insert(out_.begin.end(), begin_.data(), begin_.data() + count_);
    out_.end.insert(out_.end.end(), end_.data(), end_.data() + count_);
    out_.flags.insert(out_.flags.end(), flags_.data(), flags_.data() + count_);
    out_.hash.insert(out_.hash.end(), hash_.data(), hash_.data() + count_);
    count_ = 0;
  }

  // What has been seen since the last token, as bits, and the flags that it gives the next one.
  static constexpr std::uint8_t blank_seen = 1;
  static constexpr std::uint8_t newline_seen = 2;
  static constexpr std::uint8_t blank_line_seen = 4;
  static constexpr std::array<std::uint16_t, 8> gap_flags = {glued,
                                                             0,
                                                             after_newline,
                                                             after_newline,
                                                             0,
                                                             0,
                                                             after_newline | after_blank_line,
                                                             after_newline | after_blank_line};

  static constexpr std::size_t batch_size = 256;
  std::string_view text_;
  Tokens& out_;
  std::uint32_t possessive_;
  std::uint8_t gap_ = blank_seen;  // the first token is not glued to anything
  std::size_t count_ = 0;
  std::string folded_;
  std::array<std::uint32_t, batch_size> begin_;
  std::array<std::uint32_t, batch_size> end_;
  std::array<std::uint16_t, batch_size> flags_;
  std::array<std::uint32_t, batch_size> hash_;
};

}  // namespace

void Tokens::clear() {
  begin.clear();
  end.clear();
  flags.clear();
  hash.clear();
}

void tokenize(std::string_view text, Tokens& tokens) {
  tokens.clear();
  Tokenizer(text, tokens).run();
}

std::uint32_t hash_folded(std::string_view folded) { return hash_bytes(folded); }

TokenRange tokens_in(const Tokens& tokens, Span span) {
  const auto first =
      std::lower_bound(tokens.begin.begin(), tokens.begin.end(), span.begin) - tokens.begin.begin();
  const auto last =
      std::upper_bound(tokens.end.begin(), tokens.end.end(), span.end) - tokens.end.begin();
  const auto from = static_cast<std::uint32_t>(first);
  return {from, std::max(from, static_cast<std::uint32_t>(last))};
}

}  // namespace dateline::text
