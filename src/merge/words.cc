// Words to numbers, sentences to vectors. Weights follow the smoothed TF-IDF of the timeline literature (Martschat and
// Markert, EACL 2017): count * (ln((1 + N) / (1 + n)) + 1), scaled to length 1.
#include "merge/words.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace dateline::merge {
namespace {

constexpr std::uint32_t common = 0xFFFFFFFE;

}  // namespace

Words::Words(std::function<bool(std::string_view)> is_common) : is_common_(std::move(is_common)), numbers_(1024) {}

void Words::read(std::string_view sentence) {
  text::tokenize(sentence, tokens_);
  read_.clear();
  length_ = 0;
  for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
    if (!tokens_.has(i, text::is_word | text::is_number)) continue;
    if (!tokens_.has(i, text::glued) || i == 0) ++length_;
    if (tokens_.end[i] - tokens_.begin[i] < 2) continue;
    const auto fresh = static_cast<std::uint32_t>(frequency_.size());
    std::uint32_t number = numbers_.find(tokens_.hash[i]);
    if (number == FlatMap::none) {
      const bool dull = is_common_ && is_common_(text::fold(tokens_.of(i, sentence)));
      number = numbers_.insert(tokens_.hash[i], dull ? common : fresh);
      if (!dull) frequency_.push_back(0);
    }
    if (number != common) read_.push_back(number);
  }
  std::sort(read_.begin(), read_.end());
}

void Words::count(std::string_view sentence) {
  read(sentence);
  read_.erase(std::unique(read_.begin(), read_.end()), read_.end());
  for (const std::uint32_t word : read_) ++frequency_[word];
  ++sentences_;
}

Vector Words::vector(std::string_view sentence) {
  read(sentence);
  Vector vector;
  double length = 0;
  for (std::size_t i = 0, j = 0; i < read_.size(); i = j) {
    while (j < read_.size() && read_[j] == read_[i]) ++j;
    const double rarity = std::log((1.0 + sentences_) / (1.0 + frequency_[read_[i]])) + 1;
    const double weight = static_cast<double>(j - i) * rarity;
    vector.push_back({read_[i], static_cast<float>(weight)});
    length += weight * weight;
  }
  const auto scale = static_cast<float>(length > 0 ? 1 / std::sqrt(length) : 0);
  for (Term& term : vector) term.weight *= scale;
  return vector;
}

void WordHashes::read(std::string_view sentence, std::vector<std::uint32_t>& hashes) {
  hashes.clear();
  text::tokenize(sentence, tokens_);
  for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
    if (!tokens_.has(i, text::is_word | text::is_number) || tokens_.end[i] - tokens_.begin[i] < 2) continue;
    std::uint32_t common = common_.find(tokens_.hash[i]);
    if (common == FlatMap::none) {
      const bool dull = is_common_ && is_common_(text::fold(tokens_.of(i, sentence)));
      common = common_.insert(tokens_.hash[i], dull ? 1 : 0);
    }
    if (common == 0) hashes.push_back(tokens_.hash[i]);
  }
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
}

void Sum::add(const Vector& vector, float factor, std::size_t words) {
  if (weights_.size() < words) weights_.resize(words);
  for (const Term& term : vector) {
    if (weights_[term.word] == 0) touched_.push_back(term.word);
    weights_[term.word] += term.weight * factor;
  }
}

void Sum::clear() {
  for (const std::uint32_t word : touched_) weights_[word] = 0;
  touched_.clear();
}

float Sum::dot(const Vector& vector) const {
  float dot = 0;
  for (const Term& term : vector) {
    if (term.word < weights_.size()) dot += term.weight * weights_[term.word];
  }
  return dot;
}

float Sum::norm() const {
  float sum = 0;
  for (const std::uint32_t word : touched_) sum += weights_[word] * weights_[word];
  return std::sqrt(sum);
}

float cosine(const Vector& a, const Vector& b) {
  float dot = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i].word == b[j].word) {
      dot += a[i].weight * b[j].weight;
      ++i;
      ++j;
    } else if (a[i].word < b[j].word) {
      ++i;
    } else {
      ++j;
    }
  }
  return dot;
}

}  // namespace dateline::merge
