// Which lines of a page are the article's, by the gold text: a line of four words and more where
// half its words lie under a 4-gram of the gold; a shorter one where it is a line of the gold, or
// most of its words lie under 4-grams that it makes with its neighbours.
#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "segment/lines/lines.h"
#include "text/text.h"

namespace dateline::segment::fit {

class Gold {
 public:
  explicit Gold(const std::string& text) {
    text::Tokens tokens;
    text::tokenize(text, tokens);
    std::vector<std::uint32_t> words;
    std::uint64_t line = seed;
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
      if (i > 0 && tokens.has(i, text::after_newline)) {
        lines_.insert(line);
        line = seed;
      }
      if (!is_word(tokens, i)) continue;
      words.push_back(tokens.hash[i]);
      line = mix(line, tokens.hash[i]);
    }
    lines_.insert(line);
    lines_.erase(seed);
    for (std::size_t i = 0; i + 4 <= words.size(); ++i) grams_.insert(gram(words.data() + i));
  }

  [[nodiscard]] std::string labels(const std::string&, const text::Tokens& tokens,
                                   const std::vector<Line>& lines, const std::string& title) const {
    std::vector<std::vector<std::uint32_t>> words(lines.size());
    for (std::size_t n = 0; n < lines.size(); ++n) {
      for (std::uint32_t i = lines[n].tokens.first; i < lines[n].tokens.last; ++i) {
        if (is_word(tokens, i)) words[n].push_back(tokens.hash[i]);
      }
    }
    text::Tokens title_tokens;
    text::tokenize(title, title_tokens);
    std::vector<std::uint32_t> title_words;
    for (std::uint32_t i = 0; i < title_tokens.size(); ++i) {
      if (is_word(title_tokens, i)) title_words.push_back(title_tokens.hash[i]);
    }
    std::string out(lines.size(), '_');
    const std::vector<std::uint32_t>* before = nullptr;
    for (std::size_t n = 0; n < lines.size(); ++n) {
      if (words[n].empty()) continue;
      std::size_t next = n + 1;
      while (next < lines.size() && words[next].empty()) ++next;
      if (words[n] != title_words) {
        out[n] = core(before, words[n], next < lines.size() ? &words[next] : nullptr) ? '+' : '-';
      }
      before = &words[n];
    }
    return out;
  }

 private:
  static constexpr std::uint64_t seed = 1469598103934665603ULL;
  static std::uint64_t mix(std::uint64_t h, std::uint32_t w) {
    return (h ^ w) * 1099511628211ULL + 0x9E3779B9;
  }
  static std::uint64_t gram(const std::uint32_t* w) {
    return mix(mix(mix(mix(seed, w[0]), w[1]), w[2]), w[3]);
  }
  static bool is_word(const text::Tokens& tokens, std::uint32_t i) {
    return tokens.has(i, text::is_word | text::is_number);
  }

  [[nodiscard]] bool core(const std::vector<std::uint32_t>* before,
                          const std::vector<std::uint32_t>& words,
                          const std::vector<std::uint32_t>* after) const {
    std::uint64_t line = seed;
    for (const std::uint32_t w : words) line = mix(line, w);
    if (lines_.contains(line)) return true;
    const std::size_t n = words.size();
    if (n >= 4) {
      std::size_t covered = 0, last = 0;
      for (std::size_t i = 0; i + 4 <= n; ++i) {
        if (!grams_.contains(gram(words.data() + i))) continue;
        covered += i + 4 - std::max(i, last);
        last = i + 4;
      }
      return covered * 2 >= n;
    }
    std::vector<std::uint32_t> around;
    if (before)
      around.insert(
          around.end(),
          before->end() - static_cast<std::ptrdiff_t>(std::min<std::size_t>(3, before->size())),
          before->end());
    const std::size_t offset = around.size();
    around.insert(around.end(), words.begin(), words.end());
    if (after)
      around.insert(
          around.end(), after->begin(),
          after->begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(3, after->size())));
    std::size_t hit = 0;
    for (std::size_t j = offset; j < offset + n; ++j) {
      for (std::size_t i = j > 3 ? j - 3 : 0; i <= j && i + 4 <= around.size(); ++i) {
        if (grams_.contains(gram(around.data() + i))) {
          ++hit;
          break;
        }
      }
    }
    return hit * 2 > n;
  }

  std::unordered_set<std::uint64_t> grams_, lines_;
};

}  // namespace dateline::segment::fit
