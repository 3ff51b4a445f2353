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
  alike.push_back(bullets_.size());
  bullets_.push_back({&event});
}

}  // namespace dateline::write
