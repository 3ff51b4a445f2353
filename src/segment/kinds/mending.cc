// Steps after the classifier's decision: lines that it could not know by themselves.
#include "segment/kinds/mending.h"

#include <algorithm>

#include "segment/kinds/live_report.h"
#include "segment/kinds/scattered.h"
#include "segment/kinds/teasers.h"

namespace dateline::segment {

namespace {

// "PORT ELLIS - Dockers voted ...": a paragraph that begins with a dateline, or has it on the line
// above, right below a headline or the byline or date of one.
bool begins_story(const Page& page, std::size_t i) {
  constexpr std::size_t most_between = 3;  // bylines, dates
  const Line& line = page.lines[i];
  const bool below_place =
      i > 0 && page.cues[i - 1].hint == Hint::place_first && page.cues[i].cue == Cue::none;
  if ((page.cues[i].cue != Cue::dateline && !below_place) || line.words < 7 ||
      line.end < LineEnd::ellipsis || line.lower * 3 < line.words)
    return false;
  std::size_t above = i;
  while (above > 0 && i - above < most_between) {
    const Cue cue = page.cues[above - 1].cue;
    if (cue != Cue::byline && cue != Cue::timestamp && cue != Cue::published_line) break;
    --above;
  }
  return above > 0 && is_headline(page, above - 1);
}

// Most pages have none.
std::vector<std::size_t> find_stories(const Page& page) {
  std::vector<std::size_t> stories;
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    if (begins_story(page, i)) stories.push_back(i);
  }
  return stories;
}

bool goes_on(const Page& page, const std::vector<float>& scores, std::size_t i, float least = -2) {
  return page.cues[i].cue == Cue::none && page.lines[i].prose() && scores[i] > least;
}

// Another story of an agency's summary: it begins as those do that are text, right below a headline
// that follows the text.
void add_next_stories(const Page& page, const std::vector<float>& scores,
                      const std::vector<std::size_t>& stories, std::vector<bool>& core) {
  constexpr float least = -2;
  bool any = false;
  for (const std::size_t i : stories) {
    const std::size_t furthest = page.cues[i].cue == Cue::dateline ? 2 : 3;  // lines above
    bool follows = false;
    for (std::size_t k = 1; k <= std::min(furthest, i); ++k) follows = follows || core[i - k];
    if (any && !core[i] && follows && scores[i] > least) {
      core[i] = true;
      for (std::size_t k = i + 1; k < core.size() && goes_on(page, scores, k); ++k) core[k] = true;
    }
    any |= core[i];
  }
}

// A wire story of one paragraph looks like a teaser to the classifier. The one such paragraph of a
// page is text, where the page has no other, or where its text goes on below.
void add_wire_story(const Page& page, const std::vector<float>& scores, std::size_t story,
                    std::vector<bool>& core) {
  constexpr std::size_t reach = 3;  // lines below
  if (core[story]) return;
  bool any_text = false;
  for (std::size_t i = 0; i < core.size() && !any_text; ++i)
    any_text = core[i] && page.lines[i].prose();
  std::size_t next = story + 1;
  if (any_text) {
    while (next < core.size() && next <= story + reach && !core[next]) ++next;
    core[story] = next < core.size() && next <= story + reach && page.lines[next].prose();
    return;
  }
  std::fill(core.begin(), core.end(), false);
  core[story] = true;
  while (next < core.size() && goes_on(page, scores, next)) core[next++] = true;
}

// A paragraph of the article that goes on below an aside: it stands in the same element as the text
// above, with nothing of that element between. The classifier sees the aside's headlines before it.
void add_after_asides(const Page& page, const std::vector<float>& scores, std::vector<bool>& core) {
  constexpr float least = -3;
  const std::vector<const TagEvidence*>& tags = page.facts.tags;
  const TagEvidence* text = nullptr;  // the last paragraph, where it is the article's
  bool parted = false;                // by an aside, or the label of a list
  for (std::size_t i = 0; i < core.size(); ++i) {
    const TagEvidence* tag = tags[i];
    parted |= page.cues[i].cue == Cue::section_label || page.cues[i].cue == Cue::promotion ||
              (tag != nullptr && tag->role == TagRole::aside);
    if (tag == nullptr || tag->role != TagRole::paragraph) continue;
    const bool sibling = text != nullptr && tag->in_article && tag->depth == text->depth &&
                         tag->containers[0] == text->containers[0];
    if (sibling && parted && !core[i] && page.lines[i].prose() && page.cues[i].cue == Cue::none &&
        tag->link_percent == 0 && scores[i] > least)
      core[i] = true;
    if (core[i] && page.lines[i].prose()) {
      text = tag;
      parted = false;
    } else if (sibling) {
      text = nullptr;
    }
  }
}

// The first paragraphs, which a picture or a few lines of furniture part from the text. What stands
// above the byline or the date is a deck.
void add_lead(const Page& page, const std::vector<float>& scores, std::vector<bool>& core) {
  constexpr float least = -0.5;
  constexpr std::size_t reach = 4;       // lines
  constexpr std::uint32_t shortest = 8;  // words
  auto first = static_cast<std::size_t>(std::find(core.begin(), core.end(), true) - core.begin());
  if (first == core.size()) return;
  for (std::size_t i = first; i-- > 0 && first - i <= reach;) {
    const Line& line = page.lines[i];
    const Cue cue = page.cues[i].cue;
    if (cue == Cue::byline || cue == Cue::timestamp || cue == Cue::published_line) return;
    if (scores[i] <= least || !line.prose() || line.words < shortest ||
        (cue != Cue::none && cue != Cue::dateline) || page.facts.other_dumps[i] != 0)
      continue;
    core[i] = true;
    first = i;
  }
}

// The paragraphs right below a head, where the text would begin further below.
void add_below_heads(const Page& page, const std::vector<float>& scores, std::vector<bool>& core) {
  constexpr std::size_t enough = 2;  // paragraphs
  for (const Head& head : page.heads) {
    std::vector<std::size_t> lost;
    for (std::size_t i = head.text; i < core.size() && !core[i]; ++i) {
      if (i == head.text || goes_on(page, scores, i)) {
        lost.push_back(i);
      } else if (!is_of_picture(page, i)) {
        break;
      }
    }
    if (lost.size() < enough) continue;
    for (const std::size_t i : lost) core[i] = true;
  }
}

// Below "article continues below" the text goes on.
void add_resumed(const Page& page, const std::vector<float>& scores, std::vector<bool>& core) {
  constexpr float least = -3;
  constexpr std::size_t furthest = 30;  // lines to the text above
  std::size_t last = core.size();       // line of text
  for (std::size_t i = 0; i < core.size(); ++i) {
    if (core[i]) last = i;
    if (page.cues[i].hint != Hint::text_follows || last == core.size() || i - last > furthest)
      continue;
    for (std::size_t k = i + 1; k < core.size() && goes_on(page, scores, k, least); ++k)
      core[k] = true;
  }
}

// Where other dumps hold most of what stands around the text, a sentence beside the text that none
// of them holds is the article's: an advertisement of the site would stand there too.
void add_unrepeated(const Page& page, const std::vector<float>& scores, std::vector<bool>& core) {
  constexpr float least = -2.5;
  constexpr unsigned often = 3;       // other dumps
  constexpr std::size_t enough = 20;  // lines of furniture
  std::size_t known = 0, furniture = 0;
  for (std::size_t i = 0; i < core.size(); ++i) {
    furniture += !core[i];
    known += !core[i] && page.facts.other_dumps[i] >= often;
  }
  if (known < enough || known * 2 < furniture) return;
  const auto is_own = [&](std::size_t i) {
    const Cue cue = page.cues[i].cue;
    return page.facts.other_dumps[i] == 0 && page.lines[i].prose() && scores[i] > least &&
           (cue == Cue::none || cue == Cue::promotion || cue == Cue::author_note);
  };
  for (std::size_t i = 1; i < core.size(); ++i) {
    if (core[i - 1] && is_own(i)) core[i] = true;
  }
}

// A plain sentence with text right above it and right below, perhaps below a line between.
void add_enclosed(const Page& page, const std::vector<float>& scores, std::vector<bool>& core) {
  constexpr float least = -1.5;
  for (std::size_t i = 1; i + 1 < core.size(); ++i) {
    const bool below = core[i + 1] || (i + 2 < core.size() && core[i + 2]);
    if (!core[i] && core[i - 1] && below && page.facts.other_dumps[i] == 0 &&
        goes_on(page, scores, i, least))
      core[i] = true;
  }
}

}  // namespace

bool is_headline(const Page& page, std::size_t i) {
  const Line& line = page.lines[i];
  return page.cues[i].cue == Cue::none && line.words >= 3 && line.words <= 20 &&
         line.end <= LineEnd::number;
}

bool is_of_picture(const Page& page, std::size_t i) {
  return page.cues[i].cue == Cue::caption || page.cues[i].cue == Cue::credit;
}

bool closes_text(const Page& page, const std::vector<float>& scores, const std::vector<bool>& core,
                 std::size_t i) {
  constexpr float least = -2;
  constexpr std::uint32_t most_breaks = 3;
  constexpr std::size_t most_between = 3;
  if (scores[i] <= least || page.cues[i].cue != Cue::none || page.facts.other_dumps[i] != 0)
    return false;
  std::size_t last = i;                         // line of text; the one below it
  const auto is_between = [&](std::size_t k) {  // a picture may have a number
    return is_of_picture(page, k) || (page.lines[k].words == 1 && page.lines[k].numbers == 1);
  };
  while (last > 0 && i - last < most_between && is_between(last - 1)) --last;
  if (last == 0 || !core[last - 1]) return false;
  const Line &line = page.lines[i], &above = page.lines[last - 1];
  const auto count = [&](WordClass cls) { return line.counts[static_cast<std::size_t>(cls)]; };
  return line.end == LineEnd::stop && line.words >= 3 && line.lower * 2 >= line.words &&
         above.sentence() && line.blank_before == above.blank_before &&
         line.breaks <= most_breaks && line.start >= LineStart::quote &&
         count(WordClass::boilerplate) * 8 <= line.words &&
         count(WordClass::sharing) + count(WordClass::legal) + count(WordClass::you) +
                 count(WordClass::credit) + count(WordClass::caption) ==
             0;
}

void mend_core(const rules::Reading& reading, const Page& page, const std::vector<float>& scores,
               std::vector<bool>& core) {
  add_below_heads(page, scores, core);
  add_lead(page, scores, core);
  add_entries(page, scores, core);
  add_resumed(page, scores, core);
  if (page.facts.tags.empty()) {
    const std::vector<std::size_t> stories = find_stories(page);
    if (stories.size() == 1) add_wire_story(page, scores, stories[0], core);
    if (stories.size() > 1) add_next_stories(page, scores, stories, core);
    add_unrepeated(page, scores, core);
    add_enclosed(page, scores, core);
    add_scattered(reading, page, scores, core);
  } else {
    add_after_asides(page, scores, core);
  }
  drop_teasers(page, core);
  drop_headline_lists(page, core);
}

}  // namespace dateline::segment
