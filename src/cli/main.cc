// The program: flags in, run(), bytes out. Exit status:
//   0  done (an empty chronology is a valid result), or the reader of a pipe has gone
//   1  --check: the file differs
//   2  nothing done: usage, configuration or rules are wrong
//   3  done, but some inputs could not be used (each is named); with --strict nothing is written
//   4  the output could not be written; an older file is left as it was
//   130 / 143  interrupted / terminated
#include <unistd.h>

#include <algorithm>
#include <exception>
#include <memory>

#include "cli/check.h"
#include "cli/invocation.h"
#include "cli/messages.h"
#include "cli/outputs.h"
#include "cli/progress.h"
#include "cli/signals.h"

namespace dateline::cli {
namespace {

enum Exit : int {
  done = 0,
  differs = 1,
  nothing_done = 2,
  some_inputs_unused = 3,
  output_failed = 4
};

bool any_of_severity(const Problems& problems, Severity severity) {
  return std::any_of(problems.begin(), problems.end(),
                     [severity](const Problem& problem) { return problem.severity == severity; });
}

// All outputs of a run, opened before it begins.
class Outputs {
 public:
  Outputs(const std::vector<Target>& targets, TemporaryFiles& temporary, Problems& problems) {
    for (const Target& target : targets)
      files_.push_back(std::make_unique<OutputFile>(target.path, temporary, problems));
  }

  // The same bytes to all; false where nobody wants more.
  bool write(std::string_view bytes, Problems& problems) {
    bool wanted = false;
    for (const auto& file : files_) wanted |= file->write(bytes, problems) == WriteState::good;
    return wanted;
  }
  void write_each(const std::vector<std::string>& contents, Problems& problems) {
    for (std::size_t i = 0; i < files_.size(); ++i) (void)files_[i]->write(contents[i], problems);
  }
  bool commit(Problems& problems) {
    bool good = true;
    for (const auto& file : files_) good &= file->commit(problems);
    return good;
  }

 private:
  std::vector<std::unique_ptr<OutputFile>> files_;
};

std::vector<Format> formats_of(const Invocation& invocation) {
  std::vector<Format> formats;
  for (const Target& target : invocation.targets) formats.push_back(target.format);
  return formats;
}

std::string in_words(const Counts& counts) {
  return std::to_string(counts.inputs) + " inputs, " + std::to_string(counts.documents) +
         " documents, " + std::to_string(counts.articles) + " articles, " +
         std::to_string(counts.events) + " events, " + std::to_string(counts.entries) + " entries";
}

int exit_after_run(const RunResult& result, const Problems& problems) {
  if (!result.done) return nothing_done;
  return any_of_severity(problems, Severity::warning) ? some_inputs_unused : done;
}

// Runs and holds back all output until it is known whether it is wanted (--strict, --check).
int run_held(const Invocation& invocation, ProgressLine& progress, TemporaryFiles& temporary,
             Messages& messages) {
  Problems problems;
  std::string records;
  const RunOutput output{[&records](std::string_view bytes) {
                           records += bytes;
                           return true;
                         },
                         [&progress](const Progress& at) { progress.show(at); }};
  RunResult result = run(invocation.run, formats_of(invocation), output, problems);
  progress.clear();
  messages.say(problems);
  messages.info(in_words(result.counts));
  const int status = exit_after_run(result, problems);
  if (status == nothing_done || (invocation.strict && status != done)) return status;
  if (invocation.run.until != Stage::merge)
    result.outputs.assign(invocation.targets.size(), records);
  if (!invocation.check.empty())
    return check(result.outputs.front(), invocation.check, status, messages);
  Problems failures;
  Outputs outputs(invocation.targets, temporary, failures);
  if (failures.empty()) outputs.write_each(result.outputs, failures);
  const bool written = failures.empty() && outputs.commit(failures);
  messages.say(failures);
  return written ? status : output_failed;
}

// Runs and writes what comes as it comes.
int run_streaming(const Invocation& invocation, ProgressLine& progress, TemporaryFiles& temporary,
                  Messages& messages) {
  Problems problems;
  Problems failures;
  Outputs outputs(invocation.targets, temporary, failures);
  if (!failures.empty()) {
    messages.say(failures);
    return output_failed;
  }
  const RunOutput output{[&](std::string_view bytes) { return outputs.write(bytes, failures); },
                         [&progress](const Progress& at) { progress.show(at); }};
  const RunResult result = run(invocation.run, formats_of(invocation), output, problems);
  progress.clear();
  messages.say(problems);
  messages.info(in_words(result.counts));
  const int status = exit_after_run(result, problems);
  if (status == nothing_done) return status;
  if (invocation.run.until == Stage::merge) outputs.write_each(result.outputs, failures);
  const bool written = failures.empty() && outputs.commit(failures);
  messages.say(failures);
  return written ? status : output_failed;
}

int check_the_rules(const Invocation& invocation, Messages& messages) {
  Problems problems;
  const std::size_t count = check_rules(invocation.run.rule_folders, problems);
  messages.say(problems);
  if (any_of_severity(problems, Severity::error)) return nothing_done;
  messages.info(std::to_string(count) + " rules and mechanisms; all examples hold");
  return done;
}

int show(std::string_view text) {
  int error = 0;
  return write_all(STDOUT_FILENO, text, error) == WriteState::failed ? output_failed : done;
}

int main_of(int count, const char* const* arguments) {
  const Invocation invocation = parse_flags(count, arguments);
  Messages messages(invocation.verbosity, invocation.colour);
  TemporaryFiles temporary;
  const SignalWatch watch(temporary);
  ProgressLine progress(invocation.progress);
  switch (invocation.task) {
    case Task::show_text:
      return show(invocation.text);
    case Task::fail:
      messages.plain(invocation.text);
      messages.say(invocation.problems);
      return nothing_done;
    case Task::check_rules:
      messages.say(invocation.problems);
      return check_the_rules(invocation, messages);
    case Task::run:
      messages.say(invocation.problems);
      if (invocation.strict || !invocation.check.empty())
        return run_held(invocation, progress, temporary, messages);
      return run_streaming(invocation, progress, temporary, messages);
  }
  return nothing_done;
}

}  // namespace
}  // namespace dateline::cli

int main(int count, char** arguments) {
  try {
    return dateline::cli::main_of(count, arguments);
  } catch (const std::exception& error) {
    dateline::cli::Messages messages(0, dateline::cli::Colour::never);
    messages.say({dateline::Severity::error, "internal", error.what(), "", "", 0, 0, ""});
    return 2;
  }
}
