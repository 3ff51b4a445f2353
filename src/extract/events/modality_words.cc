// The word that shows how sure the text is, for those who ask why.
#include "extract/events/judge.h"

namespace dateline::extract {

void Judge::find_word() {
  switch (candidate_.modality) {
    case Modality::negated:
      static_cast<void>(in_chain(WordClass::negation) || above(WordClass::failed) ||
                        at_subject(WordClass::negation));
      break;
    case Modality::planned:
      static_cast<void>(in_chain(WordClass::future) || in_chain(WordClass::intent) ||
                        above(WordClass::planned) || in_chain(WordClass::to));
      break;
    case Modality::conditional:
      static_cast<void>(in_chain(WordClass::conditional) || before(WordClass::conditional));
      break;
    case Modality::ongoing:
      static_cast<void>(above(WordClass::ongoing) || in_chain(WordClass::be));
      break;
    case Modality::denied:
      if (!in_predicate(WordClass::untrue)) frame(WordClass::denial);
      break;
    case Modality::claimed:
      if (!ruled_by(WordClass::alleging) && !in_chain(WordClass::hedge) &&
          !ruled_by(WordClass::hearsay))
        frame(WordClass::claim);
      break;
    case Modality::requested:
      static_cast<void>(ruled_by(WordClass::demanding));
      break;
    default:
      frame(WordClass::speech);
      break;
  }
}

bool Judge::show(Index unit, WordClass cls) {
  if (unit < 0 || !context_.word(unit_at(sentence_, unit)).is(cls)) return false;
  candidate_.modality_unit = unit;
  candidate_.modality_class = cls;
  return true;
}

// In the verb group or one that carries it.
bool Judge::in_chain(WordClass cls) {
  Index i = candidate_.verb;
  for (int depth = 0; i != none && depth < 6; ++depth) {
    for (Index u = at(i).first; u < at(i).last; ++u) {
      if (show(u, cls)) return true;
    }
    if (show(at(i).first - 1, cls)) return true;  // "not seizing"
    i = at(i).clause == ClauseKind::infinitive ? at(i).parent : none;
  }
  return false;
}

bool Judge::above(WordClass cls) {
  Index i = candidate_.verb;
  for (int depth = 0; i != none && at(i).clause == ClauseKind::infinitive && depth < 6; ++depth) {
    i = at(i).parent;
    if (i != none && show(at(i).head, cls)) return true;
  }
  return false;
}

bool Judge::ruled_by(WordClass cls) {
  Index verb = candidate_.accuser;
  if (verb == none)
    verb = candidate_.verb == none ? candidate_.noun - 2 : at(candidate_.verb).parent;
  return verb >= 0 && show(at(verb).head, cls);
}

// "reports that rebels fled are [false]"
bool Judge::in_predicate(WordClass cls) {
  const Index content = candidate_.verb == none ? none : at(candidate_.verb).content;
  return content != none && show(untrue_word(content), cls);
}

bool Judge::at_subject(WordClass cls) {
  const Index subject = at(candidate_.verb).subject;
  return subject != none && show(at(subject).first, cls);
}

bool Judge::before(WordClass cls) {
  for (Index u = at(candidate_.verb).first - 1; u >= 0; --u) {
    if (show(u, cls)) return true;
  }
  return false;
}

void Judge::frame(WordClass cls) {
  const Chunk& told = at(candidate_.verb == none ? candidate_.noun : candidate_.verb);
  if (told.speech != none) {
    static_cast<void>(show(at(told.speech).head, cls) ||
                      show(at(told.speech).head, WordClass::speech));
  } else if (told.speaker != none) {
    const Index preposition = at(told.speaker).preposition;  // "according to"
    static_cast<void>(show(preposition, WordClass::according) ||
                      show(preposition - 1, WordClass::according));
  }
}

}  // namespace dateline::extract
