// See flags.h.
#include "cli/flags.h"

#include <CLI/CLI.hpp>

namespace dateline::cli {
namespace {

class Flags {
 public:
  Flags(CLI::App& app, Typed& typed, Invocation& into) : app_(app), typed_(typed), into_(into) {}
  void output();
  void stages();
  void filters();
  void others();

 private:
  // A flag with one value. It is taken as often as it is given: how often it may be is for the
  // check to say, in words of our own.
  CLI::Option* value(const char* names, Typed::Values& values, const char* what,
                     const char* value_name) {
    return app_.add_option(names, values, what)
        ->type_name(value_name)
        ->expected(1)
        ->allow_extra_args(false)
        ->take_all();
  }
  void flag(const char* names, bool& given, const char* what) { app_.add_flag(names, given, what); }

  CLI::App& app_;
  Typed& typed_;
  Invocation& into_;
};

void Flags::output() {
  value("-o,--output", typed_.outputs, "Write there; repeatable, format by extension", "FILE");
  value("-f,--format", typed_.format, "json (default), ndjson or markdown", "FORMAT");
  value("--check", typed_.check,
        "Write nothing: compare with FILE, print a diff, exit 1 if it differs", "FILE");
  flag("--explain", into_.run.explain,
       "Add to every field the rule and the characters it came from");
  flag("--strict", into_.strict, "Write nothing if any input could not be used");
}

void Flags::stages() {
  value("--from", typed_.from, "Go on from records that an earlier run wrote with --until STAGE",
        "STAGE");
  value("--until", typed_.until, "Stop after read, segment, annotate, extract or merge (default)",
        "STAGE");
  flag("--whole", into_.run.whole, "Take each input whole as the body of one article");
  value("--published", typed_.published, "Publication date for articles that state none", "DATE");
  value("--field", typed_.fields,
        "Which KEY of a record holds text, title, published, url, author, ...", "NAME=KEY");
  flag("--headlines", into_.run.headlines,
       "Also take dated related headlines found in the boilerplate");
  flag("--background", into_.run.background, "Also keep history and statements without an event");
}

void Flags::filters() {
  value("--since", typed_.since, "Keep entries from DATE on (YYYY, YYYY-MM or YYYY-MM-DD)", "DATE");
  value("--before", typed_.before, "Keep entries before DATE", "DATE");
  value("--type", typed_.types, "Keep these event types, modes or quad classes", "TYPE")
      ->delimiter(',');
  value("--actor", typed_.actors, "Keep entries with this actor; repeatable", "NAME");
  value("--place", typed_.places, "Keep entries with this place; repeatable", "NAME");
  value("--min-sources", typed_.min_sources, "Keep entries with at least N sources", "N");
  value("--top", typed_.top, "Keep the N most salient entries", "N");
  value("--query", typed_.query, "What the chronology is about", "WORDS");
}

void Flags::others() {
  value("--rules", into_.run.rule_folders, "Add or override rules and word lists; repeatable",
        "DIR");
  flag("--check-rules", typed_.check_rules, "Run every rule's own examples and stop");
  value("-j,--jobs", typed_.jobs, "Worker threads (default: all cores)", "N");
  flag("-q,--quiet", typed_.quiet, "Say errors only");
  flag("-v,--verbose", typed_.verbose, "Say what was done");
  flag("--no-progress", typed_.no_progress, "Show no progress");
  value("--color", typed_.colour, "Colour messages: auto, always or never", "WHEN");
  app_.add_option("PATH", into_.run.inputs, "Files, folders, or - for standard input")
      ->type_name("");
}

}  // namespace

void add_flags(CLI::App& app, Typed& typed, Invocation& into) {
  Flags flags(app, typed, into);
  flags.output();
  flags.stages();
  flags.filters();
  flags.others();
}

}  // namespace dateline::cli
