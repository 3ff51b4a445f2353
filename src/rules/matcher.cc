#include "rules/matcher.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>

#include "rules/memory.h"
#include "rules/symbols.h"

namespace dateline::rules {
namespace {

constexpr std::size_t context_window = 16;    // symbols that `before` and `after` can see
constexpr std::size_t plan_budget = 1 << 14;  // distinct spans that a worker remembers for each area

RE2::Options options(bool latin1) {
  RE2::Options o;
  o.set_longest_match(true);
  o.set_log_errors(false);
  o.set_encoding(latin1 ? RE2::Options::EncodingLatin1 : RE2::Options::EncodingUTF8);
  o.set_max_mem(64 << 20);
  return o;
}

re2::StringPiece piece(std::string_view s) { return {s.data(), s.size()}; }

// A pattern as RE2 syntax. Names of captured atoms are appended in the order of their groups.
std::string to_regex(const PatternNode& node, const Alphabet& alphabet, std::vector<std::string>* names) {
  switch (node.kind) {
    case PatternNode::Kind::atom: {
      std::string set = alphabet.expression(node.predicate);
      if (set.empty()) set = "[^\\x{00}-\\x{10ffff}]";   // no token meets it: matches nothing
      if (names == nullptr || node.capture.empty()) return set;
      names->push_back(node.capture);
      return "(" + set + ")";
    }
    case PatternNode::Kind::sequence: {
      std::string out;
      for (const PatternNode& child : node.children) out += to_regex(child, alphabet, names);
      return "(?:" + out + ")";
    }
    case PatternNode::Kind::alternatives: {
      std::string out;
      for (const PatternNode& child : node.children) {
        if (!out.empty()) out += "|";
        out += to_regex(child, alphabet, names);
      }
      return "(?:" + out + ")";
    }
    case PatternNode::Kind::repeat:
      return "(?:" + to_regex(node.children[0], alphabet, names) + ")" + node.repeat;
  }
  return "";
}

struct Context {
  bool wanted = true;              // before, after; false for not-before, not-after
  bool left = true;
  std::unique_ptr<RE2> regex;
};

struct CompiledRule {
  std::string find;                // without captures
  std::unique_ptr<RE2> captures;   // the whole span
  std::vector<std::string> names;  // of its groups
  std::vector<Context> contexts;
};

}  // namespace

struct Matcher::Compiled {
  PredicateTable predicates;
  Alphabet alphabet;
  std::vector<CompiledRule> rules;          // those of rules_ that have a `find`, in order
  std::vector<std::uint32_t> numbers;       // their indices in rules_
  std::unique_ptr<RE2> find;
  std::unique_ptr<RE2::Set> which;
};

struct Matcher::Found { std::size_t begin, end; };

namespace {

void complain(const Rule& rule, const Field& field, const std::string& message, Problems& problems) {
  problems.push_back({Severity::error, "rules.pattern", message, "see docs/rules.md", std::string(rule.file),
                      field.line, 1, std::string(field.key) + " " + std::string(field.value)});
}

struct ParsedRule {
  std::vector<PatternNode> finds;
  std::vector<std::pair<const Field*, PatternNode>> contexts;
};

bool is_context(std::string_view key) {
  return key == "before" || key == "after" || key == "not-before" || key == "not-after";
}

ParsedRule parse_rule(const Rule& rule, const Lexicon& lexicon, PredicateTable& predicates, Problems& problems) {
  ParsedRule parsed;
  for (const Field& field : rule.fields) {
    if (field.key != "find" && !is_context(field.key)) continue;
    std::string error;
    auto node = parse_pattern(field.value, lexicon, predicates, error);
    if (!node) {
      complain(rule, field, error, problems);
    } else if (field.key == "find") {
      parsed.finds.push_back(std::move(*node));
    } else {
      parsed.contexts.emplace_back(&field, std::move(*node));
    }
  }
  return parsed;
}

CompiledRule compile_rule(const Rule& rule, const ParsedRule& parsed, const Alphabet& alphabet, Problems& problems) {
  CompiledRule out;
  std::string with_captures;
  for (const PatternNode& find : parsed.finds) {
    out.find += (out.find.empty() ? "" : "|") + to_regex(find, alphabet, nullptr);
    with_captures += (with_captures.empty() ? "" : "|") + to_regex(find, alphabet, &out.names);
  }
  const auto opts = options(alphabet.latin1());
  out.captures = std::make_unique<RE2>(with_captures, opts);
  if (!out.captures->ok()) {
    complain(rule, rule.fields[0], "the pattern does not compile: " + out.captures->error(), problems);
  }
  // Several lines of one key are alternatives.
  for (const std::string_view key : {"before", "after", "not-before", "not-after"}) {
    std::string all;
    for (const auto& [field, node] : parsed.contexts) {
      if (field->key == key) all += (all.empty() ? "" : "|") + to_regex(node, alphabet, nullptr);
    }
    if (all.empty()) continue;
    const bool left = key.ends_with("before");
    out.contexts.push_back({!key.starts_with("not"), left,
                            std::make_unique<RE2>("(?:" + all + ")" + (left ? "\\z" : ""), opts)});
  }
  return out;
}

}  // namespace

Matcher::Matcher(std::vector<Rule> rules, const Lexicon& lexicon, std::size_t number, Problems& problems)
    : rules_(std::move(rules)), lexicon_(lexicon), number_(number), compiled_(std::make_unique<Compiled>()) {
  compile(problems);
}

Matcher::~Matcher() = default;

void Matcher::compile(Problems& problems) {
  const std::size_t before = problems.size();
  std::vector<ParsedRule> parsed;
  for (std::uint32_t i = 0; i < rules_.size(); ++i) {
    ParsedRule rule = parse_rule(rules_[i], lexicon_, compiled_->predicates, problems);
    if (rule.finds.empty()) continue;
    compiled_->numbers.push_back(i);
    parsed.push_back(std::move(rule));
  }
  if (problems.size() > before || parsed.empty()) return;
  compiled_->alphabet = Alphabet(compiled_->predicates.all(), lexicon_);
  const auto opts = options(compiled_->alphabet.latin1());
  compiled_->which = std::make_unique<RE2::Set>(opts, RE2::ANCHOR_BOTH);
  std::string all;
  for (std::size_t i = 0; i < parsed.size(); ++i) {
    CompiledRule rule = compile_rule(rules_[compiled_->numbers[i]], parsed[i], compiled_->alphabet, problems);
    all += (all.empty() ? "" : "|") + ("(?:" + rule.find + ")");
    std::string error;
    if (compiled_->which->Add("(?:" + rule.find + ")", &error) < 0) {
      complain(rules_[compiled_->numbers[i]], rules_[compiled_->numbers[i]].fields[0], error, problems);
    }
    compiled_->rules.push_back(std::move(rule));
  }
  compiled_->find = std::make_unique<RE2>(all, opts);
  if (!compiled_->find->ok() || !compiled_->which->Compile()) {
    problems.push_back({Severity::error, "rules.pattern", "the rules of this folder do not compile together",
                        "RE2 says: " + compiled_->find->error(), std::string(rules_[0].file), 0, 0, ""});
  }
}

bool Matcher::next(std::string_view symbols, std::size_t from, std::size_t limit, bool anchored, Found& found) const {
  re2::StringPiece match;
  if (!compiled_->find->Match(piece(symbols), from, limit, anchored ? RE2::ANCHOR_START : RE2::UNANCHORED, &match, 1)) {
    return false;
  }
  found.begin = static_cast<std::size_t>(match.data() - symbols.data());
  found.end = found.begin + match.size();
  return !match.empty();
}

bool Matcher::context_holds(std::size_t rule, std::string_view symbols, std::size_t begin, std::size_t end) const {
  const std::size_t window = context_window * compiled_->alphabet.width();
  for (const Context& context : compiled_->rules[rule].contexts) {
    const std::size_t from = context.left ? begin - std::min(begin, window) : end;
    const std::size_t limit = context.left ? begin : std::min(symbols.size(), end + window);
    const auto around = piece(symbols.substr(from, limit - from));
    const bool holds = context.regex->Match(around, 0, around.size(),
                                            context.left ? RE2::UNANCHORED : RE2::ANCHOR_START, nullptr, 0);
    if (holds != context.wanted) return false;
  }
  return true;
}

namespace {

SpanPlan::Candidate plan_candidate(const CompiledRule& rule, std::uint32_t index, std::string_view span,
                                   std::size_t width) {
  SpanPlan::Candidate out{index, {}};
  std::vector<re2::StringPiece> groups(rule.names.size() + 1);
  rule.captures->Match(piece(span), 0, span.size(), RE2::ANCHOR_BOTH, groups.data(), static_cast<int>(groups.size()));
  for (std::size_t g = 1; g < groups.size(); ++g) {
    if (groups[g].data() == nullptr) continue;
    const auto first = static_cast<std::size_t>(groups[g].data() - span.data()) / width;
    out.slots.push_back({rule.names[g - 1], static_cast<std::uint32_t>(first),
                         static_cast<std::uint32_t>(first + groups[g].size() / width)});
  }
  return out;
}

WordId word_at(const Reading& reading, text::TokenRange tokens) {
  if (tokens.size() > 1) {
    const auto it = std::lower_bound(reading.phrases.begin(), reading.phrases.end(), tokens.first,
                                     [](const Phrase& p, std::uint32_t first) { return p.first < first; });
    if (it != reading.phrases.end() && it->first == tokens.first && it->last == tokens.last) return it->word;
  }
  return reading.words[tokens.first];
}

}  // namespace

bool Matcher::accept(const Reading& reading, text::TokenRange range, std::string_view symbols, std::size_t begin,
                     std::size_t end, std::vector<Match>& matches) const {
  const std::size_t width = compiled_->alphabet.width();
  const std::string_view span = symbols.substr(begin, end - begin);
  auto& plans = reading.memory->plans[number_];
  auto it = plans.find(span);
  if (it == plans.end()) {
    if (plans.size() >= plan_budget) plans.clear();
    SpanPlan plan;
    std::vector<int> which;
    compiled_->which->Match(piece(span), &which);
    std::sort(which.begin(), which.end());
    for (const int rule : which) {
      const auto index = static_cast<std::uint32_t>(rule);
      plan.candidates.push_back(plan_candidate(compiled_->rules[index], index, span, width));
    }
    it = plans.emplace(std::string(span), std::move(plan)).first;
  }
  const auto first = range.first + static_cast<std::uint32_t>(begin / width);
  for (const SpanPlan::Candidate& candidate : it->second.candidates) {
    if (!context_holds(candidate.rule, symbols, begin, end)) continue;
    Match match;
    match.rule = &rules_[compiled_->numbers[candidate.rule]];
    match.tokens = {first, range.first + static_cast<std::uint32_t>(end / width)};
    match.captures.reserve(candidate.slots.size());
    for (const SpanPlan::Slot& slot : candidate.slots) {
      const text::TokenRange tokens{first + slot.first, first + slot.last};
      match.captures.push_back({slot.name, tokens, word_at(reading, tokens)});
    }
    matches.push_back(std::move(match));
    return true;
  }
  return false;
}

void Matcher::find(const Reading& reading, text::TokenRange range, std::vector<Match>& matches) const {
  if (!compiled_->find || range.empty()) return;
  if (!reading.memory) reading.memory = std::make_shared<MatchMemory>();
  if (reading.memory->plans.size() <= number_) reading.memory->plans.resize(number_ + 1);
  std::string& symbols = reading.memory->symbols;
  compiled_->alphabet.spell(reading, lexicon_, range, symbols);
  const std::size_t width = compiled_->alphabet.width();
  Found found{};
  for (std::size_t from = 0; from < symbols.size() && next(symbols, from, symbols.size(), false, found);) {
    const std::size_t begin = found.begin;
    bool accepted = accept(reading, range, symbols, begin, found.end, matches);
    // Where the context forbids the longest match, a shorter one from the same token may still be right.
    while (!accepted && found.end > begin + width && next(symbols, begin, found.end - width, true, found)) {
      accepted = accept(reading, range, symbols, begin, found.end, matches);
    }
    from = accepted ? found.end : begin + width;
  }
}

}  // namespace dateline::rules
