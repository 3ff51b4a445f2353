// Private to src/merge: sentences as vectors of weighted words (TF-IDF, length 1), and sums of such
// vectors.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "merge/base/flat_map.h"
#include "merge/base/keys.h"
#include "merge/merge.h"
#include "text/text.h"

namespace dateline::merge {

struct Term {
  std::uint32_t word;
  float weight;
};
using Vector = std::vector<Term>;  // sorted by word

// Reads the content words of sentences as hashes, which do not depend on what was read before.
class WordReader {
 public:
  using NoteOf = std::function<WordNote(std::string_view)>;
  explicit WordReader(NoteOf note_of) : note_of_(std::move(note_of)) {}
  // In text order, with repeats. Returns how many words and numbers there are, the common ones too.
  std::uint32_t read(std::string_view sentence, std::vector<std::uint32_t>& hashes);
  // The same of a name or a word, which come again and again: what was read last is remembered.
  void read_name(std::string_view name, std::vector<std::uint32_t>& hashes);
  // Adds a hash of all words of the sentence that was read last, and of each quotation in it, if
  // they are long enough to be known again in another article.
  void add_passages(std::string_view sentence, std::vector<std::uint64_t>& passages) const;
  // What a word that has been read tells of where or how something happened.
  [[nodiscard]] Keys circumstances_of(std::uint32_t word) const;

 private:
  // What is known of a word that is read for the first time.
  std::uint32_t look_up(std::string_view word);

  NoteOf note_of_;
  static constexpr std::uint32_t plain = 0, common = 1;
  FlatMap known_;  // token hash -> plain, common, or 2 + the number of its circumstances
  std::vector<std::vector<std::uint32_t>> circumstances_;
  text::Tokens tokens_;
  // By hash of the text; where two meet, the later takes the place.
  struct Name {
    std::uint64_t text = 0;
    std::uint32_t size = 0;
    std::array<std::uint32_t, 5> hashes = {};
  };
  std::vector<Name> names_ = std::vector<Name>(2048);
};

// The words of all reports: rare ones weigh more.
class Words {
 public:
  // Puts numbers in place of the hashes of one sentence, sorted, and counts them.
  void count(std::span<std::uint32_t> words);
  // When all are counted.
  void settle();
  // Of words that count() has numbered. May be called from several threads.
  void vector(std::span<const std::uint32_t> words, Vector& vector) const;
  [[nodiscard]] std::size_t size() const { return rarity_.size(); }

 private:
  FlatMap numbers_ = FlatMap(1024);       // token hash -> number
  std::vector<std::uint32_t> frequency_;  // sentences that hold the word
  std::vector<std::uint32_t> last_;       // the last of them
  std::vector<double> rarity_;
  std::uint32_t sentences_ = 0;
};

// A sum of vectors over all words, cleared in the time of what was added.
class Sum {
 public:
  void add(const Vector& vector, float factor, std::size_t words);
  void clear();
  [[nodiscard]] float dot(const Vector& vector) const;
  [[nodiscard]] float norm() const;

 private:
  std::vector<float> weights_;
  std::vector<std::uint32_t> touched_;
};

}  // namespace dateline::merge
