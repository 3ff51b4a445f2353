// run(): the whole program on one page. Documents stream through the stages on all threads; only
// what the merge needs stays in memory.
#include "dateline/pipeline.h"

#include <algorithm>
#include <deque>
#include <optional>
#include <utility>

#include "check_names.h"
#include "inputs.h"
#include "merge/merge.h"
#include "nothing_found.h"
#include "ordered_workers.h"
#include "stages.h"
#include "write/write.h"

namespace dateline {
namespace {

bool has_error(const Problems& problems) {
  return std::any_of(problems.begin(), problems.end(),
                     [](const Problem& problem) { return problem.severity == Severity::error; });
}

// Takes every document of the wanted inputs to what one thread gathers, and then to the next
// gathering.
template <typename Gathered, typename Take>
std::deque<Gathered> gather(Inputs& inputs, const read::Pieces::Wanted& wanted, const Take& take) {
  struct Gatherer {
    Worker worker;
    Gathered* gathered;
  };
  std::deque<Gathered> all;  // one a thread
  std::mutex mutex;
  OrderedWorkers workers(
      inputs.jobs(), [&] { return inputs.next(wanted); },
      [&] {
        Worker worker = inputs.make_worker();
        const std::lock_guard lock(mutex);
        return Gatherer{std::move(worker), &all.emplace_back()};
      },
      [&](read::Piece&& piece, Gatherer& mine) {
        Outcome said_in_the_last_pass;
        const auto each = [&](Work& work) {
          take(work, piece.input, mine.worker.buffers, *mine.gathered);
        };
        inputs.read(piece, mine.worker, each, said_in_the_last_pass);
        return true;
      },
      [](bool&&) { return true; });
  workers.run();
  inputs.rewind();
  return all;
}

// What the dated documents among those akin say; only their inputs are read once more.
segment::Witnesses hear_witnesses(Inputs& inputs, const Stages& stages,
                                  const segment::Corpus& corpus) {
  const auto wanted = [&](std::uint32_t input) { return corpus.has_kin(input); };
  const auto take = [&](Work& work, std::uint32_t, Buffers& buffers, segment::Witnesses& mine) {
    if (corpus.is_kin(work.document)) stages.witness(work, corpus, buffers, mine);
  };
  segment::Witnesses witnesses;
  for (const auto& part : gather<segment::Witnesses>(inputs, wanted, take)) witnesses.merge(part);
  witnesses.sort();
  return witnesses;
}

// The first, cheap pass: how often each line stands in all inputs, and who shares texts. Where that
// may tell the date of a document that shows none, those akin to it are segmented, to learn what
// the dated ones say.
segment::Corpus survey(Inputs& inputs, const Stages& stages) {
  const auto add = [](const Work& work, std::uint32_t input, const Buffers&,
                      segment::Corpus& mine) { mine.add(work.document, input); };
  const auto add_stated = [](const Work& work, std::uint32_t input, const Buffers&,
                             segment::Corpus& mine) { mine.add_stated(work.document, input); };
  segment::Corpus corpus;
  for (const auto& part : gather<segment::Corpus>(inputs, {}, add)) corpus.merge(part);
  corpus.join_copies();
  if (corpus.wants_stated())
    for (const auto& part : gather<segment::Corpus>(inputs, {}, add_stated)) corpus.merge(part);
  if (corpus.find_kin()) corpus.set_witnesses(hear_witnesses(inputs, stages, corpus));
  return corpus;
}

// Hands on the outcomes of all pieces, in order.
class Collector {
 public:
  Collector(const RunOutput& output, std::size_t inputs, Problems& problems)
      : output_(output), progress_{0, inputs}, problems_(problems) {
    counts.inputs = inputs;
  }

  bool take(Outcome&& outcome) {
    for (Problem& problem : outcome.problems) {
      // Said once a file, though every piece of it may have found some.
      if (problem.code == "read.utf8" && std::exchange(repaired_, problem.file) == problem.file)
        continue;
      if (problem.code == "extract.language" && ++foreign_ > most_foreign) continue;
      problems_.push_back(std::move(problem));
    }
    counts.documents += outcome.counts.documents;
    counts.articles += outcome.counts.articles;
    counts.events += outcome.counts.events;
    if (outcome.ends_input) ++progress_.done;
    if (output_.progress) output_.progress(progress_);
    return outcome.records.empty() || output_.write(outcome.records);
  }

  // Says how many of what is said for the first few only.
  void finish() {
    if (foreign_ <= most_foreign) return;
    problems_.push_back({Severity::note, "extract.language",
                         std::to_string(foreign_ - most_foreign) +
                             " more articles are in another language than the rules",
                         "", "", 0, 0, ""});
  }

  Counts counts;

 private:
  static constexpr std::size_t most_foreign = 5;
  const RunOutput& output_;
  Progress progress_;
  Problems& problems_;
  std::size_t foreign_ = 0;
  std::string repaired_;  // the last file that bad bytes were found in
};

// The last pass: every document through the stages.
void process(Inputs& inputs, const Stages& stages, const segment::Corpus& corpus,
             merge::Merger& merger, Collector& collector) {
  OrderedWorkers workers(
      inputs.jobs(), [&] { return inputs.next(); },
      [&] {
        Worker worker = inputs.make_worker();
        worker.shelf = &merger.shelf();
        return worker;
      },
      [&](read::Piece&& piece, Worker& worker) {
        Outcome outcome;
        outcome.shelf = worker.shelf;
        outcome.ends_input = piece.last;
        outcome.records.reserve(worker.most_records);
        inputs.read(
            piece, worker,
            [&](Work& work) { stages.advance(work, corpus, worker.buffers, outcome); }, outcome);
        worker.most_records = std::max(worker.most_records, outcome.records.size());
        return outcome;
      },
      [&](Outcome&& outcome) { return collector.take(std::move(outcome)); });
  workers.run();
}

merge::Options merge_options(const RunOptions& options, const Rules& rules, const Stages& stages) {
  merge::Options merging;
  merging.query = options.query;
  merging.since = options.since;
  merging.before = options.before;
  merging.types = options.types;
  merging.actors = options.actors;
  merging.places = options.places;
  merging.min_sources = options.min_sources;
  merging.top = options.top;
  merging.background = options.background;
  if (options.until == Stage::merge)
    merging.date_of_words = [&stages](std::string_view words, Day published) {
      return stages.date_of(words, published);
    };
  const rules::ClassId common = rules::class_named(rules, "common-word"),
                       circumstance = rules::class_named(rules, "circumstance");
  merging.note_of_word = [&rules, common, circumstance](std::string_view word) {
    const auto is = [&](rules::WordId id, rules::ClassId list) {
      return id != 0 && list != rules::no_class && rules::has_class(rules, id, list);
    };
    const rules::WordId id = rules::word_of(rules, word);
    merge::WordNote note{is(id, common), {}};
    if (is(id, circumstance)) note.circumstances = rules::value(rules, id, circumstance);
    return note;
  };
  return merging;
}

// JSON of all its pieces, made on all threads.
std::string join_pieces(const write::Pieces& pieces, unsigned jobs) {
  std::string out;
  std::size_t next = 0, done = 0;
  OrderedWorkers workers(
      jobs, [&] { return next < pieces.size() ? std::optional(next++) : std::nullopt; },
      [] { return 0; }, [&](std::size_t piece, int) { return pieces.piece(piece); },
      [&](std::string&& piece) {
        ++done;
        // Once, so that there are never two copies of a long output.
        if (done == pieces.size() / 8) out.reserve((out.size() + piece.size()) * 10);
        out += piece;
        return true;
      });
  workers.run();
  return out;
}

std::string in_format(Format format, const Chronology& chronology, std::string_view digest,
                      unsigned jobs) {
  if (format == Format::markdown) return write::markdown(chronology);
  return join_pieces(write::Pieces(chronology, digest, format), jobs);
}

bool print_header(Stage stage, const Rules& rules, const RunOutput& output) {
  std::string header;
  write::header(to_string(stage), rules.digest(), header);
  return output.write(header);
}

}  // namespace

RunResult run(const RunOptions& options, const std::vector<Format>& formats,
              const RunOutput& output, Problems& problems) {
  RunResult result;
  result.done = false;
  const std::shared_ptr<const Rules> rules = Rules::load(options.rule_folders, problems);
  if (!rules) return result;
  check_names(options, *rules, problems);
  const Stages stages(*rules, options, problems);
  if (has_error(problems)) return result;
  result.done = true;

  Inputs inputs(options, *rules, problems);
  merge::Merger merger(merge_options(options, *rules, stages), inputs.jobs());
  Collector collector(output, inputs.size(), problems);
  const segment::Corpus corpus = inputs.needs_survey() ? survey(inputs, stages) : segment::Corpus();
  if (options.until != Stage::merge && !print_header(options.until, *rules, output)) return result;
  process(inputs, stages, corpus, merger, collector);
  collector.finish();
  inputs.forget();
  result.counts = collector.counts;
  if (options.until != Stage::merge) return result;

  const Chronology chronology = merger.finish();
  explain_if_empty(options, chronology, problems);
  result.counts.entries = chronology.events.size();
  for (const Format format : formats)
    result.outputs.push_back(in_format(format, chronology, rules->digest(), inputs.jobs()));
  return result;
}

std::size_t check_rules(const std::vector<std::string>& rule_folders, Problems& problems) {
  const std::shared_ptr<const Rules> rules = Rules::load(rule_folders, problems);
  if (!rules) return 0;
  const Stages stages(*rules, {}, problems);
  if (!has_error(problems)) stages.check_examples(problems);
  if (!has_error(problems)) rules::check_by_re2(*rules, problems);
  std::size_t count = 0;
  while (!rules->name(static_cast<RuleId>(count)).empty()) ++count;
  return count;
}

}  // namespace dateline
