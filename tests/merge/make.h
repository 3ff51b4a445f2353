// Hand-made extractions for the tests of merging.
#pragma once

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "merge/merge.h"

namespace dateline::test {

inline Day day(std::string_view iso) { return parse_day(iso).value_or(no_day); }

inline EventActor actor(std::string name, ActorRole role, std::string id = "",
                        std::string country = "") {
  EventActor made;
  made.name = std::move(name);
  made.id = std::move(id);
  made.role = role;
  made.type = made.id.empty() ? "" : "organization";
  made.country = std::move(country);
  return made;
}

inline EventPlace city(std::string name, std::string country) {
  EventPlace made;
  made.id = "place/" + name;
  made.name = std::move(name);
  made.kind = "city";
  made.country = std::move(country);
  return made;
}

// An event with one evidence; the sentence's place in the text is `begin`.
inline Event event(EventType type, std::string trigger, Date date, std::string sentence,
                   std::uint32_t begin = 0) {
  Event made;
  made.type = type;
  made.trigger = std::move(trigger);
  made.date.date = date;
  made.date.text = "then";
  made.summary = sentence;
  Evidence evidence;
  evidence.span = {begin, begin + static_cast<std::uint32_t>(sentence.size())};
  evidence.trigger_span = {begin + 1, begin + 5};
  evidence.sentence = std::move(sentence);
  made.evidence.push_back(std::move(evidence));
  return made;
}

inline Extraction article(std::string document, std::string_view published,
                          std::vector<Event> events = {}) {
  Extraction made;
  made.source.document = document;
  made.source.title = "Title of " + document;
  if (!published.empty()) made.source.published.date = single_day(day(published));
  made.events = std::move(events);
  for (Event& one : made.events) one.evidence.front().document = document;
  return made;
}

inline DayReport report(std::string_view about, std::string sentence, bool dated = true,
                        std::uint32_t position = 0) {
  DayReport made;
  made.day = day(about);
  made.explicit_date = dated;
  made.position = position;
  made.span = {position * 1000, position * 1000 + static_cast<std::uint32_t>(sentence.size())};
  made.sentence = std::move(sentence);
  return made;
}

// The capture of a harbour, as told by one article.
inline Event harbour(
    Date date, std::string sentence = "Rebels seized the harbour of Port Alba from the navy") {
  Event made = event(EventType::assault, "seized", date, std::move(sentence));
  made.mode = "seize";
  made.actors.push_back(actor("rebels", ActorRole::source));
  made.places.push_back(city("Port Alba", "ZZ"));
  return made;
}

inline Chronology merged(std::vector<Extraction> articles, const merge::Options& options = {}) {
  return merge::merge(std::move(articles), options);
}

}  // namespace dateline::test
