#include "rules/program.h"

#include <array>

#include "rules/pattern.h"

namespace dateline::rules {
namespace {

struct ParsedRule {
  std::uint32_t number = 0;
  std::vector<PatternNode> finds;
  std::vector<std::pair<const Field*, PatternNode>> contexts;
};

bool is_context(std::string_view key) {
  return key == "before" || key == "after" || key == "not-before" || key == "not-after";
}

ParsedRule parse_rule(const Rule& rule, const Lexicon& lexicon, PredicateTable& predicates,
                      Problems& problems) {
  ParsedRule parsed;
  for (const Field& field : rule.fields) {
    if (field.key != "find" && !is_context(field.key)) continue;
    std::string error;
    auto node = parse_pattern(field.value, lexicon, predicates, error);
    if (!node) {
      problems.push_back({Severity::error, "rules.pattern", error, "see docs/rules.md",
                          std::string(rule.file), field.line, 1,
                          std::string(field.key) + " " + std::string(field.value)});
    } else if (field.key == "find") {
      parsed.finds.push_back(std::move(*node));
    } else {
      parsed.contexts.emplace_back(&field, std::move(*node));
    }
  }
  return parsed;
}

// Several patterns as alternatives of one.
PatternNode any_of(std::vector<PatternNode> patterns) {
  PatternNode out;
  out.kind = PatternNode::Kind::alternatives;
  out.children = std::move(patterns);
  return out;
}

std::optional<RuleProgram> compile_rule(const ParsedRule& parsed, std::vector<PatternStep>& steps) {
  RuleProgram out;
  out.number = parsed.number;
  const auto pattern =
      code_pattern(any_of(parsed.finds), Direction::rightwards, out.captures, steps);
  if (!pattern) return std::nullopt;
  out.pattern = *pattern;
  for (const std::string_view key : {"before", "after", "not-before", "not-after"}) {
    std::vector<PatternNode> all;
    for (const auto& [field, node] : parsed.contexts) {
      if (field->key == key) all.push_back(node);
    }
    if (all.empty()) continue;
    const auto direction = key.ends_with("before") ? Direction::leftwards : Direction::rightwards;
    std::vector<std::string> unused;
    const auto context = code_pattern(any_of(std::move(all)), direction, unused, steps);
    if (!context) return std::nullopt;
    out.contexts.push_back({!key.starts_with("not"), direction, *context});
  }
  return out;
}

void complain(const Rule& rule, std::string message, std::string hint, Problems& problems) {
  problems.push_back({Severity::error, "rules.pattern", std::move(message), std::move(hint),
                      std::string(rule.file), 0, 0, ""});
}

void note_first_symbols(const std::vector<PatternStep>& steps, AreaProgram& program) {
  std::vector<std::uint64_t> firsts;
  for (RuleProgram& rule : program.rules) {
    for (ContextProgram& context : rule.contexts) {
      const auto bits = first_symbols(context.pattern, steps, program.alphabet);
      context.firsts = static_cast<std::uint32_t>(firsts.size());
      firsts.insert(firsts.end(), bits.begin(), bits.end());
    }
  }
  program.first_symbols = Flat(std::move(firsts));
}

bool compile_patterns(std::vector<ParsedRule> parsed, AreaProgram& program) {
  std::vector<std::vector<PatternNode>> finds;
  std::vector<PatternStep> steps;
  for (ParsedRule& rule : parsed) {
    auto compiled = compile_rule(rule, steps);
    if (!compiled) return false;
    program.rules.push_back(std::move(*compiled));
    finds.push_back(std::move(rule.finds));
  }
  note_first_symbols(steps, program);
  program.steps = Flat(std::move(steps));
  auto automata = build_automata(finds, program.alphabet);
  if (automata) program.automata = std::move(*automata);
  return automata.has_value();
}

}  // namespace

AreaProgram compile_area(std::span<const Rule> rules, const Lexicon& lexicon, Problems& problems) {
  const std::size_t before = problems.size();
  PredicateTable predicates;
  std::vector<ParsedRule> parsed;
  for (std::uint32_t i = 0; i < rules.size(); ++i) {
    ParsedRule rule = parse_rule(rules[i], lexicon, predicates, problems);
    rule.number = i;
    if (!rule.finds.empty()) parsed.push_back(std::move(rule));
  }
  AreaProgram program;
  if (problems.size() > before || parsed.empty()) return program;
  program.alphabet = build_alphabet(predicates.all(), lexicon);
  if (program.alphabet.size() > Alphabet::most_symbols) {
    complain(rules[0], "the rules of this folder tell too many kinds of words apart",
             "put literal words that a rule treats alike into one word list, or split the folder",
             problems);
  } else if (!compile_patterns(std::move(parsed), program)) {
    complain(rules[0], "a rule of this folder is too intricate",
             "use fewer * and + over broad classes", problems);
  }
  return program;
}

void AreaProgram::save(Archive& archive) const {
  alphabet.save(archive);
  archive.put(static_cast<std::uint64_t>(automata.size()));
  for (const Automaton& automaton : automata) automaton.save(archive);
  archive.put(static_cast<std::uint64_t>(rules.size()));
  for (const RuleProgram& rule : rules) {
    archive.put(rule.number);
    archive.put(rule.pattern);
    archive.put_texts(rule.captures);
    archive.put(static_cast<std::uint64_t>(rule.contexts.size()));
    for (const ContextProgram& context : rule.contexts) {
      archive.put(context.wanted);
      archive.put(context.direction);
      archive.put(context.pattern);
      archive.put(context.firsts);
    }
  }
  archive.put_all(steps);
  archive.put_all(first_symbols);
}

AreaProgram AreaProgram::load(ArchiveReader& reader) {
  AreaProgram out;
  out.alphabet = Alphabet::load(reader);
  for (auto left = reader.get<std::uint64_t>(); left > 0; --left)
    out.automata.push_back(Automaton::load(reader));
  out.rules.resize(static_cast<std::size_t>(reader.get<std::uint64_t>()));
  for (RuleProgram& rule : out.rules) {
    rule.number = reader.get<std::uint32_t>();
    rule.pattern = reader.get<PatternCode>();
    reader.texts(rule.captures);
    rule.contexts.resize(static_cast<std::size_t>(reader.get<std::uint64_t>()));
    for (ContextProgram& context : rule.contexts) {
      context.wanted = reader.get<bool>();
      context.direction = reader.get<Direction>();
      context.pattern = reader.get<PatternCode>();
      context.firsts = reader.get<std::uint32_t>();
    }
  }
  out.steps = reader.flat<PatternStep>();
  out.first_symbols = reader.flat<std::uint64_t>();
  return out;
}

}  // namespace dateline::rules
