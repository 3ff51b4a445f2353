// The text files that a pack is made of, gathered from data/ at build time or from a --rules folder
// at start, in a fixed order (path, bytewise).
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/problem.h"

namespace dateline::rules {

enum class SourceKind : std::uint8_t { word_list, rule_file, table, mechanisms };

struct Source {
  std::string path;  // as messages name it: "data/en/time/dates.rules", or below the --rules folder
  std::string folder;  // relative to the root: "en/time"
  std::string stem;    // "dates"
  SourceKind kind = SourceKind::rule_file;
  std::string text;
};

// All *.rules and *.tsv files below `root`; `label` stands in paths for the root ("data").
[[nodiscard]] std::vector<Source> gather_sources(const std::string& root, const std::string& label,
                                                 Problems& problems);

// "sha256:..." over paths and texts.
[[nodiscard]] std::string digest_of(const std::vector<Source>& sources);

// One blob, and back: of those sources whose kind is in `kinds`.
[[nodiscard]] std::string pack_sources(const std::vector<Source>& sources,
                                       std::initializer_list<SourceKind> kinds);
[[nodiscard]] std::vector<Source> unpack_sources(std::string_view bytes);

}  // namespace dateline::rules
