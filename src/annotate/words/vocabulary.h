// What an article as a whole says about its words: which it also writes in small letters, which
// with a capital inside a sentence, how many are of sport.
#pragma once

#include <cstdint>

#include "annotate/words/key_set.h"

namespace dateline::annotate {

struct Vocabulary {
  KeySet small;    // words that occur in small letters
  KeySet capital;  // words that occur with a capital inside a sentence
  std::uint32_t words = 0;
  std::uint32_t sport_words = 0;

  void clear() {
    small.clear();
    capital.clear();
    words = sport_words = 0;
  }
  [[nodiscard]] bool about_sport() const { return sport_words * 35 > words; }
};

}  // namespace dateline::annotate
