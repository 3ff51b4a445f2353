// From tokens to units, and what position says about their capitals.
#include "annotate/units.h"

#include <algorithm>

namespace dateline::annotate {

namespace {

using text::Tokens;

class Maker {
 public:
  Maker(const rules::Reading& reading, const Words& words, text::TokenRange range, std::vector<Unit>& units)
      : reading_(reading), tokens_(reading.tokens), words_(words), range_(range), units_(units) {}

  void run() {
    const auto begin = static_cast<std::uint32_t>(units_.size());
    for (std::uint32_t at = range_.first; at < range_.last;) at = make(at);
    mark_starts(begin);
    mark_headlines(begin);
    mark_phrases(begin);
  }

 private:
  [[nodiscard]] char mark_at(std::uint32_t i) const {
    if (i >= range_.last || !tokens_.has(i, text::is_mark)) return 0;
    const std::string_view form = reading_.word(i);
    if (form.size() == 1) return form[0] == '`' ? '\'' : form[0];
    if (form == "\u2019" || form == "\u2018") return '\'';
    if (form == "\u201C" || form == "\u201D" || form == "\u00AB" || form == "\u00BB") return '"';
    if (form == "\u2013" || form == "\u2014" || form == "\u2012" || form == "\u2011") return '-';
    return form == "\u2022" ? '*' : '?';
  }
  [[nodiscard]] bool glued_word(std::uint32_t i) const {
    return i < range_.last && tokens_.has(i, text::is_word) && tokens_.has(i, text::glued) && !is_s(i);
  }
  [[nodiscard]] bool upper(std::uint32_t i) const { return tokens_.has(i, text::starts_upper); }
  [[nodiscard]] std::size_t length(std::uint32_t i) const { return tokens_.end[i] - tokens_.begin[i]; }
  [[nodiscard]] std::uint64_t bits(std::uint32_t i) const { return words_.bits(reading_.words[i]); }

  std::uint32_t make(std::uint32_t at) {
    Unit unit;
    unit.first = at;
    unit.last = at + 1;
    unit.word = reading_.words[at];
    unit.bits = words_.bits(unit.word);
    unit.key = tokens_.hash[at];
    if (tokens_.has(at, text::glued)) unit.flags |= glued_unit;
    if (tokens_.has(at, text::after_newline) || at == range_.first) unit.flags |= line_start;
    // Most tokens: a word in small letters that nothing is glued to.
    const bool alone = at + 1 >= range_.last || !tokens_.has(at + 1, text::glued) || !tokens_.has(at + 1, text::is_mark);
    const bool small = tokens_.has(at, text::is_word) && !tokens_.has(at, text::starts_upper);
    if (small && alone && (unit.bits & name_particle) == 0 && reading_.text[tokens_.begin[at]] != '\'' && !tokens_.has(at, text::non_ascii)) {
      unit.flags |= word_unit;
      units_.push_back(unit);
      return unit.last;
    }
    if (tokens_.has(at, text::is_number)) {
      unit.flags |= number_unit;
    } else if (is_s(at)) {
      unit.flags |= possessive;
    } else if (tokens_.has(at, text::is_word)) {
      make_word(unit);
    } else {
      unit.mark = mark_at(at);
    }
    units_.push_back(unit);
    return unit.last;
  }

  // The token 's (or a bare apostrophe's s) after a word.
  [[nodiscard]] bool is_s(std::uint32_t i) const {
    const std::string_view form = reading_.word(i);
    return form.size() > 1 && form.size() <= 4 && (form[0] == '\'' || form.substr(0, 3) == "\u2019");
  }

  void make_word(Unit& unit) {
    unit.flags |= word_unit;
    bool caps = tokens_.has(unit.first, text::all_upper);
    if (upper(unit.first)) unit.flags |= capital;
    std::size_t letters = length(unit.first);
    if (letters == 1 && caps && dotted_letters(unit)) return;
    while (join_next(unit, caps)) {
      letters += length(unit.last - 1);
    }
    if (caps && letters > 1) unit.flags |= all_caps;
    take_dot(unit);
  }

  // "J.", "U.S.", "T.J.": single capitals with dots.
  bool dotted_letters(Unit& unit) {
    std::uint32_t i = unit.first;
    std::uint32_t count = 0;
    std::uint32_t key = 0;
    while (i + 1 < range_.last && tokens_.has(i, text::is_word) && length(i) == 1 && upper(i) && mark_at(i + 1) == '.' &&
           tokens_.has(i + 1, text::glued) && (count == 0 || tokens_.has(i, text::glued))) {
      key = count == 0 ? tokens_.hash[i] : key * 31 + tokens_.hash[i];
      ++count;
      i += 2;
    }
    if (count == 0) return false;
    if (count >= 1 && glued_word(i) && length(i) == 1 && upper(i) && mark_at(i + 1) != '\'') {   // "U.S" without its last dot
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
  bool join_next(Unit& unit, bool& caps) {
    const std::uint32_t left = unit.last - 1;
    const std::uint32_t joint = unit.last;
    const std::uint32_t right = joint + 1;
    if (right >= range_.last || !tokens_.has(right, text::is_word) || is_s(right)) return false;
    const char mark = mark_at(joint);
    if (mark != '-' && mark != '\'') return false;
    const bool tight = tokens_.has(joint, text::glued) && tokens_.has(right, text::glued);
    if (mark == '\'' && (!tight || !unit_capital(unit))) return false;
    if (mark == '-' && !joins_by_hyphen(left, right, tight)) return false;
    if (tokens_.has(right, text::after_newline)) return false;
    const bool contracted = mark == '\'' && (bits(right) & contraction) != 0 && !upper(right) && length(right) <= 2;
    unit.last = right + 1;
    unit.key = unit.key * 31 + tokens_.hash[right];
    unit.flags |= joined;
    if (upper(right)) unit.flags |= capital;
    if (!tokens_.has(right, text::all_upper)) caps = false;
    unit.word = 0;
    if (contracted) {   // "I'm", "Don't"
      unit.bits = function_word | not_name;
      return false;
    }
    unit.bits = (bits(right) & (org_word | org_of | org_weak)) | (unit.bits & given_name);
    return true;
  }
  [[nodiscard]] static bool unit_capital(const Unit& unit) { return unit.has(capital); }

  [[nodiscard]] bool joins_by_hyphen(std::uint32_t left, std::uint32_t right, bool tight) const {
    const std::uint64_t l = bits(left);
    const std::uint64_t r = bits(right);
    if ((l & name_particle) != 0 && length(left) <= 3 && upper(right)) return true;   // al-Assad, Al - Assad
    if (!tight) return false;
    if ((l & with_prefix) != 0 && !tokens_.has(left, text::all_upper)) return false;
    if (upper(left) && upper(right)) return !((l | r) & (demonym | title)) && !is_country(left) && !is_country(right);
    if (!upper(left)) return false;
    if ((r & with_suffix) != 0) return false;
    if ((r & name_particle) != 0) return right + 2 < range_.last && mark_at(right + 1) == '-';
    if ((bits(left) & name_particle) != 0) return true;
    return (r & common_word) == 0 || (length(right) <= 3 && (r & function_word) == 0);   // Jong-il, Song-ho
  }
  [[nodiscard]] bool is_country(std::uint32_t i) const {
    countries_.clear();
    rules::names_at(rules_of(), reading_, i, {i, i + 1}, countries_);
    for (const rules::NameHit& hit : countries_) {
      if (hit.table == words_.countries()) return true;
    }
    return false;
  }
  [[nodiscard]] const Rules& rules_of() const { return words_.rules(); }

  // The dot of an abbreviation belongs to the unit.
  void take_dot(Unit& unit) const {
    if (mark_at(unit.last) != '.' || !tokens_.has(unit.last, text::glued)) return;
    const std::uint64_t b = bits(unit.last - 1);
    const bool known = (b & (title_abbreviation | abbreviation)) != 0;
    if (!unit.has(capital) || (!known && !is_state(unit))) return;
    ++unit.last;
    unit.flags |= dotted;
  }

  // ", Mo." after a comma: the short form of a state.
  [[nodiscard]] bool is_state(const Unit& unit) const {
    if (unit.last != unit.first + 1 || length(unit.first) > 5 || tokens_.has(unit.first, text::all_upper)) return false;
    if (unit.first == range_.first || mark_at(unit.first - 1) != ',') return false;
    countries_.clear();
    rules::names_at(rules_of(), reading_, unit.first, {unit.first, unit.first + 1}, countries_);
    for (const rules::NameHit& hit : countries_) {
      if (hit.table == words_.short_states()) return true;
    }
    return false;
  }

  void mark_starts(std::uint32_t begin) {
    bool start = true;
    for (std::uint32_t i = begin; i < units_.size(); ++i) {
      Unit& unit = units_[i];
      if (unit.has(line_start)) start = true;
      if (start) unit.flags |= sentence_start;
      if (unit.mark == 0) {
        start = false;
      } else if (unit.mark == '.' || unit.mark == '!' || unit.mark == '?' || unit.mark == ':' || unit.mark == ';' ||
                 unit.mark == '"' || unit.mark == '*') {
        start = true;
      } else if (unit.mark == '\'' && !unit.has(glued_unit)) {
        start = true;
      } else if (unit.mark != '(' && (unit.mark != '-' || !unit.has(glued_unit))) {
        start = unit.mark == '-';
      }
    }
  }

  // A line whose words nearly all begin with capitals, or are all in capitals, says nothing by its capitals.
  void mark_headlines(std::uint32_t begin) {
    for (std::uint32_t i = begin; i < units_.size();) {
      std::uint32_t end = i + 1;
      while (end < units_.size() && !units_[end].has(line_start)) ++end;
      mark_headline(i, end);
      i = end;
    }
  }
  void mark_headline(std::uint32_t first, std::uint32_t last) {
    std::uint32_t commas = 0, words = 0, caps = 0, content = 0, content_capitals = 0, common_capitals = 0;
    for (std::uint32_t i = first; i < last; ++i) {
      const Unit& unit = units_[i];
      if (unit.mark == ',') ++commas;
      if (!unit.has(word_unit) || unit.has(initial)) continue;
      ++words;
      caps += unit.has(all_caps) ? 1U : 0U;
      if (unit.is(function_word)) continue;
      ++content;
      if (unit.has(capital)) ++content_capitals;
      if (unit.has(capital) && unit.is(common_word)) ++common_capitals;
    }
    std::uint16_t flags = 0;
    if (words >= 3 && caps * 10 >= words * 7) flags = headline_unit | caps_line_unit;
    else if (content >= 4 && content_capitals * 20 >= content * 17 && common_capitals >= 2 && last - first < 30 && commas * 4 < words && units_[last - 1].mark != '.') flags = headline_unit;
    for (std::uint32_t i = first; i < last; ++i) units_[i].flags |= flags;
  }

  void mark_phrases(std::uint32_t begin) {
    auto phrase = std::lower_bound(reading_.phrases.begin(), reading_.phrases.end(), range_.first,
                                   [](const rules::Phrase& p, std::uint32_t at) { return p.first < at; });
    for (std::uint32_t i = begin; i < units_.size(); ++i) {
      while (phrase != reading_.phrases.end() && phrase->first < units_[i].first) ++phrase;
      if (phrase == reading_.phrases.end()) return;
      if (phrase->first != units_[i].first) continue;
      std::uint32_t end = i;
      while (end < units_.size() && units_[end].last < phrase->last) ++end;
      if (end == units_.size() || units_[end].last > phrase->last + (units_[end].has(dotted) ? 1U : 0U)) continue;
      if (end == i && units_[i].last != phrase->last) continue;
      units_[i].phrase = phrase->word;
      units_[i].phrase_bits = words_.bits(phrase->word);
      units_[i].phrase_last = end + 1;
      if (end == i) {   // "U.S.", "vice-president" read as one unit
        units_[i].bits |= units_[i].phrase_bits;
        units_[i].word = phrase->word;
      }
    }
  }

  const rules::Reading& reading_;
  const Tokens& tokens_;
  const Words& words_;
  text::TokenRange range_;
  std::vector<Unit>& units_;
  mutable std::vector<rules::NameHit> countries_;
};

}  // namespace

void make_units(const rules::Reading& reading, const Words& words, text::TokenRange range, std::vector<Unit>& units) {
  Maker(reading, words, range, units).run();
}

}  // namespace dateline::annotate
