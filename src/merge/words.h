// Private to src/merge: sentences as vectors of weighted words (TF-IDF, length 1), and sums of such vectors.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "merge/flat_map.h"
#include "text/text.h"

namespace dateline::merge {

struct Term {
  std::uint32_t word;
  float weight;
};
using Vector = std::vector<Term>;   // sorted by word

class Words {
 public:
  explicit Words(std::function<bool(std::string_view)> is_common);

  // Tells the words of one sentence to the counts that rare words are known by.
  void count(std::string_view sentence);
  [[nodiscard]] Vector vector(std::string_view sentence);
  // All words and numbers of the sentence that vector() read last.
  [[nodiscard]] std::uint32_t length() const { return length_; }
  [[nodiscard]] std::size_t size() const { return frequency_.size(); }

 private:
  void read(std::string_view sentence);

  std::function<bool(std::string_view)> is_common_;
  FlatMap numbers_;                        // token hash -> number, or `common`
  std::vector<std::uint32_t> frequency_;   // sentences that hold the word
  std::uint32_t sentences_ = 0;
  text::Tokens tokens_;
  std::vector<std::uint32_t> read_;        // of the last sentence, sorted, with repeats
  std::uint32_t length_ = 0;
};

// Content words as hashes, which do not depend on what was read before.
class WordHashes {
 public:
  explicit WordHashes(std::function<bool(std::string_view)> is_common) : is_common_(std::move(is_common)) {}
  // Sorted, without repeats.
  void read(std::string_view sentence, std::vector<std::uint32_t>& hashes);

 private:
  std::function<bool(std::string_view)> is_common_;
  FlatMap common_;                         // token hash -> 1 if common, else 0
  text::Tokens tokens_;
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

[[nodiscard]] float cosine(const Vector& a, const Vector& b);   // of vectors of length 1

}  // namespace dateline::merge
