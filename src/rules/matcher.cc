#include "rules/matcher.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <deque>
#include <mutex>

#include "rules/memory.h"

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

// The RE2 objects of one rule, made when the rule first matches: most rules never do in one run.
struct LazyRule {
  std::once_flag once;
  std::unique_ptr<RE2> captures;
  std::vector<std::unique_ptr<RE2>> contexts;
};

}  // namespace

struct Matcher::Compiled {
  std::unique_ptr<RE2> find;
  std::unique_ptr<RE2::Set> which;
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

Matcher::Matcher(std::vector<Rule> rules, AreaProgram program, const Lexicon& lexicon, std::size_t number,
                 Problems& problems)
    : rules_(std::move(rules)), program_(std::move(program)), lexicon_(lexicon), number_(number),
      compiled_(std::make_unique<Compiled>()) {
  if (program_.rules.empty()) return;
  const auto opts = options(program_.alphabet.latin1());
  compiled_->which = std::make_unique<RE2::Set>(opts, RE2::ANCHOR_BOTH);
  compiled_->rules.resize(program_.rules.size());
  std::string all;
  bool good = true;
  for (const RuleProgram& rule : program_.rules) {
    const std::string find = "(?:" + rule.find + ")";
    good = compiled_->which->Add(find, nullptr) >= 0 && good;
    all += (all.empty() ? "" : "|") + find;
  }
  compiled_->find = std::make_unique<RE2>(all, opts);
  if (good && compiled_->find->ok() && compiled_->which->Compile()) return;
  problems.push_back({Severity::error, "rules.pattern", "the rules of this folder do not compile together",
                      "RE2 says: " + compiled_->find->error(), std::string(rules_[0].file), 0, 0, ""});
}

Matcher::~Matcher() = default;

void Matcher::check(Problems& problems) const {
  for (std::size_t i = 0; i < program_.rules.size(); ++i) {
    const LazyRule& lazy = compiled_->rule(program_, i);
    bool good = lazy.captures->ok();
    for (const auto& context : lazy.contexts) good = good && context->ok();
    const Rule& rule = rules_[program_.rules[i].number];
    if (!good) {
      problems.push_back({Severity::error, "rules.pattern", "a pattern of this rule does not compile: " + lazy.captures->error(),
                          "see docs/rules.md", std::string(rule.file), rule.line, 1, "rule " + std::string(rule.name)});
    }
  }
}

bool Matcher::next(std::string_view symbols, Found from, bool anchored, Found& found) const {
  re2::StringPiece match;
  const auto anchor = anchored ? RE2::ANCHOR_START : RE2::UNANCHORED;
  if (!compiled_->find->Match(piece(symbols), from.begin, from.end, anchor, &match, 1)) return false;
  found.begin = static_cast<std::size_t>(match.data() - symbols.data());
  found.end = found.begin + match.size();
  return !match.empty();
}

bool Matcher::context_holds(std::size_t rule, std::string_view symbols, Found found) const {
  const auto& contexts = program_.rules[rule].contexts;
  if (contexts.empty()) return true;
  const LazyRule& lazy = compiled_->rule(program_, rule);
  const std::size_t window = context_window * program_.alphabet.width();
  for (std::size_t i = 0; i < contexts.size(); ++i) {
    const bool left = contexts[i].left;
    const std::size_t from = left ? found.begin - std::min(found.begin, window) : found.end;
    const std::size_t limit = left ? found.begin : std::min(symbols.size(), found.end + window);
    const auto around = piece(symbols.substr(from, limit - from));
    const bool holds = lazy.contexts[i]->Match(around, 0, around.size(), left ? RE2::UNANCHORED : RE2::ANCHOR_START,
                                               nullptr, 0);
    if (holds != contexts[i].wanted) return false;
  }
  return true;
}

namespace {

SpanPlan::Candidate plan_candidate(const RuleProgram& rule, const RE2& captures, std::uint32_t index,
                                   std::string_view span, std::size_t width) {
  SpanPlan::Candidate out{index, {}};
  std::vector<re2::StringPiece> groups(rule.names.size() + 1);
  captures.Match(piece(span), 0, span.size(), RE2::ANCHOR_BOTH, groups.data(), static_cast<int>(groups.size()));
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

bool Matcher::accept(const Reading& reading, text::TokenRange range, std::string_view symbols, Found found,
                     std::vector<Match>& matches) const {
  const std::size_t width = program_.alphabet.width();
  const std::string_view span = symbols.substr(found.begin, found.end - found.begin);
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
      plan.candidates.push_back(plan_candidate(program_.rules[index], *compiled_->rule(program_, index).captures, index,
                                               span, width));
    }
    it = plans.emplace(std::string(span), std::move(plan)).first;
  }
  const auto first = range.first + static_cast<std::uint32_t>(found.begin / width);
  for (const SpanPlan::Candidate& candidate : it->second.candidates) {
    if (!context_holds(candidate.rule, symbols, found)) continue;
    Match& match = matches.emplace_back();
    match.rule = &rules_[program_.rules[candidate.rule].number];
    match.tokens = {first, range.first + static_cast<std::uint32_t>(found.end / width)};
    match.captures.reserve(candidate.slots.size());
    for (const SpanPlan::Slot& slot : candidate.slots) {
      const text::TokenRange tokens{first + slot.first, first + slot.last};
      match.captures.push_back({slot.name, tokens, word_at(reading, tokens)});
    }
    return true;
  }
  return false;
}

void Matcher::find(const Reading& reading, text::TokenRange range, std::vector<Match>& matches) const {
  if (!compiled_->find || range.empty()) return;
  if (!reading.memory) reading.memory = std::make_shared<MatchMemory>();
  if (reading.memory->plans.size() <= number_) reading.memory->plans.resize(number_ + 1);
  std::string& symbols = reading.memory->symbols;
  program_.alphabet.spell(reading, lexicon_, range, symbols);
  const std::size_t width = program_.alphabet.width();
  Found found;
  for (std::size_t from = 0; from < symbols.size() && next(symbols, {from, symbols.size()}, false, found);) {
    const std::size_t begin = found.begin;
    bool accepted = accept(reading, range, symbols, found, matches);
    // Where the context forbids the longest match, a shorter one from the same token may still be right.
    while (!accepted && found.end > begin + width && next(symbols, {begin, found.end - width}, true, found)) {
      accepted = accept(reading, range, symbols, found, matches);
    }
    from = accepted ? found.end : begin + width;
  }
}

}  // namespace dateline::rules
