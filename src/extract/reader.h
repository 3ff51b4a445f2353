// Reads one sentence: runs all steps and chooses which candidates become events.
#pragma once

#include <vector>

#include "extract/candidate.h"
#include "extract/survey.h"

namespace dateline::extract {

// What is kept from sentence to sentence.
struct SentenceBuffers {
  Sentence sentence;
  std::vector<Candidate> found, chosen;
};

class SentenceReader {
 public:
  SentenceReader(const Context& context, SentenceBuffers& buffers)
      : context_(context),
        sentence_(buffers.sentence),
        found_(buffers.found),
        chosen_(buffers.chosen) {}
  // `mention` and `timex` are the first ones of the annotations that may lie in the sentence; both
  // are moved on.
  void read(text::TokenRange tokens, const Before& before, std::size_t& mention,
            std::size_t& timex);

  [[nodiscard]] const Sentence& sentence() const { return sentence_; }
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
  Sentence& sentence_;
  std::vector<Candidate>& found_;
  std::vector<Candidate>& chosen_;
};

}  // namespace dateline::extract
