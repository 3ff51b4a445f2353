// The spelling rules of English inflection: e-dropping, y to ies, doubling of a final consonant
// after a short vowel.
#include "extract/lexicon/inflect.h"

namespace dateline::extract {
namespace {

bool is_vowel(char letter) {
  return letter == 'a' || letter == 'e' || letter == 'i' || letter == 'o' || letter == 'u';
}

bool ends_with(std::string_view word, std::string_view tail) { return word.ends_with(tail); }

bool takes_es(std::string_view word) {
  return ends_with(word, "s") || ends_with(word, "x") || ends_with(word, "z") ||
         ends_with(word, "ch") || ends_with(word, "sh") ||
         (ends_with(word, "o") && word.size() > 2 && !is_vowel(word[word.size() - 2]));
}

bool consonant_y(std::string_view word) {
  return word.size() > 1 && word.back() == 'y' && !is_vowel(word[word.size() - 2]);
}

std::size_t vowel_groups(std::string_view word) {
  std::size_t groups = 0;
  bool inside = false;
  for (const char letter : word) {
    const bool vowel = is_vowel(letter) || letter == 'y';
    groups += vowel && !inside ? 1 : 0;
    inside = vowel;
  }
  return groups;
}

// One short vowel before a single last consonant, in a word of one syllable: stop, bar, rob.
bool doubles(std::string_view word) {
  if (word.size() < 3) return false;
  const char last = word.back(), before = word[word.size() - 2], third = word[word.size() - 3];
  if (is_vowel(last) || last == 'w' || last == 'x' || last == 'y' || !is_vowel(before))
    return false;
  const bool after_qu = third == 'u' && word.size() > 3 && word[word.size() - 4] == 'q';
  if (is_vowel(third) && !after_qu) return false;
  return vowel_groups(word) == 1 || after_qu;
}

std::string with(std::string_view stem, std::string_view tail) {
  return std::string(stem) + std::string(tail);
}

std::string s_form(std::string_view word) {
  if (consonant_y(word)) return with(word.substr(0, word.size() - 1), "ies");
  return with(word, takes_es(word) ? "es" : "s");
}

}  // namespace

VerbForms inflect_verb(std::string_view lemma) {
  VerbForms forms;
  forms.third = s_form(lemma);
  const std::string doubled =
      doubles(lemma) ? with(lemma, lemma.substr(lemma.size() - 1)) : std::string(lemma);
  if (ends_with(lemma, "ie")) {
    forms.past = with(lemma, "d");
    forms.ing = with(lemma.substr(0, lemma.size() - 2), "ying");
  } else if (ends_with(lemma, "e")) {
    forms.past = with(lemma, "d");
    const bool keeps = lemma.size() <= 2 || ends_with(lemma, "ee") || ends_with(lemma, "oe") ||
                       ends_with(lemma, "ye");
    forms.ing = with(keeps ? lemma : lemma.substr(0, lemma.size() - 1), "ing");
  } else if (consonant_y(lemma)) {
    forms.past = with(lemma.substr(0, lemma.size() - 1), "ied");
    forms.ing = with(lemma, "ing");
  } else {
    const bool hard_c = lemma.back() == 'c';
    forms.past = with(doubled, hard_c ? "ked" : "ed");
    forms.ing = with(doubled, hard_c ? "king" : "ing");
  }
  forms.participle = forms.past;
  return forms;
}

std::string plural_of(std::string_view lemma) { return s_form(lemma); }

}  // namespace dateline::extract
