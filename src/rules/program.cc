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

ParsedRule parse_rule(const Rule& rule, const Lexicon& lexicon, PredicateTable& predicates, Problems& problems) {
  ParsedRule parsed;
  for (const Field& field : rule.fields) {
    if (field.key != "find" && !is_context(field.key)) continue;
    std::string error;
    auto node = parse_pattern(field.value, lexicon, predicates, error);
    if (!node) {
      problems.push_back({Severity::error, "rules.pattern", error, "see docs/rules.md", std::string(rule.file),
                          field.line, 1, std::string(field.key) + " " + std::string(field.value)});
    } else if (field.key == "find") {
      parsed.finds.push_back(std::move(*node));
    } else {
      parsed.contexts.emplace_back(&field, std::move(*node));
    }
  }
  return parsed;
}

// A pattern as RE2 syntax. Names of captured atoms are appended in the order of their groups.
std::string to_regex(const PatternNode& node, const Alphabet& alphabet, std::vector<std::string>* names) {
  std::string out;
  switch (node.kind) {
    case PatternNode::Kind::atom: {
      std::string set = alphabet.expression(node.predicate);
      if (set.empty()) set = "[^\\x{00}-\\x{10ffff}]";   // no token meets it: matches nothing
      if (names == nullptr || node.capture.empty()) return set;
      names->push_back(node.capture);
      return "(" + set + ")";
    }
    case PatternNode::Kind::sequence:
      for (const PatternNode& child : node.children) out += to_regex(child, alphabet, names);
      return "(?:" + out + ")";
    case PatternNode::Kind::alternatives:
      for (const PatternNode& child : node.children) {
        if (!out.empty()) out += "|";
        out += to_regex(child, alphabet, names);
      }
      return "(?:" + out + ")";
    case PatternNode::Kind::repeat:
      return "(?:" + to_regex(node.children[0], alphabet, names) + ")" + node.repeat;
  }
  return out;
}

RuleProgram compile_rule(const ParsedRule& parsed, const Alphabet& alphabet) {
  RuleProgram out;
  out.number = parsed.number;
  for (const PatternNode& find : parsed.finds) {
    out.captures += (out.captures.empty() ? "" : "|") + to_regex(find, alphabet, &out.names);
  }
  // Several lines of one key are alternatives.
  for (const std::string_view key : {"before", "after", "not-before", "not-after"}) {
    std::string all;
    for (const auto& [field, node] : parsed.contexts) {
      if (field->key == key) all += (all.empty() ? "" : "|") + to_regex(node, alphabet, nullptr);
    }
    const bool left = key.ends_with("before");
    if (!all.empty()) out.contexts.push_back({!key.starts_with("not"), left, "(?:" + all + ")" + (left ? "\\z" : "")});
  }
  return out;
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
  program.alphabet = Alphabet(predicates.all(), lexicon);
  if (program.alphabet.size() > Alphabet::most_symbols) {
    problems.push_back({Severity::error, "rules.pattern", "the rules of this folder tell too many kinds of words apart",
                        "put literal words that a rule treats alike into one word list, or split the folder",
                        std::string(rules[0].file), 0, 0, ""});
    return program;
  }
  std::vector<std::vector<PatternNode>> finds;
  for (ParsedRule& rule : parsed) {
    program.rules.push_back(compile_rule(rule, program.alphabet));
    finds.push_back(std::move(rule.finds));
  }
  if (auto automata = build_automata(finds, program.alphabet)) {
    program.automata = std::move(*automata);
  } else {
    problems.push_back({Severity::error, "rules.pattern", "a rule of this folder is too intricate",
                        "use fewer * and + over broad classes", std::string(rules[0].file), 0, 0, ""});
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
    archive.put(std::string_view(rule.captures));
    archive.put_texts(rule.names);
    archive.put(static_cast<std::uint64_t>(rule.contexts.size()));
    for (const ContextProgram& context : rule.contexts) {
      archive.put(context.wanted);
      archive.put(context.left);
      archive.put(std::string_view(context.regex));
    }
  }
}

AreaProgram AreaProgram::load(ArchiveReader& reader) {
  AreaProgram out;
  out.alphabet = Alphabet::load(reader);
  for (auto left = reader.get<std::uint64_t>(); left > 0; --left) out.automata.push_back(Automaton::load(reader));
  out.rules.resize(static_cast<std::size_t>(reader.get<std::uint64_t>()));
  for (RuleProgram& rule : out.rules) {
    rule.number = reader.get<std::uint32_t>();
    rule.captures = reader.text();
    reader.texts(rule.names);
    rule.contexts.resize(static_cast<std::size_t>(reader.get<std::uint64_t>()));
    for (ContextProgram& context : rule.contexts) {
      context.wanted = reader.get<bool>();
      context.left = reader.get<bool>();
      context.regex = reader.text();
    }
  }
  return out;
}

}  // namespace dateline::rules
