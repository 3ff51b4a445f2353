// From tokens to units in one pass over a zone, and what position says about their capitals: where sentences begin, which
// lines are headlines.
#include "annotate/units.h"

#include <algorithm>

#include "annotate/unit_cutter.h"

namespace dateline::annotate {

namespace {

// What the words of a line add up to.
struct LineCounts {
  std::uint32_t commas = 0, words = 0, caps = 0, content = 0, content_capitals = 0, common_capitals = 0;

  void add_small(std::uint64_t bits) {
    ++words;
    content += (bits & function_word) == 0 ? 1 : 0;
  }
  void add(const Unit& unit) {
    if (unit.mark == ',') ++commas;
    if (!unit.has(word_unit) || unit.has(initial)) return;
    ++words;
    caps += unit.has(all_caps) ? 1U : 0U;
    if (unit.is(function_word)) return;
    ++content;
    if (!unit.has(capital)) return;
    ++content_capitals;
    if (unit.is(common_word)) ++common_capitals;
  }
  // A line whose words nearly all begin with capitals, or are all in capitals, says nothing by its capitals.
  [[nodiscard]] std::uint16_t flags(std::uint32_t length, const Unit& last) const {
    if (words >= 3 && caps * 10 >= words * 7) return headline_unit | caps_line_unit;
    const bool title_case = content >= 4 && content_capitals * 20 >= content * 17 && common_capitals >= 2;
    return title_case && length < 30 && commas * 4 < words && last.mark != '.' ? headline_unit : 0;
  }
};

// Whether a sentence may begin after this mark; `starts` is what was so before it.
bool starts_after(const Unit& unit, bool starts) {
  switch (unit.mark) {
    case '.':
    case '!':
    case '?':
    case ':':
    case ';':
    case '"':
    case '*':
      return true;
    case '\'':
      return !unit.has(glued_unit);
    case '(':
      return starts;
    case '-':
      return !unit.has(glued_unit) || starts;
    default:
      return false;
  }
}

}  // namespace

class UnitMaker {
 public:
  UnitMaker(Units& units, const rules::Reading& reading, const Words& words, text::TokenRange zone, Vocabulary& vocabulary)
      : out_(units), reading_(reading), tokens_(reading.tokens), words_(words), zone_(zone), vocabulary_(vocabulary),
        cutter_(reading, words, zone), begin_(number()), first_capital_(units.capitals_.size()) {}

  void run() {
    for (std::uint32_t at = zone_.first; at < zone_.last;) at = make(at);
    end_line();
    add_phrases();
    add_capitals();
  }

 private:
  std::uint32_t make(std::uint32_t at) {
    if (at == zone_.first || tokens_.has(at, text::after_newline)) begin_line();
    Unit unit;
    unit.first = at;
    unit.last = at + 1;
    unit.word = reading_.words[at];
    unit.bits = words_.bits_of_kind(reading_.kinds[at]);
    unit.key = tokens_.hash[at];
    unit.flags = start_flags_;
    if (tokens_.has(at, text::glued)) unit.flags |= glued_unit;
    if (cutter_.is_small_word(at, unit.bits)) {
      unit.flags |= word_unit;
      add_small(unit);
    } else {
      cutter_.cut(unit);
      add(unit);
    }
    out_.units_.push_back(unit);
    return unit.last;
  }

  void add_small(const Unit& unit) {
    line_.add_small(unit.bits);
    ++vocabulary_.words;
    vocabulary_.sport_words += (unit.bits & sport_word) != 0 ? 1 : 0;
    vocabulary_.small.add(unit.key);
    start_flags_ = 0;
  }
  void add(const Unit& unit) {
    line_.add(unit);
    if (unit.mark == '(') out_.brackets_.push_back(number());
    const bool starts = unit.mark != 0 && starts_after(unit, (start_flags_ & sentence_start) != 0);
    start_flags_ = starts ? sentence_start : 0;
    if (!unit.has(word_unit)) return;
    ++vocabulary_.words;
    if (unit.is(sport_word)) ++vocabulary_.sport_words;
    if (unit.has(capital)) out_.capitals_.push_back(number());
    else vocabulary_.small.add(unit.key);
  }
  [[nodiscard]] std::uint32_t number() const { return static_cast<std::uint32_t>(out_.units_.size()); }

  void begin_line() {
    end_line();
    out_.lines_.push_back(number());
    line_ = {};
    start_flags_ = line_start | sentence_start;
  }
  void end_line() {
    if (number() == begin_) return;
    const std::uint32_t first = out_.lines_.back();
    const std::uint16_t flags = line_.flags(number() - first, out_.units_.back());
    if (flags == 0) return;
    for (std::uint32_t i = first; i < number(); ++i) out_.units_[i].flags |= flags;
  }

  void add_phrases() {
    std::vector<Unit>& units = out_.units_;
    auto phrase = std::lower_bound(reading_.phrases.begin(), reading_.phrases.end(), zone_.first,
                                   [](const rules::Phrase& p, std::uint32_t at) { return p.first < at; });
    std::uint32_t i = begin_;
    for (; phrase != reading_.phrases.end() && phrase->first < zone_.last; ++phrase) {
      while (i < units.size() && units[i].first < phrase->first) ++i;
      if (i == units.size()) return;
      if (units[i].first == phrase->first) add_phrase(i, *phrase);
    }
  }
  void add_phrase(std::uint32_t first, const rules::Phrase& phrase) {
    std::vector<Unit>& units = out_.units_;
    std::uint32_t end = first;
    while (end < units.size() && units[end].last < phrase.last) ++end;
    if (end == units.size() || units[end].last > phrase.last + (units[end].has(dotted) ? 1U : 0U)) return;
    if (end == first && units[first].last != phrase.last) return;
    Unit& unit = units[first];
    unit.phrase = static_cast<std::uint32_t>(out_.phrases_.size());
    out_.phrases_.push_back({words_.bits(phrase.word), end + 1, phrase.word});
    if (end != first) return;
    // "U.S.", "vice-president" read as one unit
    const std::uint64_t more = out_.phrases_.back().bits & ~unit.bits;
    if (unit.has(word_unit) && (more & sport_word) != 0) ++vocabulary_.sport_words;
    unit.bits |= more;
    unit.word = phrase.word;
  }

  void add_capitals() {
    for (std::size_t i = first_capital_; i < out_.capitals_.size(); ++i) {
      const Unit& unit = out_.units_[out_.capitals_[i]];
      if (!unit.has(sentence_start) && !unit.has(headline_unit)) vocabulary_.capital.add(unit.key);
    }
  }

  Units& out_;
  const rules::Reading& reading_;
  const text::Tokens& tokens_;
  const Words& words_;
  text::TokenRange zone_;
  Vocabulary& vocabulary_;
  UnitCutter cutter_;
  std::uint32_t begin_;           // of this zone's units
  std::size_t first_capital_;     // of this zone
  LineCounts line_;
  std::uint16_t start_flags_ = 0;   // of the next unit
};

void Units::clear() {
  units_.clear();
  phrases_.assign(1, {});
  capitals_.clear();
  brackets_.clear();
  lines_.clear();
}

void Units::add(const rules::Reading& reading, const Words& words, text::TokenRange zone, Vocabulary& vocabulary) {
  UnitMaker(*this, reading, words, zone, vocabulary).run();
}

}  // namespace dateline::annotate
