// Tries every condition on every kind of token that there can be, and gives those of which the same
// ones hold one symbol.
#include <algorithm>
#include <unordered_map>

#include "rules/alphabet.h"
#include "rules/shapes.h"

namespace dateline::rules {
namespace {

TokenKind kind_of_shape(std::size_t shape) {
  TokenKind kind;
  kind.upper = shape & 1;
  kind.caps = shape & 2;
  kind.glued = shape & 4;
  kind.newline = shape & 8;
  kind.word = shape & 16;
  return kind;
}

// Which bits of a shape the conditions look at; the others are taken as 0, which saves most of the
// work.
std::size_t shape_mask(const std::vector<Predicate>& predicates) {
  const auto used = [&predicates](std::string_view what) {
    return std::any_of(predicates.begin(), predicates.end(),
                       [what](const Predicate& p) { return p.uses(what); });
  };
  return (used("Capital") ? 1u : 0u) | (used("CAPS") ? 2u : 0u) | (used("glued") ? 4u : 0u) |
         (used("newline") ? 8u : 0u) | 16u;
}

std::vector<bool> truth_of(const std::vector<Predicate>& predicates, const TokenKind& kind,
                           const Lexicon& lexicon) {
  std::vector<bool> truth(predicates.size());
  for (std::size_t i = 0; i < predicates.size(); ++i) truth[i] = predicates[i].holds(kind, lexicon);
  return truth;
}

}  // namespace

class AlphabetBuilder {
 public:
  AlphabetBuilder(const std::vector<Predicate>& predicates, const Lexicon& lexicon)
      : predicates_(predicates), lexicon_(lexicon) {}

  Alphabet run() {
    truths_.push_back(
        Truth(predicates_.size(), false));  // continuation; intern() never gives it out
    phrase_truth_.assign(predicates_.size(), 0);
    add_words();
    add_numbers();
    Alphabet out;
    out.truth_size_ = std::max<std::size_t>((predicates_.size() + 63) / 64, 1);
    out.truths_ = Flat(packed_truths(out.truth_size_));
    out.combo_row_ = Flat(std::move(combo_row_));
    out.word_symbols_ = Flat(std::move(word_symbols_));
    out.interval_starts_ = Flat(std::move(interval_starts_));
    out.number_symbols_ = Flat(std::move(number_symbols_));
    out.phrase_combo_ = Flat(std::move(phrase_combo_));
    out.phrase_truth_ = Flat(std::move(phrase_truth_));
    return out;
  }

 private:
  using Truth = std::vector<bool>;

  std::uint16_t intern(const Truth& truth) {
    const auto [it, fresh] = ids_.try_emplace(truth, static_cast<std::uint16_t>(truths_.size()));
    if (fresh) truths_.push_back(truth);
    return it->second;
  }

  [[nodiscard]] std::vector<std::uint64_t> packed_truths(std::size_t row) const {
    std::vector<std::uint64_t> bits(truths_.size() * row);
    for (std::size_t symbol = 0; symbol < truths_.size(); ++symbol) {
      for (std::size_t p = 0; p < predicates_.size(); ++p) {
        if (truths_[symbol][p]) bits[symbol * row + p / 64] |= std::uint64_t{1} << (p % 64);
      }
    }
    return bits;
  }

  void add_words() {
    std::vector<ClassId> asked;
    std::vector<std::uint32_t> ends;
    for (const Predicate& predicate : predicates_) predicate.collect(asked, ends);
    std::sort(asked.begin(), asked.end());

    const auto& arrays = lexicon_.arrays();
    const std::size_t combos = arrays.combo_begin.size() - 1;
    const std::size_t mask = shape_mask(predicates_);
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
        word_symbols_[row + shape] = intern(truth_of(predicates_, kind, lexicon_));
      }
      return static_cast<std::uint32_t>(row / shapes);
    };
    add_row(0, false);  // row 0: in no list
    add_row(0, true);   // row 1: in lists that matter elsewhere only
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
      const ComboId combo = lexicon_.combo(phrase.word);
      if (combo_row_[combo] < 2 || phrase_combo_[combo]) continue;
      phrase_combo_[combo] = 1;
      for (std::size_t shape = 0; shape < shapes; ++shape) {
        const Truth& truth = truths_[word_symbols_[combo_row_[combo] * shapes + shape]];
        for (std::size_t p = 0; p < predicates_.size(); ++p) phrase_truth_[p] |= truth[p];
      }
    }
  }

  void add_numbers() {
    std::vector<ClassId> classes;
    interval_starts_ = {0};
    for (const Predicate& predicate : predicates_) predicate.collect(classes, interval_starts_);
    std::sort(interval_starts_.begin(), interval_starts_.end());
    interval_starts_.erase(std::unique(interval_starts_.begin(), interval_starts_.end()),
                           interval_starts_.end());
    for (std::uint8_t digits = 1; digits <= 5; ++digits) {
      for (const std::uint32_t start : interval_starts_) {
        for (unsigned shape = 0; shape < 4; ++shape) {
          TokenKind kind;
          kind.number = kind.known = true;
          kind.digits = digits;
          kind.value = start;
          kind.glued = shape & 1;
          kind.newline = shape & 2;
          number_symbols_.push_back(intern(truth_of(predicates_, kind, lexicon_)));
        }
      }
    }
  }

  const std::vector<Predicate>& predicates_;
  const Lexicon& lexicon_;
  std::vector<Truth> truths_;                     // of each symbol
  std::unordered_map<Truth, std::uint16_t> ids_;  // and back, but for the continuation
  std::vector<std::uint32_t> combo_row_;
  std::vector<std::uint16_t> word_symbols_;
  std::vector<std::uint32_t> interval_starts_;
  std::vector<std::uint16_t> number_symbols_;
  std::vector<char> phrase_combo_, phrase_truth_;
};

Alphabet build_alphabet(const std::vector<Predicate>& predicates, const Lexicon& lexicon) {
  return AlphabetBuilder(predicates, lexicon).run();
}

}  // namespace dateline::rules
