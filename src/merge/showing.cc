// See showing.h. Entries are not made yet: what is asked of an event is known of its records.
#include "merge/showing.h"

#include <algorithm>

#include "merge/entries/entries.h"

namespace dateline::merge {

Showing::Showing(const Articles& articles, Plan& plan) : articles_(articles), plan_(plan) {
  plan_.summaries.assign(plan_.groups.size(), nullptr);
}

Shown Showing::show(const DaySalience& day) {
  constexpr std::size_t most_entries = 5;
  Shown shown{{day.day, day.salience, day.documents, {}}, {}};
  for (const Telling& telling : day.best) {
    const std::uint32_t entry = entry_of(telling, day.documents);
    if (entry == FlatMap::none) continue;
    if (std::find(shown.best.begin(), shown.best.end(), entry) == shown.best.end())
      shown.best.push_back(entry);
    if (shown.best.size() == most_entries) break;
  }
  return shown;
}

std::uint32_t Showing::entry_of(const Telling& telling, std::uint32_t documents) {
  const std::uint64_t key = (std::uint64_t{telling.article} << 32) | telling.report;
  const std::uint32_t known = told_.find(key);
  if (known != FlatMap::none) return known;
  const Article& article = articles_.all[telling.article];
  const Report& report = article.reports[telling.report];
  bool any = false;
  std::uint32_t entry = event_of(article, report, any);
  if (entry == FlatMap::none && any) return FlatMap::none;
  if (entry == FlatMap::none) {
    const DayReport told = Unpacker(article.block.data()).report(report.at);
    if (told.bound || (documents < 2 && !told.explicit_date)) return FlatMap::none;
    entry = plan_.groups.size() + static_cast<std::uint32_t>(plan_.told.size());
    plan_.told.push_back({entry_of_report(article, told), telling.article});
  } else {
    plan_.summaries[entry] = &report;
  }
  return told_.insert(key, entry);
}

std::uint32_t Showing::event_of(const Article& article, const Report& report, bool& any) const {
  std::uint32_t found = FlatMap::none, by_then = FlatMap::none;
  for (std::uint32_t i = 0; i < article.event_begins.size(); ++i) {
    if (article.event_begins[i] != report.begin) continue;
    const std::uint32_t entry = plan_.groups.of_event[article.first_event + i];
    const Date date = best_of(plan_.groups.of(entry)).date;
    const bool bound = (date.precision == Precision::before && date.last == report.day) ||
                       (date.precision == Precision::after && date.first == report.day);
    if (!(bound || (date.is_day() && date.first == report.day)) ||
        plan_.groups.is_background(entry))
      continue;
    if (plan_.summaries[entry] != nullptr)
      any = true;
    else
      (bound ? by_then : found) = std::min(bound ? by_then : found, entry);
  }
  return found != FlatMap::none ? found : by_then;
}

}  // namespace dateline::merge
