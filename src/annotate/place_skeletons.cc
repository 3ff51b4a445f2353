#include "annotate/place_skeletons.h"

#include "annotate/spelling.h"
#include "text/text.h"

namespace dateline::annotate {

namespace {

constexpr std::size_t fewest_consonants = 3;   // two fit too many names

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }
bool is_weak(char c) { return is_vowel(c) || c == 'y' || c == 'h' || c == 'w'; }

}  // namespace

PlaceSkeletons::PlaceSkeletons(const Words& words, const PlaceTables& tables)
    : words_(words), tables_(tables), places_(rules::table(words.rules(), "places")) {}

bool PlaceSkeletons::covers(std::string_view country) const {
  const PlaceFacts* facts = places_ == nullptr ? nullptr : tables_.country(country);
  if (facts == nullptr) return false;
  const int script = facts->table->column("script");
  return script >= 0 && facts->table->text(facts->row, script) == "arabic";
}

// Without articles, vowels and half-vowels, in the one spelling of Arabic sounds; before it the number of words and the first
// letter, all vowels being one. Empty where too few consonants are left.
std::string PlaceSkeletons::skeleton(const rules::Reading& reading, text::TokenRange name) const {
  std::string spelled, key = "0";
  for (std::uint32_t i = name.first; i < name.last; ++i) {
    if (!reading.tokens.has(i, text::is_word)) continue;
    if (i + 1 < name.last && (words_.bits(reading.words[i]) & arabic_article) != 0) continue;
    append_spelled(text::fold(reading.word(i)), Script::arabic, spelled);
    ++key[0];
  }
  if (spelled.empty()) return "";
  key += is_vowel(spelled[0]) ? 'a' : spelled[0];
  for (const char c : spelled) {
    if (!is_weak(c)) key += c;
  }
  return key.size() < 2 + fewest_consonants ? "" : key;
}

// The rows of a country stand together, the biggest places first.
PlaceSkeletons::Index PlaceSkeletons::read(std::string_view country) const {
  Index index;
  const int column = places_->column("country");
  rules::RowId low = 0, high = places_->rows();
  while (low < high) {
    const rules::RowId middle = low + (high - low) / 2;
    if (places_->text(middle, column) < country) low = middle + 1;
    else high = middle;
  }
  rules::Reading reading;
  for (rules::RowId row = low; row < places_->rows() && places_->text(row, column) == country; ++row) {
    rules::read_text(words_.rules(), places_->text(row, 0), reading);
    std::string key = skeleton(reading, {0, static_cast<std::uint32_t>(reading.tokens.size())});
    if (!key.empty()) index.emplace(std::move(key), tables_.facts(*places_, row));
  }
  return index;
}

const PlaceFacts* PlaceSkeletons::find(std::string_view country, const rules::Reading& reading, text::TokenRange name) const {
  const std::string key = skeleton(reading, name);
  if (key.empty()) return nullptr;
  const std::lock_guard lock(mutex_);
  auto at = countries_.find(country);
  if (at == countries_.end()) at = countries_.emplace(country, read(country)).first;
  const auto found = at->second.find(key);
  return found == at->second.end() ? nullptr : &found->second;
}

}  // namespace dateline::annotate
