// See selection.h. An article whose entries are all minor keeps its first that no other entry
// tells, so that its source is named. Of very many entries those are shown that tell best of the
// days of which most was written, and of what took longer the most salient.
#include "write/selection.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

namespace dateline::write {
namespace {

constexpr std::size_t most_entries = 300;
constexpr std::size_t most_of_days = 250;  // of these; the others are of longer times or unknown
constexpr std::size_t most_a_day = 3;

using Article = std::pair<std::string_view, std::uint32_t>;

bool all_in(const Event& event, Zone zone) {
  return std::all_of(event.evidence.begin(), event.evidence.end(),
                     [zone](const Evidence& x) { return x.zone == zone; });
}

// A sentence that no event was found in.
bool is_bare(const Event& event) { return event.type == EventType::other && event.actors.empty(); }

// Dated by its publication only.
bool is_bare_lead(const Event& event) { return is_bare(event) && event.date.basis == "published"; }

bool is_caption(const Event& event) {
  return event.type == EventType::other && all_in(event, Zone::caption);
}

bool is_said(EventType type) {
  switch (type) {
    case EventType::statement:
    case EventType::request:
    case EventType::accuse:
    case EventType::reject:
    case EventType::threaten:
    case EventType::agree:
    case EventType::other:
      return true;
    default:
      return false;
  }
}

// Without a date: what somebody said, what is only planned, what was no event.
bool is_undated_remark(const Event& event) {
  if (event.date.date.known()) return false;
  const bool happened = event.modality == Modality::asserted ||
                        event.modality == Modality::reported || event.modality == Modality::ongoing;
  return !happened || event.type == EventType::other ||
         (is_said(event.type) && !event.attribution.empty());
}

bool may_be_one_day(const Date& a, const Date& b) {
  return (a.first == no_day || b.last == no_day || a.first <= b.last) &&
         (b.first == no_day || a.last == no_day || b.first <= a.last);
}

bool is_closed(const Date& date) { return date.first != no_day && date.last != no_day; }

class Selecting {
 public:
  explicit Selecting(const Chronology& chronology)
      : chronology_(chronology),
        events_(chronology.events),
        minor_(events_.size()),
        told_(events_.size()) {}

  Selection run() {
    for (std::size_t i = 0; i < events_.size(); ++i) {
      const Event& event = events_[i];
      minor_[i] = is_bare_lead(event) || is_caption(event) || is_undated_remark(event);
    }
    leave_out_repeated();
    leave_out_headlines();
    leave_out_plans();
    for (std::size_t i = 0; i < events_.size(); ++i) minor_[i] = minor_[i] || told_[i];
    keep_one_of_each_article();
    return selected();
  }

 private:
  // A sentence chosen for a day that it names, where an event tells it; but those whom an attack
  // killed on Saturday were buried on Monday.
  void leave_out_repeated() {
    const auto place = [](const Evidence& x) {
      return std::tuple(Article(x.document, x.article), x.span.begin);
    };
    std::multimap<std::tuple<Article, std::uint32_t>, const Event*> told;
    for (std::size_t i = 0; i < events_.size(); ++i) {
      if (minor_[i] || is_bare(events_[i])) continue;
      for (const Evidence& x : events_[i].evidence) told.emplace(place(x), &events_[i]);
    }
    for (std::size_t i = 0; i < events_.size(); ++i) {
      const Event& event = events_[i];
      if (!is_bare(event) || event.evidence.empty()) continue;
      const auto [first, last] = told.equal_range(place(event.evidence[0]));
      told_[i] = std::any_of(first, last, [&](const auto& one) {
        const Date& date = one.second->date.date;
        return date.last == no_day || date.last >= event.date.date.first;
      });
    }
  }

  // A headline whose article tells the same in a sentence.
  void leave_out_headlines() {
    std::map<Article, std::vector<const Event*>> told;
    for (const Event& event : events_) {
      for (const Evidence& x : event.evidence)
        if (x.zone == Zone::body) told[{x.document, x.article}].push_back(&event);
    }
    for (std::size_t i = 0; i < events_.size(); ++i) {
      const Event& event = events_[i];
      if (event.evidence.empty() || !all_in(event, Zone::title)) continue;
      const auto found = told.find({event.evidence[0].document, event.evidence[0].article});
      if (found == told.end()) continue;
      told_[i] = std::any_of(found->second.begin(), found->second.end(), [&](const Event* other) {
        return other->type == event.type && may_be_one_day(other->date.date, event.date.date);
      });
    }
  }

  // A plan that was carried out.
  void leave_out_plans() {
    std::set<std::string_view> followed;
    for (const Event& event : events_)
      for (const EventLink& link : event.links)
        if (link.relation == "follows") followed.insert(link.event);
    for (std::size_t i = 0; i < events_.size(); ++i)
      if (followed.contains(events_[i].id)) told_[i] = true;
  }

  void keep_one_of_each_article() {
    std::map<Article, std::size_t> first;
    std::set<Article> named;
    for (std::size_t i = 0; i < events_.size(); ++i) {
      for (const Evidence& x : events_[i].evidence) {
        const Article article{x.document, x.article};
        if (!minor_[i])
          named.insert(article);
        else if (!told_[i])
          first.emplace(article, i);
      }
    }
    for (const auto& [article, event] : first)
      if (!named.contains(article)) minor_[event] = false;
  }

  // Numbers of the items from the most salient one on.
  template <typename Items>
  static std::vector<std::size_t> by_salience(const Items& items) {
    std::vector<std::size_t> order(items.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return items[a].salience > items[b].salience;
    });
    return order;
  }

  std::size_t choose_of_days(std::vector<bool>& chosen) const {
    std::size_t count = 0;
    for (const std::size_t day : by_salience(chronology_.days)) {
      std::size_t left = most_a_day;
      for (const std::uint32_t event : chronology_.days[day].events) {
        if (minor_[event] || chosen[event]) continue;
        if (count == most_of_days) return count;
        chosen[event] = true;
        ++count;
        if (--left == 0) break;
      }
    }
    return count;
  }

  [[nodiscard]] std::vector<bool> choose() const {
    std::vector<bool> chosen(events_.size());
    std::size_t count = choose_of_days(chosen);
    for (const std::size_t event : by_salience(events_)) {
      const Date& date = events_[event].date.date;
      if (minor_[event] || chosen[event] || date.is_day() || !is_closed(date)) continue;
      if (count++ >= most_entries) break;
      chosen[event] = true;
    }
    return chosen;
  }

  [[nodiscard]] Selection selected() const {
    const auto major = static_cast<std::size_t>(std::count(minor_.begin(), minor_.end(), false));
    const std::vector<bool> chosen =
        major > most_entries ? choose() : std::vector<bool>(events_.size(), true);
    Selection selection;
    for (std::size_t i = 0; i < events_.size(); ++i) {
      if (minor_[i])
        ++selection.minor;
      else if (!chosen[i])
        ++selection.below;
      else
        selection.shown.push_back(&events_[i]);
    }
    return selection;
  }

  const Chronology& chronology_;
  const std::vector<Event>& events_;
  std::vector<bool> minor_;
  std::vector<bool> told_;  // by another entry
};

}  // namespace

Selection select(const Chronology& chronology) { return Selecting(chronology).run(); }

}  // namespace dateline::write
