// How a dump falls apart: blocks that tile the text, and the articles that some of them make up.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/date.h"
#include "dateline/rules.h"
#include "dateline/span.h"

namespace dateline {

enum class BlockKind : std::uint8_t {
  title,
  subtitle,
  byline,
  published_line,
  dateline,
  body,
  subheading,
  caption,
  credit,
  quote,
  list_item,
  ticker,
  navigation,
  related_headline,
  related_byline,
  related_timestamp,
  section_label,
  promotion,
  sharing,
  comments,
  legal,
  pagination,
  language_switch,
  other
};
inline constexpr std::size_t block_kinds = static_cast<std::size_t>(BlockKind::other) + 1;

// "related-headline"
[[nodiscard]] std::string_view to_string(BlockKind kind);
[[nodiscard]] std::optional<BlockKind> parse_block_kind(std::string_view name);
// Kinds whose words are the article's own text: body, subheading, quote, list_item, dateline.
[[nodiscard]] bool is_core(BlockKind kind);

inline constexpr std::uint32_t no_article = 0xFFFFFFFF;

// One or more whole lines of the document (a paragraph that was broken over lines is one block), or
// a part of a line (a dateline before its lead). Blank space between blocks belongs to the block
// before it only in `span` tiling terms: blocks are in order, do not overlap, and every non-blank
// character lies in exactly one.
struct Block {
  Span span;
  BlockKind kind = BlockKind::other;
  RuleId rule = no_rule;
  std::uint32_t article =
      no_article;  // the article that a core block, title, byline, caption ... belongs to
  Date published;  // of a related headline, of an entry of a liveblog: its own date, where it has
                   // one
};

enum class PublishedBasis : std::uint8_t {
  published_line,
  dateline,
  metadata,
  url,
  file_name,
  sidebar_timestamps,
  caption,
  body,
  sister_document,
  option,
  unknown
};
enum class Confidence : std::uint8_t { high, medium, low };
[[nodiscard]] std::string_view to_string(PublishedBasis basis);
[[nodiscard]] std::optional<PublishedBasis> parse_published_basis(std::string_view name);
[[nodiscard]] std::string_view to_string(Confidence confidence);
[[nodiscard]] std::optional<Confidence> parse_confidence(std::string_view name);

// The document creation time: when the article was published, and how we know.
// Unknown with bounds is precision `before` (last set) or `after` (first set).
struct Published {
  Date date;
  std::string time;  // "14:27", or empty
  PublishedBasis basis = PublishedBasis::unknown;
  Confidence confidence = Confidence::low;
  std::vector<Span>
      evidence;           // empty where the evidence lies outside the text (metadata, url, option)
  std::string sister;     // the document that supplied the date, for basis sister_document
  Day modified = no_day;  // of the last change, where the text states one of the days after `date`
};

struct Article {
  std::vector<std::uint32_t>
      blocks;  // indices into Layout::blocks, in text order, all kinds that belong to it
  Span title;  // empty where there is none; or see stated_title
  std::string stated_title;  // from metadata, where the text has none
  Span byline;
  std::string stated_byline;
  std::string publisher;
  std::string agency;   // "NNB/AFP"
  Span dateline_place;  // "MOSCOW"
  Date dateline_date;
  Published published;
};

struct Layout {
  std::vector<Block> blocks;
  std::vector<Article> articles;
};

// The article's title, byline: the span's text, else what metadata stated.
[[nodiscard]] std::string_view title_of(const Article& article, std::string_view text);
[[nodiscard]] std::string_view byline_of(const Article& article, std::string_view text);
// The article's core text: its core blocks joined by blank lines; blocks of one broken line are
// joined by a blank.
[[nodiscard]] std::string core_text(const Layout& layout, std::uint32_t article,
                                    std::string_view text);

}  // namespace dateline
