// The filters of the command line. Several values of one filter are alternatives; different filters
// must all hold.
#include "merge/filter.h"

#include <algorithm>
#include <cctype>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>

#include "text/text.h"

namespace dateline::merge {
namespace {

bool is_in_range(const Date& date, const Options& options) {
  const Day first = date.first, last = date.last;
  if (options.since != no_day && (last == no_day ? first == no_day : last < options.since))
    return false;
  if (options.before != no_day &&
      (first == no_day ? last == no_day || last >= options.before : first >= options.before)) {
    return false;
  }
  return true;
}

bool is_part_of_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || std::isalnum(byte) != 0;
}

// Whole words only: "Iran" is no part of "Iranian".
bool holds_words(std::string_view name, std::string_view wanted) {
  for (auto at = name.find(wanted); at != std::string_view::npos; at = name.find(wanted, at + 1)) {
    const std::size_t end = at + wanted.size();
    const bool begins = at == 0 || !is_part_of_word(name[at - 1]);
    if (begins && (end == name.size() || !is_part_of_word(name[end]))) return true;
  }
  return false;
}

bool is_named(std::string_view id, std::string_view name, const std::string& wanted) {
  return id == wanted || holds_words(text::fold(name), text::fold(wanted));
}

bool is_country_code(std::string_view wanted) {
  return wanted.size() == 2 && std::isupper(static_cast<unsigned char>(wanted[0])) != 0 &&
         std::isupper(static_cast<unsigned char>(wanted[1])) != 0;
}

bool has_type(const Event& event, const std::vector<std::string>& types) {
  return std::any_of(types.begin(), types.end(), [&](const std::string& type) {
    const std::string_view name = to_string(event.type);
    if (type == name || type == event.mode || type == quad_class(event.type)) return true;
    return type.size() == name.size() + 1 + event.mode.size() && type.starts_with(name) &&
           type[name.size()] == '/' && type.ends_with(event.mode);
  });
}

bool has_actor(const Event& event, const std::vector<std::string>& actors) {
  return std::any_of(actors.begin(), actors.end(), [&](const std::string& wanted) {
    return std::any_of(event.actors.begin(), event.actors.end(), [&](const EventActor& actor) {
      return (is_country_code(wanted) && actor.country == wanted) ||
             is_named(actor.id, actor.name, wanted);
    });
  });
}

bool has_place(const Event& event, const std::vector<std::string>& places) {
  return std::any_of(places.begin(), places.end(), [&](const std::string& wanted) {
    return std::any_of(event.places.begin(), event.places.end(), [&](const EventPlace& place) {
      return (is_country_code(wanted) && place.country == wanted) ||
             is_named(place.id, place.name, wanted);
    });
  });
}

std::size_t count_documents(const Event& event) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < event.evidence.size(); ++i) {  // sorted by document
    count += i == 0 || event.evidence[i].document != event.evidence[i - 1].document;
  }
  return count;
}

// Links to entries that are gone.
void drop_open_links(std::vector<Event>& events) {
  std::vector<std::string> ids;
  for (const Event& event : events) ids.push_back(event.id);
  std::sort(ids.begin(), ids.end());
  for (Event& event : events) {
    std::erase_if(event.links, [&](const EventLink& link) {
      return !std::binary_search(ids.begin(), ids.end(), link.event);
    });
  }
}

}  // namespace

bool is_wanted(Day day, const Options& options) {
  return (options.since == no_day || day >= options.since) &&
         (options.before == no_day || day < options.before);
}

bool is_wanted(const Date& date, bool is_background, const Options& options) {
  return (!is_background || options.background) && is_in_range(date, options);
}

bool is_wanted(const Event& event, const Options& options) {
  if (!options.types.empty() && !has_type(event, options.types)) return false;
  if (!options.actors.empty() && !has_actor(event, options.actors)) return false;
  if (!options.places.empty() && !has_place(event, options.places)) return false;
  return options.min_sources <= 1 || count_documents(event) >= options.min_sources;
}

bool narrows(const Options& options) {
  return !options.types.empty() || !options.actors.empty() || !options.places.empty() ||
         options.min_sources > 1 || options.top > 0;
}

void keep_top(Chronology& chronology, std::uint32_t top) {
  std::vector<Event>& events = chronology.events;
  if (top == 0 || events.size() <= top) return;
  std::vector<std::uint32_t> order(events.size());
  std::iota(order.begin(), order.end(), std::uint32_t{0});
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::pair(-events[a].salience, a) < std::pair(-events[b].salience, b);
  });
  std::vector<std::uint32_t> kept(order.begin(), order.begin() + top),
      number(events.size(), 0xFFFFFFFF);
  std::sort(kept.begin(), kept.end());
  for (std::uint32_t i = 0; i < kept.size(); ++i) {
    number[kept[i]] = i;
    if (kept[i] != i) events[i] = std::move(events[kept[i]]);
  }
  events.resize(top);
  drop_open_links(events);
  for (ChronologyDay& day : chronology.days) {
    std::erase_if(day.events, [&](std::uint32_t event) { return number[event] == 0xFFFFFFFF; });
    for (std::uint32_t& event : day.events) event = number[event];
  }
}

}  // namespace dateline::merge
