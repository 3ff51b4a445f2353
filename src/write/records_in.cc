// Reads back what records.cc writes: the lines of one document are gathered, checked against its
// text, and handed on.
#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "write/stored_faults.h"
#include "write/stored_values.h"
#include "write/tag_roles.h"
#include "write/write.h"

namespace dateline::write {
namespace {

using RuleNames = std::unordered_map<std::string, RuleId>;

RuleId rule_named(const RuleNames& rules, const Json& item) {
  const auto found = rules.find(text(item, "rule"));
  return found == rules.end() ? no_rule : found->second;
}

bool is_boundary(std::string_view text, std::uint32_t at) {
  return at == text.size() ||
         (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80);
}

bool fits(Span span, std::string_view text) {
  return span.begin <= span.end && is_boundary(text, span.begin) && is_boundary(text, span.end);
}

TagEvidence tag(const Json& item) {
  TagEvidence value;
  value.span = span(member(item, "span"));
  value.role = spelled(parse_tag_role(view(item, "role")));
  value.heading_level =
      static_cast<std::uint8_t>(std::clamp<std::int64_t>(number(item, "heading_level"), 0, 6));
  value.link_percent =
      static_cast<std::uint8_t>(std::clamp<std::int64_t>(number(item, "link_percent"), 0, 100));
  value.in_article = boolean(item, "in_article");
  value.classes = text(item, "classes");
  value.depth = static_cast<std::uint16_t>(std::clamp<std::int64_t>(
      number(item, "depth"), 0, std::numeric_limits<std::uint16_t>::max()));
  const Json& containers = list(item, "containers");
  for (std::size_t i = 0; i < std::min(containers.size(), std::size(value.containers)); ++i) {
    if (containers[i].is_number_unsigned())
      value.containers[i] = containers[i].get<std::uint32_t>();
  }
  return value;
}

Document document_of(const Json& record) {
  Document value;
  value.name = text(record, "document");
  value.text = text(record, "text");
  value.encoding = text(record, "encoding");
  value.title = text(record, "title");
  value.published = text(record, "published");
  value.url = text(record, "url");
  value.author = text(record, "author");
  value.publisher = text(record, "publisher");
  value.language = text(record, "language");
  for (const Json& item : list(record, "tags")) value.tags.push_back(tag(item));
  return value;
}

Timex timex(const Json& item, const RuleNames& rules) {
  Timex value;
  value.span = span(member(item, "span"));
  value.type = spelled(parse_timex_type(view(item, "type")));
  value.value = text(item, "value");
  value.mod = text(item, "mod");
  value.quant = text(item, "quant");
  value.freq = text(item, "freq");
  value.date = date(item);
  value.anchor = parse_anchor(view(item, "anchor")).value_or(Anchor::none);
  value.anchor_span = span(member(item, "anchor_span"));
  value.by_tense = boolean(item, "by_tense");
  value.rule = rule_named(rules, item);
  return value;
}

Mention mention(const Json& item, const RuleNames& rules) {
  Mention value;
  value.span = span(member(item, "span"));
  value.type = spelled(parse_mention_type(view(item, "type")));
  value.kind = text(item, "kind");
  value.id = text(item, "id");
  value.name = text(item, "name");
  value.role = text(item, "role");
  value.country = text(item, "country");
  value.where = coordinates(item);
  value.geonames = number(item, "geonames");
  const std::string_view gender = view(item, "gender");
  value.gender = gender.empty() ? '\0' : gender.front();
  value.modifier = text(item, "modifier");
  value.reading = spelled(parse_reading(view(item, "reading")));
  value.rule = rule_named(rules, item);
  return value;
}

// Puts one document together from its records.
class Gatherer {
 public:
  explicit Gatherer(const RuleNames& rules) : rules_(rules) {}

  void begin(const Json& record) { stored_ = {document_of(record), std::nullopt, {}, false}; }
  void add_article(const Json& record);
  void add_boilerplate(const Json& record);
  void add_annotations(const Json& record);
  // Sorts what was gathered into a Layout; false where spans do not fit the text.
  bool finish(Stage stage);
  [[nodiscard]] const std::string& name() const { return stored_.document.name; }
  [[nodiscard]] Stored take() { return std::move(stored_); }

 private:
  Layout& layout() { return stored_.layout ? *stored_.layout : stored_.layout.emplace(); }
  void add_blocks(const Json& record, std::uint32_t article);
  bool spans_fit() const;

  const RuleNames& rules_;
  Stored stored_;
};

void Gatherer::add_blocks(const Json& record, std::uint32_t article) {
  for (const Json& item : list(record, "blocks")) {
    Block block;
    block.span = span(member(item, "span"));
    block.kind = parse_block_kind(view(item, "kind")).value_or(BlockKind::other);
    block.rule = rule_named(rules_, item);
    block.article = article;
    block.published = date(member(item, "published"));
    layout().blocks.push_back(block);
  }
}

void Gatherer::add_article(const Json& record) {
  Article article;
  article.title = span(member(record, "title_span"));
  article.byline = span(member(record, "byline_span"));
  if (article.title.empty()) article.stated_title = text(record, "title");
  if (article.byline.empty()) article.stated_byline = text(record, "byline");
  article.publisher = text(record, "publisher");
  article.agency = text(record, "agency");
  const Json& dateline = member(record, "dateline");
  article.dateline_place = span(member(dateline, "span"));
  const Day stated = day(dateline, "date");
  article.dateline_date =
      member(dateline, "precision").is_string() ? date(dateline) : single_day(stated);
  article.published = published(member(record, "published"));
  add_blocks(record, static_cast<std::uint32_t>(layout().articles.size()));
  layout().articles.push_back(std::move(article));
}

void Gatherer::add_boilerplate(const Json& record) {
  layout();
  add_blocks(record, no_article);
}

void Gatherer::add_annotations(const Json& record) {
  Annotations annotations;
  for (const Json& item : list(record, "timexes"))
    annotations.timexes.push_back(timex(item, rules_));
  for (const Json& item : list(record, "mentions"))
    annotations.mentions.push_back(mention(item, rules_));
  stored_.annotations.push_back(std::move(annotations));
}

bool Gatherer::spans_fit() const {
  const std::string_view text = stored_.document.text;
  const auto all_fit = [text](const auto& items) {
    return std::all_of(items.begin(), items.end(),
                       [text](const auto& item) { return fits(item.span, text); });
  };
  if (!all_fit(stored_.document.tags)) return false;
  if (!stored_.layout) return true;
  const std::vector<Block>& blocks = stored_.layout->blocks;
  for (std::size_t i = 1; i < blocks.size(); ++i)
    if (blocks[i - 1].span.end > blocks[i].span.begin) return false;
  const auto article_fits = [text](const Article& article) {
    return fits(article.title, text) && fits(article.byline, text) &&
           fits(article.dateline_place, text) &&
           std::all_of(article.published.evidence.begin(), article.published.evidence.end(),
                       [text](Span span) { return fits(span, text); });
  };
  const auto annotations_fit = [&all_fit](const Annotations& a) {
    return all_fit(a.timexes) && all_fit(a.mentions);
  };
  return all_fit(blocks) &&
         std::all_of(stored_.layout->articles.begin(), stored_.layout->articles.end(),
                     article_fits) &&
         std::all_of(stored_.annotations.begin(), stored_.annotations.end(), annotations_fit);
}

bool Gatherer::finish(Stage stage) {
  if (stored_.layout) {
    std::vector<Block>& blocks = stored_.layout->blocks;
    std::stable_sort(blocks.begin(), blocks.end(),
                     [](const Block& a, const Block& b) { return a.span.begin < b.span.begin; });
    for (std::uint32_t i = 0; i < blocks.size(); ++i)
      if (blocks[i].article != no_article)
        stored_.layout->articles[blocks[i].article].blocks.push_back(i);
  }
  stored_.annotated = stage >= Stage::annotate;
  const bool complete = stage < Stage::segment || stored_.layout;
  const bool annotated = !stored_.annotated || (complete && stored_.annotations.size() ==
                                                                stored_.layout->articles.size());
  return complete && annotated && spans_fit();
}

Problem problem(Severity severity, std::string_view code, std::string message,
                std::string_view hint, const std::string& file, std::uint32_t line) {
  Problem p;
  p.severity = severity;
  p.code = code;
  p.message = std::move(message);
  p.hint = hint;
  p.file = file;
  p.line = line;
  return p;
}

// Goes through lines and gives every group of records to the sinks.
class Groups {
 public:
  Groups(Stage stage, const RuleNames& rules, const std::string& file, const RecordSinks& sinks,
         Problems& problems)
      : stage_(stage), file_(file), sinks_(sinks), problems_(problems), gatherer_(rules) {}

  void record(const Json& record, std::uint32_t line);
  void broken(std::uint32_t line, std::string message) {
    problems_.push_back(
        problem(Severity::warning, "from.record", std::move(message), "", file_, line));
    broken_ = true;
  }
  void finish();

 private:
  void document_record(std::string_view kind, const Json& record, std::uint32_t line);
  void extract_record(std::string_view kind, const Json& record, std::uint32_t line);

  Stage stage_;
  const std::string& file_;
  const RecordSinks& sinks_;
  Problems& problems_;
  Gatherer gatherer_;
  Extraction extraction_;
  std::uint32_t line_ = 0;  // where the group began; 0: none has
  bool broken_ = false;
};

void Groups::record(const Json& record, std::uint32_t line) {
  const std::string_view kind = view(record, "record");
  if (kind == "header") return;
  if (kind == (stage_ == Stage::extract ? "source" : "document")) {
    finish();
    line_ = line;
  }
  if (line_ == 0)
    return broken(line, fmt::format("a record of kind '{}' belongs to no document", kind));
  if (stage_ == Stage::extract)
    extract_record(kind, record, line);
  else
    document_record(kind, record, line);
}

void Groups::document_record(std::string_view kind, const Json& record, std::uint32_t line) {
  if (kind == "document") return gatherer_.begin(record);
  if (view(record, "document") != gatherer_.name()) {  // its own document record was lost
    finish();
    return broken(line, fmt::format("a record of kind '{}' belongs to no document", kind));
  }
  if (kind == "article") return gatherer_.add_article(record);
  if (kind == "boilerplate") return gatherer_.add_boilerplate(record);
  if (kind == "annotations") return gatherer_.add_annotations(record);
  broken(line, fmt::format("a record of kind '{}' does not belong here", kind));
}

void Groups::extract_record(std::string_view kind, const Json& record, std::uint32_t line) {
  std::string fault = fault_of(record);
  if (!fault.empty()) {
    if (kind == "source") line_ = 0;  // what follows is no other source's
    return broken(line, std::move(fault));
  }
  if (kind == "source") {
    extraction_ = {};
    extraction_.source = source(record);
  } else if (kind == "event") {
    Event value = event(record);
    if (value.evidence.empty()) return broken(line, "an event has no evidence");
    extraction_.events.push_back(std::move(value));
  } else if (kind == "report") {
    extraction_.reports.push_back(report(record));
  } else {
    broken(line, fmt::format("a record of kind '{}' does not belong here", kind));
  }
}

void Groups::finish() {
  if (line_ != 0 && stage_ == Stage::extract)
    sinks_.extracted(std::move(extraction_));
  else if (line_ != 0 && !broken_ && gatherer_.finish(stage_))
    sinks_.stored(gatherer_.take());
  else if (line_ != 0 && !broken_)
    broken(line_, "the records of this document do not fit together");
  broken_ = false;
  line_ = 0;
}

// What is wrong with a header, or "".
std::string header_fault(const Json& record, Stage stage) {
  if (view(record, "record") != "header") return "does not begin with a header record";
  if (number(record, "schema") != schema)
    return fmt::format("has schema {}, this program reads {}", number(record, "schema"), schema);
  if (view(record, "stage") != to_string(stage))
    return fmt::format("was written with --until {}", view(record, "stage"));
  return {};
}

}  // namespace

std::string_view opening(Stage stage) {
  return stage == Stage::extract ? "{\"record\":\"source\"" : "{\"record\":\"document\"";
}

RecordReader::RecordReader(Stage stage, const Rules& rules)
    : stage_(stage), digest_(rules.digest()) {
  if (stage != Stage::segment && stage != Stage::annotate) return;
  for (RuleId id = 0; !rules.name(id).empty(); ++id) rules_.emplace(rules.name(id), id);
}

void RecordReader::read(std::string_view lines, const std::string& file, std::uint32_t first_line,
                        const RecordSinks& sinks, Problems& problems) const {
  const auto no_records = [&](std::string_view fault, std::uint32_t line) {
    problems.push_back(problem(Severity::warning, "from.header", std::string(fault),
                               fmt::format("write it with --until {}", to_string(stage_)), file,
                               line));
  };
  const std::size_t start = lines.find_first_not_of(" \t\r\n");
  const bool is_text = start == std::string_view::npos || lines[start] != '{';
  if (first_line == 1 && is_text) return no_records("holds no records", 0);
  Groups groups(stage_, rules_, file, sinks, problems);
  for (std::uint32_t number = first_line; !lines.empty(); ++number) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    const std::optional<Json> record = parse_record(line);
    if (!record) {
      groups.broken(number, "the line is no JSON record");
      continue;
    }
    if (number == 1 || view(*record, "record") == "header") {
      const std::string fault = header_fault(*record, stage_);
      if (!fault.empty()) return no_records(fault, number);
      if (view(*record, "rules") != digest_)
        problems.push_back(problem(Severity::note, "from.rules",
                                   "was written with other rules than this program's", "", file,
                                   number));
    }
    groups.record(*record, number);
  }
  groups.finish();
}

}  // namespace dateline::write
