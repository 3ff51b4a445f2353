// A phrase becomes an actor by its head: the mention there, else the words as they stand, with the
// kind of its role noun and the country of a nationality inside it.
#include "extract/events/actors.h"

#include <algorithm>

namespace dateline::extract {
namespace {

constexpr int mention_reach = 80;  // mentions back to who a role stands for

// Does the text hold the word, whatever its capitals? ASCII is enough for role nouns.
bool has_word(std::string_view text, std::string_view word) {
  const auto lower = [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  };
  const auto is_letter = [&](std::size_t i) {
    return i < text.size() && lower(text[i]) >= 'a' && lower(text[i]) <= 'z';
  };
  const auto stands_at = [&](std::size_t at) {
    for (std::size_t i = 0; i < word.size(); ++i) {
      if (lower(text[at + i]) != lower(word[i])) return false;
    }
    return !is_letter(at + word.size());
  };
  for (std::size_t at = 0; at + word.size() <= text.size(); ++at) {
    if (stands_at(at) && (at == 0 || !is_letter(at - 1))) return true;
  }
  return false;
}

}  // namespace

EventActor ActorView::as(ActorRole role) const {
  return {std::string(name), std::string(id),   role,
          std::string(type), std::string(kind), std::string(country)};
}

const Mention* Actors::mention_of(Index phrase) const {
  const Index mention = head(phrase).mention;
  return mention == none ? nullptr
                         : &context_.annotations.mentions[static_cast<std::size_t>(mention)];
}

const Mention* Actors::first_mention(Index phrase) const {
  for (Index u = at(phrase).first; u < at(phrase).last; ++u) {
    const Index mention = unit_at(sentence_, u).mention;
    if (mention == none) continue;
    const Mention& found = context_.annotations.mentions[static_cast<std::size_t>(mention)];
    if (!found.country.empty()) return &found;
  }
  return nullptr;
}

bool Actors::names_actor(Index phrase) const {
  return head(phrase).mention != none || head(phrase).tag == Tag::name ||
         head_word(phrase).is(WordClass::role);
}

// "dozens of Russian peacekeepers" are peacekeepers; "the release of a student" is about the
// student.
Index Actors::essence(Index phrase) const {
  for (int depth = 0; depth < 3; ++depth) {
    const Index of = at(phrase).of;
    if (of == none) break;
    const Word& word = head_word(phrase);
    const Tag tag = head(phrase).tag;
    if (tag == Tag::determiner || tag == Tag::number) {  // "all of the province"
      phrase = of;
      continue;
    }
    if (titled_name(of)) {  // "Secretary of State Anna Kerr"
      phrase = of;
      break;
    }
    if (word.is(WordClass::hazard) || (names_actor(phrase) && !word.is(WordClass::quantity))) break;
    const bool event = word.noun != 0 && context_.lexicon.noun_senses(word.noun).first !=
                                             context_.lexicon.noun_senses(word.noun).last;
    if (event && (head(of).tag == Tag::number || head(of).timex != none)) break;  // "riots of 1987"
    if (!word.is(WordClass::quantity) && !event && !names_actor(of)) break;
    phrase = of;
  }
  return phrase;
}

// A person behind the words that end a title: "[Secretary of] State Anna Kerr".
bool Actors::titled_name(Index phrase) const {
  const Mention* mention = mention_of(phrase);
  if (mention == nullptr || mention->type != MentionType::person) return false;
  const Unit& first = unit_at(sentence_, at(phrase).first);
  return first.tag == Tag::name && first.mention != head(phrase).mention;
}

// "forces loyal to [the king]"
Index Actors::allegiance(Index phrase) const {
  const Chunk& chunk = at(phrase);
  const auto is = [&](Index i, ChunkKind kind) {
    return i < size_of(sentence_.chunks) && at(i).kind == kind;
  };
  const bool described = chunk.last == chunk.head + 2 &&
                         unit_at(sentence_, chunk.last - 1).tag == Tag::adjective &&
                         head_word(phrase).is(WordClass::role);
  return described && is(phrase + 1, ChunkKind::preposition) &&
                 head_word(phrase + 1).is(WordClass::to) && is(phrase + 2, ChunkKind::noun_phrase)
             ? phrase + 2
             : none;
}

// Without determiners before it and brackets behind it.
Span Actors::worded(Index phrase) const {
  const Chunk& chunk = at(phrase);
  Index first = chunk.first;
  while (first < chunk.head && (unit_at(sentence_, first).tag == Tag::determiner ||
                                unit_at(sentence_, first).tag == Tag::quote)) {
    ++first;
  }
  // "factions of the opposition", "head of the council"
  Index last = std::max(chunk.head + 1, first + 1);
  if (chunk.of != none && last == chunk.last && head_word(phrase).is(WordClass::role) &&
      names_actor(chunk.of)) {
    last = std::max(last, at(chunk.of).head + 1);
  }
  if (const Index master = allegiance(phrase); master != none) last = at(master).head + 1;
  return context_.span(sentence_, first, last);
}

// "the minister", "the union": whom an earlier sentence named with that word, as a role or as part
// of a name; "the group" is the last organisation of its kind.
const Mention* Actors::meant_by_role(Index phrase) const {
  const Chunk& chunk = at(phrase);
  const Unit& unit = head(phrase);
  const Unit& first = unit_at(sentence_, chunk.first);
  const bool definite = chunk.last - chunk.first == 2 && chunk.head == chunk.first + 1 &&
                        chunk.of == none && first.tag == Tag::determiner &&
                        !context_.word(first).is(WordClass::singular) &&
                        !context_.word(first).is(WordClass::own);
  if (!definite || unit.mention != none || !head_word(phrase).is(WordClass::role) ||
      is_plural(context_, unit))
    return nullptr;
  const std::string_view word = context_.text(unit);
  const bool armed = head_word(phrase).is(WordClass::armed);
  const std::uint32_t begin = context_.reading.span(sentence_.tokens).begin;
  const auto& mentions = context_.annotations.mentions;
  auto last = std::partition_point(mentions.begin(), mentions.end(),
                                   [&](const Mention& m) { return m.span.begin < begin; });
  for (int count = 0; last != mentions.begin() && count < mention_reach; ++count) {
    const Mention& mention = *--last;
    if (mention.type == MentionType::person && has_word(mention.role, word)) return &mention;
    if (mention.type != MentionType::organization) continue;
    if (has_word(mention.span.of(context_.reading.text), word) ||
        (armed && mention.kind == "armed-group")) {
      return &mention;
    }
  }
  return nullptr;
}

ActorView Actors::from_mention(const Mention& mention) const {
  // Places keep the words of the text ("Britain"), persons and organisations their label.
  const bool worded_name = mention.name.empty() || mention.type == MentionType::place;
  ActorView actor;
  actor.name =
      worded_name ? mention.span.of(context_.reading.text) : std::string_view(mention.name);
  actor.id = mention.id;
  actor.type = to_string(mention.type);
  actor.kind = mention.kind;
  actor.country = mention.country;
  return actor;
}

// "[the army's] killing of two students", "[the mayor]'s murder": the unit that ends whose deed or
// fate the phrase tells; none where it tells none.
Index Actors::possessor_end(Index phrase) const {
  if (!head_word(phrase).tells_event || head(phrase).mention != none) return none;
  for (Index u = at(phrase).head - 1; u > at(phrase).first; --u) {
    const Unit& unit = unit_at(sentence_, u);
    if (unit.tag == Tag::possessive)
      return unit_at(sentence_, u - 1).timex == none ? u : none;  // "Sunday's attack"
    if (unit.mention != none || context_.word(unit).is(WordClass::role))
      return none;  // "Norway's miners' strike"
  }
  return none;
}

ActorView Actors::from_possessor(Index phrase, Index end) const {
  const Unit& owner = unit_at(sentence_, end - 1);
  if (owner.mention != none)
    return from_mention(context_.annotations.mentions[static_cast<std::size_t>(owner.mention)]);
  Index first = at(phrase).first;
  while (first + 1 < end && unit_at(sentence_, first).tag == Tag::determiner) ++first;
  ActorView actor;
  actor.name = context_.span(sentence_, first, end).of(context_.reading.text);
  actor.kind = context_.lexicon.kind(context_.word(owner).kind);
  if (const Mention* inside = first_mention(phrase)) actor.country = inside->country;
  return actor;
}

ActorView Actors::from_phrase(Index phrase) const {
  ActorView actor;
  const Mention* mention = mention_of(phrase);
  if (mention == nullptr) mention = meant_by_role(phrase);
  if (mention != nullptr && mention->type != MentionType::nationality) {
    actor = from_mention(*mention);
  } else {
    actor.name = worded(phrase).of(context_.reading.text);
    actor.kind = context_.lexicon.kind(head_word(phrase).kind);
    if (mention != nullptr) actor.type = to_string(mention->type);
  }
  if (actor.country.empty()) {
    const Mention* inside = first_mention(phrase);
    if (inside != nullptr) actor.country = inside->country;
  }
  return actor;
}

// "his lawyer, Anna Kerr,": the name beside the role.
Index Actors::named_beside(Index phrase) const {
  const Index beside = at(phrase).appositive;
  if (beside == none || head(phrase).mention != none || !head_word(phrase).is(WordClass::role))
    return phrase;
  const Mention* mention = mention_of(beside);
  return mention != nullptr && mention->type == MentionType::person ? beside : phrase;
}

// "no one", "no group"; but of "neither the army nor rebels" each is told of.
bool Actors::is_nobody(Index phrase) const {
  const Index first = at(phrase).first;
  const Unit& unit = unit_at(sentence_, first);
  return first + 1 < at(phrase).last && unit.tag == Tag::determiner &&
         context_.word(unit).is(WordClass::negation) &&
         unit_at(sentence_, first + 1).tag != Tag::determiner;
}

ActorView Actors::actor(Index phrase) const {
  if (is_nobody(phrase)) return {};
  if (const Index end = possessor_end(phrase); end != none) return from_possessor(phrase, end);
  return head(phrase).tag == Tag::pronoun ? from_pronoun(phrase)
                                          : from_phrase(named_beside(essence(phrase)));
}

// "the bombing of a hotel killed": no deed of the hotel.
bool Actors::is_attack(Index phrase) const {
  if (at(phrase).of == none || !head_word(phrase).tells_event || possessor_end(phrase) != none)
    return false;
  const Range senses = context_.lexicon.noun_senses(head_word(phrase).noun);
  return senses.first != senses.last &&
         context_.lexicon.event_rules()[context_.lexicon.noun_sense(senses.first).rule].type ==
             EventType::assault;
}

// "either rebels or the army": one of them, and nobody knows which.
bool Actors::is_alternative(Index phrase) const {
  const Index other = at(phrase).next;
  if (other == none) return false;
  Index joint = other - 1;
  while (joint > phrase && at(joint).kind != ChunkKind::conjunction) --joint;
  return joint > phrase && head_word(joint).is(WordClass::unsure);
}

void Actors::add(Index phrase, ActorRole role, std::vector<EventActor>& out) const {
  if (is_alternative(phrase)) {
    const bool count = head(phrase).tag == Tag::number;  // "two or three men"
    if (role == ActorRole::source && !count) return;
    if (count) phrase = at(phrase).next;
  }
  for (int member = 0; phrase != none && member < 12; ++member, phrase = at(phrase).next) {
    const ActorView one =
        role == ActorRole::source && is_attack(phrase) ? from_phrase(phrase) : actor(phrase);
    if (one.name.empty()) continue;
    // Nor does anyone do it to himself: "the party rejected it" means something else.
    const bool known = std::any_of(out.begin(), out.end(),
                                   [&](const EventActor& other) { return other.name == one.name; });
    if (!known) out.push_back(one.as(role));
  }
}

}  // namespace dateline::extract
