// Counted distances between two events of a sentence.
#include "extract/offset.h"

#include <charconv>
#include <chrono>

namespace dateline::extract {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::year_month;
using std::chrono::year_month_day;

constexpr int most_units = 1000;

// "P3D" -> 3 days.
std::optional<Offset> counted(const Timex& expression) {
  const std::string_view value = expression.value;
  if (expression.type != TimexType::duration || value.size() < 3 || value[0] != 'P')
    return std::nullopt;
  Offset offset;
  const char* const end = value.data() + value.size() - 1;
  const auto [stop, error] = std::from_chars(value.data() + 1, end, offset.count);
  if (error != std::errc() || stop != end || offset.count > most_units) return std::nullopt;
  offset.unit = *end;
  if (std::string_view("DWMY").find(offset.unit) == std::string_view::npos) return std::nullopt;
  return offset;
}

constexpr Day first_day = -719162, last_day = 2932896;  // of the years 1 to 9999

Day day_of(sys_days day) { return static_cast<Day>(day.time_since_epoch().count()); }

Date whole_month(year_month month) {
  return {day_of(month / 1), day_of(month / std::chrono::last), Precision::month};
}

Date whole_year(std::chrono::year year) {
  return {day_of(year / 1 / 1), day_of(year / 12 / 31), Precision::year};
}

int days_in(char unit) { return unit == 'D' ? 1 : unit == 'W' ? 7 : unit == 'M' ? 31 : 366; }

}  // namespace

int most_days(const Timex& duration) {
  if (duration.value == "PXD") return 6;
  if (duration.value == "PXW") return 27;
  if (duration.value == "PXM") return 334;
  const std::optional<Offset> exact = counted(duration);
  return exact ? exact->count * days_in(exact->unit) : 0;
}

std::optional<Offset> offset_before(const Context& context, const Sentence& sentence, Index word) {
  if (word <= 0 || word >= size_of(sentence.units)) return std::nullopt;
  const Word& direction = context.word(unit_at(sentence, word));
  const bool back = direction.is(WordClass::earlier);
  if (!back && !direction.is(WordClass::bound_before)) return std::nullopt;
  const Index timex = unit_at(sentence, word - 1).timex;
  if (timex == none) return std::nullopt;
  std::optional<Offset> offset =
      counted(context.annotations.timexes[static_cast<std::size_t>(timex)]);
  if (!offset) return std::nullopt;
  offset->timex = timex;
  if (back) offset->count = -offset->count;
  return offset;
}

Date shifted(const Date& date, const Offset& offset) {
  if (!date.is_day()) return {};
  const Day far = date.first + offset.count * days_in(offset.unit);
  if (far < first_day + days_in('Y') || far > last_day - days_in('Y')) return {};
  if (offset.unit == 'D') return single_day(date.first + offset.count);
  if (offset.unit == 'W') return single_day(date.first + 7 * offset.count);
  const year_month_day day{sys_days{days{date.first}}};
  if (offset.unit == 'Y') return whole_year(day.year() + std::chrono::years{offset.count});
  return whole_month(year_month{day.year(), day.month()} + months{offset.count});
}

}  // namespace dateline::extract
