// The whole room on one page: pack what comes in; then sort, group near-copies, date the undated, give actors one name, join records of one
// event, weigh the days, choose their sentences, name, order and filter.
#include "merge/merge.h"

#include <algorithm>
#include <cstring>
#include <iterator>
#include <memory>
#include <string_view>
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

struct Shown {
  ChronologyDay day;
  std::vector<std::uint32_t> best;   // entries of the chosen sentences
};

// Leads every chosen sentence to an entry: an event that was made of it, or a new one of type `other`. The entry is
// summed up by its first chosen sentence; a later one about the same event is not shown again.
class Showing {
 public:
  Showing(const Articles& articles, Entries& entries) : articles_(articles), entries_(entries) {}

  Shown show(const DaySalience& day) {
    constexpr std::size_t most_entries = 5;
    Shown shown{{day.day, day.salience, day.documents, {}}, {}};
    for (const Telling& telling : day.best) {
      const std::uint32_t entry = entry_of(telling);
      if (entry == FlatMap::none) continue;
      if (std::find(shown.best.begin(), shown.best.end(), entry) == shown.best.end()) shown.best.push_back(entry);
      if (shown.best.size() == most_entries) break;
    }
    return shown;
  }

 private:
  std::uint32_t entry_of(const Telling& telling) {
    const std::uint64_t key = (std::uint64_t{telling.article} << 32) | telling.report;
    const std::uint32_t known = told_.find(key);
    if (known != FlatMap::none) return known;
    const Article& article = articles_.all[telling.article];
    const Report& report = articles_.report(telling.article, telling.report);
    bool any = false;
    std::uint32_t entry = event_of(telling.article, report, any);
    if (entry == FlatMap::none && any) return FlatMap::none;
    if (entry == FlatMap::none) {
      entry = static_cast<std::uint32_t>(entries_.events.size());
      entries_.events.push_back(entry_of_report(article, Unpacker(article.block).report(report.at)));
    } else {
      entries_.events[entry].summary = one_line(report.sentence);
    }
    worded_.resize(entries_.events.size());
    worded_[entry] = true;
    return told_.insert(key, entry);
  }

  // An event of that day from the sentence which has no chosen summary yet; `any`: there are events with one.
  std::uint32_t event_of(std::uint32_t article, const Report& report, bool& any) {
    worded_.resize(entries_.events.size());
    const Entries::Place from{article, report.begin, 0};
    for (auto at = std::lower_bound(entries_.places.begin(), entries_.places.end(), from);
         at != entries_.places.end() && at->article == article && at->begin == from.begin; ++at) {
      const Event& event = entries_.events[at->entry];
      if (!event.date.date.is_day() || event.date.date.first != report.day || event.background) continue;
      if (!worded_[at->entry]) return at->entry;
      any = true;
    }
    return FlatMap::none;
  }

  const Articles& articles_;
  Entries& entries_;
  FlatMap told_;               // (article, report) -> entry
  std::vector<bool> worded_;   // the entry has a chosen summary
};

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

std::vector<Source> unpack_sources(const Articles& articles) {
  std::vector<Source> sources;
  sources.reserve(articles.all.size());
  for (const Article& item : articles.all) {
    sources.push_back(Unpacker(item.block).source());
    if (!item.dated_by_sister) continue;
    Published& published = sources.back().published;
    published.date = item.published;
    published.basis = PublishedBasis::sister_document;
    published.confidence = Confidence::low;
    published.sister = item.sister;
  }
  return sources;
}

// Blocks of bytes that stay where they are.
class Arena {
 public:
  std::string_view keep(std::string_view bytes) {
    constexpr std::size_t chunk = std::size_t{1} << 20;
    if (left_ < bytes.size()) {
      left_ = std::max(chunk, bytes.size());
      chunks_.push_back(std::make_unique_for_overwrite<char[]>(left_));
      at_ = chunks_.back().get();
    }
    char* const kept = at_;
    std::memcpy(kept, bytes.data(), bytes.size());
    at_ += bytes.size();
    left_ -= bytes.size();
    return {kept, bytes.size()};
  }

 private:
  std::vector<std::unique_ptr<char[]>> chunks_;
  char* at_ = nullptr;
  std::size_t left_ = 0;
};

template <typename T>
std::uint32_t size_of(const std::vector<T>& items) { return static_cast<std::uint32_t>(items.size()); }

}  // namespace

struct Merger::Impl {
  explicit Impl(Options the_options)
      : options(std::move(the_options)), topic(options.query), maker(options.is_common_word) {}

  void add(const Extraction& extraction);
  void date_again(std::uint32_t article);
  Chronology finish();

  Options options;
  Topic topic;
  Arena arena;
  Packer packer;
  Articles articles;
  Records records;
  RecordMaker maker;
  Labels labels;
};

void Merger::Impl::add(const Extraction& extraction) {
  const Packer::Packed& packed = packer.pack(extraction);
  Article article;
  article.block = arena.keep(packed.bytes);
  const Unpacker unpacker(article.block);
  article.document = unpacker.document();
  article.article = extraction.source.article;
  article.published = extraction.source.published.date;
  std::copy(std::begin(extraction.source.fingerprint), std::end(extraction.source.fingerprint), article.fingerprint);
  article.events.begin = size_of(articles.event_at);
  article.records.begin = size_of(records.all);
  article.namings.begin = labels.counted();
  for (std::uint32_t i = 0; i < extraction.events.size(); ++i) {
    articles.event_at.push_back(packed.events[i]);
    maker.add(extraction.events[i], i, records);
    labels.count(extraction.events[i]);
  }
  article.events.end = size_of(articles.event_at);
  article.records.end = size_of(records.all);
  article.namings.end = labels.counted();
  article.reports.begin = size_of(articles.reports);
  for (std::uint32_t i = 0; i < extraction.reports.size(); ++i) {
    const DayReport& report = extraction.reports[i];
    articles.reports.push_back({unpacker.sentence_of_report(packed.reports[i]), report.day, report.position,
                                report.span.begin, packed.reports[i], report.explicit_date});
  }
  article.reports.end = size_of(articles.reports);
  articles.all.push_back(article);
}

// The records of an article that a sister has dated get the dates that its events now have.
void Merger::Impl::date_again(std::uint32_t article) {
  const Article& item = articles.all[article];
  for (std::uint32_t i = 0; i < item.records.size(); ++i) {
    Record& record = records.all[item.records.begin + i];
    set_dates(anchored(articles.event(article, record.event).date, item.published), record);
  }
}

Chronology Merger::Impl::finish() {
  for (const Article& dropped : sort_articles(articles)) labels.take_back(dropped.namings);
  labels.settle();
  group_near_copies(articles);
  for (const std::uint32_t article : date_by_sisters(articles)) date_again(article);
  const std::vector<DaySalience> days = weigh_days(articles, topic, options.is_common_word);
  sort_records(articles, records);
  Entries entries = make_entries(articles, labels, records, same_events(records));
  records = {};
  std::vector<Shown> shown;
  Showing showing(articles, entries);
  for (const DaySalience& day : days) shown.push_back(showing.show(day));
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
  chronology.sources = unpack_sources(articles);
  return chronology;
}

Merger::Merger(Options options) : impl_(std::make_unique<Impl>(std::move(options))) {}
Merger::~Merger() = default;
void Merger::add(const Extraction& extraction) { impl_->add(extraction); }

Chronology Merger::finish() {
  Chronology chronology = impl_->finish();
  impl_ = std::make_unique<Impl>(std::move(impl_->options));
  return chronology;
}

Chronology merge(std::vector<Extraction> extractions, const Options& options) {
  Merger merger(options);
  for (Extraction& extraction : extractions) {
    merger.add(extraction);
    extraction = {};
  }
  return merger.finish();
}

}  // namespace dateline::merge
