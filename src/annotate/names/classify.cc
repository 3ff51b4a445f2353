// The first pass: one run of capitals after the other, cut and typed by the rules in their order:
// titles, listed names, nationalities, organisation words, place words, persons; what is left waits
// for the second pass.
#include <algorithm>

#include "annotate/names/namer.h"

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
  const UnitPhrase& phrase = units_.phrase(at);
  if (phrase.last > at && phrase.last <= last && (phrase.bits & title) != 0) return phrase.last;
  if (unit.is(title) && !unit.has(joined)) return at + 1;
  if (unit.is(title_modifier) && at + 1 < last) {
    const std::uint32_t end = title_end(at + 1, last);
    return end > at + 1 ? end : at;
  }
  return at;
}

// "Saint Petersburg": a listed place that begins with a title.
bool Namer::is_town(std::uint32_t at, std::uint32_t last) {
  const std::int64_t enough = after_locative(at) ? 20000 : 1000000;  // people
  const auto hits = lookup_.at(at);
  return std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) {
    return is_place(hit.source) && hit.last >= at + 2 && hit.last <= last &&
           hit.population >= enough;
  });
}

std::uint32_t Namer::take_title(std::uint32_t at, std::uint32_t last) {
  std::uint32_t end = title_end(at, last);
  if (end == at || is_town(at, last)) return at;
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
  if (last - end == 1 && units_[end].is(title) && !units_[end].is(given_name))
    return last;  // "Mr President"
  if (units_[end].is(org_word) && !units_[end].is(given_name)) return at;
  if (ends_org_phrase(last)) return at;  // "Bishop Vandemoor High School"
  if (units_[last - 1].is(org_word) && !units_[last - 1].is(org_weak) && last - end >= 1 &&
      !units_[end].is(given_name))
    return at;
  const bool honorific =
      units_[at].is(title_abbreviation) || !words_.value(units_[at].word, title, "gender").empty();
  const bool of_office = !honorific || units_[at].is(street_word);  // "St. Vandi Park"
  if (units_[last - 1].is(place_word) && last - end == 1 && of_office) return at;
  std::uint32_t name_end = end;
  while (name_end < last && name_end - end < 5 && units_[name_end].mark != '&') {
    if (name_end > end && (units_[name_end].is(title) && name_end + 1 < last)) break;
    ++name_end;
  }
  for (const Hit& hit : lookup_.at(end)) {  // "Ban Ki-moon": the run of capitals cuts it
    if (hit.last > name_end && names_person(hit)) name_end = hit.last;
  }
  if (name_end == end) return at;
  // "Chief People": a common word is a surname only after "Mr." and the like.
  const bool common = name_end == end + 1 && units_[end].is(common_word) &&
                      !units_[end].is(given_name) && !units_[end].has(joined);
  if (common && !honorific && listed_person(end, name_end).source == Source::none)
    return at;  // but "President Bush"
  add_person(end, name_end, ids_.title, at, end);
  country_before_ = {};
  return name_end;
}

std::uint32_t Namer::next_title(std::uint32_t at, std::uint32_t last) const {
  for (std::uint32_t i = at + 1; i < last; ++i) {
    if (units_[i].is(title_modifier) && units_[i].is(place_word))
      continue;  // "Verra County | Sheriff"
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
    if (i > first && units_[i - 1].mark == '-') continue;         // "Ban Ki-moon"
    return i + 1 == last && i == first + 1 && unit.is(org_word);  // "Haqqani network"
  }
  const bool joined_end = last > first + 1 && units_[last - 2].mark == '-';
  return units_[last - 1].has(capital) || joined_end || !units_[last - 1].has(word_unit) ||
         units_[last - 1].is(name_particle);
}

// "Route 30", "Interstate 70", "Falcon St.", "N. Falcon Rd."
std::uint32_t Namer::take_road(std::uint32_t at, std::uint32_t last) {
  const Unit& unit = units_[at];
  std::uint32_t end = at;
  const UnitPhrase& phrase = units_.phrase(at);
  if ((phrase.bits & road_number) != 0 && phrase.last <= last)
    end = phrase.last;
  else if (unit.is(road_number))
    end = at + 1;
  if (end > at && end == last) {
    const Unit* number = after(end);
    if (number != nullptr && number->has(number_unit)) {
      add(at, end + 1, MentionType::place, ids_.place_word).kind = "facility";
      return end + 1;
    }
  }
  for (std::uint32_t i = at + 1; i < last && i < at + 4; ++i) {
    if (!units_[i].is(street_word) || !units_[i].has(dotted)) continue;
    const Unit* next = after(i + 1);  // "Health Director Dr. Ruiz"
    if (units_[i].is(title) && next != nullptr && next->has(capital) && !next->has(sentence_start))
      return at;
    if (i + 1 < last && units_[i + 1].has(capital) && !units_[i + 1].has(sentence_start) &&
        units_[at].has(initial))
      continue;
    if (units_[at].is(title) || listed_over(at, i + 1) || listed_over(i, i + 1)) return at;
    add(at, i + 1, MentionType::place, ids_.place_word).kind = "facility";
    return i + 1;
  }
  return at;
}

// "South St. Paul", "St. Paul": a listed name goes on behind `last`.
bool Namer::listed_over(std::uint32_t at, std::uint32_t last) {
  const auto hits = lookup_.at(at);
  return std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) { return hit.last > last; });
}

// "ANA" is listed in capitals: "Ana" is somebody else. A text in capitals fits any name.
bool Namer::case_fits(std::uint32_t at, const Hit& hit) const {
  const Unit& unit = units_[at];
  if (unit.has(all_caps | joined | dotted)) return true;
  if (hit.source == Source::actor && tables_.actor_type(hit.row) == ActorType::person) return true;
  const std::string_view form = reading_->word(unit.first);
  if (tables_.table(hit.source)->text(hit.row, 0) == form) return true;
  std::string_view aliases = tables_.text(hit.source, hit.row, "aliases");
  while (!aliases.empty()) {
    const std::size_t end = std::min(aliases.find(';'), aliases.size());
    if (aliases.substr(0, end) == form) return true;
    aliases.remove_prefix(std::min(end + 1, aliases.size()));
  }
  return false;
}

// A listed actor, club or company, or a country, begins at the unit.
bool Namer::names_body(std::uint32_t at) {
  const auto hits = lookup_.at(at);
  return std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) {
    return hit.source <= Source::region || hit.source >= Source::club;
  });
}

bool Namer::company_at(std::uint32_t at) {
  const auto hits = lookup_.at(at);
  return std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) {
    return hit.source == Source::company && hit.last == at + 1;
  });
}

Hit Namer::best_hit(std::uint32_t at, std::uint32_t last) {
  for (const Hit& hit : lookup_.at(at)) {
    const bool whole = hit.last <= last || hit.source <= Source::region;  // "Trinidad and Tobago"
    if (!whole || claimed_[hit.last - 1] != 0 || !all_capital(at, hit.last)) continue;
    if (is_place(hit.source) && hit.source > Source::region && hit.last >= at + 2 &&
        (hit.population >= 5000 || hit.source <= Source::admin1)) {
      return {};  // "Atlantic City" before "Atlantic"
    }
    if (hit.source == Source::place || hit.source == Source::admin2 ||
        hit.source == Source::admin1 || hit.source == Source::extra)
      continue;
    const bool single = hit.last == at + 1;
    const Unit* prior = before(at);
    if (single && is_place(hit.source) && units_[at].is(place_word) &&
        units_[at].is(common_word)) {  // "the Gulf", "the Gulf of Odun"
      const Unit* next = after(hit.last);
      if (prior == nullptr || !prior->is(article_word) ||
          (next != nullptr && (next->has(capital) || next->is(connective_of))))
        continue;
    }
    const bool alone = prior != nullptr && prior->is(article_word) &&
                       ends_phrase(hit.last);  // "in the Mediterranean", not "the Irish said"
    if (single && units_[at].is(demonym) && is_place(hit.source) && hit.alternate &&
        !(alone && hit.source == Source::region))
      continue;
    if (hit.source == Source::club && single && !sport_) continue;
    if (single && hit.source == Source::region && company_at(at) &&
        (prior == nullptr || !prior->is(article_word)))
      continue;  // "the Amazon"
    const bool listed_body =
        hit.source == Source::actor || hit.source == Source::company || hit.source == Source::club;
    if (listed_body && single && !case_fits(at, hit)) continue;
    if (hit.source == Source::company && single && units_[at].is(common_word) &&
        units_[at].has(sentence_start))
      continue;
    if (hit.source == Source::actor && single) {
      // Acronyms are listed in capitals: "who" is not the WHO; "Who" neither.
      const std::string_view listed = reading_->word(units_[at].first);
      const bool common = units_[at].is(common_word) && !units_[at].has(all_caps);
      if (common && units_[at].has(sentence_start)) continue;
      if (listed.size() <= 4 && common && prior != nullptr && prior->is(article_word))
        return hit;  // "the Fed"
      if (listed.size() <= 4 &&
          (common || (units_[at].is(common_word) && units_[at].has(headline_unit))))
        continue;
    }
    return hit;
  }
  return {};
}

bool Namer::names_person(const Hit& hit) const {
  return hit.source == Source::actor && tables_.actor_type(hit.row) == ActorType::person;
}

void Namer::add_listed(std::uint32_t first, const Hit& hit) {
  if (hit.source == Source::actor) {
    const ActorType type = tables_.actor_type(hit.row);
    if (type == ActorType::other) return;
    if (type == ActorType::person) {
      add_person(first, hit.last, ids_.actor, first, first, &hit);
      return;
    }
    Draft& draft =
        add(first, hit.last,
            type == ActorType::place ? MentionType::place : MentionType::organization, ids_.actor);
    draft.source = hit.source;
    draft.row = hit.row;
    if (type != ActorType::place) learn_organisation(draft);
    return;
  }
  if (hit.source == Source::club || hit.source == Source::company) {
    Draft& draft = add(first, hit.last, MentionType::organization,
                       hit.source == Source::club ? ids_.club : ids_.company);
    draft.source = hit.source;
    draft.row = hit.row;
    learn_organisation(draft);
    return;
  }
  Draft& draft = add(first, hit.last, MentionType::place, ids_.place);
  draft.source = hit.source;
  draft.row = hit.row;
}

// The longer name that a listed one begins: where it ends; `at` where it is a person's, and nothing
// where there is none.
std::optional<std::uint32_t> Namer::take_longer(std::uint32_t at, std::uint32_t last,
                                                const Hit& hit) {
  // "Reuters Television", "Clinton Foundation", "Bangladesh Bank": the longer name is the
  // organisation's.
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
  if ((hit.source == Source::country || hit.source == Source::region) &&
      units_[hit.last].is(place_word) && hit.last + 1 == last) {
    return take_place(at, last) ? last : at;  // "Jordan River", "France Street"
  }
  const bool body = hit.source == Source::company || hit.source == Source::club;
  const bool sure = !words_.value(units_[last - 1].word, place_word, "sure").empty();
  if ((sure || names_person(hit)) && (body || names_person(hit)) && last - hit.last <= 3 &&
      units_[last - 1].is(place_word) && take_place(at, last))
    return last;  // "Ana Ruiz International Airport"
  return std::nullopt;
}

// "Chad Ruiz", "Israel Ruiz": the listed name is a person's given name, or the start of the whole.
bool Namer::starts_person(std::uint32_t at, std::uint32_t last, const Hit& hit) const {
  if (hit.last != at + 1 || hit.last >= last) return false;
  if (hit.source == Source::actor)
    return (!units_[at].has(all_caps) || units_[at].is(given_name)) && looks_like_person(at, last);
  return is_place(hit.source) && units_[at].is(given_name) && last - at <= 3 &&
         !units_[last - 1].is(org_word | place_word | thing_word | common_word | title | demonym) &&
         !units_[hit.last].is(title | demonym) && !units_[at].has(headline_unit);
}

std::uint32_t Namer::take_listed(std::uint32_t at, std::uint32_t last) {
  const Hit hit = best_hit(at, last);
  if (hit.source == Source::none) return at;
  const bool other = hit.source == Source::actor && tables_.actor_type(hit.row) == ActorType::other;
  if (hit.last < last && !other) {
    if (const auto end = take_longer(at, last, hit)) return *end;
  }
  if (!other && starts_person(at, last, hit) &&
      (hit.source == Source::actor || !names_body(hit.last)))
    return at;
  // "Ford" is the article's own Ana Ford first, and only then the company.
  if ((hit.source == Source::company || hit.source == Source::club) && hit.last == at + 1 &&
      hit.last == last) {
    take_pending(at, last);
    return last;
  }
  // A surname alone is the article's own person of that name first, and only then the listed one.
  if (hit.source == Source::actor && hit.last == at + 1 &&
      tables_.actor_type(hit.row) == ActorType::person) {
    if (hit.last == last) {
      take_pending(at, last);
      return last;
    }
    if (take_person(at, last)) return last;
  }
  add_listed(at, hit);
  country_before_ = hit.source == Source::country
                        ? tables_.text(Source::country, hit.row, "country")
                        : std::string_view();
  return hit.last;
}

// ---- Nationalities

bool Namer::joins_demonym(std::uint32_t at, std::uint32_t last) {
  const std::uint32_t end = org_word_end(at, last);
  if (end == at) return false;
  const Unit& word = units_[end - 1];
  if (word.is(org_weak)) return false;
  const std::string_view kind = words_.value(word.word, org_word, "kind");
  return kind != "government" && kind != "armed-group" && !kind.empty();
}

std::uint32_t Namer::take_demonym(std::uint32_t at, std::uint32_t last) {
  if (is_town(at, last)) return at;  // "Tamil Nadu"
  const Unit& unit = units_[at];
  std::uint32_t end = at;
  const UnitPhrase& phrase = units_.phrase(at);
  if ((phrase.bits & demonym) != 0 && phrase.last <= last)
    end = phrase.last;
  else if (unit.is(demonym))
    end = at + 1;
  if (end == at) return at;
  if (end < last && joins_demonym(end - 1, last)) return at;
  const std::uint32_t lead = end;
  // "Iraqi Kurds": one people.
  if (end == at + 1 && end < last && !unit.is(demonym_plural) && units_[end].is(demonym) &&
      !units_[end].is(given_name) && !unit.has(joined))
    ++end;
  if (end < last && !units_[at].is(demonym_plural) && units_[end].is(place_word) && end + 1 == last)
    return at;
  // "Israel Ben", "German Silva": a given name, not a nationality, where a name follows that is no
  // title.
  if (unit.is(given_name) && end < last && end == at + 1 && last - at <= 3 &&
      title_end(end, last) == end && !unit.has(headline_unit) &&
      !units_[end].is(org_word | role | common_word) && !units_[end].is(given_name)) {
    return at;
  }
  Draft& draft = add(at, end, MentionType::nationality, ids_.nationality);
  const rules::WordId word = lead > at + 1 ? phrase.word : unit.word;
  draft.country = words_.value(word, demonym, "value");
  draft.kind = (lead > at + 1 ? phrase.bits : unit.bits) & demonym_faith ? "faith" : "people";
  country_before_ = draft.country;
  return end;
}

}  // namespace dateline::annotate
