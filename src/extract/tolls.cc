// How many dead, injured, detained, displaced: a number shortly before or behind a word of that
// class.
#include <algorithm>
#include <charconv>

#include "extract/facts.h"

namespace dateline::extract {
namespace {

constexpr Index reach = 6;  // units between a number and its word

// The value of a number unit, -1 where it is none that counts people.
std::int32_t value_of(const Context& context, const Sentence& sentence, Index i) {
  const Unit& unit = unit_at(sentence, i);
  if (unit.tag != Tag::number || unit.timex != none) return -1;
  const Word& word = context.word(unit);
  if (word.number != 0) return static_cast<std::int32_t>(word.number);
  std::int64_t value = 0;
  bool digits = false;
  for (const char letter : context.text(unit)) {
    if (letter == ',') continue;
    if (letter < '0' || letter > '9' || value > 100'000'000) return -1;
    value = value * 10 + (letter - '0');
    digits = true;
  }
  return digits ? static_cast<std::int32_t>(std::min<std::int64_t>(value, 100'000'000)) : -1;
}

class TollReader {
 public:
  TollReader(const Context& context, const Sentence& sentence)
      : context_(context), sentence_(sentence) {}

  Toll run() {
    constexpr ClassBits counted = bit(WordClass::dead) | bit(WordClass::injured) |
                                  bit(WordClass::detained) | bit(WordClass::displaced);
    if ((sentence_.classes & counted) == 0) return {};
    for (Index i = 0; i < size_of(sentence_.units); ++i) {
      const Word& word = context_.word(unit_at(sentence_, i));
      if ((word.classes & counted) == 0) continue;
      if (word.is(WordClass::dead)) note(i, toll_.dead);
      if (word.is(WordClass::injured)) note(i, toll_.injured);
      if (word.is(WordClass::detained)) note(i, toll_.detained);
      if (word.is(WordClass::displaced)) note(i, toll_.displaced);
    }
    return std::move(toll_);
  }

 private:
  void note(Index i, std::int32_t& slot) {
    if (slot >= 0) return;
    const Index number = number_near(i);
    if (number == none) return;
    slot = value_of(context_, sentence_, number);
    const Index first = std::min(number, i), last = std::max(number, i) + 1;
    if (!toll_.words.empty()) toll_.words += "; ";
    toll_.words += context_.span(sentence_, first, last).of(context_.reading.text);
  }

  [[nodiscard]] Index number_near(Index i) const {
    // "killed at least 14 people" before "14 people were killed".
    for (Index j = i + 1; j < std::min(size_of(sentence_.units), i + reach); ++j) {
      const Unit& unit = unit_at(sentence_, j);
      if (value_of(context_, sentence_, j) >= 0) return j;
      if (unit.tag == Tag::stop || unit.tag == Tag::comma || unit.tag == Tag::conjunction ||
          unit.tag == Tag::verb)
        break;
      if (unit.tag == Tag::noun || unit.tag == Tag::name) break;
    }
    for (Index j = i - 1; j >= 0 && j > i - reach; --j) {
      if (value_of(context_, sentence_, j) >= 0) return j;
      const Tag tag = unit_at(sentence_, j).tag;
      if (tag == Tag::stop || tag == Tag::comma) break;
    }
    return none;
  }

  const Context& context_;
  const Sentence& sentence_;
  Toll toll_;
};

}  // namespace

Toll toll_of(const Context& context, const Sentence& sentence) {
  return TollReader(context, sentence).run();
}

}  // namespace dateline::extract
