// Words to numbers, sentences to vectors. Weights follow the smoothed TF-IDF of the timeline
// literature (Martschat and Markert, EACL 2017): count * (ln((1 + N) / (1 + n)) + 1), scaled to
// length 1.
#include "merge/records/words.h"

#include <algorithm>
#include <cmath>

#include "merge/base/hash.h"
#include "merge/records/circumstances.h"

namespace dateline::merge {
namespace {

// Words follow each other; what is too short is said by anyone.
class Passage {
 public:
  void add(std::uint32_t word) {
    state_ = mix(state_, word);
    ++words_;
  }
  void end(std::vector<std::uint64_t>& passages) {
    constexpr std::uint32_t least_words = 8;
    if (words_ >= least_words) passages.push_back(state_);
    *this = {};
  }

 private:
  std::uint64_t state_ = 0;
  std::uint32_t words_ = 0;
};

bool is_double_quote(std::string_view mark) {
  return mark == "\"" || mark == "\xE2\x80\x9C" || mark == "\xE2\x80\x9D";
}

}  // namespace

std::uint32_t WordReader::look_up(std::string_view word) {
  if (!note_of_) return plain;
  const WordNote note = note_of_(text::fold(word));
  if (note.is_common) return common;
  std::vector<std::uint32_t> keys;
  add_circumstances(note.circumstances, keys);
  if (keys.empty()) return plain;
  circumstances_.push_back(std::move(keys));
  return static_cast<std::uint32_t>(circumstances_.size()) + common;
}

Keys WordReader::circumstances_of(std::uint32_t word) const {
  const std::uint32_t known = known_.find(word);
  if (known == FlatMap::none || known <= common) return {};
  return circumstances_[known - common - 1];
}

std::uint32_t WordReader::read(std::string_view sentence, std::vector<std::uint32_t>& hashes) {
  hashes.clear();
  text::tokenize(sentence, tokens_);
  std::uint32_t length = 0;
  for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
    if (!tokens_.has(i, text::is_word | text::is_number)) continue;
    if (!tokens_.has(i, text::glued) || i == 0) ++length;
    if (tokens_.end[i] - tokens_.begin[i] < 2) continue;
    std::uint32_t known = known_.find(tokens_.hash[i]);
    if (known == FlatMap::none)
      known = known_.insert(tokens_.hash[i], look_up(tokens_.of(i, sentence)));
    if (known != common) hashes.push_back(tokens_.hash[i]);
  }
  return length;
}

void WordReader::read_name(std::string_view name, std::vector<std::uint32_t>& hashes) {
  const std::uint64_t text = hash_of(name);
  Name& known = names_[text % names_.size()];
  if (known.text == text) {
    hashes.assign(known.hashes.begin(), known.hashes.begin() + known.size);
    return;
  }
  read(name, hashes);
  if (hashes.size() > known.hashes.size()) return;
  known.text = text;
  known.size = static_cast<std::uint32_t>(hashes.size());
  std::copy(hashes.begin(), hashes.end(), known.hashes.begin());
}

// Double quotation marks, straight or curly, alternate; what lies between two is a quotation.
void WordReader::add_passages(std::string_view sentence,
                              std::vector<std::uint64_t>& passages) const {
  Passage whole, quotation;
  bool open = false;
  for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
    if (tokens_.has(i, text::is_word | text::is_number)) {
      whole.add(tokens_.hash[i]);
      if (open) quotation.add(tokens_.hash[i]);
    } else if (is_double_quote(tokens_.of(i, sentence))) {
      if (open) quotation.end(passages);
      open = !open;
    }
  }
  whole.end(passages);
}

void Words::count(std::span<std::uint32_t> words) {
  ++sentences_;
  for (std::uint32_t& word : words) {
    const std::uint32_t number =
        numbers_.insert(word, static_cast<std::uint32_t>(frequency_.size()));
    if (number == frequency_.size()) {
      frequency_.push_back(0);
      last_.push_back(0);
    }
    if (last_[number] != sentences_) ++frequency_[number];
    last_[number] = sentences_;
    word = number;
  }
  std::sort(words.begin(), words.end());
}

void Words::settle() {
  rarity_.clear();
  for (const std::uint32_t count : frequency_)
    rarity_.push_back(std::log((1.0 + sentences_) / (1.0 + count)) + 1);
}

void Words::vector(std::span<const std::uint32_t> words, Vector& vector) const {
  vector.clear();
  double length = 0;
  for (std::size_t i = 0, j = 0; i < words.size(); i = j) {
    while (j < words.size() && words[j] == words[i]) ++j;
    const double weight = static_cast<double>(j - i) * rarity_[words[i]];
    vector.push_back({words[i], static_cast<float>(weight)});
    length += weight * weight;
  }
  const auto scale = static_cast<float>(length > 0 ? 1 / std::sqrt(length) : 0);
  for (Term& term : vector) term.weight *= scale;
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

}  // namespace dateline::merge
