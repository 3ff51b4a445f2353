// See explain.h. Fields are traced back to what annotate found where the event stands; a field that
// came from no annotation is traced to its own words in the sentence, and to the event's rule.
#include "explain.h"

#include <algorithm>
#include <string_view>

namespace dateline {
namespace {

class Explainer {
 public:
  Explainer(const Work& work, std::uint32_t article, const Rules& rules, Evidence& evidence)
      : text_(work.document.text),
        published_(work.layout->articles[article].published),
        annotations_(work.annotations[article]),
        rules_(rules),
        evidence_(evidence) {}

  void date(const Event& event);
  void modality(const Event& event) {
    if (evidence_.modality_rule == no_rule) return;
    add("modality", std::string(to_string(event.modality)), evidence_.modality_span,
        std::string(rules_.place(evidence_.modality_rule)));
  }
  void name(std::string_view field, const std::string& name, const std::string& id);
  void elsewhere(std::string_view field, const std::string& name, const std::string& id);
  void add(std::string_view field, const std::string& value, Span span, const std::string& rule) {
    evidence_.explanations.push_back(
        {std::string(field), value, span, std::string(span.of(text_)), rule});
  }
  [[nodiscard]] const Evidence& evidence() const { return evidence_; }

 private:
  std::string_view text_;
  const Published& published_;
  const Annotations& annotations_;
  const Rules& rules_;
  Evidence& evidence_;
};

std::string days(const Date& date) {
  return date.is_day() ? to_iso(date.first) : to_iso(date.first) + ".." + to_iso(date.last);
}

void Explainer::date(const Event& event) {
  const std::string value = days(event.date.date);
  for (const Timex& timex : annotations_.timexes)
    if (!evidence_.date_span.empty() && timex.span.overlaps(evidence_.date_span))
      return add("date", value, timex.span, rules_.place(timex.rule));
  const Span stated = published_.evidence.empty() ? Span{} : published_.evidence.front();
  std::string basis = "published: " + std::string(to_string(published_.basis));
  if (!published_.sister.empty()) basis += ' ' + published_.sister;
  add("date", value, evidence_.date_span.empty() ? stated : evidence_.date_span, basis);
}

void Explainer::name(std::string_view field, const std::string& name, const std::string& id) {
  const auto is_meant = [&](const Mention& mention) {
    return evidence_.span.contains(mention.span) &&
           ((!id.empty() && mention.id == id) || mention.name == name ||
            mention.span.of(text_) == name);
  };
  const auto found =
      std::find_if(annotations_.mentions.begin(), annotations_.mentions.end(), is_meant);
  if (found != annotations_.mentions.end())
    return add(field, name, found->span, rules_.place(found->rule));
  const std::size_t at = evidence_.span.of(text_).find(name);
  if (at == std::string_view::npos) return elsewhere(field, name, id);
  const auto begin = evidence_.span.begin + static_cast<std::uint32_t>(at);
  add(field, name, {begin, begin + static_cast<std::uint32_t>(name.size())}, evidence_.rule_place);
}

// A place of the title, an actor that a pronoun stands for: the last mention before the sentence.
void Explainer::elsewhere(std::string_view field, const std::string& name, const std::string& id) {
  constexpr int mentions_back = 1000;
  auto mention = std::partition_point(
      annotations_.mentions.begin(), annotations_.mentions.end(),
      [&](const Mention& one) { return one.span.begin < evidence_.span.begin; });
  for (int seen = 0; mention != annotations_.mentions.begin() && seen < mentions_back; ++seen) {
    --mention;
    if ((!id.empty() && mention->id == id) || mention->name == name ||
        mention->span.of(text_) == name)
      return add(field, name, mention->span, rules_.place(mention->rule));
  }
  add(field, name, {}, std::string(evidence_.rule_place));
}

}  // namespace

void explain(const Work& work, std::uint32_t article, const Rules& rules, Extraction& extraction) {
  for (Event& event : extraction.events) {
    if (event.evidence.empty()) continue;
    Explainer explainer(work, article, rules, event.evidence.front());
    explainer.date(event);
    explainer.add("type", std::string(to_string(event.type)), explainer.evidence().trigger_span,
                  explainer.evidence().rule_place);
    explainer.modality(event);
    for (const EventActor& actor : event.actors) explainer.name("actor", actor.name, actor.id);
    for (const EventPlace& place : event.places) explainer.name("place", place.name, place.id);
    for (const std::string& who : event.attribution) explainer.name("attribution", who, {});
  }
}

}  // namespace dateline
