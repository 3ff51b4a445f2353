// How many dead, injured, detained, displaced: a number shortly before or behind a word of that
// class.
#include <algorithm>

#include "extract/facts/counts.h"
#include "extract/facts/facts.h"

namespace dateline::extract {
namespace {

constexpr Index reach = 6;  // units between a number and its word

class TollReader {
 public:
  TollReader(const Context& context, const Sentence& sentence)
      : context_(context), sentence_(sentence) {}

  Toll run() {
    constexpr ClassBits counted = bit(WordClass::dead) | bit(WordClass::injured) |
                                  bit(WordClass::detained) | bit(WordClass::displaced);
    if ((sentence_.classes & counted) == 0) return {};
    for (Index i = 0; i < size_of(sentence_.units); ++i) {
      const Word& word = context_.word(unit_at(sentence_, i));
      if ((word.classes & counted) == 0) continue;
      if (word.is(WordClass::dead)) note(i, toll_.dead);
      if (word.is(WordClass::injured)) note(i, toll_.injured);
      if (word.is(WordClass::detained)) note(i, toll_.detained);
      if (word.is(WordClass::displaced)) note(i, toll_.displaced);
    }
    return std::move(toll_);
  }

 private:
  void note(Index i, std::int32_t& slot) {
    if (slot >= 0) return;
    const Count number = number_near(i);
    if (number.value < 0 || !counts_people(number)) return;
    slot = number.value;
    const Index first = std::min(number.first, i), last = std::max(number.last, i + 1);
    if (!toll_.words.empty()) toll_.words += "; ";
    toll_.words += context_.span(sentence_, first, last).of(context_.reading.text);
  }

  // "killed at least 14 people" before "14 people were killed".
  [[nodiscard]] Count number_near(Index i) const {
    Count number = number_behind(i);
    if (number.value < 0 && !is_done_to_another(i)) number = number_before(i);
    return number.value < 0 && is_tallied(i) ? number_told(i) : number;
  }

  // "the toll", "the number of people killed"
  [[nodiscard]] bool is_tallied(Index i) const {
    for (Index j = i; j >= 0 && j > i - reach; --j) {
      if (context_.word(unit_at(sentence_, j)).is(WordClass::tally)) return true;
    }
    return false;
  }

  // What a tally came to: "rose from 9 to 14", "has reached 14".
  [[nodiscard]] Count number_told(Index i) const {
    constexpr Index clause = 16;  // units
    Count reached;
    for (Index j = i + 1; j < std::min(size_of(sentence_.units), i + clause); ++j) {
      const Unit& unit = unit_at(sentence_, j);
      if (unit.tag == Tag::stop) break;
      const bool to = context_.word(unit).is(WordClass::to);
      if (!to && unit.tag != Tag::verb && unit.tag != Tag::participle) continue;
      const Count count = number_from(j + 1);
      if (to && count.value >= 0) return count;
      if (reached.value < 0) reached = count;
    }
    return reached;
  }

  // "at least 14"
  [[nodiscard]] Count number_from(Index i) const {
    constexpr TagBits before = tag_bits(Tag::adverb, Tag::adjective, Tag::determiner);
    for (Index j = i; j < std::min(size_of(sentence_.units), i + 3); ++j) {
      const Count count = count_at(context_, sentence_, j);
      if (count.first != none) return count;
      const bool about = context_.word(unit_at(sentence_, j)).is(WordClass::approximate);
      if (!about && !is_one_of(unit_at(sentence_, j).tag, before)) break;
    }
    return {};
  }

  // Neither years of age nor nobody: "aged 80", "no one", "none of the 14 passengers".
  [[nodiscard]] bool counts_people(const Count& count) const {
    const auto is = [&](Index i, WordClass cls) {
      return i >= 0 && context_.word(unit_at(sentence_, i)).is(cls);
    };
    Index before = count.first - 1;
    if (is(before, WordClass::aged) || is(before, WordClass::negation)) return false;
    while (before >= 0 && unit_at(sentence_, before).tag == Tag::determiner) --before;
    return !is(before, WordClass::of) || !is(before - 1, WordClass::negation);
  }

  [[nodiscard]] Count number_behind(Index i) const {
    constexpr TagBits ends =
        tag_bits(Tag::stop, Tag::comma, Tag::conjunction, Tag::verb, Tag::noun, Tag::name);
    constexpr TagBits verbs = tag_bits(Tag::verb, Tag::participle, Tag::gerund);
    const bool of_verb = is_one_of(unit_at(sentence_, i).tag, verbs);
    for (Index j = i + 1; j < std::min(size_of(sentence_.units), i + reach); ++j) {
      const Count count = count_at(context_, sentence_, j);
      if (count.first != none) return count;
      const Unit& unit = unit_at(sentence_, j);
      if (is_one_of(unit.tag, ends)) break;
      // "killed in three attacks", but "killed between 10 and 14", "the dead to 14"; "dead by three
      // gunmen".
      if (context_.word(unit).is(WordClass::by)) break;
      if (of_verb && unit.tag == Tag::preposition && !context_.word(unit).is(WordClass::pairing))
        break;
    }
    return {};
  }

  [[nodiscard]] Count number_before(Index i) const {
    for (Index j = i - 1; j >= 0 && j > i - reach; --j) {
      const Count count = count_at(context_, sentence_, j);
      if (count.first != none) return counts_others(j) ? Count{} : count;
      const Tag tag = unit_at(sentence_, j).tag;
      const Index opening = tag == Tag::comma ? opening_of_aside(context_, sentence_, j) : none;
      if (opening != none) return number_before(opening);
      if (tag == Tag::stop || tag == Tag::comma) break;
    }
    return {};
  }

  // "The killers of two nurses were arrested"
  [[nodiscard]] bool counts_others(Index number) const {
    return std::any_of(sentence_.phrases.begin(), sentence_.phrases.end(), [&](Index owner) {
      const Index of = chunk_at(sentence_, owner).of;
      if (of == none || number < chunk_at(sentence_, of).first ||
          number >= chunk_at(sentence_, of).last)
        return false;
      const Word& head = context_.word(unit_at(sentence_, chunk_at(sentence_, owner).head));
      return head.is(WordClass::role) && !head.is(WordClass::quantity);
    });
  }

  // "Two gunmen killed a guard": the number before counts those who did it.
  [[nodiscard]] bool is_done_to_another(Index i) const {
    if (context_.word(unit_at(sentence_, i)).is(WordClass::endured)) return false;
    return std::any_of(sentence_.groups.begin(), sentence_.groups.end(), [&](Index j) {
      const Chunk& group = chunk_at(sentence_, j);
      return group.first <= i && i < group.last && !group.passive && group.object != none;
    });
  }

  const Context& context_;
  const Sentence& sentence_;
  Toll toll_;
};

// Of what may people be said to have died?
bool is_deadly(EventType type) {
  switch (type) {
    case EventType::assault:
    case EventType::crime:
    case EventType::die:
    case EventType::disaster:
    case EventType::mobilize:
    case EventType::other:
    case EventType::protest:
    case EventType::retreat:
      return true;
    default:
      return false;
  }
}

void drop_harm(Toll& toll) {
  toll.dead = toll.injured = -1;
  if (toll.detained < 0 && toll.displaced < 0) toll.words.clear();
}

}  // namespace

void keep_own_tolls(std::span<Event> of_sentence) {
  if (of_sentence.size() < 2 || of_sentence.front().toll.words.empty()) return;
  // "killed five policemen, two days after an attack": the event whose trigger stands with the
  // number.
  const auto owner = std::find_if(of_sentence.begin(), of_sentence.end(), [](const Event& event) {
    return is_deadly(event.type) && !event.trigger.empty() &&
           event.toll.words.find(event.trigger) != std::string::npos;
  });
  if (owner == of_sentence.end()) return;
  for (Event& event : of_sentence) {
    const Date &date = event.date.date, &own = owner->date.date;
    const bool other_day = date.is_day() && own.is_day() && date.first != own.first;
    if (other_day || !is_deadly(event.type)) drop_harm(event.toll);
  }
}

Toll toll_of(const Context& context, const Sentence& sentence) {
  return TollReader(context, sentence).run();
}

}  // namespace dateline::extract
