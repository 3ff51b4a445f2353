#include "rules/lexicon.h"

#include <algorithm>

namespace dateline::rules {
namespace {

char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool equals_ascii_folded(std::string_view token, std::string_view form) {
  if (token.size() != form.size()) return false;
  for (std::size_t i = 0; i < token.size(); ++i) {
    if (ascii_lower(token[i]) != form[i]) return false;
  }
  return true;
}

}  // namespace

void LexiconArrays::save(Archive& archive) const {
  archive.put_all(slots);
  archive.put_all(combos);
  archive.put_all(words);
  archive.put_all(rows);
  archive.put_all(phrases);
  archive.put_all(phrase_tokens);
  archive.put_all(combo_begin);
  archive.put_all(combo_classes);
  archive.put_all(pool);
  archive.put_texts(classes);
  archive.put(static_cast<std::uint64_t>(lists.size()));
  for (const List& list : lists) {
    archive.put(std::string_view(list.name));
    archive.put_texts(list.columns);
  }
}

LexiconArrays LexiconArrays::load(ArchiveReader& reader) {
  LexiconArrays out;
  out.slots = reader.flat<Slot>();
  out.combos = reader.flat<std::uint16_t>();
  out.words = reader.flat<Word>();
  out.rows = reader.flat<Row>();
  out.phrases = reader.flat<Phrase>();
  out.phrase_tokens = reader.flat<std::uint32_t>();
  out.combo_begin = reader.flat<std::uint32_t>();
  out.combo_classes = reader.flat<std::uint16_t>();
  out.pool = reader.flat<char>();
  reader.texts(out.classes);
  out.lists.resize(static_cast<std::size_t>(reader.get<std::uint64_t>()));
  for (List& list : out.lists) {
    list.name = reader.text();
    reader.texts(list.columns);
  }
  return out;
}

Lexicon::Lexicon(LexiconArrays arrays) : arrays_(std::move(arrays)) {
  for (std::size_t i = 0; i < arrays_.classes.size(); ++i) {
    class_ids_.emplace(arrays_.classes[i], static_cast<ClassId>(i));
  }
}

WordId Lexicon::find(std::uint32_t hash, std::string_view token, bool ascii) const {
  const std::size_t count = arrays_.slots.size();
  for (std::size_t i = LexiconArrays::slot_of(hash, count);; i = i + 1 == count ? 0 : i + 1) {
    const LexiconArrays::Slot slot = arrays_.slots[i];
    if (slot.word() == 0) return 0;
    if (!slot.may_be(hash)) continue;
    const auto& word = arrays_.words[slot.word()];
    const std::string_view form(arrays_.pool.data() + word.form, word.form_size);
    if (ascii ? equals_ascii_folded(token, form) : text::fold(token) == form) {
      return slot.word();
    }
  }
}

void Lexicon::expect(std::uint32_t hash) const {
  __builtin_prefetch(arrays_.slots.data() + LexiconArrays::slot_of(hash, arrays_.slots.size()));
}

WordId Lexicon::expect_word(std::uint32_t hash) const {
  const std::size_t count = arrays_.slots.size();
  std::size_t i = LexiconArrays::slot_of(hash, count);
  while (arrays_.slots[i].word() != 0 && !arrays_.slots[i].may_be(hash))
    i = i + 1 == count ? 0 : i + 1;
  const WordId word = arrays_.slots[i].word();
  __builtin_prefetch(arrays_.words.data() + word);
  __builtin_prefetch(arrays_.combos.data() + word);
  return word;
}

void Lexicon::expect_form(WordId word) const {
  __builtin_prefetch(arrays_.pool.data() + arrays_.words[word].form);
}

bool Lexicon::combo_has(ComboId combo, ClassId cls) const {
  const auto begin = arrays_.combo_classes.begin() + arrays_.combo_begin[combo];
  const auto end = arrays_.combo_classes.begin() + arrays_.combo_begin[combo + 1];
  return std::binary_search(begin, end, cls);
}

ClassId Lexicon::class_named(std::string_view name) const {
  const auto it = class_ids_.find(std::string(name));
  return it == class_ids_.end() ? no_class : it->second;
}

std::string_view Lexicon::value(WordId word, ClassId cls, std::string_view column) const {
  const auto& entry = arrays_.words[word];
  for (std::uint32_t r = entry.rows; r < entry.rows + entry.row_count; ++r) {
    const auto& row = arrays_.rows[r];
    if (row.cls != cls) continue;
    const auto& columns = arrays_.lists[row.list].columns;
    std::string_view rest(arrays_.pool.data() + row.cells, row.cells_size);
    for (std::size_t i = 1; i < columns.size() && !rest.empty(); ++i) {
      rest.remove_prefix(1);
      const std::size_t end = std::min(rest.find('\t'), rest.size());
      if (columns[i] == column) return rest.substr(0, end);
      rest.remove_prefix(end);
    }
  }
  return {};
}

std::uint64_t Lexicon::second_tokens(WordId word) const {
  const auto& first = arrays_.words[word];
  std::uint64_t bits = 0;
  for (std::uint32_t p = first.phrases; p < first.phrases + first.phrase_count; ++p) {
    bits |= std::uint64_t{1} << (arrays_.phrase_tokens[arrays_.phrases[p].tokens + 1] % 64);
  }
  return bits;
}

bool Lexicon::phrase_at(const text::Tokens& tokens, std::uint32_t token, WordId first,
                        Phrase& phrase) const {
  const auto& word = arrays_.words[first];
  for (std::uint32_t p = word.phrases; p < word.phrases + word.phrase_count; ++p) {
    const auto& candidate = arrays_.phrases[p];
    if (token + candidate.token_count > tokens.size()) continue;
    const std::uint32_t* hashes = arrays_.phrase_tokens.data() + candidate.tokens;
    bool equal = true;
    for (std::uint32_t i = 1; equal && i < candidate.token_count; ++i) {
      equal = tokens.hash[token + i] == hashes[i] && !tokens.has(token + i, text::after_blank_line);
    }
    if (equal) {
      phrase = {token, token + candidate.token_count, candidate.word};
      return true;
    }
  }
  return false;
}

}  // namespace dateline::rules
