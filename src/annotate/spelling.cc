#include "annotate/spelling.h"

#include <algorithm>
#include <optional>
#include <span>

#include "text/text.h"

namespace dateline::annotate {

namespace {

// Letters that stand for one sound of the script; the longest that fits is taken. `last`: only at
// the word's end.
struct Letters {
  std::string_view from, to;
  bool last = false;
};

constexpr Letters arabic_letters[] = {
    {"tch", "sh"}, {"ch", "sh"},      {"dj", "j"},     {"dh", "d"},      {"th", "t"},  {"gh", "g"},
    {"ou", "u"},   {"oo", "u"},       {"ee", "i"},     {"ei", "ay"},     {"ey", "ay"}, {"ai", "ay"},
    {"aa", "a"},   {"ie", "i"},       {"iy", "i"},     {"yi", "i"},      {"o", "u"},   {"q", "k"},
    {"c", "k"},    {"ah", "a", true}, {"e", "", true}, {"y", "i", true}, {"e", "i"}};

constexpr Letters cyrillic_letters[] = {
    {"shch", "sh"},    {"sch", "sh"}, {"tch", "ch"}, {"tsch", "ch"}, {"kh", "h"},   {"ks", "x"},
    {"iy", "i"},       {"ii", "i"},   {"yi", "i"},   {"yy", "i"},    {"ij", "i"},   {"ye", "e"},
    {"yo", "e"},       {"ya", "ia"},  {"yu", "iu"},  {"ou", "u"},    {"gue", "ge"}, {"gui", "gi"},
    {"ff", "v", true}, {"w", "v"},    {"y", "i"},    {"j", "i"}};

std::span<const Letters> letters_of(Script script) {
  if (script == Script::arabic) return arabic_letters;
  return script == Script::cyrillic ? std::span<const Letters>(cyrillic_letters)
                                    : std::span<const Letters>();
}

const Letters* fitting(std::string_view rest, Script script) {
  const Letters* best = nullptr;
  for (const Letters& one : letters_of(script)) {
    if (one.from[0] != rest[0] || !rest.starts_with(one.from) ||
        (one.last && one.from.size() != rest.size()))
      continue;
    if (best == nullptr || one.from.size() > best->from.size()) best = &one;
  }
  return best;
}

}  // namespace

void append_spelled(std::string_view letters, Script script, std::string& out) {
  const std::size_t begin = out.size();
  while (!letters.empty()) {
    const Letters* found = fitting(letters, script);
    const std::string_view sound = found == nullptr ? letters.substr(0, 1) : found->to;
    for (const char c : sound) {
      const bool ascii = (static_cast<unsigned char>(c) & 0x80) == 0;
      if (!ascii || out.size() == begin || out.back() != c) out += c;  // no letter is doubled
    }
    letters.remove_prefix(found == nullptr ? 1 : found->from.size());
  }
}

// A small article joined to a name, or before one: "al-Assad", "el Assad".
bool Spelling::is_article(const rules::Reading& reading, std::uint32_t token) const {
  constexpr std::size_t longest = 3;
  const std::size_t length = reading.tokens.end[token] - reading.tokens.begin[token];
  if (length > longest || length < 2 || (words_.bits(reading.words[token]) & arabic_article) == 0)
    return false;
  return token + 1 < reading.tokens.size();
}

Script Spelling::script_of(const rules::Reading& reading, text::TokenRange name) const {
  for (std::uint32_t i = name.first; i < name.last; ++i) {
    const std::uint64_t bits = words_.bits(reading.words[i]);
    if ((bits & name_cyrillic) != 0) return Script::cyrillic;
    if ((bits & name_arabic) != 0) return Script::arabic;
    if (i + 1 < name.last && is_article(reading, i)) return Script::arabic;
  }
  return Script::latin;
}

void Spelling::write(const rules::Reading& reading, text::TokenRange name, std::string& out) const {
  out.clear();
  const Script script = script_of(reading, name);
  if (script == Script::latin) return;
  std::uint32_t parts = 0;
  bool joins = false;  // to the servant before it
  for (std::uint32_t i = name.first; i < name.last; ++i) {
    if (!reading.tokens.has(i, text::is_word)) continue;
    const bool more = i + 1 < name.last;
    if (script == Script::arabic && more && is_article(reading, i)) continue;
    const std::string letters = text::fold(reading.word(i));
    const std::string_view variant = words_.value(reading.words[i], name_variant, "value");
    if (letters.size() == 1 && parts > 0 && more) continue;  // "Ana M. Ruiz"
    // "Nu'man" is one word.
    const bool inside =
        i > name.first && reading.word(i - 1) != "-" && reading.tokens.has(i - 1, text::is_mark) &&
        reading.tokens.has(i - 1, text::glued) && reading.tokens.has(i, text::glued);
    if (parts > 0 && !joins && !inside) out += '-';
    ++parts;
    if (variant.empty())
      append_spelled(letters, script, out);
    else
      out += variant;
    joins = more && (words_.bits(reading.words[i]) & name_servant) != 0;  // "Abdul Rahman"
  }
  if (parts < 2) out.clear();
}

void Spelling::read_persons() const {
  const rules::Table* actors = tables_.table(Source::actor);
  if (actors == nullptr) return;
  rules::Reading reading;
  std::string spelling;
  const auto read = [&](std::string_view name, rules::RowId row) {
    rules::read_text(words_.rules(), name, reading);
    write(reading, {0, static_cast<std::uint32_t>(reading.tokens.size())}, spelling);
    if (!spelling.empty()) persons_.emplace(spelling, row);
  };
  for (rules::RowId row = 0; row < actors->rows(); ++row) {
    if (tables_.actor_type(row) != ActorType::person) continue;
    read(actors->text(row, 0), row);
    std::string_view aliases = tables_.text(Source::actor, row, "aliases");
    while (!aliases.empty()) {
      const std::size_t end = std::min(aliases.find(';'), aliases.size());
      read(aliases.substr(0, end), row);
      aliases.remove_prefix(std::min(end + 1, aliases.size()));
    }
  }
}

std::optional<rules::RowId> Spelling::person(const std::string& spelling) const {
  if (spelling.empty()) return std::nullopt;
  std::call_once(read_, [this] { read_persons(); });
  const auto found = persons_.find(spelling);
  if (found == persons_.end()) return std::nullopt;
  return found->second;
}

}  // namespace dateline::annotate
