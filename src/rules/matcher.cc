#include "rules/matcher.h"

#include <algorithm>
#include <bit>

#include "rules/spelling.h"

namespace dateline::rules {
namespace {

constexpr std::size_t context_window = 16;  // symbols that `before` and `after` can see

WordId word_at(const Reading& reading, text::TokenRange tokens) {
  if (tokens.size() > 1) {
    const Phrase* phrase = reading.memory->phrase_at(reading, tokens.first);
    if (phrase != nullptr && phrase->last == tokens.last) return phrase->word;
  }
  return reading.words[tokens.first];
}

}  // namespace

// One range of one text.
class Matcher::Search {
 public:
  Search(const Matcher& matcher, const Reading& reading, text::TokenRange range)
      : matcher_(matcher),
        program_(matcher.program_),
        reading_(reading),
        range_(range),
        memory_(*reading.memory),
        spelling_(program_.alphabet, matcher.lexicon_, reading, range, memory_) {}

  void all(std::uint32_t token, std::vector<Match>& matches) {
    while (token < range_.last) {
      FoundSpan found;
      const RuleProgram* rule = match_at(token - range_.first, found);
      if (rule != nullptr) add_captures(*rule, found, matches.emplace_back(match(*rule, found)));
      const std::size_t next = rule != nullptr ? range_.first + found.end : token + std::size_t{1};
      token = matcher_.next_start(reading_, static_cast<std::uint32_t>(next), range_.last);
    }
  }

  // The longest match that begins there and whose contexts hold: where the context forbids the
  // longest, a shorter one may still be right. Null where there is none.
  [[nodiscard]] const RuleProgram* match_at(std::size_t begin, FoundSpan& found) {
    memory_.ends.clear();
    for (const Automaton& automaton : program_.automata) find_ends(automaton, begin);
    for (FoundSpan* longest = longest_end(); longest != nullptr; longest = longest_end()) {
      found = *longest;
      longest->rules = {};  // they have had their turn
      if (const RuleProgram* rule = accepted(found)) return rule;
    }
    return nullptr;
  }

  // The match of all symbols. Most ways die at a symbol or two.
  [[nodiscard]] const RuleProgram* match_of_all(FoundSpan& found) {
    const std::size_t size = spelling_.size();
    for (const Automaton& automaton : program_.automata) {
      Automaton::Walk walk(automaton);
      std::size_t at = 0;
      while (at < size && walk.step(spelling_[at])) ++at;
      if (at < size || !walk.ends_rules()) continue;
      found = {0, size, walk.rules()};
      if (const RuleProgram* rule = accepted(found)) return rule;
    }
    return nullptr;
  }

  // Without captures.
  [[nodiscard]] Match match(const RuleProgram& rule, FoundSpan found) const {
    return {&matcher_.rules_[rule.number],
            {range_.first + static_cast<std::uint32_t>(found.begin),
             range_.first + static_cast<std::uint32_t>(found.end)},
            {}};
  }

 private:
  // Where rules end on the way of one automaton from there: mostly nowhere, as the way is a symbol
  // or two.
  void find_ends(const Automaton& automaton, std::size_t begin) {
    Automaton::Walk walk(automaton);
    const std::size_t limit = std::min(spelling_.size(), begin + Automaton::longest_match);
    for (std::size_t at = begin; at < limit && walk.step(spelling_[at]); ++at) {
      if (!walk.ends_rules()) continue;
      // A phrase is matched whole or not at all.
      const bool inside = at + 1 < spelling_.size() && spelling_[at + 1] == Alphabet::continuation;
      if (!inside) memory_.ends.push_back({begin, at + 1, walk.rules()});
    }
  }

  // The longest match whose rules have not been asked; of the first automaton, as later ones hold
  // later rules. Null where there is none.
  [[nodiscard]] FoundSpan* longest_end() {
    FoundSpan* longest = nullptr;
    for (FoundSpan& found : memory_.ends) {
      if (!found.rules.empty() && (longest == nullptr || found.end > longest->end))
        longest = &found;
    }
    return longest;
  }

  // The first rule that ends there and whose contexts hold.
  [[nodiscard]] const RuleProgram* accepted(FoundSpan found) {
    for (const std::uint16_t number : found.rules) {
      if (contexts_hold(program_.rules[number], found)) return &program_.rules[number];
    }
    return nullptr;
  }

  [[nodiscard]] bool contexts_hold(const RuleProgram& rule, FoundSpan found) {
    for (const ContextProgram& context : rule.contexts) {
      if (matches_beside(context, found) != context.wanted) return false;
    }
    return true;
  }

  [[nodiscard]] bool matches_beside(const ContextProgram& context, FoundSpan found) {
    const bool left = context.direction == Direction::leftwards;
    const std::size_t begin =
        left ? found.begin - std::min(found.begin, context_window) : found.end;
    const std::size_t end =
        left ? found.begin : std::min(spelling_.size(), found.end + context_window);
    if (begin < end &&
        !program_.may_begin(context, left ? last_symbol(begin, end) : spelling_[begin]))
      return false;
    memory_.tracer.set_stretch(spelling_.stretch(begin, end), context.direction);
    return memory_.tracer.matches_some(context.pattern, steps(), program_.alphabet);
  }

  // Of the last token or phrase in a stretch that is not empty.
  [[nodiscard]] std::uint16_t last_symbol(std::size_t begin, std::size_t end) {
    while (end - 1 > begin && spelling_[end - 1] == Alphabet::continuation) --end;
    return spelling_[end - 1];
  }

  void add_captures(const RuleProgram& rule, FoundSpan found, Match& match) {
    if (rule.captures.empty()) return;
    const auto taken = captures_of(rule, spelling_.stretch(found.begin, found.end));
    match.captures.reserve(taken.size());
    for (const Tracer::Taken& one : taken) {
      const text::TokenRange tokens{match.tokens.first + one.first, match.tokens.first + one.last};
      match.captures.push_back(
          {rule.captures[one.capture - 1U], tokens, word_at(reading_, tokens)});
    }
  }

  [[nodiscard]] std::span<const Tracer::Taken> captures_of(const RuleProgram& rule,
                                                           std::span<const std::uint16_t> symbols) {
    const bool is_short = symbols.size() <= TraceCache::longest;
    const TraceCache::Key key = is_short ? TraceCache::key_of(symbols) : TraceCache::Key{};
    TraceCache::Entry& entry = memory_.traces.at(rule.number, key);
    if (is_short && entry.holds(&rule, symbols.size(), key)) return entry.all();
    trace(rule, symbols, memory_.taken);
    if (is_short) entry.keep(&rule, symbols.size(), key, memory_.taken);
    return memory_.taken;
  }

  // What each capture took last, in the order of the captures.
  void trace(const RuleProgram& rule, std::span<const std::uint16_t> symbols,
             std::vector<Tracer::Taken>& taken) {
    taken.clear();
    Tracer& tracer = memory_.tracer;
    tracer.set_stretch(symbols, Direction::rightwards);
    if (!tracer.matches_all(rule.pattern, steps(), program_.alphabet)) return;
    for (std::size_t i = 0; i < rule.captures.size(); ++i) {
      const Tracer::Taken* last = tracer.taken_by(static_cast<std::uint16_t>(i + 1));
      if (last != nullptr) taken.push_back(*last);
    }
  }

  [[nodiscard]] std::span<const PatternStep> steps() const {
    return {program_.steps.data(), program_.steps.size()};
  }

  const Matcher& matcher_;
  const AreaProgram& program_;
  const Reading& reading_;
  text::TokenRange range_;
  MatchMemory& memory_;
  Spelling spelling_;
};

Matcher::Matcher(std::vector<Rule> rules, AreaProgram program, const Lexicon& lexicon,
                 Starts::Mask start)
    : rules_(std::move(rules)), program_(std::move(program)), lexicon_(lexicon), start_(start) {}

// The next token from `token` on where a match may begin; `last` where there is none.
std::uint32_t Matcher::next_start(const Reading& reading, std::uint32_t token,
                                  std::uint32_t last) const {
  constexpr std::uint64_t every_byte = 0x0101010101010101U;
  const std::string_view starts(reinterpret_cast<const char*>(reading.starts.data()),
                                reading.starts.size());
  for (; token < last; token += 8) {
    const std::uint64_t hits = text::load_chunk(starts, token) & every_byte * start_;
    if (hits != 0)
      return std::min(last, token + static_cast<std::uint32_t>(std::countr_zero(hits)) / 8);
  }
  return last;
}

void Matcher::find(const Reading& reading, text::TokenRange range,
                   std::vector<Match>& matches) const {
  if (program_.automata.empty()) return;
  const std::uint32_t first = next_start(reading, range.first, range.last);
  if (first < range.last) Search(*this, reading, range).all(first, matches);
}

std::optional<Match> Matcher::match_start(const Reading& reading, text::TokenRange range) const {
  if (range.empty() || (reading.starts[range.first] & start_) == 0) return std::nullopt;
  // What stands after the longest match can still be asked for by its context.
  const auto reach = static_cast<std::uint32_t>(Automaton::longest_match + context_window);
  const text::TokenRange near{range.first, std::min(range.last, range.first + reach)};
  FoundSpan found;
  Search search(*this, reading, near);
  const RuleProgram* rule = search.match_at(0, found);
  return rule == nullptr ? std::nullopt : std::optional(search.match(*rule, found));
}

std::optional<Match> Matcher::match_whole(const Reading& reading, text::TokenRange range) const {
  if (range.empty() || range.size() > Automaton::longest_match ||
      (reading.starts[range.first] & start_) == 0)
    return std::nullopt;
  FoundSpan found;
  Search search(*this, reading, range);
  const RuleProgram* rule = search.match_of_all(found);
  return rule == nullptr ? std::nullopt : std::optional(search.match(*rule, found));
}

}  // namespace dateline::rules
