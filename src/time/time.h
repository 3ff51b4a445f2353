// Time expressions: found by the rules of data/<language>/time, resolved by calendar functions,
// never by the clock.
#pragma once

#include <memory>
#include <vector>

#include "dateline/mention.h"
#include "rules/rules.h"
#include "time/calendar.h"  // part of this door: the other rooms count days by it too

namespace dateline::time {

// What under-specified expressions are resolved against.
struct Context {
  Date published;  // document creation time; unknown -> values keep their X
  bool narrative =
      false;  // months and days belong to the last mentioned full date, not to `published`
  Day modified = no_day;  // of the last change, where the document states one after `published`
};

// An expression that the same text names before; kept while a text is read from its start to its
// end.
struct Memory {
  Date last_date;  // of the last expression with day, month or year
  Span last_span;
  bool last_is_story = false;  // of an earlier year, and what is told
  Date last_day;               // of the last one that is a single day
  Span last_day_span;
  bool day_first = false;         // the text has written a day before its month in numbers
  bool last_day_is_late = false;  // told of its evening or night
  Date last_quarter;              // of the last one that is a quarter
  Span last_quarter_span;
  Date aside;  // a narrative's glance at another year, good for its own sentence
  Span aside_span;
  std::int16_t last_year_bc =
      -1;  // where the last one lies before our era; last_date is then unknown
};

class Tagger {
 public:
  // Compiles the actions of the time rules; errors name file and line.
  Tagger(const Rules& rules, Problems& problems, std::string_view language = "en");
  ~Tagger();
  // Appends what is found in [range), in order of span.
  void find(const rules::Reading& reading, text::TokenRange range, const Context& context,
            Memory& memory, std::vector<Timex>& out) const;
  // Should this text's months be read as a history's? Decided from all its expressions (many
  // absolute years, few relative words).
  [[nodiscard]] bool is_narrative(const rules::Reading& reading, text::TokenRange range) const;
  // Runs the examples of all time rules.
  void check_examples(Problems& problems) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline::time
