// English inflection by spelling rules: the forms of a verb or noun lemma. Exceptions come from the
// rule files.
#pragma once

#include <string>
#include <string_view>

namespace dateline::extract {

struct VerbForms {
  std::string third, past, participle, ing;
};

// "seize" -> seizes, seized, seized, seizing; "stop" -> stops, stopped, stopped, stopping.
[[nodiscard]] VerbForms inflect_verb(std::string_view lemma);
// "attack" -> attacks, "ally" -> allies, "clash" -> clashes.
[[nodiscard]] std::string plural_of(std::string_view lemma);

}  // namespace dateline::extract
