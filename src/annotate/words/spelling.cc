#include "annotate/words/spelling.h"

#include <algorithm>
#include <optional>

#include "text/text.h"

namespace dateline::annotate {

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
      sounds_.append(letters, script, out);
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
