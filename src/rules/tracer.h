// How a pattern matches a span that is known to match: which symbols each capture took; and whether
// a context holds.
//
// A pattern is a few steps that are tried in the order in which the pattern is written, the first
// alternative first and repetitions as often as possible. No step is tried twice at the same place,
// so that the time is at most steps times symbols. That is how RE2 tells captures, the oracle of
// the tests; but for repetitions of what may be nothing, where several ways lead to the same match.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "rules/alphabet.h"
#include "rules/pattern.h"

namespace dateline::rules {

struct PatternStep {
  enum class Kind : std::uint16_t { symbol, fork, end };
  Kind kind = Kind::end;
  std::uint16_t capture = 0;  // of a symbol: 1 is the pattern's first, 0 none
  std::uint16_t argument =
      0;  // of a symbol: the condition that it must meet; of a fork: the step to try after `next`
  std::uint16_t next = 0;
};

// A pattern's steps among those of its area; `entry` and the steps' own numbers count from `first`.
struct PatternCode {
  std::uint32_t first = 0;
  std::uint16_t size = 0, entry = 0;
};

enum class Direction : std::uint8_t { rightwards, leftwards };

// Appends the steps. Names of captured atoms are appended in the order of the captures' numbers.
// Nothing where the pattern is too long.
[[nodiscard]] std::optional<PatternCode> code_pattern(const PatternNode& node, Direction direction,
                                                      std::vector<std::string>& names,
                                                      std::vector<PatternStep>& steps);

// The symbols that a match of the pattern can begin with, as bits (leftwards: end with); all of
// them where it can be empty. `steps` are those of the area.
[[nodiscard]] std::vector<std::uint64_t> first_symbols(PatternCode pattern,
                                                       std::span<const PatternStep> steps,
                                                       const Alphabet& alphabet);

// Tries patterns on stretches of symbols; keeps its buffers.
class Tracer {
 public:
  // What a capture took, in symbols of the stretch.
  struct Taken {
    std::uint16_t capture, first, last;
  };

  // Where to try; read from the end if leftwards.
  void set_stretch(std::span<const std::uint16_t> symbols, Direction direction) {
    symbols_ = symbols;
    direction_ = direction;
  }
  // Does the pattern match the whole stretch? taken_by() tells how. `steps` are those of the area.
  [[nodiscard]] bool matches_all(PatternCode pattern, std::span<const PatternStep> steps,
                                 const Alphabet& alphabet) {
    return run(pattern, steps, alphabet, Extent::whole);
  }
  // Does it match a beginning of the stretch?
  [[nodiscard]] bool matches_some(PatternCode pattern, std::span<const PatternStep> steps,
                                  const Alphabet& alphabet) {
    return run(pattern, steps, alphabet, Extent::beginning);
  }
  // What a capture took last; null where it took nothing.
  [[nodiscard]] const Taken* taken_by(std::uint16_t capture) const;

 private:
  enum class Extent : std::uint8_t { whole, beginning };
  struct Place {
    std::uint16_t step;
    std::uint16_t read;   // symbols
    std::uint32_t taken;  // captures, on the way there
  };
  bool run(PatternCode pattern, std::span<const PatternStep> steps, const Alphabet& alphabet,
           Extent extent);
  bool follow(std::span<const PatternStep> steps, Place place, const Alphabet& alphabet,
              Extent extent);
  bool read_unit(const PatternStep& step, const Alphabet& alphabet, Place& place);
  [[nodiscard]] bool is_new(Place place);

  std::span<const std::uint16_t> symbols_;
  Direction direction_ = Direction::rightwards;
  std::vector<std::uint64_t> seen_;  // a bit for each step after each symbol
  std::vector<Place> open_;          // to be tried, the last first
  std::vector<Taken> taken_;
};

}  // namespace dateline::rules
