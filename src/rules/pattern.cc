#include "rules/pattern.h"

#include <algorithm>
#include <cstring>

namespace dateline::rules {
namespace {

constexpr std::string_view operators = "()|?*+{}\"";

bool is_blank(char c) { return c == ' ' || c == '\t'; }

// The next stretch of literal text: up to a blank or an operator.
std::string_view take_literal(std::string_view& rest) {
  std::size_t end = 0;
  while (end < rest.size() && !is_blank(rest[end]) &&
         operators.find(rest[end]) == std::string_view::npos)
    ++end;
  const std::string_view literal = rest.substr(0, end);
  rest.remove_prefix(end);
  return literal;
}

class PatternParser {
 public:
  PatternParser(std::string_view text, const Lexicon& lexicon, PredicateTable& predicates)
      : rest_(text), lexicon_(lexicon), predicates_(predicates) {}

  bool run(PatternNode& out, std::string& error) {
    const bool good = alternatives(out) && rest_.empty();
    if (!good)
      error = error_.empty() ? "malformed pattern near '" + std::string(rest_.substr(0, 20)) + "'"
                             : error_;
    return good;
  }

 private:
  void skip_blanks() {
    while (!rest_.empty() && is_blank(rest_[0])) rest_.remove_prefix(1);
  }

  bool alternatives(PatternNode& out) {
    out.kind = PatternNode::Kind::alternatives;
    for (;;) {
      if (!sequence(out.children.emplace_back())) return false;
      if (rest_.empty() || rest_[0] != '|') return true;
      rest_.remove_prefix(1);
    }
  }

  bool sequence(PatternNode& out) {
    out.kind = PatternNode::Kind::sequence;
    for (skip_blanks(); !rest_.empty() && rest_[0] != '|' && rest_[0] != ')'; skip_blanks()) {
      PatternNode item;
      if (!one(item)) return false;
      out.children.push_back(repeated(std::move(item)));
    }
    if (out.children.empty()) error_ = "an empty alternative";
    return !out.children.empty();
  }

  PatternNode repeated(PatternNode item) {
    if (rest_.empty() || std::strchr("?*+", rest_[0]) == nullptr) return item;
    PatternNode repeat;
    repeat.kind = PatternNode::Kind::repeat;
    repeat.repeat = rest_[0];
    rest_.remove_prefix(1);
    repeat.children.push_back(std::move(item));
    return repeat;
  }

  bool one(PatternNode& out) {
    switch (rest_[0]) {
      case '(':
        return group(out);
      case '{':
        return condition(out);
      case '"':
        return quoted(out);
      default:
        break;
    }
    const std::string_view literal = take_literal(rest_);
    if (literal.empty()) return false;
    return literals(literal, out);
  }

  bool group(PatternNode& out) {
    rest_.remove_prefix(1);
    if (!alternatives(out)) return false;
    if (rest_.empty() || rest_[0] != ')') {
      error_ = "a group is not closed";
      return false;
    }
    rest_.remove_prefix(1);
    return true;
  }

  bool quoted(PatternNode& out) {
    const std::size_t end = rest_.find('"', 1);
    if (end == std::string_view::npos) {
      error_ = "a quotation is not closed";
      return false;
    }
    const std::string_view literal = rest_.substr(1, end - 1);
    rest_.remove_prefix(end + 1);
    return literals(literal, out);
  }

  bool literals(std::string_view literal, PatternNode& out) {
    out.kind = PatternNode::Kind::sequence;
    const std::string spaced = spaced_form(literal);  // must outlive the views below
    for (const std::string_view token : split(spaced, ' ')) {
      if (token.empty()) return false;
      PatternNode& atom = out.children.emplace_back();
      atom.kind = PatternNode::Kind::atom;
      atom.predicate =
          predicates_.add("'" + std::string(token), Predicate::literal(token, lexicon_));
    }
    return true;
  }

  bool condition(PatternNode& out) {
    const std::size_t end = rest_.find('}');
    if (end == std::string_view::npos) {
      error_ = "a { is not closed";
      return false;
    }
    std::string_view text = rest_.substr(1, end - 1);
    rest_.remove_prefix(end + 1);
    out.kind = PatternNode::Kind::atom;
    if (const std::size_t colon = text.find(':'); colon != std::string_view::npos) {
      out.capture = text.substr(0, colon);
      text.remove_prefix(colon + 1);
    } else if (Predicate::is_plain_class(text, lexicon_)) {
      out.capture = text;
    }
    auto predicate = Predicate::parse(text, lexicon_, error_);
    if (!predicate) return false;
    out.predicate = predicates_.add(std::string(text), std::move(*predicate));
    return true;
  }

  std::string_view rest_;
  const Lexicon& lexicon_;
  PredicateTable& predicates_;
  std::string error_;
};

}  // namespace

std::uint32_t PredicateTable::add(const std::string& key, Predicate predicate) {
  const auto [it, fresh] = ids_.try_emplace(key, static_cast<std::uint32_t>(predicates_.size()));
  if (fresh) predicates_.push_back(std::move(predicate));
  return it->second;
}

std::optional<PatternNode> parse_pattern(std::string_view text, const Lexicon& lexicon,
                                         PredicateTable& predicates, std::string& error) {
  PatternNode root;
  if (!PatternParser(text, lexicon, predicates).run(root, error)) return std::nullopt;
  return root;
}

void collect_literals(std::string_view text, const std::function<void(std::string_view)>& add) {
  const auto add_all = [&add](std::string_view literal) {
    const std::string spaced = spaced_form(literal);
    for (const std::string_view token : split(spaced, ' ')) {
      const bool number =
          std::all_of(token.begin(), token.end(), [](char c) { return c >= '0' && c <= '9'; });
      if (!token.empty() && !number) add(token);
    }
  };
  while (!text.empty()) {
    if (text[0] == '{' || text[0] == '"') {
      const std::size_t end = std::min(text.find(text[0] == '{' ? '}' : '"', 1), text.size());
      if (text[0] == '"') add_all(text.substr(1, end - 1));
      text.remove_prefix(std::min(end + 1, text.size()));
    } else if (is_blank(text[0]) || operators.find(text[0]) != std::string_view::npos) {
      text.remove_prefix(1);
    } else {
      add_all(take_literal(text));
    }
  }
}

}  // namespace dateline::rules
