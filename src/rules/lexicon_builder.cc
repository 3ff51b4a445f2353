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
  // At the start of a text 's would be two tokens; after a word it is one, and that is what a list means by it.
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

LexiconBuilder::LexiconBuilder() { lists_.push_back({"", {}}); }   // list 0: the literals

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
    if (row.list != list) row = {cls, list, std::string(line)};   // an overlay's row wins
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
      class_column = static_cast<std::size_t>(
          std::find(columns.begin(), columns.end(), "class") - columns.begin());
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
    add_row(form, own, list, line);
    if (class_column >= cells.size()) continue;
    for (const std::string_view cls : split(cells[class_column], ' ')) {
      if (!cls.empty()) add_row(form, intern_class(cls), list, line);
    }
  }
}

LexiconArrays LexiconBuilder::build() const {
  LexiconArrays out;
  out.classes = classes_;
  out.lists = lists_;
  out.words.push_back({});
  const auto pool = [&out](std::string_view s) {
    const auto at = static_cast<std::uint32_t>(out.pool.size());
    out.pool.insert(out.pool.end(), s.begin(), s.end());
    return at;
  };
  std::map<std::vector<std::uint16_t>, std::uint32_t> combos{{{}, 0}};
  std::vector<std::vector<std::uint16_t>> combo_list{{}};
  std::unordered_map<std::string, std::uint32_t> single;         // one-token forms -> word
  std::map<std::uint32_t, std::vector<std::pair<std::string, std::uint32_t>>> phrases;

  const auto single_word = [&](const std::string& token) {
    const auto [it, fresh] = single.try_emplace(token, static_cast<std::uint32_t>(out.words.size()));
    if (fresh) {
      LexiconArrays::Word word{};
      word.form = pool(token);
      word.form_size = static_cast<std::uint32_t>(token.size());
      out.words.push_back(word);
    }
    return it->second;
  };
  for (const auto& [form, rows] : forms_) {
    std::uint32_t id = 0;
    if (form.find(' ') == std::string::npos) {
      id = single_word(form);
    } else {
      const std::uint32_t first = single_word(form.substr(0, form.find(' ')));
      id = static_cast<std::uint32_t>(out.words.size());
      LexiconArrays::Word word{};
      word.form = pool(form);
      word.form_size = static_cast<std::uint32_t>(form.size());
      out.words.push_back(word);
      phrases[first].emplace_back(form, id);
    }
    std::vector<std::uint16_t> classes;
    out.words[id].rows = static_cast<std::uint32_t>(out.rows.size());
    out.words[id].row_count = static_cast<std::uint32_t>(rows.size());
    for (const PendingRow& row : rows) {
      classes.push_back(row.cls);
      const bool bare = lists_[row.list].columns.size() < 2;   // nothing but the form: no cell to keep
      const auto size = static_cast<std::uint32_t>(bare ? 0 : row.line.size());
      out.rows.push_back({row.cls, row.list, bare ? 0 : pool(row.line), size});
    }
    std::sort(classes.begin(), classes.end());
    const auto [it, fresh] = combos.try_emplace(classes, static_cast<std::uint32_t>(combo_list.size()));
    if (fresh) combo_list.push_back(classes);
    out.words[id].combo = it->second;
  }
  for (auto& [first, list] : phrases) {
    std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) {
      const auto blanks = [](const std::string& s) { return std::count(s.begin(), s.end(), ' '); };
      return blanks(a.first) > blanks(b.first);
    });
    out.words[first].phrases = static_cast<std::uint32_t>(out.phrases.size());
    out.words[first].phrase_count = static_cast<std::uint32_t>(list.size());
    for (const auto& [form, word] : list) {
      const auto tokens = split(form, ' ');
      out.phrases.push_back({static_cast<std::uint32_t>(out.phrase_tokens.size()),
                             static_cast<std::uint32_t>(tokens.size()), word});
      for (const std::string_view token : tokens) {
        out.phrase_tokens.push_back(text::hash_folded(token));
      }
    }
  }
  for (const auto& classes : combo_list) {
    out.combo_begin.push_back(static_cast<std::uint32_t>(out.combo_classes.size()));
    out.combo_classes.insert(out.combo_classes.end(), classes.begin(), classes.end());
  }
  out.combo_begin.push_back(static_cast<std::uint32_t>(out.combo_classes.size()));

  std::size_t size = 1024;
  while (size < single.size() * 3 / 2) size *= 2;
  out.slots.assign(size, {0, 0});
  // In order of word number, so that the table does not depend on a hash map's iteration order.
  std::vector<std::pair<std::uint32_t, std::string_view>> ordered;
  for (const auto& [token, word] : single) ordered.emplace_back(word, token);
  std::sort(ordered.begin(), ordered.end());
  for (const auto& [word, token] : ordered) {
    const std::uint32_t hash = text::hash_folded(token);
    std::size_t i = hash & (size - 1);
    while (out.slots[i].word != 0) i = (i + 1) & (size - 1);
    out.slots[i] = {hash, word};
  }
  return out;
}

}  // namespace dateline::rules
