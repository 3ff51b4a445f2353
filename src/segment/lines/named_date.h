// Dates whose month is a name.
#pragma once

#include "segment/lines/stamp_cursor.h"

namespace dateline::segment {

// The parts of a date whose month is a name, one after the other.
class StampReader::NamedDate {
 public:
  NamedDate(const StampReader& words, const Cursor& cursor) : words_(words), cursor_(cursor) {}

  // 11 Mar 2025, 11th of March, 11-Mar-25, 11. März 2025.
  bool day_first(Stamp& stamp) {
    if (!take_day(stamp)) return false;
    take_ordinal();
    take_link("-");
    take_link(".");
    take(",", "/");
    if (!take_month(stamp)) return false;
    take(".", ",");
    take("-", "/");
    take_year(stamp);
    if (stamp.year == 0) stamp.year = bare_year();
    return true;
  }

  // March 11 2025, Mar. 11, 2025.
  bool month_first(Stamp& stamp) { return take_month(stamp) && rest(stamp); }

  // "Marta QuillDec. 5, 2031": the month lost the blank before it, and so may the year the one
  // after it ("Dec 5, 203112 shares").
  bool month_in_word(int month, Stamp& stamp) {
    stamp.month = month;
    ++k_;
    longest_year_ = 8;
    return rest(stamp) && stamp.year != 0;
  }

  [[nodiscard]] std::uint32_t end() const { return cursor_.at + k_; }
  // Bytes of the last token that stand behind the date.
  [[nodiscard]] std::size_t surplus() const { return surplus_; }

 private:
  [[nodiscard]] bool is(rules::ClassId words) const {
    return cursor_.has(k_) && cursor_.reading.words[end()] != 0 &&
           rules::has_class(words_.rules_, cursor_.reading.words[end()], words);
  }
  [[nodiscard]] std::string_view word() const { return cursor_.word(k_); }

  bool rest(Stamp& stamp) {
    take(".", "-");
    if (!take_day(stamp)) return false;
    take_ordinal();
    take_year(stamp);
    return true;
  }

  void take(std::string_view a, std::string_view b) {
    if (word() == a || word() == b) ++k_;
  }
  void take_link(std::string_view mark) {
    if (word() == mark || is(words_.link_)) ++k_;
  }
  void take_ordinal() {
    if (cursor_.glued(k_) && is(words_.ordinal_)) ++k_;
  }
  bool take_day(Stamp& stamp) {
    if (!cursor_.digits(k_) || word().size() > 2) return false;
    stamp.day = number(word());
    ++k_;
    return stamp.day >= 1 && stamp.day <= 31;
  }
  bool take_month(Stamp& stamp) {
    const bool may_be = cursor_.has(k_) && words_.may_be_month(cursor_.reading, end());
    stamp.month = may_be ? words_.month(cursor_.reading.words[end()]) : 0;
    ++k_;
    return stamp.month != 0;
  }

  void take_year(Stamp& stamp) {
    const std::uint32_t before = k_;
    take(",", "-");
    take(",", ".");
    if (is(words_.link_)) ++k_;
    stamp.year = short_year();
    if (stamp.year == 0) stamp.year = long_year();
    if (stamp.year == 0) k_ = before;
  }

  // 5-Dec-31, Dec 5, '31.
  std::int32_t short_year() {
    const bool apostrophe = word() == "'" || word() == "\xE2\x80\x99";
    if (cursor_.word(k_ - 1) != "-" && !apostrophe) return 0;
    const std::uint32_t digits = k_ + apostrophe;
    if (!cursor_.digits(digits) || cursor_.word(digits).size() != 2 || !cursor_.glued(digits))
      return 0;
    k_ = digits + 1;
    return full_year(number(cursor_.word(digits)));
  }

  // "5 Dec 31" on a line that says little else: before its end, a mark or a clock.
  std::int32_t bare_year() {
    const std::string_view digits = word(), next = cursor_.word(k_ + 1);
    const bool ends = next.empty() || next == "," || next == "|" || next == ")" ||
                      (cursor_.digits(k_ + 1) && cursor_.word(k_ + 2) == ":");
    if (!cursor_.digits(k_) || digits.size() != 2 || !ends) return 0;
    ++k_;
    return full_year(number(digits));
  }

  // 2023; or with a clock time that lost the blank between them: "20235:00".
  std::int32_t long_year() {
    const std::string_view year = word();
    const bool with_hour = year.size() > 4 && year.size() <= 6 && cursor_.word(k_ + 1) == ":";
    if (!cursor_.digits(k_) || (year.size() > longest_year_ && !with_hour) ||
        !is_year(year.substr(0, 4)))
      return 0;
    ++k_;
    surplus_ = with_hour ? 0 : year.size() - 4;
    return number(year.substr(0, 4));
  }

  const StampReader& words_;
  const Cursor& cursor_;
  std::uint32_t k_ = 0;
  std::size_t longest_year_ = 4;  // digits
  std::size_t surplus_ = 0;
};

}  // namespace dateline::segment
