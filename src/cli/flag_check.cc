// What was typed into values: see check_flags.
#include <algorithm>
#include <charconv>
#include <filesystem>
#include <optional>

#include "cli/flags.h"
#include "dateline/dateline.h"

namespace dateline::cli {
namespace {

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

std::optional<Format> format_of(const std::string& path) {
  const std::string extension = std::filesystem::path(path).extension().string();
  if (extension == ".json") return Format::json;
  if (extension == ".ndjson" || extension == ".jsonl") return Format::ndjson;
  if (extension == ".md" || extension == ".markdown") return Format::markdown;
  return std::nullopt;
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

class Checker {
 public:
  Checker(const Typed& typed, Invocation& into) : typed_(typed), into_(into) {}
  void check();

 private:
  using Values = Typed::Values;
  void mistake(std::string message, std::string hint) {
    into_.problems.push_back(
        {Severity::error, "usage", std::move(message), std::move(hint), "", 0, 0, ""});
  }
  void note(std::string message, std::string hint) {
    into_.problems.push_back(
        {Severity::note, "usage", std::move(message), std::move(hint), "", 0, 0, ""});
  }
  // The value of a flag that may be given once; "" where it is not given.
  std::string once(const char* flag, const Values& values);
  // The values of a flag that may be repeated.
  Values several(const char* flag, const Values& values);
  std::optional<Date> date(const char* flag, const std::string& value);
  std::uint32_t count(const char* flag, const Values& values, std::uint32_t least,
                      std::uint32_t otherwise);
  std::optional<Stage> stage(const char* flag, const std::string& name);
  void stages();
  void idle();
  void dates();
  void filters();
  void fields();
  void add_target(const std::string& path);
  void targets();
  void messages();
  void inputs();

  const Typed& typed_;
  Invocation& into_;
  std::string until_ = "merge";
  std::optional<Format> format_;
};

void Checker::check() {
  stages();
  dates();
  filters();
  fields();
  targets();
  messages();
  inputs();
  if (typed_.check_rules) into_.task = Task::check_rules;
  const bool wrong =
      std::any_of(into_.problems.begin(), into_.problems.end(),
                  [](const Problem& problem) { return problem.severity == Severity::error; });
  if (wrong)
    into_.task = Task::fail;
  else
    idle();
}

std::string Checker::once(const char* flag, const Values& values) {
  if (values.empty()) return {};
  if (values.size() > 1)
    mistake(std::string(flag) + ": given " + std::to_string(values.size()) + " times",
            "give it once");
  else if (values[0].empty())
    mistake(std::string(flag) + ": the value is empty", "leave the flag out");
  return values[0];
}

Checker::Values Checker::several(const char* flag, const Values& values) {
  if (std::find(values.begin(), values.end(), "") != values.end())
    mistake(std::string(flag) + ": the value is empty", "leave the flag out");
  return values;
}

std::optional<Date> Checker::date(const char* flag, const std::string& value) {
  if (value.empty()) return std::nullopt;
  const std::optional<Date> date = parse_date(value);
  if (!date)
    mistake(std::string(flag) + ": '" + value + "' is no date",
            "write it as YYYY, YYYY-MM or YYYY-MM-DD");
  return date;
}

std::uint32_t Checker::count(const char* flag, const Values& values, std::uint32_t least,
                             std::uint32_t otherwise) {
  constexpr long long most = 1'000'000'000;
  const std::string value = once(flag, values);
  if (value.empty()) return otherwise;
  long long number = 0;
  const char* const end = value.data() + value.size();
  const auto [rest, error] = std::from_chars(value.data(), end, number);
  const bool whole = rest == end && error != std::errc::invalid_argument;
  if (whole && error == std::errc() && number >= least && number <= most)
    return static_cast<std::uint32_t>(number);
  mistake(std::string(flag) + ": " +
              (whole ? value + " is out of range" : "'" + value + "' is no number"),
          "give a number from " + std::to_string(least) + " to " + std::to_string(most));
  return otherwise;
}

std::optional<Stage> Checker::stage(const char* flag, const std::string& name) {
  const std::optional<Stage> stage = parse_stage(name);
  if (!stage)
    mistake(std::string(flag) + ": '" + name + "' is no stage",
            "stages are read, segment, annotate, extract, merge");
  return stage;
}

void Checker::stages() {
  const std::string until = once("--until", typed_.until);
  if (!until.empty()) until_ = until;
  into_.run.until = stage("--until", until_).value_or(Stage::merge);
  const std::string from = once("--from", typed_.from);
  if (from.empty()) return;
  into_.run.from = stage("--from", from);
  if (into_.run.from == Stage::merge)
    mistake("--from: nothing comes after merge",
            "write shards with --until extract and join them with --from extract");
  else if (into_.run.from && *into_.run.from >= into_.run.until)
    mistake("--from " + from + " begins where --until " + until_ + " has ended",
            "stages are, in order: read, segment, annotate, extract, merge");
}

// Flags of a stage that this run does not pass through do nothing: they are named.
void Checker::idle() {
  const RunOptions& run = into_.run;
  const auto passes = [&run](Stage stage) {
    return run.until >= stage && (!run.from || *run.from < stage);
  };
  const auto look_at = [&](const char* flag, bool given, Stage stage) {
    if (given && !passes(stage))
      note(std::string(flag) + " does nothing in this run",
           "it is for the stage " + std::string(to_string(stage)));
  };
  if (into_.task == Task::check_rules) {
    if (!run.inputs.empty()) note("--check-rules reads no inputs", "leave it out to read them");
    return;
  }
  look_at("--field", !run.fields.empty(), Stage::read);
  look_at("--whole", run.whole, Stage::segment);
  look_at("--published", !typed_.published.empty(), Stage::segment);
  look_at("--headlines", run.headlines, Stage::extract);
  look_at("--background", run.background, Stage::extract);
}

void Checker::dates() {
  const std::string since_text = once("--since", typed_.since);
  const std::string before_text = once("--before", typed_.before);
  into_.run.published = date("--published", once("--published", typed_.published)).value_or(Date{});
  const std::optional<Date> since = date("--since", since_text);
  const std::optional<Date> before = date("--before", before_text);
  if (since) into_.run.since = since->first;
  if (before) into_.run.before = before->first;
  if (since && before && since->first >= before->first)
    mistake("--since " + since_text + " is not before --before " + before_text,
            "--before is exclusive");
}

// Which types there are is for the rules to say, as they name the modes.
void Checker::filters() {
  RunOptions& run = into_.run;
  for (const std::string& type : several("--type", typed_.types)) run.types.push_back(lower(type));
  run.actors = several("--actor", typed_.actors);
  run.places = several("--place", typed_.places);
  for (const std::string& words : several("--query", typed_.query))
    run.query += (run.query.empty() ? "" : " ") + words;
  run.min_sources = count("--min-sources", typed_.min_sources, 1, 1);
  run.top = count("--top", typed_.top, 0, 0);
  const std::string choosing = flags_that_choose(run);
  if (run.until != Stage::merge && !choosing.empty())
    mistake(choosing + ": there are no entries to choose from where --until " + until_ + " ends",
            "say it in the run that goes on from there to the chronology");
  run.jobs = std::min(count("--jobs", typed_.jobs, 0, 0), 1024U);
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

// The extension decides; --format is for names that have none of ours.
void Checker::add_target(const std::string& path) {
  const bool records = into_.run.until != Stage::merge;
  const std::optional<Format> named = path == "-" ? std::nullopt : format_of(path);
  if (records && named && *named != Format::ndjson)
    mistake("--until " + until_ + " prints NDJSON, and '" + path + "' is named otherwise",
            "name it .ndjson");
  else if (named && format_ && typed_.outputs.size() <= 1 && *named != *format_)
    mistake("'" + path + "' is named otherwise than --format " + typed_.format[0],
            "leave --format out, or change the name");
  const std::optional<Format> format = records ? Format::ndjson : named ? named : format_;
  if (!format && path != "-")
    mistake("'" + path + "' has no extension that names a format",
            "say --format json, ndjson or markdown");
  into_.targets.push_back({path, format.value_or(Format::json)});
}

void Checker::targets() {
  const std::string name = once("--format", typed_.format);
  if (!name.empty()) {
    format_ = parse_format(name);
    if (!format_)
      mistake("--format: '" + name + "' is no format", "formats are json, ndjson, markdown");
    if (format_ && *format_ != Format::ndjson && into_.run.until != Stage::merge)
      mistake("--until " + until_ + " prints NDJSON only", "leave --format out");
  }
  into_.check = once("--check", typed_.check);
  if (!into_.check.empty() && !typed_.outputs.empty())
    mistake("--check writes nothing, and --output wants to", "leave one of them out");
  for (const std::string& path : several("--output", typed_.outputs)) add_target(path);
  if (!into_.check.empty())
    add_target(into_.check);
  else if (typed_.outputs.empty())
    add_target("-");
}

void Checker::messages() {
  const std::string when = once("--color", typed_.colour);
  if (!when.empty() && when != "auto" && when != "always" && when != "never")
    mistake("--color: '" + when + "' is not known", "say auto, always or never");
  into_.colour = when == "always"  ? Colour::always
                 : when == "never" ? Colour::never
                                   : Colour::automatic;
  into_.verbosity = typed_.quiet ? -1 : typed_.verbose ? 1 : 0;
  into_.progress = !typed_.no_progress && !typed_.quiet;
}

void Checker::inputs() {
  const Values& inputs = into_.run.inputs;
  if (inputs.empty() && !typed_.check_rules)
    mistake("no input is named", "name files or folders, or - for standard input");
  if (std::find(inputs.begin(), inputs.end(), "") != inputs.end())
    mistake("the name of an input is empty", "name files or folders, or - for standard input");
}

}  // namespace

void check_flags(const Typed& typed, Invocation& into) { Checker(typed, into).check(); }

}  // namespace dateline::cli
