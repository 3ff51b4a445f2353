// The rules room's door: what the other rooms see of word lists, rule files and names.
//
// One pass turns a text into a Reading: tokens, and for each token its entry in the lexicon. An
// Area (all *.rules files of one folder, such as data/en/time) then turns a range of tokens into
// one symbol a token; automata find its rules in the symbols. Rooms give meaning to a rule's fields
// ("date", "type" ...); this room only finds.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/problem.h"
#include "dateline/rules.h"
#include "text/text.h"

namespace dateline::rules {

// ---- Lexicon: word lists (*.tsv whose first column is `form`). The class of a form is the file's
// stem, and what a column `class` adds. Forms of several tokens are phrases.

using WordId = std::uint32_t;  // 0: not in the lexicon
using ClassId = std::uint16_t;
inline constexpr ClassId no_class = 0xFFFF;

[[nodiscard]] ClassId class_named(const Rules& rules,
                                  std::string_view name);  // no_class where there is none
[[nodiscard]] bool has_class(const Rules& rules, WordId word, ClassId cls);
// Words with the same classes are of one kind; there are a few hundred. Kind 0 has no class.
using KindId = std::uint16_t;
[[nodiscard]] KindId kind_of(const Rules& rules, WordId word);
// By kind, a mask in which bit i says that the kind has classes[i]; at most 64 classes, no_class
// allowed. The cheap way to ask many things of every token: masks[reading.kinds[i]].
[[nodiscard]] std::vector<std::uint64_t> class_masks(const Rules& rules,
                                                     std::span<const ClassId> classes);

// A column of the word's row in the list of class `cls`; "" where absent. `column` is "value" in
// most lists.
[[nodiscard]] std::string_view value(const Rules& rules, WordId word, ClassId cls,
                                     std::string_view column = "value");
[[nodiscard]] WordId word_of(const Rules& rules,
                             std::string_view form);  // a form as written in a list

struct Phrase {  // a form of several tokens, the longest that starts at `first`
  std::uint32_t first = 0;
  std::uint32_t last = 0;  // half-open
  WordId word = 0;
};

struct MatchMemory;  // what a worker remembers of spans it has matched; see memory.h

struct Reading {
  std::string_view text;  // must outlive the Reading
  text::Tokens tokens;
  std::vector<WordId> words;               // one a token
  std::vector<KindId> kinds;               // of the words
  std::vector<Phrase> phrases;             // sorted by first
  std::vector<std::uint8_t> abbreviation;  // a token's text::SentenceHints
  std::vector<std::uint8_t> starts;  // a token's Starts::Mask; longer by what is left of others
  mutable std::shared_ptr<MatchMemory> memory;  // a speed-up only: a Reading belongs to one thread

  [[nodiscard]] std::string_view word(std::uint32_t token) const { return tokens.of(token, text); }
  [[nodiscard]] Span span(text::TokenRange range) const {
    return {tokens.begin[range.first], tokens.end[range.last - 1]};
  }
};

// `reading` is cleared first; its buffers are reused.
void read_text(const Rules& rules, std::string_view text, Reading& reading);

// ---- Rule files: paragraphs of `key value` lines, the first key is `rule`.

struct Field {
  std::string_view key;
  std::string_view value;
  std::uint32_t line = 0;
};

struct Rule {
  RuleId id = no_rule;
  std::string_view name;  // "en.time.month-day-year"
  std::string_view file;  // "data/en/time/dates.rules"
  std::uint32_t line = 0;
  std::vector<Field> fields;  // all but `rule`, in order; find, before, after, not-before,
                              // not-after, yes, no included

  [[nodiscard]] std::string_view get(std::string_view key) const;  // the first; "" where absent
};

struct Capture {
  std::string_view name;  // {month} -> "month", {m:month} -> "m"
  text::TokenRange tokens;
  WordId word = 0;  // of its first token or phrase; 0 for numbers and unknown words
};

struct Match {
  const Rule* rule = nullptr;
  text::TokenRange tokens;
  std::vector<Capture> captures;

  [[nodiscard]] const Capture* get(std::string_view name) const;  // the first of that name, or null
};

class Area {
 public:
  virtual ~Area() = default;
  [[nodiscard]] virtual std::span<const Rule> rules() const = 0;
  // Leftmost-longest, not overlapping; among rules that match the same tokens the first in file
  // order wins. Contexts (before, after, not-before, not-after) are checked on what stands around
  // the match, within `range`.
  virtual void find(const Reading& reading, text::TokenRange range,
                    std::vector<Match>& matches) const = 0;
  // Only the match that begins where `range` begins: what find() would give there, but for its
  // captures, for a fraction of the work.
  [[nodiscard]] virtual std::optional<Match> match_start(const Reading& reading,
                                                         text::TokenRange range) const = 0;
  // Only the match of the whole range, as match_start() would give it.
  [[nodiscard]] virtual std::optional<Match> match_whole(const Reading& reading,
                                                         text::TokenRange range) const = 0;
};

// `folder` is "en/time". An empty area where the pack has no such folder.
[[nodiscard]] const Area& area(const Rules& rules, std::string_view folder);
// Appends an error for each field whose key is neither in `keys` nor one of the engine's own, and
// for each rule without a `yes`.
void check_keys(const Area& area, std::span<const std::string_view> keys, Problems& problems);
// Runs a callback on every `yes` and `no` example; the callback returns "" where the example holds,
// else what came out.
using ExampleCheck =
    std::function<std::string(const Rule& rule, std::string_view example, bool must_match)>;
void check_examples(const Area& area, const ExampleCheck& check, Problems& problems);
// Compares every rule's patterns with RE2: an error for each that RE2 rejects, or whose captures in
// an example it tells otherwise. Returns the number of matches compared.
std::size_t check_by_re2(const Rules& rules, Problems& problems);

// ---- Tables: *.tsv whose first column is `name`: places, countries, actors ... Rows are found by
// their names. A header cell may carry a type: population:int, lat:real, alternates:names (names
// separated by ;).

using RowId = std::uint32_t;

class Table {
 public:
  virtual ~Table() = default;
  [[nodiscard]] virtual std::string_view name() const = 0;  // the file's stem: "places"
  [[nodiscard]] virtual RowId rows() const = 0;
  [[nodiscard]] virtual int column(std::string_view name) const = 0;  // -1 where absent
  [[nodiscard]] virtual std::string_view text(RowId row, int column) const = 0;
  [[nodiscard]] virtual std::int64_t integer(RowId row, int column) const = 0;
  [[nodiscard]] virtual double real(RowId row, int column) const = 0;
};

// `name` is the file's stem: "places". Null where the pack has none.
[[nodiscard]] const Table* table(const Rules& rules, std::string_view name);

struct NameHit {
  std::uint32_t last = 0;  // the name is tokens [first, last)
  const Table* table = nullptr;
  RowId row = 0;
  bool alternate = false;  // by a column of type names, not by `name`
};

// All names of all tables that start at token `first` and end inside `range`, longest first. Case
// and accents are folded; apostrophes, hyphens and dots inside a name do not count. `hits` is
// cleared first.
void names_at(const Rules& rules, const Reading& reading, std::uint32_t first,
              text::TokenRange range, std::vector<NameHit>& hits);

// A mechanism in code (not a rule in a file) still has a name that output can give:
// "entity.second-mention". These are declared in data/mechanisms/<room>.tsv (name, what it does);
// asking for an undeclared one is a programming error.
[[nodiscard]] RuleId mechanism(const Rules& rules, std::string_view name);

}  // namespace dateline::rules
