// An unknown start stands where the end is ("before 5 December" comes with the 5th); what has no date comes last.
#include "merge/order.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <string>
#include <tuple>

namespace dateline::merge {
namespace {

struct Key {
  Day start, end;
  Precision precision;
  EventType type;
  std::uint32_t event;
};

Key key_of(const Event& event, std::uint32_t number) {
  constexpr Day last_day = std::numeric_limits<Day>::max();
  const Date& date = event.date.date;
  const Day start = date.first != no_day ? date.first : date.last != no_day ? date.last : last_day;
  const Day end = date.last != no_day ? date.last : last_day;
  return {start, end, date.precision, event.type, number};
}

auto first_place(const Event& event) {
  const Evidence& first = event.evidence.front();
  return std::tie(first.document, first.article, first.span, first.trigger_span);
}

bool comes_before(const std::vector<Event>& events, const Key& a, const Key& b) {
  const auto dates = [](const Key& k) { return std::tuple(k.start, k.end, k.precision, k.type); };
  if (dates(a) != dates(b)) return dates(a) < dates(b);
  const Event &left = events[a.event], &right = events[b.event];
  if (first_place(left) != first_place(right)) return first_place(left) < first_place(right);
  return left.id < right.id;
}

}  // namespace

std::vector<std::uint32_t> sort_events(std::vector<Event>& events) {
  std::vector<Key> keys(events.size());
  for (std::uint32_t i = 0; i < events.size(); ++i) keys[i] = key_of(events[i], i);
  std::sort(keys.begin(), keys.end(), [&](const Key& a, const Key& b) { return comes_before(events, a, b); });
  std::vector<std::uint32_t> moved(events.size());
  for (std::uint32_t i = 0; i < keys.size(); ++i) moved[keys[i].event] = i;
  // In place, cycle by cycle: a second vector would need the memory twice.
  std::vector<bool> done(events.size());
  for (std::uint32_t i = 0; i < events.size(); ++i) {
    if (done[i] || keys[i].event == i) continue;
    Event held = std::move(events[i]);
    std::uint32_t at = i;
    while (keys[at].event != i) {
      events[at] = std::move(events[keys[at].event]);
      done[at] = true;
      at = keys[at].event;
    }
    events[at] = std::move(held);
    done[at] = true;
  }
  return moved;
}

}  // namespace dateline::merge
