// Reads runs of numbers. Entry: count_at(). What is below a hundred adds to what stands before it,
// "hundred" and larger words multiply it; a run that breaks this order has no value.
#include "extract/facts/counts.h"

#include <algorithm>
#include <limits>

namespace dateline::extract {
namespace {

constexpr std::int64_t too_much = 1'000'000'000;  // before a multiplier
constexpr std::int64_t hundred = 100, thousand = 1000;

// What one unit of the run says.
struct Part {
  std::int64_t value = -1;  // without its decimal point; -1: it cannot be read
  std::int64_t scale = 1;   // what the decimal point divides by
  int digits = 0;           // 0: a word
  bool grouped = false;     // "1,200"
  bool multiplies = false;  // "thousand", "dozen"
};

// "14", "1,200", "1.5": groups behind commas have three digits each.
Part part_of_digits(std::string_view text) {
  Part part{.value = 0};
  int behind_comma = 3;
  for (const char letter : text) {
    const bool mark = letter == ',' || letter == '.';
    if (mark && (behind_comma != 3 || part.scale != 1 || part.digits == 0)) return {};
    if (letter == ',') {
      part.grouped = true;
      behind_comma = 0;
    } else if (letter == '.') {
      part.scale = -1;  // from here on
    } else if (letter < '0' || letter > '9' || part.value > too_much) {
      return {};
    } else {
      part.value = part.value * 10 + (letter - '0');
      ++part.digits;
      if (part.scale != 1) part.scale = part.scale < 0 ? 10 : part.scale * 10;
      if (part.grouped && part.scale == 1) ++behind_comma;
    }
  }
  return behind_comma == 3 && part.scale > 0 && part.digits > 0 ? part : Part{};
}

Part part_of(const Context& context, const Unit& unit) {
  const Word& word = context.word(unit);
  if (word.number == 0) return part_of_digits(context.text(unit));
  Part part{.value = word.number};
  part.multiplies = part.value >= hundred || word.is(WordClass::quantity);  // "dozen"
  return part;
}

class Sum {
 public:
  void add(const Part& part) {
    valid_ = valid_ && part.value >= 0 && (part.multiplies ? multiply(part.value) : plus(part));
    before_ = part;
  }
  [[nodiscard]] std::int32_t value() const {
    const std::int64_t sum = total_ + current_;
    const bool exact = valid_ && scale_ == 1 && current_ < limit_;
    return exact && sum <= std::numeric_limits<std::int32_t>::max() ? static_cast<std::int32_t>(sum)
                                                                    : -1;
  }

 private:
  bool multiply(std::int64_t by) {
    if (!open_) current_ = 1;  // "a hundred"
    if (current_ > too_much || by >= limit_ || (by < thousand && current_ >= hundred * scale_) ||
        current_ * by % scale_ != 0)
      return false;
    current_ = current_ * by / scale_;
    scale_ = 1;
    open_ = true;
    if (by < thousand) return true;
    total_ += current_;
    current_ = 0;
    limit_ = by;
    open_ = false;
    return true;
  }

  bool plus(const Part& part) {
    const bool word = part.digits == 0;
    if (!open_) {
      current_ = part.value;
      scale_ = part.scale;
      open_ = true;
      return true;
    }
    if (is_next_group(part)) {  // "12 000"
      current_ = current_ * thousand + part.value;
      return current_ <= too_much;
    }
    const bool behind_hundred = current_ % hundred == 0 && part.value < hundred;
    const bool behind_ten =
        current_ % 10 == 0 && current_ % hundred >= 20 && part.value > 0 && part.value < 10;
    if (!word || before_.digits != 0 || current_ == 0 || !(behind_hundred || behind_ten))
      return false;
    current_ += part.value;
    return true;
  }

  [[nodiscard]] bool is_next_group(const Part& part) const {
    return part.digits == 3 && part.scale == 1 && !part.grouped && before_.digits > 0 &&
           before_.digits <= 3 && before_.scale == 1 && !before_.grouped && current_ > 0;
  }

  std::int64_t total_ = 0;                                         // up to the last "thousand"
  std::int64_t current_ = 0;                                       // behind it
  std::int64_t scale_ = 1;                                         // of `current_`
  std::int64_t limit_ = std::numeric_limits<std::int64_t>::max();  // what follows is less
  Part before_;
  bool open_ = false;  // does `current_` hold a number?
  bool valid_ = true;
};

class RunReader {
 public:
  RunReader(const Context& context, const Sentence& sentence)
      : context_(context), sentence_(sentence) {}

  [[nodiscard]] Count at(Index i) const {
    if (!is_number(i)) return {};
    Count run{i, i + 1, -1};
    for (Index n = step(run.first, -1); n != none; n = step(n, -1)) run.first = n;
    Sum sum;
    for (Index n = run.first; n != none; n = step(n, 1)) {
      sum.add(part_of(context_, unit_at(sentence_, n)));
      run.last = n + 1;
    }
    if (!has_fraction(run.last)) run.value = sum.value();
    return run;
  }

 private:
  [[nodiscard]] bool is_number(Index i) const {
    if (i < 0 || i >= size_of(sentence_.units)) return false;
    const Unit& unit = unit_at(sentence_, i);
    const Word& word = context_.word(unit);
    return (unit.tag == Tag::number || is_vague(word)) && unit.timex == none && !goes_on(unit.last);
  }

  [[nodiscard]] static bool is_vague(const Word& word) {  // "several"
    return word.is(WordClass::number) && word.number == 0;
  }

  // "the 12th", "5km": letters stand close behind.
  [[nodiscard]] bool goes_on(std::uint32_t token) const {
    const text::Tokens& tokens = context_.reading.tokens;
    return token < sentence_.tokens.last && tokens.has(token, text::is_word) &&
           tokens.has(token, text::glued);
  }

  // The next number of the run on one side, none where it ends.
  [[nodiscard]] Index step(Index i, Index by) const {
    if (is_number(i + by)) return i + by;
    const Index over = i + 2 * by;
    return is_number(over) && joins(i + by, std::min(i, over), std::max(i, over)) ? over : none;
  }

  // "two and a half million"
  [[nodiscard]] bool has_fraction(Index i) const {
    return is_number(i + 2) && is_vague(context_.word(unit_at(sentence_, i + 2))) &&
           unit_at(sentence_, i).tag == Tag::conjunction &&
           unit_at(sentence_, i + 1).tag == Tag::determiner;
  }

  // Does the unit between two numbers make them one? "two hundred and five", not "five and six";
  // "half a million".
  [[nodiscard]] bool joins(Index between, Index left, Index right) const {
    const Word& first = context_.word(unit_at(sentence_, left));
    const Word& second = context_.word(unit_at(sentence_, right));
    switch (unit_at(sentence_, between).tag) {
      case Tag::conjunction:
        return first.number >= hundred && second.number > 0 && second.number < hundred &&
               !second.is(WordClass::quantity);
      case Tag::determiner:
        return is_vague(first) && second.number >= hundred;
      default:
        return false;
    }
  }

  const Context& context_;
  const Sentence& sentence_;
};

}  // namespace

Count count_at(const Context& context, const Sentence& sentence, Index i) {
  return RunReader(context, sentence).at(i);
}

}  // namespace dateline::extract
