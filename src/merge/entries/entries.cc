// Groups the records by event and folds each group.
#include "merge/entries/entries.h"

#include <numeric>
#include <span>
#include <string>
#include <string_view>

#include "merge/base/parallel.h"
#include "merge/entries/folding.h"

namespace dateline::merge {
namespace {

// Takes what will be read of later records.
void prefetch(const LargeVector<Member>& members, std::size_t at) {
  constexpr std::size_t ahead = 6;
  if (at + ahead >= members.size()) return;
  const Member& next = members[at + ahead];
  __builtin_prefetch(next.block);
  __builtin_prefetch(next.block + next.at);
  __builtin_prefetch(next.block + next.at + 64);
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

Groups group_records(const Articles& articles, const Records& records,
                     const std::vector<std::uint32_t>& event) {
  constexpr std::uint32_t ahead = 12;
  Groups groups;
  groups.of_record.resize(records.size());
  groups.begins.push_back(0);
  for (std::uint32_t i = 0; i < records.size(); ++i) {  // an event is named by its first record
    if (event[i] == i) groups.begins.push_back(0);
    groups.of_record[i] = event[i] == i ? static_cast<std::uint32_t>(groups.begins.size()) - 2
                                        : groups.of_record[event[i]];
    ++groups.begins[groups.of_record[i] + 1];
  }
  std::partial_sum(groups.begins.begin(), groups.begins.end(), groups.begins.begin());
  std::vector<std::uint32_t> at(groups.begins.begin(), groups.begins.end() - 1);
  groups.members.resize(records.size());
  groups.of_event.resize(records.size());
  for (std::uint32_t i = 0; i < records.size(); ++i) {
    records.prefetch(i + ahead);
    const Record& record = records[i];
    groups.members[at[groups.of_record[i]]++] = member_of(record);
    groups.of_event[articles.all[record.article].first_event + record.event] = groups.of_record[i];
  }
  return groups;
}

Entries make_entries(const Articles& articles, const Labels& labels, const Groups& groups,
                     std::size_t more, unsigned jobs) {
  constexpr std::size_t slice = 64;
  Entries entries;
  entries.events.reserve(groups.size() + more);
  entries.identities.reserve(groups.size() + more);
  entries.identities.resize(groups.size());
  if (jobs > 1) entries.events.resize(groups.size());
  std::vector<Folding> foldings(jobs, Folding(articles, labels));
  in_slices(jobs, groups.size(), slice, [&](std::size_t first, std::size_t last, unsigned thread) {
    if (jobs == 1) entries.events.resize(last);  // a slice is filled while it is in the cache
    for (std::size_t i = first; i < last; ++i) {
      for (std::uint32_t k = groups.begins[i]; k < groups.begins[i + 1]; ++k)
        prefetch(groups.members, k);
      foldings[thread].fold(groups.of(i), entries.events[i]);
      entries.identities[i] = identity_of(entries.events[i]);
    }
  });
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
