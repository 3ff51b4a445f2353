// A model made ready for the evaluation of many lines. Many trees ask the same questions: each is
// answered once for a block of lines. And a value is one byte, so that it is looked up by shuffling
// bytes: what all leaves of a tree have in common is put into the bias, and a tree whose values lie
// further apart becomes several, which lead to parts of them.
#pragma once

#include <cstdint>
#include <vector>

#include "segment/kinds/trees.h"

namespace dateline::segment {

class Forest {
 public:
  // A feature, and how many questions are about it.
  struct Topic {
    std::uint16_t feature = 0, questions = 0;
  };
  struct ByteTree {
    std::uint32_t question[tree_depth] = {};  // where the answers stand, in bytes
    std::uint8_t value[tree_leaves] = {};     // thousandths of log-odds
  };

  Forest() = default;
  explicit Forest(const Model& model);
  [[nodiscard]] bool empty() const { return trees_.empty(); }
  // The log-odds of every row, which have to be less than 32 either way.
  [[nodiscard]] std::vector<float> evaluate(const Features& features) const;

 private:
  struct Asked;
  void add(const Tree& tree, const std::vector<Asked>& questions);

  std::vector<Topic> topics_;
  std::vector<std::int8_t> thresholds_;  // of the questions, by topic; less 128
  std::vector<ByteTree> trees_;
  int bias_ = 0;  // thousandths of log-odds
};

}  // namespace dateline::segment
