// See html_parser.h.
#include "read/html_parser.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <charconv>
#include <limits>
#include <memory>

namespace dateline::read {
namespace {

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view()
                         : std::string_view(reinterpret_cast<const char*>(text));
}

// What libxml2 hands to the functions below.
struct Listener {
  HtmlEvents& events;
  htmlParserCtxt& parser;
  bool passed_over = false;  // the rest of this script or style, or tried to
};

HtmlEvents& events_of(void* listener) { return static_cast<Listener*>(listener)->events; }

void on_end(void* listener, const xmlChar* name) { events_of(listener).end(view(name)); }

void on_text(void* listener, const xmlChar* text, int size) {
  events_of(listener).text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
}

bool begins_with_tag(std::string_view text, std::string_view lower_tag) {
  const auto same = [](char lower, char c) { return (c >= 'A' && c <= 'Z' ? c + 32 : c) == lower; };
  return text.size() >= lower_tag.size() &&
         std::equal(lower_tag.begin(), lower_tag.end(), text.begin(), same);
}

// Where the script or style that holds `rest` ends: at the first end tag of its name.
std::size_t end_of_raw(std::string_view rest, std::string_view name) {
  for (std::size_t at = rest.find("</"); at < rest.size(); at = rest.find("</", at + 2)) {
    if (begins_with_tag(rest.substr(at + 2), name)) return at;
  }
  return rest.size();
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Sets the parser on to the end of the script or style of which `part` has just been read. When it
// hands a part over, libxml2 2.9 has not yet stepped over the part's last character, later versions
// may have; neither must lose the end tag or land inside a character, so that only ASCII is passed
// over that way.
void pass_over(htmlParserCtxt& parser, std::string_view part) {
  xmlParserInput& input = *parser.input;
  const std::string_view rest(reinterpret_cast<const char*>(input.cur),
                              static_cast<std::size_t>(input.end - input.cur));
  const std::size_t end = end_of_raw(rest, view(parser.name));
  const bool still_there = !rest.empty() && rest.front() == part.back();
  if (end < 2 || !is_ascii(part.substr(part.size() - 1)) || !is_ascii(rest.substr(end - 1, 1)))
    return;
  input.cur += still_there ? end - 1 : end;
}

// Scripts and styles come in parts of a thousand bytes, read character by character. They are half
// of most pages: where nobody reads them, only the first part is.
void on_raw(void* context, const xmlChar* text, int size) {
  on_text(context, text, size);
  Listener& listener = *static_cast<Listener*>(context);
  if (listener.passed_over || size == 0 || listener.events.reads_scripts()) return;
  listener.passed_over = true;  // one search an element: linear, whatever it holds
  pass_over(listener.parser, {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
}

// Where the drawing that `rest` belongs to ends; 0 where another begins in it, or it has no end.
std::size_t end_of_drawing(std::string_view rest) {
  for (std::size_t at = rest.find('<'); at < rest.size(); at = rest.find('<', at + 1)) {
    if (begins_with_tag(rest.substr(at), "<svg")) return 0;
    if (begins_with_tag(rest.substr(at), "</svg")) return at;
  }
  return 0;
}

// A drawing's elements say nothing: the parser, which is about to read the start tag's `>`, is set
// on to that of the last of them.
void pass_over_drawing(htmlParserCtxt& parser) {
  xmlParserInput& input = *parser.input;
  const std::string_view rest(reinterpret_cast<const char*>(input.cur),
                              static_cast<std::size_t>(input.end - input.cur));
  if (!rest.starts_with('>')) return;
  const std::size_t last = rest.substr(0, end_of_drawing(rest)).find_last_not_of(" \t\r\n");
  if (last != std::string_view::npos && rest[last] == '>') input.cur += last;
}

void on_start(void* context, const xmlChar* name, const xmlChar** attributes) {
  Listener& listener = *static_cast<Listener*>(context);
  listener.passed_over = false;
  listener.events.start(view(name), Attributes(attributes));
  if (view(name) == "svg") pass_over_drawing(listener.parser);
}

xmlSAXHandler handler() {
  xmlSAXHandler sax{};
  sax.startElement = on_start;
  sax.endElement = on_end;
  sax.characters = on_text;
  sax.ignorableWhitespace = on_text;
  sax.cdataBlock = on_raw;  // what scripts and styles hold
  sax.initialized = 1;      // SAX1: without name spaces
  return sax;
}

struct FreeContext {
  void operator()(htmlParserCtxt* context) const { htmlFreeParserCtxt(context); }
};

// The character that "&name;" or "&#number;" stands for; 0 where it is none.
int character_of(std::string_view reference) {
  if (!reference.starts_with('#')) {
    const htmlEntityDesc* entity =
        htmlEntityLookup(reinterpret_cast<const xmlChar*>(std::string(reference).c_str()));
    return entity == nullptr ? 0 : static_cast<int>(entity->value);
  }
  reference.remove_prefix(1);
  const int base = reference.starts_with('x') || reference.starts_with('X') ? 16 : 10;
  if (base == 16) reference.remove_prefix(1);
  int value = 0;
  const auto [end, error] =
      std::from_chars(reference.data(), reference.data() + reference.size(), value, base);
  const bool good = error == std::errc() && end == reference.data() + reference.size() &&
                    value > 0x1F && value < 0x110000 && (value < 0xD800 || value > 0xDFFF);
  return good ? value : 0;
}

}  // namespace

std::string unescape(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t ampersand = std::min(text.find('&'), text.size());
    out += text.substr(0, ampersand);
    text.remove_prefix(ampersand);
    const std::size_t end = text.substr(0, 12).find(';');
    const int character = end == std::string_view::npos ? 0 : character_of(text.substr(1, end - 1));
    if (character != 0) {
      xmlChar buffer[8] = {};
      const int size = xmlCopyCharMultiByte(buffer, character);
      out.append(reinterpret_cast<const char*>(buffer), static_cast<std::size_t>(size));
      text.remove_prefix(end + 1);
    } else if (!text.empty()) {
      out += text.front();
      text.remove_prefix(1);
    }
  }
  return out;
}

std::string_view Attributes::get(std::string_view name) const {
  for (const unsigned char** pair = pairs_; pair != nullptr && *pair != nullptr; pair += 2)
    if (view(pair[0]) == name) return view(pair[1]);
  return {};
}

bool Attributes::has(std::string_view name) const {
  for (const unsigned char** pair = pairs_; pair != nullptr && *pair != nullptr; pair += 2)
    if (view(pair[0]) == name) return true;
  return false;
}

void parse_html(std::string_view utf8, HtmlEvents& events) {
  if (utf8.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) return;
  const std::unique_ptr<htmlParserCtxt, FreeContext> context(
      htmlCreateMemoryParserCtxt(utf8.data(), static_cast<int>(utf8.size())));
  if (!context) return;
  htmlCtxtUseOptions(context.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                        HTML_PARSE_NONET | HTML_PARSE_NOIMPLIED |
                                        HTML_PARSE_IGNORE_ENC);
  xmlSwitchEncoding(context.get(), XML_CHAR_ENCODING_UTF8);
  *context->sax = handler();
  Listener listener{events, *context};
  context->userData = &listener;
  htmlParseDocument(context.get());
}

}  // namespace dateline::read
