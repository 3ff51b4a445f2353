// Many articles' events into one chronology. Independent of input order, associative, idempotent.
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/event.h"

namespace dateline::merge {

struct WordNote {
  bool is_common = false;  // it says nothing of a topic ("the", "said"); word list `common-word`
  // What it tells of where or how something happened: "venue/school", "cause/blast vehicle/car";
  // word list `circumstance`.
  std::string_view circumstances;
};

struct Options {
  std::string query;
  Day since = no_day;
  Day before = no_day;  // exclusive
  std::vector<std::string> types;
  std::vector<std::string> actors;
  std::vector<std::string> places;
  std::uint32_t min_sources = 1;
  std::uint32_t top = 0;  // 0: all
  bool background = false;
  // What is known of a folded word. This room knows no language: the pipeline answers from the word
  // lists. Empty: nothing is known of any.
  std::function<WordNote(std::string_view)> note_of_word;
  // What words such as "last week" mean in an article of that day; unknown where they mean nothing.
  // For articles whose date only the merge finds. Empty: such words date nothing.
  std::function<Date(std::string_view, Day)> date_of_words;
};

// What one thread has prepared for the merge: of each article only a short block of bytes and the
// numbers that are compared.
class Shelf {
 public:
  explicit Shelf(const Options& options);
  ~Shelf();
  void add(const Extraction& extraction);

  struct Impl;

 private:
  friend class Merger;
  std::unique_ptr<Impl> impl_;
};

// Takes articles in any order as they are extracted, on any number of threads.
class Merger {
 public:
  explicit Merger(Options options, unsigned jobs = 1);
  ~Merger();
  // A new shelf, for one thread to put articles on until finish(). May be called by several threads
  // at once.
  [[nodiscard]] Shelf& shelf();
  // The chronology of all that was added, made on `jobs` threads; the merger is empty afterwards.
  [[nodiscard]] Chronology finish();

 private:
  Options options_;
  unsigned jobs_;
  std::mutex mutex_;
  std::deque<Shelf> shelves_;
};

// The same for articles that are all there.
[[nodiscard]] Chronology merge(std::vector<Extraction> extractions, const Options& options);

}  // namespace dateline::merge
