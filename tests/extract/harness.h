// Runs the stages up to extract on one invented text, as the body of an article.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/annotate.h"
#include "extract/extract.h"
#include "time/time.h"

namespace dateline::extract {

class Harness {
 public:
  Harness()
      : rules_(Rules::load({}, problems_)),
        tagger_(*rules_, problems_),
        annotator_(*rules_, tagger_, problems_),
        extractor_(*rules_, problems_) {}

  // Each line of `text` is a block; the first is of kind `first`.
  Extraction run(std::string_view text, Options options = {}, BlockKind first = BlockKind::body) {
    Document document;
    document.name = "test";
    document.text = text;
    Layout layout;
    Article article;
    for (std::uint32_t at = 0; at < text.size();) {
      const auto end = static_cast<std::uint32_t>(std::min(text.find('\n', at), text.size()));
      Block block;
      block.span = {at, end};
      block.kind = layout.blocks.empty() ? first : BlockKind::body;
      block.article = 0;
      if (block.kind == BlockKind::title) article.title = block.span;
      article.blocks.push_back(static_cast<std::uint32_t>(layout.blocks.size()));
      layout.blocks.push_back(block);
      at = end + 1;
    }
    article.published.date = published;
    layout.articles.push_back(article);
    rules::Reading reading;
    rules::read_text(*rules_, document.text, reading);
    annotate::Workspace workspace;
    const Annotations annotations = annotator_.annotate(document, reading, layout, 0, workspace);
    Workspace extracting;
    text::LineCounter lines(document.text);
    return extractor_.extract({document, reading, layout, 0, annotations, lines}, options,
                              extracting);
  }

  [[nodiscard]] const Rules& rules() const { return *rules_; }

  Date published = single_day(*parse_day("2019-05-15"));  // a Wednesday

 private:
  Problems problems_;
  std::shared_ptr<const Rules> rules_;
  time::Tagger tagger_;
  annotate::Annotator annotator_;
  Extractor extractor_;
};

inline Harness& harness() {
  static Harness shared;
  return shared;
}

inline std::string actors(const Event& event, ActorRole role) {
  std::string out;
  for (const EventActor& actor : event.actors) {
    if (actor.role != role) continue;
    if (!out.empty()) out += ", ";
    out += actor.name;
  }
  return out;
}

inline const Event* find_event(const Extraction& extraction, EventType type) {
  const auto found = std::find_if(extraction.events.begin(), extraction.events.end(),
                                  [type](const Event& event) { return event.type == type; });
  return found == extraction.events.end() ? nullptr : &*found;
}

// The first event of the type. That there is none is asked of tells().
inline Event event_of(const Extraction& extraction, EventType type) {
  if (const Event* event = find_event(extraction, type)) return *event;
  ADD_FAILURE() << "no event of type " << to_string(type);
  return {};
}

inline Event event_in(std::string_view text, EventType type, Options options = {}) {
  return event_of(harness().run(text, options), type);
}

// Also what is history, or told by the way.
inline constexpr Options with_background = {.background = true};

inline bool tells(const Extraction& extraction, EventType type) {
  return find_event(extraction, type) != nullptr;
}

inline bool tells(std::string_view text, EventType type) {
  return tells(harness().run(text), type);
}

inline std::string first_day(const Event& event) { return to_iso(event.date.date.first); }

// Of the first event whose trigger has the word.
inline Date days_of(std::string_view text, std::string_view word) {
  for (const Event& event : harness().run(text).events) {
    if (event.trigger.find(word) != std::string::npos) return event.date.date;
  }
  return {};
}

// "source > target | modality" of the first event of the type.
inline std::string told(std::string_view text, EventType type) {
  if (!tells(text, type)) return "nothing";
  const Event event = event_in(text, type);
  return actors(event, ActorRole::source) + " > " + actors(event, ActorRole::target) + " | " +
         std::string(to_string(event.modality));
}

// "source > target" of the event whose trigger begins with `trigger`.
inline std::string deed(std::string_view text, std::string_view trigger,
                        BlockKind kind = BlockKind::body) {
  for (const Event& event : harness().run(text, with_background, kind).events) {
    if (event.trigger.starts_with(trigger))
      return actors(event, ActorRole::source) + " > " + actors(event, ActorRole::target);
  }
  return "none";
}

}  // namespace dateline::extract
