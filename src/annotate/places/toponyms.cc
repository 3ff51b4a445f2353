#include "annotate/places/toponyms.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "annotate/words/ids.h"

namespace dateline::annotate {
namespace {

using rules::Reading;
using text::TokenRange;

bool is_dot(const Reading& reading, std::uint32_t i) {
  return i < reading.tokens.size() && reading.tokens.has(i, text::glued) && reading.word(i) == ".";
}
bool is_comma(const Reading& reading, std::uint32_t i) {
  return i < reading.tokens.size() && reading.word(i) == ",";
}

// "US" but not "us", "La." or ", LA" but not "La", "Bam" but not "BAM": short names need more than
// their letters.
bool form_fits(const Reading& reading, TokenRange tokens, const PlaceFacts& facts, bool alternate) {
  const Span span = reading.span(tokens);
  const bool capitals = reading.tokens.has(tokens.first, text::all_upper);
  if (facts.short_form) {
    const bool dotted = is_dot(reading, tokens.last) || is_dot(reading, tokens.last - 1);
    return dotted || (tokens.first > 0 && is_comma(reading, tokens.first - 1));
  }
  if (span.size() > 3 || tokens.size() > 1) return true;
  if (!facts.gazetteer) return capitals;
  return reading.tokens.has(tokens.first, text::starts_upper) && !capitals && !alternate;
}

void append_number(std::int64_t number, std::string& out) {
  std::array<char, 20> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  out.append(digits.data(), end);
}

void write_id(const PlaceFacts& facts, Mention& mention) {
  mention.id = "place/";
  if (mention.geonames != 0) return append_number(mention.geonames, mention.id);
  append_code(facts.country, mention.id);
  const bool division = facts.level == PlaceLevel::admin1 || facts.level == PlaceLevel::admin2;
  if (facts.level == PlaceLevel::country) return;
  if (division) {
    append_code(facts.admin1, mention.id += '.');
    if (facts.level == PlaceLevel::admin2) append_code(facts.admin2, mention.id += '.');
    return;
  }
  if (!facts.country.empty()) mention.id += '/';
  append_code(mention.name, mention.id);
}

}  // namespace

std::string_view kind_name(const PlaceFacts& facts) {
  switch (facts.level) {
    case PlaceLevel::country:
      return "country";
    case PlaceLevel::admin1:
    case PlaceLevel::admin2:
      return "region";
    case PlaceLevel::city:
      return "city";
    case PlaceLevel::facility:
      return "facility";
    case PlaceLevel::water:
      return "water";
    case PlaceLevel::world:
      return facts.kind == "continent" || facts.kind == "mountain" ? facts.kind : "region";
  }
  return "region";
}

// What stands around the name itself: "northern [Homs] province".
struct Toponyms::Name {
  TokenRange core;
  TokenRange modifier;
};

void Toponyms::describe(const PlaceFacts& facts, Mention& mention) const {
  mention.name = tables_.name(facts);
  mention.kind = kind_name(facts);
  mention.geonames = tables_.geonames(facts);
  write_id(facts, mention);
  locate(facts, mention);
}

Toponyms::Toponyms(const Words& words)
    : words_(words), rules_(&words.rules()), tables_(words.rules()), skeletons_(words, tables_) {}

PlaceCandidate Toponyms::candidate(const rules::NameHit& hit) const {
  const PlaceFacts facts = tables_.facts(*hit.table, hit.row);
  return {facts, hit.alternate, prior_score(facts, hit.alternate), keys_of(facts)};
}

// The places among `hits` that end at `end` (or at the dot before it).
void Toponyms::collect(const Reading& reading, TokenRange tokens, PlaceWork& work) const {
  const std::uint32_t bare =
      tokens.size() > 1 && is_dot(reading, tokens.last - 1) ? tokens.last - 1 : tokens.last;
  for (const rules::NameHit& hit : work.hits) {
    if (hit.last < bare || hit.last > tokens.last) continue;
    PlaceCandidate& place = work.known.at(hit);
    if (!KnownPlaces::holds(place, hit)) {
      if (!tables_.holds_places(*hit.table)) continue;
      place = candidate(hit);
    }
    if (form_fits(reading, tokens, place.facts, hit.alternate)) work.candidates.push_back(place);
  }
}

bool Toponyms::exact(const Reading& reading, TokenRange tokens, PlaceWork& work) const {
  rules::names_at(*rules_, reading, tokens.first, tokens, work.hits);
  collect(reading, tokens, work);
  return !work.candidates.empty();
}

Toponyms::Name Toponyms::look_up(const Reading& reading, TokenRange tokens, PlaceWork& work) const {
  work.candidates.clear();
  Name name{tokens, {tokens.first, tokens.first}};
  if (tokens.empty() || exact(reading, tokens, work)) return name;
  const auto is = [&](std::uint32_t i, WordBit bit) { return is_word(reading, i, bit); };
  TokenRange core = tokens;
  if (core.size() > 1 && is(core.first, arabic_article)) {  // "al-Zawiya" is listed as Zawiya
    core.first += core.size() > 2 && reading.word(core.first + 1) == "-" ? 2 : 1;
    if (exact(reading, core, work)) return name.core = core, name;
    core = tokens;
  }
  while (core.size() > 1 && (is(core.first, direction) || reading.word(core.first) == "-"))
    ++core.first;
  name.modifier = {tokens.first, core.first};
  if (core.first > tokens.first && exact(reading, core, work)) return name.core = core, name;
  // "the city of Aleppo": the name is what stands after the second word.
  if (core.size() > 2 && (is(core.first, place_of) || is(core.first, place_word)) &&
      exact(reading, {core.first + 2, core.last}, work)) {
    return name.core = {core.first + 2, core.last}, name;
  }
  for (TokenRange shorter = core; shorter.size() > 1 && is(shorter.last - 1, place_word);) {
    --shorter.last;
    if (exact(reading, shorter, work)) return name.core = shorter, name;
  }
  name.core = core;
  return name;
}

TokenRange Toponyms::modifier_before(const Reading& reading, std::uint32_t first) const {
  const auto is = [&](std::uint32_t i) { return is_word(reading, i, direction); };
  std::uint32_t begin = first;
  if (begin > 0 && is(begin - 1) && !reading.tokens.has(first, text::after_newline)) --begin;
  // "north-eastern"
  if (begin < first && begin >= 2 && reading.word(begin - 1) == "-" && is(begin - 2)) begin -= 2;
  return {begin, first};
}

bool Toponyms::region_follows(const Reading& reading, std::uint32_t last) const {
  if (last >= reading.words.size() || reading.tokens.has(last, text::after_newline)) return false;
  return words_.value(reading.words[last], place_word, "kind") == "region";
}

// Short forms depend on what stands around them; other names mean the same wherever they stand.
bool Toponyms::is_known(const Reading& reading, TokenRange tokens, const PlaceWork& work) {
  return reading.span(tokens).size() > 5 && work.scores.knows(reading, tokens);
}

void Toponyms::look_inside(const Reading& reading, TokenRange tokens, PlaceWork& work) const {
  for (std::uint32_t i = tokens.first; i < tokens.last; ++i) {
    if (!reading.tokens.has(i, text::starts_upper)) continue;
    rules::names_at(*rules_, reading, i, tokens, work.hits);
    work.candidates.clear();
    std::uint32_t end = i;
    bool known = false;
    for (const rules::NameHit& hit : work.hits) {  // longest first
      if (hit.last == end) continue;
      end = hit.last;
      known = is_known(reading, {i, end}, work);
      if (!known) collect(reading, {i, end}, work);
      if (known || !work.candidates.empty()) break;
    }
    if (!known && work.candidates.empty()) continue;
    work.scores.add_aside(reading, {i, end}, work.candidates);
    i = end - 1;
  }
}

void Toponyms::resolve(const Reading& reading, std::vector<PlaceMention>& mentions,
                       PlaceWork& work) const {
  PlaceScores& scores = work.scores;
  scores.clear();
  for (PlaceMention& mention : mentions) {
    if (mention.evidence_only) {
      scores.add_country(mention.country);
      mention.facts = tables_.country(mention.country);
    } else if (mention.inside) {
      look_inside(reading, mention.tokens, work);
    } else {
      add(reading, mention, work);
    }
  }
  scores.solve();
  std::uint32_t number = 0;
  for (PlaceMention& mention : mentions) {
    if (mention.evidence_only || mention.inside) continue;
    const PlaceChoice choice = scores.choice(number++);
    if (choice.candidate == nullptr) continue;
    mention.facts = &choice.candidate->facts;
    mention.supported = choice.supported;
  }
  find_respelled(reading, mentions);
}

// Names that no table has, by their consonants, in the countries that the article speaks of: of
// most first.
void Toponyms::find_respelled(const Reading& reading, std::vector<PlaceMention>& mentions) const {
  const auto is_unknown = [](const PlaceMention& mention) {
    return mention.facts == nullptr && !mention.evidence_only && !mention.inside &&
           !mention.doubtful;
  };
  if (std::none_of(mentions.begin(), mentions.end(), is_unknown)) return;
  std::map<std::string_view, int> times;
  for (const PlaceMention& mention : mentions) {
    if (mention.facts != nullptr) ++times[mention.facts->country];
  }
  std::vector<std::pair<int, std::string_view>> countries;
  for (const auto& [country, count] : times) {
    if (skeletons_.covers(country)) countries.emplace_back(-count, country);
  }
  if (countries.empty()) return;
  std::sort(countries.begin(), countries.end());
  for (PlaceMention& mention : mentions) {
    if (!is_unknown(mention)) continue;
    const auto name = skeletons_.spelled(reading, mention.tokens);
    for (const auto& [count, country] : countries) {
      mention.facts = skeletons_.find(country, name, reading);
      mention.supported = mention.facts != nullptr;
      if (mention.supported) break;
    }
  }
}

void Toponyms::add(const Reading& reading, PlaceMention& mention, PlaceWork& work) const {
  // What one word names is the group of that word, whatever was found this time.
  const bool known = mention.tokens.size() == 1 ? work.scores.knows(reading, mention.tokens)
                                                : is_known(reading, mention.tokens, work);
  const Name name = known ? Name{mention.tokens, {}} : look_up(reading, mention.tokens, work);
  mention.modifier =
      name.modifier.empty() ? modifier_before(reading, mention.tokens.first) : name.modifier;
  work.scores.add_mention(reading, mention.tokens, name.core, work.candidates, mention.doubtful);
  if (region_follows(reading, name.core.last)) work.scores.is_region();
}

}  // namespace dateline::annotate
