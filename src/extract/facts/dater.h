// Dates one event of a sentence. dates.cc has the order in which times are asked and what follows
// from them, date_bounds.cc days that are one end of a time, date_clauses.cc the other clauses of
// the sentence, date_phrases.cc its noun phrases, date_causes.cc the deeds that its verbs answer.
#pragma once

#include <string_view>

#include "extract/facts/facts.h"
#include "extract/sentence/offset.h"

namespace dateline::extract {

class Dater {
 public:
  Dater(const Context& context, const Rules& rules, const Sentence& sentence,
        const Candidate& candidate, const DateContext& dating)
      : context_(context),
        rules_(rules),
        sentence_(sentence),
        candidate_(candidate),
        dating_(dating) {}

  [[nodiscard]] DatedBy run() const;

 private:
  [[nodiscard]] const Chunk& at(Index i) const { return chunk_at(sentence_, i); }
  [[nodiscard]] const Word& word(Index unit) const {
    return context_.word(unit_at(sentence_, unit));
  }
  [[nodiscard]] const Timex& timex(Index i) const {
    return context_.annotations.timexes[static_cast<std::size_t>(i)];
  }

  // dates.cc
  [[nodiscard]] std::string_view basis(const Timex& expression) const;
  void fill(Index index, DatedBy& found) const;
  bool own(DatedBy& found) const;
  void count_from_speech(Index index, DatedBy& found) const;
  void count_from_told_day(Index index, DatedBy& found) const;
  bool lasting(DatedBy& found) const;
  [[nodiscard]] bool lies_ahead(Index index) const;
  [[nodiscard]] bool is_done_later(const Date& date) const;
  [[nodiscard]] bool is_day_of_announced() const;
  [[nodiscard]] bool is_aim() const;
  [[nodiscard]] bool simple_past() const;
  [[nodiscard]] bool tells_what_was() const;
  [[nodiscard]] bool names_date() const;
  bool previous(DatedBy& found) const;
  bool labelled(DatedBy& found) const;
  void end_at_publication(EventDate& date) const;
  [[nodiscard]] bool is_days_after() const;
  [[nodiscard]] bool goes_on_with_history() const;
  [[nodiscard]] bool is_part_of_main(const Chunk& verb) const;
  [[nodiscard]] bool current() const;
  [[nodiscard]] DatedBy published() const;

  // date_bounds.cc
  [[nodiscard]] bool is_not_until(Index index) const;
  [[nodiscard]] const Word* word_before(Index timex_index) const;
  void make_preposed_bound(const Word& left, EventDate& event) const;
  [[nodiscard]] bool is_agent(Index index) const;
  [[nodiscard]] bool is_when(Index index) const;
  static void make_bound(DatedBy& found);

  // date_clauses.cc
  [[nodiscard]] bool starts_earlier(Index verb) const;
  bool in_trigger(DatedBy& found) const;
  [[nodiscard]] bool describes(Index verb) const;
  [[nodiscard]] bool is_reported_past(Index verb) const;
  [[nodiscard]] bool is_told_after(Index verb) const;
  bool beneath(DatedBy& found) const;
  bool above(DatedBy& found) const;
  bool beside_verb(Index verb, DatedBy& found) const;
  [[nodiscard]] Index ruling(Index verb) const;
  [[nodiscard]] Index opening_word(Index verb) const;
  bool shift(const Offset& offset, DatedBy& found) const;
  bool years_since(Index day, DatedBy& found) const;
  bool shift_years(const Offset& offset, DatedBy& found) const;
  [[nodiscard]] bool counts_years(Index verb, const Offset& offset) const;
  [[nodiscard]] Index verb_near_noun() const;
  [[nodiscard]] bool is_counted() const;
  [[nodiscard]] bool is_retold() const;
  [[nodiscard]] bool noun_is_earlier() const;

  // date_causes.cc
  [[nodiscard]] bool is_reason(Index phrase) const;
  [[nodiscard]] bool is_cause() const;
  [[nodiscard]] bool shares_day_of_answer(Index index) const;
  [[nodiscard]] bool answers(Index verb) const;

  // date_phrases.cc
  [[nodiscard]] Index inside_noun() const;
  [[nodiscard]] Index inside(Index phrase) const;
  [[nodiscard]] bool is_recent_deed(Index index) const;
  [[nodiscard]] bool is_stated(Index index) const;
  [[nodiscard]] Index of_any_year(Index phrase) const;
  [[nodiscard]] Index of_deed(Index (Dater::*find)(Index) const) const;
  [[nodiscard]] bool is_of_open_deed() const;
  [[nodiscard]] Index beside_noun() const;
  [[nodiscard]] bool is_day_of_charge() const;
  bool sentence_date(DatedBy& found) const;
  [[nodiscard]] bool is_at(Index phrase) const;
  [[nodiscard]] Index phrase_of(Index index) const;
  bool fits_owned_phrase(Index index, DatedBy& found) const;
  [[nodiscard]] bool is_of_phrase(Index index) const;
  [[nodiscard]] bool inside_earlier_phrase(Index index) const;
  [[nodiscard]] bool is_apart(const Chunk& verb) const;
  [[nodiscard]] bool owned(Index index) const;
  [[nodiscard]] bool shares_day(Index verb) const;

  const Context& context_;
  const Rules& rules_;
  const Sentence& sentence_;
  const Candidate& candidate_;
  const DateContext& dating_;
};

}  // namespace dateline::extract
