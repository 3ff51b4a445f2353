// One article: its sentences in order, what is remembered from one to the next, and the events and
// reports they make.
#pragma once

#include <array>

#include "extract/events/actors.h"
#include "extract/events/reader.h"
#include "extract/events/survey.h"
#include "extract/extract.h"
#include "extract/facts/facts.h"
#include "extract/facts/fingerprint.h"

namespace dateline::extract {

// What is kept from article to article.
struct ArticleBuffers {
  SentenceBuffers sentence;
  std::vector<text::TokenRange> sentences;  // of a block
  std::vector<NamedPlace> places;           // of a sentence
};

class ArticleReader {
 public:
  ArticleReader(const Rules& rules, const Lexicon& lexicon, const ArticleInput& input,
                const Options& options, ArticleBuffers& buffers);
  [[nodiscard]] Extraction run();

 private:
  static constexpr auto unread = static_cast<std::uint32_t>(-1);
  // What is known of a sentence that is to be read.
  struct Waiting {
    Zone zone = Zone::body;
    bool opens_block = false;
    const Date* published = nullptr;
  };

  void fill_source();
  void block(const Block& block, Zone zone);
  void add(text::TokenRange tokens, const Waiting& waiting);
  void read_waiting();
  void begin_block(Zone zone);
  void sentence(std::size_t number, Zone zone, const Date& published);
  void report(text::TokenRange tokens, Index day, const Date& published);
  [[nodiscard]] const Timex* label() const;
  [[nodiscard]] bool is_long_past(const Date& published) const;
  void retract();
  void find_facts();
  [[nodiscard]] bool is_ahead(const Candidate& candidate, const DatedBy& dated,
                              const DateContext& dating) const;
  void add_event(const Candidate& found, Zone zone, const DateContext& dating);
  void add_other(Zone zone, const DateContext& dating);
  void add_title_place(Event& event) const;
  [[nodiscard]] Day told_day(const Date& published) const;
  [[nodiscard]] std::optional<ActorView> accused(const Actors& actors) const;
  void add_actors(const Candidate& candidate, Event& event) const;
  void fill_event(const Candidate& candidate, Zone zone, DatedBy&& dated, Event& event);
  [[nodiscard]] bool is_background(const Candidate& candidate, const DatedBy& dated) const;
  void fill_evidence(const Candidate& candidate, Zone zone, const DatedBy& dated,
                     Evidence& evidence);
  void seek(std::uint32_t byte);
  [[nodiscard]] text::TokenRange tokens_of(Span span);

  const Rules& rules_;
  const Lexicon& lexicon_;
  const ArticleInput& input_;
  const Options& options_;
  Context context_;
  SentenceReader reader_;
  std::array<Waiting, SentenceBuffers::most> waiting_;  // of the sentences that reader_ has
  ActorMemory memory_;
  TopicMemory topics_;
  bool after_accident_ = false;          // the last harm told of was no attack
  std::size_t mention_ = 0, timex_ = 0;  // the first that may lie ahead
  std::uint32_t token_ = 0;              // likewise
  std::uint32_t read_ = unread;          // byte that has been read up to
  std::uint32_t position_ = 0;
  const Timex* previous_ = nullptr;  // that dates the sentence before in the same block
  const Timex* label_ = nullptr;     // that opened a sentence of the block: "10 March: "
  bool history_ = false;             // that sentence told of a time long past
  Day told_ = no_day;                // by the last sentence that named the day of its deeds,
  std::uint32_t told_at_ = 0;        // at this position
  std::size_t told_from_ = 0;        // the first event of the sentence before
  std::vector<text::TokenRange>& sentences_;
  std::vector<NamedPlace>& places_;  // of the sentence, with its toll, once facts_known_
  Toll toll_;
  bool facts_known_ = false;
  std::optional<EventPlace> title_place_;
  Countries countries_;
  Fingerprint fingerprint_;
  Extraction out_;
};

}  // namespace dateline::extract
