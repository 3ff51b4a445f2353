// The consonants of the places of a country whose names are written in Arabic: "Latakiyah" has
// those of Latakia, "Fallouja" those of Fallujah. Asked only for names that no table has, in
// articles that speak of such a country; an index is made when its country is first asked for.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "annotate/place_facts.h"
#include "annotate/sounds.h"
#include "annotate/words.h"

namespace dateline::annotate {

class PlaceSkeletons {
 public:
  PlaceSkeletons(const Words& words, const PlaceTables& tables);
  // Is it written in Arabic there?
  [[nodiscard]] bool covers(std::string_view country) const;
  // The biggest place of the country with these consonants and nearly these vowels; null where
  // there is none. Valid as long as this is.
  [[nodiscard]] const PlaceFacts* find(std::string_view country, const rules::Reading& reading,
                                       text::TokenRange name) const;

 private:
  struct Respelled {
    std::string key;      // what has to be the same; empty where too little is left
    std::string letters;  // what may differ a little
  };
  struct Place {
    std::string letters;
    PlaceFacts facts;
  };
  using Index = std::map<std::string, Place, std::less<>>;
  [[nodiscard]] Respelled respelled(const rules::Reading& reading, text::TokenRange name) const;
  [[nodiscard]] Index read(std::string_view country) const;

  const Words& words_;
  const PlaceTables& tables_;
  Sounds sounds_;
  const rules::Table* places_;
  mutable std::mutex mutex_;
  mutable std::map<std::string, Index, std::less<>> countries_;
};

}  // namespace dateline::annotate
