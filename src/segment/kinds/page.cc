#include "segment/kinds/page.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace dateline::segment {

namespace {

constexpr std::uint32_t retellings = 2;     // other dumps
constexpr std::uint32_t least_retold = 16;  // words

// What the class names of a line's markup say. Most lines have those of another line.
class ClassNames {
 public:
  struct Told {
    std::uint16_t said = 0;
    std::uint32_t number = 0;  // the same for names that differ in numbers only: "slide-3"
  };
  ClassNames(const Cues& cues, const rules::Reading& reading) : cues_(cues) {
    scratch_.memory = reading.memory;
  }
  [[nodiscard]] const Told& of(const std::string& classes) {
    const auto [found, fresh] = told_.try_emplace(classes);
    if (fresh) found->second = {cues_.said(classes, scratch_), number_of(classes)};
    return found->second;
  }

 private:
  [[nodiscard]] std::uint32_t number_of(std::string classes) {
    std::erase_if(classes, [](char c) { return c >= '0' && c <= '9'; });
    const auto next = static_cast<std::uint32_t>(numbers_.size());
    return numbers_.try_emplace(std::move(classes), next).first->second;
  }

  const Cues& cues_;
  rules::Reading scratch_;
  std::unordered_map<std::string_view, Told> told_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

// What a line's markup has in common with others.
std::uint64_t make_of(std::uint32_t classes, const TagEvidence& tag) {
  return std::uint64_t{classes} << 32 | std::uint64_t{tag.depth} << 8 |
         static_cast<std::uint64_t>(tag.role);
}

// Both are sorted: each line gets the evidence of the stretch that it begins in. Makes are numbered
// in the order in which they come.
void read_markup(const Document& document, const rules::Reading& reading, const Cues& cues,
                 Page& page) {
  ClassNames names(cues, reading);
  std::unordered_map<std::uint64_t, std::uint32_t> makes;
  LineFacts& facts = page.facts;
  facts.tags.assign(page.lines.size(), nullptr);
  facts.said.assign(page.lines.size(), 0);
  facts.make.assign(page.lines.size(), 0);
  std::size_t t = 0;
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    const std::uint32_t begin = page.lines[i].span.begin;
    while (t < document.tags.size() && document.tags[t].span.end <= begin) ++t;
    if (t == document.tags.size()) return;
    const TagEvidence& tag = document.tags[t];
    if (tag.span.begin > begin) continue;
    const ClassNames::Told& told = names.of(tag.classes);
    const auto next = static_cast<std::uint32_t>(makes.size());
    facts.tags[i] = &tag;
    facts.said[i] = told.said;
    facts.make[i] = makes.try_emplace(make_of(told.number, tag), next).first->second;
  }
}

// Wire copy of old is set in capitals throughout: there its sentences count as others do.
void read_capitals(std::vector<Line>& lines) {
  constexpr std::uint32_t shortest = 7;  // words
  const auto is_sentence = [](const Line& line) {
    return line.words >= shortest && line.end == LineEnd::stop;
  };
  std::uint32_t words = 0, upper = 0;
  for (const Line& line : lines) {
    words += is_sentence(line) ? line.words - line.numbers : 0;
    upper += is_sentence(line) ? line.all_upper : 0;
  }
  if (upper * 4 <= words * 3) return;
  for (Line& line : lines) {
    if (!is_sentence(line)) continue;
    line.lower = line.words - 1;
    line.capitals = line.all_upper = 0;
    line.start = LineStart::upper;
  }
}

// "Q: ... A: ..." or "LEDGER: ... ORSK: ...": who speaks, on half the lines between the first and
// the last. The town that begins a report stands there once.
void drop_speakers(const rules::Reading& reading, Page& page) {
  constexpr std::size_t fewest = 4;
  std::vector<std::size_t> labelled;
  std::unordered_set<std::uint32_t> names;
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    const LineCue& cue = page.cues[i];
    if (cue.cue != Cue::dateline || reading.word(cue.tokens.last - 1) != ":") continue;
    labelled.push_back(i);
    names.insert(reading.tokens.hash[cue.tokens.first]);
  }
  if (labelled.size() < fewest || names.size() * 2 > labelled.size()) return;
  std::size_t prose = 0;
  for (std::size_t i = labelled.front(); i <= labelled.back(); ++i) prose += page.lines[i].prose();
  if (labelled.size() * 2 < prose) return;
  for (const std::size_t i : labelled) page.cues[i] = {};
}

// "(3 June 2031) The harbour ...": a date in brackets begins a report only where no other text
// stands above; else it is that of an item of a list.
void drop_items(const rules::Reading& reading, Page& page) {
  bool any_text = false;
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    LineCue& cue = page.cues[i];
    const bool item = cue.hint == Hint::other_day &&
                      !reading.tokens.has(cue.tokens.first, text::is_word | text::is_number);
    if (item && any_text) cue = {};
    any_text |= page.lines[i].prose();
  }
}

}  // namespace

Page read_page(const Document& document, const rules::Reading& reading, const Cues& cues,
               const Corpus& corpus) {
  Page page;
  page.lines = split_lines(reading, cues.masks());
  read_capitals(page.lines);
  page.cues = cues.find(reading, page.lines);
  drop_speakers(reading, page);
  drop_items(reading, page);
  page.heads = find_heads(reading, page.lines, page.cues);
  page.facts.cue.reserve(page.lines.size());
  page.facts.other_dumps.assign(page.lines.size(), 0);
  for (const LineCue& cue : page.cues) page.facts.cue.push_back(static_cast<std::uint8_t>(cue.cue));
  if (!document.tags.empty()) read_markup(document, reading, cues, page);
  if (corpus.documents() < 2) return page;
  std::vector<std::uint64_t> hashes;
  hashes.reserve(page.lines.size());
  for (const Line& line : page.lines) {
    hashes.push_back(line_hash(line.span.of(document.text)));
    corpus.prefetch(hashes.back());
  }
  const std::uint32_t copies = corpus.copies_of(document);
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    // Near-copies of this page are no other dumps.
    std::uint32_t others = corpus.documents_with(hashes[i]) - 1;
    others -= std::min(others, copies);
    // A sentence of some length that stands in one or two other dumps is rather news told again
    // than furniture.
    const bool told_again =
        others <= retellings && page.lines[i].prose() && page.lines[i].words >= least_retold;
    if (told_again) others = 0;
    page.facts.other_dumps[i] = static_cast<std::uint8_t>(std::min(others, 255U));
  }
  return page;
}

Page read_whole(const rules::Reading& reading, const Cues& cues) {
  Page page;
  page.lines = split_lines(reading, cues.masks());
  page.cues.resize(page.lines.size());
  if (!page.lines.empty()) page.cues[0] = cues.of(reading, page.lines[0]);
  return page;
}

}  // namespace dateline::segment
