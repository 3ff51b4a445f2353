// An unknown start stands where the end is ("before 5 December" comes with the 5th); what has no
// date comes last.
#include "merge/entries/order.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <string>
#include <string_view>
#include <tuple>

#include "merge/base/prefix.h"

namespace dateline::merge {
namespace {

struct Key {
  std::uint64_t days;      // start, then end
  std::uint64_t document;  // of the first evidence
  std::uint16_t kind;      // precision, then type
  std::uint32_t event;
};

constexpr std::uint64_t in_order(Day day) { return static_cast<std::uint32_t>(day) ^ 0x80000000U; }

Key key_of(const Event& event, std::uint32_t number, std::size_t common) {
  const std::string_view document = event.evidence.front().document;
  return {days_in_order(event.date.date), first_bytes(document.substr(common)),
          kind_in_order(event.date.date, event.type), number};
}

auto first_place(const Event& event) {
  const Evidence& first = event.evidence.front();
  return std::tie(first.document, first.article, first.span, first.trigger_span);
}

// Of equal days and kinds.
bool is_told_before(const Event& a, const Event& b) {
  return first_place(a) != first_place(b) ? first_place(a) < first_place(b) : a.id < b.id;
}

bool comes_before(const Event& a, const Event& b) {
  const std::uint64_t days = days_in_order(a.date.date), other_days = days_in_order(b.date.date);
  if (days != other_days) return days < other_days;
  const auto kind = kind_in_order(a.date.date, a.type), other = kind_in_order(b.date.date, b.type);
  return kind != other ? kind < other : is_told_before(a, b);
}

bool comes_before(const std::vector<Event>& events, const Key& a, const Key& b) {
  if (a.days != b.days) return a.days < b.days;
  if (a.kind != b.kind) return a.kind < b.kind;
  if (a.document != b.document) return a.document < b.document;
  return is_told_before(events[a.event], events[b.event]);
}

}  // namespace

std::uint64_t days_in_order(const Date& date) {
  constexpr Day last_day = std::numeric_limits<Day>::max();
  const Day start = date.first != no_day ? date.first : date.last != no_day ? date.last : last_day;
  const Day end = date.last != no_day ? date.last : last_day;
  return in_order(start) << 32 | in_order(end);
}

std::uint16_t kind_in_order(const Date& date, EventType type) {
  return static_cast<std::uint16_t>(static_cast<unsigned>(date.precision) << 8 |
                                    static_cast<unsigned>(type));
}

std::vector<std::uint32_t> sort_events(std::vector<Event>& events) {
  std::vector<std::uint32_t> moved(events.size());
  std::iota(moved.begin(), moved.end(), std::uint32_t{0});
  if (std::is_sorted(events.begin(), events.end(),
                     [](const Event& a, const Event& b) { return comes_before(a, b); }))
    return moved;
  std::vector<Key> keys(events.size());
  const std::size_t common = common_prefix(events, [](const Event& event) -> std::string_view {
    return event.evidence.front().document;
  });
  for (std::uint32_t i = 0; i < events.size(); ++i) keys[i] = key_of(events[i], i, common);
  std::sort(keys.begin(), keys.end(),
            [&](const Key& a, const Key& b) { return comes_before(events, a, b); });
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
