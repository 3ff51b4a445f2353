// Lines -> blocks -> articles; and when each article was published, with the evidence.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/article.h"
#include "dateline/document.h"
#include "rules/rules.h"
#include "segment/corpus/near_copies.h"
#include "segment/corpus/sisters.h"
#include "segment/lines/line_hash.h"

namespace dateline::segment {

// How many documents hold each line, by the line's hash. Open addressing, linear probing; a hash is
// never 0.
class LineCounts {
 public:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t documents = 0;
    std::uint32_t last = 0;  // the document that was counted last
  };
  // The line's slot, made where there is none.
  [[nodiscard]] Slot& at(std::uint64_t hash);
  [[nodiscard]] const Slot* find(std::uint64_t hash) const;
  void prefetch(std::uint64_t hash) const;
  [[nodiscard]] const std::vector<Slot>& slots() const { return slots_; }

 private:
  [[nodiscard]] std::size_t index_of(std::uint64_t hash) const;
  void grow();

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
};

// What one dump cannot know: how often each of its lines stands in other inputs, and what dated
// articles have texts in common with it. Built in a first cheap pass, then only read. Adding is
// associative and order-free (`merge`).
class Corpus {
 public:
  // `input`: which of the inputs it stands in.
  void add(const Document& document, std::uint32_t input = 0);
  void merge(const Corpus& other);
  // Once all are there: is there a document that shows no date, and are there some that state
  // theirs? Then these are to be added to the others' texts.
  [[nodiscard]] bool wants_stated() const { return stated_ > 0 && holders_.any_undated(); }
  void add_stated(const Document& document, std::uint32_t input = 0);
  // Finds the near-copies among the documents.
  void join_copies() { copies_.join(); }
  // How many others are near-copies of the document.
  [[nodiscard]] std::uint32_t copies_of(const Document& document) const {
    return copies_.copies_of(TextHolders::name_hash(document.name));
  }
  // Then: does any document share texts with one that shows no date? Those are to be segmented, and
  // what they say of their dates to be handed in.
  bool find_kin();
  [[nodiscard]] bool is_kin(const Document& document) const;
  [[nodiscard]] bool has_kin(std::uint32_t input) const;
  // Does 03/04/2031 begin with the month? What the dates say that leave no doubt; nothing where
  // they disagree.
  [[nodiscard]] std::optional<bool> month_first() const;
  void set_witnesses(Witnesses&& witnesses) { witnesses_ = std::move(witnesses); }
  [[nodiscard]] const Witnesses& witnesses() const { return witnesses_; }
  [[nodiscard]] std::uint32_t documents() const { return documents_; }
  // In how many documents of all inputs the line of that hash stands (1: only here).
  [[nodiscard]] std::uint32_t documents_with(std::uint64_t line) const;
  [[nodiscard]] std::uint32_t documents_with(std::string_view line) const {
    return documents_with(line_hash(line));
  }
  // A hint that the line is going to be asked for.
  void prefetch(std::uint64_t line) const { lines_.prefetch(line); }

 private:
  std::uint32_t documents_ = 0;
  std::uint32_t stated_ = 0;
  std::uint32_t month_first_ = 0,
                day_first_ = 0;  // documents with a date that can be read in one way only
  LineCounts lines_;
  TextHolders holders_;
  NearCopies copies_;
  std::vector<std::uint64_t> kin_;         // hashes of names, sorted
  std::vector<std::uint32_t> kin_inputs_;  // sorted
  Witnesses witnesses_;
  std::vector<std::uint64_t> hashes_, sentences_;  // of the document being added; kept for room
};

struct Options {
  bool whole = false;       // the input is the body of one article
  Date published;           // for articles that state no date
  bool month_first = true;  // of 12/05/2024 where nothing else decides
};

// What a thread keeps between documents, so that a document costs few new buffers. Null at first; a
// copy is the same workspace.
struct Kept;
using Workspace = std::shared_ptr<Kept>;

class Segmenter {
 public:
  Segmenter(const Rules& rules, Problems& problems, std::string_view language = "en");
  ~Segmenter();
  [[nodiscard]] Layout segment(const Document& document, const rules::Reading& reading,
                               const Corpus& corpus, const Options& options,
                               Workspace& workspace) const;
  void check_examples(Problems& problems) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline::segment
