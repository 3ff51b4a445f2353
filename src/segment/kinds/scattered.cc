#include "segment/kinds/scattered.h"

#include <algorithm>
#include <optional>

#include "segment/lines/word_bag.h"

namespace dateline::segment {

namespace {

constexpr std::size_t longest_page = 120, shortest_page = 40;  // lines
constexpr std::size_t furthest = 12;                           // lines of furniture above
constexpr float least = -2;

class Scattered {
 public:
  Scattered(const rules::Reading& reading, const Page& page, const std::vector<bool>& core)
      : tokens_(reading.tokens), page_(page), core_(core) {
    std::size_t room = 0;
    for (std::size_t i = 0; i < core.size(); ++i) room += core[i] ? page.lines[i].tokens.size() : 0;
    names_.reserve(room);
    for (std::size_t i = 0; i < core.size(); ++i) {
      if (!core[i] || !page.lines[i].sentence()) continue;
      tells_news_ |= page.lines[i].tells_news();
      const text::TokenRange range = page.lines[i].tokens;
      each_name({range.first + 1, range.last}, [&](std::uint32_t hash) { names_.add(hash); });
    }
  }

  [[nodiscard]] static bool may_belong(const Page& page, std::size_t i) {
    return page.cues[i].cue == Cue::none && page.facts.other_dumps[i] == 0 &&
           is_sentence(page.lines[i]);
  }
  // What stands between the text and the sentence.
  enum class Inset : std::uint8_t { plain, promotion, list };
  // Below the label of a list only a name says that the sentence is of this story.
  [[nodiscard]] bool belongs(std::size_t i, Inset inset) const {
    if (!is_plain(i)) return false;
    if (page_.lines[i].tells_news() && inset != Inset::list) return true;
    if (!tells_news_) return false;
    bool known = inset == Inset::plain && core_.size() <= shortest_page &&
                 page_.lines[i].sentence() && count(i, WordClass::boilerplate) == 0;
    each_name(page_.lines[i].tokens, [&](std::uint32_t hash) { known |= names_.has(hash); });
    return known;
  }

  // "Advertisement" alone parts nothing.
  [[nodiscard]] static Inset inset_of(const Page& page, std::size_t i) {
    const Cue cue = page.cues[i].cue;
    if (cue == Cue::section_label) return Inset::list;
    return cue == Cue::promotion && page.lines[i].words > 1 ? Inset::promotion : Inset::plain;
  }

 private:
  [[nodiscard]] std::uint32_t count(std::size_t i, WordClass cls) const {
    return page_.lines[i].counts[static_cast<std::size_t>(cls)];
  }
  [[nodiscard]] bool is_plain(std::size_t i) const {
    constexpr std::uint32_t few = 8;  // one word in so many
    const std::uint32_t words = page_.lines[i].words;
    return count(i, WordClass::you) == 0 && count(i, WordClass::boilerplate) * few <= words &&
           (count(i, WordClass::sharing) + count(i, WordClass::legal) +
            count(i, WordClass::caption)) *
                   few <=
               words;
  }
  // It may hold many names.
  static bool is_sentence(const Line& line) {
    return line.sentence() ||
           (line.words >= 5 && line.end == LineEnd::stop && line.lower * 3 >= line.words);
  }
  template <class Use>
  void each_name(text::TokenRange range, Use use) const {
    for (std::uint32_t t = range.first; t < range.last; ++t) {
      if (tokens_.has(t, text::starts_upper) && content_word(tokens_, t)) use(tokens_.hash[t]);
    }
  }

  const text::Tokens& tokens_;
  const Page& page_;
  const std::vector<bool>& core_;
  Words names_;
  bool tells_news_ = false;
};

}  // namespace

void add_scattered(const rules::Reading& reading, const Page& page,
                   const std::vector<float>& scores, std::vector<bool>& core) {
  if (core.size() > longest_page) return;
  std::optional<Scattered> scattered;  // made for the first sentence in question
  std::size_t last = core.size();      // line of text
  Scattered::Inset inset = Scattered::Inset::plain;
  for (std::size_t i = 0; i < core.size(); ++i) {
    inset = std::max(inset, Scattered::inset_of(page, i));
    if (!core[i] && last < i && i - last <= furthest && scores[i] > least &&
        Scattered::may_belong(page, i)) {
      if (!scattered) scattered.emplace(reading, page, core);
      core[i] = scattered->belongs(i, inset);
    }
    if (!core[i]) continue;
    last = i;
    inset = Scattered::Inset::plain;
  }
}

}  // namespace dateline::segment
