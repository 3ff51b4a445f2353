// The command line into an Invocation: parsed by the library, checked by us.
#include "cli/invocation.h"

#include <CLI/CLI.hpp>

#include "cli/flags.h"
#include "dateline/dateline.h"

namespace dateline::cli {

Invocation parse_flags(int count, const char* const* arguments) {
  Invocation invocation;
  Typed typed;
  CLI::App app("Turns scraped news text into a merged chronology, by rules.", "dateline");
  app.set_version_flag("--version", "dateline " + std::string(version));
  app.set_help_flag("-h,--help", "Show this help");
  add_flags(app, typed, invocation);
  try {
    app.parse(count, arguments);
    check_flags(typed, invocation);
  } catch (const CLI::CallForHelp&) {
    invocation.task = Task::show_text;
    invocation.text = app.help();
  } catch (const CLI::CallForVersion&) {
    invocation.task = Task::show_text;
    invocation.text = "dateline " + std::string(version) + "\n";
  } catch (const CLI::ParseError& error) {
    // Whatever this library's own exit codes are: usage is 2.
    invocation.task = Task::fail;
    invocation.problems.push_back(
        {Severity::error, "usage", error.what(), "see dateline --help", "", 0, 0, ""});
  }
  if (invocation.task == Task::fail) invocation.text = "usage: dateline [OPTIONS] PATH...\n";
  return invocation;
}

}  // namespace dateline::cli
