// One spelling for the names that are written in Latin letters in many ways: "Bashar al-Assad",
// "Bachar el Assad"; "Sergei Lavrov", "Sergej Lavrov". Only where the name itself tells that it is
// transliterated: by a given name of the list, an Arabic article, "bin". The spelling of a name
// depends on nothing but the name, so ids made of it are the same in every document.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "annotate/words/lookup.h"
#include "annotate/words/sounds.h"
#include "annotate/words/words.h"

namespace dateline::annotate {

class Spelling {
 public:
  Spelling(const Words& words, const Tables& tables)
      : words_(words), tables_(tables), sounds_(words.rules()) {}

  // Writes the spelling of the name in these tokens: "bashar-asad". Nothing where it is a name of
  // one word or not known to be transliterated.
  void write(const rules::Reading& reading, text::TokenRange name, std::string& out) const;
  // The listed person with this spelling.
  [[nodiscard]] std::optional<rules::RowId> person(const std::string& spelling) const;

 private:
  [[nodiscard]] Script script_of(const rules::Reading& reading, text::TokenRange name) const;
  [[nodiscard]] bool is_article(const rules::Reading& reading, std::uint32_t token) const;
  void read_persons() const;

  const Words& words_;
  const Tables& tables_;
  Sounds sounds_;
  mutable std::once_flag read_;  // most texts never ask
  mutable std::map<std::string, rules::RowId, std::less<>> persons_;
};

}  // namespace dateline::annotate
