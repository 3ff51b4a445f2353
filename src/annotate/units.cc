// From tokens to units in one pass over a zone, and what position says about their capitals: where
// sentences begin, which lines are headlines.
#include "annotate/units.h"

#include <algorithm>

#include "annotate/unit_cutter.h"

namespace dateline::annotate {

namespace {

// What the words of a line add up to.
struct LineCounts {
  std::uint32_t commas = 0, words = 0, caps = 0, content = 0, content_capitals = 0,
                common_capitals = 0;

  void add(const Unit& unit) {
    if (unit.mark == ',') ++commas;
    if (!unit.has(word_unit) || unit.has(initial)) return;
    ++words;
    if (!unit.is(function_word)) ++content;
    if (unit.has(capital)) add_capital(unit.bits, unit.has(all_caps));
  }
  // Its capital; as a word it is counted elsewhere.
  void add_capital(std::uint64_t bits, bool in_capitals) {
    caps += in_capitals ? 1U : 0U;
    if ((bits & function_word) != 0) return;
    ++content_capitals;
    if ((bits & common_word) != 0) ++common_capitals;
  }
  // A line whose words nearly all begin with capitals, or are all in capitals, says nothing by its
  // capitals.
  [[nodiscard]] std::uint16_t flags(std::uint32_t length, const Unit& last) const {
    if (words >= 3 && caps * 10 >= words * 7) return headline_unit | caps_line_unit;
    const bool title_case =
        content >= 4 && content_capitals * 20 >= content * 17 && common_capitals >= 2;
    return title_case && length < 30 && commas * 4 < words && last.mark != '.' ? headline_unit : 0;
  }
};

// Whether a sentence may begin after this mark: sentence_start or 0.
std::uint16_t starts_after(const Unit& unit) {
  const std::uint16_t as_before = unit.flags & sentence_start;
  constexpr std::uint16_t yes = sentence_start, no = 0;
  const bool glued = unit.has(glued_unit);
  switch (unit.mark) {
    case '.':
    case '!':
    case '?':
    case ':':
    case ';':
    case '"':
    case '*':
      return yes;
    case '\'':
      return glued ? no : yes;
    case '-':
      return glued ? as_before : yes;
    case '(':
      return as_before;
    default:
      return no;
  }
}

}  // namespace

class UnitMaker {
 public:
  UnitMaker(Units& units, const rules::Reading& reading, const Words& words, text::TokenRange zone,
            Vocabulary& vocabulary)
      : out_(units),
        reading_(reading),
        tokens_(reading.tokens),
        words_(words),
        zone_(zone),
        vocabulary_(vocabulary),
        cutter_(reading, words, zone),
        begin_(number()),
        first_capital_(units.capitals_.size()) {}

  void run() {
    if (out_.units_.size() < number() + zone_.size())
      out_.units_.resize(2 * (number() + zone_.size()));
    for (std::uint32_t at = zone_.first; at < zone_.last;) {
      at = make(at);
      at = make_plain(at);
    }
    end_line();
    add_phrases();
    add_capitals();
  }

 private:
  std::uint32_t make(std::uint32_t at) {
    if (at == zone_.first || tokens_.has(at, text::after_newline)) begin_line();
    Unit& unit = out_.units_[out_.size_];
    unit = {words_.bits_of_kind(reading_.kinds[at]),
            at,
            at + 1,
            tokens_.hash[at],
            reading_.words[at],
            0,
            start_flags_,
            0};
    if (tokens_.has(at, text::glued)) unit.flags |= glued_unit;
    cutter_.cut(unit);
    add(unit);
    ++out_.size_;
    return unit.last;
  }

  // What joins nothing, most of a text: words in small letters (particles apart), capitals before
  // no mark, ASCII marks and numbers. Ends at the first token that is something else, or begins a
  // line.
  std::uint32_t make_plain(std::uint32_t at) {
    // What the loop reads and writes, at hand: the compiler cannot know that a unit is none of it.
    const std::uint16_t* const flags = tokens_.flags.data();
    const std::uint32_t* const begins = tokens_.begin.data();
    const std::uint32_t* const hashes = tokens_.hash.data();
    const rules::KindId* const kinds = reading_.kinds.data();
    const rules::WordId* const ids = reading_.words.data();
    const std::uint64_t* const masks = words_.masks();
    const char* const bytes = reading_.text.data();
    KeySet::Writer small(vocabulary_.small);
    Unit* const first = out_.units_.data() + out_.size_;
    Unit* unit = first;
    std::uint32_t starts = start_flags_, others = 0;
    std::uint64_t counts = 0;  // of counted_bits
    for (const std::uint32_t last = zone_.last; at < last; ++at, ++unit) {
      const std::uint32_t token = flags[at];
      const std::uint64_t bits = masks[kinds[at]];
      const std::uint32_t glued = token & text::glued;
      static_assert(glued_unit == 2 * text::glued);
      *unit = {
          bits, at, at + 1, hashes[at], ids[at], 0, static_cast<std::uint16_t>(starts | 2 * glued),
          0};
      constexpr std::uint32_t special = text::starts_upper | text::non_ascii | text::after_newline;
      constexpr std::uint32_t capital_word = text::starts_upper | text::is_word;
      if ((token & (special | text::is_word)) == text::is_word) {
        if ((bits & name_particle) != 0 || (glued != 0 && cutter_.is_s(at))) break;
        unit->flags |= word_unit;
        starts = 0;
        counts += bits & counted_bits;
        small.add(hashes[at]);
      } else if ((token & (capital_word | text::after_newline)) == capital_word) {
        if (at + 1 < last && (flags[at + 1] & text::is_mark) != 0) break;
        const bool caps = (token & text::all_upper) != 0 && tokens_.end[at] - begins[at] > 1;
        unit->flags |= static_cast<std::uint16_t>(word_unit | capital | (caps ? all_caps : 0));
        starts = 0;
        counts += bits & counted_bits;
        line_.add_capital(bits, caps);
        out_.capitals_.push_back(out_.size_ + static_cast<std::uint32_t>(unit - first));
      } else if ((token & (special | text::is_mark)) == text::is_mark) {
        ++others;
        unit->mark = UnitCutter::mark_of(bytes[begins[at]]);
        starts = starts_after(*unit);
        if (unit->mark == ',') ++line_.commas;
        if (unit->mark == '(')
          out_.brackets_.push_back(out_.size_ + static_cast<std::uint32_t>(unit - first));
      } else if ((token & (special | text::is_number)) == text::is_number) {
        ++others;
        unit->flags |= number_unit;
        starts = 0;
      } else {
        break;
      }
    }
    const auto count = static_cast<std::uint32_t>(unit - first);
    const std::uint32_t words = count - others;
    out_.size_ += count;
    line_.words += words;
    line_.content += words - static_cast<std::uint32_t>(counts);
    vocabulary_.words += words;
    vocabulary_.sport_words += static_cast<std::uint32_t>(counts / sport_word);
    start_flags_ = static_cast<std::uint16_t>(starts);
    return at;
  }

  void add(const Unit& unit) {
    line_.add(unit);
    if (unit.mark == '(') out_.brackets_.push_back(number());
    start_flags_ = starts_after(unit);
    if (!unit.has(word_unit)) return;
    ++vocabulary_.words;
    if (unit.is(sport_word)) ++vocabulary_.sport_words;
    if (!unit.has(capital)) return vocabulary_.small.add(unit.key);
    out_.capitals_.push_back(number());
  }
  [[nodiscard]] std::uint32_t number() const { return out_.size_; }

  void begin_line() {
    end_line();
    out_.lines_.push_back(number());
    line_ = {};
    start_flags_ = line_start | sentence_start;
  }
  void end_line() {
    if (number() == begin_) return;
    const std::uint32_t first = out_.lines_.back();
    const std::uint16_t flags = line_.flags(number() - first, out_.units_[number() - 1]);
    if (flags == 0) return;
    for (std::uint32_t i = first; i < number(); ++i) out_.units_[i].flags |= flags;
  }

  void add_phrases() {
    std::vector<Unit>& units = out_.units_;
    auto phrase =
        std::lower_bound(reading_.phrases.begin(), reading_.phrases.end(), zone_.first,
                         [](const rules::Phrase& p, std::uint32_t at) { return p.first < at; });
    std::uint32_t i = begin_;
    for (; phrase != reading_.phrases.end() && phrase->first < zone_.last; ++phrase) {
      while (i < number() && units[i].first < phrase->first) ++i;
      if (i == number()) return;
      if (units[i].first == phrase->first) add_phrase(i, *phrase);
    }
  }
  void add_phrase(std::uint32_t first, const rules::Phrase& phrase) {
    std::vector<Unit>& units = out_.units_;
    std::uint32_t end = first;
    while (end < number() && units[end].last < phrase.last) ++end;
    if (end == number() || units[end].last > phrase.last + (units[end].has(dotted) ? 1U : 0U))
      return;
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
  std::uint32_t begin_;        // of this zone's units
  std::size_t first_capital_;  // of this zone
  LineCounts line_;
  std::uint16_t start_flags_ = 0;  // of the next unit
};

void Units::clear() {
  size_ = 0;
  phrases_.assign(1, {});
  capitals_.clear();
  brackets_.clear();
  lines_.clear();
}

void Units::add(const rules::Reading& reading, const Words& words, text::TokenRange zone,
                Vocabulary& vocabulary) {
  UnitMaker(*this, reading, words, zone, vocabulary).run();
}

}  // namespace dateline::annotate
