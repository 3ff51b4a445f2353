// The documents of small inputs, kept from the first pass over them for the later ones: what was
// parsed once, pages above all, is not parsed again. Up to a fixed amount; the rest is read anew.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "dateline/document.h"
#include "dateline/problem.h"

namespace dateline {

struct KeptInput {
  std::vector<Document> documents;
  Problems problems;  // met while reading
};

// Threads may keep different inputs at the same time.
class KeptInputs {
 public:
  explicit KeptInputs(std::size_t inputs) : inputs_(inputs) {}

  [[nodiscard]] bool has_room() const { return bytes_ < most_bytes; }
  // Or not, where there is no room for all of it.
  void keep(std::uint32_t input, KeptInput&& kept) {
    std::size_t size = 0;
    for (const Document& document : kept.documents) size += size_of(document);
    if (bytes_.fetch_add(size) + size > most_bytes) {
      bytes_ -= size;
      return;
    }
    inputs_[input] = std::make_unique<KeptInput>(std::move(kept));
  }
  // Null where it was not kept.
  [[nodiscard]] KeptInput* find(std::uint32_t input) const {
    return input < inputs_.size() ? inputs_[input].get() : nullptr;
  }
  void clear() { inputs_.clear(); }

 private:
  static constexpr std::size_t most_bytes = std::size_t{16} << 20;
  // About what it takes in memory.
  [[nodiscard]] static std::size_t size_of(const Document& document) {
    constexpr std::size_t name = 128, classes = 64;
    return sizeof(Document) + name + document.text.capacity() +
           document.tags.capacity() * (sizeof(TagEvidence) + classes);
  }
  std::vector<std::unique_ptr<KeptInput>> inputs_;
  std::atomic<std::size_t> bytes_ = 0;
};

}  // namespace dateline
