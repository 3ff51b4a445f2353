// The lexicon: which classes a token (or a phrase of several tokens) has, in one hash probe a
// token.
//
// Words with the same set of classes share a *combination*; the areas' symbol tables are indexed by
// it. All arrays are flat and without pointers, so that they can be written to the image and read
// back as they are.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dateline/problem.h"
#include "rules/image.h"
#include "rules/rules.h"
#include "rules/sources.h"

namespace dateline::rules {

using ComboId = KindId;

struct LexiconArrays {
  // The word and the low bits of its hash in four bytes; 0 is an empty slot.
  class Slot {
   public:
    Slot() = default;
    Slot(std::uint32_t hash, WordId word) : bits_(word | hash << word_bits) {}
    [[nodiscard]] WordId word() const { return bits_ & ((1U << word_bits) - 1); }
    [[nodiscard]] bool may_be(std::uint32_t hash) const {
      return bits_ >> word_bits == (hash << word_bits) >> word_bits;
    }
    static constexpr unsigned word_bits = 20;

   private:
    std::uint32_t bits_ = 0;
  };
  struct Word {
    std::uint32_t form;     // in `pool`; the folded token, or the phrase's tokens joined by blanks
    std::uint32_t rows;     // words with the same rows share them
    std::uint32_t phrases;  // that start with this word
    std::uint16_t phrase_count;
    std::uint8_t form_size, row_count;
  };
  struct Row {
    std::uint16_t cls, list;
    std::uint32_t cells, cells_size;  // in `pool`: the line without its form, from the first tab on
  };
  struct Phrase {
    std::uint32_t tokens, token_count, word;
  };                           // in `phrase_tokens`, hashes
  Flat<Slot> slots;            // open addressing from slot_of() on
  Flat<std::uint16_t> combos;  // of each word
  Flat<Word> words;            // words[0] is the unknown word
  Flat<Row> rows;
  Flat<Phrase> phrases;  // longest first for each first word
  Flat<std::uint32_t> phrase_tokens;
  Flat<std::uint32_t>
      combo_begin;  // combination c has classes combo_classes[combo_begin[c] .. combo_begin[c+1])
  Flat<std::uint16_t> combo_classes;  // sorted
  Flat<char> pool;
  std::vector<std::string> classes;  // names; literals of rules are classes named 'word
  struct List {
    std::string name;
    std::vector<std::string> columns;
  };
  std::vector<List> lists;

  [[nodiscard]] static std::size_t slot_of(std::uint32_t hash, std::size_t slots) {
    return static_cast<std::size_t>((std::uint64_t{hash} * slots) >> 32);
  }
  void save(Archive& archive) const;
  [[nodiscard]] static LexiconArrays load(ArchiveReader& reader);
};

class Lexicon {
 public:
  Lexicon() = default;
  explicit Lexicon(LexiconArrays arrays);

  [[nodiscard]] WordId find(std::uint32_t hash, std::string_view token, bool ascii) const;
  // Three steps that bring what find() will read into the cache, each by what the one before has
  // brought.
  void expect(std::uint32_t hash) const;
  [[nodiscard]] WordId expect_word(std::uint32_t hash) const;  // which it most likely is
  void expect_form(WordId word) const;
  [[nodiscard]] ComboId combo(WordId word) const { return arrays_.combos[word]; }
  [[nodiscard]] ComboId combos() const {
    return static_cast<ComboId>(arrays_.combo_begin.size() - 1);
  }
  [[nodiscard]] bool combo_has(ComboId combo, ClassId cls) const;
  [[nodiscard]] ClassId class_named(std::string_view name) const;
  [[nodiscard]] std::string_view value(WordId word, ClassId cls, std::string_view column) const;
  // Which tokens can be the second of a phrase that starts with the word: a bit for each, by the
  // last bits of its hash.
  [[nodiscard]] std::uint64_t second_tokens(WordId word) const;
  // The longest phrase that starts at `token`; false where there is none.
  bool phrase_at(const text::Tokens& tokens, std::uint32_t token, WordId first,
                 Phrase& phrase) const;
  [[nodiscard]] const LexiconArrays& arrays() const { return arrays_; }

 private:
  LexiconArrays arrays_;
  std::unordered_map<std::string, ClassId> class_ids_;
};

// Builds the arrays from the word lists and from the literal tokens that rules use.
class LexiconBuilder {
 public:
  LexiconBuilder();
  // A later list of the same name adds to it; a form in it replaces the earlier row of that form.
  void add_list(const Source& source, Problems& problems);
  // `folded` is one token.
  void add_literal(std::string_view folded);
  [[nodiscard]] bool has_class(std::string_view name) const {
    return class_ids_.contains(std::string(name));
  }
  [[nodiscard]] LexiconArrays build() const;

 private:
  struct PendingRow {
    ClassId cls;
    std::uint16_t list;
    std::string line;
  };
  ClassId intern_class(std::string_view name);
  void add_row(const std::string& form, ClassId cls, std::uint16_t list, std::string_view line);
  std::uint16_t open_list(const Source& source, std::string_view header);

  std::vector<std::string> classes_;
  std::unordered_map<std::string, ClassId> class_ids_;
  std::vector<LexiconArrays::List> lists_;
  std::unordered_map<std::string, std::size_t> form_ids_;
  std::vector<std::pair<std::string, std::vector<PendingRow>>>
      forms_;  // tokens joined by blanks, in order of arrival
};

// The folded tokens of a form, joined by blanks: "U.S." -> "u . s .".
[[nodiscard]] std::string spaced_form(std::string_view form);
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);

}  // namespace dateline::rules
