// Entries meet under their date and first sentence; few share one, so its bullets are tried in
// turn.
#include "write/bullets.h"

namespace dateline::write {
namespace {

bool is_cut_of(std::string_view a, std::string_view b) {
  return a.size() < b.size() ? b.starts_with(a) : a.starts_with(b);
}

}  // namespace

std::string_view longest_summary(const Told& told) {
  std::string_view longest;
  for (const Event* event : told) {
    if (event->summary.size() > longest.size()) longest = event->summary;
  }
  return longest;
}

void Bullets::add(const Event& event) {
  if (event.evidence.empty() || event.evidence.front().sentence.empty()) {
    bullets_.push_back({&event});
    return;
  }
  const Date& date = event.date.date;
  std::vector<std::size_t>& alike =
      of_sentence_[{date.first, date.last, date.precision, event.evidence.front().sentence}];
  for (const std::size_t number : alike) {
    if (!is_cut_of(event.summary, longest_summary(bullets_[number]))) continue;
    bullets_[number].push_back(&event);
    return;
  }
  alike.push_back(bullets_.size());
  bullets_.push_back({&event});
}

}  // namespace dateline::write
