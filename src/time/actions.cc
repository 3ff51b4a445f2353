// Compiles the fields of time rules. Entry: compile_actions().
#include "time/actions.h"

#include <array>
#include <span>
#include <utility>

namespace dateline::time {
namespace {

using rules::Field;
using rules::Rule;

constexpr std::array<std::string_view, 25> keys = {
    "skip",   "as",    "span",    "when",    "split", "second", "value", "shift", "feast",
    "year",   "time",  "halfday", "zone",    "mod",   "quant",  "freq",  "type",  "toward",
    "anchor", "joins", "covers",  "stretch", "alone", "then",   "order"};

template <class T>
using Names = std::span<const std::pair<std::string_view, T>>;

constexpr std::array<std::pair<std::string_view, Toward>, 10> towards = {
    {{"tense", Toward::tense},
     {"past", Toward::past},
     {"future", Toward::future},
     {"nearest", Toward::nearest},
     {"last", Toward::last},
     {"next", Toward::next},
     {"this", Toward::current},
     {"ended", Toward::ended},
     {"fresh", Toward::fresh},
     {"spoken", Toward::spoken}}};
constexpr std::array<std::pair<std::string_view, Grain>, 2> holders = {
    {{"week", Grain::week}, {"month", Grain::month}}};
constexpr std::array<std::pair<std::string_view, When>, 4> occasions = {
    {{"narrative", When::narrative},
     {"news", When::news},
     {"past", When::past},
     {"stale", When::stale}}};
constexpr std::array<std::pair<std::string_view, AnchorKind>, 10> anchors = {
    {{"automatic", AnchorKind::automatic},
     {"published", AnchorKind::published},
     {"mention", AnchorKind::mention},
     {"day", AnchorKind::day_mention},
     {"quarter", AnchorKind::quarter_mention},
     {"period", AnchorKind::period_mention},
     {"told", AnchorKind::told},
     {"told day", AnchorKind::told_day},
     {"sentence", AnchorKind::sentence},
     {"story", AnchorKind::story}}};
constexpr std::array<std::pair<std::string_view, Order>, 2> orders = {
    {{"day-first", Order::day_first}, {"open", Order::open}}};
constexpr std::array<std::pair<std::string_view, Join>, 3> joins = {
    {{"next", Join::next}, {"previous", Join::previous}, {"next-amount", Join::next_amount}}};
constexpr std::array<std::pair<std::string_view, Covers>, 2> coverings = {
    {{"past", Covers::past}, {"future", Covers::future}}};
constexpr std::array<std::pair<std::string_view, Filter>, 9> filters = {
    {{"count", Filter::count},
     {"yy", Filter::two_digit_year},
     {"yy-after", Filter::two_digit_year_after},
     {"yyyy", Filter::four_digits},
     {"year-words", Filter::year_in_words},
     {"decade", Filter::decade},
     {"tens", Filter::tens},
     {"century", Filter::century},
     {"hhmm", Filter::hour_minute}}};

class Compiler {
 public:
  Compiler(const Rules& rules, const Rule& rule, Problems& problems)
      : rules_(rules), rule_(rule), problems_(problems) {}

  Action run() {
    bool has_role = false;
    for (const Field& field : rule_.fields) has_role |= compile(field);
    if (!has_role) {
      action_.role = action_.clock.empty() ? Role::modifier : Role::clock;
      if (action_.clock.empty() && action_.join == Join::none) {
        complain(rule_.line, "the rule says nothing of what it found",
                 "give it value, shift, feast, time, joins or skip");
      }
    }
    return std::move(action_);
  }

 private:
  // Is it the field that says what the match is?
  bool compile(const Field& field) {
    if (field.key == "value") return main(Role::value, action_.value, field);
    if (field.key == "feast") return main(Role::feast, action_.value, field);
    if (field.key == "skip") return main(Role::skip, action_.value, field);
    if (field.key == "shift") {
      action_.role = Role::shift;
      return counted(field, action_.count, action_.unit);
    }
    if (field.key == "then") counted(field, action_.then_count, action_.then_unit);
    if (field.key == "year") action_.year = parse(field, field.value);
    if (field.key == "time") action_.clock = parse(field, field.value);
    if (field.key == "halfday") action_.halfday = parse(field, field.value);
    if (field.key == "zone") action_.zone = parse(field, field.value);
    if (field.key == "mod") action_.mod = parse(field, field.value);
    if (field.key == "quant") action_.quant = parse(field, field.value);
    if (field.key == "freq") action_.freq = parse(field, field.value);
    if (field.key == "alone") action_.needs_date = true;
    if (field.key == "second") action_.second = parse(field, field.value);
    if (field.key == "split") split(field);
    if (field.key == "span") action_.span = std::string(field.value);
    if (field.key == "as") action_.as = one_of<Grain>(field, holders, Grain::week);
    if (field.key == "when") action_.when = one_of<When>(field, occasions, When::always);
    if (field.key == "toward") action_.toward = one_of<Toward>(field, towards, Toward::tense);
    if (field.key == "anchor")
      action_.anchor = one_of<AnchorKind>(field, anchors, AnchorKind::automatic);
    if (field.key == "order") action_.order = one_of<Order>(field, orders, Order::stated);
    if (field.key == "joins") action_.join = one_of<Join>(field, joins, Join::none);
    if (field.key == "covers") action_.covers = one_of<Covers>(field, coverings, Covers::value);
    if (field.key == "stretch") action_.stretch = parse(field, field.value);
    if (field.key == "type") type(field);
    return false;
  }

  bool main(Role role, Template& into, const Field& field) {
    action_.role = role;
    if (role == Role::skip) return true;
    into = parse(field, field.value);
    if (role == Role::value && field.value.starts_with("P{")) action_.counted = true;
    if (role == Role::value && field.value.starts_with("P1")) action_.counted = true;
    return true;
  }

  void split(const Field& field) {
    const std::size_t blank = field.value.find(' ');
    if (blank == std::string_view::npos) {
      complain(field.line, "split wants two captures", "write: split day until");
      return;
    }
    action_.first_end = std::string(field.value.substr(0, blank));
    action_.second_start =
        std::string(field.value.substr(field.value.find_first_not_of(' ', blank)));
  }

  bool counted(const Field& field, Template& count, Template& unit) {
    const std::size_t blank = field.value.find(' ');
    if (blank == std::string_view::npos) {
      complain(field.line, std::string(field.key) + " wants a count and a unit",
               "write: " + std::string(field.key) + " -{n:count} {unit}");
      return true;
    }
    count = parse(field, field.value.substr(0, blank));
    unit = parse(field, field.value.substr(field.value.find_first_not_of(' ', blank)));
    return true;
  }

  void type(const Field& field) {
    constexpr std::array<std::pair<std::string_view, TimexType>, 4> types = {
        {{"DATE", TimexType::date},
         {"TIME", TimexType::time},
         {"DURATION", TimexType::duration},
         {"SET", TimexType::set}}};
    action_.type = one_of<TimexType>(field, types, TimexType::date);
  }

  template <class T>
  T one_of(const Field& field, Names<T> names, T otherwise) {
    std::string known;
    for (const auto& [name, value] : names) {
      if (field.value == name) return value;
      known += (known.empty() ? "" : ", ") + std::string(name);
    }
    complain(field.line,
             "'" + std::string(field.value) + "' is no value of '" + std::string(field.key) + "'",
             "it can be " + known);
    return otherwise;
  }

  Template parse(const Field& field, std::string_view text) {
    Template out;
    while (!text.empty()) {
      Piece& piece = out.emplace_back();
      const std::size_t open = text.find('{');
      piece.literal = std::string(text.substr(0, open));
      if (open == std::string_view::npos) break;
      const std::size_t close = text.find('}', open);
      if (close == std::string_view::npos) {
        complain(field.line, "a { is not closed", "");
        break;
      }
      hole(field, text.substr(open + 1, close - open - 1), piece);
      text.remove_prefix(close + 1);
    }
    return out;
  }

  void hole(const Field& field, std::string_view text, Piece& piece) {
    const std::size_t colon = text.find(':');
    piece.capture = std::string(text.substr(0, colon));
    if (colon != std::string_view::npos) {
      const std::string_view wanted = text.substr(colon + 1);
      bool known = false;
      for (const auto& [name, filter] : filters) {
        if (name != wanted) continue;
        piece.filter = filter;
        known = true;
      }
      if (!known)
        complain(field.line, "no filter is called '" + std::string(wanted) + "'",
                 "see docs/time.md");
    }
    if (piece.filter == Filter::count) action_.counted = true;
    if (!find_lists(piece)) {
      complain(field.line, "no pattern of this rule captures '" + piece.capture + "'",
               "name it in find: {" + piece.capture + ":...}");
    }
  }

  // The word lists that the rule's patterns name for this capture.
  bool find_lists(Piece& piece) {
    bool captured = false;
    for (const Field& field : rule_.fields) {
      if (field.key != "find") continue;
      std::string_view rest = field.value;
      for (std::size_t open = rest.find('{'); open != std::string_view::npos;
           open = rest.find('{')) {
        const std::size_t close = rest.find('}', open);
        if (close == std::string_view::npos) break;
        captured |= take_lists(rest.substr(open + 1, close - open - 1), piece);
        rest.remove_prefix(close + 1);
      }
    }
    return captured;
  }

  bool take_lists(std::string_view atom, Piece& piece) {
    const std::size_t colon = atom.find(':');
    if (atom.substr(0, colon) != piece.capture) return false;
    std::string_view names = colon == std::string_view::npos ? atom : atom.substr(colon + 1);
    while (!names.empty()) {
      const std::size_t end = names.find_first_of("&|!");
      const rules::ClassId list = rules::class_named(rules_, names.substr(0, end));
      if (list != rules::no_class) piece.lists.push_back(list);
      if (end == std::string_view::npos) break;
      names.remove_prefix(end + 1);
    }
    return true;
  }

  void complain(std::uint32_t line, std::string message, std::string hint) {
    problems_.push_back({Severity::error, "rules.action", std::string(rule_.name) + ": " + message,
                         std::move(hint), std::string(rule_.file), line, 1, ""});
  }

  const Rules& rules_;
  const Rule& rule_;
  Problems& problems_;
  Action action_;
};

}  // namespace

std::span<const std::string_view> action_keys() { return keys; }

std::vector<Action> compile_actions(const Rules& rules, std::span<const Rule> area,
                                    Problems& problems) {
  std::vector<Action> actions;
  for (const Rule& rule : area) actions.push_back(Compiler(rules, rule, problems).run());
  return actions;
}

}  // namespace dateline::time
