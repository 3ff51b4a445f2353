// Word lists -> the lexicon's flat arrays.
#include <algorithm>
#include <map>

#include "rules/lexicon.h"

namespace dateline::rules {

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::string spaced_form(std::string_view form) {
  // At the start of a text 's would be two tokens; after a word it is one, and that is what a list
  // means by it.
  const bool clitic = form.starts_with("'s") || form.starts_with("\u2019s");
  const std::string carrier = (clitic ? "x" : "") + std::string(form);
  text::Tokens tokens;
  text::tokenize(carrier, tokens);
  std::string out;
  for (std::uint32_t i = clitic ? 1 : 0; i < tokens.size(); ++i) {
    if (!out.empty()) out += ' ';
    out += text::fold(tokens.of(i, carrier));
  }
  return out;
}

namespace {

// What LexiconArrays has room for, with a reserve for first words of phrases and literals.
constexpr std::size_t longest_form = 255;
constexpr std::size_t most_forms = 500000;

}  // namespace

LexiconBuilder::LexiconBuilder() { lists_.push_back({"", {}}); }  // list 0: the literals

ClassId LexiconBuilder::intern_class(std::string_view name) {
  const auto [it, fresh] =
      class_ids_.try_emplace(std::string(name), static_cast<ClassId>(classes_.size()));
  if (fresh) classes_.emplace_back(name);
  return it->second;
}

void LexiconBuilder::add_row(const std::string& form, ClassId cls, std::uint16_t list,
                             std::string_view line) {
  const auto [it, fresh] = form_ids_.try_emplace(form, forms_.size());
  if (fresh) forms_.push_back({form, {}});
  auto& rows = forms_[it->second].second;
  for (PendingRow& row : rows) {
    if (row.cls != cls) continue;
    if (row.list != list) row = {cls, list, std::string(line)};  // an overlay's row wins
    return;
  }
  rows.push_back({cls, list, std::string(line)});
}

void LexiconBuilder::add_literal(std::string_view folded) {
  add_row(std::string(folded), intern_class("'" + std::string(folded)), 0, "");
}

std::uint16_t LexiconBuilder::open_list(const Source& source, std::string_view header) {
  LexiconArrays::List list{source.stem, {}};
  for (const std::string_view cell : split(header, '\t')) list.columns.emplace_back(cell);
  lists_.push_back(std::move(list));
  return static_cast<std::uint16_t>(lists_.size() - 1);
}

void LexiconBuilder::add_list(const Source& source, Problems& problems) {
  const ClassId own = intern_class(source.stem);
  std::uint16_t list = 0;
  std::size_t class_column = 0;
  std::uint32_t number = 0;
  for (std::string_view line : split(source.text, '\n')) {
    ++number;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty() || line[0] == '#') continue;
    if (list == 0) {
      list = open_list(source, line);
      const auto& columns = lists_[list].columns;
      class_column = static_cast<std::size_t>(std::find(columns.begin(), columns.end(), "class") -
                                              columns.begin());
      continue;
    }
    const auto cells = split(line, '\t');
    if (cells.size() > lists_[list].columns.size()) {
      problems.push_back({Severity::error, "rules.word-list", "more cells than columns",
                          "cells are separated by one tab", source.path, number, 1,
                          std::string(line)});
      continue;
    }
    const std::string form = spaced_form(cells[0]);
    if (form.empty()) {
      problems.push_back({Severity::error, "rules.word-list", "an empty form",
                          "the first cell is the form", source.path, number, 1, std::string(line)});
      continue;
    }
    if (form.size() > longest_form || forms_.size() >= most_forms) {
      problems.push_back({Severity::error, "rules.word-list",
                          "the form is too long, or one too many",
                          "a form has at most 255 bytes, all lists together half a million forms",
                          source.path, number, 1, std::string(line)});
      continue;
    }
    add_row(form, own, list, line);
    if (class_column >= cells.size()) continue;
    for (const std::string_view cls : split(cells[class_column], ' ')) {
      if (!cls.empty()) add_row(form, intern_class(cls), list, line);
    }
  }
}

namespace {

std::uint32_t size32(std::size_t size) { return static_cast<std::uint32_t>(size); }

// The arrays while they grow.
class ArrayMaker {
 public:
  using Word = LexiconArrays::Word;

  ArrayMaker() { words_.push_back({}); }

  std::uint32_t pool(std::string_view s) {
    const std::uint32_t at = size32(pool_.size());
    pool_.insert(pool_.end(), s.begin(), s.end());
    return at;
  }
  // The word of a form; a phrase's first token becomes a word of its own, even if no list has it.
  std::uint32_t add_form(const std::string& form) {
    const std::size_t blank = form.find(' ');
    if (blank == std::string::npos) return single_word(form);
    const std::uint32_t first = single_word(form.substr(0, blank));
    phrases_[first].emplace_back(form, size32(words_.size()));
    return new_word(form);
  }
  // Most words have the same few rows as thousands of others.
  void set_rows(std::uint32_t word, const std::vector<LexiconArrays::Row>& rows) {
    std::string key(reinterpret_cast<const char*>(rows.data()),
                    rows.size() * sizeof(LexiconArrays::Row));
    const auto [it, fresh] = row_lists_.try_emplace(std::move(key), size32(rows_.size()));
    if (fresh) rows_.insert(rows_.end(), rows.begin(), rows.end());
    words_[word].rows = it->second;
    words_[word].row_count = static_cast<std::uint8_t>(std::min<std::size_t>(rows.size(), 255));
  }
  std::uint32_t pool_once(std::string_view s) {
    const auto it = pooled_.find(s);
    if (it != pooled_.end()) return it->second;
    return pooled_.emplace(std::string(s), pool(s)).first->second;
  }
  void set_combo(std::uint32_t word, std::vector<std::uint16_t> classes) {
    std::sort(classes.begin(), classes.end());
    const auto [it, fresh] = combos_.try_emplace(classes, size32(combo_list_.size()));
    if (fresh) combo_list_.push_back(std::move(classes));
    word_combos_.resize(words_.size());
    word_combos_[word] = static_cast<std::uint16_t>(it->second);
  }
  LexiconArrays finish() {
    LexiconArrays out;
    finish_phrases(out);
    finish_combos(out);
    out.slots = Flat(slots());
    word_combos_.resize(words_.size());
    out.combos = Flat(std::move(word_combos_));
    out.words = Flat(std::move(words_));
    out.rows = Flat(std::move(rows_));
    out.pool = Flat(std::move(pool_));
    return out;
  }

 private:
  std::uint32_t new_word(std::string_view form) {
    Word word{};
    word.form = pool(form);
    word.form_size = static_cast<std::uint8_t>(form.size());
    words_.push_back(word);
    return size32(words_.size() - 1);
  }
  std::uint32_t single_word(const std::string& token) {
    const auto it = single_.find(token);
    if (it != single_.end()) return it->second;
    const std::uint32_t word = new_word(token);
    single_.emplace(token, word);
    return word;
  }
  void finish_phrases(LexiconArrays& out) {
    std::vector<LexiconArrays::Phrase> all;
    std::vector<std::uint32_t> tokens;
    for (auto& [first, list] : phrases_) {
      std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) {
        const auto blanks = [](const std::string& s) {
          return std::count(s.begin(), s.end(), ' ');
        };
        return blanks(a.first) > blanks(b.first);
      });
      words_[first].phrases = size32(all.size());
      words_[first].phrase_count = static_cast<std::uint16_t>(list.size());
      for (const auto& [form, word] : list) {
        const auto parts = split(form, ' ');
        all.push_back({size32(tokens.size()), size32(parts.size()), word});
        for (const std::string_view part : parts) tokens.push_back(text::hash_folded(part));
      }
    }
    out.phrases = Flat(std::move(all));
    out.phrase_tokens = Flat(std::move(tokens));
  }
  void finish_combos(LexiconArrays& out) const {
    std::vector<std::uint32_t> begin;
    std::vector<std::uint16_t> classes;
    for (const auto& combo : combo_list_) {
      begin.push_back(size32(classes.size()));
      classes.insert(classes.end(), combo.begin(), combo.end());
    }
    begin.push_back(size32(classes.size()));
    out.combo_begin = Flat(std::move(begin));
    out.combo_classes = Flat(std::move(classes));
  }
  // Filled in order of the tokens, so that the table depends on nothing else.
  [[nodiscard]] std::vector<LexiconArrays::Slot> slots() const {
    const std::size_t size = single_.size() * 3 / 2 + 16;  // two of three are taken
    std::vector<LexiconArrays::Slot> out(size);
    for (const auto& [token, word] : single_) {
      const std::uint32_t hash = text::hash_folded(token);
      std::size_t i = LexiconArrays::slot_of(hash, size);
      while (out[i].word() != 0) i = i + 1 == size ? 0 : i + 1;
      out[i] = {hash, word};
    }
    return out;
  }

  std::vector<Word> words_;
  std::vector<std::uint16_t> word_combos_;
  std::vector<LexiconArrays::Row> rows_;
  std::vector<char> pool_;
  std::map<std::string, std::uint32_t, std::less<>> pooled_;  // lines of rows
  std::map<std::string, std::uint32_t> row_lists_;            // their bytes -> where they begin
  std::map<std::string, std::uint32_t> single_;               // forms of one token -> word
  std::map<std::uint32_t, std::vector<std::pair<std::string, std::uint32_t>>>
      phrases_;  // by first word
  std::map<std::vector<std::uint16_t>, std::uint32_t> combos_{{{}, 0}};
  std::vector<std::vector<std::uint16_t>> combo_list_{{}};
};

}  // namespace

LexiconArrays LexiconBuilder::build() const {
  ArrayMaker maker;
  for (const auto& [form, rows] : forms_) {
    const std::uint32_t word = maker.add_form(form);
    std::vector<std::uint16_t> classes;
    std::vector<LexiconArrays::Row> kept;
    for (const PendingRow& row : rows) {
      classes.push_back(row.cls);
      const std::string_view cells =
          std::string_view(row.line).substr(std::min(row.line.find('\t'), row.line.size()));
      kept.push_back({row.cls, row.list, maker.pool_once(cells), size32(cells.size())});
    }
    maker.set_rows(word, kept);
    maker.set_combo(word, std::move(classes));
  }
  LexiconArrays out = maker.finish();
  out.classes = classes_;
  out.lists = lists_;
  return out;
}

}  // namespace dateline::rules
