// When an event was: the time named in its clause, else that of the clauses above it, else of the
// speech about it, else of the sentence, else of the sentence before, else the publication date as
// day (what is going on) or as bound.
#include <algorithm>

#include "extract/date_words.h"
#include "extract/facts.h"
#include "extract/offset.h"

namespace dateline::extract {
namespace {

constexpr Day recent_deed = 60;  // days
constexpr Day story_days = 31;
constexpr Index near_noun = 12;  // chunks between an event noun and its own date
// The basis of a date that is unknown, but for lying before or after that of its words.
constexpr std::string_view open_bound = "bound";
constexpr int shared_days = 6;     // before publication: a weekday names them
constexpr Index clause_reach = 8;  // chunks between a verb and the word that opens its clause

class Dater {
 public:
  Dater(const Context& context, const Rules& rules, const Sentence& sentence,
        const Candidate& candidate, const DateContext& dating)
      : context_(context),
        rules_(rules),
        sentence_(sentence),
        candidate_(candidate),
        dating_(dating) {}

  DatedBy run() {
    DatedBy found;
    if (sentence_.has_timex &&
        (own(found) || beneath(found) || lasting(found) || above(found) || sentence_date(found)))
      return found;
    if (previous(found)) return found;
    return published();
  }

 private:
  [[nodiscard]] const Chunk& at(Index i) const { return chunk_at(sentence_, i); }
  [[nodiscard]] const Word& word(Index unit) const {
    return context_.word(unit_at(sentence_, unit));
  }
  [[nodiscard]] const Timex& timex(Index i) const {
    return context_.annotations.timexes[static_cast<std::size_t>(i)];
  }

  [[nodiscard]] std::string_view basis(const Timex& expression) const {
    const std::string_view name = rules_.name(expression.rule);
    const std::size_t dot = name.rfind('.');
    return dot == std::string_view::npos ? "explicit" : name.substr(dot + 1);
  }

  // The word before a time expression; null at the sentence's beginning.
  [[nodiscard]] const Word* word_before(Index timex_index) const {
    for (Index u = 0; u < size_of(sentence_.units); ++u) {
      if (unit_at(sentence_, u).timex == timex_index) return u == 0 ? nullptr : &word(u - 1);
    }
    return nullptr;
  }

  // "since 2015", "until Monday": the preposition makes it a bound; "after midnight on Tuesday" is
  // that day, but not of what has gone on "since Tuesday evening".
  void make_preposed_bound(const Word& left, EventDate& event) const {
    const bool after = left.is(WordClass::bound_after);
    if (!after && !left.is(WordClass::bound_before)) return;
    Date& date = event.date;
    const bool perfect = candidate_.verb != none && at(candidate_.verb).perfect;
    if (date.is_day() && !perfect && event.value.find('T') != std::string::npos) return;
    if (!date.known())
      event.basis = open_bound;
    else if (after && date.first != no_day)
      date = {date.first, no_day, Precision::after};
    else if (!after && date.last != no_day)
      date = {no_day, date.last, Precision::before};
  }

  void fill(Index index, DatedBy& found) const {
    const Timex& expression = timex(index);
    const Index end = end_of_range(context_, sentence_, index);
    found.span = expression.span;
    if (end != none) found.span.end = timex(end).span.end;
    found.date.date = expression.date;
    found.date.text = found.span.of(context_.reading.text);
    found.date.value = expression.value;
    found.date.basis = basis(expression);
    if (end != none)
      found.date.date = joined(expression.date, timex(end).date);
    else if (const Word* left = word_before(index))
      make_preposed_bound(*left, found.date);
    found.date.anchor = expression.anchor == Anchor::published ? dating_.published.last : no_day;
    found.explicit_date = true;
  }

  // Before the day that the clause above is dated by: "fled after rebels seized the town on ..."
  // told on Monday.
  static void make_bound(DatedBy& found) {
    Date& date = found.date.date;
    if (date.precision == Precision::after)
      date = Date{};
    else
      date = {no_day, date.last, Precision::before};
    if (!date.known()) {
      date.precision = Precision::unknown;
      found.date.basis = open_bound;
    }
    found.explicit_date = false;
  }

  bool own(DatedBy& found) const {
    Index index = none;
    if (candidate_.verb != none)
      index = at(candidate_.verb).timex;
    else
      index = inside_noun();
    if (index == none && candidate_.verb == none && !is_day_of_charge()) index = beside_noun();
    if (index == none && candidate_.type == EventType::assault)
      index = of_deed([this](Index phrase) { return inside(phrase); });
    if (index == none || lies_ahead(index)) return false;
    fill(index, found);
    count_from_speech(index, found);
    return true;
  }

  // "We will march tomorrow," she said on Wednesday: what is quoted counts from the day of speech.
  void count_from_speech(Index index, DatedBy& found) const {
    if (candidate_.verb == none || found.date.basis != "relative-day" ||
        !found.date.date.is_day() || !dating_.published.is_day())
      return;
    const Chunk& verb = at(candidate_.verb);
    if (!unit_at(sentence_, verb.head).quoted || verb.speech == none) return;
    const Index said = at(verb.speech).timex;
    if (said == none || said == index || !timex(said).date.is_day()) return;
    const Day spoken = timex(said).date.first;
    found.date.date = single_day(found.date.date.first + spoken - dating_.published.first);
    found.date.value = to_iso(found.date.date.first);
    found.date.anchor = spoken;
  }

  // "Monday's attack", "the June 5 attack": the date inside the event noun's own phrase.
  [[nodiscard]] Index inside_noun() const { return inside(candidate_.noun); }
  [[nodiscard]] Index inside(Index phrase) const {
    for (Index u = at(phrase).first; u < at(phrase).head; ++u) {
      const Index index = unit_at(sentence_, u).timex;
      if (index == none || unit_at(sentence_, u + 1).timex == index) continue;
      const bool owner = unit_at(sentence_, u + 1).tag == Tag::possessive;
      if (owner ? timex(index).date.known() : is_recent_deed(index)) return index;
    }
    return none;
  }

  // A day that names a deed and is of this year: it is just past.
  [[nodiscard]] bool is_recent_deed(Index index) const {
    if (!is_name_of_deed(context_, sentence_, index)) return false;
    const Timex& expression = timex(index);
    const Day today = dating_.published.last;
    return expression.anchor != Anchor::published ||
           (today != no_day && expression.date.first <= today &&
            today - expression.date.first <= recent_deed);
  }

  // A deed of a day of any year: "the April 1 attack".
  [[nodiscard]] Index of_any_year(Index phrase) const {
    for (Index u = at(phrase).first; u < at(phrase).head; ++u) {
      const Index index = unit_at(sentence_, u).timex;
      if (index != none && is_name_of_deed(context_, sentence_, index)) return index;
    }
    return none;
  }

  // "Monday's attack killed five", "were killed in Monday's attack": what `find` says of the
  // harm's subject, or of the phrases behind its verb.
  template <typename Find>
  [[nodiscard]] Index of_deed(Find find) const {
    if (candidate_.verb == none) return none;
    const Index subject = at(candidate_.verb).subject;
    if (subject != none) {
      if (const Index index = find(subject); index != none) return index;
    }
    for (Index i = candidate_.verb + 1; i < size_of(sentence_.chunks); ++i) {
      if (at(i).kind == ChunkKind::noun_phrase) {
        if (const Index index = find(i); index != none) return index;
      } else if (at(i).kind != ChunkKind::preposition) {
        break;
      }
    }
    return none;
  }

  // "Days of unrest have shaken the province": up to publication, where the verb tells of the
  // present.
  bool lasting(DatedBy& found) const {
    const Date& published = dating_.published;
    if (candidate_.noun == none || published.first == no_day || published.last == no_day)
      return false;
    const Index of = at(candidate_.noun).preposition;
    if (of <= 0 || !word(of).is(WordClass::of) || unit_at(sentence_, of - 1).timex == none)
      return false;
    const Index verb = candidate_.verb != none ? candidate_.verb : verb_near_noun();
    if (verb == none || !at(verb).present || at(verb).timex != none) return false;
    const Index index = unit_at(sentence_, of - 1).timex;
    const int days = most_days(timex(index));
    constexpr int longest = 366 * 100;
    if (days == 0 || days > longest) return false;
    fill(index, found);
    found.date.date = {published.first - days + 1, published.last,
                       days > 31 ? Precision::month : Precision::week};
    found.date.anchor = published.last;
    return true;
  }

  // What is told in the past cannot have been after publication: "promised new roofs before next
  // winter".
  [[nodiscard]] bool lies_ahead(Index index) const {
    const Date& date = timex(index).date;
    // "voted to hold an election on June 3"
    const bool aim = candidate_.verb != none && at(candidate_.verb).infinitive;
    if (aim && !timex(index).by_tense) return false;
    return simple_past() && dating_.published.last != no_day && date.first != no_day &&
           date.first > dating_.published.last;
  }

  // "the fall of the city in December": a date behind the noun before the next verb.
  [[nodiscard]] Index beside_noun() const {
    const Index last = std::min(size_of(sentence_.chunks), candidate_.noun + near_noun);
    for (Index i = candidate_.noun + 1; i < last; ++i) {
      if (at(i).kind == ChunkKind::verb_group || at(i).kind == ChunkKind::conjunction ||
          at(i).kind == ChunkKind::stop)
        break;
      if (at(i).kind != ChunkKind::time) continue;
      const Index index = unit_at(sentence_, at(i).head).timex;
      if (timex(index).date.known() || timex(index).value.starts_with("XXXX-WXX-")) return index;
    }
    return none;
  }

  // "was charged with the murder of a priest on Monday": a day is that of the charge.
  [[nodiscard]] bool is_day_of_charge() const {
    return candidate_.accuser != none && at(candidate_.accuser).timex != none &&
           timex(at(candidate_.accuser).timex).date.is_day();
  }

  [[nodiscard]] bool starts_earlier(Index verb) const {
    if (at(verb).clause == ClauseKind::relative || at(verb).earlier) return true;
    if (at(verb).clause != ClauseKind::adverbial && at(verb).clause != ClauseKind::participial)
      return false;
    const Index opening = opening_word(verb);
    return opening != none &&
           (word(opening).is(WordClass::earlier) || leads_to_deed(word(opening)));
  }

  // "Five people had been killed, police said on Monday": by then.
  [[nodiscard]] bool is_reported_past(Index verb) const {
    const Chunk& group = at(verb);
    return group.perfect && !group.present && group.speech != none && ruling(verb) == group.speech;
  }

  // Harm done by "the April 1 attack" of who knows which year.
  [[nodiscard]] bool is_of_open_deed() const {
    return candidate_.type == EventType::assault &&
           of_deed([this](Index phrase) { return of_any_year(phrase); }) != none;
  }

  // "Nine people were killed when the army bombed a village on Sunday": the day of a clause that
  // says when. "Have been killed since the war began on May 2": from then on.
  bool beneath(DatedBy& found) const {
    if (candidate_.verb == none || at(candidate_.verb).clause == ClauseKind::infinitive) return false;
    const Chunk& main = at(candidate_.verb);
    for (Index i = 0; i < size_of(sentence_.chunks); ++i) {
      const Chunk& verb = at(i);
      if (verb.kind != ChunkKind::verb_group || verb.clause != ClauseKind::adverbial ||
          verb.timex == none || i == candidate_.verb || ruling(i) != candidate_.verb)
        continue;
      const Index opening = opening_word(i);
      if (opening == none || word(opening).is(WordClass::conditional) ||
          word(opening).is(WordClass::bound_before) || !timex(verb.timex).date.known())
        return false;
      const bool since = word(opening).is(WordClass::earlier);
      if (since && !(main.perfect && main.present)) return false;
      if (!since && (!timex(verb.timex).date.is_day() || lies_ahead(verb.timex))) return false;
      fill(verb.timex, found);
      if (since) found.date.date = {found.date.date.first, no_day, Precision::after};
      return true;
    }
    return false;
  }

  // The clauses that this one hangs on, then the frame that reports it.
  bool above(DatedBy& found) const {
    Index verb = candidate_.verb;
    bool earlier = is_of_open_deed();
    if (verb == none) {
      verb = verb_near_noun();
      if (verb == none) return false;
      earlier = noun_is_earlier();
      if (at(verb).timex != none) {
        fill(at(verb).timex, found);
        const std::optional<Offset> offset =
            offset_before(context_, sentence_, at(candidate_.noun).preposition);
        if (earlier && (!offset || !shift(*offset, found))) make_bound(found);
        return true;
      }
    }
    earlier = earlier || is_reported_past(verb);
    bool same_time = true;  // "after a dam failed and killed two": the verbs of one clause
    for (int depth = 0; depth < 6 && verb != none; ++depth) {
      const auto offset = offset_before(context_, sentence_, opening_word(verb));
      earlier = earlier || starts_earlier(verb);
      const Index parent = ruling(verb);
      if (parent == none || parent == verb) return false;
      if (at(parent).timex != none) {
        fill(at(parent).timex, found);
        if (!same_time || !offset || !shift(*offset, found)) {
          if (earlier) make_bound(found);
        }
        return true;
      }
      same_time = same_time && at(verb).clause == ClauseKind::coordinate;
      verb = parent;
    }
    return false;
  }

  // The verb that a clause hangs on, or that reports it; of an adverbial clause that opens the
  // sentence, the next main one.
  [[nodiscard]] Index ruling(Index verb) const {
    if (at(verb).parent != none) return at(verb).parent;
    if (at(verb).speech != none || at(verb).clause != ClauseKind::adverbial) return at(verb).speech;
    for (Index i = verb + 1; i < size_of(sentence_.chunks) && at(i).kind != ChunkKind::stop; ++i) {
      if (at(i).kind == ChunkKind::verb_group && at(i).clause == ClauseKind::main) return i;
    }
    return none;
  }

  // The word that opens the verb's clause, "after" or "before": a unit; none where the clause has
  // none.
  [[nodiscard]] Index opening_word(Index verb) const {
    for (Index i = verb - 1; i >= 0 && i > verb - clause_reach; --i) {
      const ChunkKind kind = at(i).kind;
      if (kind == ChunkKind::verb_group || kind == ChunkKind::comma || kind == ChunkKind::stop)
        return none;
      if (kind == ChunkKind::subordinator || kind == ChunkKind::preposition) return at(i).head;
    }
    return none;
  }

  // "A day after rebels seized the town" told on Monday: the seizure was on Sunday.
  bool shift(const Offset& offset, DatedBy& found) const {
    const Date date = shifted(found.date.date, offset);
    if (!date.known()) return false;
    found.date.date = date;
    found.date.text += ", ";
    found.date.text += timex(offset.timex).span.of(context_.reading.text);
    found.date.basis = "offset";
    return true;
  }

  [[nodiscard]] bool noun_is_earlier() const {
    const Index preposition = at(candidate_.noun).preposition;
    return candidate_.accuser != none ||
           (preposition != none && word(preposition).is(WordClass::earlier));
  }

  [[nodiscard]] Index verb_near_noun() const {
    for (Index i = candidate_.noun; i >= 0; --i) {
      if (at(i).kind == ChunkKind::verb_group) return i;
      if (at(i).kind == ChunkKind::stop) break;
    }
    for (Index i = candidate_.noun; i < size_of(sentence_.chunks); ++i) {
      if (at(i).kind == ChunkKind::verb_group) return i;
      if (at(i).kind == ChunkKind::stop) break;
    }
    return none;
  }

  // The sentence's only date, for a main clause.
  bool sentence_date(DatedBy& found) const {
    if (candidate_.verb != none && (starts_earlier(candidate_.verb) || is_of_open_deed()))
      return false;
    if (candidate_.verb == none && noun_is_earlier()) return false;
    Index only = none;
    for (const Unit& unit : sentence_.units) {
      if (unit.timex == none || unit.timex == only || !timex(unit.timex).date.known()) continue;
      if (only != none) return false;
      only = unit.timex;
    }
    if (only != none && (is_name_of_deed(context_, sentence_, only) || is_of_phrase(only)))
      return false;
    if (only == none || owned(only) || lies_ahead(only) || inside_earlier_phrase(only))
      return false;
    fill(only, found);
    return true;
  }

  [[nodiscard]] bool is_of_phrase(Index index) const {
    return std::any_of(sentence_.chunks.begin(), sentence_.chunks.end(), [&](const Chunk& chunk) {
      return chunk.of_phrase && unit_at(sentence_, chunk.head).timex == index;
    });
  }

  // "since the fall of the city in December"
  [[nodiscard]] bool inside_earlier_phrase(Index index) const {
    bool found = false, phrase = false;
    for (Index i = size_of(sentence_.chunks) - 1; i >= 0; --i) {
      if (!found) {
        found = at(i).kind == ChunkKind::time && unit_at(sentence_, at(i).head).timex == index;
        continue;
      }
      if (at(i).kind == ChunkKind::noun_phrase)
        phrase = true;
      else if (at(i).kind != ChunkKind::preposition)
        return false;
      else if (phrase && word(at(i).head).is(WordClass::earlier))
        return true;
    }
    return false;
  }

  // "jailed for beating a student in 2013", "left under a deal signed on June 1": a verb that tells
  // of a cause or describes a phrase has its own day.
  [[nodiscard]] bool is_apart(const Chunk& verb) const {
    const Index i = static_cast<Index>(&verb - sentence_.chunks.begin());
    if (i == candidate_.verb || verb.finite || verb.clause != ClauseKind::participial) return false;
    if (verb.gerund) {
      const Word& left = word(at(i - 1).head);
      return at(i - 1).kind == ChunkKind::preposition &&
             (left.is(WordClass::outward) || left.is(WordClass::of));
    }
    const Index next = at(i + 1).kind == ChunkKind::preposition ? i + 2 : i + 1;
    const bool gapped = at(i - 2).kind == ChunkKind::conjunction;  // "and others wounded on Monday"
    return verb.participle && at(i - 1).kind == ChunkKind::noun_phrase && !gapped &&
           at(next).kind == ChunkKind::time;
  }

  // Does another clause's verb hold this expression? What is still to come is no date of the verb
  // that tells of it, nor what a later verb did the date of "has condemned".
  [[nodiscard]] bool owned(Index index) const {
    const bool perfect = candidate_.verb != none && at(candidate_.verb).perfect;
    return std::any_of(sentence_.groups.begin(), sentence_.groups.end(), [&](Index i) {
      const Chunk& chunk = at(i);
      if (chunk.timex != index) return false;
      if (is_apart(chunk)) return true;
      if (shares_day(i)) return false;
      return chunk.clause == ClauseKind::relative || chunk.clause == ClauseKind::adverbial ||
             (chunk.clause == ClauseKind::complement && (chunk.would || chunk.future)) ||
             (chunk.clause == ClauseKind::coordinate && perfect);
    });
  }

  // "died when a boat sank on Monday", "shot two men who attacked a checkpoint on Monday": one day
  // for both, where it is a late one.
  [[nodiscard]] bool shares_day(Index verb) const {
    const Chunk& other = at(verb);
    const Date& day = timex(other.timex).date;
    if (!day.is_day() || verb < candidate_.verb || !simple_past() || other.perfect ||
        other.present || other.would || other.future)
      return false;
    if (other.clause == ClauseKind::adverbial) {
      const Index opening = opening_word(verb);
      return opening != none && word(opening).is(WordClass::meanwhile);
    }
    return other.clause == ClauseKind::relative && dating_.published.is_day() &&
           day.first + shared_days >= dating_.published.first;
  }

  [[nodiscard]] bool simple_past() const {
    if (candidate_.verb == none) return false;
    const Chunk& verb = at(candidate_.verb);
    return !verb.present && !verb.perfect && !verb.future && !verb.conditional &&
           candidate_.modality != Modality::planned;
  }

  [[nodiscard]] bool names_date() const {
    return std::any_of(sentence_.units.begin(), sentence_.units.end(), [&](const Unit& unit) {
      return unit.timex != none && timex(unit.timex).date.known();
    });
  }

  // What is told next, in the simple past and of no other time, is of the day just named; not in
  // texts that look far back, where each sentence may have a time of its own.
  bool previous(DatedBy& found) const {
    const Date& day = dating_.previous.date;
    if (!day.is_day() || !simple_past() || starts_earlier(candidate_.verb)) return false;
    const Day today = dating_.published.last;
    if (today != no_day && (day.first > today || today - day.first > story_days)) return false;
    const Chunk& verb = at(candidate_.verb);
    if (verb.in_condition || verb.progressive) return false;
    if (dating_.zone == Zone::body && verb.clause != ClauseKind::main &&
        verb.clause != ClauseKind::coordinate && !is_part_of_main(verb)) {
      return false;
    }
    if (sentence_.has_timex && names_date()) return false;
    found.date = dating_.previous;
    found.date.basis = "previous-sentence";
    return true;
  }

  // "They entered the town, killing two"
  [[nodiscard]] bool is_part_of_main(const Chunk& verb) const {
    if (verb.clause != ClauseKind::participial || verb.parent == none) return false;
    const Chunk& parent = at(verb.parent);
    return parent.clause == ClauseKind::main && !parent.present && !parent.perfect &&
           !parent.future && !parent.conditional && !parent.progressive;
  }

  // Is it going on, said or planned when the article appears?
  [[nodiscard]] bool current() const {
    if (candidate_.verb == none) return false;
    const Chunk& verb = at(candidate_.verb);
    if (candidate_.modality == Modality::planned || candidate_.modality == Modality::conditional)
      return true;
    if (starts_earlier(candidate_.verb)) return false;
    const bool headline = dating_.zone == Zone::title || dating_.zone == Zone::headline;
    if (headline && (verb.finite || verb.clause == ClauseKind::infinitive)) return true;
    if (verb.present && verb.perfect) return false;
    if (verb.present || candidate_.modality == Modality::ongoing) return true;
    return candidate_.type == EventType::statement;
  }

  [[nodiscard]] DatedBy published() const {
    DatedBy found;
    if (!dating_.published.known()) return found;
    found.date.basis = "published";
    found.date.anchor = dating_.published.last;
    if (current() && dating_.published.first != no_day) {
      found.date.date = dating_.published;
      return found;
    }
    if (dating_.published.last != no_day)
      found.date.date = {no_day, dating_.published.last, Precision::before};
    return found;
  }

  const Context& context_;
  const Rules& rules_;
  const Sentence& sentence_;
  const Candidate& candidate_;
  const DateContext& dating_;
};

}  // namespace

DatedBy date_of(const Context& context, const Rules& rules, const Sentence& sentence,
                const Candidate& candidate, const DateContext& dating) {
  return Dater(context, rules, sentence, candidate, dating).run();
}

}  // namespace dateline::extract
