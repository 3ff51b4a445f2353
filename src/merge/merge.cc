// The whole room on one page: join what the threads have prepared; then sort, group near-copies,
// date the undated, give actors one name, join records of one event, weigh the days, choose their
// sentences, name, order and filter.
#include "merge/merge.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include "merge/base/parallel.h"
#include "merge/days/salience.h"
#include "merge/entries/actors.h"
#include "merge/entries/entries.h"
#include "merge/entries/order.h"
#include "merge/entries/plan.h"
#include "merge/filter.h"
#include "merge/records/articles.h"
#include "merge/same/links.h"
#include "merge/same/same_event.h"
#include "merge/shelf.h"
#include "merge/showing.h"
#include "merge/sisters.h"

namespace dateline::merge {
namespace {

// Lists every dated entry under its first day. Days that only entries tell of are weighed by their
// documents; but with a query no sentence of theirs was on the topic: their entries were kept for a
// word in some name.
std::vector<ChronologyDay> list_days(std::vector<Shown> shown, const std::vector<Event>& events,
                                     const Topic& topic) {
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
    const bool report_day =
        next < shown.size() && (i == dated.size() || shown[next].day.date <= dated[i].first);
    std::vector<std::uint32_t> best;
    if (report_day) {
      day = std::move(shown[next].day);
      best = std::move(shown[next++].best);
    } else {
      day.date = dated[i].first;
    }
    std::vector<std::uint32_t> others;
    for (; i < dated.size() && dated[i].first == day.date; ++i) {
      if (std::find(best.begin(), best.end(), dated[i].second) == best.end())
        others.push_back(dated[i].second);
    }
    std::sort(others.begin(), others.end(), [&](std::uint32_t a, std::uint32_t b) {
      return std::pair(-events[a].salience, a) < std::pair(-events[b].salience, b);
    });
    if (!report_day && !others.empty()) {
      day.documents = events[others.front()].documents;
      const double salience = events[others.front()].salience;
      day.salience = 0.5 * (topic.empty() ? salience : std::min(salience, 1.0));
    }
    day.events = std::move(best);
    day.events.insert(day.events.end(), others.begin(), others.end());
    days.push_back(std::move(day));
  }
  return days;
}

// Drops what was not asked for. Gives the new index of each of the plan's entries.
std::vector<std::uint32_t> filter(const Plan& plan, Entries& entries,
                                  const std::vector<Shown>& shown, const Topic& topic,
                                  const Options& options, unsigned jobs) {
  std::vector<Event>& events = entries.events;
  std::vector<std::uint8_t> is_shown(plan.size());
  for (const Shown& day : shown) {
    for (const std::uint32_t entry : day.best) is_shown[entry] = 1;
  }
  std::vector<std::uint8_t> is_kept(events.size());
  in_slices(jobs, events.size(), 256, [&](std::size_t first, std::size_t last, unsigned) {
    for (std::size_t i = first; i < last; ++i) {
      is_kept[i] =
          is_wanted(events[i], options) && (is_shown[plan.order[i]] != 0 || topic.holds(events[i]));
    }
  });
  std::vector<std::uint32_t> number(plan.size(), FlatMap::none);
  std::uint32_t kept = 0;
  for (std::uint32_t i = 0; i < events.size(); ++i) {
    if (is_kept[i] == 0) continue;
    number[plan.order[i]] = kept;
    if (kept != i) events[kept] = std::move(events[i]);
    entries.identities[kept] = entries.identities[i];
    ++kept;
  }
  events.resize(kept);
  entries.identities.resize(kept);
  return number;
}

// Indices are those of the kept entries from then on.
void number_again(const std::vector<std::uint32_t>& number, const Options& options,
                  std::vector<Shown>& shown) {
  std::erase_if(shown, [&](const Shown& day) { return !is_wanted(day.day.date, options); });
  for (Shown& day : shown) {
    for (std::uint32_t& entry : day.best) entry = number[entry];
    std::erase(day.best, FlatMap::none);
  }
}

// Both ends of a link must have been kept.
void add_links(const std::vector<Link>& links, const std::vector<std::uint32_t>& number,
               std::vector<Event>& events) {
  for (const Link& link : links) {
    const std::uint32_t from = number[link.from], to = number[link.to];
    if (from == FlatMap::none || to == FlatMap::none) continue;
    events[from].links.push_back({std::string(link.relation), events[to].id});
  }
  for (Event& event : events) {
    std::sort(event.links.begin(), event.links.end(), [](const EventLink& a, const EventLink& b) {
      return std::tie(a.relation, a.event) < std::tie(b.relation, b.event);
    });
  }
}

std::vector<Source> unpack_sources(const Articles& articles, unsigned jobs) {
  std::vector<Source> sources(articles.all.size());
  in_slices(jobs, sources.size(), 1024, [&](std::size_t first, std::size_t last, unsigned) {
    constexpr std::size_t ahead = 4;
    for (std::size_t i = first; i < last; ++i) {
      if (i + 2 * ahead < last) __builtin_prefetch(articles.all[i + 2 * ahead].block.data());
      if (i + ahead < last) Unpacker(articles.all[i + ahead].block.data()).prefetch();
      const Article& item = articles.all[i];
      sources[i] = Unpacker(item.block.data()).source();
      if (!item.dated_by_sister) continue;
      Published& published = sources[i].published;
      published.date = item.published;
      published.basis = PublishedBasis::sister_document;
      published.confidence = Confidence::low;
      published.sister = item.sister;
    }
  });
  return sources;
}

// Which thread read what does not show, nor in which order.
void join(std::vector<Shelf::Impl*> shelves, Articles& articles, Labels& labels) {
  for (std::uint32_t i = 0; i < shelves.size(); ++i) {
    for (Article& article : shelves[i]->articles) {
      article.shelf = i;
      articles.all.push_back(article);
    }
    shelves[i]->articles = std::vector<Article>();
  }
  for (const Article& dropped : sort_articles(articles))
    shelves[dropped.shelf]->labels.take_back(dropped.namings);
  for (const Shelf::Impl* shelf : shelves) labels.add(shelf->labels);
  labels.settle();
}

// What the articles' lists of numbers are needed for.
struct Compared {
  Groups groups;
  std::vector<Link> links;  // of entries
  std::vector<DaySalience> days;
};

// Joining records and weighing days do not need each other, and records with wide dates are joined
// by one thread: for a while there are more threads than jobs, so that none of these is idle.
Compared compare(const Articles& articles, const Topic& topic, unsigned jobs) {
  Compared made;
  in_parallel(jobs, 2, [&](std::size_t part, unsigned) {
    if (part == 1) {
      made.days = weigh_days(articles, topic, jobs);
      return;
    }
    const Records records(articles);
    const std::vector<std::uint32_t> event_of = same_events(records, jobs);
    made.links = find_links(records, event_of, jobs);
    made.groups = group_records(records, event_of);
    for (Link& link : made.links) {
      link.from = made.groups.of_record[link.from];
      link.to = made.groups.of_record[link.to];
    }
  });
  return made;
}

}  // namespace

Merger::Merger(Options options, unsigned jobs)
    : options_(std::move(options)), jobs_(std::max(1U, jobs)) {}
Merger::~Merger() = default;

Shelf& Merger::shelf() {
  const std::lock_guard lock(mutex_);
  return shelves_.emplace_back(options_);
}

Chronology Merger::finish() {
  const std::deque<Shelf> shelves = std::exchange(shelves_, {});
  std::vector<Shelf::Impl*> contents;
  for (const Shelf& shelf : shelves) contents.push_back(shelf.impl_.get());
  Articles articles;
  Labels labels;
  join(contents, articles, labels);
  group_near_copies(articles);
  date_by_sisters(articles, options_.date_of_words);
  const Topic topic(options_.query);
  Compared compared = compare(articles, topic, jobs_);
  for (Shelf::Impl* shelf : contents) shelf->lists = {};
  Plan plan{std::move(compared.groups), {}, {}, {}};
  Showing showing(articles, plan);
  std::vector<Shown> shown;
  for (const DaySalience& day : compared.days) shown.push_back(showing.show(day));
  put_in_order([this](const Date& date,
                      bool is_background) { return is_wanted(date, is_background, options_); },
               plan);
  Entries entries = make_entries(articles, labels, plan, jobs_);
  const std::vector<std::uint32_t> number = filter(plan, entries, shown, topic, options_, jobs_);
  number_again(number, options_, shown);
  tell_names_apart(entries);
  add_links(compared.links, number, entries.events);

  Chronology chronology;
  chronology.events = std::move(entries.events);
  const std::vector<std::uint32_t> moved = sort_events(chronology.events);
  for (Shown& day : shown) {
    for (std::uint32_t& event : day.best) event = moved[event];
  }
  chronology.days = list_days(std::move(shown), chronology.events, topic);
  keep_top(chronology, options_.top);
  if (narrows(options_))
    std::erase_if(chronology.days, [](const ChronologyDay& day) { return day.events.empty(); });
  chronology.sources = unpack_sources(articles, jobs_);
  return chronology;
}

Chronology merge(std::vector<Extraction> extractions, const Options& options) {
  Merger merger(options);
  Shelf& shelf = merger.shelf();
  for (Extraction& extraction : extractions) {
    shelf.add(extraction);
    extraction = {};
  }
  return merger.finish();
}

}  // namespace dateline::merge
