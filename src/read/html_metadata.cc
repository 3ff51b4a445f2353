// See html_metadata.h.
#include "read/html_metadata.h"

#include <simdjson.h>

#include <algorithm>

#include "read/json_fields.h"

namespace dateline::read {
namespace {

namespace dom = simdjson::dom;

constexpr std::size_t largest_json = std::size_t{4} << 20;
constexpr std::size_t most_headings = 8;

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n\f");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n\f") - first + 1);
}

std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : trimmed(text)) {
    const bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f';
    if (!blank)
      out += c;
    else if (!out.ends_with(' '))
      out += ' ';
  }
  return out;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// What JSON-LD says of the page's article.
struct ArticleData {
  std::string headline, published, url, author, publisher, language;
};

std::string_view string_in(const dom::object& object, std::string_view key) {
  std::string_view value;
  return object[key].get(value) == simdjson::SUCCESS ? value : std::string_view();
}

// The name of a thing that may be a string, an object with a name, or a list of these.
void append_names(const dom::element& value, std::string& out, int depth = 0) {
  std::string_view text;
  dom::object object;
  dom::array list;
  if (value.get(object) == simdjson::SUCCESS) text = string_in(object, "name");
  if (!text.empty() || value.get(text) == simdjson::SUCCESS) {
    if (!out.empty() && !text.empty()) out += ", ";
    out += trimmed(text);
  } else if (depth == 0 && value.get(list) == simdjson::SUCCESS) {
    for (const dom::element item : list) append_names(item, out, 1);
  }
}

bool names_article(const dom::element& type) {
  std::string_view name;
  if (type.get(name) == simdjson::SUCCESS)
    return name.ends_with("Article") || name.ends_with("BlogPosting") || name == "Report" ||
           name == "Review";
  dom::array list;
  if (type.get(list) != simdjson::SUCCESS) return false;
  for (const dom::element item : list)
    if (item.get(name) == simdjson::SUCCESS &&
        (name.ends_with("Article") || name.ends_with("BlogPosting")))
      return true;
  return false;
}

void fill(const dom::object& object, ArticleData& data) {
  const auto take = [&object](std::string& field, std::string_view key) {
    if (field.empty()) field = string_in(object, key);
  };
  take(data.headline, "headline");
  take(data.published, "datePublished");
  take(data.url, "url");
  take(data.language, "inLanguage");
  dom::element value;
  if (data.author.empty() && object["author"].get(value) == simdjson::SUCCESS)
    append_names(value, data.author);
  if (data.publisher.empty() && object["publisher"].get(value) == simdjson::SUCCESS)
    append_names(value, data.publisher);
}

// Looks for articles in a value, in lists and in @graph; the first one counts.
void search(const dom::element& value, ArticleData& data, int depth = 0) {
  if (depth > 4 || !data.published.empty()) return;
  dom::array list;
  dom::object object;
  dom::element inner;
  if (value.get(list) == simdjson::SUCCESS) {
    for (const dom::element item : list) search(item, data, depth + 1);
  } else if (value.get(object) == simdjson::SUCCESS) {
    if (object["@type"].get(inner) == simdjson::SUCCESS && names_article(inner))
      return fill(object, data);
    for (const std::string_view key : {"@graph", "mainEntity", "mainEntityOfPage"})
      if (object[key].get(inner) == simdjson::SUCCESS) search(inner, data, depth + 1);
  }
}

// The string that follows `"key":`, of JSON that is broken somewhere else.
std::string string_after(std::string_view key, std::string_view json) {
  const std::size_t at = json.find("\"" + std::string(key) + "\"");
  if (at == std::string_view::npos) return {};
  const std::size_t colon = json.find_first_not_of(" ", at + key.size() + 2);
  if (colon == std::string_view::npos || json[colon] != ':') return {};
  const std::size_t first = json.find_first_not_of(" ", colon + 1);
  if (first == std::string_view::npos || json[first] != '"') return {};
  const std::size_t last = json.find_first_of("\"\\", first + 1);
  if (last == std::string_view::npos || json[last] != '"') return {};
  return std::string(json.substr(first + 1, last - first - 1));
}

}  // namespace

void PageMetadata::state(Statements& statements, Source source, std::string_view value) {
  value = trimmed(value);
  if (!is_absent(value) && statements[source].empty())
    statements[source] = one_line(unescape(value));
}

void PageMetadata::start(std::string_view tag, const Attributes& attributes, bool inside_article) {
  if (tag == "meta") return read_meta(attributes);
  if (tag == "time") return read_time(attributes, inside_article);
  if (tag == "html") return state(language_, fallback, attributes.get("lang"));
  if (tag == "link" && attributes.get("rel") == "canonical")
    return state(url_, meta, attributes.get("href"));
  if (tag == "title" && title_[fallback].empty())
    collecting_ = Collecting::title, collected_.clear();
  if (tag == "h1" && headings_.size() < most_headings && collecting_ == Collecting::nothing)
    collecting_ = Collecting::heading, collected_.clear();
  if (tag == "script" && lower(attributes.get("type")).starts_with("application/ld+json"))
    collecting_ = Collecting::json, collected_.clear();
}

void PageMetadata::end(std::string_view tag) {
  if (collecting_ == Collecting::title && tag == "title")
    state(title_, fallback, collected_);
  else if (collecting_ == Collecting::json && tag == "script")
    read_json_ld();
  else if (collecting_ == Collecting::heading && tag == "h1")
    headings_.push_back(one_line(collected_));
  else
    return;
  collecting_ = Collecting::nothing;
}

void PageMetadata::text(std::string_view text) {
  if (collecting_ != Collecting::nothing && collected_.size() < largest_json) collected_ += text;
}

void PageMetadata::read_meta(const Attributes& attributes) {
  const std::string_view content = attributes.get("content");
  std::string name = lower(attributes.get("property"));
  if (name.empty()) name = lower(attributes.get("name"));
  if (name.empty()) name = lower(attributes.get("itemprop"));
  if (content.empty() || name.empty()) return;
  if (name == "og:title") return state(title_, open_graph, content);
  if (name == "og:url") return state(url_, open_graph, content);
  if (name == "og:site_name") return state(publisher_, open_graph, content);
  if (name == "og:locale") return state(language_, open_graph, content);
  if (is_one_of(name, {"article:published_time", "og:article:published_time"}))
    return state(published_, open_graph, content);
  if (is_one_of(name, {"datepublished",
                       "date",
                       "pubdate",
                       "publishdate",
                       "publish-date",
                       "publish_date",
                       "publication_date",
                       "parsely-pub-date",
                       "sailthru.date",
                       "dc.date",
                       "dc.date.issued",
                       "dcterms.created",
                       "dcterms.date",
                       "dcterms.issued",
                       "article.published",
                       "cxenseparse:recs:publishtime",
                       "rnews:datepublished",
                       "og:published_time",
                       "article_date_original",
                       "originalpublicationdate"}))
    return state(published_, meta, content);
  if (is_one_of(name, {"author", "article:author", "dc.creator", "parsely-author",
                       "sailthru.author", "byl"}) &&
      !is_url(content))
    return state(author_, meta, content);
  if (is_one_of(name, {"twitter:title", "dc.title", "parsely-title", "sailthru.title"}))
    return state(title_, meta, content);
  if (is_one_of(name, {"application-name", "dc.publisher", "publisher"}))
    return state(publisher_, meta, content);
  if (is_one_of(name, {"language", "content-language", "dc.language"}))
    return state(language_, meta, content);
}

void PageMetadata::read_time(const Attributes& attributes, bool inside_article) {
  const std::string_view when = attributes.get("datetime");
  if (attributes.get("itemprop") == "datePublished" || attributes.has("pubdate"))
    state(published_, marked_time, when);
  else if (inside_article && attributes.get("itemprop") != "dateModified")
    state(published_, article_time, when);
}

void PageMetadata::read_json_ld() {
  dom::parser parser;
  dom::element value;
  ArticleData data;
  collected_ = std::string(trimmed(collected_));
  // Pages write line breaks into strings; as blanks they are good anywhere.
  for (char& c : collected_)
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  if (parser.parse(collected_).get(value) == simdjson::SUCCESS) {
    search(value, data);
  } else {
    data.headline = string_after("headline", collected_);
    data.published = string_after("datePublished", collected_);
  }
  state(title_, json_ld, data.headline);
  state(published_, json_ld, data.published);
  state(url_, json_ld, data.url);
  state(author_, json_ld, data.author);
  state(publisher_, json_ld, data.publisher);
  state(language_, json_ld, data.language);
}

void PageMetadata::finish(Document& document) {
  const auto best = [](Statements& statements) {
    const auto found = std::find_if(statements.begin(), statements.end(),
                                    [](const std::string& s) { return !s.empty(); });
    return found == statements.end() ? std::string() : std::move(*found);
  };
  document.title = best(title_);
  // "A title - The Paper": what the page itself has as its main heading, where that is how the
  // title begins.
  const auto is_main = [&document](const std::string& heading) {
    return heading.size() < document.title.size() && document.title.starts_with(heading) &&
           heading.find(' ') != std::string::npos;
  };
  const auto heading = std::find_if(headings_.begin(), headings_.end(), is_main);
  if (heading != headings_.end()) document.title = *heading;
  document.published = best(published_);
  document.url = best(url_);
  document.author = best(author_);
  document.publisher = best(publisher_);
  document.language = best(language_);
}

}  // namespace dateline::read
