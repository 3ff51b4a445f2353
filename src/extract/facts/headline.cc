// See headline.h.
#include "extract/facts/headline.h"

#include <algorithm>
#include <span>
#include <string>

#include "text/text.h"

namespace dateline::extract {
namespace {

constexpr std::size_t events_of_lead = 6;
constexpr Day news_days = 7;  // what a title tells was not long before; "the last flood was in 1974"
constexpr std::size_t stem_bytes = 5;  // as where reports are merged

bool is_of_title(const Event& event) { return event.evidence.front().zone == Zone::title; }

bool is_fact(const Event& event) {
  return event.modality == Modality::asserted || event.modality == Modality::reported ||
         event.modality == Modality::claimed;
}

// The day of publication, for want of another.
bool is_dated_by_publication(const Event& event) {
  return event.date.basis == "published" && event.date.date.is_day();
}

// Has it days of its own, up to `last`?
bool has_day_until(const Event& event, Day last) {
  return event.date.basis != "published" && event.date.date.known() &&
         event.date.date.first != no_day && event.date.date.last <= last;
}

bool is_harm(EventType type) {
  return type == EventType::assault || type == EventType::disaster || type == EventType::die;
}

// Verbs in other forms, "Kidnap" and "kidnapped".
bool have_one_stem(const Event& a, const Event& b) {
  const std::string title = text::fold(a.trigger), told = text::fold(b.trigger);
  return title.size() >= stem_bytes && title.compare(0, stem_bytes, told, 0, stem_bytes) == 0;
}

bool tells_again(const Event& title, const Event& told) {
  const bool same_toll = title.toll.dead > 0 && title.toll.dead == told.toll.dead;
  if (is_harm(title.type) && is_harm(told.type) && same_toll) return true;
  if (title.type != told.type) return false;
  return (!title.mode.empty() && title.mode == told.mode) || have_one_stem(title, told);
}

void take_date(const Event& told, Event& title) {
  title.date = told.date;
  title.evidence.front().date_span = told.evidence.front().date_span;
  title.id = event_id(title);
}

void bound_by_publication(Event& title) {
  title.date.date = {no_day, title.date.date.last, Precision::before};
  title.id = event_id(title);
}

void date_title(std::span<const Event> lead, Event& title) {
  const Day published = title.date.date.last;
  const auto told = std::find_if(lead.begin(), lead.end(), [&](const Event& event) {
    return is_fact(event) && has_day_until(event, published) &&
           event.date.date.last + news_days >= published && tells_again(title, event);
  });
  if (told != lead.end())
    take_date(*told, title);
  else if (std::any_of(lead.begin(), lead.end(), [&](const Event& event) {
             return is_fact(event) && has_day_until(event, published - 1);
           }))
    bound_by_publication(title);
}

}  // namespace

void date_titles(std::vector<Event>& events) {
  const auto first = std::find_if_not(events.begin(), events.end(), is_of_title);
  const std::span<const Event> lead(
      first, std::min<std::size_t>(static_cast<std::size_t>(events.end() - first), events_of_lead));
  std::for_each(events.begin(), first, [&](Event& title) {
    if (is_fact(title) && is_dated_by_publication(title)) date_title(lead, title);
  });
}

}  // namespace dateline::extract
