// What stands between commas about a phrase and is not its verb's: "Anna Kerr, 41," and "14 people,
// most of them women,".
#include <algorithm>

#include "extract/sentence/sentence.h"

namespace dateline::extract {
namespace {

constexpr Index longest_aside = 12;    // units
constexpr std::uint32_t oldest = 120;  // years
constexpr TagBits named = tag_bits(Tag::name, Tag::noun);
constexpr TagBits verbal = tag_bits(Tag::verb, Tag::participle, Tag::be, Tag::have, Tag::modal,
                                    Tag::do_verb, Tag::relative, Tag::stop, Tag::comma);

Tag tag_at(const Sentence& sentence, Index unit) {
  return unit >= 0 && unit < size_of(sentence.units) ? unit_at(sentence, unit).tag : Tag::stop;
}

// "of them", "among them"
bool names_part(const Context& context, const Sentence& sentence, Index unit) {
  const Word& word = context.word(unit_at(sentence, unit));
  return tag_at(sentence, unit) == Tag::pronoun && word.is(WordClass::several) &&
         !word.is(WordClass::subject_pronoun) && tag_at(sentence, unit - 1) == Tag::preposition;
}

}  // namespace

Index opening_of_aside(const Context& context, const Sentence& sentence, Index closing) {
  bool part = false, described = false;
  for (Index u = closing - 1; u > 0 && closing - u < longest_aside; --u) {
    if (tag_at(sentence, u) == Tag::comma) return part ? u : none;
    // "among them a baker accused of it": a verb only behind whose part it is.
    const bool participle = (context.word(unit_at(sentence, u)).verb_forms & participle_form) != 0;
    if (is_one_of(tag_at(sentence, u), verbal) && !participle) return none;
    described = described || is_one_of(tag_at(sentence, u), verbal);
    part = names_part(context, sentence, u) || (part && !is_one_of(tag_at(sentence, u), verbal));
  }
  return none;
}

Index end_of_age(const Context& context, const Sentence& sentence, Index comma) {
  const Index age = comma + 1;
  if (tag_at(sentence, comma) != Tag::comma || tag_at(sentence, age) != Tag::number ||
      tag_at(sentence, age + 1) != Tag::comma || !is_one_of(tag_at(sentence, comma - 1), named) ||
      unit_at(sentence, age).timex != none)
    return comma;
  const std::string_view text = context.text(unit_at(sentence, age));
  std::uint32_t years = 0;
  for (const char digit : text) {
    if (digit < '0' || digit > '9' || years > oldest) return comma;
    years = years * 10 + static_cast<std::uint32_t>(digit - '0');
  }
  if (years > oldest) return comma;
  // The comma behind it is that of a list, or opens what else is told of who is so old.
  constexpr TagBits goes_on = named | tag_bits(Tag::determiner, Tag::adjective, Tag::number,
                                               Tag::pronoun, Tag::relative, Tag::preposition);
  return is_one_of(tag_at(sentence, age + 2), goes_on) ? age + 1 : age + 2;
}

}  // namespace dateline::extract
