// Problems on standard error: `file:line:col: error: message [code]`, the line itself, `hint: ...`.
// What comes from inputs is made harmless first: no control character of theirs reaches the
// terminal.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "cli/invocation.h"
#include "dateline/problem.h"

namespace spdlog {
class logger;
}

namespace dateline::cli {

// Control characters, bad UTF-8 and characters that turn the direction of text, as \x1b or \u202e.
[[nodiscard]] std::string harmless(std::string_view text);

class Messages {
 public:
  Messages(int verbosity, Colour colour);
  void say(const Problem& problem);
  void say(const Problems& problems);
  void plain(std::string_view text);  // usage
  void info(std::string_view text);   // with -v only

 private:
  [[nodiscard]] std::string coloured(std::string_view text, std::string_view code) const;

  std::shared_ptr<spdlog::logger> log_;
  int verbosity_;
  bool colour_;
};

}  // namespace dateline::cli
