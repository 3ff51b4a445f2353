// Which of a page's dates is the article's own: the one that stands with its title and byline.
#pragma once

#include <span>
#include <vector>

#include "segment/articles/structure.h"
#include "segment/lines/stamps.h"

namespace dateline::segment {

struct LineStamp {
  std::size_t line = 0;
  Stamp stamp;
  Day day = no_day;  // in the page's order of month and day
};

// Of stamps in order, those on the lines from the first up to the last.
[[nodiscard]] std::span<const LineStamp> stamps_of(const std::vector<LineStamp>& stamps,
                                                   std::size_t first_line, std::size_t last_line);

struct HeaderDate {
  const LineStamp* stamp = nullptr;
  Confidence confidence = Confidence::low;
};

// Dates of one page: the first of them, and whether all are of its day.
struct OneDay {
  const LineStamp* first = nullptr;
  bool agrees = true;
  void add(const LineStamp& s) {
    agrees = agrees && (first == nullptr || s.day == first->day);
    if (first == nullptr || &s < first) first = &s;
  }
};

// What every article of a page asks for, found once.
struct DatesByOwner {
  std::vector<const LineStamp*> owned;  // by article, each article's in order
  // Of no article, and so perhaps of any: that call themselves so ("told": in a sentence about the
  // article), or stand by themselves.
  OneDay told, published, updated;
  std::vector<const LineStamp*> loose;  // in order
};

// The dates that stand outside running text, in order, and what surrounds them.
struct PageDates {
  const StampReader& reader;
  const rules::Reading& reading;
  const Page& page;
  const Structure& structure;
  const std::vector<LineStamp>& stamps;
  const DatesByOwner& by_owner;
  bool month_first = true;
};

// Needs the dates but for `by_owner`.
[[nodiscard]] DatesByOwner dates_by_owner(const PageDates& dates);

[[nodiscard]] HeaderDate find_header_date(const PageDates& dates, std::uint32_t article);

// The day of the change that the article's head states, in the week after `published`; else no_day.
[[nodiscard]] Day find_change(const PageDates& dates, std::uint32_t article, Day published);

}  // namespace dateline::segment
