// Near-copies: documents that hold mostly the same sentences. What only these have in common is no
// furniture, but one article that was put down more than once.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace dateline::segment {

class NearCopies {
 public:
  // `sentences`: hashes of the document's lines that look like sentences; sorted by this.
  void add(std::uint64_t document, std::vector<std::uint64_t>& sentences);
  void merge(const NearCopies& other);
  // Once all are there: finds the groups.
  void join();
  // How many other documents are of the document's group.
  [[nodiscard]] std::uint32_t copies_of(std::uint64_t document) const;

 private:
  // The smallest hashes, ascending, are a sample that is the same wherever the sentences are; 0
  // where there are no more.
  static constexpr std::size_t sample_size = 16;
  struct Sample {
    std::array<std::uint64_t, sample_size> hashes{};
    std::uint64_t document = 0;
    friend auto operator<=>(const Sample&, const Sample&) = default;
  };
  struct Group {
    std::uint64_t document;
    std::uint32_t others;
    friend auto operator<=>(const Group&, const Group&) = default;
  };
  [[nodiscard]] static bool alike(const Sample& a, const Sample& b);

  std::vector<Sample> samples_;
  std::vector<Group> groups_;  // documents that have copies, sorted
};

}  // namespace dateline::segment
