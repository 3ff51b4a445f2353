// The consonants of the places of a country whose names are written in Arabic: "Latakiyah" has
// those of Latakia, "Fallouja" those of Fallujah. Asked only for names that no table has, in
// articles that speak of such a country; an index is made when its country is first asked for, by
// one thread, and then read without a lock.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "annotate/places/place_facts.h"
#include "annotate/words/sounds.h"
#include "annotate/words/words.h"

namespace dateline::annotate {

class PlaceSkeletons {
 public:
  // A name in the one spelling of Arabic sounds.
  struct Spelled {
    std::string key;      // what has to be the same; empty where too little is left
    std::string letters;  // what may differ a little
  };

  PlaceSkeletons(const Words& words, const PlaceTables& tables);
  // Is it written in Arabic there?
  [[nodiscard]] bool covers(std::string_view country) const;
  [[nodiscard]] Spelled spelled(const rules::Reading& reading, text::TokenRange name) const;
  // The biggest place of the country with these consonants and nearly these vowels; null where
  // there is none. Valid as long as this is. `reading` lends its memory of words.
  [[nodiscard]] const PlaceFacts* find(std::string_view country, const Spelled& name,
                                       const rules::Reading& reading) const;

 private:
  struct Place {
    std::string letters;
    PlaceFacts facts;
  };
  struct Country {
    std::once_flag made;
    std::unordered_map<std::string, Place> places;  // by key
  };
  void read(std::string_view code, const rules::Reading& lender, Country& country) const;

  const Words& words_;
  const PlaceTables& tables_;
  Sounds sounds_;
  const rules::Table* places_;
  mutable std::map<std::string_view, Country> countries_;  // those that are covered
};

}  // namespace dateline::annotate
