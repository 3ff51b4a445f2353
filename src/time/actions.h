// What a rule says about its match: the fields of a rule paragraph compiled once, evaluated for
// each match.
//
// docs/time.md describes the fields. A field's text may have holes, `{name}` or `{name:filter}`,
// which take what the pattern captured under that name: the `value` column of its word list, or the
// digits of a number.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rules.h"
#include "time/values.h"

namespace dateline::time {

// fresh: what has just been, else what is next; spoken: the next, unless its verb is past.
enum class Toward : std::uint8_t {
  tense,
  past,
  future,
  nearest,
  last,
  next,
  current,
  ended,
  fresh,
  spoken
};
enum class AnchorKind : std::uint8_t {
  automatic,
  published,
  mention,
  day_mention,
  quarter_mention,
  period_mention,  // the month just named, else as quarter_mention
  told,            // as mention and day_mention, but never publication
  told_day,
  sentence,  // what the sentence named, else as automatic
  story      // next after the day just told, else as automatic
};
// Only in histories, only in news; the stated year only for articles after that day, or only where
// no such day has just passed.
enum class When : std::uint8_t { always, narrative, news, past, stale };
// Of numbers: the day stands first, or either may.
enum class Order : std::uint8_t { stated, day_first, open };
enum class Join : std::uint8_t { none, next, previous, next_amount };
enum class Covers : std::uint8_t { value, past, future };
enum class Role : std::uint8_t { value, shift, feast, clock, modifier, skip };
enum class Filter : std::uint8_t {
  plain,
  count,
  two_digit_year,
  two_digit_year_after,
  four_digits,
  year_in_words,
  decade,
  tens,
  century,
  hour_minute
};

// A short text built without a heap.
class Scratch {
 public:
  void clear() {
    size_ = 0;
    full_ = false;
  }
  void add(std::string_view text);
  void add_number(int number);
  [[nodiscard]] bool good() const { return !full_; }
  [[nodiscard]] std::string_view view() const { return {text_, size_}; }

 private:
  char text_[64];
  std::size_t size_ = 0;
  bool full_ = false;
};

struct Piece {
  std::string literal;  // before the hole; the last piece has no hole
  std::string capture;  // empty: no hole
  Filter filter = Filter::plain;
  std::vector<rules::ClassId> lists;  // where the captured word's value may stand
};
using Template = std::vector<Piece>;

struct Action {
  Role role = Role::value;
  Template value;        // value, feast formula
  Template count, unit;  // of shift
  Template second;       // of a range: the value of its second expression
  std::string span;      // the capture that is the expression; empty: the whole match
  std::string first_end,
      second_start;  // captures: where the first expression ends, where the second begins
  Template year;     // of feast, and of a day that is shifted to: "this day in 1963"
  Template then_count, then_unit;  // of `then`: so far from the day that was found
  Template clock, halfday, zone;
  Template mod, quant, freq;
  std::optional<TimexType> type;
  Toward toward = Toward::tense;
  AnchorKind anchor = AnchorKind::automatic;
  Join join = Join::none;
  Covers covers = Covers::value;
  Template stretch;        // how much it covers, a duration; empty: as much as its value says
  Grain as = Grain::none;  // `as week`, `as month`: the one that holds the day
  When when = When::always;
  Order order = Order::stated;
  bool needs_date = false;  // `alone drop`: a clock that no date joins is dropped
  bool counted = false;     // says how many units: takes "nearly", "at least"
};

// Compiles each rule, in their order; errors name file and line.
[[nodiscard]] std::vector<Action> compile_actions(const Rules& rules,
                                                  std::span<const rules::Rule> area,
                                                  Problems& problems);

// The keys that this room gives a meaning.
[[nodiscard]] std::span<const std::string_view> action_keys();

// What rendering needs to know of the match and of the day.
struct MatchView {
  const Rules& rules;
  const rules::Reading& reading;
  const rules::Match& match;
  int current_year = 0;  // of publication, for two-digit years; 0: unknown
};

// Appends the text of a template; false where a hole has no value.
[[nodiscard]] bool render(const Template& pattern, const MatchView& view, Scratch& out);

}  // namespace dateline::time
