#include "rules/matcher.h"

#include <re2/re2.h>

#include <algorithm>
#include <deque>
#include <mutex>

namespace dateline::rules {
namespace {

constexpr std::size_t context_window = 16;    // symbols that `before` and `after` can see
constexpr std::size_t plan_budget = 1 << 14;  // distinct spans that a worker remembers for each area

RE2::Options options(bool latin1) {
  RE2::Options o;
  o.set_longest_match(true);
  o.set_log_errors(false);
  o.set_encoding(latin1 ? RE2::Options::EncodingLatin1 : RE2::Options::EncodingUTF8);
  return o;
}

re2::StringPiece piece(std::string_view s) { return {s.data(), s.size()}; }

// The RE2 objects of one rule, made when the rule first matches: most rules never do in one run.
struct LazyRule {
  std::once_flag once;
  std::unique_ptr<RE2> captures;
  std::vector<std::unique_ptr<RE2>> contexts;
};

std::vector<CaptureSlot> captured_slots(const RuleProgram& rule, const RE2& captures, std::string_view span,
                                  std::size_t width) {
  std::vector<CaptureSlot> slots;
  std::vector<re2::StringPiece> groups(rule.names.size() + 1);
  captures.Match(piece(span), 0, span.size(), RE2::ANCHOR_BOTH, groups.data(), static_cast<int>(groups.size()));
  for (std::size_t g = 1; g < groups.size(); ++g) {
    if (groups[g].data() == nullptr) continue;
    const auto first = static_cast<std::size_t>(groups[g].data() - span.data()) / width;
    slots.push_back({rule.names[g - 1], static_cast<std::uint32_t>(first),
                     static_cast<std::uint32_t>(first + groups[g].size() / width)});
  }
  return slots;
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

struct Matcher::Compiled {
  std::deque<LazyRule> rules;

  LazyRule& rule(const AreaProgram& program, std::size_t i) {
    LazyRule& lazy = rules[i];
    std::call_once(lazy.once, [&] {
      const auto opts = options(program.alphabet.latin1());
      lazy.captures = std::make_unique<RE2>(program.rules[i].captures, opts);
      for (const ContextProgram& context : program.rules[i].contexts) {
        lazy.contexts.push_back(std::make_unique<RE2>(context.regex, opts));
      }
    });
    return lazy;
  }
};

Matcher::Matcher(std::vector<Rule> rules, AreaProgram program, const Lexicon& lexicon, std::size_t number)
    : rules_(std::move(rules)), program_(std::move(program)), lexicon_(lexicon), number_(number),
      compiled_(std::make_unique<Compiled>()) {
  compiled_->rules.resize(program_.rules.size());
  for (const Automaton& automaton : program_.automata) {
    starts_.resize(automaton.symbols());
    for (std::uint16_t symbol = 0; symbol < starts_.size(); ++symbol) {
      if (automaton.next(Automaton::start, symbol) != Automaton::dead) starts_[symbol] = true;
    }
  }
}

Matcher::~Matcher() = default;

void Matcher::check(Problems& problems) const {
  for (std::size_t i = 0; i < program_.rules.size(); ++i) {
    const LazyRule& lazy = compiled_->rule(program_, i);
    bool good = lazy.captures->ok();
    for (const auto& context : lazy.contexts) good = good && context->ok();
    const Rule& rule = rules_[program_.rules[i].number];
    if (!good) {
      problems.push_back({Severity::error, "rules.pattern",
                          "a pattern of this rule does not compile: " + lazy.captures->error(), "see docs/rules.md",
                          std::string(rule.file), rule.line, 1, "rule " + std::string(rule.name)});
    }
  }
}

bool Matcher::context_holds(std::size_t rule, MatchMemory& memory, FoundSpan found) const {
  const auto& contexts = program_.rules[rule].contexts;
  if (contexts.empty()) return true;
  const LazyRule& lazy = compiled_->rule(program_, rule);
  const std::span<const std::uint16_t> symbols(memory.symbols);
  for (std::size_t i = 0; i < contexts.size(); ++i) {
    const bool left = contexts[i].left;
    const std::size_t from = left ? found.begin - std::min(found.begin, context_window) : found.end;
    const std::size_t limit = left ? found.begin : std::min(symbols.size(), found.end + context_window);
    program_.alphabet.encode(symbols.subspan(from, limit - from), memory.span);
    const auto anchor = left ? RE2::UNANCHORED : RE2::ANCHOR_START;
    const bool holds = lazy.contexts[i]->Match(piece(memory.span), 0, memory.span.size(), anchor, nullptr, 0);
    if (holds != contexts[i].wanted) return false;
  }
  return true;
}

const std::vector<CaptureSlot>& Matcher::slots_of(std::size_t rule, MatchMemory& memory, FoundSpan found) const {
  static const std::vector<CaptureSlot> none;
  if (program_.rules[rule].names.empty()) return none;
  const std::span<const std::uint16_t> symbols(memory.symbols);
  program_.alphabet.encode(symbols.subspan(found.begin, found.end - found.begin), memory.span);
  auto& plans = memory.plans[number_];
  auto it = plans.find(memory.span);
  if (it == plans.end()) {
    if (plans.size() >= plan_budget) plans.clear();
    it = plans.emplace(memory.span, SpanPlan()).first;
  }
  for (const auto& [known, slots] : it->second) {
    if (known == rule) return slots;
  }
  const RE2& captures = *compiled_->rule(program_, rule).captures;
  it->second.emplace_back(rule, captured_slots(program_.rules[rule], captures, memory.span, program_.alphabet.width()));
  return it->second.back().second;
}

bool Matcher::accept(const Reading& reading, text::TokenRange range, FoundSpan found, std::vector<Match>& matches) const {
  for (const std::uint16_t rule : found.rules) {
    if (!context_holds(rule, *reading.memory, found)) continue;
    const auto& slots = slots_of(rule, *reading.memory, found);
    const auto first = range.first + static_cast<std::uint32_t>(found.begin);
    Match& match = matches.emplace_back();
    match.rule = &rules_[program_.rules[rule].number];
    match.tokens = {first, range.first + static_cast<std::uint32_t>(found.end)};
    match.captures.reserve(slots.size());
    for (const CaptureSlot& slot : slots) {
      const text::TokenRange tokens{first + slot.first, first + slot.last};
      match.captures.push_back({slot.name, tokens, word_at(reading, tokens)});
    }
    return true;
  }
  return false;
}

void Matcher::ends_at(const Automaton& automaton, std::span<const std::uint16_t> symbols, std::size_t begin,
                      std::vector<FoundSpan>& ends) const {
  std::uint16_t state = Automaton::start;
  const std::size_t limit = std::min(symbols.size(), begin + Automaton::longest_match);
  for (std::size_t at = begin; at < limit; ++at) {
    state = automaton.next(state, symbols[at]);
    if (state == Automaton::dead) return;
    // A phrase is matched whole or not at all.
    const bool inside = at + 1 < symbols.size() && symbols[at + 1] == Alphabet::continuation;
    const auto rules = automaton.rules_at(state);
    if (!inside && !rules.empty()) ends.push_back({begin, at + 1, rules});
  }
}

// The longest match that begins at found.begin and whose contexts hold: where the context forbids the longest, a shorter
// one may still be right.
bool Matcher::match_at(const Reading& reading, text::TokenRange range, FoundSpan& found,
                       std::vector<Match>& matches) const {
  auto& ends = reading.memory->ends;
  ends.clear();
  for (const Automaton& automaton : program_.automata) {
    ends_at(automaton, reading.memory->symbols, found.begin, ends);
  }
  // Later automata hold later rules: a stable sort keeps the order of priority among equal lengths.
  if (program_.automata.size() > 1) {
    std::stable_sort(ends.begin(), ends.end(), [](const FoundSpan& a, const FoundSpan& b) { return a.end > b.end; });
  } else {
    std::reverse(ends.begin(), ends.end());
  }
  for (const FoundSpan& candidate : ends) {
    found = candidate;
    if (accept(reading, range, candidate, matches)) return true;
  }
  return false;
}

// The symbols of the range into the worker's memory; false where there is nothing to find.
bool Matcher::spell(const Reading& reading, text::TokenRange range) const {
  if (program_.automata.empty() || range.empty()) return false;
  if (!reading.memory) reading.memory = std::make_shared<MatchMemory>();
  if (reading.memory->plans.size() <= number_) reading.memory->plans.resize(number_ + 1);
  program_.alphabet.spell(reading, lexicon_, range, reading.memory->symbols);
  return true;
}

void Matcher::find(const Reading& reading, text::TokenRange range, std::vector<Match>& matches) const {
  if (!spell(reading, range)) return;
  const auto& symbols = reading.memory->symbols;
  for (std::size_t at = 0; at < symbols.size();) {
    FoundSpan found{at, at, {}};
    at = starts_[symbols[at]] && match_at(reading, range, found, matches) ? found.end : at + 1;
  }
}

std::optional<Match> Matcher::match_start(const Reading& reading, text::TokenRange range) const {
  // What stands after the longest match can still be asked for by its context.
  const auto reach = static_cast<std::uint32_t>(Automaton::longest_match + context_window);
  const text::TokenRange near{range.first, std::min(range.last, range.first + reach)};
  if (!spell(reading, near) || !starts_[reading.memory->symbols[0]]) return std::nullopt;
  FoundSpan found;
  std::vector<Match> matches;
  if (!match_at(reading, near, found, matches)) return std::nullopt;
  return std::move(matches[0]);
}

}  // namespace dateline::rules
