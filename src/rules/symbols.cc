#include "rules/symbols.h"

#include <algorithm>

namespace dateline::rules {
namespace {

constexpr std::size_t shapes = 32;
constexpr std::size_t latin1_limit = 250;

std::size_t shape_index(std::uint16_t flags) {
  return (flags & text::starts_upper ? 1u : 0u) | (flags & text::all_upper ? 2u : 0u) |
         (flags & text::glued ? 4u : 0u) | (flags & (text::after_newline | text::after_blank_line) ? 8u : 0u) |
         (flags & text::is_word ? 16u : 0u);
}

TokenKind kind_of_shape(std::size_t shape) {
  TokenKind kind;
  kind.upper = shape & 1;
  kind.caps = shape & 2;
  kind.glued = shape & 4;
  kind.newline = shape & 8;
  kind.word = shape & 16;
  return kind;
}

// Which bits of a shape the conditions look at; the others are taken as 0, which saves most of the work.
std::size_t shape_mask(const std::vector<Predicate>& predicates) {
  const auto used = [&predicates](std::string_view what) {
    return std::any_of(predicates.begin(), predicates.end(), [what](const Predicate& p) { return p.uses(what); });
  };
  return (used("Capital") ? 1u : 0u) | (used("CAPS") ? 2u : 0u) | (used("glued") ? 4u : 0u) |
         (used("newline") ? 8u : 0u) | 16u;
}

std::vector<bool> truth_of(const std::vector<Predicate>& predicates, const TokenKind& kind, const Lexicon& lexicon) {
  std::vector<bool> truth(predicates.size());
  for (std::size_t i = 0; i < predicates.size(); ++i) truth[i] = predicates[i].holds(kind, lexicon);
  return truth;
}

std::string hex(std::uint32_t value) {
  constexpr char digits[] = "0123456789abcdef";
  std::string out = "\\x{";
  for (int shift = 12; shift >= 0; shift -= 4) out += digits[(value >> shift) & 15];
  return out + "}";
}

}  // namespace

std::uint16_t Alphabet::intern(const Truth& truth) {
  const auto [it, fresh] = ids_.try_emplace(truth, static_cast<std::uint16_t>(truths_.size()));
  if (fresh) truths_.push_back(truth);
  return it->second;
}

Alphabet::Alphabet(const std::vector<Predicate>& predicates, const Lexicon& lexicon) {
  truths_.push_back(Truth(predicates.size(), false));   // continuation; intern() never gives it out
  phrase_truth_.assign(predicates.size(), 0);
  add_words(predicates, lexicon);
  add_numbers(predicates, lexicon);
  width_ = truths_.size() <= latin1_limit ? 1 : 2;
}

void Alphabet::add_words(const std::vector<Predicate>& predicates, const Lexicon& lexicon) {
  std::vector<ClassId> asked;
  std::vector<std::uint32_t> ends;
  for (const Predicate& predicate : predicates) predicate.collect(asked, ends);
  std::sort(asked.begin(), asked.end());

  const auto& arrays = lexicon.arrays();
  const std::size_t combos = arrays.combo_begin.size() - 1;
  const std::size_t mask = shape_mask(predicates);
  const auto add_row = [&](ComboId combo, bool known) {
    const std::size_t row = word_symbols_.size();
    word_symbols_.resize(row + shapes);
    for (std::size_t shape = 0; shape < shapes; ++shape) {
      if ((shape & mask) != shape) {
        word_symbols_[row + shape] = word_symbols_[row + (shape & mask)];
        continue;
      }
      TokenKind kind = kind_of_shape(shape);
      kind.combo = combo;
      kind.known = known;
      word_symbols_[row + shape] = intern(truth_of(predicates, kind, lexicon));
    }
    return static_cast<std::uint32_t>(row / shapes);
  };
  add_row(0, false);   // row 0: in no list
  add_row(0, true);    // row 1: in lists that matter elsewhere only
  combo_row_.assign(combos, 1);
  phrase_combo_.assign(combos, 0);
  for (std::size_t c = 0; c < combos; ++c) {
    const auto begin = arrays.combo_classes.begin() + arrays.combo_begin[c];
    const auto end = arrays.combo_classes.begin() + arrays.combo_begin[c + 1];
    const bool matters = std::any_of(begin, end, [&](ClassId cls) {
      return std::binary_search(asked.begin(), asked.end(), cls);
    });
    if (matters) combo_row_[c] = add_row(static_cast<ComboId>(c), true);
  }
  for (const auto& phrase : arrays.phrases) {
    const ComboId combo = lexicon.combo(phrase.word);
    if (combo_row_[combo] < 2 || phrase_combo_[combo]) continue;
    phrase_combo_[combo] = 1;
    for (std::size_t shape = 0; shape < shapes; ++shape) {
      const Truth& truth = truths_[word_symbols_[combo_row_[combo] * shapes + shape]];
      for (std::size_t p = 0; p < predicates.size(); ++p) phrase_truth_[p] |= truth[p];
    }
  }
}

void Alphabet::add_numbers(const std::vector<Predicate>& predicates, const Lexicon& lexicon) {
  std::vector<ClassId> classes;
  interval_starts_ = {0};
  for (const Predicate& predicate : predicates) predicate.collect(classes, interval_starts_);
  std::sort(interval_starts_.begin(), interval_starts_.end());
  interval_starts_.erase(std::unique(interval_starts_.begin(), interval_starts_.end()), interval_starts_.end());
  for (std::uint8_t digits = 1; digits <= 5; ++digits) {
    for (const std::uint32_t start : interval_starts_) {
      for (unsigned shape = 0; shape < 4; ++shape) {
        TokenKind kind;
        kind.number = kind.known = true;
        kind.digits = digits;
        kind.value = start;
        kind.glued = shape & 1;
        kind.newline = shape & 2;
        number_symbols_.push_back(intern(truth_of(predicates, kind, lexicon)));
      }
    }
  }
}

std::uint16_t Alphabet::word_symbol(ComboId combo, bool known, std::uint16_t flags) const {
  const std::size_t row = known ? combo_row_[combo] : 0;
  return word_symbols_[row * shapes + shape_index(flags)];
}

std::uint16_t Alphabet::number_symbol(std::string_view digits, std::uint16_t flags) const {
  std::uint32_t value = 0;
  const std::size_t count = std::min<std::size_t>(digits.size(), 5);
  for (std::size_t i = 0; i < count; ++i) value = value * 10 + static_cast<std::uint32_t>(digits[i] - '0');
  const auto it = std::upper_bound(interval_starts_.begin(), interval_starts_.end(), value) - 1;
  const auto interval = static_cast<std::size_t>(it - interval_starts_.begin());
  const std::size_t shape = (flags & text::glued ? 1u : 0u) +
                            (flags & (text::after_newline | text::after_blank_line) ? 2u : 0u);
  return number_symbols_[((count - 1) * interval_starts_.size() + interval) * 4 + shape];
}

void Alphabet::encode(std::span<const std::uint16_t> symbols, std::string& out) const {
  out.clear();
  for (const std::uint16_t symbol : symbols) {
    if (width_ == 1) {
      out += static_cast<char>(symbol + 1);
    } else {
      const std::uint32_t code = 0x80u + symbol;
      out += static_cast<char>(0xC0 | (code >> 6));
      out += static_cast<char>(0x80 | (code & 0x3F));
    }
  }
}

void Alphabet::spell(const Reading& reading, const Lexicon& lexicon, text::TokenRange range,
                     std::vector<std::uint16_t>& out) const {
  const text::Tokens& tokens = reading.tokens;
  out.resize(range.size());
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    out[i - range.first] = tokens.has(i, text::is_number)
                               ? number_symbol(reading.word(i), tokens.flags[i])
                               : word_symbol(reading.kinds[i], reading.words[i] != 0, tokens.flags[i]);
  }
  auto phrase = std::lower_bound(reading.phrases.begin(), reading.phrases.end(), range.first,
                                 [](const Phrase& p, std::uint32_t first) { return p.first < first; });
  for (std::uint32_t free = range.first; phrase != reading.phrases.end() && phrase->first < range.last; ++phrase) {
    const ComboId combo = lexicon.combo(phrase->word);
    if (phrase->first < free || phrase->last > range.last || !phrase_combo_[combo]) continue;
    std::uint16_t* at = out.data() + (phrase->first - range.first);
    *at = word_symbol(combo, true, static_cast<std::uint16_t>(tokens.flags[phrase->first] | text::is_word));
    std::fill(at + 1, at + (phrase->last - phrase->first), continuation);
    free = phrase->last;
  }
}

std::string Alphabet::expression(std::uint32_t predicate) const {
  const std::uint32_t base = width_ == 1 ? 1 : 0x80;
  std::string set;
  for (std::size_t s = 1; s < truths_.size(); ++s) {
    if (!truths_[s][predicate]) continue;
    std::size_t end = s;
    while (end + 1 < truths_.size() && truths_[end + 1][predicate]) ++end;
    set += hex(base + static_cast<std::uint32_t>(s));
    if (end > s) set += "-" + hex(base + static_cast<std::uint32_t>(end));
    s = end;
  }
  if (set.empty()) return "";
  set = "[" + set + "]";
  return phrase_truth_[predicate] ? "(?:" + set + hex(base + continuation) + "*)" : set;
}

void Alphabet::save(Archive& archive) const {
  archive.put_all(combo_row_);
  archive.put_all(word_symbols_);
  archive.put_all(interval_starts_);
  archive.put_all(number_symbols_);
  archive.put_all(phrase_combo_);
  archive.put(static_cast<std::uint64_t>(width_));
}

Alphabet Alphabet::load(ArchiveReader& reader) {
  Alphabet out;
  reader.all(out.combo_row_);
  reader.all(out.word_symbols_);
  reader.all(out.interval_starts_);
  reader.all(out.number_symbols_);
  reader.all(out.phrase_combo_);
  out.width_ = static_cast<std::size_t>(reader.get<std::uint64_t>());
  return out;
}

}  // namespace dateline::rules
