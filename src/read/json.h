// JSON and JSON Lines into Documents, with simdjson: fields are found by the aliases that scrapers
// use.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "dateline/document.h"
#include "dateline/problem.h"
#include "read/read.h"

namespace dateline::read {

[[nodiscard]] bool is_json_object(std::string_view bytes);
[[nodiscard]] bool is_json_array(std::string_view bytes);

class JsonReader {
 public:
  explicit JsonReader(const Options& options);
  ~JsonReader();
  // One record a line. `bytes` keeps its content; its capacity may grow. False: the sink wants no
  // more.
  bool read_lines(std::string& bytes, const std::string& path, std::uint32_t first_line,
                  const Sink& sink, Problems& problems);
  // An array of records, one record, or a record that holds an array of them.
  bool read_value(std::string& bytes, const std::string& path, const Sink& sink,
                  Problems& problems);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline::read
