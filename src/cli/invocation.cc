// The flags: one list, from which the help is made as well.
#include "cli/invocation.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <optional>

#include "dateline/dateline.h"

namespace dateline::cli {
namespace {

// "types: agree, consult, ...".
std::string all_types() {
  std::string out = "types:";
  for (std::size_t i = 0; i < event_types; ++i) {
    out += i == 0 ? " " : ", ";
    out += to_string(static_cast<EventType>(i));
  }
  return out;
}

// Flags as they were typed, before they are checked.
struct Typed {
  std::vector<std::string> outputs, types, fields;
  std::string format, from, until = "merge", published, since, before, colour = "auto";
  bool quiet = false, verbose = false, no_progress = false, check_rules = false;
  long long min_sources = 1, top = 0, jobs = 0;
};

void add_output_flags(CLI::App& app, Typed& typed, Invocation& into) {
  app.add_option("-o,--output", typed.outputs, "Write there; repeatable, format by extension")
      ->type_name("FILE")
      ->expected(1)
      ->allow_extra_args(false)
      ->take_all();
  app.add_option("-f,--format", typed.format, "json (default), ndjson or markdown")
      ->type_name("FORMAT");
  app.add_option("--check", into.check,
                 "Write nothing: compare with FILE, print a diff, exit 1 if it differs")
      ->type_name("FILE");
  app.add_flag("--explain", into.run.explain,
               "Add to every field the rule and the characters it came from");
  app.add_flag("--strict", into.strict, "Write nothing if any input could not be used");
}

void add_stage_flags(CLI::App& app, Typed& typed, Invocation& into) {
  app.add_option("--from", typed.from,
                 "Go on from records that an earlier run wrote with --until STAGE")
      ->type_name("STAGE");
  app.add_option("--until", typed.until,
                 "Stop after read, segment, annotate, extract or merge (default)")
      ->type_name("STAGE");
  app.add_flag("--whole", into.run.whole, "Take each input whole as the body of one article");
  app.add_option("--published", typed.published, "Publication date for articles that state none")
      ->type_name("DATE");
  app.add_option("--field", typed.fields,
                 "Which KEY of a record holds text, title, published, url, author, ...")
      ->type_name("NAME=KEY")
      ->expected(1)
      ->allow_extra_args(false)
      ->take_all();
  app.add_flag("--headlines", into.run.headlines,
               "Also take dated related headlines found in the boilerplate");
  app.add_flag("--background", into.run.background,
               "Also keep history and statements without an event");
}

void add_filter_flags(CLI::App& app, Typed& typed, Invocation& into) {
  app.add_option("--since", typed.since, "Keep entries from DATE on (YYYY, YYYY-MM or YYYY-MM-DD)")
      ->type_name("DATE");
  app.add_option("--before", typed.before, "Keep entries before DATE")->type_name("DATE");
  app.add_option("--type", typed.types, "Keep these event types")
      ->type_name("TYPE")
      ->expected(1)
      ->allow_extra_args(false)
      ->take_all()
      ->delimiter(',');
  app.add_option("--actor", into.run.actors, "Keep entries with this actor; repeatable")
      ->type_name("NAME")
      ->expected(1)
      ->allow_extra_args(false)
      ->take_all();
  app.add_option("--place", into.run.places, "Keep entries with this place; repeatable")
      ->type_name("NAME")
      ->expected(1)
      ->allow_extra_args(false)
      ->take_all();
  app.add_option("--min-sources", typed.min_sources, "Keep entries with at least N sources")
      ->type_name("N");
  app.add_option("--top", typed.top, "Keep the N most salient entries")->type_name("N");
  app.add_option("--query", into.run.query, "What the chronology is about")->type_name("WORDS");
}

void add_other_flags(CLI::App& app, Typed& typed, Invocation& into) {
  app.add_option("--rules", into.run.rule_folders,
                 "Add or override rules and word lists; repeatable")
      ->type_name("DIR")
      ->expected(1)
      ->allow_extra_args(false)
      ->take_all();
  app.add_flag("--check-rules", typed.check_rules, "Run every rule's own examples and stop");
  app.add_option("-j,--jobs", typed.jobs, "Worker threads (default: all cores)")->type_name("N");
  app.add_flag("-q,--quiet", typed.quiet, "Say errors only");
  app.add_flag("-v,--verbose", typed.verbose, "Say what was done");
  app.add_flag("--no-progress", typed.no_progress, "Show no progress");
  app.add_option("--color", typed.colour, "Colour messages: auto, always or never")
      ->type_name("WHEN");
  app.add_option("PATH", into.run.inputs, "Files, folders, or - for standard input")->type_name("");
}

// Those given of the flags that choose among the entries of the chronology.
std::string flags_that_choose(const RunOptions& run) {
  std::string flags;
  const auto note = [&](const char* flag, bool given) {
    if (given) flags += (flags.empty() ? "" : ", ") + std::string(flag);
  };
  note("--since", run.since != no_day);
  note("--before", run.before != no_day);
  note("--type", !run.types.empty());
  note("--actor", !run.actors.empty());
  note("--place", !run.places.empty());
  note("--min-sources", run.min_sources > 1);
  note("--top", run.top > 0);
  note("--query", !run.query.empty());
  return flags;
}

// Turns what was typed into values; every mistake is named.
class Checker {
 public:
  Checker(const Typed& typed, Invocation& into) : typed_(typed), into_(into) {}
  void check();

 private:
  void mistake(std::string message, std::string hint) {
    into_.problems.push_back(
        {Severity::error, "usage", std::move(message), std::move(hint), "", 0, 0, ""});
  }
  std::optional<Date> date(const char* flag, const std::string& value);
  std::uint32_t count(const char* flag, long long value, long long least);
  std::optional<Stage> stage(const char* flag, const std::string& name);
  std::optional<Format> format_of(const std::string& path);
  void stages();
  void dates();
  void filters();
  void fields();
  void add_target(const std::string& path);
  void targets();
  void messages();

  const Typed& typed_;
  Invocation& into_;
  std::optional<Format> format_;
};

void Checker::check() {
  stages();
  dates();
  filters();
  fields();
  targets();
  messages();
  if (typed_.check_rules) into_.task = Task::check_rules;
  if (into_.run.inputs.empty() && !typed_.check_rules)
    mistake("no input is named", "name files or folders, or - for standard input");
  if (!into_.problems.empty()) into_.task = Task::fail;
}

std::optional<Date> Checker::date(const char* flag, const std::string& value) {
  if (value.empty()) return std::nullopt;
  const std::optional<Date> date = parse_date(value);
  if (!date)
    mistake(std::string(flag) + ": '" + value + "' is no date",
            "write it as YYYY, YYYY-MM or YYYY-MM-DD");
  return date;
}

std::uint32_t Checker::count(const char* flag, long long value, long long least) {
  if (value >= least && value <= 1'000'000'000) return static_cast<std::uint32_t>(value);
  mistake(std::string(flag) + ": " + std::to_string(value) + " is out of range",
          "give a number from " + std::to_string(least) + " on");
  return static_cast<std::uint32_t>(least);
}

std::optional<Stage> Checker::stage(const char* flag, const std::string& name) {
  const std::optional<Stage> stage = parse_stage(name);
  if (!stage)
    mistake(std::string(flag) + ": '" + name + "' is no stage",
            "stages are read, segment, annotate, extract, merge");
  return stage;
}

void Checker::stages() {
  into_.run.until = stage("--until", typed_.until).value_or(Stage::merge);
  if (typed_.from.empty()) return;
  into_.run.from = stage("--from", typed_.from);
  if (into_.run.from == Stage::merge)
    mistake("--from: nothing comes after merge",
            "write shards with --until extract and join them with --from extract");
  else if (into_.run.from && *into_.run.from >= into_.run.until)
    mistake("--from " + typed_.from + " begins where --until " + typed_.until + " has ended",
            "stages are, in order: read, segment, annotate, extract, merge");
}

void Checker::dates() {
  into_.run.published = date("--published", typed_.published).value_or(Date{});
  const std::optional<Date> since = date("--since", typed_.since);
  const std::optional<Date> before = date("--before", typed_.before);
  if (since) into_.run.since = since->first;
  if (before) into_.run.before = before->first;
  if (since && before && since->first >= before->first)
    mistake("--since " + typed_.since + " is not before --before " + typed_.before,
            "--before is exclusive");
}

void Checker::filters() {
  for (const std::string& type : typed_.types) {
    const std::string lower = CLI::detail::to_lower(type);
    if (!parse_event_type(lower)) mistake("--type: '" + type + "' is no event type", all_types());
    into_.run.types.push_back(lower);
  }
  into_.run.min_sources = count("--min-sources", typed_.min_sources, 1);
  into_.run.top = count("--top", typed_.top, 0);
  const std::string choosing = flags_that_choose(into_.run);
  if (into_.run.until != Stage::merge && !choosing.empty())
    mistake(
        choosing + ": there are no entries to choose from where --until " + typed_.until + " ends",
        "say it in the run that goes on from there to the chronology");
  into_.run.jobs = std::min(count("--jobs", typed_.jobs, 0), 1024U);
}

void Checker::fields() {
  for (const std::string& field : typed_.fields) {
    const std::size_t equals = field.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == field.size())
      mistake("--field: '" + field + "' is not of the form NAME=KEY",
              "for example --field text=article_body");
    else
      into_.run.fields.emplace_back(field.substr(0, equals), field.substr(equals + 1));
  }
}

std::optional<Format> Checker::format_of(const std::string& path) {
  const std::string extension = std::filesystem::path(path).extension().string();
  if (extension == ".json") return Format::json;
  if (extension == ".ndjson" || extension == ".jsonl") return Format::ndjson;
  if (extension == ".md" || extension == ".markdown") return Format::markdown;
  return std::nullopt;
}

void Checker::add_target(const std::string& path) {
  const bool only_one = typed_.outputs.size() <= 1;
  std::optional<Format> format = path == "-" || (format_ && only_one) ? format_ : format_of(path);
  if (!format) format = format_;
  if (into_.run.until != Stage::merge) format = Format::ndjson;
  if (!format && path != "-")
    mistake("'" + path + "' has no extension that names a format",
            "say --format json, ndjson or markdown");
  into_.targets.push_back({path, format.value_or(Format::json)});
}

void Checker::targets() {
  if (!typed_.format.empty()) {
    format_ = parse_format(typed_.format);
    if (!format_)
      mistake("--format: '" + typed_.format + "' is no format",
              "formats are json, ndjson, markdown");
    if (format_ && *format_ != Format::ndjson && into_.run.until != Stage::merge)
      mistake("--until " + typed_.until + " prints NDJSON only", "leave --format out");
  }
  if (!into_.check.empty() && !typed_.outputs.empty())
    mistake("--check writes nothing, and --output wants to", "leave one of them out");
  for (const std::string& path : typed_.outputs) add_target(path);
  if (!into_.check.empty())
    add_target(into_.check);
  else if (typed_.outputs.empty())
    add_target("-");
}

void Checker::messages() {
  if (typed_.colour != "auto" && typed_.colour != "always" && typed_.colour != "never")
    mistake("--color: '" + typed_.colour + "' is not known", "say auto, always or never");
  into_.colour = typed_.colour == "always"  ? Colour::always
                 : typed_.colour == "never" ? Colour::never
                                            : Colour::automatic;
  into_.verbosity = typed_.quiet ? -1 : typed_.verbose ? 1 : 0;
  into_.progress = !typed_.no_progress && !typed_.quiet;
}

}  // namespace

Invocation parse_flags(int count, const char* const* arguments) {
  Invocation invocation;
  Typed typed;
  CLI::App app("Turns scraped news text into a merged chronology, by rules.", "dateline");
  app.set_version_flag("--version", "dateline " + std::string(version));
  app.set_help_flag("-h,--help", "Show this help");
  add_output_flags(app, typed, invocation);
  add_stage_flags(app, typed, invocation);
  add_filter_flags(app, typed, invocation);
  add_other_flags(app, typed, invocation);
  try {
    app.parse(count, arguments);
    Checker(typed, invocation).check();
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
