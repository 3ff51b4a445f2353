#include "segment/dating.h"

#include <algorithm>
#include <cstdlib>

namespace dateline::segment {

namespace {

constexpr std::size_t header_before = 8, header_after = 10;   // lines around an article's head where its date stands
constexpr std::int32_t oldest_page = 1991;   // the web is no older: an older date beside an article is a machine's zero
constexpr int paragraphs_above = 1;   // that may stand above the date
constexpr std::uint32_t firm_weight = 2 * sister_weight;   // of sisters that date an article by themselves

// ISO weekday of a day: 1970-01-01 was a Thursday.
int weekday_of(Day day) { return (((day + 3) % 7) + 7) % 7 + 1; }

bool is_stamp_line(Cue cue) { return cue == Cue::timestamp || cue == Cue::published_line; }

}  // namespace

Dating::Dating(const StampReader& reader, const Document& document, const rules::Reading& reading, const Page& page,
               const Structure& structure, const Corpus& corpus, const Options& options)
    : reader_(reader), document_(document), reading_(reading), page_(page), structure_(structure), corpus_(corpus),
      options_(options), month_first_(options.month_first) {
  collect();
  decide_order();
}

void Dating::collect() {
  for (std::size_t i = 0; i < page_.lines.size(); ++i) {
    const Line& line = page_.lines[i];
    const BlockKind kind = structure_.kinds[i];
    if (line.numbers == 0 || is_core(kind)) continue;
    // Furniture of some length that merely mentions a date tells nothing; captions do.
    if (kind != BlockKind::caption && line.words > 30) continue;
    for (const Stamp& stamp : reader_.find(reading_, line.tokens)) stamps_.push_back({i, stamp});
  }
}

// 12/05/2024: a number above twelve elsewhere decides; else the list that such dates make.
void Dating::decide_order() {
  std::vector<const Stamp*> open;
  for (const LineStamp& s : stamps_) {
    if (s.stamp.ambiguous) open.push_back(&s.stamp);
  }
  if (open.empty()) {
    order_known_ = true;
    return;
  }
  const std::string_view text = document_.text;
  for (const LineStamp& s : stamps_) {
    const std::string_view words = s.stamp.span.of(text);
    if (s.stamp.ambiguous || words.find('/') == std::string_view::npos || s.stamp.day <= 12) continue;
    // Not ambiguous, written with slashes, year last: whichever stands first is below or above twelve.
    if (words.size() > 4 && words[4] == '/') continue;
    int first = 0;
    for (const char c : words) {
      if (c < '0' || c > '9') break;
      first = first * 10 + (c - '0');
    }
    month_first_ = first <= 12;
    order_known_ = true;
    return;
  }
  // A list of neighbours in time: the reading under which it jumps about less is right.
  std::int64_t month_way = 0, day_way = 0;
  for (std::size_t i = 1; i < open.size(); ++i) {
    month_way += std::abs(open[i]->on(true) - open[i - 1]->on(true));
    day_way += std::abs(open[i]->on(false) - open[i - 1]->on(false));
  }
  if (month_way == day_way) return;
  month_first_ = month_way < day_way;
  order_known_ = true;
}

void Dating::set(const Stamp& stamp, PublishedBasis basis, Confidence confidence, Published& out) const {
  out.date = single_day(stamp.on(month_first_));
  out.time = stamp.time();
  out.basis = basis;
  out.confidence = stamp.ambiguous && !order_known_ ? Confidence::low : confidence;
  if (!stamp.span.empty()) out.evidence.push_back(stamp.span);
}

bool Dating::from_metadata(Published& out) const {
  for (Stamp stamp : reader_.stated(document_.published, reading_)) {
    if (stamp.on(month_first_) == no_day) continue;
    stamp.span = {};
    set(stamp, PublishedBasis::metadata, Confidence::high, out);
    return true;
  }
  return false;
}

bool Dating::near_header(std::size_t line, const ArticleLines& article) const {
  const std::size_t head = article.title == ArticleLines::none ? article.core_first : article.title;
  if (line + header_before < head || line >= std::min(article.core_first + header_after, article.last)) return false;
  int paragraphs = 0;
  for (std::size_t i = article.core_first; i < line; ++i) {
    paragraphs += is_core(structure_.kinds[i]) && page_.lines[i].prose() && page_.lines[i].words > 25;
  }
  return paragraphs <= paragraphs_above;
}

// The labelled line first ("Published on ..."), else a date alone near the title.
bool Dating::from_header(std::uint32_t article, Published& out) const {
  const LineStamp* best = nullptr;
  int best_rank = 0;
  const ArticleLines& lines = structure_.articles[article];
  for (const LineStamp& s : stamps_) {
    if (!near_header(s.line, lines) || s.stamp.on(month_first_) == no_day) continue;
    const Cue cue = page_.cues[s.line].cue;
    const bool inside = lines.title == ArticleLines::none || s.line > lines.title;
    int rank = 0;
    if (cue == Cue::published_line) rank = inside ? 7 : 6;
    if (cue == Cue::timestamp) rank = inside ? 3 : 1;
    if (cue == Cue::byline) rank = 3;
    if (cue == Cue::none && inside && page_.lines[s.line].words <= 16) rank = 2;
    if (reader_.tells_update(reading_, s.stamp.token, page_.lines[s.line].tokens.first)) rank -= cue == Cue::published_line ? 2 : 1;
    if (rank > best_rank) {
      best_rank = rank;
      best = &s;
    }
  }
  if (best == nullptr) return false;
  set(best->stamp, PublishedBasis::published_line, best_rank >= 3 ? Confidence::high : Confidence::medium, out);
  return true;
}

Date Dating::dateline_date(std::uint32_t article) const {
  const std::size_t lead = structure_.articles[article].core_first;
  if (lead >= page_.cues.size() || page_.cues[lead].cue != Cue::dateline) return {};
  for (const Stamp& stamp : reader_.find(reading_, page_.cues[lead].tokens)) {
    const Day day = stamp.on(month_first_);
    if (day != no_day) return single_day(day);
  }
  return {};
}

bool Dating::from_dateline(std::uint32_t article, Published& out) const {
  const Date date = dateline_date(article);
  if (!date.is_day()) return false;
  out.date = date;
  out.basis = PublishedBasis::dateline;
  out.confidence = Confidence::high;
  out.evidence.push_back(reading_.span(page_.cues[structure_.articles[article].core_first].tokens));
  return true;
}

bool Dating::from_path(Published& out) const {
  const std::string_view name = std::string_view(document_.name).substr(document_.name.rfind('/') + 1);
  for (const auto& [path, basis] : {std::pair(std::string_view(document_.url), PublishedBasis::url),
                                    std::pair(name, PublishedBasis::file_name)}) {
    const Day day = path.empty() ? no_day : reader_.in_path(path, reading_);
    if (day == no_day) continue;
    out.date = single_day(day);
    out.basis = basis;
    out.confidence = basis == PublishedBasis::url ? Confidence::high : Confidence::medium;
    return true;
  }
  return false;
}

Dating::Weekdays Dating::weekdays(std::uint32_t article) const {
  Weekdays out;
  const ArticleLines& lines = structure_.articles[article];
  for (std::size_t i = lines.first; i < lines.last; ++i) {
    if (structure_.article[i] != article || !is_core(structure_.kinds[i])) continue;
    if (page_.lines[i].counts[static_cast<std::size_t>(WordClass::calendar)] == 0) continue;
    for (std::uint32_t t = page_.lines[i].tokens.first; t < page_.lines[i].tokens.last; ++t) {
      const int day = reading_.tokens.has(t, text::starts_upper) ? reader_.weekday(reading_.words[t]) : 0;
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

// The newest date of the lists beside the article says when the page was taken; that is the article's own day only
// where the text's weekdays agree. Else it bounds the day.
bool Dating::from_sidebar(const Weekdays& named, Published& out) const {
  const LineStamp* newest = nullptr;
  int count = 0;
  for (const LineStamp& s : stamps_) {
    if (!is_stamp_line(page_.cues[s.line].cue) || structure_.article[s.line] != no_article) continue;
    const Day day = s.stamp.on(month_first_);
    if (day == no_day || s.stamp.year < oldest_page) continue;
    ++count;
    if (newest == nullptr || day > newest->stamp.on(month_first_)) newest = &s;
  }
  if (newest == nullptr || count < 2) return false;
  const Day day = newest->stamp.on(month_first_);
  const bool agrees = named.any && (named.lead == weekday_of(day) || named.count[weekday_of(day)] > 0);
  if (agrees && order_known_) {
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

// A photograph is not younger than its article. Where the article names a weekday in its lead, the first such day on
// or after the newest photograph, within a week, is the likely one.
bool Dating::from_captions(std::uint32_t article, const Weekdays& named, Published& out) const {
  const LineStamp* newest = nullptr;
  for (const LineStamp& s : stamps_) {
    if (structure_.kinds[s.line] != BlockKind::caption) continue;
    const Day day = s.stamp.on(month_first_);
    if (day == no_day || (out.date.last != no_day && day > out.date.last)) continue;
    if (newest == nullptr || day > newest->stamp.on(month_first_)) newest = &s;
  }
  if (newest == nullptr) return false;
  const Day day = newest->stamp.on(month_first_);
  const ArticleLines& lines = structure_.articles[article];
  const bool in_lead = named.any && named.lead_span.begin < page_.lines[std::min(lines.core_first + 1, page_.lines.size() - 1)].span.end;
  if (in_lead) {
    const Day first = day + (named.lead - weekday_of(day) + 7) % 7;
    if (out.date.last == no_day || first <= out.date.last) {
      out.date = single_day(first);
      out.basis = PublishedBasis::caption;
      out.confidence = first - day <= 2 ? Confidence::medium : Confidence::low;
      out.evidence = {newest->stamp.span, named.lead_span};
      std::sort(out.evidence.begin(), out.evidence.end());
      return true;
    }
  }
  out.date.first = day;
  // An article that speaks of a weekday is of the week of its news: it came before that weekday came again.
  if (named.any && out.date.last == no_day) out.date.last = day + (named.lead - weekday_of(day) + 6) % 7;
  out.date.precision = out.date.last == no_day ? Precision::after : Precision::day;
  if (out.date.last != no_day && out.date.last != day) out.date.precision = out.date.last - day <= 7 ? Precision::week : Precision::month;
  out.basis = PublishedBasis::caption;
  out.confidence = Confidence::low;
  out.evidence.push_back(newest->stamp.span);
  std::sort(out.evidence.begin(), out.evidence.end());
  return false;
}

// The first weekday that an article names is the day of its news, and it appears then or the day after: of articles that
// share two quotations with dated ones, nineteen in twenty (eight in nine, that share one). Where none is named, a copy
// is of about its sister's day. A bound that the page itself gives is made narrower by less.
void Dating::from_sisters(std::uint32_t article, const Weekdays& named, Published& out) const {
  if (corpus_.witnesses().empty()) return;
  std::vector<SharedText> texts;
  for (std::size_t i = structure_.articles[article].first; i < structure_.articles[article].last; ++i) {
    if (structure_.article[i] == article && is_core(structure_.kinds[i])) find_shared_texts(document_.text, page_.lines[i].span, texts);
  }
  const auto kin = corpus_.witnesses().ask(document_.name, texts);
  if (!kin || (kin->weight < firm_weight && !out.date.known())) return;
  const Day told = named.any ? kin->first - 1 + (named.lead - weekday_of(kin->first - 1) + 7) % 7 : no_day;
  const bool by_weekday = named.any && told <= kin->last + 1;
  if (!by_weekday && !kin->near_copy && !out.date.known()) return;
  const Day slack = named.any ? 2 : 1;
  Day first = by_weekday ? told : kin->first - slack, last = by_weekday ? told + 1 : kin->last + slack;
  if (out.date.first != no_day) first = std::max(first, out.date.first);
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

Published Dating::published(std::uint32_t article) const {
  Published out;
  if (from_metadata(out) || from_header(article, out) || from_dateline(article, out) || from_path(out)) return out;
  const Weekdays named = weekdays(article);
  if (from_sidebar(named, out) || from_captions(article, named, out)) return out;
  if (!options_.published.known()) from_sisters(article, named, out);
  if (options_.published.known() && !out.date.is_day()) {
    out = {};
    out.date = options_.published;
    out.basis = PublishedBasis::option;
    out.confidence = Confidence::medium;
  }
  return out;
}

Date Dating::date_of_line(std::size_t line) const {
  const auto s = std::lower_bound(stamps_.begin(), stamps_.end(), line,
                                  [](const LineStamp& stamp, std::size_t at) { return stamp.line < at; });
  if (s != stamps_.end() && s->line == line) {
    const Day day = s->stamp.on(month_first_);
    if (day != no_day) return single_day(day);
  }
  return {};
}

}  // namespace dateline::segment
