// One sentence as the extract room sees it: units (words with a tag), chunks (phrases), clauses and
// candidate events. All indices are into the vectors of one Sentence; its buffers are reused from
// sentence to sentence.
//
//   tokens   The  rebels  seized  al - Assad 's  palace
//   units    The  rebels  seized  al-Assad   's  palace
//   chunks   [NP rebels]  [VG]    [NP palace          ]
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "dateline/mention.h"
#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/row.h"
#include "rules/rules.h"

namespace dateline::extract {

struct Unit {
  std::uint32_t first = 0;  // tokens [first, last)
  std::uint32_t last = 0;
  const Word* word = nullptr;  // its entry; the empty one of Lexicon::word(0) where it has none
  Index mention = none;        // into Annotations::mentions
  Index timex = none;          // into Annotations::timexes
  FormId form = 0;
  Tag tag = Tag::stop;  // before tag_units: that of the word alone; other where it depends
  bool capital = false;
  bool quoted = false;   // between quotation marks
  bool blocked = false;  // part of an idiom that is no event
  bool telling = false;  // of several tokens or a mention: see Sentence::telling
};
static_assert(sizeof(Unit) == 32, "two a cache line");

enum class ChunkKind : std::uint8_t {
  noun_phrase,
  verb_group,
  preposition,
  conjunction,
  subordinator,
  relative,
  comma,
  stop,
  quote,
  time,
  other
};

enum class ClauseKind : std::uint8_t {
  main,
  relative,
  adverbial,
  complement,
  participial,
  infinitive,
  coordinate
};

struct alignas(16) Chunk {
  ChunkKind kind = ChunkKind::stop;
  ClauseKind clause = ClauseKind::main;  // of verb groups
  Near first{0}, last{0};                // units
  Near head{0};                          // unit
  // Noun phrases.
  Near preposition;  // the unit of the preposition before it
  Near of;           // the noun phrase after "of"
  Near next;         // the next member of a coordination
  Near leader;       // the first member, for the others
  Near appositive;
  // Verb groups.
  Near subject, object, second_object;  // chunks
  Near parent;                          // the verb group that this one depends on
  Near speaker;                         // noun phrase that says it
  Near speech;                          // verb group that says it
  Near content;                         // noun phrase whose content the clause is: "reports that"
  Index timex = none;                   // into Annotations::timexes: what dates the clause
  bool finite = false, passive = false, perfect = false, negated = false, future = false,
       conditional = false, infinitive = false, gerund = false, participle = false, present = false,
       must = false, in_condition = false, progressive = false, earlier = false, would = false,
       used = false, subject_shared = false, demanded = false, in_question = false;
  // Noun phrases and times.
  bool subject_of_verb = false;
  bool of_phrase = false;  // a time that tells of the noun phrase before it, and of no verb
};
static_assert(sizeof(Chunk) == 64, "one a cache line");

struct Sentence {
  text::TokenRange tokens;
  Row<Unit> units;
  Row<Chunk> chunks;
  Row<Index> phrases, groups;  // the chunks that are noun phrases, and verb groups
  Row<Index> undecided;        // units whose tag depends on what stands around them
  Row<Index> telling;          // units that may tell what the sentence is about
  Row<Index> idioms;           // units that may begin one
  ClassBits classes = 0;       // of all words together: what is missing here need not be looked for
  FamilyBits families = 0;     // likewise
  bool has_mention = false, has_timex = false;
  bool title_case = false;  // capitals say nothing here
  bool headline = false;
  bool instruction = false;     // opens with a bare verb
  bool names_states = false;    // a country, a people, a government
  bool annotated = true;        // names were looked for
  bool knows_actors = false;    // here or before: someone whom a pronoun can mean
  Topics topics = 0;            // what it is about beside politics
  bool after_accident = false;  // the last harm that was told of was no attack
  bool labour_words = false;    // tells of work and pay
  bool labour = false;          // about work and pay, or in an article about them
  Index according_to = none;    // noun phrase

  void start(text::TokenRange range, const Lexicon& lexicon) {
    tokens = range;
    Unit outside;
    outside.word = &lexicon.word(0);
    units.start(tokens.size(), outside);
    chunks.start(tokens.size(), Chunk{});
    phrases.start(tokens.size(), none);
    groups.start(tokens.size(), none);
    undecided.start(tokens.size(), none);
    telling.start(tokens.size(), none);
    idioms.start(tokens.size(), none);
    classes = 0;
    has_mention = has_timex = false;
    title_case = false;
    headline = false;
    instruction = false;
    names_states = false;
    annotated = true;
    knows_actors = false;
    topics = 0;
    labour = labour_words = after_accident = false;
    according_to = none;
  }
};

// What the stages share of one article.
struct Context {
  const rules::Reading& reading;
  const Lexicon& lexicon;
  const Annotations& annotations;
  bool undated = false;  // nothing is known of when the text was published

  [[nodiscard]] static const Word& word(const Unit& unit) { return *unit.word; }
  [[nodiscard]] std::string_view text(const Unit& unit) const {
    const auto begin = reading.tokens.begin[unit.first];
    return reading.text.substr(begin, reading.tokens.end[unit.last - 1] - begin);
  }
  [[nodiscard]] Span span(const Sentence& sentence, Index first, Index last) const {
    const Unit& front = sentence.units[first];
    const Unit& back = sentence.units[last - 1];
    return {reading.tokens.begin[front.first], reading.tokens.end[back.last - 1]};
  }
};

// The steps, in order; each reads what the ones before it wrote.
void make_units(const Context& context, std::size_t& mention, std::size_t& timex,
                Sentence& sentence);                                     // units.cc
void tag_units(const Context& context, Sentence& sentence);              // tags.cc
[[nodiscard]] bool is_plural(const Context& context, const Unit& unit);  // tags.cc
void make_chunks(const Context& context, Sentence& sentence);            // chunks.cc
void bind_chunks(const Context& context, Sentence& sentence);    // chunk_bonds.cc, for make_chunks
void link_clauses(const Context& context, Sentence& sentence);   // clauses.cc
void find_speakers(const Context& context, Sentence& sentence);  // attribution.cc

// The comma that opened the aside about a part of a phrase that the one at unit `closing` closes:
// ", most of them women,"; none where it closes none. asides.cc
[[nodiscard]] Index opening_of_aside(const Context& context, const Sentence& sentence,
                                     Index closing);
// Behind the age that this comma opens, and its comma where that closes nothing else; the comma
// itself where none stands there. asides.cc
[[nodiscard]] Index end_of_age(const Context& context, const Sentence& sentence, Index comma);

// Who did it to the subject of a passive verb group: the phrase behind "by".
[[nodiscard]] Index agent_behind(const Context& context, const Sentence& sentence,
                                 Index verb);  // agents.cc

[[nodiscard]] inline Chunk& chunk_at(Sentence& sentence, Index index) {
  return sentence.chunks[index];
}
[[nodiscard]] inline const Chunk& chunk_at(const Sentence& sentence, Index index) {
  return sentence.chunks[index];
}
[[nodiscard]] inline const Unit& unit_at(const Sentence& sentence, Index index) {
  return sentence.units[index];
}
// "each other"
[[nodiscard]] inline bool is_each_other(const Sentence& sentence, Index chunk) {
  const Chunk& words = chunk_at(sentence, chunk);
  return words.kind == ChunkKind::other && words.last - words.first == 2 &&
         unit_at(sentence, words.first).tag == Tag::determiner;
}
[[nodiscard]] inline Index size_of(const Row<Chunk>& chunks) { return chunks.size(); }
[[nodiscard]] inline Index size_of(const Row<Unit>& units) { return units.size(); }

}  // namespace dateline::extract
