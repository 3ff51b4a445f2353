// Names that rule files tell by their shape: data/<language>/entity/*.rules. A match is a name of
// the rule's type.
#pragma once

#include <string_view>
#include <vector>

#include "dateline/mention.h"
#include "rules/rules.h"

namespace dateline::annotate {

class Patterns {
 public:
  struct Name {
    bool given_out = true;  // false for type `other`
    MentionType type = MentionType::organization;
    std::string_view kind;
  };

  Patterns(const Rules& rules, std::string_view language, Problems& problems);

  [[nodiscard]] bool empty() const { return names_.empty(); }
  void find(const rules::Reading& reading, text::TokenRange range,
            std::vector<rules::Match>& matches) const {
    area_.find(reading, range, matches);
  }
  [[nodiscard]] const Name& name_of(const rules::Match& match) const {
    return names_[static_cast<std::size_t>(match.rule - area_.rules().data())];
  }
  void check_examples(Problems& problems) const;

 private:
  const Rules& rules_;
  const rules::Area& area_;
  std::vector<Name> names_;  // one a rule
};

}  // namespace dateline::annotate
