#include "annotate/places/place_scores.h"

#include <algorithm>
#include <cmath>

namespace dateline::annotate {
namespace {

// All weights in one place. A unit is a factor of ten in population.
struct Weights {
  double sharpness = 2.0;  // how far ahead a candidate must be to have its group for itself
  double country_size = 3.0, region_size = 2.0, admin1_size = 0.35, admin2_size = -0.3;
  double capital = 2.7, seat = 0.4, quarter = -0.7, alternate = -0.5;
  double same_country = 4.0, same_admin1 = 3.0, same_admin2 = 3.0, close_by = 1.5;
  double half = 0.7;  // evidence at which half of a weight is given
  double in_country = 4.0, in_admin = 6.0;
  double own_pair = 6.0, region_word = 6.0, seat_before_division = 0.5;
  double aside = 0.5,
         doubtful = 0.5;  // of a demonym or a name inside a name, of a mention that may be no place
  int rounds = 4;
};
constexpr Weights weights;

constexpr double big_enough = 100000;  // a place that needs no support
constexpr double small_town = 15000;

std::uint32_t name_key(const rules::Reading& reading, text::TokenRange name) {
  std::uint32_t key = 0;
  for (std::uint32_t i = name.first; i < name.last; ++i) {
    if (!reading.tokens.has(i, text::is_mark)) key = (key ^ reading.tokens.hash[i]) * 0x9E3779B1U;
  }
  return key;
}

double saturated(double evidence) {
  return evidence <= 0 ? 0 : evidence / (evidence + weights.half);
}

bool is_local(const PlaceFacts& facts) {
  return facts.level == PlaceLevel::city || facts.level == PlaceLevel::facility;
}

// How much it says that `outer` follows `inner` as its container.
double containment(const PlaceFacts& inner, const PlaceFacts& outer) {
  if (outer.country != inner.country || outer.country.empty() || inner.level == PlaceLevel::country)
    return 0;
  if (outer.level == PlaceLevel::country) return weights.in_country;
  if (inner.level == PlaceLevel::admin1 || outer.admin1 != inner.admin1) return 0;
  if (outer.level == PlaceLevel::admin1) return weights.in_admin;
  const bool district = outer.level == PlaceLevel::admin2 && outer.admin2 == inner.admin2;
  return district && inner.level != PlaceLevel::admin2 ? weights.in_admin : 0;
}

}  // namespace

double prior_score(const PlaceFacts& facts, bool alternate) {
  const double least = facts.level == PlaceLevel::city       ? 100
                       : facts.level == PlaceLevel::facility ? 3e4
                                                             : 1e5;
  double score = std::log10(std::max(facts.population, least));
  switch (facts.level) {
    case PlaceLevel::country:
      score += weights.country_size;
      break;
    case PlaceLevel::world:
    case PlaceLevel::water:
      score += weights.region_size;
      break;
    case PlaceLevel::admin1:
      score += facts.kind.empty() ? weights.admin1_size : weights.region_size;
      break;
    case PlaceLevel::admin2:
      score += weights.admin2_size;
      break;
    default:
      break;
  }
  if (facts.feature == "PPLC") score += weights.capital;
  if (facts.feature == "PPLA") score += weights.seat;
  if (facts.feature == "PPLX") score += weights.quarter;
  return alternate && facts.level == PlaceLevel::city ? score + weights.alternate : score;
}

void PlaceScores::clear() {
  candidates_.clear();
  options_.clear();
  groups_.clear();
  mentions_.clear();
  pairs_.clear();
  pair_numbers_.clear();
  contained_.clear();
  group_of_.clear();
  evidence_.clear();
}

void PlaceScores::add_country(std::string_view country) {
  const std::uint32_t key = evidence_.country(country);
  if (key != 0) evidence_.add(key, weights.aside);
}

bool PlaceScores::knows(const rules::Reading& reading, text::TokenRange name) const {
  const std::uint32_t group = group_of_.find(name_key(reading, name));
  return group != FlatMap::none && groups_[group].first < groups_[group].last;
}

std::uint32_t PlaceScores::group_for(const rules::Reading& reading, text::TokenRange name,
                                     const std::vector<PlaceCandidate>& candidates) {
  const std::uint32_t key = name_key(reading, name);
  std::uint32_t number = group_of_.find(key);
  if (number == FlatMap::none) {
    number = static_cast<std::uint32_t>(groups_.size());
    group_of_.set(key, number);
    groups_.push_back({});
  }
  Group& group = groups_[number];
  // A short form may have no candidates where it stands first.
  if (group.first < group.last || candidates.empty()) return number;
  group.first = static_cast<std::uint32_t>(candidates_.size());
  for (const PlaceCandidate& candidate : candidates) {
    candidates_.push_back(candidate);
    options_.push_back({evidence_.intern(candidate.keys), candidate.score, 0, 0, 0});
  }
  group.last = static_cast<std::uint32_t>(candidates_.size());
  prefer_seats(group);
  return number;
}

// "Homs" is the city and not its province, unless the text says so.
void PlaceScores::prefer_seats(const Group& group) {
  for (std::uint32_t i = group.first; i < group.last; ++i) {
    const PlaceFacts& division = candidates_[i].facts;
    // Divisions in the table of regions ("Quebec") are meant more often than their seats.
    const bool small = division.level == PlaceLevel::admin1 || division.level == PlaceLevel::admin2;
    if (!small || !division.kind.empty()) continue;
    for (std::uint32_t k = group.first; k < group.last; ++k) {
      const PlaceFacts& seat = candidates_[k].facts;
      const bool seated = seat.level == PlaceLevel::city && seat.feature.starts_with("PPL") &&
                          seat.feature.size() > 3 &&
                          (seat.feature[3] == 'A' || seat.feature[3] == 'C');
      if (seated && seat.country == division.country && seat.admin1 == division.admin1 &&
          (division.admin2.empty() || seat.admin2 == division.admin2)) {
        options_[i].prior =
            std::min(options_[i].prior, options_[k].prior - weights.seat_before_division);
      }
    }
  }
}

void PlaceScores::add_aside(const rules::Reading& reading, text::TokenRange name,
                            const std::vector<PlaceCandidate>& candidates) {
  groups_[group_for(reading, name, candidates)].weight += weights.aside;
}

void PlaceScores::add_mention(const rules::Reading& reading, text::TokenRange whole,
                              text::TokenRange name, const std::vector<PlaceCandidate>& candidates,
                              bool doubtful) {
  const std::uint32_t group = group_for(reading, name, candidates);
  groups_[group].weight += doubtful ? weights.doubtful : 1;
  mentions_.push_back({group, name, whole.last, false, no_pair});
  if (mentions_.size() < 2) return;
  Mention& before = mentions_[mentions_.size() - 2];
  if (contained(reading, before, whole.first)) before.pair = pair_of(before.group, group);
}

bool PlaceScores::contained(const rules::Reading& reading, const Mention& inner,
                            std::uint32_t next) const {
  if (next != inner.last + 1) return false;
  const std::string_view between = reading.word(inner.last);
  return between == "," || between == "(";
}

std::uint32_t PlaceScores::pair_of(std::uint32_t inner, std::uint32_t outer) {
  const std::uint32_t key = inner * 0x9E3779B1U ^ outer;
  const std::uint32_t known = pair_numbers_.find(key);
  if (known != FlatMap::none && pairs_[known].inner == inner && pairs_[known].outer == outer)
    return known;
  const auto number = static_cast<std::uint32_t>(pairs_.size());
  pair_numbers_.set(key, number);
  pairs_.push_back({inner, outer, 0});
  return number;
}

// A pair speaks for both of its names wherever they stand in the article.
void PlaceScores::score_pairs() {
  std::vector<double> bonus(options_.size());
  for (Pair& pair : pairs_) {
    const Group& inner = groups_[pair.inner];
    const Group& outer = groups_[pair.outer];
    pair.contained = static_cast<std::uint32_t>(contained_.size());
    for (std::uint32_t i = inner.first; i < inner.last; ++i) {
      double best = 0;
      for (std::uint32_t o = outer.first; o < outer.last; ++o) {
        const double score = containment(candidates_[i].facts, candidates_[o].facts);
        best = std::max(best, score);
        bonus[o] = std::max(bonus[o], score * 0.5);
      }
      bonus[i] = std::max(bonus[i], best);
      contained_.push_back(best > 0 ? 1 : 0);
    }
  }
  for (std::size_t i = 0; i < options_.size(); ++i) options_[i].prior += bonus[i];
}

void PlaceScores::share_out(Group& group) {
  if (group.first == group.last) return;
  group.best = group.first;
  if (group.is_settled()) {
    options_[group.first].share = 1;
    return;
  }
  for (std::uint32_t i = group.first; i < group.last; ++i) {
    if (options_[i].score > options_[group.best].score) group.best = i;
  }
  double sum = 0;
  for (std::uint32_t i = group.first; i < group.last; ++i) {
    const double behind = weights.sharpness * (options_[i].score - options_[group.best].score);
    options_[i].share = i == group.best ? 1 : behind < -20 ? 0 : std::exp(behind);
    sum += options_[i].share;
  }
  for (std::uint32_t i = group.first; i < group.last; ++i) options_[i].share /= sum;
}

void PlaceScores::gather(double direction, const Group& group) {
  for (std::uint32_t i = group.first; i < group.last; ++i) {
    if (options_[i].share < 0.01) continue;
    evidence_.add(options_[i].keys, direction * group.pull * options_[i].share);
  }
}

void PlaceScores::rescore(Group& group) {
  for (std::uint32_t i = group.first; i < group.last; ++i) {
    Option& option = options_[i];
    option.agreement = weights.same_country * saturated(evidence_.at(option.keys.country)) +
                       weights.same_admin1 * saturated(evidence_.at(option.keys.admin1)) +
                       weights.same_admin2 * saturated(evidence_.at(option.keys.admin2)) +
                       weights.close_by * saturated(evidence_.near(option.keys.cell));
    option.score = option.prior + option.agreement;
  }
}

void PlaceScores::solve() {
  score_pairs();
  evidence_.link_cells();
  for (Group& group : groups_) {
    group.pull = group.weight <= 1 ? group.weight : 1 + std::log(group.weight);
    for (std::uint32_t i = group.first; i < group.last; ++i) options_[i].score = options_[i].prior;
    share_out(group);
    gather(1, group);
  }
  for (int round = 1; round <= weights.rounds; ++round) {
    for (Group& group : groups_) {
      if (group.is_settled() && round < weights.rounds)
        continue;         // only its agreement is asked for
      gather(-1, group);  // a group is no evidence for itself
      rescore(group);
      share_out(group);
      gather(1, group);
    }
  }
}

// What stands beside this very mention, not beside others of its name.
double PlaceScores::own_score(const Mention& mention, std::uint32_t candidate) const {
  double score = 0;
  if (mention.pair != no_pair) {
    const Pair& pair = pairs_[mention.pair];
    score += weights.own_pair * contained_[pair.contained + candidate - groups_[pair.inner].first];
  }
  const PlaceLevel level = candidates_[candidate].facts.level;
  const bool division = level == PlaceLevel::admin1 || level == PlaceLevel::admin2;
  return mention.region && division ? score + weights.region_word : score;
}

PlaceChoice PlaceScores::choice(std::uint32_t mention) const {
  const Mention& one = mentions_[mention];
  const Group& group = groups_[one.group];
  if (group.first == group.last) return {};
  std::uint32_t best = group.best;
  if (one.pair != no_pair || one.region) {
    double score = -1e9;
    for (std::uint32_t i = group.first; i < group.last; ++i) {
      const double own = options_[i].score + own_score(one, i);
      if (own > score) score = own, best = i;
    }
  }
  const PlaceFacts& facts = candidates_[best].facts;
  const bool paired = options_[best].prior > candidates_[best].score;
  const bool agreed = options_[best].agreement > (facts.population < small_town ? 3 : 1);
  return {&candidates_[best],
          !is_local(facts) || facts.population >= big_enough || paired || agreed};
}

}  // namespace dateline::annotate
