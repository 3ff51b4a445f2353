// What annotate finds in an article: time expressions (TIMEX3) and names.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/date.h"
#include "dateline/rules.h"
#include "dateline/span.h"

namespace dateline {

enum class TimexType : std::uint8_t {
  date,
  time,
  duration,
  set
};  // written DATE TIME DURATION SET
enum class Anchor : std::uint8_t { published, mention, none };

[[nodiscard]] std::string_view to_string(TimexType type);
[[nodiscard]] std::optional<TimexType> parse_timex_type(std::string_view name);
[[nodiscard]] std::string_view to_string(Anchor anchor);
[[nodiscard]] std::optional<Anchor> parse_anchor(std::string_view name);

// type, value, mod, quant and freq follow TimeML's TIMEX3. What is not known stands as X in the
// value
// ("XXXX-WXX-7") and `date` is then unknown.
struct Timex {
  Span span;
  TimexType type = TimexType::date;
  std::string value;
  std::string mod;  // START MID END APPROX ...; empty where none
  std::string quant;
  std::string freq;
  Date date;  // the days that the value covers; unknown for a bare duration or an unanchored set
  Anchor anchor = Anchor::none;
  Span anchor_span;       // the earlier expression, for Anchor::mention
  bool by_tense = false;  // a tense or cue word decided between past and future
  RuleId rule = no_rule;
};

enum class MentionType : std::uint8_t { person, organization, place, nationality };
enum class Reading : std::uint8_t { actor, place, credit };

[[nodiscard]] std::string_view to_string(MentionType type);
[[nodiscard]] std::optional<MentionType> parse_mention_type(std::string_view name);
[[nodiscard]] std::string_view to_string(Reading reading);
[[nodiscard]] std::optional<Reading> parse_reading(std::string_view name);

struct Coordinates {
  double lat = 0;
  double lon = 0;
};

struct Mention {
  Span span;
  MentionType type = MentionType::person;
  std::string kind;     // government armed-group agency company party media ... country region city
                        // facility water
  std::string id;       // "person/dmitry-peskov", "place/170017"; empty where ambiguous
  std::string name;     // the canonical label
  std::string role;     // "Kremlin spokesman"
  std::string country;  // ISO 3166 alpha-2; empty where unknown
  std::optional<Coordinates> where;
  std::int64_t geonames = 0;  // 0 where none
  char gender = 0;            // m or f where a title or the given name tells it, else 0
  std::string modifier;       // "northern" of northern Syria
  Reading reading = Reading::actor;
  RuleId rule = no_rule;
};

// Of one article, each sorted by span; spans of one kind do not overlap and lie inside one block.
struct Annotations {
  std::vector<Timex> timexes;
  std::vector<Mention> mentions;
};

}  // namespace dateline
