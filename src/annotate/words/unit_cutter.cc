#include "annotate/words/unit_cutter.h"

#include <algorithm>

namespace dateline::annotate {

char UnitCutter::mark_at(std::uint32_t i) const {
  if (i >= zone_.last || !tokens_.has(i, text::is_mark)) return 0;
  const std::string_view form = reading_.word(i);
  if (form.size() == 1) return mark_of(form[0]);
  if (form == "\u2019" || form == "\u2018") return '\'';
  if (form == "\u201C" || form == "\u201D" || form == "\u00AB" || form == "\u00BB") return '"';
  if (form == "\u2013" || form == "\u2014" || form == "\u2012" || form == "\u2011") return '-';
  return form == "\u2022" ? '*' : '?';
}

bool UnitCutter::is_s(std::uint32_t i) const {
  const std::string_view form = reading_.word(i);
  return form.size() > 1 && form.size() <= 4 && (form[0] == '\'' || form.substr(0, 3) == "\u2019");
}

bool UnitCutter::glued_word(std::uint32_t i) const {
  return i < zone_.last && tokens_.has(i, text::is_word) && tokens_.has(i, text::glued) && !is_s(i);
}

void UnitCutter::cut(Unit& unit) {
  if (tokens_.has(unit.first, text::is_number)) {
    unit.flags |= number_unit;
  } else if (is_s(unit.first)) {
    unit.flags |= possessive;
  } else if (tokens_.has(unit.first, text::is_word)) {
    cut_word(unit);
  } else {
    unit.mark = mark_at(unit.first);
  }
}

void UnitCutter::cut_word(Unit& unit) {
  unit.flags |= word_unit;
  bool caps = tokens_.has(unit.first, text::all_upper);
  if (upper(unit.first)) unit.flags |= capital;
  std::size_t letters = length(unit.first);
  if (letters == 1 && caps && (dotted_state(unit) || dotted_letters(unit))) return;
  while (join_next(unit, caps)) {
    letters += length(unit.last - 1);
  }
  if (caps && letters > 1) unit.flags |= all_caps;
  take_dot(unit);
}

// "W.Va.": the short form of a state that is a letter and a word.
bool UnitCutter::dotted_state(Unit& unit) {
  const std::uint32_t word = unit.first + 2;
  if (mark_at(unit.first + 1) != '.' || mark_at(word + 1) != '.' || length(word) > 3 ||
      !upper(word) || tokens_.has(word, text::after_newline))
    return false;
  rules::names_at(words_.rules(), reading_, unit.first, {unit.first, word + 2}, names_);
  if (std::none_of(names_.begin(), names_.end(), [&](const rules::NameHit& hit) {
        return hit.table == words_.short_states() && hit.last > word;
      }))
    return false;
  unit.last = word + 2;
  unit.flags |= joined | dotted;
  unit.key = tokens_.hash[unit.first] * 31 + tokens_.hash[word];
  unit.bits = 0;
  unit.word = 0;
  return true;
}

// "J.", "U.S.", "T.J.": single capitals with dots.
bool UnitCutter::dotted_letters(Unit& unit) {
  std::uint32_t i = unit.first;
  std::uint32_t count = 0;
  std::uint32_t key = 0;
  while (i + 1 < zone_.last && tokens_.has(i, text::is_word) && length(i) == 1 && upper(i) &&
         mark_at(i + 1) == '.' && tokens_.has(i + 1, text::glued) &&
         (count == 0 || tokens_.has(i, text::glued))) {
    key = count == 0 ? tokens_.hash[i] : key * 31 + tokens_.hash[i];
    ++count;
    i += 2;
  }
  if (count == 0) return false;
  if (glued_word(i) && length(i) == 1 && upper(i) &&
      mark_at(i + 1) != '\'') {  // "U.S" without its last dot
    key = key * 31 + tokens_.hash[i];
    ++count;
    ++i;
  }
  unit.last = i;
  unit.key = key;
  unit.flags |= dotted;
  if (count > 1) unit.flags |= all_caps;
  if (count <= 2) unit.flags |= initial;
  unit.bits = 0;
  unit.word = 0;
  return true;
}

// A hyphen or an apostrophe and the word after it, where they belong to the same name.
bool UnitCutter::join_next(Unit& unit, bool& caps) {
  const std::uint32_t left = unit.last - 1;
  const std::uint32_t joint = unit.last;
  const std::uint32_t right = joint + 1;
  if (right >= zone_.last || !tokens_.has(joint, text::is_mark) ||
      !tokens_.has(right, text::is_word) || is_s(right))
    return false;
  const char mark = mark_at(joint);
  if (mark != '-' && mark != '\'') return false;
  const bool tight = tokens_.has(joint, text::glued) && tokens_.has(right, text::glued);
  if (mark == '\'' && (!tight || !unit.has(capital))) return false;
  if (mark == '-' && !joins_by_hyphen(left, right, tight)) return false;
  if (tokens_.has(right, text::after_newline)) return false;
  const bool contracted =
      mark == '\'' && (bits(right) & contraction) != 0 && !upper(right) && length(right) <= 2;
  unit.last = right + 1;
  unit.key = unit.key * 31 + tokens_.hash[right];
  unit.flags |= joined;
  if (upper(right)) unit.flags |= capital;
  if (!tokens_.has(right, text::all_upper)) caps = false;
  unit.word = 0;
  if (contracted) {  // "I'm", "Don't"
    unit.bits = function_word | not_name;
    return false;
  }
  unit.bits = (bits(right) & (org_word | org_of | org_weak)) | (unit.bits & given_name);
  return true;
}

bool UnitCutter::joins_by_hyphen(std::uint32_t left, std::uint32_t right, bool tight) {
  const std::uint64_t l = bits(left);
  const std::uint64_t r = bits(right);
  if ((l & name_particle) != 0 && length(left) <= 3 && upper(right))
    return true;  // al-Assad, Al - Assad
  if (!tight) return false;
  if ((l & with_prefix) != 0 && (!tokens_.has(left, text::all_upper) || is_party(left)))
    return false;
  if (upper(left) && upper(right)) {
    return ((l | r) & (demonym | title)) == 0 && !is_named_in(words_.countries(), left) &&
           !is_named_in(words_.countries(), right);
  }
  if (!upper(left)) return false;
  if ((r & with_suffix) != 0) return false;
  if ((r & name_particle) != 0) return right + 2 < zone_.last && mark_at(right + 1) == '-';
  if ((l & name_particle) != 0) return true;
  return (r & common_word) == 0 ||
         (length(right) <= 3 && (r & function_word) == 0);  // Jong-il, Song-ho
}

// "Ana Ruiz, D-Verra": the letters of a party before a politician's home.
bool UnitCutter::is_party(std::uint32_t token) const {
  const char mark = token == zone_.first ? '\0' : mark_at(token - 1);
  return (mark == ',' || mark == '(') &&
         !words_.value(reading_.words[token], with_prefix, "party").empty();
}

// The dot of an abbreviation belongs to the unit.
void UnitCutter::take_dot(Unit& unit) {
  if (!unit.has(capital) || mark_at(unit.last) != '.' || !tokens_.has(unit.last, text::glued))
    return;
  const bool known = (bits(unit.last - 1) & (title_abbreviation | abbreviation)) != 0;
  if (!known && !is_state(unit)) return;
  ++unit.last;
  unit.flags |= dotted;
}

// ", Mo." after a comma: the short form of a state.
bool UnitCutter::is_state(const Unit& unit) {
  if (unit.last != unit.first + 1 || length(unit.first) > 5 ||
      tokens_.has(unit.first, text::all_upper))
    return false;
  if (unit.first == zone_.first || mark_at(unit.first - 1) != ',') return false;
  return is_named_in(words_.short_states(), unit.first);
}

bool UnitCutter::is_named_in(const rules::Table* table, std::uint32_t token) {
  rules::names_at(words_.rules(), reading_, token, {token, token + 1}, names_);
  return std::any_of(names_.begin(), names_.end(),
                     [&](const rules::NameHit& hit) { return hit.table == table; });
}

}  // namespace dateline::annotate
