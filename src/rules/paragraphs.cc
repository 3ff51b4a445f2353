#include "rules/paragraphs.h"

#include <algorithm>

namespace dateline::rules {
namespace {

std::string_view trim(std::string_view s) {
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
  while (!s.empty() && blank(s.front())) s.remove_prefix(1);
  while (!s.empty() && blank(s.back())) s.remove_suffix(1);
  return s;
}

void complain(const Source& source, std::uint32_t line, std::string_view text, std::string message,
              Problems& problems) {
  problems.push_back({Severity::error, "rules.syntax", std::move(message), "see docs/rules.md",
                      source.path, line, 1, std::string(text)});
}

}  // namespace

std::vector<Rule> parse_paragraphs(const Source& source, Problems& problems) {
  std::vector<Rule> rules;
  bool open = false;  // inside a paragraph that began with `rule`
  std::uint32_t number = 0;
  for (std::string_view rest = source.text; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = trim(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    ++number;
    if (line.empty()) open = false;
    if (line.empty() || line[0] == '#') continue;
    const std::size_t gap = std::min(line.find_first_of(" \t"), line.size());
    const std::string_view key = line.substr(0, gap);
    const std::string_view value = trim(line.substr(gap));
    if (key == "rule") {
      if (value.empty()) complain(source, number, line, "a rule needs a name", problems);
      rules.push_back({no_rule, value, source.path, number, {}});
      open = true;
    } else if (open) {
      rules.back().fields.push_back({key, value, number});
    } else {
      complain(source, number, line, "this line belongs to no rule: a paragraph begins with `rule`",
               problems);
    }
  }
  return rules;
}

std::string_view Rule::get(std::string_view key) const {
  for (const Field& field : fields) {
    if (field.key == key) return field.value;
  }
  return {};
}

const Capture* Match::get(std::string_view name) const {
  for (const Capture& capture : captures) {
    if (capture.name == name) return &capture;
  }
  return nullptr;
}

}  // namespace dateline::rules
