// The first pass, second half: what no list, title or nationality has claimed, up to the next
// title: an organisation by its words, a place, a person; what is left waits for the second pass.
#include <algorithm>

#include "annotate/names/namer.h"

namespace dateline::annotate {

// ---- What is left up to the next title

std::uint32_t Namer::take_segment(std::uint32_t at, std::uint32_t last) {
  std::uint32_t end = next_title(at, last);
  // A listed name inside ends the segment too, where an organisation word does not claim the whole.
  for (std::uint32_t i = at + 1; i < end; ++i) {
    const bool surname = i == at + 1 && i + 1 == end && units_[at].is(given_name) &&
                         !units_[at].is(common_word) && ends_phrase(end) &&
                         !strong_place(at, i, 50000);  // "Ana Moldovan,"
    if (units_[i].is(demonym) && !units_[i].is(given_name) && !units_[i].has(headline_unit) &&
        !surname && org_word_end(at, end) == at)
      end = i;
  }
  while (end > at + 1 && !units_[end - 1].has(capital)) --end;
  // "Verra | Police Department": the place is a name by itself before a body that every place has.
  for (const Hit& hit : lookup_.at(at)) {
    if (!is_place(hit.source) || hit.last >= end || !all_capital(at, hit.last)) continue;
    const Unit& next = units_[hit.last];
    if (hit.last == at + 1 && units_[at].is(generic_body | org_word | title)) continue;
    if (hit.last == at + 1 && units_[at].is(common_word) && hit.source > Source::admin1 &&
        hit.population < 50000)
      continue;  // "Federal Government"
    const bool generic =
        next.is(generic_body) || (units_.phrase(hit.last).bits & generic_body) != 0;
    const bool sure = hit.source <= Source::admin2 || hit.population >= 5000;
    if (!sure ||
        (!generic && !(hit.source == Source::admin2 && units_[hit.last - 1].is(place_word))))
      continue;
    if (hit.source == Source::place && next.is(org_weak) && units_[at].is(given_name)) continue;
    add_place(at, hit.last, hit);
    return hit.last;
  }
  std::uint32_t org_end = org_word_end(at, end);
  if (org_end == at && leads_organisation(at, end)) org_end = end;
  if (org_end > at && take_organisation(at, org_end, end)) return org_end;
  if (take_saints(at, end) || take_place(at, end) || take_person(at, end)) return end;
  take_pending(at, end);
  return end;
}

// "St. Vandi's Hospital" is one name; "St. Vandi's Day" is about no town.
bool Namer::take_saints(std::uint32_t at, std::uint32_t last) {
  const Unit* of = after(last);
  const Unit* thing = after(last, 1);
  if (last - at != 2 || !units_[at].is(street_word) || !units_[at].is(title_abbreviation) ||
      of == nullptr || thing == nullptr || !of->has(possessive) || !thing->has(capital) ||
      place_hit(at, last).population >= 500000)
    return false;
  const std::uint32_t end = run_end(last + 1);
  const Unit& word = units_[end - 1];
  if (word.is(org_word)) {
    Draft& draft = add(at, end, MentionType::organization, ids_.org_word);
    draft.kind = words_.value(word.word, org_word, "kind");
    learn_organisation(draft);
  } else if (word.is(place_word)) {
    add(at, end, MentionType::place, ids_.place_word).kind =
        words_.value(word.word, place_word, "kind");
  }
  return true;
}

// "High School", "Hall of Fame": words that make an organisation together.
bool Namer::ends_org_phrase(std::uint32_t last) const {
  constexpr std::uint32_t longest = 3;
  for (std::uint32_t i = last - 1; i + 1 > 0 && last - i <= longest; --i) {
    const UnitPhrase& phrase = units_.phrase(i);
    if (phrase.last == last && (phrase.bits & org_word) != 0) return true;
    if (i == 0) break;
  }
  return false;
}

// Where an organisation word ends the name that begins at `at`: the last such word in [at+1, last),
// or the first one of all.
std::uint32_t Namer::org_word_end(std::uint32_t at, std::uint32_t last) {
  for (std::uint32_t i = last; i-- > at + 1;) {
    const Unit& unit = units_[i];
    if (!unit.is(org_word) || !unit.has(capital)) continue;
    if (i + 1 < last && unit.is(org_weak) && !ends_org_phrase(i + 1)) continue;
    return i + 1;
  }
  const Unit& first = units_[at];
  if (first.is(org_of) && extend_of(at + 1) > at + 1) return at + 1;
  return at;
}

// "FC Quandor": letters that an organisation's name begins with.
bool Namer::leads_organisation(std::uint32_t at, std::uint32_t last) const {
  return last - at >= 2 && units_[at].has(all_caps) && units_[at].is(org_word) &&
         !units_[at].has(headline_unit) &&
         !words_.value(units_[at].word, org_word, "prefix").empty();
}

// "of" or "for" (and "the") and capitals after an organisation word: where they end; `last` where
// there are none.
std::uint32_t Namer::extend_once(std::uint32_t last) {
  const auto size = static_cast<std::uint32_t>(units_.size());
  std::uint32_t i = last;
  if (i + 1 >= size || !units_[i].is(connective_of) || units_[i].has(line_start)) return last;
  ++i;
  if (i + 1 < size && units_[i].is(article_word) && !units_[i].has(line_start)) ++i;
  if (i >= size || units_[i].has(line_start) || !units_[i].has(capital) || !is_name_unit(i) ||
      units_[i].is(function_word))
    return last;
  std::uint32_t end = run_end(i);
  if (end + 1 < size && units_[end].is(connective_and) && !units_[end].has(line_start) &&
      units_[end + 1].has(capital) && !units_[end + 1].is(title | demonym) &&
      is_name_unit(end + 1) && !units_[end + 1].has(line_start) &&
      units_[end - 1].is(common_word) && units_[end + 1].is(common_word)) {
    end = run_end(end + 1);
  }
  return end;
}

std::uint32_t Namer::extend_of(std::uint32_t last) {
  constexpr int most = 3;  // "Institute of the Sociology of the Cities of Verra"
  std::uint32_t end = last;
  for (int i = 0; i < most; ++i) {
    const std::uint32_t more = extend_once(end);
    if (more == end) break;
    end = more;
  }
  return end;
}

bool Namer::take_organisation(std::uint32_t at, std::uint32_t& last, std::uint32_t limit) {
  const Unit& word = units_[last - 1];
  const bool weak = word.is(org_weak);
  const std::uint32_t length = last - at;
  std::uint32_t end = last;
  if (word.is(org_of) && last == limit) end = extend_of(last);
  if (end == last) {
    if (length == 1) return false;
    if (weak && length == 2 &&
        (units_[at].is(given_name) || units_[at].has(initial) ||
         person_of_.has(surname_key(last - 1))))
      return false;
    if (weak && length == 2 && units_[at].is(common_word) && units_[at].has(sentence_start))
      return false;
    if (word.is(place_word) && weak && after_locative(at)) return false;
    if (word.is(name_particle) && looks_like_person(at, last)) return false;
  }
  const Unit* the = before(
      at);  // "works for The Vandemoor Trust": a capital inside a sentence belongs to the name
  const bool named = the != nullptr && the->is(article_word) && the->has(capital) &&
                     !the->has(sentence_start | headline_unit | all_caps);
  Draft& draft = add(named ? at - 1 : at, end, MentionType::organization, ids_.org_word);
  draft.kind = words_.value(word.word, org_word, "kind");
  draft.country = country_before_;
  name_state_body(draft);
  learn_organisation(draft);
  covered_ = std::max(covered_, end);
  last = end;
  return true;
}

// ---- Places

// What a name means first: a country before a state, and below the states whatever has most people.
Hit Namer::place_hit(std::uint32_t at, std::uint32_t last) {
  const auto rank = [](const Hit& hit) { return std::min(hit.source, Source::admin2); };
  Hit best;
  for (const Hit& hit : lookup_.at(at)) {
    if (hit.last != last || !is_place(hit.source)) continue;
    const bool better =
        rank(hit) < rank(best) || (rank(hit) == rank(best) && hit.population > best.population);
    if (best.source == Source::none || better) best = hit;
  }
  return best;
}

bool Namer::strong_place(std::uint32_t at, std::uint32_t last, std::int64_t population) {
  const auto hits = lookup_.at(at);
  return std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) {
    if (hit.last != last || !is_place(hit.source) || hit.source == Source::admin2) return false;
    return hit.source <= Source::admin1 || hit.population >= population;
  });
}

// "Man", "Car": a common word that is also a town's name.
bool Namer::says_nothing(std::uint32_t at, std::uint32_t last) {
  return last == at + 1 && units_[at].is(common_word) &&
         place_hit(at, last).source > Source::admin1;
}

// "Team Verra", "Verra Underdogs Rescue": of a name that nothing explains, the country, state or
// big city in it.
bool Namer::take_inner_place(std::uint32_t at, std::uint32_t last) {
  for (std::uint32_t end = last - 1; end > at; --end) {
    if (!strong_place(at, end, 200000) || units_[end - 1].is(direction | generic_body) ||
        says_nothing(at, end) || (units_[at].is(given_name) && end == at + 1 && last == at + 2))
      continue;
    const Hit hit = place_hit(at, end);
    add_place(at, end, hit);
    return true;
  }
  for (std::uint32_t first = at + 1; first < last; ++first) {
    if (!units_[first].has(capital) || units_[first].is(direction | generic_body) ||
        !strong_place(first, last, 200000) || units_[first - 1].is(given_name) ||
        units_[at].is(given_name) || says_nothing(first, last))
      continue;
    const Hit hit = place_hit(first, last);
    add_place(first, last, hit);
    return true;
  }
  return false;
}

void Namer::add_place(std::uint32_t first, std::uint32_t last, const Hit& hit) {
  Draft& draft = add(first, last, MentionType::place, ids_.place);
  draft.source = hit.source;
  draft.row = hit.row;
}

bool Namer::take_place(std::uint32_t at, std::uint32_t last) {
  const std::uint32_t length = last - at;
  if (length < 2) return false;
  const Hit hit = place_hit(at, last);
  if (hit.source != Source::none) {
    // A given name speaks for a person; a small article alone does not: "Maarat al-Numan".
    const bool named = units_[at].is(given_name) && !units_[at].is(name_particle);
    const bool person = (named || units_[at].has(initial)) && looks_like_person(at, last) &&
                        !units_[at].is(place_prefix);
    const bool sure = hit.source <= Source::admin1 || hit.population >= (person ? 100000 : 15000) ||
                      after_locative(at) || place_follows(last);
    if (sure) {
      add_place(at, last, hit);
      return true;
    }
  }
  std::uint32_t name = at;
  while (name + 1 < last && units_[name].is(direction)) ++name;
  if (name > at) {  // "Western Iran", "Far North Verra"
    const Hit inner = place_hit(name, last);
    const bool part = name + 1 == last && units_[name].is(direction);
    if (!part && inner.source != Source::none &&
        (inner.source <= Source::admin1 || inner.population >= 50000)) {
      // "South Bridgton" is a name; "western Verra" and "West Norway" are parts of one.
      if (name == at + 1 && units_[at].is(compass) && inner.source > Source::admin1) name = at;
      add_place(name, last, inner);
      return true;
    }
  }
  return take_place_word(at, last);
}

// "Falcon Street", "Idra Province", "Mount Idra".
bool Namer::take_place_word(std::uint32_t at, std::uint32_t last) {
  const std::uint32_t length = last - at;
  const Unit& word = units_[last - 1];
  if (word.is(place_word) && !word.has(joined)) {
    const bool surname = words_.value(word.word, place_word, "sure").empty();
    const bool person = length == 2 || units_[at + 1].has(initial) || age_follows(last);
    if (sport_ && surname && country_in_brackets(last)) return false;
    if (surname && person && units_[at].is(given_name) && !after_locative(at) &&
        !follows_article(at))
      return false;
    Draft& draft = add(at, last, MentionType::place, ids_.place_word);
    draft.kind = words_.value(word.word, place_word, "kind");
    return true;
  }
  if (units_[at].is(place_prefix) && length <= 3 && !looks_like_person(at, last)) {
    add(at, last, MentionType::place, ids_.place_word).kind = "city";
    return true;
  }
  return false;
}

// ---- Persons

bool Namer::looks_like_person(std::uint32_t at, std::uint32_t last) const {
  const std::uint32_t length = last - at;
  if (length >= 5 && units_[at + 1].mark == '"') return true;  // a nickname
  if (length < 2 || length > 5) return false;
  for (std::uint32_t i = at; i < last; ++i) {
    if (units_[i].mark == '&' || units_[i].is(connective_of)) return false;
    if (i > at && i + 1 < last && units_[i].has(word_unit) && units_[i].is(org_word) &&
        !units_[i].is(given_name | name_particle))
      return false;
  }
  if (units_[last - 1].has(initial)) return false;
  if (units_[at].is(demonym) && !units_[at].is(given_name)) return false;
  if (units_[at].has(initial)) return true;
  if (units_[at].is(given_name)) {
    const bool body = units_[last - 1].is(org_word) ||
                      !words_.value(units_[last - 1].word, place_word, "sure").empty();
    if (body && units_[at].is(common_word)) return false;
    if (!units_[at].is(common_word) || !units_[last - 1].is(common_word)) return true;
    return vocabulary_.capital.has(units_[last - 1].key) &&
           !(units_[last - 1].is(place_word) && units_[at].has(all_caps));
  }
  for (std::uint32_t i = at + 1; i < last; ++i) {
    if (units_[i].has(initial) && i + 1 < last) return true;
    if (units_[i].is(name_particle) && !units_[i].has(capital)) return true;
  }
  return false;
}

bool Namer::take_person(std::uint32_t at, std::uint32_t last) {
  if (noun_follows(last, place_tail | org_tail)) return false;
  if (last - at == 2 && units_[at].is(name_particle) && after_locative(at))
    return false;  // "near Al Idra"
  if (last - at >= 2 && units_[last - 1].is(thing_word) && !units_[at].has(initial)) return false;
  const bool named = units_[at].is(given_name) || units_[at].has(initial);
  if (!named && follows_article(at)) return false;  // "the Corriere della Verra"
  if (!looks_like_person(at, last)) {
    const std::uint32_t role = role_before(at);
    const bool plain = last - at >= 2 && last - at <= 4 && !units_[at].is(common_word) &&
                       (role != at || age_follows(last));
    if (!plain) return false;
    add_person(at, last, ids_.role, role, at);
    return true;
  }
  const std::uint32_t role = role_before(at);
  add_person(at, last, role == at ? ids_.given_name : ids_.role, role, at);
  return true;
}

void Namer::take_pending(std::uint32_t at, std::uint32_t last) {
  if (last - at >= 2 && units_[last - 1].is(thing_word)) {
    if (!sport_ && !units_[at].is(given_name)) take_inner_place(at, last);  // "Iowa Democrats"
    return;
  }
  if (units_[at].has(glued_unit) && at > 0 &&
      units_[at - 1].has(number_unit)) {  // "6PR", "49ers": a name, but not "22nd"
    if (!units_[at].has(all_caps)) return;
    --at;
  }
  if (last - at == 1 && units_[at].has(initial) && !units_[at].has(all_caps)) return;
  const Unit& only = units_[at];
  const bool known = !only.has(all_caps) && person_of_.has(given_key(only.key));  // "Xi", not "XI"
  if (last - at == 1 &&
      (only.is(direction) || (only.is(name_suffix) && !known) ||
       (only.is(function_word) && !only.has(all_caps))) &&
      !only.has(initial))
    return;
  for (std::uint32_t i = at; i < last; ++i) {
    if (units_[i].mark != '&') continue;
    if (looks_like_person(at, i) && looks_like_person(i + 1, last)) {  // "Ana Ruiz & Bruno Vandi"
      add_person(at, i, ids_.given_name, at, at);
      add_person(i + 1, last, ids_.given_name, i + 1, i + 1);
      return;
    }
    Draft& draft = add(at, last, MentionType::organization, ids_.org_word);
    draft.kind = "company";
    learn_organisation(draft);
    return;
  }
  pending_.push_back({at, last, key_of(at, last)});
}

}  // namespace dateline::annotate
