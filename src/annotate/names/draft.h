// What the name finder works on and gives: drafts of mentions over units, before ids, countries and
// coordinates.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "annotate/words/flat_map.h"
#include "annotate/words/lookup.h"
#include "annotate/words/units.h"
#include "annotate/words/zones.h"
#include "dateline/mention.h"

namespace dateline::annotate {

inline constexpr std::uint32_t no_entity = 0xFFFFFFFF;

struct Draft {
  std::uint32_t first = 0;  // units [first, last)
  std::uint32_t last = 0;
  MentionType type = MentionType::person;
  RuleId rule = no_rule;
  Source source = Source::none;  // where the name is listed, and its row there
  rules::RowId row = 0;
  std::uint32_t person = no_entity;        // into Drafts::persons
  std::uint32_t organisation = no_entity;  // its full form in Namer::organisations
  std::uint32_t title_first = 0;  // units of the title or role before it; empty where there is none
  std::uint32_t title_last = 0;
  std::string_view country;  // of the demonym or country that leads the title
  std::string_view kind;
  std::uint32_t named_from =
      no_entity;  // units of the label of a group, with its owner: "Norwegian" of "troops"
  std::uint32_t named_to = no_entity;
  std::string_view group;  // what the body is to its country: "military"
  Reading reading = Reading::actor;
  bool doubtful = false;  // a place only where the rest of the article agrees
  bool locative = false;  // a preposition of place stands before it
};

// A person whom the article names in full, or by title and surname.
struct Person {
  std::uint32_t first = 0;  // units of the fullest form
  std::uint32_t last = 0;
  std::uint32_t given_key = 0;  // 0 where only the surname is known
  std::uint32_t surname_key = 0;
  char gender = 0;  // m, f or 0
  std::string_view country;
  std::uint32_t title_first = 0;
  std::uint32_t title_last = 0;
  Source source = Source::none;
  rules::RowId row = 0;
};

// What speaks for each type of a name that no list settles; summed over all its places in the
// article.
struct Votes {
  float person = 0;
  float organization = 0;
  float hollow =
      0;  // the part of it that speaks only against the others: a common word after "the"
  float place = 0;
  float body = 0;  // the most that one place of the name says for an organisation
  std::uint16_t count = 0;
};

}  // namespace dateline::annotate
