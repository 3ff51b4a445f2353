// Toponym resolution: which place on the map a name means. The mentions of one article are resolved
// together: what one says for sure (a country, "Springfield, Illinois", a demonym) is evidence for
// the others.
//
// Use: put all places of an article, in text order, with the countries that demonyms and titles
// name, into a vector of PlaceMention and call resolve() once; describe() what was found.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "annotate/places/place_facts.h"
#include "annotate/places/place_scores.h"
#include "annotate/places/place_skeletons.h"
#include "annotate/words/words.h"
#include "dateline/mention.h"
#include "rules/rules.h"

namespace dateline::annotate {

struct PlaceMention {
  // In
  text::TokenRange tokens;  // without the article; "northern Syria", "Homs province", "the city of
                            // Aleppo" are fine
  bool evidence_only = false;  // a demonym or a title: speaks for its `country`, and gets its facts
  bool inside = false;         // an organisation: the places inside its name are evidence; nothing
                               // is given out
  bool doubtful = false;       // may be no place at all: weaker evidence
  std::string_view country;    // ISO 3166 alpha-2, for evidence_only
  // Out
  const PlaceFacts* facts = nullptr;  // null where unknown; theirs is the PlaceWork
  bool supported = false;     // big, or something else in the article agrees; if not, a small town
                              // by chance
  text::TokenRange modifier;  // "northern"
};

// The places met last, as candidates: most articles speak of the same few hundred, and reading a
// row costs more than comparing it.
class KnownPlaces {
 public:
  // Where a place would be; `facts` tell whether it is that one.
  [[nodiscard]] PlaceCandidate& at(const rules::NameHit& hit) {
    return places_[(hit.row * 2U + (hit.alternate ? 1U : 0U)) % room];
  }
  [[nodiscard]] static bool holds(const PlaceCandidate& place, const rules::NameHit& hit) {
    return place.facts.table == hit.table && place.facts.row == hit.row &&
           place.alternate == hit.alternate;
  }

 private:
  static constexpr std::size_t room = 1024;
  std::vector<PlaceCandidate> places_ = std::vector<PlaceCandidate>(room);
};

// Buffers of Toponyms::resolve, reused from article to article.
struct PlaceWork {
  KnownPlaces known;
  PlaceScores scores;
  std::vector<rules::NameHit> hits;
  std::vector<PlaceCandidate> candidates;
};

// continent country region city facility water
[[nodiscard]] std::string_view kind_name(const PlaceFacts& facts);

class Toponyms {
 public:
  explicit Toponyms(const Words& words);

  // Fills the out fields of the mentions, which stand in text order.
  void resolve(const rules::Reading& reading, std::vector<PlaceMention>& mentions,
               PlaceWork& work) const;
  // Name, kind, country, point and ids: "place/170017"; countries "place/sy"; admin 1
  // "place/sy.10".
  void describe(const PlaceFacts& facts, Mention& mention) const;

 private:
  struct Name;
  [[nodiscard]] bool is_word(const rules::Reading& reading, std::uint32_t token,
                             WordBit bit) const {
    return (words_.bits_of_kind(reading.kinds[token]) & bit) != 0;
  }
  // "northern" in "northern and eastern Homs"; nothing where no such word stands before.
  [[nodiscard]] text::TokenRange modifier_before(const rules::Reading& reading,
                                                 std::uint32_t first) const;
  // "Homs | province": a word for a region follows.
  [[nodiscard]] bool region_follows(const rules::Reading& reading, std::uint32_t last) const;
  // Has the article named this place before?
  [[nodiscard]] static bool is_known(const rules::Reading& reading, text::TokenRange tokens,
                                     const PlaceWork& work);
  [[nodiscard]] PlaceCandidate candidate(const rules::NameHit& hit) const;
  void collect(const rules::Reading& reading, text::TokenRange tokens, PlaceWork& work) const;
  [[nodiscard]] bool exact(const rules::Reading& reading, text::TokenRange tokens,
                           PlaceWork& work) const;
  Name look_up(const rules::Reading& reading, text::TokenRange tokens, PlaceWork& work) const;
  void add(const rules::Reading& reading, PlaceMention& mention, PlaceWork& work) const;
  void find_respelled(const rules::Reading& reading, std::vector<PlaceMention>& mentions) const;
  void look_inside(const rules::Reading& reading, text::TokenRange tokens, PlaceWork& work) const;

  const Words& words_;
  const Rules* rules_;
  PlaceTables tables_;
  PlaceSkeletons skeletons_;
};

}  // namespace dateline::annotate
