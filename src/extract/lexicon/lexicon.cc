// Look-ups in the built tables.
#include "extract/lexicon/lexicon.h"

#include <algorithm>

#include "extract/lexicon/lexicon_builder.h"

namespace dateline::extract {

Lexicon::Lexicon(const Rules& rules, std::string_view language, Problems& problems) {
  LexiconBuilder builder(*this, problems);
  builder.build(rules::area(rules, std::string(language) + "/events"));
}

FormId Lexicon::form(std::string_view folded) const {
  return find(text::hash_folded(folded), static_cast<std::uint32_t>(folded.size()));
}

int Lexicon::frame_object(std::uint32_t frame, LemmaId noun, FormId before) const {
  if (noun == 0) return 0;
  const std::uint32_t key = frame << 16 | noun;
  int found = 0;
  for (auto it = std::lower_bound(frame_nouns_.begin(), frame_nouns_.end(), FrameNoun{key, 0});
       it != frame_nouns_.end() && it->key == key; ++it) {
    if (it->modifier == 0) found = std::max(found, 1);
    if (it->modifier != 0 && it->modifier == before) return 2;
  }
  return found;
}

bool Lexicon::light(const Word& verb, FormId particle) const {
  if (!verb.may_be_light || (!verb.is(WordClass::light) && particle == 0)) return false;
  const auto has = [&](FormId wanted) {
    return std::binary_search(light_.begin(), light_.end(),
                              static_cast<std::uint32_t>(verb.verb) << 16 | wanted);
  };
  return has(0) || (particle != 0 && has(particle));
}

bool Lexicon::is_explosion(const Word& word) const {
  if (!word.is(WordClass::weapon) || !word.is(WordClass::hazard) || !word.tells_event) return false;
  const Range senses = noun_senses(word.noun);
  for (std::uint32_t s = senses.first; s < senses.last; ++s) {
    const NounSense& sense = noun_senses_[s];
    if (sense.modifier == 0 && event_rules_[sense.rule].type == EventType::assault) return true;
  }
  return false;
}

}  // namespace dateline::extract
