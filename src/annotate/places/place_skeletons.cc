#include "annotate/places/place_skeletons.h"

#include <algorithm>
#include <vector>

#include "text/text.h"

namespace dateline::annotate {

namespace {

constexpr std::size_t fewest_consonants = 3;  // two fit too many names

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }
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
      places_(rules::table(words.rules(), "places")) {
  if (places_ == nullptr) return;
  for (const PlaceFacts& country : tables.countries()) {
    const int script = country.table->column("script");
    if (script >= 0 && country.table->text(country.row, script) == "arabic")
      countries_.try_emplace(country.country);
  }
}

bool PlaceSkeletons::covers(std::string_view country) const { return countries_.contains(country); }

// Without articles, vowels and half-vowels, in the one spelling of Arabic sounds; before it the
// number of words and the first letter, all vowels being one. Empty where too few consonants are
// left.
PlaceSkeletons::Spelled PlaceSkeletons::spelled(const rules::Reading& reading,
                                                text::TokenRange name) const {
  std::string letters, key = "0";
  for (std::uint32_t i = name.first; i < name.last; ++i) {
    if (!reading.tokens.has(i, text::is_word)) continue;
    if (i + 1 < name.last && (words_.bits(reading.words[i]) & arabic_article) != 0) continue;
    sounds_.append(text::fold(reading.word(i)), Script::arabic, letters);
    ++key[0];
  }
  if (letters.empty()) return {};
  key += is_vowel(letters[0]) ? 'a' : letters[0];
  for (const char c : letters) {
    if (!is_weak(c)) key += c;
  }
  if (key.size() < 2 + fewest_consonants) return {};
  return {std::move(key), std::move(letters)};
}

// The rows of a country stand together, the biggest places first.
void PlaceSkeletons::read(std::string_view code, const rules::Reading& lender,
                          Country& country) const {
  const int column = places_->column("country");
  rules::RowId low = 0, high = places_->rows();
  while (low < high) {
    const rules::RowId middle = low + (high - low) / 2;
    if (places_->text(middle, column) < code)
      low = middle + 1;
    else
      high = middle;
  }
  rules::Reading reading;
  reading.memory = lender.memory;
  for (rules::RowId row = low; row < places_->rows() && places_->text(row, column) == code; ++row) {
    rules::read_text(words_.rules(), places_->text(row, 0), reading);
    Spelled name = spelled(reading, {0, reading.tokens.size()});
    if (name.key.empty()) continue;
    country.places.try_emplace(std::move(name.key),
                               Place{std::move(name.letters), tables_.facts(*places_, row)});
  }
}

const PlaceFacts* PlaceSkeletons::find(std::string_view code, const Spelled& name,
                                       const rules::Reading& reading) const {
  if (name.key.empty()) return nullptr;
  Country& country = countries_.at(code);
  std::call_once(country.made, [&] { read(code, reading, country); });
  const auto found = country.places.find(name.key);
  if (found == country.places.end() ||
      distance(name.letters, found->second.letters) > most_distance)
    return nullptr;
  return &found->second.facts;
}

}  // namespace dateline::annotate
