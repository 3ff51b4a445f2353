// Sorts by what the best record says, and by where the first one was read.
#include "merge/entries/plan.h"

#include <algorithm>
#include <tuple>

#include "merge/base/radix.h"
#include "merge/entries/order.h"

namespace dateline::merge {
namespace {

struct Planned {
  std::uint64_t days;
  std::uint32_t kind;
  std::uint32_t article, begin, trigger_begin;  // of the first sentence
  std::uint32_t entry;
};

auto after_days(const Planned& x) {
  return std::tie(x.kind, x.article, x.begin, x.trigger_begin, x.entry);
}

Planned planned(const Groups& groups, std::uint32_t entry) {
  const std::span<const Member> members = groups.of(entry);
  const Member& best = best_of(members);
  const auto place = [](const Member& x) { return std::tie(x.article, x.begin, x.trigger_begin); };
  const Member& first =
      *std::min_element(members.begin(), members.end(),
                        [&](const Member& a, const Member& b) { return place(a) < place(b); });
  return {days_in_order(best.date),
          kind_in_order(best.date, best.type),
          first.article,
          first.begin,
          first.trigger_begin,
          entry};
}

Planned planned(const Told& told, std::uint32_t entry) {
  const Date& date = told.event.date.date;
  return {days_in_order(date),
          kind_in_order(date, told.event.type),
          told.article,
          told.event.evidence.front().span.begin,
          0,
          entry};
}

}  // namespace

void put_in_order(const IsWanted& is_wanted, Plan& plan) {
  std::vector<Planned> all;
  all.reserve(plan.groups.size() + plan.told.size());
  for (std::uint32_t i = 0; i < plan.groups.size(); ++i) {
    if (is_wanted(best_of(plan.groups.of(i)).date, plan.groups.is_background(i)))
      all.push_back(planned(plan.groups, i));
  }
  for (std::uint32_t i = 0; i < plan.told.size(); ++i) {
    const Event& event = plan.told[i].event;
    if (is_wanted(event.date.date, event.background))
      all.push_back(planned(plan.told[i], plan.groups.size() + i));
  }
  radix_sort(all, [](const Planned& x) { return x.days; });
  for (auto first = all.begin(), last = first; first != all.end(); first = last) {
    last = std::find_if(first, all.end(), [&](const Planned& x) { return x.days != first->days; });
    std::sort(first, last,
              [](const Planned& a, const Planned& b) { return after_days(a) < after_days(b); });
  }
  plan.order.reserve(all.size());
  for (const Planned& one : all) plan.order.push_back(one.entry);
}

}  // namespace dateline::merge
