// Examples of the time rules. Entry: ExampleRunner.
#include "time/examples.h"

namespace dateline::time {
namespace {

constexpr std::string_view usual_day = "2013-03-22";  // a Friday

std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// Takes the part before `mark`, and leaves what follows it.
std::string_view take(std::string_view& rest, std::string_view mark) {
  const std::size_t at = rest.find(mark);
  const std::string_view part = rest.substr(0, at);
  rest.remove_prefix(at == std::string_view::npos ? rest.size() : at + mark.size());
  return trim(part);
}

struct Expectation {
  std::string_view text;
  std::string_view found;  // "Monday = 2024-12-02 ; ..."
  Context context;
};

Expectation split_example(std::string_view example) {
  Expectation out;
  out.text = take(example, "->");
  out.found = take(example, "@ ");
  std::string_view settings = trim(example);
  const std::string_view day = settings.empty() ? usual_day : take(settings, " ");
  out.context.published = parse_date(day).value_or(Date{});
  out.context.narrative = settings == "narrative";
  return out;
}

// Does the timex have this property ("mod=START", "SET")?
bool has_property(const Timex& timex, std::string_view property) {
  const std::size_t equals = property.find('=');
  if (equals == std::string_view::npos) return to_string(timex.type) == property;
  const std::string_view key = property.substr(0, equals), value = property.substr(equals + 1);
  if (key == "mod") return timex.mod == value;
  if (key == "quant") return timex.quant == value;
  if (key == "freq") return timex.freq == value;
  if (key == "from") return to_iso(timex.date.first) == value;
  if (key == "to") return to_iso(timex.date.last) == value;
  if (key == "anchor") return to_string(timex.anchor) == value;
  return false;
}

bool is_as_expected(const Timex& timex, std::string_view text, std::string_view expected) {
  const std::size_t equals = expected.find(" = ");
  if (equals == std::string_view::npos || timex.span.of(text) != trim(expected.substr(0, equals)))
    return false;
  std::string_view rest = trim(expected.substr(equals + 3));
  if (timex.value != take(rest, " ")) return false;
  while (!rest.empty()) {
    if (!has_property(timex, take(rest, " "))) return false;
  }
  return true;
}

std::string describe(const std::vector<Timex>& found, std::string_view text, const Rules& rules) {
  std::string out = "found";
  for (const Timex& timex : found) {
    out += (out.size() == 5 ? " " : " ; ") + std::string(timex.span.of(text)) + " = " +
           timex.value + " " + std::string(to_string(timex.type));
    if (!timex.mod.empty()) out += " mod=" + timex.mod;
    if (timex.date.known())
      out += " from=" + to_iso(timex.date.first) + " to=" + to_iso(timex.date.last);
    out += " (" + std::string(rules.name(timex.rule)) + ")";
  }
  return found.empty() ? "found nothing" : out;
}

}  // namespace

bool ExampleRunner::matched(const rules::Rule& rule, const rules::Reading& reading) const {
  std::vector<rules::Match> matches;
  area_.find(reading, {0, reading.tokens.size()}, matches);
  for (const rules::Match& match : matches) {
    if (match.rule->id == rule.id) return true;
  }
  return false;
}

std::vector<Timex> ExampleRunner::found_in(std::string_view text, const Context& context,
                                           rules::Reading& reading) const {
  rules::read_text(rules_, text, reading);
  std::vector<Timex> found;
  Memory memory;
  tagger_.find(reading, {0, reading.tokens.size()}, context, memory, found);
  return found;
}

std::string ExampleRunner::check_yes(const rules::Rule& rule, std::string_view example) const {
  const Expectation expected = split_example(example);
  rules::Reading reading;
  const std::vector<Timex> found = found_in(expected.text, expected.context, reading);
  std::size_t count = 0;
  for (std::string_view rest = expected.found; !rest.empty(); ++count) {
    const std::string_view one = take(rest, " ; ");
    if (count >= found.size() || !is_as_expected(found[count], expected.text, one)) {
      return describe(found, expected.text, rules_);
    }
  }
  if (count != found.size()) return describe(found, expected.text, rules_);
  return matched(rule, reading) ? ""
                                : "another rule matched; " + describe(found, expected.text, rules_);
}

std::string ExampleRunner::check_no(const rules::Rule& rule, std::string_view example) const {
  const Expectation expected = split_example(example);
  rules::Reading reading;
  const std::vector<Timex> found = found_in(expected.text, expected.context, reading);
  for (const Timex& timex : found) {
    if (timex.rule == rule.id) return describe(found, expected.text, rules_);
  }
  return "";
}

}  // namespace dateline::time
