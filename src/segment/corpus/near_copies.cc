// Documents that share a hash of their samples are compared, each with those next to it in the
// order of samples only: near-copies lie side by side there for most of the hashes they share, and
// a line that stands everywhere costs no more than others.
#include "segment/corpus/near_copies.h"

#include <algorithm>
#include <numeric>

namespace dateline::segment {

namespace {

constexpr std::size_t neighbours = 4;

// Sets of numbers that are joined in pairs; the smallest number stands for its set.
class Sets {
 public:
  explicit Sets(std::size_t size) : parents_(size) {
    std::iota(parents_.begin(), parents_.end(), 0U);
  }
  [[nodiscard]] std::uint32_t of(std::uint32_t one) {
    while (parents_[one] != one) one = parents_[one] = parents_[parents_[one]];
    return one;
  }
  void join(std::uint32_t a, std::uint32_t b) {
    const std::uint32_t first = of(a), second = of(b);
    parents_[std::max(first, second)] = std::min(first, second);
  }

 private:
  std::vector<std::uint32_t> parents_;
};

}  // namespace

void NearCopies::add(std::uint64_t document, std::vector<std::uint64_t>& sentences) {
  if (sentences.empty()) return;
  std::sort(sentences.begin(), sentences.end());
  sentences.erase(std::unique(sentences.begin(), sentences.end()), sentences.end());
  Sample& sample = samples_.emplace_back();
  std::copy_n(sentences.begin(), std::min(sentences.size(), sample_size), sample.hashes.begin());
  sample.document = document;
}

void NearCopies::merge(const NearCopies& other) {
  samples_.insert(samples_.end(), other.samples_.begin(), other.samples_.end());
}

// Of the smallest hashes of both together, are at least half in both?
bool NearCopies::alike(const Sample& a, const Sample& b) {
  constexpr std::uint64_t none = 0 - std::uint64_t{1};  // less 1, what is 0 comes last
  std::size_t all = 0, common = 0;
  for (std::size_t i = 0, k = 0; all < sample_size; ++all) {
    const std::uint64_t one = a.hashes[i] - 1, other = b.hashes[k] - 1;
    if ((one & other) == none) break;
    common += one == other;
    i += one <= other;
    k += other <= one;
  }
  return common * 2 >= all;
}

void NearCopies::join() {
  std::sort(samples_.begin(), samples_.end());
  struct Holder {
    std::uint64_t hash;
    std::uint32_t sample;
    auto operator<=>(const Holder&) const = default;
  };
  std::vector<Holder> holders;
  for (std::uint32_t s = 0; s < samples_.size(); ++s) {
    for (const std::uint64_t hash : samples_[s].hashes) {
      if (hash != 0) holders.push_back({hash, s});
    }
  }
  std::sort(holders.begin(), holders.end());
  Sets sets(samples_.size());
  for (std::size_t i = 0; i < holders.size(); ++i) {
    const std::size_t end = std::min(i + 1 + neighbours, holders.size());
    for (std::size_t k = i + 1; k < end && holders[k].hash == holders[i].hash; ++k) {
      const std::uint32_t a = holders[i].sample, b = holders[k].sample;
      if (sets.of(a) != sets.of(b) && alike(samples_[a], samples_[b])) sets.join(a, b);
    }
  }
  std::vector<std::uint32_t> sizes(samples_.size());
  for (std::uint32_t s = 0; s < samples_.size(); ++s) ++sizes[sets.of(s)];
  for (std::uint32_t s = 0; s < samples_.size(); ++s) {
    const std::uint32_t size = sizes[sets.of(s)];
    if (size > 1) groups_.push_back({samples_[s].document, size - 1});
  }
  std::sort(groups_.begin(), groups_.end());
  samples_ = {};
}

std::uint32_t NearCopies::copies_of(std::uint64_t document) const {
  const auto found = std::lower_bound(groups_.begin(), groups_.end(), Group{document, 0});
  return found != groups_.end() && found->document == document ? found->others : 0;
}

}  // namespace dateline::segment
