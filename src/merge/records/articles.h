// Private to src/merge: what is kept of each article until all are there, and their order. Whatever
// order or sharding they came in, from finish() on everything is a function of this one sorted set.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "dateline/event.h"
#include "merge/records/pack.h"

namespace dateline::merge {

struct Record;

// A report as salience needs it; the rest is unpacked when its sentence is shown.
struct Report {
  std::string_view sentence;
  std::span<std::uint32_t> words;  // hashes of content words in text order; then their numbers
  Day day = no_day;
  std::uint32_t position = 0;
  std::uint32_t begin = 0;   // of its span
  std::uint32_t at = 0;      // of its fields in the block
  std::uint32_t length = 0;  // all its words and numbers
  bool explicit_date = false;
};

struct Range {
  std::uint32_t begin = 0, end = 0;
  [[nodiscard]] std::uint32_t size() const { return end - begin; }
};

struct Article {
  std::string_view block;  // packed
  std::string_view document;
  std::span<Record> records;                    // of its events, in their order
  std::span<const std::uint32_t> event_begins;  // where the sentence of each event begins
  std::span<Report> reports;
  std::span<const std::uint64_t> passages;  // hashes of its sentences and quotations, sorted
  std::uint32_t article = 0;
  std::uint32_t shelf = 0;  // the one that it was put on
  Range namings;            // of its shelf's Labels
  Date published;
  std::string_view sister;  // the document that supplied the date
  std::uint64_t fingerprint[4] = {0, 0, 0, 0};
  std::uint32_t first_event = 0;  // in the count of all events
  bool dated_by_sister = false;
};

struct Articles {
  std::vector<Article> all;          // by document, article
  std::vector<std::uint32_t> group;  // of near-copies: the number of its first article
  std::uint32_t events = 0;          // of all articles

  // The publication day; no_day where it is not known to the day.
  [[nodiscard]] Day published(std::uint32_t article) const {
    const Date& date = all[article].published;
    return date.is_day() ? date.first : no_day;
  }
};

// Sorts, and of articles that have document and number in common keeps one. The others are
// returned.
[[nodiscard]] std::vector<Article> sort_articles(Articles& articles);

// Gives near-copies one group: three of four min-hashes agree, and they are at most two days apart.
void group_near_copies(Articles& articles);

}  // namespace dateline::merge
