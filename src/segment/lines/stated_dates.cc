// Dates as metadata states them, and as paths and addresses hold them.
#include <charconv>

#include "segment/lines/stamp_cursor.h"

namespace dateline::segment {

namespace {

// Of "2024-12-05".
Stamp iso_stamp(std::string_view iso) {
  Stamp stamp;
  stamp.year = number(iso.substr(0, 4));
  stamp.month = number(iso.substr(5, 2));
  stamp.day = number(iso.substr(8, 2));
  return stamp;
}

// Four digits in a row, as a year has them.
bool may_hold_year(std::string_view path) {
  std::size_t digits = 0;
  for (const char c : path) {
    digits = c >= '0' && c <= '9' ? digits + 1 : 0;
    if (digits == 4) return true;
  }
  return false;
}

}  // namespace

std::vector<Stamp> StampReader::stated(std::string_view value, const rules::Reading& beside) const {
  if (is_year(value.substr(0, 4)) && parse_day(value)) return {iso_stamp(value)};  // as most do
  constexpr std::int64_t seconds = 100'000'000,
                         most = 99'999'999'999;  // 1973 .. ; more digits are fractions
  std::int64_t epoch = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), epoch);
  const bool fraction = end != value.data() + value.size() && *end == '.';
  if (error == std::errc() && (end == value.data() + value.size() || fraction) && epoch > seconds) {
    while (epoch > most) epoch /= 1000;
    Stamp stamp = iso_stamp(to_iso(static_cast<Day>(epoch / 86400)));
    stamp.minutes = static_cast<std::int32_t>(epoch % 86400 / 60);
    // 20241205 is a date, not a day of 1970.
    if (!(value.size() == 8 && is_year(value.substr(0, 4)))) return {stamp};
  }
  rules::Reading reading;
  reading.memory = beside.memory;
  rules::read_text(rules_, value, reading);
  return find(reading, {0, reading.tokens.size()});
}

Day StampReader::in_path(std::string_view path, const rules::Reading& beside) const {
  if (!may_hold_year(path)) return no_day;
  rules::Reading reading;
  reading.memory = beside.memory;
  rules::read_text(rules_, path, reading);
  const std::uint32_t size = reading.tokens.size();
  for (std::uint32_t i = 0; i < size; ++i) {
    const Cursor c{reading, i, size};
    if (!c.digits(0)) continue;
    Stamp stamp;
    std::uint32_t last = 0;
    const bool year_first =
        is_year(c.word(0)) || (c.word(0).size() == 8 && is_year(c.word(0).substr(0, 4)));
    if (year_first && numeric(c, stamp, last)) return stamp.on(true);
    // /2024/dec/05/
    if (is_year(c.word(0)) && (c.word(1) == "/" || c.word(1) == "-") && c.word(3) == c.word(1) &&
        c.digits(4) && c.has(2)) {
      stamp = {};
      stamp.year = number(c.word(0));
      stamp.month = month(reading.words[i + 2]);
      stamp.day = number(c.word(4));
      const Day day = stamp.on(true);
      if (day != no_day) return day;
    }
  }
  return no_day;
}

}  // namespace dateline::segment
