// Private to src/merge: what is kept of each article until all are there, and their order. Whatever order or sharding
// they came in, from finish() on everything is a function of this one sorted set.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "dateline/event.h"
#include "merge/pack.h"

namespace dateline::merge {

// A report as salience needs it; the rest is unpacked when its sentence is shown.
struct Report {
  std::string_view sentence;
  Day day = no_day;
  std::uint32_t position = 0;
  std::uint32_t begin = 0;            // of its span
  std::uint32_t at = 0;               // of its fields in the block
  bool explicit_date = false;
};

struct Range {
  std::uint32_t begin = 0, end = 0;
  [[nodiscard]] std::uint32_t size() const { return end - begin; }
};

struct Article {
  std::string_view block;             // packed
  std::string_view document;
  std::uint32_t article = 0;
  Date published;
  std::string_view sister;            // the document that supplied the date
  std::uint64_t fingerprint[4] = {0, 0, 0, 0};
  Range events, reports, namings, records;   // in the pools of Articles, Labels and Records
  bool dated_by_sister = false;
};

struct Articles {
  std::vector<Article> all;           // by document, article
  std::vector<std::uint32_t> group;   // of near-copies: the number of its first article
  std::vector<std::uint32_t> event_at;   // of every event: where its fields are in its article's block
  std::vector<Report> reports;

  // The publication day; no_day where it is not known to the day.
  [[nodiscard]] Day published(std::uint32_t article) const {
    const Date& date = all[article].published;
    return date.is_day() ? date.first : no_day;
  }
  [[nodiscard]] const Report& report(std::uint32_t article, std::uint32_t number) const {
    return reports[all[article].reports.begin + number];
  }
  [[nodiscard]] Event event(std::uint32_t article, std::uint32_t number) const {
    return Unpacker(all[article].block).event(event_at[all[article].events.begin + number]);
  }
};

// Sorts, and of articles that have document and number in common keeps one. The others are returned.
[[nodiscard]] std::vector<Article> sort_articles(Articles& articles);

// Gives near-copies one group: three of four min-hashes agree, and they are at most two days apart.
void group_near_copies(Articles& articles);

}  // namespace dateline::merge
