// Makes what was planned.
#include "merge/entries/entries.h"

#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "merge/base/parallel.h"
#include "merge/entries/folding.h"

namespace dateline::merge {
namespace {

// Takes what will be read of later ones. Always inline: GCC drops the call of a function that does
// nothing else.
[[gnu::always_inline]] inline void prefetch(const Plan& plan, std::size_t at) {
  constexpr std::size_t ahead = 2;
  const auto members_of = [&](std::size_t i) -> std::span<const Member> {
    if (i >= plan.order.size() || plan.order[i] >= plan.groups.size()) return {};
    return plan.groups.of(plan.order[i]);
  };
  __builtin_prefetch(members_of(at + 2 * ahead).data());
  for (const Member& member : members_of(at + ahead)) {
    __builtin_prefetch(member.block);
    __builtin_prefetch(member.block + member.at);
    __builtin_prefetch(member.block + member.at + 64);
  }
}

}  // namespace

std::string one_line(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!blank)
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  if (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

Entries make_entries(const Articles& articles, const Labels& labels, Plan& plan, unsigned jobs) {
  constexpr std::size_t slice = 64;
  const std::uint32_t groups = plan.groups.size();
  Entries entries;
  entries.events.reserve(plan.order.size());
  prefer_large_pages(entries.events.data(), plan.order.size() * sizeof(Event));
  if (jobs > 1) entries.events.resize(plan.order.size());
  entries.identities.resize(plan.order.size());
  std::vector<Folding> foldings(jobs, Folding(articles, labels));
  const auto make = [&](std::size_t first, std::size_t last, unsigned thread) {
    if (jobs == 1) entries.events.resize(last);  // a slice is filled while it is in the cache
    for (std::size_t i = first; i < last; ++i) {
      prefetch(plan, i);
      Event& event = entries.events[i];
      const std::uint32_t entry = plan.order[i];
      if (entry >= groups) {
        event = std::move(plan.told[entry - groups].event);
      } else {
        foldings[thread].fold(plan.groups.of(entry), event);
        if (const Report* chosen = plan.summaries[entry])
          event.summary = one_line(chosen->sentence);
      }
      entries.identities[i] = identity_of(event);
      event.id = id_of(entries.identities[i]);
    }
  };
  in_slices(jobs, plan.order.size(), slice, make);
  return entries;
}

Event entry_of_report(const Article& article, const DayReport& report) {
  Event event;
  event.type = EventType::other;
  event.modality = Modality::reported;
  event.summary = one_line(report.sentence);
  event.salience = 1;
  Evidence evidence;
  evidence.document = article.document;
  evidence.article = article.article;
  evidence.line = report.line;
  evidence.span = report.span;
  evidence.sentence = report.sentence;
  evidence.date_span = report.date_span;
  if (report.explicit_date) {
    event.date.date = single_day(report.day);
    event.date.basis = "sentence";
    if (!report.date_span.empty() && report.span.contains(report.date_span) &&
        report.date_span.end - report.span.begin <= report.sentence.size()) {
      event.date.text = report.sentence.substr(report.date_span.begin - report.span.begin,
                                               report.date_span.size());
    }
  } else {  // news of the day or of the day before
    event.date.date = {report.day - 1, report.day, Precision::week};
    event.date.basis = "published";
  }
  event.date.anchor = article.published.is_day() ? article.published.first : no_day;
  event.evidence.push_back(std::move(evidence));
  return event;
}

}  // namespace dateline::merge
