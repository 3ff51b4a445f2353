// How often each line stands in other inputs. A line is known by a hash of its bytes: blanks and
// case left aside, every run of digits one class. Each document counts a line once.
#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "segment/segment.h"

namespace dateline::segment {

namespace {

constexpr std::size_t shortest = 3;  // visible bytes: "-" and the like say nothing
constexpr std::size_t longest =
    1000;  // whole paragraphs repeat where texts are copied, which furniture is not
// Of a long line only its beginning and its end are looked at: two lines that agree in these are
// copies of each other, which may have been edited in between.
constexpr std::size_t head = 64, tail = 32;

// What a byte counts as: 0 for blanks, '0' for digits, capitals as small letters.
constexpr std::array<unsigned char, 256> folded = [] {
  std::array<unsigned char, 256> table{};
  for (unsigned byte = ' ' + 1; byte < 256; ++byte) {
    const bool digit = byte >= '0' && byte <= '9', capital = byte >= 'A' && byte <= 'Z';
    table[byte] = static_cast<unsigned char>(digit ? '0' : capital ? byte | 0x20U : byte);
  }
  return table;
}();

// Of the folded bytes, eight at a time; behind them stand seven zeros.
std::uint64_t hash_bytes(const unsigned char* bytes, std::size_t size) {
  std::uint64_t hash = size;
  for (std::size_t i = 0; i < size; i += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes + i, 8);
    hash = text::mix_chunk(hash, word);
  }
  return hash;
}

// The top bit of each byte that is at least `low`, of eight bytes whose top bits are clear.
constexpr std::uint64_t ones = 0x0101010101010101ULL, tops = ones << 7;
constexpr std::uint64_t at_least(std::uint64_t bytes, std::uint64_t low) {
  return (bytes + ones * (0x80 - low)) & tops;
}

// The folded bytes of a line's parts, closed up.
class Folder {
 public:
  void add(std::string_view part) {
    for (std::size_t i = 0; i < part.size();) i += add_word(text::load_chunk(part, i));
  }
  [[nodiscard]] std::uint64_t hash() {
    std::memset(kept_.data() + size_, 0, 8);
    return hash_bytes(kept_.data(), size_);
  }

 private:
  // Takes bytes up to the first blank of eight, and that; byte by byte only where digits are among
  // them.
  std::size_t add_word(std::uint64_t word) {
    const std::uint64_t low = word & ~tops, ascii = ~word & tops;
    const std::uint64_t blank = ~at_least(low, ' ' + 1) & ascii;
    const auto count = static_cast<std::size_t>(std::countr_zero(blank)) / 8;  // 8: no blank
    const std::uint64_t before_blank = blank == 0 ? tops : (blank & (~blank + 1)) - 1;
    const std::uint64_t digits =
        at_least(low, '0') & ~at_least(low, '9' + 1) & ascii & before_blank;
    if (digits != 0) {
      for (std::size_t k = 0; k < count; ++k) add_byte(static_cast<unsigned char>(word >> (8 * k)));
      return std::min<std::size_t>(count + 1, 8);
    }
    const std::uint64_t capitals = at_least(low, 'A') & ~at_least(low, 'Z' + 1) & ascii;
    word |= capitals >> 2;
    std::memcpy(kept_.data() + size_, &word, 8);
    size_ += count;
    if (count > 0) after_digit_ = false;
    return std::min<std::size_t>(count + 1, 8);
  }

  void add_byte(unsigned char visible) {
    const unsigned char byte = folded[visible];
    kept_[size_] = byte;
    size_ += !(byte == '0' && after_digit_);
    after_digit_ = byte == '0';
  }

  std::array<unsigned char, head + tail + 8> kept_;
  std::size_t size_ = 0;
  bool after_digit_ = false;
};

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

// Has the line a length that says something?
bool is_of_interest(std::string_view line) {
  if (line.size() > 2 * longest) return false;
  std::size_t visible = 0;
  for (std::size_t i = 0; i < line.size() && visible < shortest; ++i) visible += !is_blank(line[i]);
  if (visible < shortest || line.size() <= longest) return visible >= shortest;
  const auto blanks = static_cast<std::size_t>(std::count_if(line.begin(), line.end(), is_blank));
  return line.size() - blanks <= longest;
}

}  // namespace

std::uint64_t Corpus::hash(std::string_view line) {
  while (!line.empty() && is_blank(line.front())) line.remove_prefix(1);
  while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
  if (!is_of_interest(line)) return 0;
  Folder folder;
  folder.add(line.substr(0, head));
  if (line.size() > head) folder.add(line.substr(line.size() - std::min(tail, line.size() - head)));
  return folder.hash() | 1;
}

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
    const std::uint64_t line = hash(rest.substr(0, end));
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
