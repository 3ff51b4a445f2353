// Dates as page furniture, metadata and file names write them: "02/17/2031 10:26 AM", "8 Jun 2031,
// 14:27", "2024-12-05T10:00:00Z", "/2024/12/05/". Running text is the time room's business; what it
// makes of such lines is the same (594 of 660 lines of dates, none read differently), but here both
// readings of 12/05 are kept, and a clock or a name that lost the blank before it does no harm.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dateline/date.h"
#include "rules/rules.h"

namespace dateline::segment {

struct Stamp {
  Span span;
  std::uint32_t token = 0;  // its first
  std::int32_t year = 0;    // 0 where the text gives none
  std::int32_t month = 0;
  std::int32_t day = 0;
  bool ambiguous =
      false;  // 12/05/2024: month and day could be the other way round; read month first
  std::int32_t minutes = -1;  // since midnight; -1 where the text gives no time

  // The day, month first or day first where that is open; no_day where it does not exist or lacks a
  // year.
  [[nodiscard]] Day on(bool month_first) const;
  [[nodiscard]] std::string time() const;  // "14:27", or empty
};

class StampReader {
 public:
  explicit StampReader(const Rules& rules);
  [[nodiscard]] std::vector<Stamp> find(const rules::Reading& reading,
                                        text::TokenRange range) const;
  // ISO 1..7; 0 for other words.
  [[nodiscard]] int weekday(rules::WordId word) const;
  // What the words right before token `at` say of the date that follows.
  enum class Label : std::uint8_t { none, published, updated, of_life };
  [[nodiscard]] Label label(const rules::Reading& reading, std::uint32_t at,
                            std::uint32_t line_begin) const;
  // A date as metadata states it, in any of the usual forms, seconds since 1970 included.
  // `beside`: what this thread reads anyway; its memory of words is used.
  [[nodiscard]] std::vector<Stamp> stated(std::string_view value,
                                          const rules::Reading& beside = {}) const;
  // The date that stands in a path or address: /2024/12/05/, 2024-12-05, 20241205.
  [[nodiscard]] Day in_path(std::string_view path, const rules::Reading& beside = {}) const;

 private:
  struct Cursor;
  class NamedDate;
  [[nodiscard]] int month(rules::WordId word) const;
  [[nodiscard]] bool may_be_month(const rules::Reading& reading, std::uint32_t token) const {
    return month_kinds_[reading.kinds[token]] != 0;
  }
  // A number, a month, a word that none knows: any other begins no date.
  [[nodiscard]] bool may_begin(const rules::Reading& reading, std::uint32_t token) const {
    return reading.words[token] == 0 || may_be_month(reading, token) ||
           reading.tokens.has(token, text::is_number);
  }
  [[nodiscard]] std::size_t month_within(const Cursor& cursor) const;
  bool numeric(const Cursor& cursor, Stamp& stamp, std::uint32_t& last) const;
  bool with_units(const Cursor& cursor, Stamp& stamp, std::uint32_t& last) const;
  [[nodiscard]] static bool stands_alone(const Cursor& cursor);
  bool named(const Cursor& cursor, Stamp& stamp, std::uint32_t& last) const;
  [[nodiscard]] bool is_of_next(const Cursor& cursor, const Stamp& stamp, std::uint32_t last) const;
  void clock(const Cursor& cursor, Stamp& stamp, std::uint32_t& last) const;

  const Rules& rules_;
  rules::ClassId calendar_, month_name_, update_, published_, life_, ordinal_, link_, unit_;
  std::vector<std::uint64_t> month_kinds_;  // by kind of words: is it of the first two classes?
};

}  // namespace dateline::segment
