// The records of every stage but the last, one line each. records_in.cc reads them back: a field
// that is added here is added there.
#include <algorithm>

#include "write/fields.h"
#include "write/tag_roles.h"
#include "write/write.h"

namespace dateline::write {
namespace {

void begin(std::string_view record, JsonWriter& json) {
  json.open_object();
  json.text("record", record);
}

void tags(const std::vector<TagEvidence>& list, JsonWriter& json) {
  if (list.empty()) return;
  json.open_array("tags");
  for (const TagEvidence& tag : list) {
    json.open_object();
    json.span("span", tag.span);
    json.text("role", to_string(tag.role));
    json.number("heading_level", tag.heading_level);
    json.number("link_percent", tag.link_percent);
    json.boolean("in_article", tag.in_article);
    json.text("classes", tag.classes);
    json.number("depth", tag.depth);
    json.open_array("containers");
    for (const std::uint32_t container : tag.containers) json.item(std::int64_t{container});
    json.close_array();
    json.close_object();
  }
  json.close_array();
}

struct Lines {
  std::uint32_t first, last;
};

// The line numbers of all blocks in one pass over the text; blocks are in order.
std::vector<Lines> block_lines(const Layout& layout, std::string_view text) {
  std::vector<Lines> lines;
  lines.reserve(layout.blocks.size());
  std::uint32_t at = 0;
  std::uint32_t line = 1;
  const auto advance = [&](std::uint32_t to) {
    if (to > at)
      line += static_cast<std::uint32_t>(std::count(text.begin() + at, text.begin() + to, '\n'));
    at = std::max(at, to);
    return line;
  };
  for (const Block& block : layout.blocks) {
    const std::uint32_t first = advance(block.span.begin);
    std::uint32_t last_byte = block.span.end;
    while (last_byte > block.span.begin && text[last_byte - 1] == '\n') --last_byte;
    lines.push_back({first, advance(last_byte)});
  }
  return lines;
}

// A date that is more than a start and an end: what reading it back needs.
void date_fields(const Date& date, JsonWriter& json) {
  json.day("start", date.first);
  json.day("end", date.last);
  json.text("precision", to_string(date.precision));
}

void block_date(const Date& date, JsonWriter& json) {
  if (!date.known()) {
    json.null("published");
    return;
  }
  json.open_object("published");
  date_fields(date, json);
  json.close_object();
}

void dateline_object(const Article& article, std::string_view text, JsonWriter& json) {
  if (article.dateline_place.empty() && !article.dateline_date.known()) {
    json.null("dateline");
    return;
  }
  json.open_object("dateline");
  json.text_or_null("place", article.dateline_place.of(text));
  json.day("date", article.dateline_date.is_day() ? article.dateline_date.first : no_day);
  json.span_or_null("span", article.dateline_place);
  if (article.dateline_date.known() &&
      article.dateline_date != single_day(article.dateline_date.first))
    date_fields(article.dateline_date, json);
  json.close_object();
}

void article_block(const Block& block, Lines lines, const Rules& rules, JsonWriter& json) {
  json.open_object();
  json.text("kind", to_string(block.kind));
  json.span("span", block.span);
  json.pair("lines", lines.first, lines.last);
  if (block.published.known()) block_date(block.published, json);
  json.text_or_null("rule", rules.name(block.rule));
  json.close_object();
}

void other_block(const Block& block, Lines lines, std::string_view text, const Rules& rules,
                 JsonWriter& json) {
  json.open_object();
  json.text("kind", to_string(block.kind));
  json.span("span", block.span);
  json.pair("lines", lines.first, lines.last);
  json.text("text", block.span.of(text));
  block_date(block.published, json);
  json.text_or_null("rule", rules.name(block.rule));
  json.close_object();
}

void article_record(const Document& document, const Layout& layout, std::uint32_t index,
                    const std::vector<Lines>& lines, const Rules& rules, std::string& out) {
  const Article& article = layout.articles[index];
  const std::string_view text = document.text;
  JsonWriter json(out);
  begin("article", json);
  json.text("document", document.name);
  json.number("article", index);
  json.text_or_null("title", title_of(article, text));
  json.text_or_null("byline", byline_of(article, text));
  json.text_or_null("publisher", article.publisher);
  json.text_or_null("agency", article.agency);
  dateline_object(article, text, json);
  published_object(article.published, json);
  json.text("text", core_text(layout, index, text));
  json.open_array("blocks");
  for (const std::uint32_t block : article.blocks)
    article_block(layout.blocks[block], lines[block], rules, json);
  json.close_array();
  json.span_or_null("title_span", article.title);
  json.span_or_null("byline_span", article.byline);
  json.close_line();
}

// Blocks that no article's own list names.
std::vector<bool> blocks_of_articles(const Layout& layout) {
  std::vector<bool> taken(layout.blocks.size());
  for (const Article& article : layout.articles)
    for (const std::uint32_t block : article.blocks) taken[block] = true;
  return taken;
}

void timex_object(const Timex& timex, std::string_view text, const Rules& rules, JsonWriter& json) {
  json.open_object();
  json.span("span", timex.span);
  json.text("text", timex.span.of(text));
  json.text("type", to_string(timex.type));
  json.text("value", timex.value);
  json.text_or_null("mod", timex.mod);
  json.text_or_null("quant", timex.quant);
  json.text_or_null("freq", timex.freq);
  date_fields(timex.date, json);
  json.text("anchor", to_string(timex.anchor));
  json.text_or_null("rule", rules.name(timex.rule));
  if (!timex.anchor_span.empty()) json.span("anchor_span", timex.anchor_span);
  if (timex.by_tense) json.boolean("by_tense", true);
  json.close_object();
}

void mention_object(const Mention& mention, std::string_view text, const Rules& rules,
                    JsonWriter& json) {
  json.open_object();
  json.span("span", mention.span);
  json.text("text", mention.span.of(text));
  json.text("type", to_string(mention.type));
  json.text_or_null("kind", mention.kind);
  json.text_or_null("id", mention.id);
  json.text_or_null("name", mention.name);
  json.text_or_null("role", mention.role);
  json.text_or_null("country", mention.country);
  if (mention.where) {
    json.real("lat", mention.where->lat);
    json.real("lon", mention.where->lon);
  } else {
    json.null("lat");
    json.null("lon");
  }
  if (mention.geonames != 0)
    json.number("geonames", mention.geonames);
  else
    json.null("geonames");
  if (mention.gender != 0) json.text("gender", {&mention.gender, 1});
  if (!mention.modifier.empty()) json.text("modifier", mention.modifier);
  json.text("reading", to_string(mention.reading));
  json.text_or_null("rule", rules.name(mention.rule));
  json.close_object();
}

void report_record(const DayReport& report, JsonWriter& json) {
  begin("report", json);
  json.day("day", report.day);
  json.boolean("explicit", report.explicit_date);
  json.boolean("bound", report.bound);
  json.text("document", report.document);
  json.number("article", report.article);
  json.number("position", report.position);
  json.number("line", report.line);
  json.span("span", report.span);
  json.text("sentence", report.sentence);
  json.span_or_null("date_span", report.date_span);
  json.close_line();
}

}  // namespace

void header(std::string_view stage, std::string_view rules_digest, std::string& out) {
  JsonWriter json(out);
  begin("header", json);
  json.number("schema", schema);
  json.text("stage", stage);
  program_fields(rules_digest, json);
  json.close_line();
}

void document(const Document& document, std::string& out) {
  JsonWriter json(out);
  begin("document", json);
  json.text("document", document.name);
  json.number("bytes", static_cast<std::int64_t>(document.text.size()));
  json.text("encoding", document.encoding);
  json.text("text", document.text);
  json.text_or_null("title", document.title);
  json.text_or_null("published", document.published);
  json.text_or_null("url", document.url);
  json.text_or_null("author", document.author);
  json.text_or_null("publisher", document.publisher);
  json.text_or_null("language", document.language);
  tags(document.tags, json);
  json.close_line();
}

void layout(const Document& document, const Layout& layout, const Rules& rules, std::string& out) {
  const std::vector<Lines> lines = block_lines(layout, document.text);
  for (std::uint32_t i = 0; i < layout.articles.size(); ++i)
    article_record(document, layout, i, lines, rules, out);
  const std::vector<bool> taken = blocks_of_articles(layout);
  JsonWriter json(out);
  begin("boilerplate", json);
  json.text("document", document.name);
  json.open_array("blocks");
  for (std::size_t i = 0; i < layout.blocks.size(); ++i)
    if (!taken[i]) other_block(layout.blocks[i], lines[i], document.text, rules, json);
  json.close_array();
  json.close_line();
}

void annotations(const Document& document, const Layout& layout, std::uint32_t article,
                 const Annotations& annotations, const Rules& rules, std::string& out) {
  JsonWriter json(out);
  begin("annotations", json);
  json.text("document", document.name);
  json.number("article", article);
  published_object(layout.articles[article].published, json);
  json.open_array("timexes");
  for (const Timex& timex : annotations.timexes) timex_object(timex, document.text, rules, json);
  json.close_array();
  json.open_array("mentions");
  for (const Mention& mention : annotations.mentions)
    mention_object(mention, document.text, rules, json);
  json.close_array();
  json.close_line();
}

void extraction(const Extraction& extraction, std::string& out) {
  JsonWriter json(out);
  begin("source", json);
  source_fields(extraction.source, json);
  json.open_array("fingerprint");
  for (const std::uint64_t hash : extraction.source.fingerprint) json.hex(hash);
  json.close_array();
  json.close_line();
  for (const Event& event : extraction.events) {
    begin("event", json);
    event_fields(event, json);
    json.close_line();
  }
  for (const DayReport& report : extraction.reports) report_record(report, json);
}

}  // namespace dateline::write
