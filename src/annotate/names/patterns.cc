#include "annotate/names/patterns.h"

#include <array>
#include <string>

namespace dateline::annotate {

namespace {

constexpr std::array<std::string_view, 2> keys = {"type", "kind"};

// "" where the rule's own match in the example is what follows "->"; else what came out.
std::string check_example(const Rules& pack, const rules::Area& area, const rules::Rule& rule,
                          std::string_view example, bool must_match) {
  const std::size_t arrow = example.find("->");
  const std::string_view text = example.substr(0, arrow);
  std::string_view expected =
      arrow == std::string_view::npos ? std::string_view() : example.substr(arrow + 2);
  while (expected.starts_with(' ')) expected.remove_prefix(1);
  rules::Reading reading;
  rules::read_text(pack, text, reading);
  std::vector<rules::Match> matches;
  area.find(reading, {0, static_cast<std::uint32_t>(reading.tokens.size())}, matches);
  for (const rules::Match& match : matches) {
    if (match.rule->id != rule.id) continue;
    const std::string_view found = reading.span(match.tokens).of(text);
    return must_match && found == expected ? "" : "found \"" + std::string(found) + "\"";
  }
  return must_match ? "found nothing" : "";
}

}  // namespace

Patterns::Patterns(const Rules& rules, std::string_view language, Problems& problems)
    : rules_(rules), area_(rules::area(rules, std::string(language) + "/entity")) {
  rules::check_keys(area_, keys, problems);
  for (const rules::Rule& rule : area_.rules()) {
    Name name;
    name.kind = rule.get("kind");
    const std::string_view type = rule.get("type");
    if (const auto known = parse_mention_type(type))
      name.type = *known;
    else
      name.given_out = false;
    if (name.given_out || type == "other") {
      names_.push_back(name);
      continue;
    }
    problems.push_back({Severity::error, "rules.action",
                        "no such type of name: \"" + std::string(type) + "\"",
                        "person, organization, place, nationality or other", std::string(rule.file),
                        rule.line, 0, ""});
    names_.push_back(name);
  }
}

void Patterns::check_examples(Problems& problems) const {
  rules::check_examples(
      area_,
      [this](const rules::Rule& rule, std::string_view example, bool must_match) {
        return check_example(rules_, area_, rule, example, must_match);
      },
      problems);
}

}  // namespace dateline::annotate
