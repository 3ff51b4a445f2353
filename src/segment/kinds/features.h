// What the two stages of the line classifier see of each line, as small numbers. Stage one: the
// line, its neighbours and the dump; stage two adds what stage one thought of the lines around and
// of the main run.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "dateline/document.h"
#include "segment/kinds/trees.h"
#include "segment/kinds/window.h"
#include "segment/lines/content_words.h"
#include "segment/lines/lines.h"

namespace dateline::segment {

enum class Feature : std::uint16_t {
  // the line itself
  words,
  letters,
  end,
  start,
  closing_quote,
  breaks,
  commas,
  quotes,
  capitals,
  all_upper,
  lower,
  numbers,
  marks,
  short_words,
  word_length,
  separators,
  clocks,
  links,
  symbols,
  boilerplate,
  boilerplate_share,
  said,
  calendar,
  sharing,
  legal,
  caption,
  reader,
  credit,
  cue,
  blank_before,
  blank_after,
  // the dump
  repeats,
  other_dumps,
  position,
  words_before,
  dump_lines,
  dump_prose,
  topic,
  topic_near,
  echo,
  // the lines around
  prose_near,
  prose_far,
  words_near,
  list_before,
  list_after,
  prose_before_gap,
  prose_after_gap,
  like_before,
  like_after,
  cue_before,
  cue_after,
  words_m2,
  words_m1,
  words_p1,
  words_p2,
  end_m2,
  end_m1,
  end_p1,
  end_p2,
  capitals_m2,
  capitals_m1,
  capitals_p1,
  capitals_p2,
  start_m1,
  start_p1,
  cue_m1,
  cue_p1,
  breaks_m1,
  breaks_p1,
  count
};
inline constexpr std::size_t stage_one_features = static_cast<std::size_t>(Feature::count);

enum class Context : std::uint16_t {
  score,
  score_m1,
  score_m2,
  score_m3,
  score_p1,
  score_p2,
  score_p3,
  mean_near,
  mean_far,
  mean_page,
  mass_before,
  mass_after,
  inside_run,
  run_before,
  run_after,
  run_words_before,
  run_words_after,
  run_share,
  run_words,
  own_run_words,
  topic_run,
  topic_before,
  cues_since_run,
  boiler_since_run,
  gap_before,
  gap_after,
  words_since_core,
  best_ahead,
  best_behind,
  mean_ahead,
  mean_behind,
  below_best,
  better_words,
  length_like_run,
  spacing_like_run,
  start_like_run,
  run_lines,
  count
};
inline constexpr std::size_t context_features = static_cast<std::size_t>(Context::count);
// What the markup says, where there was markup.
enum class Markup : std::uint16_t {
  role,
  heading,
  links,
  article,
  depth,
  said_article,
  said_comments,
  said_related,
  said_sharing,
  said_promotion,
  said_author,
  said_caption,
  said_menu,
  said_tags,
  said_hidden,
  said_heading,
  share_inner,
  share_middle,
  share_outer,
  with_before,
  with_after,
  links_m1,
  links_p1,
  role_m1,
  role_p1,
  links_near,
  depth_like_main,
  // all lines of the same make: role, depth and class words
  make_share,
  make_prose,
  make_links,
  // of stage two
  make_score,
  inner_score,
  count
};
inline constexpr std::size_t markup_features = static_cast<std::size_t>(Markup::count);
inline constexpr std::size_t all_features = stage_one_features + context_features + markup_features;

// What stage one needs to know beside the lines: what a rule said of each line (0: nothing), in how
// many other dumps it stands, and its markup.
struct LineFacts {
  std::vector<std::uint8_t> cue;
  std::vector<std::uint8_t> other_dumps;
  std::vector<const TagEvidence*> tags;  // one a line, or none at all; null where a line has none
  std::vector<std::uint16_t> said;       // one a line: bits by MarkupWord
  std::vector<std::uint32_t> make;       // one a line: the same number for the same markup
};

// What the words of class names speak of; the order is that of Markup::said_article and so on.
inline constexpr std::array<std::string_view, 11> markup_word_names = {
    "article", "comments", "related", "sharing", "promotion", "author",
    "caption", "menu",     "tags",    "hidden",  "heading"};

// A page's features, and what they are made of; kept from page to page for its room.
struct FeatureRoom {
  Features features;
  ContentWords words;
  WordCounts all, prose;         // words of all lines, and of running text
  std::vector<double> expected;  // words of each line that belong to an article,
  Window<double> expected_sums;  // as far as stage one can tell
  struct Repeat {
    std::uint32_t hash = 0, lines = 0;
  };
  std::vector<Repeat> repeats;
  // Lines that hold a content word, those among them that are running text, and the last plus one.
  struct TopicUse {
    std::uint32_t lines = 0, prose = 0, last = 0;
  };
  std::vector<TopicUse> topic_uses;
  // The same of lines of the main run, and the first of them.
  struct RunUse {
    std::uint32_t lines = 0, first = 0, last = 0;
  };
  std::vector<RunUse> run_uses;
};

// Fills the columns of stage one; the others hold anything.
void stage_one(const std::vector<Line>& lines, const text::Tokens& tokens, const LineFacts& facts,
               FeatureRoom& room);
// Then the columns of stage two. `scores`: log-odds of stage one.
void stage_two(const std::vector<Line>& lines, const LineFacts& facts,
               const std::vector<float>& scores, FeatureRoom& room);
[[nodiscard]] std::string_view feature_name(std::size_t feature);

}  // namespace dateline::segment
