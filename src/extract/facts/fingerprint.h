// Four min-hashes over the word 5-shingles of a text: near-copies agree in most of them.
#pragma once

#include <cstdint>

#include "text/text.h"

namespace dateline::extract {

class Fingerprint {
 public:
  void add(const text::Tokens& tokens, text::TokenRange range);
  void copy_to(std::uint64_t (&out)[4]) const;

 private:
  std::uint64_t least_[4] = {UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX};
  bool any_ = false;
};

}  // namespace dateline::extract
