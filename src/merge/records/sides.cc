// Persons are compatible if one's words are all in the other's ("Musa" and "Sani Musa"); crowds of
// one kind are ("soldiers" and "troops"); other targets must share a word, or one be named in the
// other's sentence.
#include "merge/records/sides.h"

#include <algorithm>
#include <string_view>

#include "dateline/event.h"
#include "merge/base/keys.h"
#include "merge/records/record.h"

namespace dateline::merge {
namespace {

enum class SideKind : std::uint8_t { person, person_word, name, word, crowd, figure, count, land };

// Kinds of people whom each report words in its own way.
bool is_crowd(std::string_view kind) {
  return kind == "armed-group" || kind == "military" || kind == "police" || kind == "civilian";
}

Side run(Side side, SideKind kind) {
  const auto of = [](std::uint32_t key) { return static_cast<SideKind>(key >> key_kind_shift); };
  const auto first =
      std::find_if(side.begin(), side.end(), [&](std::uint32_t key) { return of(key) == kind; });
  const auto last =
      std::find_if(first, side.end(), [&](std::uint32_t key) { return of(key) != kind; });
  return {first, last};
}

bool meet(Side a, Side b) { return Meeting(a, b).both != 0; }

bool holds(Side whole, Side part) {
  return std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

// Of two persons, the words of one name may all be in the other's.
bool persons_differ(Side a, Side b, const Meeting& meeting) {
  if (!meeting.differ(SideKind::person)) return false;
  const Side left = run(a, SideKind::person_word), right = run(b, SideKind::person_word);
  return !holds(left, right) && !holds(right, left);
}

bool one_differs(Side a, Side b, const Meeting& meeting) {
  return meeting.differ(SideKind::land) || persons_differ(a, b, meeting);
}

// Countries are sorted last.
Side without_land(Side side) { return side.first(side.size() - run(side, SideKind::land).size()); }

// Rebels killed soldiers; soldiers killed rebels. In a civil war both are of one country: of
// countries, each must stand on the other side.
bool are_exchanged(const Record& a, const Record& b, bool same_source) {
  if (!same_source && meet(a.sources(), b.targets()) && meet(a.targets(), b.sources())) return true;
  if (a.targets().empty() && b.targets().empty()) return false;
  const Side by = without_land(a.sources()), of = without_land(a.targets());
  const Side other_by = without_land(b.sources()), other_of = without_land(b.targets());
  if (!meet(by, other_of) && !meet(of, other_by)) return false;
  const std::uint8_t counts = kind_bit(SideKind::count) | kind_bit(SideKind::figure);
  return !meet(by, other_by) && (Meeting(of, other_of).both & ~counts) == 0;
}

// The one side left the town, another took it. In a war it is left and taken more than once: not
// where one of them has an open date.
bool are_loss_and_gain(const Record& a, const Record& b) {
  const auto is_open = [](const Record& record) {
    return record.first == beginning_of_time || record.last == end_of_time;
  };
  return a.mode != b.mode && a.deeds.is(Deed::territory) && b.deeds.is(Deed::territory) &&
         !is_open(a) && !is_open(b) && !a.sources().empty() && !b.sources().empty();
}

// Who took power, and who was driven from it later.
bool has_turned(const Record& a, const Record& b) {
  const auto meets_person = [](Side by, Side of) {
    return (Meeting(by, of).both & kind_bit(SideKind::person)) != 0;
  };
  return meets_person(a.sources(), b.targets()) || meets_person(b.sources(), a.targets());
}

bool says(const Record& record, std::uint32_t key) {
  const Side words = record.words();
  const std::uint32_t hash = key << key_kind_bits;
  const auto found = std::lower_bound(words.begin(), words.end(), hash);
  return found != words.end() && *found >> key_kind_bits == hash >> key_kind_bits;
}

// Persons by their whole names: others share a surname.
bool are_persons_named(Side side, const Record& record) {
  const Side words = run(side, SideKind::person_word);
  return !words.empty() && std::all_of(words.begin(), words.end(),
                                       [&](std::uint32_t key) { return says(record, key); });
}

bool is_told_of(Side side, const Record& record) {
  const Side words = run(side, SideKind::word);
  return are_persons_named(side, record) ||
         std::any_of(words.begin(), words.end(),
                     [&](std::uint32_t key) { return says(record, key); });
}

bool has_person(Side side) { return !run(side, SideKind::person).empty(); }

bool has_words(std::uint8_t kinds) {
  return (kinds & (kind_bit(SideKind::person_word) | kind_bit(SideKind::word))) != 0;
}

// A hotel was hit, and people were killed there.
bool are_thing_and_people(std::uint8_t left, std::uint8_t right) {
  constexpr std::uint8_t crowd = kind_bit(SideKind::crowd),
                         people = crowd | kind_bit(SideKind::person);
  return ((left & people) == 0 && (right & crowd) != 0) ||
         ((right & people) == 0 && (left & crowd) != 0);
}

// A hospital and a school, unless as many died there.
bool targets_differ(const Record& a, const Record& b, const Meeting& targets) {
  // "The Libyan leader" may be a person whom the other names; but a country has many policemen.
  const bool by_land = a.group != TypeGroup::force || b.group != TypeGroup::force ||
                       ((targets.left | targets.right) & kind_bit(SideKind::person)) != 0;
  const unsigned same = by_land ? targets.both : targets.both & ~kind_bit(SideKind::land);
  if (same != 0 || !has_words(targets.left) || !has_words(targets.right)) return false;
  if (a.deeds.is(Deed::harm) && b.deeds.is(Deed::harm) &&
      are_thing_and_people(targets.left, targets.right))
    return false;
  if (is_headline_of(a, b) || (a.dead >= 0 && a.dead == b.dead)) return false;
  return !is_told_of(a.targets(), b) && !is_told_of(b.targets(), a);
}

bool has_targets(TypeGroup group) {
  return group == TypeGroup::force || group == TypeGroup::law || group == TypeGroup::office ||
         group == TypeGroup::sanction || group == TypeGroup::talk;
}

// Each report has somebody whom the other does not name. A name of one word may be spelt in two
// ways.
bool each_has_another_person(const Record& a, const Record& b) {
  const auto unnamed = [](Side persons, const Record& record) {
    return std::count_if(persons.begin(), persons.end(),
                         [&](std::uint32_t key) { return !says(record, key); });
  };
  const Side left = run(a.all_sides(), SideKind::person_word),
             right = run(b.all_sides(), SideKind::person_word);
  return unnamed(left, b) >= 2 && unnamed(right, a) >= 2;
}

// Talks have no one side: who takes part in them is known in any order.
bool talks_clash(const Record& a, const Record& b) {
  const Side left = run(a.all_sides(), SideKind::land), right = run(b.all_sides(), SideKind::land);
  return (!holds(left, right) && !holds(right, left)) ||
         persons_differ(a.all_sides(), b.all_sides(), Meeting(a.all_sides(), b.all_sides())) ||
         each_has_another_person(a, b);
}

// Worded with nothing in common, though each may be another's word for the same.
bool is_other(Side left, const Record& a, Side right, const Record& b) {
  const Side words = run(left, SideKind::word), others = run(right, SideKind::word);
  return !words.empty() && !others.empty() && !meet(words, others) && !is_told_of(left, b) &&
         !is_told_of(right, a);
}

// Soldiers are soldiers, but a priest is not a pupil.
bool are_civilians(Side side) {
  static const std::uint32_t civilian = make_key(SideKind::crowd, "civilian");
  return std::binary_search(side.begin(), side.end(), civilian);
}

// Twelve soldiers are not twelve villagers.
bool are_armed_and_civilians(Side left, Side right) {
  return are_civilians(left) != are_civilians(right) &&
         Meeting(left, right).differ(SideKind::crowd);
}

// One group, or one kind of armed people.
bool meet_as_group(Side left, Side right) {
  const std::uint8_t both = Meeting(left, right).both;
  return (both & kind_bit(SideKind::name)) != 0 ||
         ((both & kind_bit(SideKind::crowd)) != 0 && !are_civilians(left));
}

// "500" of "500 million euros".
std::string_view number_of(std::string_view name) {
  const std::size_t end = std::min(name.find_first_not_of("0123456789,."), name.size());
  return name.substr(0, end);
}

}  // namespace

std::string_view without_number(std::string_view name) {
  const std::size_t start = name.find_first_not_of("0123456789,. ");
  return start == std::string_view::npos ? std::string_view() : name.substr(start);
}

void add_to_side(const EventActor& actor, std::span<const std::uint32_t> words,
                 std::vector<std::uint32_t>& side) {
  if (actor.country.size() == 2) side.push_back(make_key(SideKind::land, actor.country));
  if (actor.type == "place" || actor.type == "nationality") return;
  const bool is_person = actor.type == "person" && !actor.id.empty();
  if (!actor.id.empty())
    side.push_back(make_key(is_person ? SideKind::person : SideKind::name, actor.id));
  if (actor.id.empty() && is_crowd(actor.kind))
    side.push_back(make_key(SideKind::crowd, actor.kind));
  if (const std::string_view figure = number_of(actor.name); !figure.empty())
    side.push_back(make_key(is_crowd(actor.kind) ? SideKind::count : SideKind::figure, figure));
  for (const std::uint32_t word : words)
    side.push_back(make_key(is_person ? SideKind::person_word : SideKind::word, word));
}

bool share_target(const Record& a, const Record& b) {
  if ((a.kinds_of_targets & b.kinds_of_targets) == 0) return false;
  const std::uint8_t both = Meeting(a.targets(), b.targets()).both;
  return (both & (kind_bit(SideKind::word) | kind_bit(SideKind::name))) != 0 ||
         (meet_as_group(a.targets(), b.targets()) && meet_as_group(a.sources(), b.sources()));
}

bool share_fate(const Record& a, const Record& b) {
  if (a.deeds.fate == Fate::none || a.deeds.fate != b.deeds.fate) return false;
  const Side left = a.undergoers(), right = b.undergoers();
  return (Meeting(left, right).both & kind_bit(SideKind::person)) != 0 ||
         (!has_person(right) && are_persons_named(left, b)) ||
         (!has_person(left) && are_persons_named(right, a));
}

bool share_named_person(const Record& a, const Record& b) {
  constexpr unsigned person = 1U << static_cast<unsigned>(PartKind::person);
  if (((a.kinds_of_parts | b.kinds_of_parts) & person) == 0) return false;
  return are_persons_named(a.all_sides(), b) || are_persons_named(b.all_sides(), a);
}

int side_doubts(const Record& a, const Record& b) {
  const bool same_toll = a.dead >= 0 && a.dead == b.dead;
  const Meeting targets(a.targets(), b.targets());
  const bool other_victims = (targets.differ(SideKind::crowd) ||
                              (are_civilians(a.targets()) && are_civilians(b.targets()))) &&
                             is_other(a.targets(), a, b.targets(), b);
  // 500 million euros, 20 million euros.
  const bool other_figure = targets.differ(SideKind::figure);
  // One whom the report names is not twelve people.
  const std::uint8_t person = kind_bit(SideKind::person), count = kind_bit(SideKind::count);
  const bool one_and_many = ((targets.left & person) != 0 && (targets.right & count) != 0) ||
                            ((targets.left & count) != 0 && (targets.right & person) != 0);
  // The police shot a man; a man shot somebody.
  const bool other_crowd = Meeting(a.sources(), b.sources()).differ(SideKind::crowd);
  return (other_crowd ? 2 : 0) + (other_figure ? 2 : 0) + (one_and_many ? 3 : 0) +
         (is_other(a.sources(), a, b.sources(), b) ? 1 : 0) +
         (!other_victims                                                    ? 0
          : same_toll && !are_armed_and_civilians(a.targets(), b.targets()) ? 1
                                                                            : 3);
}

bool sides_clash(const Record& a, const Record& b) {
  // Rebels forced the president to flee; he fled to a neighbour.
  if (a.deeds.befalls_source != b.deeds.befalls_source && share_fate(a, b)) return false;
  if (are_loss_and_gain(a, b)) return meet(a.sources(), b.sources());
  const bool of_regime = a.deeds.is(Deed::regime) && b.deeds.is(Deed::regime);
  const Meeting targets(a.targets(), b.targets());
  if (a.deeds.is(Deed::mutual) && b.deeds.is(Deed::mutual)) {
    if (talks_clash(a, b)) return true;
  } else {
    const Meeting sources(a.sources(), b.sources());
    if (one_differs(a.sources(), b.sources(), sources) ||
        (of_regime ? has_turned(a, b) : are_exchanged(a, b, sources.both != 0)) ||
        one_differs(a.targets(), b.targets(), targets))
      return true;
  }
  // What is taken of a land, or who falls, is worded in many ways; towns are compared as places.
  const bool of_territory = a.deeds.is(Deed::territory) && b.deeds.is(Deed::territory);
  return (has_targets(a.group) || has_targets(b.group)) && !of_territory && !of_regime &&
         targets_differ(a, b, targets);
}

}  // namespace dateline::merge
