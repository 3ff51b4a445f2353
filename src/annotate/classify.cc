// The first pass: one run of capitals after the other, cut and typed by the rules in their order: titles, listed names,
// nationalities, organisation words, place words, persons; what is left waits for the second pass.
#include <algorithm>

#include "annotate/namer.h"

namespace dateline::annotate {

void Namer::parse(Run run) {
  country_before_ = {};
  for (std::uint32_t at = std::max(run.first, covered_); at < run.last;) {
    if (!units_[at].has(capital)) {
      ++at;
      continue;
    }
    at = std::max(at + 1, step(at, run.last));
  }
}

std::uint32_t Namer::step(std::uint32_t at, std::uint32_t last) {
  if (const std::uint32_t end = take_road(at, last); end > at) return end;
  if (const std::uint32_t end = take_listed(at, last); end > at) return end;
  if (const std::uint32_t end = take_title(at, last); end > at) return end;
  if (const std::uint32_t end = take_demonym(at, last); end > at) return end;
  return take_segment(at, last);
}

// ---- Titles

std::uint32_t Namer::title_end(std::uint32_t at, std::uint32_t last) const {
  const Unit& unit = units_[at];
  if (unit.phrase_last > at && unit.phrase_last <= last && (unit.phrase_bits & title) != 0) return unit.phrase_last;
  if (unit.is(title) && !unit.has(joined)) return at + 1;
  if (unit.is(title_modifier) && at + 1 < last) {
    const std::uint32_t end = title_end(at + 1, last);
    return end > at + 1 ? end : at;
  }
  return at;
}

std::uint32_t Namer::take_title(std::uint32_t at, std::uint32_t last) {
  std::uint32_t end = title_end(at, last);
  if (end == at) return at;
  while (end < last) {
    const std::uint32_t more = title_end(end, last);
    if (more == end || more >= last) break;
    end = more;
  }
  if (end >= last) {
    // A title alone: "the President". A listed or known name may still be one ("Prince").
    country_before_ = {};
    return end;
  }
  if (units_[end].is(org_word) && !units_[end].is(given_name)) return at;
  if (units_[last - 1].is(org_word) && !units_[last - 1].is(org_weak) && last - end >= 1 && !units_[end].is(given_name)) return at;
  if (units_[last - 1].is(place_word) && last - end == 1) return at;
  std::uint32_t name_end = end;
  while (name_end < last && name_end - end < 5 && units_[name_end].mark != '&') {
    if (name_end > end && (units_[name_end].is(title) && name_end + 1 < last)) break;
    ++name_end;
  }
  if (name_end == end) return at;
  // "Chief People": a common word is a surname only after "Mr." and the like.
  const bool honorific = units_[at].is(title_abbreviation) || !words_.value(units_[at].word, title, "gender").empty();
  if (name_end == end + 1 && units_[end].is(common_word) && !units_[end].is(given_name) && !honorific && !units_[end].has(joined)) return at;
  add_person(end, name_end, ids_.title, at, end);
  country_before_ = {};
  return name_end;
}

std::uint32_t Namer::next_title(std::uint32_t at, std::uint32_t last) const {
  for (std::uint32_t i = at + 1; i < last; ++i) {
    if (units_[i].is(title_modifier) && units_[i].is(place_word)) continue;   // "Verra County | Sheriff"
    const std::uint32_t end = title_end(i, last);
    if (end > i && end < last) return i;
    if (end > i && end == last && units_[i].has(dotted)) return i;
    if (end > i && end == last && end - i >= 2) return i;
  }
  return last;
}

// ---- Lists

// Every word but the small ones begins with a capital: "the World Cup", not "the world cup".
bool Namer::all_capital(std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t i = first; i < last; ++i) {
    const Unit& unit = units_[i];
    if (!unit.has(word_unit) || unit.has(capital)) continue;
    if (unit.is(function_word | name_particle | connective_of | connective_and)) continue;
    return i + 1 == last && i == first + 1 && unit.is(org_word);   // "Haqqani network"
  }
  return units_[last - 1].has(capital) || !units_[last - 1].has(word_unit) || units_[last - 1].is(name_particle);
}

// "Route 30", "Interstate 70", "Falcon St.", "N. Falcon Rd."
std::uint32_t Namer::take_road(std::uint32_t at, std::uint32_t last) {
  const Unit& unit = units_[at];
  std::uint32_t end = at;
  if ((unit.phrase_bits & road_number) != 0 && unit.phrase_last <= last) end = unit.phrase_last;
  else if (unit.is(road_number)) end = at + 1;
  if (end > at && end == last) {
    const Unit* number = after(end);
    if (number != nullptr && number->has(number_unit)) {
      add(at, end + 1, MentionType::place, ids_.place_word).kind = "facility";
      return end + 1;
    }
  }
  for (std::uint32_t i = at + 1; i < last && i < at + 4; ++i) {
    if (!units_[i].is(street_word) || !units_[i].has(dotted)) continue;
    if (i + 1 < last && units_[i + 1].has(capital) && !units_[i + 1].has(sentence_start) && units_[at].has(initial)) continue;
    if (units_[at].is(title)) return at;
    add(at, i + 1, MentionType::place, ids_.place_word).kind = "facility";
    return i + 1;
  }
  return at;
}

// "ANA" is listed in capitals: "Ana" is somebody else. A text in capitals fits any name.
bool Namer::case_fits(std::uint32_t at, const Hit& hit) const {
  const Unit& unit = units_[at];
  if (unit.has(all_caps | joined | dotted)) return true;
  if (hit.source == Source::actor && tables_.actor_type(hit.row) == ActorType::person) return true;
  const std::string_view form = reading_.word(unit.first);
  if (tables_.table(hit.source)->text(hit.row, 0) == form) return true;
  std::string_view aliases = tables_.text(hit.source, hit.row, "aliases");
  while (!aliases.empty()) {
    const std::size_t end = std::min(aliases.find(';'), aliases.size());
    if (aliases.substr(0, end) == form) return true;
    aliases.remove_prefix(std::min(end + 1, aliases.size()));
  }
  return false;
}

Hit Namer::best_hit(std::uint32_t at, std::uint32_t last) {
  for (const Hit& hit : lookup_->at(at)) {
    if ((hit.last > last && hit.source != Source::actor) || !all_capital(at, hit.last)) continue;
    if (is_place(hit.source) && hit.source > Source::region && hit.last >= at + 2 &&
        (hit.population >= 5000 || hit.source <= Source::admin1)) {
      return {};   // "Atlantic City" before "Atlantic"
    }
    if (hit.source == Source::place || hit.source == Source::admin2 || hit.source == Source::admin1 || hit.source == Source::extra) continue;
    const bool single = hit.last == at + 1;
    if (single && units_[at].is(demonym) && is_place(hit.source) && hit.alternate) continue;
    if (hit.source == Source::club && single && !sport_) continue;
    const bool listed_body = hit.source == Source::actor || hit.source == Source::company || hit.source == Source::club;
    if (listed_body && single && !case_fits(at, hit)) continue;
    if (hit.source == Source::company && single && units_[at].is(common_word) && units_[at].has(sentence_start)) continue;
    if (hit.source == Source::actor && single) {
      // Acronyms are listed in capitals: "who" is not the WHO; "Who" neither.
      const std::string_view listed = reading_.word(units_[at].first);
      const bool common = units_[at].is(common_word) && !units_[at].has(all_caps);
      if (common && units_[at].has(sentence_start)) continue;
      const Unit* prior = before(at);
      if (listed.size() <= 4 && common && prior != nullptr && prior->is(article_word)) return hit;   // "the Fed"
      if (listed.size() <= 4 && (common || (units_[at].is(common_word) && units_[at].has(headline_unit)))) continue;
    }
    return hit;
  }
  return {};
}

void Namer::add_listed(std::uint32_t first, const Hit& hit) {
  if (hit.source == Source::actor) {
    const ActorType type = tables_.actor_type(hit.row);
    if (type == ActorType::other) return;
    if (type == ActorType::person) {
      add_person(first, hit.last, ids_.actor, first, first, &hit);
      return;
    }
    Draft& draft = add(first, hit.last, type == ActorType::place ? MentionType::place : MentionType::organization, ids_.actor);
    draft.source = hit.source;
    draft.row = hit.row;
    if (type != ActorType::place) learn_organisation(draft);
    return;
  }
  if (hit.source == Source::club || hit.source == Source::company) {
    Draft& draft = add(first, hit.last, MentionType::organization, hit.source == Source::club ? ids_.club : ids_.company);
    draft.source = hit.source;
    draft.row = hit.row;
    learn_organisation(draft);
    return;
  }
  Draft& draft = add(first, hit.last, MentionType::place, ids_.place);
  draft.source = hit.source;
  draft.row = hit.row;
}

std::uint32_t Namer::take_listed(std::uint32_t at, std::uint32_t last) {
  const Hit hit = best_hit(at, last);
  if (hit.source == Source::none) return at;
  const bool other = hit.source == Source::actor && tables_.actor_type(hit.row) == ActorType::other;
  if (hit.last < last && !other) {
    // "Reuters Television", "Clinton Foundation", "Bangladesh Bank": the longer name is the organisation's.
    std::uint32_t end = org_word_end(hit.last - 1, last);
    if (end > hit.last) {
      const Unit& word = units_[end - 1];
      const bool government = words_.value(word.word, org_word, "kind") == "government";
      const bool country = hit.source == Source::country || hit.source == Source::region;
      if (!(country && (government || word.is(org_weak)))) {
        end = take_organisation(at, end, last) ? end : hit.last;
        if (end > hit.last) return end;
      }
    }
    if (hit.source == Source::country && !typed_.has(key_of(at, hit.last)) && units_[hit.last].is(place_word) &&
        hit.last + 1 == last) {
      return take_place(at, last) ? last : at;   // "Jordan River", "France Street"
    }
    // A listed person's surname that is only the start of a longer name.
    if (hit.source == Source::actor && hit.last == at + 1 && looks_like_person(at, last) && !units_[at].has(all_caps)) return at;
  }
  if (hit.source == Source::actor && !other && hit.last == at + 1 && hit.last < last && units_[at].is(given_name) && looks_like_person(at, last)) return at;
  // "Chad Ruiz", "Israel Ruiz": a given name.
  if (hit.source == Source::country && hit.last == at + 1 && hit.last < last && units_[at].is(given_name) && last - at <= 3 &&
      !units_[last - 1].is(org_word | place_word | thing_word | common_word | title | demonym) && !units_[hit.last].is(title | demonym) &&
      !units_[at].has(headline_unit) && lookup_->at(hit.last).empty()) {
    return at;
  }
  // "Ford" is the article's own Ana Ford first, and only then the company.
  if ((hit.source == Source::company || hit.source == Source::club) && hit.last == at + 1 && hit.last == last) {
    take_pending(at, last);
    return last;
  }
  // A surname alone is the article's own person of that name first, and only then the listed one.
  if (hit.source == Source::actor && hit.last == at + 1 && tables_.actor_type(hit.row) == ActorType::person) {
    if (hit.last == last) {
      take_pending(at, last);
      return last;
    }
    if (take_person(at, last)) return last;
  }
  add_listed(at, hit);
  country_before_ = hit.source == Source::country ? tables_.text(Source::country, hit.row, "country") : std::string_view();
  return hit.last;
}

// ---- Nationalities

bool Namer::joins_demonym(std::uint32_t at, std::uint32_t last) const {
  const std::uint32_t end = org_word_end(at, last);
  if (end == at) return false;
  const Unit& word = units_[end - 1];
  if (word.is(org_weak)) return false;
  const std::string_view kind = words_.value(word.word, org_word, "kind");
  return kind != "government" && kind != "armed-group" && !kind.empty();
}

std::uint32_t Namer::take_demonym(std::uint32_t at, std::uint32_t last) {
  const Unit& unit = units_[at];
  std::uint32_t end = at;
  if ((unit.phrase_bits & demonym) != 0 && unit.phrase_last <= last) end = unit.phrase_last;
  else if (unit.is(demonym)) end = at + 1;
  if (end == at) return at;
  if (end < last && joins_demonym(end - 1, last)) return at;
  const std::uint32_t lead = end;
  // "Iraqi Kurds": one people.
  if (end == at + 1 && end < last && !unit.is(demonym_plural) && units_[end].is(demonym) && !units_[end].is(given_name) && !unit.has(joined)) ++end;
  if (end < last && !units_[at].is(demonym_plural) && units_[end].is(place_word) && end + 1 == last) return at;
  // "Israel Ben", "German Silva": a given name, not a nationality, where a name follows that is no title.
  if (unit.is(given_name) && end < last && end == at + 1 && last - at <= 3 && title_end(end, last) == end && !unit.has(headline_unit) &&
      !units_[end].is(org_word | role | common_word) && !units_[end].is(given_name)) {
    return at;
  }
  Draft& draft = add(at, end, MentionType::nationality, ids_.nationality);
  const rules::WordId word = lead > at + 1 ? unit.phrase : unit.word;
  draft.country = words_.value(word, demonym, "value");
  draft.kind = (lead > at + 1 ? unit.phrase_bits : unit.bits) & demonym_faith ? "faith" : "people";
  country_before_ = draft.country;
  return end;
}

// ---- What is left up to the next title

std::uint32_t Namer::take_segment(std::uint32_t at, std::uint32_t last) {
  std::uint32_t end = next_title(at, last);
  // A listed name inside ends the segment too, where an organisation word does not claim the whole.
  for (std::uint32_t i = at + 1; i < end; ++i) {
    if (units_[i].is(demonym) && !units_[i].is(given_name) && !units_[i].has(headline_unit) && org_word_end(at, end) == at) end = i;
  }
  while (end > at + 1 && !units_[end - 1].has(capital)) --end;
  // "Verra | Police Department": the place is a name by itself before a body that every place has.
  for (const Hit& hit : lookup_->at(at)) {
    if (!is_place(hit.source) || hit.last >= end || !all_capital(at, hit.last)) continue;
    const Unit& next = units_[hit.last];
    if (hit.last == at + 1 && units_[at].is(generic_body | org_word)) continue;
    const bool generic = next.is(generic_body) || (next.phrase_bits & generic_body) != 0;
    const bool sure = hit.source <= Source::admin2 || hit.population >= 5000;
    if (!sure || (!generic && !(hit.source == Source::admin2 && units_[hit.last - 1].is(place_word)))) continue;
    if (hit.source == Source::place && next.is(org_weak) && units_[at].is(given_name)) continue;
    Draft& draft = add(at, hit.last, MentionType::place, ids_.place);
    draft.source = hit.source;
    draft.row = hit.row;
    return hit.last;
  }
  std::uint32_t org_end = org_word_end(at, end);
  if (org_end > at && take_organisation(at, org_end, end)) return org_end;
  if (take_place(at, end) || take_person(at, end)) return end;
  take_pending(at, end);
  return end;
}

// Where an organisation word ends the name that begins at `at`: the last such word in [at+1, last), or the first one of all.
std::uint32_t Namer::org_word_end(std::uint32_t at, std::uint32_t last) const {
  for (std::uint32_t i = last; i-- > at + 1;) {
    const Unit& unit = units_[i];
    if (!unit.is(org_word) || !unit.has(capital)) continue;
    if (i + 1 < last && unit.is(org_weak)) continue;
    return i + 1;
  }
  const Unit& first = units_[at];
  if (first.is(org_of) && extend_of(at + 1) > at + 1) return at + 1;
  return at;
}

// "of" or "for" (and "the") and capitals after an organisation word: where they end; `last` where there are none.
std::uint32_t Namer::extend_of(std::uint32_t last) const {
  const auto size = static_cast<std::uint32_t>(units_.size());
  std::uint32_t i = last;
  if (i + 1 >= size || !units_[i].is(connective_of) || units_[i].has(line_start)) return last;
  ++i;
  if (i + 1 < size && units_[i].is(article_word) && !units_[i].has(line_start)) ++i;
  if (i >= size || units_[i].has(line_start) || !units_[i].has(capital) || !is_name_unit(i) || units_[i].is(function_word)) return last;
  std::uint32_t end = run_end(i);
  if (end + 1 < size && units_[end].is(connective_and) && !units_[end].has(line_start) && units_[end + 1].has(capital) &&
      !units_[end + 1].is(title | demonym) && is_name_unit(end + 1) && !units_[end + 1].has(line_start) && units_[end - 1].is(common_word) &&
      units_[end + 1].is(common_word)) {
    end = run_end(end + 1);
  }
  if (const std::uint32_t more = extend_of(end); more > end) return more;
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
    if (weak && length == 2 && (units_[at].is(given_name) || units_[at].has(initial) || person_of_.has(surname_key(last - 1)))) return false;
    if (weak && length == 2 && units_[at].is(common_word) && units_[at].has(sentence_start)) return false;
    if (word.is(place_word) && weak && after_locative(at)) return false;
    if (word.is(name_particle) && looks_like_person(at, last)) return false;
  }
  Draft& draft = add(at, end, MentionType::organization, ids_.org_word);
  draft.kind = words_.value(word.word, org_word, "kind");
  draft.country = country_before_;
  learn_organisation(draft);
  covered_ = std::max(covered_, end);
  last = end;
  return true;
}

// ---- Places

Hit Namer::place_hit(std::uint32_t at, std::uint32_t last) {
  Hit best;
  for (const Hit& hit : lookup_->at(at)) {
    if (hit.last != last || !is_place(hit.source)) continue;
    if (best.source == Source::none || hit.source < best.source ||
        (hit.source == best.source && hit.population > best.population)) {
      if (best.source != Source::none && best.source < Source::admin1 && hit.source >= Source::admin1) continue;
      best = hit;
    }
  }
  return best;
}

bool Namer::strong_place(std::uint32_t at, std::uint32_t last, std::int64_t population) {
  const Hit hit = place_hit(at, last);
  if (hit.source == Source::none || hit.source == Source::admin2) return false;
  return hit.source <= Source::admin1 || hit.population >= population;
}

// "Team Verra", "Verra Underdogs Rescue": of a name that nothing explains, the country, state or big city in it.
bool Namer::take_inner_place(std::uint32_t at, std::uint32_t last) {
  for (std::uint32_t end = last - 1; end > at; --end) {
    if (!strong_place(at, end, 200000) || units_[end - 1].is(direction | generic_body) || (units_[at].is(given_name) && end == at + 1 && last == at + 2)) continue;
    const Hit hit = place_hit(at, end);
    Draft& draft = add(at, end, MentionType::place, ids_.place);
    draft.source = hit.source;
    draft.row = hit.row;
    return true;
  }
  for (std::uint32_t first = at + 1; first < last; ++first) {
    if (!units_[first].has(capital) || units_[first].is(direction | generic_body) || !strong_place(first, last, 200000) || units_[at].is(given_name)) continue;
    const Hit hit = place_hit(first, last);
    Draft& draft = add(first, last, MentionType::place, ids_.place);
    draft.source = hit.source;
    draft.row = hit.row;
    return true;
  }
  return false;
}

bool Namer::take_place(std::uint32_t at, std::uint32_t last) {
  const std::uint32_t length = last - at;
  if (length < 2) return false;
  const Hit hit = place_hit(at, last);
  if (hit.source != Source::none) {
    const bool person = looks_like_person(at, last) && !units_[at].is(place_prefix);
    const bool sure = hit.source <= Source::admin1 || hit.population >= (person ? 100000 : 15000) || after_locative(at) || place_follows(last);
    if (sure) {
      Draft& draft = add(at, last, MentionType::place, ids_.place);
      draft.source = hit.source;
      draft.row = hit.row;
      return true;
    }
  }
  std::uint32_t name = at;
  while (name + 1 < last && units_[name].is(direction)) ++name;
  if (name > at) {   // "Western Iran", "Far North Verra"
    const Hit inner = place_hit(name, last);
    const bool part = name + 1 == last && units_[name].is(direction);
    if (!part && inner.source != Source::none && (inner.source <= Source::admin1 || inner.population >= 50000)) {
      // "South Bridgton" is a name; "western Verra" and "West Norway" are parts of one.
      if (name == at + 1 && units_[at].is(compass) && inner.source > Source::admin1) name = at;
      Draft& draft = add(name, last, MentionType::place, ids_.place);
      draft.source = inner.source;
      draft.row = inner.row;
      return true;
    }
  }
  const Unit& word = units_[last - 1];
  if (word.is(place_word) && !word.has(joined)) {
    if (length == 2 && units_[at].is(given_name) && !after_locative(at) && (before(at) == nullptr || !before(at)->is(article_word))) return false;
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
  if (length < 2 || length > 5) return false;
  for (std::uint32_t i = at; i < last; ++i) {
    if (units_[i].mark == '&' || units_[i].is(connective_of)) return false;
    if (i > at && i + 1 < last && units_[i].has(word_unit) && units_[i].is(org_word) && !units_[i].is(given_name | name_particle)) return false;
  }
  if (units_[last - 1].has(initial)) return false;
  if (units_[at].is(demonym) && !units_[at].is(given_name)) return false;
  if (units_[at].has(initial)) return true;
  if (units_[at].is(given_name)) {
    if (units_[last - 1].is(place_word | org_word) && units_[at].is(common_word)) return false;
    return !(units_[at].is(common_word) && units_[last - 1].is(common_word)) || capital_.has(units_[last - 1].key);
  }
  for (std::uint32_t i = at + 1; i < last; ++i) {
    if (units_[i].has(initial) && i + 1 < last) return true;
    if (units_[i].is(name_particle) && !units_[i].has(capital)) return true;
  }
  return false;
}

bool Namer::take_person(std::uint32_t at, std::uint32_t last) {
  if (last - at >= 2 && units_[last - 1].is(thing_word)) return false;
  if (!looks_like_person(at, last)) {
    const std::uint32_t role = role_before(at);
    const bool plain = last - at >= 2 && last - at <= 4 && !units_[at].is(common_word) && (role != at || age_follows(last));
    if (!plain) return false;
    add_person(at, last, ids_.role, role, at);
    return true;
  }
  const std::uint32_t role = role_before(at);
  add_person(at, last, role == at ? ids_.given_name : ids_.role, role, at);
  return true;
}

void Namer::take_pending(std::uint32_t at, std::uint32_t last) {
  if (last - at >= 2 && units_[last - 1].is(thing_word)) return;
  if (units_[at].has(glued_unit) && at > 0 && units_[at - 1].has(number_unit)) {   // "6PR", "49ers": a name, but not "22nd"
    if (!units_[at].has(all_caps)) return;
    --at;
  }
  if (last - at == 1 && units_[at].has(initial) && !units_[at].has(all_caps)) return;
  const Unit& only = units_[at];
  if (last - at == 1 && (only.is(direction | name_suffix) || (only.is(function_word) && !only.has(all_caps))) && !only.has(initial)) return;
  for (std::uint32_t i = at; i < last; ++i) {
    if (units_[i].mark != '&') continue;
    Draft& draft = add(at, last, MentionType::organization, ids_.org_word);
    draft.kind = "company";
    learn_organisation(draft);
    return;
  }
  pending_.push_back({at, last, key_of(at, last)});
}

}  // namespace dateline::annotate
