// Entries meet under their date and the beginning of their summary; few share one, so its bullets
// are tried in turn.
#include "write/bullets.h"

#include <algorithm>

namespace dateline::write {
namespace {

constexpr std::size_t beginning = 12;    // bytes
constexpr std::size_t says_enough = 24;  // bytes that two sentences do not share by chance

bool is_cut_of(std::string_view a, std::string_view b) {
  return a.size() < b.size() ? b.starts_with(a) : a.starts_with(b);
}

std::string_view sentence_of(const Event& event) {
  return event.evidence.empty() ? std::string_view() : event.evidence.front().sentence;
}

// "by 2 December" and the 2nd, or a day of the week before.
bool is_by_then(const Date& open, const Date& day) {
  constexpr Day week = 7;
  return open.first == no_day && open.last != no_day && day.is_day() && day.last <= open.last &&
         open.last - day.last <= week;
}

// Who denies on Thursday what was done on Monday is told of once, under Thursday.
bool is_denied_by(const Event& deed, const Event& word) {
  const bool denied = deed.modality == Modality::denied || deed.modality == Modality::negated;
  return denied && word.type == EventType::reject && word.date.date.known();
}

std::tuple<std::string_view, std::uint32_t, std::uint32_t> place_of(const Evidence& evidence) {
  return {evidence.document, evidence.article, evidence.span.begin};
}

// Where its summary stands, behind its headline and the first other reports.
template <typename Visit>
void for_first_places(const Event& event, const Visit& visit) {
  constexpr std::size_t most = 4;
  for (std::size_t i = 0; i < std::min(most, event.evidence.size()); ++i)
    visit(place_of(event.evidence[i]));
}

bool are_one(const Event& event, const Told& told) {
  const std::string_view other = longest_summary(told);
  if (event.summary.empty() || !is_cut_of(event.summary, other)) return false;
  return std::min(event.summary.size(), other.size()) >= says_enough ||
         sentence_of(event) == sentence_of(*told.front());
}

}  // namespace

Bullets::Bullets(const std::vector<const Event*>& events) {
  for (const Event* event : events) add(*event);
}

std::string_view longest_summary(const Told& told) {
  std::string_view longest;
  for (const Event* event : told) {
    if (event->summary.size() > longest.size()) longest = event->summary;
  }
  return longest;
}

void Bullets::add(const Event& event) {
  const Date& date = event.date.date;
  const std::string_view start = std::string_view(event.summary).substr(0, beginning);
  std::vector<std::size_t>& alike = alike_[{date.first, date.last, date.precision, start}];
  for (const std::size_t number : alike) {
    if (!are_one(event, bullets_[number])) continue;
    bullets_[number].push_back(&event);
    return;
  }
  if (add_to_sentence(event)) return;
  alike.push_back(bullets_.size());
  for_first_places(event, [&](const Place& place) {
    std::vector<std::size_t>& told = of_sentence_[place];
    if (told.empty() || told.back() != bullets_.size()) told.push_back(bullets_.size());
  });
  bullets_.push_back({&event});
}

bool Bullets::add_to_sentence(const Event& event) {
  std::vector<std::size_t> near;
  for_first_places(event, [&](const Place& place) {
    const auto found = of_sentence_.find(place);
    if (found != of_sentence_.end())
      near.insert(near.end(), found->second.begin(), found->second.end());
  });
  for (const std::size_t number : near) {
    Told& told = bullets_[number];
    const Date &date = told.front()->date.date, &other = event.date.date;
    const bool sharper = is_by_then(date, other) || is_denied_by(*told.front(), event);
    const bool fits = is_by_then(other, date) || is_denied_by(event, *told.front());
    if (!sharper && !fits && !(date == other)) continue;
    if (!are_one(event, told)) continue;
    told.insert(sharper ? told.begin() : told.end(), &event);
    return true;
  }
  return false;
}

}  // namespace dateline::write
