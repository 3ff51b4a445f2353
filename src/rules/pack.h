// A loaded pack: everything behind Rules. Built from sources; used by Rules::load and by dateline-pack.
#pragma once

#include <array>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "dateline/rules.h"
#include "rules/lexicon.h"
#include "rules/matcher.h"
#include "rules/sources.h"

namespace dateline {

struct Rules::Impl {
  struct Named { std::string_view name; std::string_view path; std::uint32_t line; };

  std::vector<rules::Source> sources;                   // rules, word lists and mechanisms; views below point into them
  std::string digest;
  rules::Lexicon lexicon;
  std::array<rules::ClassId, 4> sentence_hints{};   // the class of each text::SentenceHint bit, in order
  std::vector<Named> named;                             // by RuleId
  std::unordered_map<std::string_view, RuleId> ids;
  std::map<std::string, std::unique_ptr<rules::Matcher>, std::less<>> areas;   // by folder
};

namespace rules {

// `overlays` come after the built-in sources: a rule or form of the same name replaces, a new rule goes before the
// built-in ones of its folder. Null where anything is wrong.
[[nodiscard]] std::unique_ptr<Rules::Impl> build_pack(std::vector<Source> sources, std::vector<Source> overlays,
                                                      Problems& problems);

}  // namespace rules
}  // namespace dateline
