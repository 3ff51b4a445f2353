// The line that a reader wants: the sentence without the adverb that joins it to the one before,
// without dateline, without the frame or the tail that says who said so, and without its full stop.
// Always one slice of the text.
#include <algorithm>

#include "extract/facts/facts.h"

namespace dateline::extract {
namespace {

constexpr Index longest_dateline = 16;  // units

class Summary {
 public:
  Summary(const Context& context, const Sentence& sentence, const Candidate& candidate)
      : context_(context), sentence_(sentence), candidate_(candidate) {}

  Span run() {
    const Index end = without_marks(end_of());
    Index first = start_of();
    if (first >= end || candidate_.first < first) first = 0;
    Index last = std::max(end, first + 1);
    balance(first, last);
    return context_.span(sentence_, first, last);
  }

 private:
  [[nodiscard]] const Chunk& chunk(Index i) const { return chunk_at(sentence_, i); }
  [[nodiscard]] Tag tag(Index u) const {
    return u >= 0 && u < size_of(sentence_.units) ? unit_at(sentence_, u).tag : Tag::stop;
  }
  [[nodiscard]] const Word& word(Index u) const { return context_.word(unit_at(sentence_, u)); }

  // The frame that reports the event, or none.
  [[nodiscard]] Index speech() const {
    const Index told = candidate_.verb == none ? candidate_.noun : candidate_.verb;
    return told == none || chunk(told).speaker == none ? none : chunk(told).speech;
  }

  // "Envoy: talks resume": who stands alone before or behind a colon, or none.
  [[nodiscard]] Index colon_speaker() const {
    const Index told = candidate_.verb == none ? candidate_.noun : candidate_.verb;
    const Index speaker = told == none ? none : chunk(told).speaker;
    return !sentence_.headline || speaker == none || chunk(told).speech != none ||
                   speaker == sentence_.according_to
               ? none
               : speaker;
  }

  [[nodiscard]] Index start_of() const {
    const Index speaker = colon_speaker();
    if (speaker == 0) return skip_marks(chunk(speaker).last + 1);
    Index first = std::max(behind_stamp(), behind_dateline());
    first = skip_marks(first);
    if (tag(first) == Tag::adverb && unit_at(sentence_, first).timex == none &&
        tag(first + 1) == Tag::comma) {
      first = skip_marks(first + 2);  // "However,", "Meanwhile,"
    }
    return behind_frame(first);
  }

  [[nodiscard]] Index skip_marks(Index u) const {
    while (tag(u) == Tag::quote || tag(u) == Tag::comma) ++u;
    return u;
  }

  [[nodiscard]] std::string_view form(Index u) const {
    return context_.text(unit_at(sentence_, u));
  }
  [[nodiscard]] bool is_spaced(Index u) const {
    return context_.span(sentence_, u - 1, u).end < context_.span(sentence_, u, u + 1).begin;
  }
  // What a dateline ends with, but a colon.
  [[nodiscard]] bool is_dash(Index u, std::string_view text) const {
    if (text.front() == '-') return text == "--" || (text == "-" && is_spaced(u));
    return text == "\xE2\x80\x94" || text == "\xE2\x80\x93";
  }

  // Behind "TALMORA, May 3:", "Talmora (PanWire), 3 May 2031 -": capitals, numbers and what stands
  // in brackets up to a colon or dash, with a date or a town in capitals among them.
  [[nodiscard]] Index behind_dateline() const {
    const Index last = std::min(size_of(sentence_.units), longest_dateline);
    bool dated = false, shouted = true, inside = false;
    const bool town = is_shouted(form(0));
    for (Index u = 0; u < last; ++u) {
      const std::string_view text = form(u);
      const bool timex = unit_at(sentence_, u).timex != none, colon = text == ":";
      if (u > 0 && !inside && (colon || is_dash(u, text)))
        return dated || shouted || (town && !colon) ? u + 1 : 0;
      inside = text == "(" || (inside && text != ")");
      dated = dated || timex;
      if (inside || timex || is_shouted(text)) continue;
      shouted = false;
      if (is_small(text.front())) return 0;
    }
    return 0;
  }
  // Behind the "Tuesday 4 May 2032 00.01 BST" of a page that was copied into one line.
  [[nodiscard]] Index behind_stamp() const {
    constexpr std::uint32_t shortest = 14;  // bytes
    const Index size = size_of(sentence_.units);
    Index u = 0;
    while (u < size && unit_at(sentence_, u).timex != none) ++u;
    if (u == 0 || u == size || context_.span(sentence_, 0, u).size() < shortest) return 0;
    const Index last = std::min(size - 1, u + 4);
    while (u < last && is_shouted(form(u)) && tag(u) != Tag::comma) ++u;
    return is_shouted(form(u).substr(0, 1)) && tag(u) != Tag::comma ? u : 0;
  }
  static bool is_shouted(std::string_view text) {
    return std::none_of(text.begin(), text.end(), is_small);
  }
  static bool is_small(char c) { return c >= 'a' && c <= 'z'; }

  // Behind "According to monitors," and "He added that".
  [[nodiscard]] Index behind_frame(Index first) const {
    if (word(first).is(WordClass::according) && sentence_.according_to != none) {
      const Index behind = chunk(sentence_.according_to).last;
      return tag(behind) == Tag::comma ? behind + 1 : first;
    }
    const Index frame = speech();
    if (frame == none || tag(first) != Tag::pronoun || !word(first).is(WordClass::anaphor))
      return first;
    const Index behind = chunk(frame).last;
    const bool opens = chunk(frame).subject != none && chunk(chunk(frame).subject).first == first;
    if (!opens || behind + 1 >= candidate_.first || !word(behind).is(WordClass::that)) return first;
    return tag(behind + 1) == Tag::pronoun ? first : behind + 1;
  }

  // Before ", officials said on Monday" and ", adding that".
  [[nodiscard]] Index end_of() const {
    const Index size = size_of(sentence_.units);
    const Index frame = speech();
    if (frame == none) return colon_speaker() > 0 ? chunk(colon_speaker()).first - 1 : size;
    const Index told = candidate_.verb == none ? candidate_.noun : candidate_.verb;
    if (frame < told) return size;
    Index start = chunk(frame).first;
    if (chunk(frame).subject != none)
      start = std::min<Index>(start, chunk(chunk(frame).subject).first);
    return start > candidate_.last ? start : size;
  }

  [[nodiscard]] Index without_marks(Index last) const {
    while (last > 1 && (tag(last - 1) == Tag::stop || tag(last - 1) == Tag::comma ||
                        tag(last - 1) == Tag::quote))
      --last;
    return last;
  }

  // Quotation marks come in pairs: one that is closed inside is opened inside, and the other way
  // round.
  void balance(Index& first, Index& last) const {
    bool open = false, unopened = false;
    for (Index u = first; u < last; ++u) {
      const Unit& unit = unit_at(sentence_, u);
      if (unit.tag != Tag::quote) continue;
      const bool closes = !unit.quoted || open;
      if (closes && !open) unopened = true;
      open = !closes;
    }
    if (unopened && first > 0 && tag(first - 1) == Tag::quote) --first;
    if (!open) return;
    Index end = last;
    while (tag(end) == Tag::stop || tag(end) == Tag::comma) {
      if (++end >= size_of(sentence_.units)) return;
    }
    if (tag(end) == Tag::quote) last = end + 1;
  }

  const Context& context_;
  const Sentence& sentence_;
  const Candidate& candidate_;
};

}  // namespace

Span summary_of(const Context& context, const Sentence& sentence, const Candidate& candidate) {
  return Summary(context, sentence, candidate).run();
}

}  // namespace dateline::extract
