// Toponym resolution: which place on the map a name means. The mentions of one article are resolved
// together: what one says for sure (a country, "Springfield, Illinois", a demonym) is evidence for
// the others.
//
// Use: for a span that may be a place, ask candidates(); put all places of an article, in text
// order, with the countries that demonyms and titles name, into a vector of PlaceMention and call
// resolve() once.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/place_facts.h"
#include "dateline/mention.h"
#include "rules/rules.h"

namespace dateline::annotate {

struct PlaceMention {
  // In
  text::TokenRange tokens;  // without the article; "northern Syria", "Homs province", "the city of
                            // Aleppo" are fine
  bool locative = false;    // after in, at, near, from ..., "city of", or in a dateline
  bool evidence_only =
      false;  // a demonym or a title: speaks for its `country`, and gets that country's point
  bool inside =
      false;  // an organisation: the places inside its name are evidence; nothing is given out
  bool doubtful = false;  // may be no place at all: weaker evidence
  // In for evidence_only, else out
  std::string country;  // ISO 3166 alpha-2; empty where unknown
  // Out
  bool resolved = false;  // what follows is known
  bool supported =
      false;         // big, or something else in the article agrees; if not, a small town by chance
  std::string name;  // the gazetteer's name
  std::string kind;  // continent country region city facility water
  std::string id;    // "place/170017"; countries "place/sy"; admin 1 "place/sy.10"
  std::string modifier;  // "northern"
  std::optional<Coordinates> where;
  std::int64_t geonames = 0;
};

class PlaceScores;

class Toponyms {
 public:
  explicit Toponyms(const Rules& rules);

  // The places that exactly these tokens name, the likeliest first. Direction words, "the", "city
  // of", "province" are looked through. `candidates` is cleared first.
  void candidates(const rules::Reading& reading, text::TokenRange tokens,
                  std::vector<PlaceCandidate>& candidates) const;
  // The end of the longest place name that starts at `first`; `first` itself where there is none.
  [[nodiscard]] std::uint32_t longest(const rules::Reading& reading, std::uint32_t first,
                                      text::TokenRange range) const;
  // Fills the out fields of the mentions, which stand in text order.
  void resolve(const rules::Reading& reading, std::vector<PlaceMention>& mentions) const;

 private:
  struct Name;
  // "northern" in "northern and eastern Homs"; nothing where no such word stands before.
  [[nodiscard]] text::TokenRange modifier_before(const rules::Reading& reading,
                                                 std::uint32_t first) const;
  // "Homs | province": a word for a region follows.
  [[nodiscard]] bool region_follows(const rules::Reading& reading, std::uint32_t last) const;
  struct Scratch {
    std::vector<rules::NameHit> hits;
    std::vector<PlaceCandidate> candidates;
  };
  void collect(const rules::Reading& reading, text::TokenRange tokens,
               const std::vector<rules::NameHit>& hits,
               std::vector<PlaceCandidate>& candidates) const;
  [[nodiscard]] bool exact(const rules::Reading& reading, text::TokenRange tokens,
                           Scratch& scratch) const;
  Name look_up(const rules::Reading& reading, text::TokenRange tokens, Scratch& scratch) const;
  void look_inside(const rules::Reading& reading, text::TokenRange tokens, Scratch& scratch,
                   PlaceScores& scores) const;
  void fill(const PlaceFacts& facts, PlaceMention& mention) const;

  const Rules* rules_;
  PlaceTables tables_;
  rules::ClassId direction_, place_word_, place_of_;
};

}  // namespace dateline::annotate
