#include "annotate/toponyms.h"

#include <algorithm>

#include "annotate/place_scores.h"

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

std::string id_part(std::string_view text) {
  std::string out = text::fold(text);
  std::replace_if(
      out.begin(), out.end(),
      [](char c) { return !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')); }, '-');
  return out;
}

std::string place_id(const PlaceFacts& facts, std::string_view name, std::int64_t geonames) {
  if (geonames != 0) return "place/" + std::to_string(geonames);
  std::string id = "place/" + id_part(facts.country);
  if (facts.level == PlaceLevel::country) return id;
  if (facts.level == PlaceLevel::admin1 || facts.level == PlaceLevel::admin2) {
    id += "." + id_part(facts.admin1);
    return facts.level == PlaceLevel::admin1 ? id : id + "." + id_part(facts.admin2);
  }
  return (facts.country.empty() ? "place/" : id + "/") + id_part(name);
}

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

}  // namespace

// What stands around the name itself: "northern [Homs] province".
struct Toponyms::Name {
  TokenRange core;
  TokenRange modifier;
};

void Toponyms::fill(const PlaceFacts& facts, PlaceMention& mention) const {
  mention.resolved = true;
  mention.country = facts.country;
  mention.name = tables_.name(facts);
  mention.kind = kind_name(facts);
  mention.geonames = tables_.geonames(facts);
  mention.id = place_id(facts, mention.name, mention.geonames);
  mention.where = Coordinates{facts.lat, facts.lon};
}

Toponyms::Toponyms(const Rules& rules)
    : rules_(&rules),
      tables_(rules),
      direction_(rules::class_named(rules, "direction")),
      place_word_(rules::class_named(rules, "place_word")),
      place_of_(rules::class_named(rules, "place_of")) {}

// The places among `hits` that end at `end` (or at the dot before it).
void Toponyms::collect(const Reading& reading, TokenRange tokens,
                       const std::vector<rules::NameHit>& hits,
                       std::vector<PlaceCandidate>& candidates) const {
  const std::uint32_t bare =
      tokens.size() > 1 && is_dot(reading, tokens.last - 1) ? tokens.last - 1 : tokens.last;
  for (const rules::NameHit& hit : hits) {
    if (hit.last < bare || hit.last > tokens.last || !tables_.holds_places(*hit.table)) continue;
    PlaceCandidate candidate{tables_.facts(*hit.table, hit.row), hit.alternate, 0};
    if (!form_fits(reading, tokens, candidate.facts, hit.alternate)) continue;
    candidate.score = prior_score(candidate.facts, candidate.alternate);
    candidates.push_back(candidate);
  }
}

bool Toponyms::exact(const Reading& reading, TokenRange tokens, Scratch& scratch) const {
  rules::names_at(*rules_, reading, tokens.first, tokens, scratch.hits);
  collect(reading, tokens, scratch.hits, scratch.candidates);
  return !scratch.candidates.empty();
}

Toponyms::Name Toponyms::look_up(const Reading& reading, TokenRange tokens,
                                 Scratch& scratch) const {
  scratch.candidates.clear();
  Name name{tokens, {tokens.first, tokens.first}};
  if (tokens.empty() || exact(reading, tokens, scratch)) return name;
  const auto is = [&](std::uint32_t i, rules::ClassId cls) {
    return rules::has_class(*rules_, reading.words[i], cls);
  };
  TokenRange core = tokens;
  while (core.size() > 1 && (is(core.first, direction_) || reading.word(core.first) == "-"))
    ++core.first;
  name.modifier = {tokens.first, core.first};
  if (core.first > tokens.first && exact(reading, core, scratch)) return name.core = core, name;
  // "the city of Aleppo": the name is what stands after the second word.
  if (core.size() > 2 && (is(core.first, place_of_) || is(core.first, place_word_)) &&
      exact(reading, {core.first + 2, core.last}, scratch)) {
    return name.core = {core.first + 2, core.last}, name;
  }
  for (TokenRange shorter = core; shorter.size() > 1 && is(shorter.last - 1, place_word_);) {
    --shorter.last;
    if (exact(reading, shorter, scratch)) return name.core = shorter, name;
  }
  name.core = core;
  return name;
}

void Toponyms::candidates(const Reading& reading, TokenRange tokens,
                          std::vector<PlaceCandidate>& candidates) const {
  Scratch scratch;
  look_up(reading, tokens, scratch);
  candidates = std::move(scratch.candidates);
  std::stable_sort(
      candidates.begin(), candidates.end(),
      [](const PlaceCandidate& a, const PlaceCandidate& b) { return a.score > b.score; });
}

std::uint32_t Toponyms::longest(const Reading& reading, std::uint32_t first,
                                TokenRange range) const {
  std::vector<rules::NameHit> hits;
  rules::names_at(*rules_, reading, first, range, hits);
  for (const rules::NameHit& hit : hits) {
    if (tables_.holds_places(*hit.table) &&
        form_fits(reading, {first, hit.last}, tables_.facts(*hit.table, hit.row), hit.alternate)) {
      return hit.last;
    }
  }
  return first;
}

TokenRange Toponyms::modifier_before(const Reading& reading, std::uint32_t first) const {
  const auto is = [&](std::uint32_t i) {
    return rules::has_class(*rules_, reading.words[i], direction_);
  };
  std::uint32_t begin = first;
  if (begin > 0 && is(begin - 1) && !reading.tokens.has(first, text::after_newline)) --begin;
  // "north-eastern"
  if (begin < first && begin >= 2 && reading.word(begin - 1) == "-" && is(begin - 2)) begin -= 2;
  return {begin, first};
}

bool Toponyms::region_follows(const Reading& reading, std::uint32_t last) const {
  if (last >= reading.words.size() || reading.tokens.has(last, text::after_newline)) return false;
  return rules::value(*rules_, reading.words[last], place_word_, "kind") == "region";
}

void Toponyms::look_inside(const Reading& reading, TokenRange tokens, Scratch& scratch,
                           PlaceScores& scores) const {
  for (std::uint32_t i = tokens.first; i < tokens.last; ++i) {
    if (!reading.tokens.has(i, text::starts_upper)) continue;
    rules::names_at(*rules_, reading, i, tokens, scratch.hits);
    scratch.candidates.clear();
    std::uint32_t end = i;
    for (const rules::NameHit& hit : scratch.hits) {  // longest first
      if (hit.last == end) continue;
      end = hit.last;
      collect(reading, {i, end}, scratch.hits, scratch.candidates);
      if (!scratch.candidates.empty()) break;
    }
    if (scratch.candidates.empty()) continue;
    scores.add_aside(reading, {i, end}, scratch.candidates);
    i = end - 1;
  }
}

void Toponyms::resolve(const Reading& reading, std::vector<PlaceMention>& mentions) const {
  PlaceScores scores;
  Scratch scratch;
  for (PlaceMention& mention : mentions) {
    if (mention.evidence_only) {
      scores.add_country(mention.country);
      if (const PlaceFacts* facts = tables_.country(mention.country)) fill(*facts, mention);
      continue;
    }
    if (mention.inside) {
      look_inside(reading, mention.tokens, scratch, scores);
      continue;
    }
    // Short forms depend on what stands around them; other names mean the same wherever they stand.
    const bool known =
        reading.span(mention.tokens).size() > 5 && scores.knows(reading, mention.tokens);
    const Name name = known ? Name{mention.tokens, {}} : look_up(reading, mention.tokens, scratch);
    const TokenRange modifier =
        name.modifier.empty() ? modifier_before(reading, mention.tokens.first) : name.modifier;
    if (!modifier.empty()) mention.modifier = reading.span(modifier).of(reading.text);
    scores.add_mention(reading, mention.tokens, name.core, scratch.candidates, mention.doubtful);
    if (region_follows(reading, name.core.last)) scores.is_region();
  }
  scores.solve();
  std::uint32_t number = 0;
  for (PlaceMention& mention : mentions) {
    if (mention.evidence_only || mention.inside) continue;
    const PlaceChoice choice = scores.choice(number++);
    if (choice.candidate == nullptr) continue;
    fill(choice.candidate->facts, mention);
    mention.supported = choice.supported;
  }
}

}  // namespace dateline::annotate
