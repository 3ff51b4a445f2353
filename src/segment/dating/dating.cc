#include "segment/dating/dating.h"

#include <algorithm>
#include <cstdlib>

namespace dateline::segment {

namespace {

constexpr std::size_t lines_of_lead = 3;       // that a header may have been run into,
constexpr std::uint32_t tokens_of_stamp = 50;  // at their beginning
constexpr std::size_t most_between = 10;       // lines between a date without a year and the text
constexpr std::uint32_t short_line = 12;       // words
constexpr std::uint32_t short_heading =
    10;  // words: "Ana Ruiz, 5 March 2031" may be taken for a sub-heading

// The year that a number of four digits is; 0 for other words.
std::int32_t year_of(std::string_view word) {
  if (word.size() != 4 || (!word.starts_with("19") && !word.starts_with("20"))) return 0;
  return (word[0] - '0') * 1000 + (word[1] - '0') * 100 + (word[2] - '0') * 10 + (word[3] - '0');
}

// Does the metadata state a time of day, and no place's own? Seconds since 1970 do.
bool is_universal_time(std::string_view stated) {
  const std::size_t clock = stated.find(':');
  if (clock == std::string_view::npos)
    return stated.size() > 8 && stated.find_first_not_of("0123456789.") == std::string_view::npos;
  const std::size_t offset = stated.find_first_of("+-", clock);
  if (offset != std::string_view::npos)
    return stated.find_first_of("123456789", offset) == std::string_view::npos;
  const std::size_t zone = stated.find_first_not_of("0123456789:. ", clock);
  const std::string_view name =
      zone == std::string_view::npos ? std::string_view() : stated.substr(zone);
  return name.empty() || name == "Z" || name == "UTC" || name == "GMT";
}

// Of "14:27"; -1 where there is none.
std::int32_t minutes_of(std::string_view time) {
  if (time.size() != 5) return -1;
  return ((time[0] - '0') * 10 + time[1] - '0') * 60 + (time[3] - '0') * 10 + time[4] - '0';
}

// Can it be this day somewhere at so many minutes after midnight of universal time? Places are at
// most 14 hours ahead and 12 behind.
bool is_day_somewhere(Day local, Day universal, std::int32_t minutes) {
  constexpr std::int32_t first_of_next = 10 * 60, last_of_before = 12 * 60;
  if (local == universal + 1) return minutes >= first_of_next;
  return local == universal - 1 && minutes >= 0 && minutes < last_of_before;
}

}  // namespace

Dating::Dating(const StampReader& reader, const Document& document, const rules::Reading& reading,
               const Page& page, const Structure& structure, const Corpus& corpus,
               const Options& options)
    : reader_(reader),
      document_(document),
      reading_(reading),
      page_(page),
      structure_(structure),
      corpus_(corpus),
      options_(options),
      stated_(reader.stated(document.published, reading)),
      month_first_(options.month_first) {
  collect();
  decide_order();
  settle_days();
  by_owner_ = dates_by_owner(page_dates());
  gather_bounds();
}

void Dating::collect() {
  for (std::size_t i = 0; i < page_.lines.size(); ++i) {
    const Line& line = page_.lines[i];
    const BlockKind kind = structure_.kinds[i];
    if (line.numbers == 0 || (is_core(kind) && (line.words > short_heading || line.prose())))
      continue;
    // Furniture of some length that merely mentions a date tells nothing; captions do.
    if (kind != BlockKind::caption && line.words > 30) continue;
    for (const Stamp& stamp : reader_.find(reading_, line.tokens))
      stamps_.push_back({i, stamp, no_day});
  }
}

// 12/05/2024: a number above twelve elsewhere decides; else the list that such dates make; else
// what other inputs write.
void Dating::decide_order() {
  std::vector<const Stamp*> open;
  for (const LineStamp& s : stamps_) {
    if (s.stamp.ambiguous) open.push_back(&s.stamp);
  }
  if (open.empty() && !stated_.empty() && stated_.front().ambiguous)
    open.push_back(&stated_.front());
  if (open.empty()) {
    order_known_ = true;
    return;
  }
  if (order_from_slashes() || order_from_neighbours(open)) {
    order_known_ = true;
  } else if (const auto usual = corpus_.month_first()) {
    month_first_ = *usual;
    order_usual_ = true;
  }
}

bool Dating::order_from_slashes() {
  for (const LineStamp& s : stamps_) {
    const std::string_view words = s.stamp.span.of(document_.text);
    if (s.stamp.ambiguous || words.find('/') == std::string_view::npos || s.stamp.day <= 12)
      continue;
    // Not ambiguous, written with slashes, year last: whichever stands first is below or above
    // twelve.
    if (words.size() > 4 && words[4] == '/') continue;
    int first = 0;
    for (const char c : words) {
      if (c < '0' || c > '9') break;
      first = first * 10 + (c - '0');
    }
    month_first_ = first <= 12;
    return true;
  }
  return false;
}

// A list of neighbours in time: the reading under which it jumps about less is right.
bool Dating::order_from_neighbours(const std::vector<const Stamp*>& open) {
  std::int64_t month_way = 0, day_way = 0;
  for (std::size_t i = 1; i < open.size(); ++i) {
    month_way += std::abs(open[i]->on(true) - open[i - 1]->on(true));
    day_way += std::abs(open[i]->on(false) - open[i - 1]->on(false));
  }
  if (month_way != day_way) month_first_ = month_way < day_way;
  return month_way != day_way;
}

void Dating::settle_days() {
  for (LineStamp& s : stamps_) s.day = s.stamp.on(month_first_);
}

// An open date that only one reading puts on the weekday of the news, or the day after, is read so.
void Dating::read_by_weekday(const Weekdays& named, const Stamp& stamp, Published& out) const {
  if (!stamp.ambiguous || order_known_ || !named.any) return;
  const auto agrees = [&](Day day) {
    return day != no_day && (named.lead == weekday_of(day) || named.lead == weekday_of(day - 1));
  };
  const Day one = stamp.on(true), other = stamp.on(false);
  if (agrees(one) == agrees(other)) return;
  out.date = single_day(agrees(one) ? one : other);
  out.confidence = Confidence::medium;
  out.evidence.push_back(named.lead_span);
  std::sort(out.evidence.begin(), out.evidence.end());
}

void Dating::set(const Stamp& stamp, PublishedBasis basis, Confidence confidence,
                 Published& out) const {
  out.date = single_day(stamp.on(month_first_));
  out.time = stamp.time();
  out.basis = basis;
  out.confidence = !stamp.ambiguous || order_known_ ? confidence
                   : order_usual_                   ? Confidence::medium
                                                    : Confidence::low;
  if (!stamp.span.empty()) out.evidence.push_back(stamp.span);
}

bool Dating::from_metadata(std::uint32_t article, Published& out) const {
  for (Stamp stamp : stated_) {
    if (stamp.on(month_first_) == no_day) continue;
    stamp.span = {};
    set(stamp, PublishedBasis::metadata, Confidence::high, out);
    if (stamp.ambiguous && !order_known_) read_by_weekday(weekdays(article), stamp, out);
    return true;
  }
  return false;
}

bool Dating::from_header(const HeaderDate& found, const Weekdays& named, Published& out) const {
  if (found.stamp == nullptr) return false;
  // Far from the head it may be that of another article: the weekday of the news has to agree.
  const Day day = found.stamp->day;
  if (found.confidence == Confidence::low && named.any && named.lead != weekday_of(day) &&
      named.lead != weekday_of(day - 1))
    return false;
  set(found.stamp->stamp, PublishedBasis::published_line, found.confidence, out);
  read_by_weekday(named, found.stamp->stamp, out);
  return true;
}

// The line of text that begins with the article's dateline; none where no line near its start does.
std::size_t Dating::dateline_line(std::uint32_t article) const {
  const ArticleLines& lines = structure_.articles[article];
  const std::size_t last = std::min(lines.core_first + lines_of_lead, lines.last);
  for (std::size_t i = lines.core_first; i < last; ++i) {
    if (page_.cues[i].cue == Cue::dateline && is_core(structure_.kinds[i])) return i;
  }
  return ArticleLines::none;
}

Stamp Dating::dateline_stamp(std::size_t line) const {
  if (line == ArticleLines::none) return {};
  const std::vector<Stamp> found = reader_.find(reading_, page_.cues[line].tokens);
  for (const Stamp& stamp : found) {
    if (stamp.year != 0) return stamp;
  }
  return found.empty() ? Stamp() : found.front();
}

Date Dating::dateline_date(std::uint32_t article) const {
  const Day day = dateline_stamp(dateline_line(article)).on(month_first_);
  return day == no_day ? Date() : single_day(day);
}

bool Dating::from_dateline(std::uint32_t article, const Weekdays& named, DatelineKind kind,
                           Published& out) const {
  const std::size_t line = dateline_line(article);
  const Stamp stamp = dateline_stamp(line);
  const Day day = stamp.on(month_first_);
  if (day == no_day) return false;
  const int said = weekday_before(stamp.token, page_.lines[line].tokens.first);
  if (stamp.minutes >= 0 && said != 0 && said != weekday_of(day)) return false;  // of no machine
  const bool firm = page_.cues[line].hint != Hint::other_day;
  if (firm != (kind == DatelineKind::firm)) return false;
  if (!firm && !is_of_news(article, line, named)) return false;
  set(stamp, PublishedBasis::dateline, firm ? Confidence::high : Confidence::medium, out);
  read_by_weekday(named, stamp, out);
  return true;
}

// "Port Ellis, 3 June 2031: ..." may also begin a memory of that day, or one of the entries of a
// chronology: news says who said so, or names a weekday, and only the first paragraph begins so.
bool Dating::is_of_news(std::uint32_t article, std::size_t line, const Weekdays& named) const {
  const ArticleLines& lines = structure_.articles[article];
  for (std::size_t i = line + 1; i < lines.last; ++i) {
    if (page_.cues[i].cue == Cue::dateline && dateline_stamp(i).year != 0) return false;
  }
  return named.any || page_.lines[line].counts[static_cast<std::size_t>(WordClass::said)] > 0;
}

// "June 12" without a year, in a dateline or alone beside the title: of the years that the page's
// furniture names ("Copyright 2031"), the one in which that day is the weekday of the news or the
// day after.
bool Dating::from_open_date(std::uint32_t article, const Weekdays& named, Published& out) {
  if (!named.any) return false;
  const auto [stamp, basis] = open_date(article);
  if (stamp.month == 0) return false;
  Span found;
  Day day = no_day;
  for (const YearSpan& year : years()) {
    Stamp dated = stamp;
    dated.year = year.year;
    const Day candidate = dated.on(month_first_);
    if (candidate == no_day || candidate == day) continue;
    if (named.lead != weekday_of(candidate) && named.lead != weekday_of(candidate - 1)) continue;
    if (day != no_day) return false;
    day = candidate;
    found = year.span;
  }
  if (day == no_day) return false;
  out.date = single_day(day);
  out.basis = basis;
  out.confidence = Confidence::medium;
  out.evidence = {stamp.span, named.lead_span, found};
  std::sort(out.evidence.begin(), out.evidence.end());
  return true;
}

std::pair<Stamp, PublishedBasis> Dating::open_date(std::uint32_t article) const {
  const std::size_t lead = structure_.articles[article].core_first;
  const Stamp placed = dateline_stamp(dateline_line(article));
  if (placed.month != 0 && placed.year == 0) return {placed, PublishedBasis::dateline};
  for (const LineStamp& s : stamps_of(stamps_, lead - std::min(lead, most_between), lead)) {
    const Cue cue = page_.cues[s.line].cue;
    if (s.stamp.year == 0 &&
        (cue == Cue::timestamp || cue == Cue::published_line || cue == Cue::byline))
      return {s.stamp, PublishedBasis::published_line};
  }
  return {};
}

// Each where it stands first.
const std::vector<Dating::YearSpan>& Dating::years() {
  if (years_) return *years_;
  std::vector<YearSpan>& furniture = years_.emplace();
  for (std::size_t i = 0; i < page_.lines.size(); ++i) {
    const Line& line = page_.lines[i];
    if (line.numbers == 0) continue;
    const bool core = is_core(structure_.kinds[i]) || line.words > short_line;
    for (std::uint32_t t = line.tokens.first; t < line.tokens.last; ++t) {
      const std::int32_t year =
          reading_.tokens.has(t, text::is_number) ? year_of(reading_.word(t)) : 0;
      if (year < oldest_page || core) continue;
      if (std::ranges::find(furniture, year, &YearSpan::year) == furniture.end())
        furniture.push_back({year, reading_.tokens.span(t)});
    }
  }
  return furniture;
}

// "HARBOURTON | Thu May 6, 2031 1:40 pm The mayor said": the date of a page whose lines were run
// together. Running text has the time of day first, or none.
bool Dating::from_lead(std::uint32_t article, Published& out) const {
  const ArticleLines& lines = structure_.articles[article];
  for (std::size_t i = lines.core_first; i < std::min(lines.core_first + lines_of_lead, lines.last);
       ++i) {
    const text::TokenRange line = page_.lines[i].tokens;
    for (const Stamp& stamp :
         reader_.find(reading_, {line.first, std::min(line.first + tokens_of_stamp, line.last)})) {
      const Day day = stamp.on(month_first_);
      if (day == no_day || stamp.minutes < 0 ||
          reader_.label(reading_, stamp.token, line.first) == StampReader::Label::updated)
        continue;
      const int said = weekday_before(stamp.token, line.first);
      if (said != 0 ? said != weekday_of(day) : stamp.token != line.first) continue;
      set(stamp, PublishedBasis::published_line, Confidence::medium, out);
      return true;
    }
  }
  return false;
}

// The weekday right before a date: "Thu May 6", "Thursday, 6 May"; 0 where there is none.
int Dating::weekday_before(std::uint32_t token, std::uint32_t first) const {
  while (token > first && reading_.tokens.has(token - 1, text::is_mark)) --token;
  return token == first ? 0 : reader_.weekday(reading_.words[token - 1]);
}

bool Dating::from_path(Published& out) const {
  const std::string_view name =
      std::string_view(document_.name).substr(document_.name.rfind('/') + 1);
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

// A page that shows the day before or after the day of its metadata shows the day where it was
// written, which its weekdays count from.
void Dating::take_local_day(std::uint32_t article, Published& out) const {
  const HeaderDate header = find_header_date(page_dates(), article);
  if (header.stamp == nullptr || header.confidence == Confidence::low ||
      header.stamp->stamp.ambiguous)
    return;
  const Stamp& stamp = header.stamp->stamp;
  if (reader_.label(reading_, stamp.token, page_.lines[header.stamp->line].tokens.first) ==
      StampReader::Label::updated)
    return;
  if (!is_day_somewhere(stamp.on(month_first_), out.date.first, minutes_of(out.time))) return;
  out = {};
  set(stamp, PublishedBasis::published_line, header.confidence, out);
}

Published Dating::published(std::uint32_t article) {
  Published out = first_published(article);
  if (out.date.is_day()) out.modified = find_change(page_dates(), article, out.date.first);
  return out;
}

Published Dating::first_published(std::uint32_t article) {
  Published out;
  if (from_metadata(article, out)) {
    if (is_universal_time(document_.published)) take_local_day(article, out);
    return out;
  }
  const Weekdays named = weekdays(article);
  HeaderDate header = find_header_date(page_dates(), article);
  if (is_chronology(article, header, out)) header = {};
  if (header.confidence == Confidence::high && from_header(header, named, out)) return out;
  if (from_dateline(article, named, DatelineKind::firm, out) || from_path(out) ||
      from_lead(article, out) || from_header(header, named, out) ||
      from_dateline(article, named, DatelineKind::doubtful, out))
    return out;
  if (from_open_date(article, named, out)) return out;
  if (from_sidebar(named, out) || from_captions(article, named, out)) return out;
  if (!options_.published.known()) from_sisters(article, named, out);
  if (options_.published.known() && !out.date.is_day() &&
      !from_open_date_and_option(article, out)) {
    out = {};
    out.date = options_.published;
    out.basis = PublishedBasis::option;
    out.confidence = Confidence::medium;
  }
  return out;
}

// "June 10" in a dateline, and the user says 2024, or the day on which the page was saved: the last
// such day until then.
bool Dating::from_open_date_and_option(std::uint32_t article, Published& out) const {
  constexpr Day year = 366;
  const auto [stamp, basis] = open_date(article);
  if (stamp.month == 0 || options_.published.last - options_.published.first > year) return false;
  Stamp dated = stamp;
  for (const int back : {0, 1}) {
    dated.year = year_of(to_iso(options_.published.last).substr(0, 4)) - back;
    const Day day = dated.on(month_first_);
    if (day == no_day || day > options_.published.last + 1) continue;
    if (day < options_.published.first && !options_.published.is_day()) return false;
    out = {};
    set(dated, basis, Confidence::medium, out);
    return true;
  }
  return false;
}

// Is the date above the text that of the first entry of a chronology? Then the page is no older
// than its last one.
bool Dating::is_chronology(std::uint32_t article, const HeaderDate& header, Published& out) const {
  if (header.stamp == nullptr || page_.cues[header.stamp->line].cue == Cue::published_line)
    return false;
  const std::vector<Entry> entries = this->entries(article, {});
  const bool goes_on = !entries.empty() && entries.front().line == header.stamp->line &&
                       entries.front().day < entries.back().day;
  if (!goes_on) return false;
  out.date = {entries.back().day, no_day, Precision::after};
  return true;
}

std::vector<Entry> Dating::entries(std::uint32_t article, const Published& published) const {
  return find_entries(page_dates(), article, published);
}

Date Dating::date_of_line(std::size_t line) const {
  const std::span<const LineStamp> found = stamps_of(stamps_, line, line + 1);
  return found.empty() || found.front().day == no_day ? Date() : single_day(found.front().day);
}

}  // namespace dateline::segment
