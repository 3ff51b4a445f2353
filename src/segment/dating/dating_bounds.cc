// What dates an article that states no date: the weekdays it names, tested against the dates beside
// it, below its pictures and of its sisters. Mostly bounds.
#include <algorithm>

#include "segment/dating/dating.h"

namespace dateline::segment {

namespace {

constexpr Day fresh_photograph = 2;  // days before the weekday of the news
constexpr std::uint32_t firm_weight =
    2 * sister_weight;  // of sisters that date an article by themselves

bool is_stamp_line(Cue cue) { return cue == Cue::timestamp || cue == Cue::published_line; }

}  // namespace

Dating::Weekdays Dating::weekdays(std::uint32_t article) const {
  Weekdays out;
  const ArticleLines& lines = structure_.articles[article];
  for (std::size_t i = lines.first; i < lines.last; ++i) {
    if (structure_.article[i] != article || !is_core(structure_.kinds[i])) continue;
    if (page_.lines[i].counts[static_cast<std::size_t>(WordClass::calendar)] == 0) continue;
    for (std::uint32_t t = page_.lines[i].tokens.first; t < page_.lines[i].tokens.last; ++t) {
      const int day =
          reading_.tokens.has(t, text::starts_upper) ? reader_.weekday(reading_.words[t]) : 0;
      if (day == 0) continue;
      ++out.count[day];
      if (!out.any) {
        out.lead = day;
        out.lead_span = reading_.tokens.span(t);
      }
      out.any = true;
    }
  }
  return out;
}

// What bounds the day of every article of the page.
void Dating::gather_bounds() {
  int count = 0;
  Day first = no_day, last = no_day;
  const LineStamp* newest = nullptr;
  for (const LineStamp& s : stamps_) {
    if (s.day == no_day) continue;
    if (structure_.kinds[s.line] == BlockKind::caption) captions_.push_back(&s);
    if (!is_stamp_line(page_.cues[s.line].cue) || structure_.article[s.line] != no_article ||
        s.stamp.year < oldest_page)
      continue;
    if (count++ == 0) first = s.day;
    last = s.day;
    if (newest == nullptr || s.day > newest->day) newest = &s;
  }
  const bool list = count >= 2 && first >= last;  // what goes on in time is a chronology
  if (list) newest_beside_ = newest;
  std::ranges::stable_sort(captions_, {}, &LineStamp::day);
  const auto repeated = std::ranges::unique(captions_, {}, &LineStamp::day);
  captions_.erase(repeated.begin(), repeated.end());
}

// The newest date of the lists beside the article says when the page was taken; that is the
// article's own day only where the text's weekdays agree. Else it bounds the day.
bool Dating::from_sidebar(const Weekdays& named, Published& out) const {
  const LineStamp* newest = newest_beside_;
  if (newest == nullptr) return false;
  const Day day = newest->day;
  const bool agrees =
      named.any && (named.lead == weekday_of(day) || named.count[weekday_of(day)] > 0);
  if (agrees && (order_known_ || order_usual_)) {
    out.date = single_day(day);
    out.basis = PublishedBasis::sidebar_timestamps;
    out.confidence = Confidence::medium;
    out.evidence = {newest->stamp.span, named.lead_span};
    std::sort(out.evidence.begin(), out.evidence.end());
    return true;
  }
  out.date = {no_day, day, Precision::before};
  out.basis = PublishedBasis::unknown;
  out.confidence = Confidence::low;
  out.evidence = {newest->stamp.span};
  return false;
}

// A photograph is not younger than its article. Where the article names a weekday in its lead, such
// a day on the day of the newest photograph or right after it is the likely one.
bool Dating::from_captions(std::uint32_t article, const Weekdays& named, Published& out) const {
  const auto after = out.date.last == no_day
                         ? captions_.end()
                         : std::ranges::upper_bound(captions_, out.date.last, {}, &LineStamp::day);
  if (after == captions_.begin()) return false;
  const LineStamp* newest = *(after - 1);
  const Day day = newest->day;
  const ArticleLines& lines = structure_.articles[article];
  const bool fresh = page_.cues[newest->line].hint != Hint::older_picture;
  const bool in_lead =
      fresh && named.any &&
      named.lead_span.begin <
          page_.lines[std::min(lines.core_first + 1, page_.lines.size() - 1)].span.end;
  if (in_lead) {
    const Day first = day + (named.lead - weekday_of(day) + 7) % 7;
    if (first - day <= fresh_photograph && (out.date.last == no_day || first <= out.date.last)) {
      out.date = single_day(first);
      out.basis = PublishedBasis::caption;
      out.confidence = Confidence::medium;
      out.evidence = {newest->stamp.span, named.lead_span};
      std::sort(out.evidence.begin(), out.evidence.end());
      return true;
    }
  }
  out.date.first = day;
  // An article that speaks of a weekday is of the week of its news: it came before that weekday
  // came again.
  if (fresh && named.any && out.date.last == no_day)
    out.date.last = day + (named.lead - weekday_of(day) + 6) % 7;
  out.date.precision = out.date.last == no_day ? Precision::after : Precision::day;
  if (out.date.last != no_day && out.date.last != day)
    out.date.precision = out.date.last - day <= 7 ? Precision::week : Precision::month;
  out.basis = PublishedBasis::caption;
  out.confidence = Confidence::low;
  out.evidence.push_back(newest->stamp.span);
  std::sort(out.evidence.begin(), out.evidence.end());
  return false;
}

// The first weekday that an article names is the day of its news, and it appears then or the day
// after: of articles that share two quotations with dated ones, more than nine in ten. Where a
// photograph already says not before when, less will do: one quotation, or no weekday that fits.
void Dating::from_sisters(std::uint32_t article, const Weekdays& named, Published& out) const {
  if (corpus_.witnesses().empty()) return;
  std::vector<SharedText> texts;
  for (std::size_t i = structure_.articles[article].first; i < structure_.articles[article].last;
       ++i) {
    if (structure_.article[i] == article && is_core(structure_.kinds[i]))
      find_shared_texts(document_.text, page_.lines[i].span, texts);
  }
  const auto kin = corpus_.witnesses().ask(document_.name, texts);
  const bool bounded = out.date.first != no_day;
  if (!kin || (kin->weight < firm_weight && !bounded)) return;
  const Day told =
      named.any ? kin->first - 1 + (named.lead - weekday_of(kin->first - 1) + 7) % 7 : no_day;
  const bool by_weekday = named.any && told <= kin->last + 1;
  if (!by_weekday && !bounded) return;
  const Day slack = named.any ? 2 : 1;
  Day first = by_weekday ? told : kin->first - slack,
      last = by_weekday ? told + 1 : kin->last + slack;
  if (bounded) first = std::max(first, out.date.first);
  if (out.date.last != no_day) last = std::min(last, out.date.last);
  if (first > last) return;
  if (by_weekday) out.evidence.push_back(named.lead_span);
  out.evidence.push_back(kin->text);
  std::sort(out.evidence.begin(), out.evidence.end());
  out.date = {first, last, first == last ? Precision::day : Precision::week};
  out.basis = PublishedBasis::sister_document;
  out.confidence = by_weekday ? Confidence::medium : Confidence::low;
  out.sister = kin->document;
}

}  // namespace dateline::segment
