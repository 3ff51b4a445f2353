#include "annotate/words/sounds.h"

#include <algorithm>
#include <numeric>

namespace dateline::annotate {

namespace {

constexpr std::array<std::string_view, 3> script_names = {"latin", "arabic", "cyrillic"};

}  // namespace

// A row's name is the script, a dot and the letters: "arabic.dj".
Sounds::Sounds(const Rules& rules) {
  const rules::Table* table = rules::table(rules, "transliteration");
  if (table == nullptr) return;
  const int sound = table->column("sound");
  const int where = table->column("where");
  for (rules::RowId row = 0; row < table->rows(); ++row) {
    const std::string_view name = table->text(row, 0);
    const std::size_t dot = name.find('.');
    if (dot == std::string_view::npos || dot + 1 == name.size()) continue;
    for (std::size_t script = 0; script < script_names.size(); ++script) {
      if (script_names[script] != name.substr(0, dot)) continue;
      scripts_[script].letters.push_back(
          {name.substr(dot + 1), table->text(row, sound), table->text(row, where) == "end"});
    }
  }
  for (Alphabet& script : scripts_) script.sort();
}

void Sounds::Alphabet::sort() {
  const auto first = [](const Letters& one) { return static_cast<unsigned char>(one.from[0]); };
  std::stable_sort(letters.begin(), letters.end(),
                   [&](const Letters& a, const Letters& b) { return first(a) < first(b); });
  for (const Letters& one : letters) ++starts[first(one) + 1U];
  std::partial_sum(starts.begin(), starts.end(), starts.begin());
}

// The longest that fits; of two, that of the word's end.
const Sounds::Letters* Sounds::fitting(std::string_view rest, Script script) const {
  const Letters* best = nullptr;
  const Alphabet& alphabet = scripts_[static_cast<std::size_t>(script)];
  const auto byte = static_cast<unsigned char>(rest[0]);
  for (std::size_t i = alphabet.starts[byte]; i < alphabet.starts[byte + 1U]; ++i) {
    const Letters& one = alphabet.letters[i];
    if (!rest.starts_with(one.from) || (one.at_end && one.from.size() != rest.size())) continue;
    const bool better = best == nullptr || one.from.size() > best->from.size() ||
                        (one.from.size() == best->from.size() && one.at_end);
    if (better) best = &one;
  }
  return best;
}

void Sounds::append(std::string_view letters, Script script, std::string& out) const {
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

}  // namespace dateline::annotate
