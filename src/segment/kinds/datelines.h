// Datelines with a date, in the many ways in which papers write them: "Port Ellis, 3 June 2031 - ",
// "PORT ELLIS, Scotland (June 3, 2031): ", "[3 June 2031] ". Those without a date are rules of
// data/<language>/segment.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "rules/rules.h"
#include "segment/lines/lines.h"
#include "segment/lines/stamps.h"

namespace dateline::segment {

struct Dateline {
  text::TokenRange tokens;  // with the mark that ends it
  bool firm = false;        // nothing else looks like it: the day is that of the report
};

// What stands where in a dateline; empty where it has none.
struct DatelineParts {
  text::TokenRange place, agency;
};

class DatelineReader {
 public:
  explicit DatelineReader(const Rules& rules);
  // The one with which a line of running text begins.
  [[nodiscard]] std::optional<Dateline> find(const rules::Reading& reading, const Line& line) const;
  [[nodiscard]] DatelineParts parts(const rules::Reading& reading, text::TokenRange tokens) const;

 private:
  class Parser;
  class Parts;
  enum Word : std::uint64_t { calendar = 1, month = 2, no_place = 4, particle = 8, dash = 16 };

  const Rules& rules_;
  StampReader stamps_;
  std::vector<std::uint64_t> masks_;  // by kind of words, bits of Word
};

}  // namespace dateline::segment
