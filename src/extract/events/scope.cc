// Which triggers tell of politics, and which of sport, markets, kitchens, weather: by what the
// sentence is about and by who could act in it. A coach is fired, a film shot, a lead surrendered,
// but not by ministers or gunmen.
#include <algorithm>

#include "extract/events/candidate.h"
#include "extract/events/survey.h"

namespace dateline::extract {
namespace {

constexpr Index fiction_reach = 16, arena_reach = 8;  // chunks
constexpr int longest_list = 6;                       // members of a list that are looked at

class Scope {
 public:
  Scope(const Context& context, const Sentence& sentence, const Candidate& candidate)
      : context_(context),
        sentence_(sentence),
        candidate_(candidate),
        rule_(context.lexicon.event_rules()[candidate.rule]) {}

  [[nodiscard]] bool is_political() const {
    if (rule_.type > EventType::assault) return true;
    if (is_instruction() || is_fiction() || is_with_words()) return false;
    Standing source = standing(candidate_.source);
    const Standing target = standing(candidate_.target);
    if (candidate_.verb == none && candidate_.source == none)
      source = named_inside(candidate_.noun);  // "the London talks"
    if (source == Standing::inert) return false;
    if (is_material() && target == Standing::inert) return false;
    if (sentence_.topics != 0 && !rule_.any_topic && !stands_out(source, target)) return false;
    if (!(sentence_.names_states && is_interstate()) && std::max(source, target) < least())
      return false;
    return !is_aimless(source);
  }

 private:
  [[nodiscard]] const Chunk& at(Index i) const { return chunk_at(sentence_, i); }
  [[nodiscard]] const Unit& head(Index i) const { return unit_at(sentence_, at(i).head); }
  [[nodiscard]] const Word& head_word(Index i) const { return context_.word(head(i)); }

  // "Beat the eggs": a sentence that opens with a bare verb tells what to do, not what happened.
  [[nodiscard]] bool is_instruction() const {
    if (!sentence_.instruction || sentence_.headline) return false;
    return candidate_.source == none;
  }

  // "In the film, soldiers kill", "a play in which", "The novel tells of a nurse who killed".
  [[nodiscard]] bool is_fiction() const {
    const Index in_front = phrase_in_front();
    if (in_front != none && (is_told(in_front) || is_rehearsed(in_front))) return true;
    const Index told = candidate_.verb == none ? candidate_.noun : candidate_.verb;
    for (Index i = told - 1; i >= 0 && told - i < fiction_reach; --i) {
      const ChunkKind k = at(i).kind;
      if (k == ChunkKind::stop) return false;
      if (k == ChunkKind::relative && i > 1 && at(i - 1).kind == ChunkKind::preposition) {
        const Index film = at(i - 2).kind == ChunkKind::comma && i > 2 ? i - 3 : i - 2;
        if (at(film).kind == ChunkKind::noun_phrase && is_told(film)) return true;
      }
      if (k == ChunkKind::verb_group && is_teller(at(i))) return true;
    }
    return false;
  }

  // "In her novel, ..."
  [[nodiscard]] Index phrase_in_front() const {
    if (size_of(sentence_.chunks) < 4 || at(0).kind != ChunkKind::preposition ||
        !head_word(0).is(WordClass::locative))
      return none;
    return at(1).kind == ChunkKind::noun_phrase ? 1 : none;
  }

  [[nodiscard]] bool is_told(Index phrase) const {
    return head_word(phrase).is(WordClass::fiction) && at(phrase).of == none;
  }

  // "In the drill, rebels bombed a bridge"; but people do get killed in them.
  [[nodiscard]] bool is_rehearsed(Index phrase) const {
    constexpr ClassBits harm = bit(WordClass::dead) | bit(WordClass::injured);
    return rule_.type == EventType::assault && head_word(phrase).is(WordClass::rehearsal) &&
           at(phrase).of == none && (sentence_.classes & harm) == 0;
  }

  // "The series follows", but not what a film is said to have caused.
  [[nodiscard]] bool is_teller(const Chunk& verb) const {
    return verb.subject != none && !verb.passive && is_told(verb.subject) && verb.present;
  }

  // "slaughtered the minister in the debate": with words, where no arms are about.
  [[nodiscard]] bool is_with_words() const {
    if (rule_.type != EventType::assault || candidate_.verb == none || candidate_.noun != none)
      return false;
    if (is_armed(candidate_.source) || is_thing(candidate_.target)) return false;
    const Index last = std::min(size_of(sentence_.chunks), candidate_.verb + arena_reach);
    for (Index i = candidate_.verb + 1; i < last; ++i) {
      const ChunkKind k = at(i).kind;
      if (k == ChunkKind::verb_group || k == ChunkKind::comma || k == ChunkKind::stop) return false;
      if (k != ChunkKind::noun_phrase || at(i).preposition == none) continue;
      if (head_word(i).is(WordClass::arena) || is_quarrel(i)) return true;
    }
    return false;
  }

  // "shot down a drone over the valley"
  [[nodiscard]] bool is_thing(Index phrase) const {
    return phrase != none &&
           (head_word(phrase).is(WordClass::weapon) || head_word(phrase).is(WordClass::vehicle));
  }

  // "attacked the minister over the law"
  [[nodiscard]] bool is_quarrel(Index about) const {
    const Word& preposition = context_.word(unit_at(sentence_, at(about).preposition));
    return preposition.is(WordClass::for_deed) && preposition.is(WordClass::approximate) &&
           head(about).tag == Tag::noun && standing(about) <= Standing::unknown &&
           !is_deed(head_word(about));
  }

  [[nodiscard]] bool is_armed(Index phrase) const {
    if (phrase == none) return true;  // "was shot during the debate"
    const Word& word = head_word(phrase);
    const std::string_view kind = context_.lexicon.kind(word.kind);
    return word.is(WordClass::weapon) || word.is(WordClass::police) || kind == "armed-group" ||
           kind == "military" || kind == "civilian";
  }

  // Deeds that need someone or something fit to suffer them.
  [[nodiscard]] bool is_material() const {
    return rule_.type == EventType::assault || rule_.type == EventType::coerce ||
           rule_.type == EventType::retreat || rule_.type == EventType::threaten ||
           rule_.type == EventType::request;
  }

  // What is mostly done by or to states: where one is named, the lesser actors do it too.
  [[nodiscard]] bool is_interstate() const {
    switch (rule_.type) {
      case EventType::concede:
      case EventType::cooperate:
      case EventType::aid:
      case EventType::accuse:
      case EventType::reject:
      case EventType::sanction:
        return true;
      default:
        return false;
    }
  }

  // Words and promises count where someone is named or governs, deeds where people do or suffer
  // them. Event nouns like "bombing" speak for themselves.
  [[nodiscard]] Standing least() const {
    if (rule_.any_topic || sentence_.headline || candidate_.is_wanted)
      return Standing::nobody;  // headlines leave out who everyone knows
    if (!rule_.subject_nouns.empty()) return Standing::nobody;  // the rule names who does it
    if (is_done_to_something()) return candidate_.is_frame ? Standing::nobody : Standing::unknown;
    if (rule_.mode == "resign") return Standing::ordinary;
    switch (rule_.type) {
      case EventType::protest:
        return candidate_.noun != none && candidate_.verb != none ? Standing::nobody
                                                                  : Standing::unknown;
      case EventType::assault:
      case EventType::coerce:
      case EventType::retreat:
      case EventType::mobilize: {
        const bool by_noun = candidate_.noun != none && !candidate_.is_frame;
        return by_noun ? Standing::nobody : Standing::ordinary;
      }
      default:
        return Standing::group;
    }
  }

  // "The depot was shelled": by whom is not told, and in everyday news nobody does it.
  [[nodiscard]] bool is_done_to_something() const {
    if (sentence_.topics != 0 || candidate_.verb == none || candidate_.source != none) return false;
    const Chunk& verb = at(candidate_.verb);
    if (!verb.passive || !verb.finite) return false;
    if (candidate_.is_frame) return is_material();
    if (candidate_.target == none) return false;
    if (rule_.type == EventType::coerce) return rule_.mode == "arrest" || rule_.mode == "deport";
    return rule_.type == EventType::assault && rule_.mode != "seize" && rule_.mode != "fight";
  }

  // Does someone act whom the topic of the sentence does not explain? Cities and countries play
  // matches too.
  [[nodiscard]] bool stands_out(Standing source, Standing target) const {
    if ((sentence_.topics & sport_topic) != 0)
      return is_officer(candidate_.source) || is_officer(candidate_.target);
    if (source >= Standing::armament || target >= Standing::named) return true;
    if (rule_.type == EventType::protest && sentence_.labour_words) return true;
    return rule_.type == EventType::assault && target == Standing::ordinary;
  }

  // By a word for it, not by a name.
  [[nodiscard]] bool is_officer(Index phrase) const {
    if (phrase == none || standing(phrase) != Standing::official) return false;
    return head(phrase).mention == none || !head(phrase).capital;
  }

  // "attacked down the left": an attack on nobody by nobody known.
  [[nodiscard]] bool is_aimless(Standing source) const {
    if (rule_.type != EventType::assault || candidate_.verb == none || candidate_.noun != none)
      return false;
    if (candidate_.target != none || at(candidate_.verb).object != none) return false;
    return source == Standing::unknown || source == Standing::ordinary;
  }

  // The highest of those that are joined: "the operator and the ministry".
  [[nodiscard]] Standing standing(Index phrase) const {
    Standing best = Standing::nobody;
    for (int member = 0; phrase != none && member < longest_list;
         ++member, phrase = at(phrase).next) {
      best = std::max(best, of_phrase(phrase));
    }
    return best;
  }

  [[nodiscard]] Standing of_phrase(Index phrase) const {
    const Word& word = head_word(phrase);
    const Index of = at(phrase).of;
    if (of != none && (word.is(WordClass::quantity) || word.is(WordClass::number) ||
                       head(phrase).tag == Tag::number)) {
      phrase = of;  // "dozens of rebels"
    }
    Standing by_words = by_head(phrase);
    if (by_words == Standing::unknown && at(phrase).of != none) {
      by_words = std::max(by_words, by_head(at(phrase).of));  // "functionaries of the party"
    }
    return std::max(by_words, named_inside(phrase));
  }

  [[nodiscard]] Standing by_head(Index phrase) const {
    const Unit& unit = head(phrase);
    const Word& word = head_word(phrase);
    if (unit.mention != none)
      return by_mention(context_.annotations.mentions[static_cast<std::size_t>(unit.mention)]);
    if (word.is(WordClass::weapon)) return by_weapon(phrase);
    if (word.is(WordClass::role)) return by_role(word);
    if (word.is(WordClass::armed)) return Standing::official;
    if (word.is(WordClass::inert) || word.is(WordClass::hazard)) return Standing::inert;
    if (is_deed(word)) return Standing::armament;
    if (unit.tag == Tag::number) return Standing::ordinary;  // "killed four"
    if (unit.tag == Tag::pronoun)
      return sentence_.knows_actors ? Standing::named : Standing::ordinary;
    // The capital of a sentence's first word says nothing.
    if (unit.tag == Tag::name && (at(phrase).head > 0 || !sentence_.annotated))
      return Standing::named;
    return Standing::unknown;
  }

  [[nodiscard]] Standing by_mention(const Mention& mention) const {
    if (mention.type == MentionType::person)
      return sentence_.topics == 0 ? Standing::named : Standing::ordinary;
    if (mention.type != MentionType::organization) return Standing::named;
    if (mention.kind == "club") return Standing::ordinary;
    return std::max(standing_of_kind(mention.kind), Standing::group);
  }

  // "a fire" burns by itself, "artillery fire" does not; gunmen are no thing.
  [[nodiscard]] Standing by_weapon(Index phrase) const {
    const Word& word = head_word(phrase);
    if (context_.lexicon.kind(word.kind) == "armed-group") return Standing::official;
    const Index first = at(phrase).first;
    const bool alone =
        at(phrase).head == first ||
        (at(phrase).head == first + 1 && unit_at(sentence_, first).tag == Tag::determiner);
    const bool burns = word.is(WordClass::hazard) && !context_.lexicon.is_explosion(word);
    return burns && alone ? Standing::inert : Standing::armament;
  }

  [[nodiscard]] Standing by_role(const Word& word) const {
    if (word.is(WordClass::armed) || word.is(WordClass::police)) return Standing::official;
    return standing_of_kind(context_.lexicon.kind(word.kind));
  }

  // "French farmers", "the minister's car", "two carpenters"
  [[nodiscard]] Standing named_inside(Index phrase) const {
    Standing best = Standing::nobody;
    for (Index u = at(phrase).first; u < at(phrase).head; ++u) {
      const Unit& unit = unit_at(sentence_, u);
      const Word& word = context_.word(unit);
      if (unit.mention != none) {
        best = std::max(
            best,
            by_mention(context_.annotations.mentions[static_cast<std::size_t>(unit.mention)]));
      } else if (word.is(WordClass::role) || word.is(WordClass::armed)) {
        best = std::max(best, by_role(word));
      } else if (unit.tag == Tag::number && unit.timex == none) {
        best = std::max(best, Standing::ordinary);
      }
    }
    return best;
  }

  // "the offensive", "the conflict": what armed people do.
  [[nodiscard]] bool is_deed(const Word& word) const {
    const Range senses = context_.lexicon.noun_senses(word.noun);
    if (word.noun == 0 || senses.first == senses.last) return false;
    const NounSense& sense = context_.lexicon.noun_sense(senses.last - 1);
    return sense.modifier == 0 &&
           context_.lexicon.event_rules()[sense.rule].type == EventType::assault;
  }

  const Context& context_;
  const Sentence& sentence_;
  const Candidate& candidate_;
  const EventRule& rule_;
};

}  // namespace

bool is_political(const Context& context, const Sentence& sentence, const Candidate& candidate) {
  return Scope(context, sentence, candidate).is_political();
}

}  // namespace dateline::extract
