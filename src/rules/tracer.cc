#include "rules/tracer.h"

#include <algorithm>
#include <limits>

namespace dateline::rules {
namespace {

// Builds a pattern from its end: each piece is told the step that follows it and gives back the one
// that it begins with.
class Coder {
 public:
  Coder(Direction direction, std::vector<std::string>& names)
      : direction_(direction), names_(names) {}

  std::optional<PatternCode> run(const PatternNode& node, std::vector<PatternStep>& steps) {
    number_captures(node);
    const std::size_t entry = piece(node, add({}));
    constexpr std::size_t most = std::numeric_limits<std::uint16_t>::max();
    if (steps_.size() > most || names_.size() > most || predicate_ > most) return std::nullopt;
    const auto first = static_cast<std::uint32_t>(steps.size());
    steps.insert(steps.end(), steps_.begin(), steps_.end());
    return PatternCode{first, static_cast<std::uint16_t>(steps_.size()),
                       static_cast<std::uint16_t>(entry)};
  }

 private:
  // In the order of the text, whatever the direction.
  void number_captures(const PatternNode& node) {
    if (node.kind == PatternNode::Kind::atom && !node.capture.empty()) {
      names_.push_back(node.capture);
      captures_.emplace_back(&node, names_.size());
    }
    for (const PatternNode& child : node.children) number_captures(child);
  }
  std::size_t add(PatternStep step) {
    steps_.push_back(step);
    return steps_.size() - 1;
  }
  std::size_t fork(std::size_t next, std::size_t other) {
    return add({PatternStep::Kind::fork, 0, static_cast<std::uint16_t>(other),
                static_cast<std::uint16_t>(next)});
  }

  std::size_t piece(const PatternNode& node, std::size_t next) {
    switch (node.kind) {
      case PatternNode::Kind::atom:
        return atom(node, next);
      case PatternNode::Kind::sequence:
        return sequence(node, next);
      case PatternNode::Kind::alternatives:
        return alternatives(node, next);
      case PatternNode::Kind::repeat:
        return repeat(node, next);
    }
    return next;
  }
  std::size_t atom(const PatternNode& node, std::size_t next) {
    const auto it = std::find_if(captures_.begin(), captures_.end(),
                                 [&](const auto& one) { return one.first == &node; });
    const std::size_t capture = it == captures_.end() ? 0 : it->second;
    predicate_ = std::max<std::size_t>(predicate_, node.predicate);
    return add({PatternStep::Kind::symbol, static_cast<std::uint16_t>(capture),
                static_cast<std::uint16_t>(node.predicate), static_cast<std::uint16_t>(next)});
  }
  std::size_t sequence(const PatternNode& node, std::size_t next) {
    if (direction_ == Direction::leftwards) {
      for (const PatternNode& child : node.children) next = piece(child, next);
    } else {
      for (auto child = node.children.rbegin(); child != node.children.rend(); ++child)
        next = piece(*child, next);
    }
    return next;
  }
  std::size_t alternatives(const PatternNode& node, std::size_t next) {
    std::size_t entry = piece(node.children.back(), next);
    for (auto child = node.children.rbegin() + 1; child != node.children.rend(); ++child) {
      const std::size_t first = piece(*child, next);
      entry = fork(first, entry);
    }
    return entry;
  }
  std::size_t repeat(const PatternNode& node, std::size_t next) {
    const PatternNode& child = node.children[0];
    if (node.repeat == '?') return fork(piece(child, next), next);
    const std::size_t again = fork(0, next);
    const std::size_t body = piece(child, again);
    steps_[again].next = static_cast<std::uint16_t>(body);
    return node.repeat == '+' ? body : again;
  }

  Direction direction_;
  std::vector<std::string>& names_;
  std::vector<std::pair<const PatternNode*, std::size_t>> captures_;
  std::vector<PatternStep> steps_;
  std::size_t predicate_ = 0;  // the greatest
};

}  // namespace

std::optional<PatternCode> code_pattern(const PatternNode& node, Direction direction,
                                        std::vector<std::string>& names,
                                        std::vector<PatternStep>& steps) {
  return Coder(direction, names).run(node, steps);
}

std::vector<std::uint64_t> first_symbols(PatternCode pattern, std::span<const PatternStep> steps,
                                         const Alphabet& alphabet) {
  steps = steps.subspan(pattern.first, pattern.size);
  std::vector<std::uint64_t> bits((alphabet.size() + 63) / 64);
  std::vector<bool> seen(steps.size());
  std::vector<std::uint16_t> open = {pattern.entry};
  while (!open.empty()) {
    const std::uint16_t at = open.back();
    open.pop_back();
    if (seen[at]) continue;
    seen[at] = true;
    const PatternStep& step = steps[at];
    if (step.kind == PatternStep::Kind::fork) open.insert(open.end(), {step.next, step.argument});
    if (step.kind == PatternStep::Kind::end) bits.assign(bits.size(), ~std::uint64_t{0});
    for (std::uint16_t symbol = 0;
         step.kind == PatternStep::Kind::symbol && symbol < alphabet.size(); ++symbol) {
      if (alphabet.meets(symbol, step.argument))
        bits[symbol / 64] |= std::uint64_t{1} << (symbol % 64);
    }
  }
  return bits;
}

bool Tracer::is_new(Place place) {
  const std::size_t bit = place.step * (symbols_.size() + 1) + place.read;
  const std::uint64_t mask = std::uint64_t{1} << (bit & 63);
  const bool fresh = (seen_[bit >> 6] & mask) == 0;
  seen_[bit >> 6] |= mask;
  return fresh;
}

// Reads a token, or a phrase with all its tokens, if it meets the step's condition.
bool Tracer::read_unit(const PatternStep& step, const Alphabet& alphabet, Place& place) {
  const std::size_t size = symbols_.size();
  if (place.read == size) return false;
  const std::size_t begin = place.read;
  std::size_t end = begin + 1;
  if (direction_ == Direction::rightwards) {
    if (!alphabet.meets(symbols_[begin], step.argument)) return false;
    while (end < size && symbols_[end] == Alphabet::continuation) ++end;
    if (step.capture != 0) {
      taken_.push_back(
          {step.capture, static_cast<std::uint16_t>(begin), static_cast<std::uint16_t>(end)});
    }
  } else {
    while (end < size && symbols_[size - end] == Alphabet::continuation) ++end;
    if (!alphabet.meets(symbols_[size - end], step.argument)) return false;
  }
  place.read = static_cast<std::uint16_t>(end);
  return true;
}

// Goes on from a place until the pattern's end or a symbol that does not fit; what is to be tried
// later is noted.
bool Tracer::follow(std::span<const PatternStep> steps, Place place, const Alphabet& alphabet,
                    Extent extent) {
  taken_.resize(place.taken);
  while (is_new(place)) {
    const PatternStep& step = steps[place.step];
    if (step.kind == PatternStep::Kind::end)
      return extent == Extent::beginning || place.read == symbols_.size();
    if (step.kind == PatternStep::Kind::fork) {
      open_.push_back({step.argument, place.read, static_cast<std::uint32_t>(taken_.size())});
    } else if (!read_unit(step, alphabet, place)) {
      return false;
    }
    place.step = step.next;
  }
  return false;
}

bool Tracer::run(PatternCode pattern, std::span<const PatternStep> steps, const Alphabet& alphabet,
                 Extent extent) {
  steps = steps.subspan(pattern.first, pattern.size);
  seen_.assign((steps.size() * (symbols_.size() + 1) + 63) / 64, 0);
  open_.assign(1, {pattern.entry, 0, 0});
  while (!open_.empty()) {
    const Place place = open_.back();
    open_.pop_back();
    if (follow(steps, place, alphabet, extent)) return true;
  }
  return false;
}

const Tracer::Taken* Tracer::taken_by(std::uint16_t capture) const {
  const auto it = std::find_if(taken_.rbegin(), taken_.rend(),
                               [&](Taken taken) { return taken.capture == capture; });
  return it == taken_.rend() ? nullptr : &*it;
}

}  // namespace dateline::rules
