// Patterns -> nondeterministic automaton -> states that are sets of its states -> minimal table.
#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <utility>

#include "rules/automaton.h"

namespace dateline::rules {
namespace {

constexpr std::size_t most_states = 3000;              // before minimising
constexpr std::size_t most_cells = 1 << 18;            // of a finished table
constexpr std::uint32_t on_continuation = 0xFFFFFFFF;  // an edge for the later tokens of a phrase

// Thompson's construction: each piece has one entry and one exit.
class Nfa {
 public:
  struct Edge {
    std::uint32_t predicate, to;
  };
  struct State {
    std::vector<Edge> edges;
    std::vector<std::uint32_t> free;  // reached without a symbol
    std::int32_t rule = -1;           // that ends here
  };

  explicit Nfa(const Alphabet& alphabet) : alphabet_(alphabet) {}

  std::uint32_t add_state() {
    states_.emplace_back();
    return static_cast<std::uint32_t>(states_.size() - 1);
  }
  void link(std::uint32_t from, std::uint32_t to) { states_[from].free.push_back(to); }
  State& operator[](std::uint32_t i) { return states_[i]; }
  const State& operator[](std::uint32_t i) const { return states_[i]; }

  // Builds `node` from `entry`; returns its exit.
  std::uint32_t build(const PatternNode& node, std::uint32_t entry) {
    switch (node.kind) {
      case PatternNode::Kind::atom:
        return atom(node, entry);
      case PatternNode::Kind::sequence: {
        std::uint32_t at = entry;
        for (const PatternNode& child : node.children) at = build(child, at);
        return at;
      }
      case PatternNode::Kind::alternatives:
        return alternatives(node, entry);
      case PatternNode::Kind::repeat:
        return repeat(node, entry);
    }
    return entry;
  }

 private:
  std::uint32_t atom(const PatternNode& node, std::uint32_t entry) {
    const std::uint32_t exit = add_state();
    states_[entry].edges.push_back({node.predicate, exit});
    if (alphabet_.phrase_can_meet(node.predicate))
      states_[exit].edges.push_back({on_continuation, exit});
    return exit;
  }
  std::uint32_t alternatives(const PatternNode& node, std::uint32_t entry) {
    const std::uint32_t exit = add_state();
    for (const PatternNode& child : node.children) {
      const std::uint32_t begin = add_state();
      link(entry, begin);
      link(build(child, begin), exit);
    }
    return exit;
  }
  std::uint32_t repeat(const PatternNode& node, std::uint32_t entry) {
    const std::uint32_t begin = add_state();
    const std::uint32_t exit = add_state();
    link(entry, begin);
    const std::uint32_t end = build(node.children[0], begin);
    link(end, exit);
    if (node.repeat != '+') link(begin, exit);
    if (node.repeat != '?') link(end, begin);
    return exit;
  }

  const Alphabet& alphabet_;
  std::vector<State> states_;
};

using StateSet = std::vector<std::uint32_t>;  // sorted

}  // namespace

class AutomatonBuilder {
 public:
  // Of the rules [first, last).
  AutomatonBuilder(const std::vector<std::vector<PatternNode>>& finds, std::size_t first,
                   std::size_t last, const Alphabet& alphabet)
      : alphabet_(alphabet), nfa_(alphabet) {
    const std::uint32_t entry = nfa_.add_state();
    for (std::size_t rule = first; rule < last; ++rule) {
      for (const PatternNode& find : finds[rule]) {
        const std::uint32_t begin = nfa_.add_state();
        nfa_.link(entry, begin);
        const std::uint32_t end = nfa_.add_state();
        nfa_.link(nfa_.build(find, begin), end);
        nfa_[end].rule = static_cast<std::int32_t>(rule);
      }
    }
    merge_symbols();
    number_of({});                // dead
    number_of(closure({entry}));  // start
  }

  std::optional<Automaton> run() {
    for (std::size_t state = 0; state < sets_.size(); ++state) {
      if (sets_.size() > most_states) return std::nullopt;
      expand(state);
    }
    minimise();
    merge_classes();
    if (rows_.size() * classes_ > most_cells) return std::nullopt;
    return pack();
  }

 private:
  // Symbols that no condition of a pattern tells apart are one class.
  void merge_symbols() {
    std::map<std::vector<bool>, std::uint16_t> classes;
    std::vector<bool> used;
    for (std::uint32_t s = 0; s < nfa_size(); ++s) {
      for (const Nfa::Edge& edge : nfa_[s].edges) {
        if (edge.predicate == on_continuation) continue;
        if (edge.predicate >= used.size()) used.resize(edge.predicate + 1);
        used[edge.predicate] = true;
      }
    }
    for (std::uint16_t symbol = 0; symbol < alphabet_.size(); ++symbol) {
      std::vector<bool> seen(used.size() + 1);
      for (std::uint32_t p = 0; p < used.size(); ++p)
        seen[p] = used[p] && alphabet_.meets(symbol, p);
      seen[used.size()] = symbol == Alphabet::continuation;
      const auto [it, fresh] =
          classes.try_emplace(seen, static_cast<std::uint16_t>(members_.size()));
      if (fresh) members_.push_back(static_cast<std::uint16_t>(symbol));
      symbol_class_.push_back(it->second);
    }
  }
  [[nodiscard]] std::uint32_t nfa_size() {
    if (nfa_size_ == 0) nfa_size_ = nfa_.add_state();  // one more than the last; unreachable
    return nfa_size_;
  }

  StateSet closure(StateSet set) {
    ++stamp_;
    stamps_.resize(nfa_size_ + 1, 0);
    for (const std::uint32_t s : set) stamps_[s] = stamp_;
    for (std::size_t i = 0; i < set.size(); ++i) {
      for (const std::uint32_t to : nfa_[set[i]].free) {
        if (std::exchange(stamps_[to], stamp_) != stamp_) set.push_back(to);
      }
    }
    // A state without edges that ends no rule has done its work.
    std::erase_if(set,
                  [this](std::uint32_t s) { return nfa_[s].edges.empty() && nfa_[s].rule < 0; });
    std::sort(set.begin(), set.end());
    return set;
  }

  std::uint16_t number_of(StateSet set) {
    const auto [it, fresh] =
        numbers_.try_emplace(std::move(set), static_cast<std::uint32_t>(sets_.size()));
    if (fresh) sets_.push_back(it->first);
    return static_cast<std::uint16_t>(it->second);
  }

  // Classes of symbols that meet the same conditions of a state's edges go the same way, so each
  // way is made once.
  void expand(std::size_t state) {
    std::map<std::uint32_t, StateSet> by_predicate;
    for (const std::uint32_t s : sets_[state]) {
      for (const Nfa::Edge& edge : nfa_[s].edges) by_predicate[edge.predicate].push_back(edge.to);
    }
    std::vector<std::vector<std::uint32_t>> met(members_.size());  // of each class
    for (const auto& [predicate, targets] : by_predicate) {
      for (const std::uint16_t cls : classes_that_meet(predicate)) met[cls].push_back(predicate);
    }
    std::map<std::vector<std::uint32_t>, std::uint16_t> ways{{{}, Automaton::dead}};
    std::vector<std::uint16_t> row(members_.size(), Automaton::dead);
    for (std::size_t cls = 0; cls < row.size(); ++cls) {
      const auto way = ways.find(met[cls]);
      if (way != ways.end()) {
        row[cls] = way->second;
        continue;
      }
      StateSet to;
      for (const std::uint32_t predicate : met[cls]) {
        const StateSet& targets = by_predicate[predicate];
        to.insert(to.end(), targets.begin(), targets.end());
      }
      std::sort(to.begin(), to.end());
      to.erase(std::unique(to.begin(), to.end()), to.end());
      row[cls] = number_of(closure(std::move(to)));
      ways.emplace(std::move(met[cls]), row[cls]);
    }
    rows_.push_back(std::move(row));
  }

  const std::vector<std::uint16_t>& classes_that_meet(std::uint32_t predicate) {
    const auto [it, fresh] = meeting_.try_emplace(predicate);
    for (std::uint16_t cls = 0; fresh && cls < members_.size(); ++cls) {
      const std::uint16_t symbol = members_[cls];
      const bool meets = predicate == on_continuation ? symbol == Alphabet::continuation
                                                      : alphabet_.meets(symbol, predicate);
      if (meets) it->second.push_back(cls);
    }
    return it->second;
  }

  [[nodiscard]] std::vector<std::uint16_t> rules_of(const StateSet& set) const {
    std::vector<std::uint16_t> rules;
    for (const std::uint32_t s : set) {
      if (nfa_[s].rule >= 0) rules.push_back(static_cast<std::uint16_t>(nfa_[s].rule));
    }
    std::sort(rules.begin(), rules.end());
    rules.erase(std::unique(rules.begin(), rules.end()), rules.end());
    return rules;
  }

  // Moore's refinement: states that end the same rules and go to like states are one.
  void minimise() {
    std::vector<std::vector<std::uint16_t>> ends;
    for (const StateSet& set : sets_) ends.push_back(rules_of(set));
    std::vector<std::uint32_t> group(sets_.size(), 0);
    std::size_t groups = 0;
    for (;;) {
      std::map<std::vector<std::uint32_t>, std::uint32_t> ids;
      std::vector<std::uint32_t> refined(sets_.size());
      for (std::size_t s = 0; s < sets_.size(); ++s) {
        std::vector<std::uint32_t> key;
        key.reserve(rows_[s].size() + 1 + ends[s].size());
        key.push_back(group[s]);
        for (const std::uint16_t to : rows_[s]) key.push_back(group[to]);
        if (groups == 0) key.insert(key.end(), ends[s].begin(), ends[s].end());
        refined[s] =
            ids.try_emplace(std::move(key), static_cast<std::uint32_t>(ids.size())).first->second;
      }
      group = std::move(refined);
      if (ids.size() == groups) break;
      groups = ids.size();
    }
    std::vector<std::vector<std::uint16_t>> rows(groups);
    ends_.resize(groups);
    for (std::size_t s = 0; s < sets_.size(); ++s) {
      if (!rows[group[s]].empty()) continue;
      for (const std::uint16_t to : rows_[s])
        rows[group[s]].push_back(static_cast<std::uint16_t>(group[to]));
      ends_[group[s]] = ends[s];
    }
    rows_ = std::move(rows);  // groups are numbered by first member: dead stays 0, start 1
  }

  // Classes of symbols that all states that are left treat alike are one.
  void merge_classes() {
    std::map<std::vector<std::uint16_t>, std::uint16_t> merged;
    std::vector<std::uint16_t> kept, now(members_.size());
    for (std::uint16_t cls = 0; cls < members_.size(); ++cls) {
      std::vector<std::uint16_t> column;
      column.reserve(rows_.size());
      for (const auto& row : rows_) column.push_back(row[cls]);
      const auto [it, fresh] =
          merged.try_emplace(std::move(column), static_cast<std::uint16_t>(kept.size()));
      if (fresh) kept.push_back(cls);
      now[cls] = it->second;
    }
    for (std::uint16_t& cls : symbol_class_) cls = now[cls];
    for (auto& row : rows_) {
      for (std::size_t i = 0; i < kept.size(); ++i) row[i] = row[kept[i]];
      row.resize(kept.size());
    }
    classes_ = kept.size();
  }

  Automaton pack() {
    Automaton out;
    out.classes_ = classes_;
    std::vector<std::uint16_t> table, rules;
    std::vector<std::uint32_t> begin;
    for (std::size_t s = 0; s < rows_.size(); ++s) {
      table.insert(table.end(), rows_[s].begin(), rows_[s].end());
      begin.push_back(static_cast<std::uint32_t>(rules.size()));
      rules.insert(rules.end(), ends_[s].begin(), ends_[s].end());
    }
    begin.push_back(static_cast<std::uint32_t>(rules.size()));
    out.symbol_class_ = Flat(std::move(symbol_class_));
    out.table_ = Flat(std::move(table));
    out.rules_begin_ = Flat(std::move(begin));
    out.rules_ = Flat(std::move(rules));
    return out;
  }

  const Alphabet& alphabet_;
  Nfa nfa_;
  std::uint32_t nfa_size_ = 0;
  std::vector<std::uint32_t> stamps_;  // of states: when closure() last met them
  std::uint32_t stamp_ = 0;
  std::vector<std::uint16_t> symbol_class_;
  std::vector<std::uint16_t> members_;                           // a symbol of each class
  std::size_t classes_ = 0;                                      // of the finished table
  std::map<std::uint32_t, std::vector<std::uint16_t>> meeting_;  // by condition
  std::map<StateSet, std::uint32_t> numbers_;
  std::vector<StateSet> sets_;
  std::vector<std::vector<std::uint16_t>> rows_;
  std::vector<std::vector<std::uint16_t>> ends_;
};

namespace {

std::size_t cells_of(const std::vector<Automaton>& automata) {
  return std::accumulate(
      automata.begin(), automata.end(), std::size_t{0},
      [](std::size_t sum, const Automaton& automaton) { return sum + automaton.cells(); });
}

// Rules that multiply each other's states, as long runs of names and numbers do, take a fraction of
// the room in two automata; each costs a walk.
bool build_range(const std::vector<std::vector<PatternNode>>& finds, std::size_t first,
                 std::size_t last, const Alphabet& alphabet, std::vector<Automaton>& out) {
  constexpr std::size_t large = 1 << 16, worth_a_walk = 3;
  auto automaton = AutomatonBuilder(finds, first, last, alphabet).run();
  const bool splits = last - first >= 2 && (!automaton || automaton->cells() > large);
  if (!automaton && !splits) return false;
  std::vector<Automaton> halves;
  const std::size_t middle = first + (last - first) / 2;
  if (splits && (!build_range(finds, first, middle, alphabet, halves) ||
                 !build_range(finds, middle, last, alphabet, halves)))
    return false;
  if (automaton && (!splits || worth_a_walk * cells_of(halves) > automaton->cells()))
    out.push_back(std::move(*automaton));
  else
    std::move(halves.begin(), halves.end(), std::back_inserter(out));
  return true;
}

}  // namespace

std::optional<std::vector<Automaton>> build_automata(
    const std::vector<std::vector<PatternNode>>& finds, const Alphabet& alphabet) {
  std::vector<Automaton> automata;
  if (!build_range(finds, 0, finds.size(), alphabet, automata)) return std::nullopt;
  return automata;
}

}  // namespace dateline::rules
