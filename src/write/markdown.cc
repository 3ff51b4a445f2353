// The chronology as Markdown that an editor can publish: years and months as headings, one bullet
// for the entries that one sentence tells under one date, then the sources, numbered in the order
// of their first use, and what could not be dated.
#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "write/bullets.h"
#include "write/escape.h"
#include "write/selection.h"
#include "write/sentence.h"
#include "write/sources.h"
#include "write/wording.h"
#include "write/write.h"

namespace dateline::write {
namespace {

// Of the first few sources; how many reports there are is said beside.
std::vector<std::uint32_t> numbers_of(const Told& told, Sources& sources) {
  constexpr std::size_t most = 8;
  std::set<std::uint32_t> numbers;
  for (const Event* event : told) {
    for (const Evidence& evidence : event->evidence) {
      if (numbers.size() == most) break;
      const std::uint32_t number = sources.number(evidence.document, evidence.article);
      if (number != 0) numbers.insert(number);
    }
  }
  return {numbers.begin(), numbers.end()};
}

// Another report's place is no opening for the summary of this one.
bool is_named_elsewhere(const Event& event, std::string_view place, std::string_view summary) {
  return std::any_of(event.evidence.begin(), event.evidence.end(), [&](const Evidence& evidence) {
    const std::string_view sentence = evidence.sentence;
    return sentence.find(summary) == std::string_view::npos &&
           sentence.find(place) != std::string_view::npos;
  });
}

// The first place that an entry could open with, unless a sentence of it names it.
std::string_view place_before(const Told& told, std::string_view summary) {
  for (const Event* event : told) {
    for (const EventPlace& place : event->places) {
      if (place.relation == PlaceRelation::context || place.name.empty()) continue;
      const bool is_named = summary.find(place.name) != std::string_view::npos ||
                            is_named_elsewhere(*event, place.name, summary);
      return is_named ? std::string_view() : std::string_view(place.name);
    }
  }
  return {};
}

// The first few names; many sources of one entry name many.
std::string listed(const std::vector<std::string_view>& names) {
  constexpr std::size_t most = 3;
  std::string out;
  for (std::size_t i = 0; i < std::min(most, names.size()); ++i)
    out += (i == 0 ? "" : ", ") + escape_markdown(names[i]);
  return names.size() > most ? out + " …" : out;
}

std::string actors_in(const Event& event, ActorRole role) {
  std::vector<std::string_view> names;
  for (const EventActor& actor : event.actors) {
    if (actor.role == role && !actor.name.empty()) names.push_back(actor.name);
  }
  return listed(names);
}

// Who does what to whom. Nothing of an event without a type: names without a verb say less than the
// sentence.
std::string who_and_whom(const Event& event) {
  if (event.type == EventType::other) return "";
  std::string out = actors_in(event, ActorRole::source);
  const std::string with = actors_in(event, ActorRole::participant),
                    target = actors_in(event, ActorRole::target);
  if (!with.empty()) out += (out.empty() ? "" : ", ") + with;
  if (!target.empty()) out.append(out.empty() ? "→ " : " → ").append(target);
  return out;
}

std::string type_and_actors(const Event& event) {
  std::string out = event.type == EventType::other ? "" : std::string(to_string(event.type));
  const auto add = [&](std::string_view separator, std::string_view text) {
    if (!text.empty()) out.append(out.empty() ? "" : separator).append(text);
  };
  const bool plain = event.modality == Modality::asserted || event.modality == Modality::reported;
  if (!plain) add(", ", to_string(event.modality));
  add("; ", who_and_whom(event));
  const std::string said = listed({event.attribution.begin(), event.attribution.end()});
  if (!said.empty()) add("; ", "according to " + said);
  return out;
}

// "*assault; rebels → Hama* · *support; rebels → offensive*", each once.
std::string types_and_actors(const Told& told) {
  std::vector<std::string> kinds;
  for (const Event* event : told) {
    std::string kind = type_and_actors(*event);
    if (kind.empty() || std::find(kinds.begin(), kinds.end(), kind) != kinds.end()) continue;
    kinds.push_back(std::move(kind));
  }
  std::string out;
  for (const std::string& kind : kinds) out += (out.empty() ? "*" : " · *") + kind + "*";
  return out;
}

// "4 reports, 2 Dec 2024 to 11 Mar 2025"; nothing for a single report.
std::string reports_in_words(const Told& told, const Sources& sources) {
  Day first = no_day, last = no_day;
  std::uint32_t reports = 0;
  for (const Event* event : told) {
    reports = std::max(reports, event->documents);
    for (const Evidence& evidence : event->evidence) {
      const Source* source = sources.of(evidence);
      if (source == nullptr || !source->published.date.is_day()) continue;
      const Day day = source->published.date.first;
      first = first == no_day ? day : std::min(first, day);
      last = std::max(last, day);
    }
  }
  if (reports < 2) return "";
  std::string out = std::to_string(reports) + " reports";
  if (first != no_day) out += ", " + days_in_words(first, last);
  return out;
}

void variants(const Event& event, Sources& sources, std::string& out) {
  for (std::size_t i = 0, j = 0; i < event.variants.size(); i = j) {
    out += "  - sources differ (" + escape_markdown(event.variants[i].what) + "):";
    for (; j < event.variants.size() && event.variants[j].what == event.variants[i].what; ++j) {
      const Variant& variant = event.variants[j];
      out += (j > i ? "; " : " ") + escape_markdown(variant.value) + " ";
      std::vector<std::uint32_t> numbers;
      for (const Evidence& evidence : event.evidence) {
        if (!std::binary_search(variant.documents.begin(), variant.documents.end(),
                                evidence.document))
          continue;
        if (const std::uint32_t number = sources.number(evidence.document, evidence.article);
            number != 0) {
          numbers.push_back(number);
        }
      }
      std::sort(numbers.begin(), numbers.end());
      numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
      references(numbers, sources, out);
    }
    out += '\n';
  }
}

void bullet(const Told& told, Sources& sources, std::string& out) {
  const std::vector<std::uint32_t> numbers = numbers_of(told, sources);
  const std::string_view summary = longest_summary(told);
  const EventDate& date = told.front()->date;
  out += date.date.known() ? "- **" + time_in_words(date) + "** " : "- ";
  if (const std::string_view place = place_before(told, summary); !place.empty())
    out += escape_markdown(place) + ": ";
  out += escape_markdown(whole_sentence(summary));
  if (const std::string kinds = types_and_actors(told); !kinds.empty()) out += " " + kinds;
  if (const std::string reports = reports_in_words(told, sources); !reports.empty())
    out += " (" + reports + ")";
  if (!numbers.empty()) out += ' ';
  references(numbers, sources, out);
  out += '\n';
  std::vector<std::string> known;
  for (const Event* event : told) {
    std::string lines;
    variants(*event, sources, lines);
    if (std::find(known.begin(), known.end(), lines) != known.end()) continue;
    out += lines;
    known.push_back(std::move(lines));
  }
}

struct Placed {
  Chapter chapter;
  const Told* told;
};

// Within a day an article's entries keep its order, so that what was rejected comes before its
// rejection; the order of the other formats has the type first.
bool is_told_before(const Told* a, const Told* b) {
  const auto key = [](const Event& event) {
    const Date& date = event.date.date;
    return std::tuple(date.first != no_day ? date.first : date.last, date.last, date.precision);
  };
  const auto place = [](const Event& event) {
    const Evidence& first = event.evidence.front();
    return std::tie(first.document, first.article, first.span);
  };
  const Event &left = *a->front(), &right = *b->front();
  if (key(left) != key(right)) return key(left) < key(right);
  if (left.evidence.empty() || right.evidence.empty()) return false;
  return place(left) < place(right);
}

// By year, then month; what is wider than a month opens its year; what has no date comes last.
std::vector<Placed> by_chapter(const Bullets& bullets) {
  std::vector<Placed> placed;
  for (const Told& told : bullets.all())
    placed.push_back({chapter_of(told.front()->date), &told});
  const auto key = [](const Placed& x) {
    return std::tuple(x.chapter.year == 0, x.chapter.year, x.chapter.month);
  };
  std::stable_sort(placed.begin(), placed.end(), [&](const Placed& a, const Placed& b) {
    return key(a) != key(b) ? key(a) < key(b) : is_told_before(a.told, b.told);
  });
  return placed;
}

void heading(const Chapter& chapter, const Chapter& before, std::string& out) {
  if (chapter.year == 0) {
    out += "\n## Date unknown\n\n";
    return;
  }
  if (chapter.year != before.year) out += "\n## " + std::to_string(chapter.year) + "\n";
  if (chapter.month != 0)
    out += "\n### " + month_name(chapter.month) + " " + std::to_string(chapter.year) + "\n";
  out += '\n';
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

// "5 of 12 articles": filters, or articles without an event, leave some out.
std::string articles_in_words(const Chronology& chronology) {
  std::set<std::pair<std::string_view, std::uint32_t>> told;
  for (const Event& event : chronology.events)
    for (const Evidence& evidence : event.evidence)
      told.emplace(evidence.document, evidence.article);
  const std::size_t all = chronology.sources.size();
  return (told.size() < all ? std::to_string(told.size()) + " of " : "") +
         counted(all, "article", "articles");
}

std::string range_of(const std::vector<Event>& events) {
  Day first = no_day, last = no_day;
  for (const Event& event : events) {
    if (event.date.date.first != no_day)
      first = first == no_day ? event.date.date.first : std::min(first, event.date.date.first);
    last = std::max(last, event.date.date.last);
  }
  if (first == no_day || last == no_day) return "";
  return first == last ? day_in_words(first) + "; "
                       : day_in_words(first) + " to " + day_in_words(last) + "; ";
}

// Nothing is left out in silence.
void tell_left_out(const Selection& selection, std::string& out) {
  if (selection.minor + selection.below == 0) return;
  out += "\nNot shown here, but in the JSON output:";
  if (selection.minor > 0)
    out += " " + counted(selection.minor, "minor entry", "minor entries") +
           " (undated remarks, picture captions, leads without an event, headlines and plans that "
           "another entry tells)";
  if (selection.below > 0)
    out += (selection.minor > 0 ? "; " : " ") + counted(selection.below, "entry", "entries") +
           " of which less was written";
  out += ".\n";
}

}  // namespace

std::string markdown(const Chronology& chronology) {
  Sources sources(chronology.sources);
  std::string out = "# Chronology\n\n" + range_of(chronology.events) +
                    counted(chronology.events.size(), "entry", "entries") + " from " +
                    articles_in_words(chronology) + ".\n";
  const Selection selection = select(chronology);
  Chapter before{-1, -1};
  const Bullets bullets(selection.shown);
  for (const Placed& placed : by_chapter(bullets)) {
    if (!(placed.chapter == before)) heading(placed.chapter, before, out);
    before = placed.chapter;
    bullet(*placed.told, sources, out);
  }
  tell_left_out(selection, out);
  list_sources(sources, out);
  list_undated(chronology.sources, out);
  return out;
}

}  // namespace dateline::write
