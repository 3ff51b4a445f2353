// See datelines.h. Capitals and marks up to a date, then perhaps an agency, then a mark; what
// follows begins a sentence.
#include "segment/kinds/datelines.h"

#include <algorithm>

namespace dateline::segment {

namespace {

constexpr std::uint32_t longest_before = 16, longest_agency = 6;  // tokens
constexpr std::uint32_t longest_date = 14;

bool is_one_of(std::string_view token, std::string_view marks) {
  return token.size() == 1 && marks.find(token[0]) != std::string_view::npos;
}

}  // namespace

DatelineReader::DatelineReader(const Rules& rules) : rules_(rules), stamps_(rules) {
  const auto masks = [&](auto... names) {
    return rules::class_masks(rules, std::array{rules::class_named(rules, names)...});
  };
  const auto add = [&](const std::vector<std::uint64_t>& of_kinds, Word word) {
    masks_.resize(of_kinds.size());
    for (std::size_t i = 0; i < of_kinds.size(); ++i) {
      if (of_kinds[i] != 0) masks_[i] |= word;
    }
  };
  add(masks("calendar-word"), calendar);
  add(masks("calendar-word", "month-name"), month);
  add(masks("function_word", "photo-word", "photo-agency", "agency-name", "byline-word",
            "line-published", "update-word"),
      no_place);
  add(masks("name_particle", "connective-of", "connective-and", "article"), particle);
  add(masks("line-dash", "line-bar"), dash);
}

// One attempt, from the first token of a line on.
class DatelineReader::Parser {
 public:
  Parser(const DatelineReader& words, const rules::Reading& reading, text::TokenRange line)
      : words_(words), reading_(reading), line_(line), at_(line.first) {}

  std::optional<Dateline> run() {
    if (!take_before() || !take_date()) return std::nullopt;
    const bool closed = take(")]");
    if (closed != dated_in_brackets_ && !(closed && opened_)) return std::nullopt;
    bool ended = closed && opened_ ? take_mark() || has_year_
                 : named_          ? behind_place()
                                   : behind_date();
    if (ended && goes_on_with_date()) ended = !has_year_ && take_date() && behind_place();
    if (!ended || !begins_sentence(at_) || is_comment()) return std::nullopt;
    return Dateline{{line_.first, at_}, !opened_ && (agency_ || shouted_)};
  }

 private:
  [[nodiscard]] bool has(std::uint32_t i) const { return i >= line_.first && i < line_.last; }
  [[nodiscard]] std::string_view word(std::uint32_t i) const {
    return has(i) ? reading_.word(i) : std::string_view();
  }
  [[nodiscard]] bool is(std::uint32_t i, Word what) const {
    return has(i) && (words_.masks_[reading_.kinds[i]] & what) != 0;
  }
  [[nodiscard]] bool flag(std::uint32_t i, std::uint16_t flags) const {
    return has(i) && reading_.tokens.has(i, flags);
  }
  [[nodiscard]] bool is_name(std::uint32_t i) const {
    return flag(i, text::is_word) && flag(i, text::starts_upper) && !is(i, calendar);
  }
  [[nodiscard]] bool is_dash(std::uint32_t i) const { return is(i, dash); }
  [[nodiscard]] bool begins_sentence(std::uint32_t i) const {
    if (flag(i, text::is_word)) return flag(i, text::starts_upper);
    return has(i) && !is_one_of(word(i), ",.;:)]-/");
  }
  bool take(std::string_view marks) {
    const bool there = is_one_of(word(at_), marks);
    at_ += there;
    return there;
  }
  bool take_mark() {
    const std::uint32_t first = at_;
    while (word(at_) == ":" || is_dash(at_)) ++at_;
    return at_ > first;
  }

  // The place, perhaps an agency, a weekday; up to the first number or the month before it.
  bool take_before() {
    opened_ = is_one_of(word(at_), "([");
    for (; has(at_) && at_ - line_.first < longest_before; ++at_) {
      if (begins_date()) {
        dated_in_brackets_ = !opened_ && is_one_of(word(at_ - 1), "([");
        return at_ == line_.first || !is(at_ - 1, particle);
      }
      if (!(is_name(at_) ? take_name() : fits_before())) return false;
    }
    return false;
  }
  [[nodiscard]] bool begins_date() const {
    if (flag(at_, text::is_number)) return true;
    const bool dotted = word(at_ + 1) == ".";
    return is(at_, month) && flag(at_ + 1 + dotted, text::is_number);
  }
  bool take_name() {
    constexpr std::uint32_t longest_place = 5;  // words
    if (!named_) {
      if (is(at_, no_place) && !is(at_, particle)) return false;
      in_place_ = shouted_ = true;
      place_.first = at_;
    }
    if (in_place_) {
      place_.last = at_ + 1;
      place_words_ += 1;
      shouted_ = shouted_ && flag(at_, text::all_upper);
    }
    named_ = true;
    return place_words_ <= longest_place;
  }
  [[nodiscard]] bool fits_before() {
    if (flag(at_, text::is_word))
      return is(at_, particle) || is(at_, calendar) || is_inside_name(at_);
    if (word(at_) == ")") opened_ = false;
    if (word(at_) == "(" && named_) agency_ = is_name(at_ + 1);
    const bool inner = is_one_of(word(at_), "-.'") || word(at_) == "\xE2\x80\x99";
    in_place_ = in_place_ && inner && flag(at_, text::glued);
    return inner || is_one_of(word(at_), ",/:()[]") || is_dash(at_);
  }

  // "Port-au-Prince", "St. John's", "Dar es Salaam"
  [[nodiscard]] bool is_inside_name(std::uint32_t i) const {
    constexpr std::size_t small = 3;  // letters
    if (word(i).size() <= small && is_name(i - 1) && is_name(i + 1)) return !is(i, no_place);
    const bool hyphens = word(i - 1) == "-" && word(i + 1) == "-";
    return flag(i, text::glued) && (hyphens || flag(i - 1, text::is_word));
  }

  bool take_date() {
    const std::uint32_t last = std::min(line_.last, at_ + longest_date);
    const std::vector<Stamp> found = words_.stamps_.find(reading_, {at_, last});
    if (found.empty()) return false;
    for (std::uint32_t i = at_; i < found[0].token; ++i) {
      if (flag(i, text::is_number)) return false;
    }
    has_year_ = found[0].year != 0;
    has_clock_ = found[0].minutes >= 0;
    date_ = at_;  // with its weekday
    while (date_ > line_.first && is(date_ - 1, calendar)) --date_;
    set_off_ = date_ > line_.first && (word(date_ - 1) == ":" || is_dash(date_ - 1));
    apart_ = set_off_ || (date_ > line_.first && is_one_of(word(date_ - 1), ",("));
    while (has(at_) && reading_.tokens.begin[at_] < found[0].span.end) ++at_;
    return has_year_ || apart_ || !named_;
  }
  // "1 May 2031 - 5 May 2031", "PORT ELLIS, June 3 | Tue Jun 3, 2031 1:33 pm"
  [[nodiscard]] bool goes_on_with_date() const {
    const std::vector<Stamp> found =
        words_.stamps_.find(reading_, {at_, std::min(line_.last, at_ + longest_date)});
    return !found.empty() && found[0].token <= at_ + is(at_, calendar);
  }
  // "Ana, Port Ellis, June 3, 2031 at 6:22 pm | I agree."
  [[nodiscard]] bool is_comment() const { return has_clock_ && !(apart_ && (shouted_ || agency_)); }
  // Capitals that begin a list of events have names of days too: "PIER FIRE, JUNE 3, 2031 A ...".
  [[nodiscard]] bool is_known_place() const {
    if (word(place_.last) != "," && place_.last != date_) return false;
    std::vector<rules::NameHit> hits;
    rules::names_at(words_.rules_, reading_, place_.first, place_, hits);
    return !hits.empty() && hits.front().last == place_.last;
  }

  // "(QPW)", "/QPW/", "[QPW]", ", QPW" before a mark.
  bool take_agency() {
    static constexpr std::string_view openings = "([/,-", closings = ")]/";
    const std::size_t kind =
        word(at_).size() == 1 ? openings.find(word(at_)[0]) : std::string_view::npos;
    if (kind == std::string_view::npos && !is_dash(at_)) return false;
    const bool bracketed = kind < closings.size();
    std::uint32_t i = at_ + 1;
    for (; has(i) && i <= at_ + longest_agency; ++i) {
      if (bracketed ? word(i) == closings.substr(kind, 1) : (word(i) == ":" || is_dash(i))) break;
      const bool fits = bracketed ? flag(i, text::is_word) || is_one_of(word(i), "/-.&")
                                  : (flag(i, text::all_upper) && is_name(i)) || word(i) == "/";
      if (!fits) return false;
    }
    if (!has(i) || i > at_ + longest_agency || i == at_ + 1) return false;
    at_ = i + bracketed;
    return agency_ = true;
  }

  // What ends a dateline whose place stands before the date.
  bool behind_place() {
    const bool stop = word(at_) == "." && has_year_;
    at_ += word(at_) == "." && (stop || !begins_sentence(at_ + 1));
    take_agency();
    if (take_mark() || stop) return true;
    return has_year_ && (set_off_ || agency_ || (shouted_ && is_known_place()));
  }

  // "3 June 2031, Port Ellis - ", "June 3 (QPW) - ".
  bool behind_date() {
    if (is_one_of(word(at_), "([/") && take_agency()) return take_mark();
    if (!has_year_ || (word(at_) != "," && !is_dash(at_))) return false;
    const std::uint32_t first = ++at_;
    const auto fits = [&](std::uint32_t i) {
      if (is_name(i)) return !is(i, no_place) || is(i, particle);
      return i > first && (is(i, particle) || is_one_of(word(i), ",.'"));
    };
    while (at_ - first < longest_before && fits(at_)) ++at_;
    if (at_ == first) return false;
    const bool closed = opened_ && take(")]");
    return take_mark() || closed;
  }

  const DatelineReader& words_;
  const rules::Reading& reading_;
  text::TokenRange line_;
  std::uint32_t at_;
  bool opened_ = false;             // the line begins with a bracket that is open still
  bool dated_in_brackets_ = false;  // the date alone
  bool apart_ = false;              // a mark stands before the date,
  bool set_off_ = false;            // a colon or a dash
  std::uint32_t date_ = 0;          // where it begins
  text::TokenRange place_;          // the first name,
  std::uint32_t place_words_ = 0;   // its words
  bool in_place_ = false;
  bool named_ = false, shouted_ = false, agency_ = false, has_year_ = false, has_clock_ = false;
};

std::optional<Dateline> DatelineReader::find(const rules::Reading& reading,
                                             const Line& line) const {
  constexpr std::uint32_t fewest = 7;  // words
  const bool sentence = line.words >= fewest && line.end >= LineEnd::ellipsis &&
                        line.lower * 3 >= line.words && line.start != LineStart::lower;
  if (line.numbers == 0 || !sentence) return std::nullopt;
  return Parser(*this, reading, line.tokens).run();
}

// The place and the agency of what is known to be a dateline.
class DatelineReader::Parts {
 public:
  Parts(const DatelineReader& words, const rules::Reading& reading, text::TokenRange tokens)
      : words_(words), reading_(reading), tokens_(tokens), date_{tokens.last, tokens.last} {
    const std::vector<Stamp> found = words.stamps_.find(reading, tokens);
    if (found.empty()) return;
    date_.first = date_.last = found[0].token;
    while (date_.last < tokens.last && reading.tokens.begin[date_.last] < found[0].span.end)
      ++date_.last;
  }

  DatelineParts run() const {
    DatelineParts out;
    std::uint32_t first = tokens_.first;
    if (const text::TokenRange group = bracketed(first); group.size() > 0) {
      out.agency = group;  // "(QPW) - PORT ELLIS, June 3 - "
      first = skip_marks(group.last);
    }
    first += first < tokens_.last && is_one_of(reading_.word(first), "([");
    out.place = place_at(first);
    if (out.place.size() == 0 && date_.size() > 0 && out.agency.size() == 0)
      out.place = place_at(skip_marks(date_.last));
    if (out.agency.size() == 0) out.agency = agency_after(std::max(first, out.place.last));
    if (out.agency.size() == 0 && out.place.last <= date_.first) out.agency = last_words();
    return out;
  }

 private:
  [[nodiscard]] bool is_date_word(std::uint32_t i) const {
    return (words_.masks_[reading_.kinds[i]] & calendar) != 0;
  }
  [[nodiscard]] bool is_mark(std::uint32_t i) const {
    return i < tokens_.last && reading_.tokens.has(i, text::is_mark);
  }
  [[nodiscard]] std::uint32_t skip_marks(std::uint32_t i) const {
    while (is_mark(i) && !is_one_of(reading_.word(i), "([/")) ++i;
    return i;
  }

  // Up to a comma, a colon, a bracket, a dash, a date.
  [[nodiscard]] text::TokenRange place_at(std::uint32_t first) const {
    std::uint32_t last = first;
    const auto fits = [&](std::uint32_t i) {
      if (reading_.tokens.has(i, text::is_word))
        return !is_date_word(i) || !reading_.tokens.has(i, text::starts_upper);  // "am Main"
      return reading_.tokens.has(i, text::glued) && !reading_.tokens.has(i, text::is_number) &&
             !is_one_of(reading_.word(i), ",:()[]");
    };
    while (last < tokens_.last && (first < date_.first || first >= date_.last) && fits(last))
      ++last;
    while (last > first && is_mark(last - 1)) --last;
    return {first, last};
  }

  // What stands between the brackets at that token, if no number does.
  [[nodiscard]] text::TokenRange bracketed(std::uint32_t open) const {
    static constexpr std::string_view openings = "([/", closings = ")]/";
    if (open >= tokens_.last || !is_one_of(reading_.word(open), openings)) return {};
    const std::size_t kind = openings.find(reading_.word(open)[0]);
    for (std::uint32_t i = open + 1; i < tokens_.last; ++i) {
      if (is_one_of(reading_.word(i), closings.substr(kind, 1))) return {open + 1, i};
      if (reading_.tokens.has(i, text::is_number)) return {};
    }
    return {};
  }
  [[nodiscard]] text::TokenRange agency_after(std::uint32_t i) const {
    for (; i < tokens_.last; ++i) {
      const text::TokenRange group = bracketed(i);
      if (group.size() > 0) return group;
    }
    return {};
  }
  // "PORT ELLIS, June 3, QPW - "
  [[nodiscard]] text::TokenRange last_words() const {
    const std::uint32_t first = skip_marks(date_.last);
    std::uint32_t last = tokens_.last;
    while (last > first && is_mark(last - 1)) --last;
    return date_.size() > 0 && first < last ? text::TokenRange{first, last} : text::TokenRange{};
  }

  const DatelineReader& words_;
  const rules::Reading& reading_;
  text::TokenRange tokens_;
  text::TokenRange date_;  // empty, at the end, where there is none
};

DatelineParts DatelineReader::parts(const rules::Reading& reading, text::TokenRange tokens) const {
  return Parts(*this, reading, tokens).run();
}

}  // namespace dateline::segment
