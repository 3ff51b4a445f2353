// Counted distances between two events of a sentence.
#include "extract/sentence/offset.h"

#include <charconv>

#include "time/time.h"

namespace dateline::extract {
namespace {

constexpr int most_units = 1000;
constexpr int most_hours = 12;  // that are no other day

// "PTXM", "PT2H": within a day.
std::optional<Offset> same_day(std::string_view value) {
  int hours = 0;
  const char* const end = value.data() + value.size();
  const auto [stop, error] = std::from_chars(value.data() + 2, end, hours);
  const bool counts_hours = error == std::errc() && stop != end && *stop == 'H';
  if (counts_hours && hours >= most_hours) return std::nullopt;
  return Offset{0, value.ends_with('H') ? Offset::hours : Offset::minutes, none};
}

// "P3D" -> 3 days.
std::optional<Offset> counted(const Timex& expression) {
  const std::string_view value = expression.value;
  if (expression.type != TimexType::duration || value.size() < 3 || value[0] != 'P')
    return std::nullopt;
  if (value[1] == 'T') return same_day(value);
  Offset offset;
  const char* const end = value.data() + value.size() - 1;
  const auto [stop, error] = std::from_chars(value.data() + 1, end, offset.count);
  if (error != std::errc() || stop != end || offset.count > most_units) return std::nullopt;
  offset.unit = *end;
  if (std::string_view("DWMY").find(offset.unit) == std::string_view::npos) return std::nullopt;
  return offset;
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

bool is_same_day(const Context& context, const Sentence& sentence, Index word) {
  const std::optional<Offset> offset = offset_before(context, sentence, word);
  return offset && offset->is_same_day();
}

Date shifted(const Date& date, const Offset& offset) {
  if (offset.is_same_day()) return date.is_day() ? date : Date{};
  const bool year = date.precision == Precision::year && offset.unit == 'Y';
  const bool month =
      date.precision == Precision::month && (offset.unit == 'Y' || offset.unit == 'M');
  if (!date.is_day() && !year && !month) return {};
  std::optional<Date> there;
  if (offset.unit == 'D' || offset.unit == 'W') {
    if (const auto day = time::add_days(date.first, offset.count * days_in(offset.unit)))
      there = single_day(*day);
  } else if (const auto day =
                 time::add_months(date.first, offset.count * (offset.unit == 'Y' ? 12 : 1))) {
    const time::Civil to = time::civil(*day);
    there = offset.unit == 'Y' ? time::whole_years(to.year, to.year, Precision::year)
                               : time::whole_months(to.year, to.month, 1, Precision::month);
  }
  return there.value_or(Date{});
}

}  // namespace dateline::extract
