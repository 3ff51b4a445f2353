// Private to src/merge: what one thread has prepared. All that merging needs of an article is made
// here, so that joining the shelves of several threads is no work.
#pragma once

#include <cstdint>
#include <vector>

#include "merge/base/arena.h"
#include "merge/entries/actors.h"
#include "merge/merge.h"
#include "merge/records/articles.h"
#include "merge/records/pack.h"
#include "merge/records/record.h"
#include "merge/records/words.h"

namespace dateline::merge {

struct Shelf::Impl {
  explicit Impl(const Options& options) : reader(options.note_of_word), maker(reader, lists) {}
  void add(const Extraction& extraction);

  Arena texts;  // what entries are made of
  Arena lists;  // what is compared; not needed once the records of each event are known
  std::vector<Article> articles;
  Labels labels;

 private:
  void add_reports(const Extraction& extraction, const Packer::Packed& packed, Article& article);
  void add_events(const Extraction& extraction, const Packer::Packed& packed, Article& article);

  Packer packer;
  WordReader reader;
  RecordMaker maker;
  // Buffers.
  std::vector<std::uint32_t> words_;
  std::vector<std::uint64_t> passages_;
  std::vector<Report> reports_;
  std::vector<Record> records_;
  std::vector<std::uint32_t> begins_;
};

}  // namespace dateline::merge
