// The names that the rule files give word classes and topics.
#include <algorithm>
#include <array>

#include "extract/lexicon/lexicon_builder.h"

namespace dateline::extract {
namespace {

constexpr std::array<std::string_view, class_count> class_names = {"determiner",
                                                                   "pronoun",
                                                                   "subject-pronoun",
                                                                   "preposition",
                                                                   "conjunction",
                                                                   "subordinator",
                                                                   "relative",
                                                                   "to",
                                                                   "be",
                                                                   "have",
                                                                   "do",
                                                                   "modal",
                                                                   "future",
                                                                   "conditional",
                                                                   "negation",
                                                                   "adverb",
                                                                   "adjective",
                                                                   "number",
                                                                   "quantity",
                                                                   "light",
                                                                   "occur",
                                                                   "carrier",
                                                                   "planned",
                                                                   "failed",
                                                                   "ongoing",
                                                                   "denial",
                                                                   "claim",
                                                                   "object-control",
                                                                   "hazard",
                                                                   "vehicle",
                                                                   "weapon",
                                                                   "armed",
                                                                   "police",
                                                                   "by",
                                                                   "according",
                                                                   "dead",
                                                                   "injured",
                                                                   "detained",
                                                                   "displaced",
                                                                   "role",
                                                                   "speech",
                                                                   "personal",
                                                                   "first-person",
                                                                   "bound-after",
                                                                   "bound-before",
                                                                   "earlier",
                                                                   "singular",
                                                                   "approximate",
                                                                   "connecting",
                                                                   "anaphor",
                                                                   "locative",
                                                                   "who",
                                                                   "own",
                                                                   "pairing",
                                                                   "outward",
                                                                   "intent",
                                                                   "of",
                                                                   "that",
                                                                   "obligation",
                                                                   "adversative",
                                                                   "possessive-s",
                                                                   "compound-tail",
                                                                   "inert",
                                                                   "topic",
                                                                   "alleging",
                                                                   "of-deed",
                                                                   "for-deed",
                                                                   "content",
                                                                   "untrue",
                                                                   "demanding",
                                                                   "supposing",
                                                                   "meanwhile",
                                                                   "several",
                                                                   "prospect",
                                                                   "tally",
                                                                   "foiling",
                                                                   "unsure",
                                                                   "missed",
                                                                   "hedge",
                                                                   "hearsay",
                                                                   "believing",
                                                                   "trial",
                                                                   "endured",
                                                                   "suffered",
                                                                   "oblique",
                                                                   "manner",
                                                                   "undergoing",
                                                                   "untruly",
                                                                   "victim-noun",
                                                                   "fiction",
                                                                   "arena",
                                                                   "captive",
                                                                   "allotting",
                                                                   "aged",
                                                                   "fuel",
                                                                   "spaceflight",
                                                                   "retelling",
                                                                   "sought",
                                                                   "mock",
                                                                   "rehearsal",
                                                                   "replacing",
                                                                   "ceasing",
                                                                   "disowning",
                                                                   "truth",
                                                                   "scant",
                                                                   "clearing",
                                                                   "looming",
                                                                   "wavering",
                                                                   "weighing",
                                                                   "adopting",
                                                                   "shelving",
                                                                   "existential"};

constexpr std::array<std::string_view, topic_count> topic_names = {
    "sport", "market", "arts", "household", "science", "weather", "labour"};

}  // namespace

int class_number(std::string_view name) {
  const auto it = std::find(class_names.begin(), class_names.end(), name);
  return it == class_names.end() ? -1 : static_cast<int>(it - class_names.begin());
}

Topics topic_named(std::string_view name) {
  const auto it = std::find(topic_names.begin(), topic_names.end(), name);
  return it == topic_names.end() ? Topics{0} : static_cast<Topics>(1 << (it - topic_names.begin()));
}

}  // namespace dateline::extract
