// From tokens to units in one pass over a zone, and what position says about their capitals: where
// sentences begin, which lines are headlines.
#include "annotate/words/units.h"

#include <algorithm>

#include "annotate/words/unit_cutter.h"

namespace dateline::annotate {

namespace {

// What the words of a line add up to.
struct LineCounts {
  std::uint32_t commas = 0, brackets = 0, words = 0, caps = 0, content = 0, content_capitals = 0,
                common_capitals = 0;

  void add(const Unit& unit) {
    if (unit.mark == ',') ++commas;
    if (unit.mark == '(') ++brackets;
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
    return title_case && length < 30 && commas * 4 < words && brackets < 2 && last.mark != '.'
               ? headline_unit
               : 0;
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
    Plain plain;
    const std::uint32_t first = at;
    for (const std::uint32_t last = zone_.last; at < last; ++at) {
      at = make_small(at, last, plain);
      if (at == last || !make_other(at, plain)) break;
    }
    const std::uint32_t words = at - first - plain.others;
    line_.words += words;
    line_.content += words - static_cast<std::uint32_t>(plain.counts);
    vocabulary_.words += words;
    vocabulary_.sport_words += static_cast<std::uint32_t>(plain.counts / sport_word);
    return at;
  }

  // What a stretch of plain units adds up to.
  struct Plain {
    std::uint32_t others = 0;  // that are no words
    std::uint64_t counts = 0;  // of counted_bits
  };

  // Words in small letters with a blank before them, half of a text: three short loops, as one over
  // all that happens has more to keep at hand than the machine has registers. Returns where they
  // end.
  std::uint32_t make_small(std::uint32_t at, std::uint32_t last, Plain& plain) {
    const rules::KindId* const kinds = reading_.kinds.data();
    const std::uint32_t* const hashes = tokens_.hash.data();
    const std::uint64_t* const masks = words_.masks();
    std::uint64_t counts = plain.counts;
    std::uint32_t end = at;
    for (const std::uint16_t* const flags = tokens_.flags.data(); end < last; ++end) {
      const std::uint64_t bits = masks[kinds[end]];
      if (flags[end] != text::is_word || (bits & name_particle) != 0) break;
      counts += bits & counted_bits;
    }
    if (end == at) return end;
    plain.counts = counts;
    const rules::WordId* const ids = reading_.words.data();
    Unit* unit = out_.units_.data() + out_.size_;
    auto flags = static_cast<std::uint16_t>(start_flags_ | word_unit);
    for (std::uint32_t i = at; i < end; ++i, ++unit) {
      *unit = {masks[kinds[i]], i, i + 1, hashes[i], ids[i], 0, flags, 0};
      flags = word_unit;
    }
    KeySet::Writer small(vocabulary_.small);
    for (std::uint32_t i = at; i < end; ++i) small.add(hashes[i]);
    out_.size_ += end - at;
    start_flags_ = 0;
    return end;
  }

  // One plain unit of another kind; false where it is not plain.
  bool make_other(std::uint32_t at, Plain& plain) {
    const unsigned token = tokens_.flags[at];
    const std::uint64_t bits = words_.bits_of_kind(reading_.kinds[at]);
    static_assert(glued_unit == 2 * text::glued);
    Unit& unit = out_.units_[out_.size_];
    unit = {bits,
            at,
            at + 1,
            tokens_.hash[at],
            reading_.words[at],
            0,
            static_cast<std::uint16_t>(start_flags_ | 2 * (token & text::glued)),
            0};
    constexpr unsigned special = text::starts_upper | text::non_ascii | text::after_newline;
    constexpr unsigned capital_word = text::starts_upper | text::is_word;
    std::uint16_t starts = 0;
    if ((token & (special | text::is_word)) == text::is_word) {
      if ((bits & name_particle) != 0 || ((token & text::glued) != 0 && cutter_.is_s(at)))
        return false;
      unit.flags |= word_unit;
      vocabulary_.small.add(unit.key);
    } else if ((token & (capital_word | text::after_newline)) == capital_word) {
      if (at + 1 < zone_.last && tokens_.has(at + 1, text::is_mark)) return false;
      add_plain_capital(at, unit);
    } else if ((token & (special | text::is_mark)) == text::is_mark) {
      unit.mark = UnitCutter::mark_of(reading_.text[tokens_.begin[at]]);
      starts = starts_after(unit);
      if (unit.mark == ',') ++line_.commas;
      if (unit.mark == '(') out_.brackets_.push_back(number());
    } else if ((token & (special | text::is_number)) == text::is_number) {
      unit.flags |= number_unit;
    } else {
      return false;
    }
    if (unit.has(word_unit))
      plain.counts += bits & counted_bits;
    else
      ++plain.others;
    start_flags_ = starts;
    ++out_.size_;
    return true;
  }

  void add_plain_capital(std::uint32_t at, Unit& unit) {
    const bool caps = tokens_.has(at, text::all_upper) && tokens_.end[at] - tokens_.begin[at] > 1;
    unit.flags |= static_cast<std::uint16_t>(word_unit | capital | (caps ? all_caps : 0));
    line_.add_capital(unit.bits, caps);
    out_.capitals_.push_back(number());
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
