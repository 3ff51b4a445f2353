// Reads one sentence: runs all steps and chooses which candidates become events.
#pragma once

#include <array>
#include <vector>

#include "extract/events/candidate.h"
#include "extract/events/survey.h"

namespace dateline::extract {

enum class SentenceKind : std::uint8_t { prose, headline, example };  // examples know no names

// What is kept from sentence to sentence.
struct SentenceBuffers {
  static constexpr std::size_t most = 4;  // whose units and chunks the first cache has room for
  std::array<Sentence, most> sentences;
  std::vector<Candidate> found, chosen;
};

// Takes sentences apart, a few together and one step of all before the next, as the code of all
// steps is larger than a processor's first cache; then reads one after the other, as what it tells
// depends on those before.
class SentenceReader {
 public:
  SentenceReader(const Context& context, SentenceBuffers& buffers)
      : context_(context),
        sentences_(buffers.sentences),
        sentence_(sentences_.data()),
        found_(buffers.found),
        chosen_(buffers.chosen) {}
  // `mention` and `timex` are the first ones of the annotations that may lie in the sentence; both
  // are moved on.
  void add(text::TokenRange tokens, SentenceKind kind, std::size_t& mention, std::size_t& timex);
  [[nodiscard]] std::size_t size() const { return size_; }  // at most SentenceBuffers::most
  void clear() { size_ = 0; }
  // Those that were added; they are then read in their order.
  void take_apart();
  void read(std::size_t number, const Before& before);

  [[nodiscard]] const Sentence& sentence() const { return *sentence_; }
  // What the sentence tells, most telling first; at most one for each verb.
  [[nodiscard]] const std::vector<Candidate>& candidates() const { return chosen_; }
  // The finite verb group that carries a sentence without any trigger; none where it has none.
  [[nodiscard]] Index plain_verb() const;

 private:
  void choose();
  [[nodiscard]] bool repeats(const Candidate& candidate) const;
  [[nodiscard]] bool tells(const Candidate& candidate, bool others) const;
  [[nodiscard]] bool has_own_clause(const Candidate& candidate) const;
  [[nodiscard]] bool has_own_time(const Candidate& candidate) const;

  const Context& context_;
  std::array<Sentence, SentenceBuffers::most>& sentences_;
  std::size_t size_ = 0;  // of those that were added
  Sentence* sentence_;    // that was read last
  std::vector<Candidate>& found_;
  std::vector<Candidate>& chosen_;
};

}  // namespace dateline::extract
