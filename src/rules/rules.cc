// The door's functions: thin, over Rules::Impl.
#include "rules/rules.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "rules/pack.h"

namespace dateline {

Rules::Rules(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Rules::~Rules() = default;

std::string_view Rules::digest() const { return impl_->digest; }

std::string_view Rules::name(RuleId rule) const {
  return rule < impl_->named.size() ? impl_->named[rule].name : std::string_view();
}

std::string Rules::place(RuleId rule) const {
  if (rule >= impl_->named.size()) return "";
  const auto& named = impl_->named[rule];
  return std::string(named.path) + ":" + std::to_string(named.line);
}

namespace rules {

ClassId class_named(const Rules& rules, std::string_view name) {
  return rules.impl().lexicon.class_named(name);
}

bool has_class(const Rules& rules, WordId word, ClassId cls) {
  const Lexicon& lexicon = rules.impl().lexicon;
  return word != 0 && lexicon.combo_has(lexicon.combo(word), cls);
}

KindId kind_of(const Rules& rules, WordId word) { return rules.impl().lexicon.combo(word); }

std::vector<std::uint64_t> class_masks(const Rules& rules, std::span<const ClassId> classes) {
  const LexiconArrays& arrays = rules.impl().lexicon.arrays();
  std::vector<std::uint64_t> bits(arrays.classes.size());  // of each class
  for (std::size_t bit = 0; bit < classes.size(); ++bit) {
    if (classes[bit] != no_class) bits[classes[bit]] |= std::uint64_t{1} << bit;
  }
  std::vector<std::uint64_t> masks(rules.impl().lexicon.combos());
  for (std::size_t kind = 0; kind < masks.size(); ++kind) {
    for (std::uint32_t i = arrays.combo_begin[kind]; i < arrays.combo_begin[kind + 1]; ++i) {
      masks[kind] |= bits[arrays.combo_classes[i]];
    }
  }
  return masks;
}

std::string_view value(const Rules& rules, WordId word, ClassId cls, std::string_view column) {
  return rules.impl().lexicon.value(word, cls, column);
}

WordId word_of(const Rules& rules, std::string_view form) {
  const Lexicon& lexicon = rules.impl().lexicon;
  text::Tokens tokens;
  text::tokenize(form, tokens);
  if (tokens.size() == 0) return 0;
  const WordId first =
      lexicon.find(tokens.hash[0], tokens.of(0, form), !tokens.has(0, text::non_ascii));
  if (tokens.size() == 1 || first == 0) return tokens.size() == 1 ? first : 0;
  Phrase phrase;
  const bool whole = lexicon.phrase_at(tokens, 0, first, phrase) && phrase.last == tokens.size();
  return whole ? phrase.word : 0;
}

void read_text(const Rules& rules, std::string_view text, Reading& reading) {
  read_text(rules.impl(), text, reading);
}

const Area& area(const Rules& rules, std::string_view folder) {
  class Empty final : public Area {
   public:
    [[nodiscard]] std::span<const Rule> rules() const override { return {}; }
    void find(const Reading&, text::TokenRange, std::vector<Match>&) const override {}
    [[nodiscard]] std::optional<Match> match_start(const Reading&,
                                                   text::TokenRange) const override {
      return std::nullopt;
    }
    [[nodiscard]] std::optional<Match> match_whole(const Reading&,
                                                   text::TokenRange) const override {
      return std::nullopt;
    }
  };
  static const Empty empty;
  const auto it = rules.impl().areas.find(folder);
  if (it == rules.impl().areas.end()) return empty;
  return *it->second;
}

void check_keys(const Area& area, std::span<const std::string_view> keys, Problems& problems) {
  constexpr std::array<std::string_view, 7> own = {"find",      "before", "after", "not-before",
                                                   "not-after", "yes",    "no"};
  for (const Rule& rule : area.rules()) {
    for (const Field& field : rule.fields) {
      if (std::find(own.begin(), own.end(), field.key) != own.end()) continue;
      if (std::find(keys.begin(), keys.end(), field.key) != keys.end()) continue;
      problems.push_back({Severity::error, "rules.unknown-key",
                          "unknown key '" + std::string(field.key) + "'",
                          "see docs/rules.md for the keys of this folder", std::string(rule.file),
                          field.line, 1, std::string(field.key) + " " + std::string(field.value)});
    }
  }
}

void check_examples(const Area& area, const ExampleCheck& check, Problems& problems) {
  for (const Rule& rule : area.rules()) {
    for (const Field& field : rule.fields) {
      const bool yes = field.key == "yes";
      if (!yes && field.key != "no") continue;
      const std::string got = check(rule, field.value, yes);
      if (got.empty()) continue;
      problems.push_back({Severity::error, "rules.example",
                          "the example of " + std::string(rule.name) + " fails: " + got, "",
                          std::string(rule.file), field.line, 1,
                          std::string(field.key) + " " + std::string(field.value)});
    }
  }
}

const Table* table(const Rules& rules, std::string_view name) {
  const Table* built_in = rules.impl().tables.table(name);
  return built_in != nullptr ? built_in : rules.impl().overlay_tables.table(name);
}

void names_at(const Rules& rules, const Reading& reading, std::uint32_t first,
              text::TokenRange range, std::vector<NameHit>& hits) {
  hits.clear();
  const Rules::Impl& pack = rules.impl();
  if (!pack.overlay_tables.empty())
    pack.overlay_tables.names_at(reading.tokens, first, range, hits);
  const bool overlaid = !hits.empty();
  pack.tables.names_at(reading.tokens, first, range, hits);
  if (!overlaid) return;
  std::stable_sort(hits.begin(), hits.end(),
                   [](const NameHit& a, const NameHit& b) { return a.last > b.last; });
}

RuleId mechanism(const Rules& rules, std::string_view name) {
  const auto it = rules.impl().ids.find(name);
  // A name that data/mechanisms/ does not declare is a mistake in the code, not in the input.
  if (it == rules.impl().ids.end()) std::abort();
  return it->second;
}

}  // namespace rules
}  // namespace dateline
