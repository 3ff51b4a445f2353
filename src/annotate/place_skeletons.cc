#include "annotate/place_skeletons.h"

#include <algorithm>
#include <vector>

#include "text/text.h"

namespace dateline::annotate {

namespace {

constexpr std::size_t fewest_consonants = 3;  // two fit too many names

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }
bool is_weak(char c) { return is_vowel(c) || c == 'y' || c == 'h' || c == 'w'; }

// "a" and "i" stand for each other in many spellings ("Yefren", "Yafran"): half as far as other
// letters.
int substitution(char a, char b) {
  if (a == b) return 0;
  return (a == 'a' && b == 'i') || (a == 'i' && b == 'a') ? 1 : 2;
}

constexpr int whole_letter = 2;
constexpr int most_distance = whole_letter;

// The letters to put in, take out or change, in halves.
int distance(std::string_view a, std::string_view b) {
  std::vector<int> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = static_cast<int>(j) * whole_letter;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    int diagonal = row[0];
    row[0] = static_cast<int>(i) * whole_letter;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const int above = row[j];
      row[j] = std::min({diagonal + substitution(a[i - 1], b[j - 1]), above + whole_letter,
                         row[j - 1] + whole_letter});
      diagonal = above;
    }
  }
  return row[b.size()];
}

}  // namespace

PlaceSkeletons::PlaceSkeletons(const Words& words, const PlaceTables& tables)
    : words_(words),
      tables_(tables),
      sounds_(words.rules()),
      places_(rules::table(words.rules(), "places")) {}

bool PlaceSkeletons::covers(std::string_view country) const {
  const PlaceFacts* facts = places_ == nullptr ? nullptr : tables_.country(country);
  if (facts == nullptr) return false;
  const int script = facts->table->column("script");
  return script >= 0 && facts->table->text(facts->row, script) == "arabic";
}

// Without articles, vowels and half-vowels, in the one spelling of Arabic sounds; before it the
// number of words and the first letter, all vowels being one. Empty where too few consonants are
// left.
PlaceSkeletons::Respelled PlaceSkeletons::respelled(const rules::Reading& reading,
                                                    text::TokenRange name) const {
  std::string spelled, key = "0";
  for (std::uint32_t i = name.first; i < name.last; ++i) {
    if (!reading.tokens.has(i, text::is_word)) continue;
    if (i + 1 < name.last && (words_.bits(reading.words[i]) & arabic_article) != 0) continue;
    sounds_.append(text::fold(reading.word(i)), Script::arabic, spelled);
    ++key[0];
  }
  if (spelled.empty()) return {};
  key += is_vowel(spelled[0]) ? 'a' : spelled[0];
  for (const char c : spelled) {
    if (!is_weak(c)) key += c;
  }
  if (key.size() < 2 + fewest_consonants) return {};
  return {std::move(key), std::move(spelled)};
}

// The rows of a country stand together, the biggest places first.
PlaceSkeletons::Index PlaceSkeletons::read(std::string_view country) const {
  Index index;
  const int column = places_->column("country");
  rules::RowId low = 0, high = places_->rows();
  while (low < high) {
    const rules::RowId middle = low + (high - low) / 2;
    if (places_->text(middle, column) < country)
      low = middle + 1;
    else
      high = middle;
  }
  rules::Reading reading;
  for (rules::RowId row = low; row < places_->rows() && places_->text(row, column) == country;
       ++row) {
    rules::read_text(words_.rules(), places_->text(row, 0), reading);
    Respelled name = respelled(reading, {0, static_cast<std::uint32_t>(reading.tokens.size())});
    if (!name.key.empty())
      index.emplace(std::move(name.key),
                    Place{std::move(name.letters), tables_.facts(*places_, row)});
  }
  return index;
}

const PlaceFacts* PlaceSkeletons::find(std::string_view country, const rules::Reading& reading,
                                       text::TokenRange name) const {
  const Respelled wanted = respelled(reading, name);
  if (wanted.key.empty()) return nullptr;
  const std::lock_guard lock(mutex_);
  auto at = countries_.find(country);
  if (at == countries_.end()) at = countries_.emplace(country, read(country)).first;
  const auto found = at->second.find(wanted.key);
  if (found == at->second.end() || distance(wanted.letters, found->second.letters) > most_distance)
    return nullptr;
  return &found->second.facts;
}

}  // namespace dateline::annotate
