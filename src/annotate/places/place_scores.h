// The joint decision behind toponym resolution. Mentions of one name form a group, with one sense;
// a group's candidates are scored by their size, then in a few rounds by what the other groups say:
// their countries, their first-order divisions and their neighbourhood on the map, and by "Name,
// Container" pairs. Linear in the number of mentions.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "annotate/places/place_evidence.h"
#include "annotate/places/place_facts.h"
#include "annotate/words/flat_map.h"

namespace dateline::annotate {

// How likely a place is meant where nothing else is known.
[[nodiscard]] double prior_score(const PlaceFacts& facts, bool alternate);

struct PlaceChoice {
  const PlaceCandidate* candidate = nullptr;  // null: no candidate at all
  bool supported = false;
};

class PlaceScores {
 public:
  // For the next article; buffers stay.
  void clear();
  void add_country(std::string_view country);
  // Is there a group of that name, with candidates? add_mention then needs none.
  [[nodiscard]] bool knows(const rules::Reading& reading, text::TokenRange name) const;
  // In text order; `name` is the name without "northern" and the like.
  void add_mention(const rules::Reading& reading, text::TokenRange whole, text::TokenRange name,
                   const std::vector<PlaceCandidate>& candidates, bool doubtful);
  // The mention added last is followed by a word for a region: "Homs province".
  void is_region() { mentions_.back().region = true; }
  // A name inside another name ("Georgia Power"): evidence, but no mention.
  void add_aside(const rules::Reading& reading, text::TokenRange name,
                 const std::vector<PlaceCandidate>& candidates);
  void solve();
  [[nodiscard]] PlaceChoice choice(std::uint32_t mention) const;

 private:
  struct Option {
    EvidenceKeys keys;
    double prior = 0;  // and pairs
    double score = 0;
    double share = 0;      // probability within its group
    double agreement = 0;  // what other groups add
  };
  struct Group {
    std::uint32_t first = 0, last = 0;  // candidates
    double weight = 0;                  // of its mentions
    double pull = 0;                    // what it is as evidence, made from the weight
    std::uint32_t best = 0;
    [[nodiscard]] bool is_settled() const { return last - first < 2; }
  };
  struct Mention {
    std::uint32_t group;
    text::TokenRange tokens;
    std::uint32_t last;  // of the whole mention
    bool region = false;
    std::uint32_t pair = no_pair;  // where a container follows
  };
  // Two groups that stand as "Name, Container" somewhere.
  struct Pair {
    std::uint32_t inner, outer;
    std::uint32_t contained = 0;  // in contained_, one a candidate of `inner`
  };
  static constexpr std::uint32_t no_pair = 0xFFFFFFFF;

  std::uint32_t group_for(const rules::Reading& reading, text::TokenRange name,
                          const std::vector<PlaceCandidate>& candidates);
  [[nodiscard]] bool contained(const rules::Reading& reading, const Mention& inner,
                               std::uint32_t next) const;
  [[nodiscard]] std::uint32_t pair_of(std::uint32_t inner, std::uint32_t outer);
  [[nodiscard]] double own_score(const Mention& mention, std::uint32_t candidate) const;
  void prefer_seats(const Group& group);
  void score_pairs();
  void share_out(Group& group);
  void gather(double direction, const Group& group);
  void rescore(Group& group);

  std::vector<PlaceCandidate> candidates_;
  std::vector<Option> options_;  // one a candidate
  std::vector<Group> groups_;
  std::vector<Mention> mentions_;
  std::vector<Pair> pairs_;
  FlatMap pair_numbers_;
  std::vector<std::uint8_t> contained_;
  FlatMap group_of_;  // by a hash of the name
  PlaceEvidence evidence_;
};

}  // namespace dateline::annotate
