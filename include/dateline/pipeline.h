// The whole program as a library: what the command line chooses, and run().
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dateline/date.h"
#include "dateline/problem.h"

namespace dateline {

inline constexpr std::string_view version = "0.1.0";

enum class Stage : std::uint8_t { read, segment, annotate, extract, merge };
enum class Format : std::uint8_t { json, ndjson, markdown };

[[nodiscard]] std::string_view to_string(Stage stage);
[[nodiscard]] std::optional<Stage> parse_stage(std::string_view name);
[[nodiscard]] std::optional<Format> parse_format(std::string_view name);

struct RunOptions {
  std::vector<std::string> inputs;        // files, folders, "-"
  std::vector<std::string> rule_folders;  // --rules
  std::optional<Stage> from;              // inputs are NDJSON that --until `from` wrote
  Stage until = Stage::merge;
  bool whole = false;
  Date published;  // --published; unknown where not given
  bool headlines = false;
  bool background = false;
  bool explain = false;
  std::string query;
  Day since = no_day;
  Day before = no_day;  // exclusive
  std::vector<std::string> types, actors, places;
  std::uint32_t min_sources = 1;
  std::uint32_t top = 0;                                    // 0: all
  std::vector<std::pair<std::string, std::string>> fields;  // --field name=KEY
  std::string language = "en";
  unsigned jobs = 0;  // 0: one a core
};

struct Progress {
  std::size_t done = 0, total = 0;  // inputs
};

// Where the output goes. For Stage::merge, `formats` outputs are made, one string each, in the
// order asked for; for the earlier stages records are handed to `write` as they come, in input
// order.
struct RunOutput {
  std::function<bool(std::string_view)> write;    // false: the reader has gone; stop quietly
  std::function<void(const Progress&)> progress;  // may be empty
};

struct Counts {
  std::size_t inputs = 0, documents = 0, articles = 0;
  std::size_t events = 0;   // before they are merged
  std::size_t entries = 0;  // of the chronology
};

struct RunResult {
  std::vector<std::string> outputs;  // one a format, for Stage::merge
  bool done = true;                  // false: nothing was done (usage, rules)
  Counts counts;                     // as far as the run has gone
};

// Runs everything. Problems are appended in a fixed order (by input), whatever the number of jobs.
[[nodiscard]] RunResult run(const RunOptions& options, const std::vector<Format>& formats,
                            const RunOutput& output, Problems& problems);

// Runs the examples of every rule of the pack; returns how many rules there are.
[[nodiscard]] std::size_t check_rules(const std::vector<std::string>& rule_folders,
                                      Problems& problems);

}  // namespace dateline
