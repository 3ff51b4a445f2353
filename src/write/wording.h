// Private to src/write: dates in words, for readers.
#pragma once

#include <string>

#include "dateline/date.h"
#include "dateline/event.h"

namespace dateline::write {

// "5 Dec 2024"
[[nodiscard]] std::string day_in_words(Day day);

// "5 to 7 Dec 2024"
[[nodiscard]] std::string days_in_words(Day first, Day last);

// Says how sure it is: "5 Dec 2024", "between 28 Nov and 5 Dec 2024", "December 2024", "early
// 2013", "2013", "the 1990s", "by 5 Dec 2024", "since 5 Dec 2024", "date unknown".
[[nodiscard]] std::string date_in_words(const Date& date);
// The start of what goes on is as sharp as its words: "since May", "since May 1".
[[nodiscard]] std::string time_in_words(const EventDate& date);

// Where an entry stands: its year, and its month unless the date is wider than that (0).
struct Chapter {
  int year = 0;  // 0: no date
  int month = 0;
  friend bool operator==(const Chapter&, const Chapter&) = default;
};
[[nodiscard]] Chapter chapter_of(const EventDate& date);
[[nodiscard]] std::string month_name(int month);

}  // namespace dateline::write
