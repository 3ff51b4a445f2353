// Entries meet under their date and first sentence; few share one, so its bullets are tried in
// turn.
#include "write/bullets.h"

#include <set>

namespace dateline::write {
namespace {

bool is_cut_of(std::string_view a, std::string_view b) {
  return a.size() < b.size() ? b.starts_with(a) : a.starts_with(b);
}

std::string_view sentence_of(const Event& event) {
  return event.evidence.empty() ? std::string_view() : event.evidence.front().sentence;
}

bool is_bare_lead(const Event& event) {
  return event.type == EventType::other && event.actors.empty() &&
         event.date.basis == "published" && !sentence_of(event).empty();
}

bool may_be_one_day(const Date& a, const Date& b) {
  return (a.first == no_day || b.last == no_day || a.first <= b.last) &&
         (b.first == no_day || a.last == no_day || b.first <= a.last);
}

std::set<const Event*> leads_told_anyway(const std::vector<Event>& events) {
  std::map<std::string_view, std::vector<const Event*>> leads;
  for (const Event& event : events) {
    if (is_bare_lead(event)) leads[sentence_of(event)].push_back(&event);
  }
  std::set<const Event*> told;
  for (const Event& event : events) {
    const auto found = is_bare_lead(event) ? leads.end() : leads.find(sentence_of(event));
    if (found == leads.end()) continue;
    for (const Event* lead : found->second) {
      if (may_be_one_day(event.date.date, lead->date.date)) told.insert(lead);
    }
  }
  return told;
}

}  // namespace

Bullets::Bullets(const std::vector<Event>& events) {
  const std::set<const Event*> told = leads_told_anyway(events);
  for (const Event& event : events) {
    if (!told.contains(&event)) add(event);
  }
}

std::string_view longest_summary(const Told& told) {
  std::string_view longest;
  for (const Event* event : told) {
    if (event->summary.size() > longest.size()) longest = event->summary;
  }
  return longest;
}

void Bullets::add(const Event& event) {
  if (sentence_of(event).empty()) {
    bullets_.push_back({&event});
    return;
  }
  const Date& date = event.date.date;
  std::vector<std::size_t>& alike =
      of_sentence_[{date.first, date.last, date.precision, sentence_of(event)}];
  for (const std::size_t number : alike) {
    if (!is_cut_of(event.summary, longest_summary(bullets_[number]))) continue;
    bullets_[number].push_back(&event);
    return;
  }
  alike.push_back(bullets_.size());
  bullets_.push_back({&event});
}

}  // namespace dateline::write
