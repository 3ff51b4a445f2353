// The whole room on one page: sort, group near-copies, date the undated, give actors one name, join records of one
// event, weigh the days, choose their sentences, name, order and filter.
#include "merge/merge.h"

#include <algorithm>
#include <utility>

#include "merge/actors.h"
#include "merge/articles.h"
#include "merge/entries.h"
#include "merge/filter.h"
#include "merge/order.h"
#include "merge/salience.h"
#include "merge/same_event.h"
#include "merge/sisters.h"

namespace dateline::merge {
namespace {

// The entry that was made of the sentence and can be shown under `day`; `none` where there is none.
std::uint32_t entry_of(const Entries& entries, const Articles& articles, const Telling& telling) {
  const DayReport& report = articles.all[telling.article].reports[telling.report];
  const Entries::Place from{telling.article, report.span.begin, 0};
  for (auto at = std::lower_bound(entries.places.begin(), entries.places.end(), from);
       at != entries.places.end() && at->article == from.article && at->begin == from.begin; ++at) {
    const Date& date = entries.events[at->entry].date.date;
    if (date.is_day() && date.first == report.day && !entries.events[at->entry].background) return at->entry;
  }
  return FlatMap::none;
}

struct Shown {
  ChronologyDay day;
  std::vector<std::uint32_t> best;   // entries of the chosen sentences
};

// Every chosen sentence leads to an entry: the event that was made of it, or a new one of type `other`.
std::vector<Shown> show_days(const std::vector<DaySalience>& days, const Articles& articles, Entries& entries) {
  std::vector<Shown> shown;
  FlatMap told;   // (article, report) -> entry
  for (const DaySalience& day : days) {
    Shown next;
    next.day = {day.day, day.salience, day.documents, {}};
    for (const Telling& telling : day.best) {
      const std::uint64_t key = (std::uint64_t{telling.article} << 32) | telling.report;
      std::uint32_t entry = told.find(key);
      if (entry == FlatMap::none) {
        const Extraction& item = articles.all[telling.article];
        const DayReport& report = item.reports[telling.report];
        entry = entry_of(entries, articles, telling);
        if (entry == FlatMap::none) {
          entry = static_cast<std::uint32_t>(entries.events.size());
          entries.events.push_back(entry_of_report(item.source, report));
        } else {
          entries.events[entry].summary = one_line(report.sentence);
        }
        told.insert(key, entry);
      }
      if (std::find(next.best.begin(), next.best.end(), entry) == next.best.end()) next.best.push_back(entry);
    }
    shown.push_back(std::move(next));
  }
  return shown;
}

// Lists every dated entry under its first day. Days that only entries tell of are weighed by their documents.
std::vector<ChronologyDay> list_days(std::vector<Shown> shown, const std::vector<Event>& events) {
  std::vector<std::pair<Day, std::uint32_t>> dated;
  for (std::uint32_t i = 0; i < events.size(); ++i) {
    const Date& date = events[i].date.date;
    if (date.is_day()) dated.emplace_back(date.first, i);
  }
  std::sort(dated.begin(), dated.end());
  std::vector<ChronologyDay> days;
  std::size_t next = 0;
  for (std::size_t i = 0; i < dated.size() || next < shown.size();) {
    ChronologyDay day;
    const bool report_day = next < shown.size() && (i == dated.size() || shown[next].day.date <= dated[i].first);
    std::vector<std::uint32_t> best;
    if (report_day) {
      day = std::move(shown[next].day);
      best = std::move(shown[next++].best);
    } else {
      day.date = dated[i].first;
    }
    std::vector<std::uint32_t> others;
    for (; i < dated.size() && dated[i].first == day.date; ++i) {
      if (std::find(best.begin(), best.end(), dated[i].second) == best.end()) others.push_back(dated[i].second);
    }
    std::sort(others.begin(), others.end(), [&](std::uint32_t a, std::uint32_t b) {
      return std::pair(-events[a].salience, a) < std::pair(-events[b].salience, b);
    });
    if (!report_day && !others.empty()) {
      day.documents = events[others.front()].documents;
      day.salience = 0.5 * events[others.front()].salience;
    }
    day.events = std::move(best);
    day.events.insert(day.events.end(), others.begin(), others.end());
    days.push_back(std::move(day));
  }
  return days;
}

// Drops what was not asked for; indices are those of the kept events.
void filter(std::vector<Event>& events, std::vector<Shown>& shown, const Topic& topic, const Options& options) {
  std::vector<std::uint32_t> number(events.size(), FlatMap::none);
  std::vector<bool> is_shown(events.size());
  for (const Shown& day : shown) {
    for (const std::uint32_t event : day.best) is_shown[event] = true;
  }
  std::uint32_t kept = 0;
  for (std::uint32_t i = 0; i < events.size(); ++i) {
    if (!is_wanted(events[i], options) || (!is_shown[i] && !topic.holds(events[i]))) continue;
    number[i] = kept;
    if (kept != i) events[kept] = std::move(events[i]);
    ++kept;
  }
  events.resize(kept);
  std::erase_if(shown, [&](const Shown& day) { return !is_wanted(day.day.date, options); });
  for (Shown& day : shown) {
    for (std::uint32_t& event : day.best) event = number[event];
    std::erase(day.best, FlatMap::none);
  }
}

std::vector<Source> take_sources(Articles& articles) {
  std::vector<Source> sources;
  sources.reserve(articles.all.size());
  for (Extraction& item : articles.all) sources.push_back(std::move(item.source));
  return sources;
}

}  // namespace

Chronology merge(std::vector<Extraction> extractions, const Options& options) {
  const Topic topic(options.query);
  Articles articles = collect(std::move(extractions));
  group_near_copies(articles);
  date_by_sisters(articles);
  unify_actors(articles);
  const std::vector<DaySalience> days = weigh_days(articles, topic, options.is_common_word);

  Words words(options.is_common_word);
  Entries entries;
  {
    const Records records = make_records(articles, words);
    entries = make_entries(articles, records, same_events(records));
  }
  std::vector<Shown> shown = show_days(days, articles, entries);
  filter(entries.events, shown, topic, options);
  name_entries(entries.events);

  Chronology chronology;
  chronology.events = std::move(entries.events);
  const std::vector<std::uint32_t> moved = sort_events(chronology.events);
  for (Shown& day : shown) {
    for (std::uint32_t& event : day.best) event = moved[event];
  }
  chronology.days = list_days(std::move(shown), chronology.events);
  keep_top(chronology, options.top);
  if (narrows(options)) std::erase_if(chronology.days, [](const ChronologyDay& day) { return day.events.empty(); });
  chronology.sources = take_sources(articles);
  return chronology;
}

}  // namespace dateline::merge
