// Merging alone, on one core: event records made up by a fixed formula, five an article, each
// happening told by several articles over some days. Counters: seconds of processor time for adding
// (while articles are extracted) and for the merge itself, entries that came out, peak memory of
// the process.
#include <benchmark/benchmark.h>
#include <sys/resource.h>
#include <time.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "merge/merge.h"

namespace {
using namespace dateline;

constexpr std::uint32_t events_an_article = 5;
constexpr std::uint32_t reports_an_article = 2;
constexpr std::uint32_t records_a_happening = 4;

// A small generator of our own: the same numbers everywhere.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed * 2 + 1) {}
  std::uint32_t below(std::uint32_t limit) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::uint32_t>(((state_ >> 32) * limit) >> 32);
  }

 private:
  std::uint64_t state_;
};

constexpr std::array<std::string_view, 8> triggers = {"seized", "shelled", "raided",   "captured",
                                                      "signed", "visited", "arrested", "condemned"};
constexpr std::array<EventType, 8> types = {
    EventType::assault, EventType::assault, EventType::coerce, EventType::assault,
    EventType::agree,   EventType::consult, EventType::coerce, EventType::accuse};

std::string word(std::uint32_t number) {
  std::string made;
  for (number = number * 37 + 11; number > 0; number /= 19) {
    made += "bdfgklmnprstvzchjqw"[number % 19];
    made += "aeiou"[number % 5];
  }
  return made;
}

EventActor actor(std::uint32_t number, ActorRole role) {
  EventActor made;
  made.name = word(number) + " group";
  made.id = "organization/" + word(number);
  made.role = role;
  made.type = "organization";
  made.country = {static_cast<char>('A' + number % 26), static_cast<char>('A' + number / 26 % 26)};
  return made;
}

Event record(std::uint32_t happening, const std::string& document, std::uint32_t place_in_text,
             Dice& dice) {
  Dice fixed(happening);  // what all tellers of a happening agree on
  const std::uint32_t kind = fixed.below(triggers.size()), city = fixed.below(4000),
                      who = fixed.below(3000);
  const Day day = 19000 + static_cast<Day>(fixed.below(1000));
  Event event;
  event.type = types[kind];
  event.trigger = triggers[kind];
  event.date.date = dice.below(10) == 0 ? Date{day - 3, day + 3, Precision::week} : single_day(day);
  event.date.text = "On Thursday";
  event.actors.push_back(actor(who, ActorRole::source));
  EventPlace place;
  place.name = word(city + 5000);
  place.id = "place/" + std::to_string(city);
  place.kind = "city";
  event.places.push_back(place);
  Evidence evidence;
  evidence.document = document;
  evidence.line = place_in_text + 1;
  evidence.span = {place_in_text * 100, place_in_text * 100 + 90};
  evidence.trigger_span = {place_in_text * 100 + 20, place_in_text * 100 + 26};
  evidence.sentence =
      "On Thursday the " + event.actors[0].name + " " + event.trigger + " " + place.name;
  for (int i = 0; i < 5; ++i) evidence.sentence += " " + word(dice.below(20000));
  event.summary = evidence.sentence.substr(12, 60);
  event.evidence.push_back(std::move(evidence));
  return event;
}

Extraction make_article(std::uint32_t number, std::uint32_t records, Dice& dice) {
  Extraction item;
  item.source.document = "d" + std::to_string(number);
  const std::uint32_t story = dice.below(records / records_a_happening);
  for (std::uint32_t k = 0; k < events_an_article; ++k) {
    item.events.push_back(record(story / 4 * 4 + dice.below(4), item.source.document, k, dice));
  }
  const Date& date = item.events[0].date.date;
  item.source.published.date = single_day(date.first + 1);
  for (std::uint64_t& hash : item.source.fingerprint) hash = dice.below(0xFFFFFFFF);
  for (std::uint32_t k = 0; k < reports_an_article; ++k) {
    DayReport report;
    report.day = item.events[k].date.date.first;
    report.explicit_date = true;
    report.position = k;
    report.span = item.events[k].evidence[0].span;
    report.sentence = item.events[k].evidence[0].sentence;
    item.reports.push_back(std::move(report));
  }
  return item;
}

// Processor time, so that a busy machine does not show.
double seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

void merge_records(benchmark::State& state) {
  const auto records = static_cast<std::uint32_t>(state.range(0));
  for (auto _ : state) {
    merge::Merger merger{merge::Options()};
    merge::Shelf& shelf = merger.shelf();
    Dice dice(7);
    double adding = 0;
    for (std::uint32_t i = 0; i < records / events_an_article; ++i) {
      const Extraction item = make_article(i, records, dice);
      const double start = seconds();
      shelf.add(item);
      adding += seconds() - start;
    }
    const double start = seconds();
    const Chronology chronology = merger.finish();
    const double finishing = seconds() - start;
    state.SetIterationTime(finishing);
    state.counters["add_s"] = adding;
    state.counters["finish_s"] = finishing;
    state.counters["entries"] = static_cast<double>(chronology.events.size());
  }
  state.counters["peak_MB"] = peak_megabytes();
}
BENCHMARK(merge_records)
    ->Arg(62500)
    ->Arg(250000)
    ->Arg(1000000)
    ->Unit(benchmark::kMillisecond)
    ->Iterations(1)
    ->UseManualTime();

}  // namespace

BENCHMARK_MAIN();
