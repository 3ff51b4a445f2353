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

HtmlEvents& events_of(void* context) { return *static_cast<HtmlEvents*>(context); }

void on_start(void* context, const xmlChar* name, const xmlChar** attributes) {
  events_of(context).start(view(name), Attributes(attributes));
}

void on_end(void* context, const xmlChar* name) { events_of(context).end(view(name)); }

void on_text(void* context, const xmlChar* text, int size) {
  events_of(context).text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
}

xmlSAXHandler handler() {
  xmlSAXHandler sax{};
  sax.startElement = on_start;
  sax.endElement = on_end;
  sax.characters = on_text;
  sax.ignorableWhitespace = on_text;
  sax.cdataBlock = on_text;  // what scripts and styles hold
  sax.initialized = 1;       // SAX1: without name spaces
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
  context->userData = &events;
  htmlParseDocument(context.get());
}

}  // namespace dateline::read
