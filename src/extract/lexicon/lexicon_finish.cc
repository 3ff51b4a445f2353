// The last step of building a Lexicon: what was read becomes tables in the order in which they are
// asked: by family, lemma, strength and hash.
#include <algorithm>
#include <numeric>

#include "extract/lexicon/lexicon_builder.h"

namespace dateline::extract {

// Entries in the order of their lemmas, those of one lemma as they were; where each lemma's lie.
template <typename Entry>
void LexiconBuilder::sort_by_lemma(const std::vector<std::pair<LemmaId, Entry>>& entries,
                                   LemmaId last, std::vector<Entry>& sorted,
                                   std::vector<Range>& ranges) {
  ranges.resize(last + std::size_t{1});
  for (const auto& [lemma, entry] : entries) ++ranges[lemma].last;
  std::uint32_t before = 0;
  for (Range& range : ranges) {
    const std::uint32_t count = range.last;
    range = {before, before};
    before += count;
  }
  sorted.resize(entries.size());
  for (const auto& [lemma, entry] : entries) sorted[ranges[lemma].last++] = entry;
}

// Forms of one verb or noun are a family, and so are those that a shared form joins ("found" joins
// find and found).
void LexiconBuilder::finish_families() {
  std::vector<FormId> up(out_.words_.size());  // towards the first form of the family
  std::iota(up.begin(), up.end(), FormId{0});
  const auto root = [&](FormId form) {
    while (up[form] != form) form = up[form] = up[up[form]];
    return form;
  };
  std::vector<FormId> of_verb(verbs_ + std::size_t{1}), of_noun(nouns_ + std::size_t{1});
  const auto join = [&](FormId& first, FormId form) {
    if (first == 0)
      first = form;
    else
      up[std::max(root(first), root(form))] = std::min(root(first), root(form));
  };
  for (const Word& word : out_.words_) {
    if (word.verb != 0) join(of_verb[word.verb], word.form);
    if (word.noun != 0) join(of_noun[word.noun], word.form);
  }
  for (Word& word : out_.words_) word.family = root(word.form);
}

// How much a sense counts, and what must stand about for it.
void LexiconBuilder::finish_sense(Sense& sense) const {
  const EventRule& event = out_.event_rules_[sense.rule];
  if (sense.kind == Sense::Kind::frame) {
    sense.strength = frame_strength + 2 * modifier_strength;
    sense.needs = frame_bit;
  }
  if (sense.kind == Sense::Kind::verb) {
    const bool constrained = event.object_place || event.object_person || event.object_role ||
                             event.subject != 0 || event.by_accident ||
                             !event.subject_nouns.empty();
    sense.strength = verb_strength + (constrained ? 2 : 0) +
                     (event.with || !event.adverbs.empty() ? 1 : 0) - (event.weak ? 3 : 0);
  }
  if (sense.kind != Sense::Kind::phrase) return;
  sense.strength = verb_strength + (event.subject_nouns.empty() ? 1 : 2);
  for (std::uint32_t e = sense.first; e < sense.last; ++e) {
    if (out_.pattern_[e] == gap) continue;
    sense.strength += element_strength;
    sense.needs |= family_bit(out_.words_[out_.pattern_[e]].family);
    if (e == sense.first) sense.next = sense.needs;
  }
}

void LexiconBuilder::finish_senses() {
  for (auto& [verb, sense] : senses_) finish_sense(sense);
  std::stable_sort(senses_.begin(), senses_.end(), [](const auto& a, const auto& b) {
    return a.second.strength > b.second.strength;
  });
  sort_by_lemma(senses_, verbs_, out_.senses_, out_.verb_senses_);
  for (const Sense& sense : out_.senses_) out_.sense_needs_.push_back(sense.needs);
  sort_by_lemma(noun_senses_, nouns_, out_.noun_senses_, out_.noun_senses_index_);
  for (const Range& range : out_.noun_senses_index_) {
    // Compounds before the bare noun, and what needs a topic before what does not: the more
    // specific first.
    const auto narrowness = [&](const NounSense& sense) {
      return (sense.modifier != 0 ? 2 : 0) + (out_.event_rules_[sense.rule].about != 0 ? 1 : 0);
    };
    if (range.last - range.first < 2) continue;
    std::stable_sort(
        out_.noun_senses_.begin() + range.first, out_.noun_senses_.begin() + range.last,
        [&](const NounSense& a, const NounSense& b) { return narrowness(a) > narrowness(b); });
  }
  std::sort(out_.frame_nouns_.begin(), out_.frame_nouns_.end());
  out_.in_frames_.assign(nouns_ + std::size_t{1}, false);
  for (const Lexicon::FrameNoun& object : out_.frame_nouns_)
    out_.in_frames_[object.key & 0xFFFFU] = true;
}

void LexiconBuilder::finish_blocks() {
  const auto family = [&](const Range& block) {
    return out_.words_[out_.pattern_[block.first]].family;
  };
  std::stable_sort(out_.blocks_.begin(), out_.blocks_.end(),
                   [&](const Range& a, const Range& b) { return family(a) < family(b); });
  for (const Range& block : out_.blocks_) {
    FamilyBits& needs = out_.block_needs_.emplace_back();
    for (std::uint32_t e = block.first; e < block.last; ++e) {
      needs |= family_bit(out_.words_[out_.pattern_[e]].family);
    }
  }
  out_.block_starts_.resize(out_.words_.size());
  for (std::uint32_t b = 0; b < out_.blocks_.size(); ++b) {
    Range& range = out_.block_starts_[family(out_.blocks_[b])];
    if (range.last == 0) range.first = b;
    range.last = b + 1;
  }
  for (Word& word : out_.words_) word.starts_idiom = out_.block_starts_[word.family].last != 0;
}

void LexiconBuilder::finish_slots() {
  std::size_t slots = 1024;
  while (slots < out_.words_.size() * 2) slots *= 2;
  out_.slots_.resize(slots);
  out_.slot_mask_ = slots - 1;
  for (std::uint32_t id = 1; id < out_.words_.size(); ++id) {
    const std::uint32_t hash = forms_.hash(id - 1);
    std::size_t at = hash & (slots - 1);
    while (out_.slots_[at] != 0) at = (at + 1) & (slots - 1);
    const auto size = static_cast<std::uint32_t>(forms_.text(id - 1).size());
    out_.slots_[at] = Lexicon::slot(hash, size, static_cast<FormId>(id));
  }
}

void LexiconBuilder::finish() {
  verb_classes_.resize(verbs_ + std::size_t{1});
  verb_classes_[0] = Word{};
  for (Word& word : out_.words_) {
    word.add_classes_of(verb_classes_[word.verb]);
    if (word.form != 0) word.tag = tag_alone(word);
    word.tells = (word.classes &
                  (bit(WordClass::role) | bit(WordClass::topic) | bit(WordClass::weapon))) != 0;
  }
  finish_families();
  finish_senses();
  std::sort(out_.light_.begin(), out_.light_.end());
  std::vector<bool> light(verbs_ + std::size_t{1});
  for (const std::uint32_t entry : out_.light_) light[entry >> 16] = true;
  for (Word& word : out_.words_) {
    const Range senses = out_.noun_senses_index_[word.noun];
    word.tells_event = word.noun != 0 && senses.first != senses.last;
    word.may_be_light = light[word.verb];
  }
  finish_blocks();
  finish_slots();
}

}  // namespace dateline::extract
