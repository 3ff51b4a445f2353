#include "rules/starts.h"

#include <algorithm>
#include <array>

namespace dateline::rules {
namespace {

// Which symbols a match can begin with.
std::vector<char> first_symbols_of(const AreaProgram& program) {
  std::vector<char> starts(program.alphabet.size());
  for (const Automaton& automaton : program.automata) {
    for (std::uint16_t symbol = 0; symbol < starts.size(); ++symbol) {
      if (automaton.next(Automaton::start, symbol) != Automaton::dead) starts[symbol] = 1;
    }
  }
  return starts;
}

bool any_starts(std::span<const std::uint16_t> symbols, const std::vector<char>& starts) {
  return std::any_of(symbols.begin(), symbols.end(),
                     [&starts](std::uint16_t symbol) { return starts[symbol] != 0; });
}

Starts::Mask with(Starts::Mask mask, Starts::Mask bit) {
  return static_cast<Starts::Mask>(mask | bit);
}

}  // namespace

Starts::Starts(const Lexicon& lexicon)
    : words_((lexicon.combos() + std::size_t{1}) * shapes), phrases_(lexicon.combos()) {}

Starts::Mask Starts::add(const AreaProgram& program) {
  const auto bit = static_cast<Mask>(1U << areas_++ % masks);
  if (program.automata.empty()) return bit;
  const std::vector<char> starts = first_symbols_of(program);
  add_words(program.alphabet, starts, bit);
  add_phrases(program.alphabet, starts, bit);
  if (any_starts(program.alphabet.symbols_of_numbers(), starts)) numbers_ = with(numbers_, bit);
  return bit;
}

void Starts::add_words(const Alphabet& alphabet, const std::vector<char>& starts, Mask bit) {
  const std::uint16_t* last = nullptr;  // most kinds are of no class here and share their symbols
  std::array<Mask, shapes> row{};
  bool any = false;
  for (std::size_t number = 0; number * shapes < words_.size(); ++number) {
    const auto symbols =
        alphabet.symbols_of_kind(static_cast<KindId>(number == 0 ? 0 : number - 1), number != 0);
    if (symbols.data() != last) {
      row = {};
      any = any_starts(symbols, starts);
      for (std::size_t shape = 0; any && shape < shapes; ++shape)
        if (starts[symbols[shape]] != 0) row[shape & spelling_bits] = bit;
      last = symbols.data();
    }
    for (std::size_t shape = 0; any && shape < shapes; ++shape) {
      Mask& mask = words_[number * shapes + shape];
      mask = with(mask, row[shape]);
    }
  }
}

void Starts::add_phrases(const Alphabet& alphabet, const std::vector<char>& starts, Mask bit) {
  for (std::size_t kind = 0; kind < phrases_.size(); ++kind) {
    const auto id = static_cast<KindId>(kind);
    if (alphabet.matters(id) && any_starts(alphabet.symbols_of_kind(id, true), starts))
      phrases_[kind] = with(phrases_[kind], bit);
  }
}

}  // namespace dateline::rules
