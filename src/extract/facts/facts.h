// What surrounds a trigger: its date, its places, its numbers, and the line that tells it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "dateline/article.h"
#include "extract/events/candidate.h"

namespace dateline::extract {

// What dating an event needs to know of the article and of the sentence before.
struct DateContext {
  Date published;
  Day latest = no_day;  // of publication, or of the last change that is stated
  Zone zone = Zone::body;
  std::uint32_t position = 0;       // of the sentence in its article
  const Timex* previous = nullptr;  // that dates the sentence before in the same block, if one does
  bool history = false;             // the sentence before in the block told of a time long past
  Day told = no_day;                // that the last few sentences tell of, in whatever block
  const Timex* label = nullptr;     // that opens the block: "10 March: "
};

struct DatedBy {
  EventDate date;
  Span span;                   // of the time expression; empty where it is the article's date
  bool explicit_date = false;  // the event's own clause names it
};

// Does it begin after the text was written?
[[nodiscard]] inline bool is_after(const Date& date, const DateContext& dating) {
  return date.first != no_day && dating.latest != no_day && date.first > dating.latest;
}

[[nodiscard]] DatedBy date_of(const Context& context, const Rules& rules, const Sentence& sentence,
                              const Candidate& candidate, const DateContext& dating);  // dates.cc
// The day-precise date that the sentence as a whole tells of; unknown where it names none.
[[nodiscard]] Index day_of_sentence(const Context& context,
                                    const Sentence& sentence);  // date_words.cc
// "since Sunday", "by Sunday": does a preposition make it one end of a time?
[[nodiscard]] bool is_bound(const Context& context, const Sentence& sentence,
                            Index timex);  // date_words.cc
// A dash or a colon, behind a day that labels what follows.
[[nodiscard]] bool is_label_mark(const Context& context, const Sentence& sentence,
                                 Index unit);  // date_words.cc
// Is it the day of what the sentence tells as done, so that the next one may go on from there?
[[nodiscard]] bool is_day_of_deeds(const Sentence& sentence, Index day);  // date_words.cc
// A place that a sentence names, the first time that it does.
struct NamedPlace {
  Index phrase = none;  // the chunk that it stands in
  Index unit = none;
  const Mention* mention = nullptr;
};
void find_places(const Context& context, const Sentence& sentence,
                 std::vector<NamedPlace>& places);  // places.cc
// The first mention of each country that an article names as a place, sorted by code.
using Countries = std::vector<const Mention*>;
[[nodiscard]] Countries countries_named(const Annotations& annotations);  // places.cc
// What they are to one of the sentence's events.
[[nodiscard]] std::vector<EventPlace> places_of(const Context& context, const Sentence& sentence,
                                                const Candidate& candidate,
                                                const std::vector<NamedPlace>& named,
                                                const Countries& countries);  // places.cc
// The place that a title names, as context for sentences that name none.
[[nodiscard]] std::optional<EventPlace> place_of_title(const Context& context,
                                                       Span title);            // places.cc
[[nodiscard]] Toll toll_of(const Context& context, const Sentence& sentence);  // tolls.cc
// Who died in one event of a sentence did not die in its others: of another day, or of no harm.
void keep_own_tolls(std::span<Event> of_sentence);  // tolls.cc
[[nodiscard]] Span summary_of(const Context& context, const Sentence& sentence,
                              const Candidate& candidate);  // summary.cc

}  // namespace dateline::extract
