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
bool is_comma(const Reading& reading, std::uint32_t i) { return i < reading.tokens.size() && reading.word(i) == ","; }

// "US" but not "us", "La." or ", LA" but not "La", "Bam" but not "BAM": short names need more than their letters.
bool form_fits(const Reading& reading, TokenRange tokens, const PlaceFacts& facts, bool alternate) {
  const Span span = reading.span(tokens);
  const bool capitals = reading.tokens.has(tokens.first, text::all_upper);
  if (facts.short_form) {
    const bool dotted = is_dot(reading, tokens.last) || is_dot(reading, tokens.last - 1);
    return dotted || (tokens.first > 0 && is_comma(reading, tokens.first - 1));
  }
  if (span.size() > 3 || tokens.size() > 1) return true;
  if (facts.geonames == 0) return capitals;
  return reading.tokens.has(tokens.first, text::starts_upper) && !capitals && !alternate;
}

std::string place_id(const PlaceFacts& facts) {
  const auto lower = [](std::string_view text) {
    std::string out = text::fold(text);
    std::replace_if(out.begin(), out.end(), [](char c) { return !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')); }, '-');
    return out;
  };
  if (facts.geonames != 0) return "place/" + std::to_string(facts.geonames);
  std::string id = "place/" + lower(facts.country);
  if (facts.level == PlaceLevel::country) return id;
  if (facts.level == PlaceLevel::admin1 || facts.level == PlaceLevel::admin2) {
    id += "." + lower(facts.admin1);
    return facts.level == PlaceLevel::admin1 ? id : id + "." + lower(facts.admin2);
  }
  return (facts.country.empty() ? "place/" : id + "/") + lower(facts.name);
}

std::string_view kind_name(const PlaceFacts& facts) {
  switch (facts.level) {
    case PlaceLevel::country: return "country";
    case PlaceLevel::admin1:
    case PlaceLevel::admin2: return "region";
    case PlaceLevel::city: return "city";
    case PlaceLevel::facility: return "facility";
    case PlaceLevel::water: return "water";
    case PlaceLevel::world: return facts.kind == "continent" || facts.kind == "mountain" ? facts.kind : "region";
  }
  return "region";
}

void fill(PlaceMention& mention, const PlaceFacts& facts) {
  mention.resolved = true;
  mention.country = facts.country;
  mention.name = facts.name;
  mention.kind = kind_name(facts);
  mention.id = place_id(facts);
  mention.where = Coordinates{facts.lat, facts.lon};
  mention.geonames = facts.geonames;
}

}  // namespace

// What stands around the name itself: "northern [Homs] province".
struct Toponyms::Name {
  TokenRange core;
  TokenRange modifier;
};

Toponyms::Toponyms(const Rules& rules)
    : rules_(&rules),
      tables_(rules),
      direction_(rules::class_named(rules, "direction")),
      place_word_(rules::class_named(rules, "place_word")),
      place_of_(rules::class_named(rules, "place_of")) {}

bool Toponyms::exact(const Reading& reading, TokenRange tokens, std::vector<PlaceCandidate>& candidates) const {
  std::vector<rules::NameHit> hits;
  rules::names_at(*rules_, reading, tokens.first, tokens, hits);
  const std::uint32_t bare = tokens.size() > 1 && is_dot(reading, tokens.last - 1) ? tokens.last - 1 : tokens.last;
  for (const rules::NameHit& hit : hits) {
    if (hit.last < bare || !PlaceTables::holds_places(*hit.table)) continue;
    PlaceCandidate candidate{tables_.facts(*hit.table, hit.row), hit.alternate, 0};
    if (!form_fits(reading, tokens, candidate.facts, hit.alternate)) continue;
    candidate.score = prior_score(candidate.facts, candidate.alternate);
    candidates.push_back(candidate);
  }
  return !candidates.empty();
}

Toponyms::Name Toponyms::look_up(const Reading& reading, TokenRange tokens,
                                 std::vector<PlaceCandidate>& candidates) const {
  candidates.clear();
  Name name{tokens, {tokens.first, tokens.first}};
  if (tokens.empty() || exact(reading, tokens, candidates)) return name;
  const auto is = [&](std::uint32_t i, rules::ClassId cls) { return rules::has_class(*rules_, reading.words[i], cls); };
  TokenRange core = tokens;
  while (core.size() > 1 && (is(core.first, direction_) || reading.word(core.first) == "-")) ++core.first;
  name.modifier = {tokens.first, core.first};
  if (core.first > tokens.first && exact(reading, core, candidates)) return name.core = core, name;
  // "the city of Aleppo": the name is what stands after the second word.
  if (core.size() > 2 && (is(core.first, place_of_) || is(core.first, place_word_)) &&
      exact(reading, {core.first + 2, core.last}, candidates)) {
    return name.core = {core.first + 2, core.last}, name;
  }
  for (TokenRange shorter = core; shorter.size() > 1 && is(shorter.last - 1, place_word_);) {
    --shorter.last;
    if (exact(reading, shorter, candidates)) return name.core = shorter, name;
  }
  name.core = core;
  return name;
}

void Toponyms::candidates(const Reading& reading, TokenRange tokens, std::vector<PlaceCandidate>& candidates) const {
  look_up(reading, tokens, candidates);
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const PlaceCandidate& a, const PlaceCandidate& b) { return a.score > b.score; });
}

std::uint32_t Toponyms::longest(const Reading& reading, std::uint32_t first, TokenRange range) const {
  std::vector<rules::NameHit> hits;
  rules::names_at(*rules_, reading, first, range, hits);
  for (const rules::NameHit& hit : hits) {
    if (PlaceTables::holds_places(*hit.table) &&
        form_fits(reading, {first, hit.last}, tables_.facts(*hit.table, hit.row), hit.alternate)) {
      return hit.last;
    }
  }
  return first;
}

TokenRange Toponyms::modifier_before(const Reading& reading, std::uint32_t first) const {
  const auto is = [&](std::uint32_t i) { return rules::has_class(*rules_, reading.words[i], direction_); };
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

void Toponyms::look_inside(const Reading& reading, TokenRange tokens, PlaceScores& scores) const {
  std::vector<PlaceCandidate> candidates;
  for (std::uint32_t i = tokens.first; i < tokens.last; ++i) {
    if (!reading.tokens.has(i, text::starts_upper)) continue;
    const std::uint32_t end = longest(reading, i, tokens);
    if (end == i) continue;
    candidates.clear();
    if (exact(reading, {i, end}, candidates)) scores.add_aside(reading, {i, end}, candidates);
    i = end - 1;
  }
}

void Toponyms::resolve(const Reading& reading, std::vector<PlaceMention>& mentions) const {
  PlaceScores scores;
  std::vector<PlaceCandidate> candidates;
  for (PlaceMention& mention : mentions) {
    if (mention.evidence_only) {
      scores.add_country(mention.country);
      if (const PlaceFacts* facts = tables_.country(mention.country)) fill(mention, *facts);
      continue;
    }
    if (mention.inside) {
      look_inside(reading, mention.tokens, scores);
      continue;
    }
    const Name name = look_up(reading, mention.tokens, candidates);
    const TokenRange modifier = name.modifier.empty() ? modifier_before(reading, mention.tokens.first) : name.modifier;
    if (!modifier.empty()) mention.modifier = reading.span(modifier).of(reading.text);
    scores.add_mention(reading, mention.tokens, name.core, candidates, mention.doubtful);
    if (region_follows(reading, name.core.last)) scores.is_region();
  }
  scores.solve();
  std::uint32_t number = 0;
  for (PlaceMention& mention : mentions) {
    if (mention.evidence_only || mention.inside) continue;
    const PlaceChoice choice = scores.choice(number++);
    if (choice.candidate == nullptr) continue;
    fill(mention, choice.candidate->facts);
    mention.supported = choice.supported;
  }
}

}  // namespace dateline::annotate
