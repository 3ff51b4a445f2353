#include "rules/predicate.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace dateline::rules {
namespace {

bool all_digits(std::string_view s) {
  return !s.empty() && std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::uint32_t number_of(std::string_view s) {
  std::uint32_t value = 0;
  std::from_chars(s.data(), s.data() + s.size(), value);
  return value;
}

std::string_view trim(std::string_view s) {
  while (!s.empty() && s.front() == ' ') s.remove_prefix(1);
  while (!s.empty() && s.back() == ' ') s.remove_suffix(1);
  return s;
}

}  // namespace

// either := both ('|' both)*; both := leaf ('&' leaf)*; leaf := '!' leaf | name
class Predicate::Parser {
 public:
  Parser(std::string_view text, const Lexicon& lexicon) : text_(text), lexicon_(lexicon) {}

  bool run(std::vector<Node>& out, std::string& error) {
    const bool good = either(out) && text_.empty();
    if (!good) error = error_.empty() ? "malformed condition" : error_;
    return good;
  }

 private:
  bool either(std::vector<Node>& out) { return chain('|', Op::either, &Parser::both, out); }
  bool both(std::vector<Node>& out) { return chain('&', Op::both, &Parser::leaf, out); }

  bool chain(char separator, Op op, bool (Parser::*part)(std::vector<Node>&),
             std::vector<Node>& out) {
    if (!(this->*part)(out)) return false;
    while (!text_.empty() && text_[0] == separator) {
      text_.remove_prefix(1);
      if (!(this->*part)(out)) return false;
      out.push_back({op, Shape::any, no_class, 0, 0});
    }
    return true;
  }

  bool leaf(std::vector<Node>& out) {
    text_ = trim(text_);
    if (!text_.empty() && text_[0] == '!') {
      text_.remove_prefix(1);
      if (!leaf(out)) return false;
      out.push_back({Op::negate, Shape::any, no_class, 0, 0});
      return true;
    }
    const std::size_t end = std::min(text_.find_first_of("|&"), text_.size());
    const std::string_view name = trim(text_.substr(0, end));
    text_.remove_prefix(end);
    return named(name, out);
  }

  bool named(std::string_view name, std::vector<Node>& out) {
    constexpr std::array<std::string_view, 9> shapes = {
        "word", "Capital", "CAPS", "lower", "mark", "any", "glued", "newline", "unknown"};
    const auto shape = std::find(shapes.begin(), shapes.end(), name);
    if (shape != shapes.end()) {
      out.push_back({Op::shape, static_cast<Shape>(shape - shapes.begin()), no_class, 0, 0});
      return true;
    }
    if (name == "number") {
      out.push_back({Op::digits, Shape::any, no_class, 1, 255});
      return true;
    }
    if (name.size() == 2 && name[0] == 'd' && name[1] >= '1' && name[1] <= '4') {
      const auto digits = static_cast<std::uint32_t>(name[1] - '0');
      out.push_back({Op::digits, Shape::any, no_class, digits, digits});
      return true;
    }
    const std::size_t dash = name.find('-');
    if (dash != std::string_view::npos && all_digits(name.substr(0, dash)) &&
        all_digits(name.substr(dash + 1))) {
      out.push_back({Op::range, Shape::any, no_class, number_of(name.substr(0, dash)),
                     number_of(name.substr(dash + 1))});
      return true;
    }
    const ClassId cls = lexicon_.class_named(name);
    if (cls == no_class) {
      error_ = "no word list or class is called '" + std::string(name) + "'";
      return false;
    }
    out.push_back({Op::cls, Shape::any, cls, 0, 0});
    return true;
  }

  std::string_view text_;
  const Lexicon& lexicon_;
  std::string error_;
};

std::optional<Predicate> Predicate::parse(std::string_view text, const Lexicon& lexicon,
                                          std::string& error) {
  Predicate predicate;
  if (!Parser(text, lexicon).run(predicate.postfix_, error)) return std::nullopt;
  return predicate;
}

Predicate Predicate::literal(std::string_view token, const Lexicon& lexicon) {
  Predicate predicate;
  if (all_digits(token)) {
    const std::uint32_t value = number_of(token);
    const auto digits = static_cast<std::uint32_t>(std::min<std::size_t>(token.size(), 5));
    predicate.postfix_ = {{Op::range, Shape::any, no_class, value, value},
                          {Op::digits, Shape::any, no_class, digits, digits},
                          {Op::both, Shape::any, no_class, 0, 0}};
  } else {
    const ClassId cls = lexicon.class_named("'" + std::string(token));
    predicate.postfix_ = {{Op::cls, Shape::any, cls, 0, 0}};
  }
  return predicate;
}

bool Predicate::is_plain_class(std::string_view text, const Lexicon& lexicon) {
  return lexicon.class_named(trim(text)) != no_class;
}

bool Predicate::leaf(const Node& node, const TokenKind& token, const Lexicon& lexicon) const {
  switch (node.op) {
    case Op::cls:
      return lexicon.combo_has(token.combo, node.cls);
    case Op::range:
      return token.number && token.digits < 5 && token.value >= node.low &&
             token.value <= node.high;
    case Op::digits:
      return token.number && token.digits >= node.low && token.digits <= node.high;
    default:
      break;
  }
  switch (node.shape) {
    case Shape::word:
      return token.word;
    case Shape::upper:
      return token.word && token.upper;
    case Shape::caps:
      return token.word && token.caps;
    case Shape::lower:
      return token.word && !token.upper;
    case Shape::mark:
      return !token.word && !token.number;
    case Shape::any:
      return true;
    case Shape::glued:
      return token.glued;
    case Shape::newline:
      return token.newline;
    case Shape::unknown:
      return !token.known;
  }
  return false;
}

bool Predicate::holds(const TokenKind& token, const Lexicon& lexicon) const {
  std::vector<char> stack;
  for (const Node& node : postfix_) {
    if (node.op == Op::negate) {
      stack.back() = !stack.back();
    } else if (node.op == Op::both || node.op == Op::either) {
      const char right = stack.back();
      stack.pop_back();
      stack.back() = node.op == Op::both ? (stack.back() && right) : (stack.back() || right);
    } else {
      stack.push_back(leaf(node, token, lexicon));
    }
  }
  return !stack.empty() && stack.back();
}

void Predicate::collect(std::vector<ClassId>& classes, std::vector<std::uint32_t>& ends) const {
  for (const Node& node : postfix_) {
    if (node.op == Op::cls) classes.push_back(node.cls);
    if (node.op == Op::range) {
      ends.push_back(node.low);
      ends.push_back(node.high + 1);
    }
  }
}

bool Predicate::uses(std::string_view what) const {
  return std::any_of(postfix_.begin(), postfix_.end(), [what](const Node& node) {
    if (node.op != Op::shape) return false;
    switch (node.shape) {
      case Shape::upper:
      case Shape::lower:
        return what == "Capital";
      case Shape::caps:
        return what == "CAPS";
      case Shape::glued:
        return what == "glued";
      case Shape::newline:
        return what == "newline";
      default:
        return false;
    }
  });
}

}  // namespace dateline::rules
