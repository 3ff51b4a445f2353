// From a text to a Reading: its tokens, and of each what the lexicon and the areas know of it.
// Words that a worker has seen lately come from its cache. Entry: read_text.
#include <algorithm>
#include <array>

#include "rules/memory.h"
#include "rules/pack.h"

namespace dateline::rules {
namespace {

MatchMemory& memory_of(const Rules::Impl& pack, const Reading& reading) {
  if (!reading.memory || reading.memory->pack != &pack) {
    reading.memory = std::make_shared<MatchMemory>();
    reading.memory->pack = &pack;
  }
  return *reading.memory;
}

// `size` is at most WordCache::longest.
[[gnu::always_inline]] inline WordCache::Spelled spelled(std::string_view text, std::size_t at,
                                                         std::size_t size) {
  if (size <= 8) return {text::keep_bytes(text::load_chunk(text, at), size), 0};
  return {text::load_chunk(text, at), text::keep_bytes(text::load_chunk(text, at + 8), size - 8)};
}

// Fills a Reading's words, a stretch of tokens at a time. The words that the cache lacks are looked
// up together: memory is asked for the parts of all of them before the first is read.
class WordReader {
 public:
  WordReader(const Rules::Impl& pack, WordCache& cache, Reading& reading)
      : pack_(pack),
        cache_(cache),
        reading_(reading),
        text_(reading.text),
        count_(reading.tokens.size()),
        begin_(reading.tokens.begin.data()),
        end_(reading.tokens.end.data()),
        hash_(reading.tokens.hash.data()) {}

  void run() {
    reading_.words.resize(count_);
    reading_.kinds.resize(count_);
    reading_.abbreviation.resize(count_);
    if (reading_.starts.size() < count_ + 7) reading_.starts.resize(count_ + 7);
    reading_.phrases.clear();
    for (std::uint32_t first = 0; first < count_; first += stretch) {
      const std::uint32_t last = std::min(first + stretch, count_);
      look_up_new(first, read_known(first, last));
      write(first, last);
    }
  }

 private:
  static constexpr std::uint32_t stretch = 128;

  // What the cache knows; returns how many tokens it does not know, which are in new_.
  std::uint32_t read_known(std::uint32_t first, std::uint32_t last) {
    std::uint32_t count = 0;
    for (std::uint32_t i = first; i < last; ++i) {
      const WordCache::Entry* entry =
          is_kept(i) ? cache_.find(hash_[i], spelled(text_, begin_[i], end_[i] - begin_[i]))
                     : nullptr;
      if (entry != nullptr) {
        known_[i - first] = entry->known;
        continue;
      }
      new_[count++] = i;
      pack_.lexicon.expect(hash_[i]);
    }
    return count;
  }

  void look_up_new(std::uint32_t first, std::uint32_t count) {
    std::array<WordId, stretch> likely;
    for (std::uint32_t k = 0; k < count; ++k) likely[k] = pack_.lexicon.expect_word(hash_[new_[k]]);
    for (std::uint32_t k = 0; k < count; ++k) pack_.lexicon.expect_form(likely[k]);
    for (std::uint32_t k = 0; k < count; ++k) {
      const std::uint32_t i = new_[k];
      const KnownWord known = look_up(i);
      known_[i - first] = known;
      if (is_kept(i))
        cache_.keep(hash_[i], {spelled(text_, begin_[i], end_[i] - begin_[i]), known});
    }
  }

  void write(std::uint32_t first, std::uint32_t last) {
    WordId* const words = reading_.words.data();
    KindId* const kinds = reading_.kinds.data();
    std::uint8_t* const hints = reading_.abbreviation.data();
    std::uint8_t* const starts = reading_.starts.data();
    for (std::uint32_t i = first; i < last; ++i) {
      const KnownWord& known = known_[i - first];
      words[i] = known.word;
      kinds[i] = known.kind;
      hints[i] = known.hints;
      starts[i] = known.starts;
      if (known.seconds != 0) add_phrase(i, known);
    }
  }

  [[nodiscard]] bool is_kept(std::uint32_t i) const {
    return end_[i] - begin_[i] <= WordCache::longest;
  }

  [[nodiscard]] KnownWord look_up(std::uint32_t i) const {
    KnownWord known;
    known.word =
        pack_.lexicon.find(hash_[i], reading_.word(i), !reading_.tokens.has(i, text::non_ascii));
    known.kind = pack_.lexicon.combo(known.word);
    known.starts = pack_.starts.of_token(known.kind, known.word != 0, reading_.tokens.flags[i]);
    if (known.word == 0) return known;
    known.hints = pack_.sentence_hints[known.kind];
    known.seconds = pack_.lexicon.second_tokens(known.word);
    return known;
  }

  void add_phrase(std::uint32_t first, const KnownWord& known) {
    if (first + 1 == count_ || (known.seconds >> hash_[first + 1] % 64 & 1) == 0) return;
    Phrase phrase;
    if (!pack_.lexicon.phrase_at(reading_.tokens, first, known.word, phrase)) return;
    reading_.phrases.push_back(phrase);
    reading_.starts[first] |= pack_.starts.of_phrase(pack_.lexicon.combo(phrase.word));
  }

  const Rules::Impl& pack_;
  WordCache& cache_;
  Reading& reading_;
  const std::string_view text_;
  const std::uint32_t count_;
  const std::uint32_t* const begin_;
  const std::uint32_t* const end_;
  const std::uint32_t* const hash_;
  std::array<KnownWord, stretch> known_;    // of the stretch
  std::array<std::uint32_t, stretch> new_;  // its tokens that the cache lacks
};

}  // namespace

void read_text(const Rules::Impl& pack, std::string_view text, Reading& reading) {
  WordCache& cache = memory_of(pack, reading).words;
  reading.text = text;
  text::tokenize(text, reading.tokens);
  WordReader(pack, cache, reading).run();
}

}  // namespace dateline::rules
