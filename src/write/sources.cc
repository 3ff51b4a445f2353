// See sources.h.
#include "write/sources.h"

#include "write/escape.h"
#include "write/wording.h"

namespace dateline::write {
namespace {

std::string reference(const Source* source, std::uint32_t number) {
  const std::string label = "\\[" + std::to_string(number) + "\\]";
  const std::string target = source == nullptr ? "" : link_target(source->url);
  return target.empty() ? label : "[" + label + "](" + target + ")";
}

std::string title_of(const Source& source) {
  const std::string title = escape_markdown(source.title.empty() ? source.document : source.title);
  const std::string target = link_target(source.url);
  return target.empty() ? title : "[" + title + "](" + target + ")";
}

std::string host_of(std::string_view url) {
  const std::size_t at = url.find("://");
  if (at == std::string_view::npos) return "";
  std::string_view host = url.substr(at + 3);
  host = host.substr(0, host.find_first_of("/?#:"));
  return std::string(host.substr(0, 4) == "www." ? host.substr(4) : host);
}

}  // namespace

void references(const std::vector<std::uint32_t>& numbers, const Sources& sources,
                std::string& out) {
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    out += (i > 0 ? ", " : "") + reference(sources.cited()[numbers[i] - 1], numbers[i]);
  }
}

void list_sources(const Sources& sources, std::string& out) {
  if (sources.cited().empty()) return;
  out += "\n## Sources\n\n";
  std::uint32_t number = 0;
  for (const Source* source : sources.cited()) {
    out += std::to_string(++number) + ". " + title_of(*source);
    const std::string outlet = source->publisher.empty() ? host_of(source->url) : source->publisher;
    if (!outlet.empty()) out += ", " + escape_markdown(outlet);
    out += ", " + date_in_words(source->published.date) + "\n";
  }
}

void list_undated(const std::vector<Source>& sources, std::string& out) {
  bool any = false;
  for (const Source& source : sources) {
    const Date& date = source.published.date;
    if (date.first != no_day && date.last != no_day) continue;
    if (!any) out += "\n## Articles whose date is unknown\n\n";
    any = true;
    out += "- " + title_of(source);
    if (date.known()) out += " (" + date_in_words(date) + ")";
    out += '\n';
  }
}

}  // namespace dateline::write
