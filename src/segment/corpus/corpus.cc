// How often each line stands in other inputs, by its hash (line_hash.h). Each document counts a
// line once.
#include <algorithm>

#include "segment/lines/line_hash.h"
#include "segment/segment.h"

namespace dateline::segment {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The one or two digits that end right before `at`; -1 where there are more or none.
int number_before(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && at - begin < 3 && is_digit(text[begin - 1])) --begin;
  if (begin == at || at - begin > 2) return -1;
  return at - begin == 1 ? text[begin] - '0' : (text[begin] - '0') * 10 + (text[begin + 1] - '0');
}

// 13/01/2031 and 01/13/2031 have one reading only: which of the two kinds does the text hold?
struct NumericDates {
  bool month_first = false, day_first = false;
};
NumericDates numeric_dates(std::string_view text) {
  NumericDates found;
  for (std::size_t slash = text.find('/'); slash < text.size(); slash = text.find('/', slash + 1)) {
    const std::size_t second = text.find_first_not_of("0123456789", slash + 1);
    if (second >= text.size() || text[second] != '/' || second - slash > 3 ||
        second + 4 >= text.size())
      continue;
    if (text.substr(second + 1, 2) != "20" && text.substr(second + 1, 2) != "19") continue;
    const int first = number_before(text, slash), middle = number_before(text, second);
    found.day_first |= first > 12 && first <= 31 && middle >= 1 && middle <= 12;
    found.month_first |= middle > 12 && middle <= 31 && first >= 1 && first <= 12;
  }
  return found;
}

bool is_blank(char c) { return static_cast<unsigned char>(c) <= ' '; }

// Is the line of some length, with an end mark at its end, or one before closing quotation marks?
bool ends_as_sentence(std::string_view line) {
  constexpr std::size_t least = 40;  // bytes
  while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
  if (line.size() < least) return false;
  const std::string_view end = line.substr(line.size() - 4);
  return end.find_first_of(".!?") < end.size();
}

}  // namespace

std::size_t LineCounts::index_of(std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = (hash >> 20) & mask;
  while (slots_[at].hash != 0 && slots_[at].hash != hash) at = (at + 1) & mask;
  return at;
}

LineCounts::Slot& LineCounts::at(std::uint64_t hash) {
  if (used_ * 2 >= slots_.size()) grow();
  Slot& slot = slots_[index_of(hash)];
  used_ += slot.hash == 0;
  slot.hash = hash;
  return slot;
}

const LineCounts::Slot* LineCounts::find(std::uint64_t hash) const {
  if (slots_.empty()) return nullptr;
  const Slot& slot = slots_[index_of(hash)];
  return slot.hash == 0 ? nullptr : &slot;
}

void LineCounts::prefetch(std::uint64_t hash) const {
  if (!slots_.empty()) __builtin_prefetch(&slots_[(hash >> 20) & (slots_.size() - 1)]);
}

void LineCounts::grow() {
  std::vector<Slot> old(std::max<std::size_t>(slots_.size() * 2, 1024));
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.hash != 0) slots_[index_of(slot.hash)] = slot;
  }
}

void Corpus::add(const Document& document, std::uint32_t input) {
  ++documents_;
  hashes_.clear();
  sentences_.clear();
  std::string_view rest = document.text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::uint64_t line = line_hash(rest.substr(0, end));
    if (line != 0) {
      hashes_.push_back(line);
      lines_.prefetch(line);
      if (ends_as_sentence(rest.substr(0, end))) sentences_.push_back(line);
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  for (const std::uint64_t line : hashes_) {
    LineCounts::Slot& slot = lines_.at(line);
    slot.documents += slot.last != documents_;
    slot.last = documents_;
  }
  copies_.add(TextHolders::name_hash(document.name), sentences_);
  if (document.published.empty())
    holders_.add(document, input);
  else
    ++stated_;
  NumericDates dates = numeric_dates(document.text);
  const NumericDates stated = numeric_dates(document.published);
  dates.month_first |= stated.month_first;
  dates.day_first |= stated.day_first;
  month_first_ += dates.month_first && !dates.day_first;
  day_first_ += dates.day_first && !dates.month_first;
}

std::optional<bool> Corpus::month_first() const {
  constexpr std::uint32_t majority = 3;  // times the other
  if (month_first_ > majority * day_first_) return true;
  if (day_first_ > majority * month_first_) return false;
  return std::nullopt;
}

void Corpus::add_stated(const Document& document, std::uint32_t input) {
  if (!document.published.empty()) holders_.add(document, input);
}

bool Corpus::find_kin() {
  kin_ = holders_.akin();
  kin_inputs_ = holders_.inputs_of(kin_);
  holders_ = {};
  return !kin_.empty();
}

bool Corpus::is_kin(const Document& document) const {
  return std::binary_search(kin_.begin(), kin_.end(), TextHolders::name_hash(document.name));
}

bool Corpus::has_kin(std::uint32_t input) const {
  return std::binary_search(kin_inputs_.begin(), kin_inputs_.end(), input);
}

void Corpus::merge(const Corpus& other) {
  documents_ += other.documents_;
  stated_ += other.stated_;
  month_first_ += other.month_first_;
  day_first_ += other.day_first_;
  holders_.merge(other.holders_);
  copies_.merge(other.copies_);
  if (lines_.slots().empty()) {
    lines_ = other.lines_;
    return;
  }
  for (const LineCounts::Slot& slot : other.lines_.slots()) {
    if (slot.hash != 0) lines_.at(slot.hash).documents += slot.documents;
  }
}

std::uint32_t Corpus::documents_with(std::uint64_t line) const {
  const LineCounts::Slot* slot = line == 0 ? nullptr : lines_.find(line);
  return slot == nullptr ? 1 : std::max<std::uint32_t>(slot->documents, 1);
}

}  // namespace dateline::segment
