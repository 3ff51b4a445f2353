// Persons are compatible if one's words are all in the other's ("Musa" and "Sani Musa"); crowds of
// one kind are ("soldiers" and "troops"); other targets must share a word, or one be named in the
// other's sentence.
#include "merge/sides.h"

#include <algorithm>
#include <string_view>

#include "dateline/event.h"
#include "merge/hash.h"
#include "merge/record.h"

namespace dateline::merge {
namespace {

enum class SideKind : std::uint8_t { person, person_word, name, word, crowd, land };
constexpr unsigned kind_bits = 3, kind_shift = 32 - kind_bits;

std::uint32_t make_key(SideKind kind, std::uint32_t hash) {
  return static_cast<std::uint32_t>(kind) << kind_shift | hash >> kind_bits;
}
std::uint32_t make_key(SideKind kind, std::string_view text) {
  return make_key(kind, static_cast<std::uint32_t>(hash_of(text) >> 32));
}

// Kinds of people whom each report words in its own way.
bool is_crowd(std::string_view kind) {
  return kind == "armed-group" || kind == "military" || kind == "police" || kind == "civilian";
}

std::string_view without_number(std::string_view name) {
  const std::size_t start = name.find_first_not_of("0123456789,. ");
  return start == std::string_view::npos ? std::string_view() : name.substr(start);
}

Side run(Side side, SideKind kind) {
  const auto of = [](std::uint32_t key) { return static_cast<SideKind>(key >> kind_shift); };
  const auto first =
      std::find_if(side.begin(), side.end(), [&](std::uint32_t key) { return of(key) == kind; });
  const auto last =
      std::find_if(first, side.end(), [&](std::uint32_t key) { return of(key) != kind; });
  return {first, last};
}

// Both are sorted.
bool meet(Side a, Side b) {
  for (auto p = a.begin(), q = b.begin(); p != a.end() && q != b.end();) {
    if (*p == *q) return true;
    *p < *q ? ++p : ++q;
  }
  return false;
}

bool differ(Side a, Side b, SideKind kind) {
  const Side left = run(a, kind), right = run(b, kind);
  return !left.empty() && !right.empty() && !meet(left, right);
}

bool holds(Side whole, Side part) {
  return std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

bool persons_differ(Side a, Side b) {
  if (!differ(a, b, SideKind::person)) return false;
  const Side left = run(a, SideKind::person_word), right = run(b, SideKind::person_word);
  return !holds(left, right) && !holds(right, left);
}

bool one_differs(Side a, Side b) { return persons_differ(a, b) || differ(a, b, SideKind::land); }

// Rebels killed soldiers; soldiers killed rebels.
bool are_exchanged(const Record& a, const Record& b) {
  if (meet(a.sources(), b.sources())) return false;
  const bool there = meet(a.sources(), b.targets()), back = meet(a.targets(), b.sources());
  return (there && back) || ((there || back) && !meet(a.targets(), b.targets()));
}

// A person by the whole name: others share a surname.
bool is_told_of(Side side, const Record& record) {
  const Side words = record.words();
  const auto is_said = [&](std::uint32_t key) {
    const std::uint32_t hash = key << kind_bits;
    const auto found = std::lower_bound(words.begin(), words.end(), hash);
    return found != words.end() && *found >> kind_bits == hash >> kind_bits;
  };
  const Side words_of_persons = run(side, SideKind::person_word),
             others = run(side, SideKind::word);
  const bool persons_are = !words_of_persons.empty() &&
                           std::all_of(words_of_persons.begin(), words_of_persons.end(), is_said);
  return persons_are || std::any_of(others.begin(), others.end(), is_said);
}

bool has_words(Side side) {
  return !run(side, SideKind::person_word).empty() || !run(side, SideKind::word).empty();
}

// A headline words its article's news in its own way.
bool is_headline_of(const Record& a, const Record& b) {
  return a.article == b.article && a.in_body != b.in_body;
}

// A hospital and a school, unless as many died there.
bool targets_differ(const Record& a, const Record& b) {
  if (is_headline_of(a, b)) return false;
  if (!has_words(a.targets()) || !has_words(b.targets())) return false;
  if (a.dead >= 0 && a.dead == b.dead) return false;
  return !meet(a.targets(), b.targets()) && !is_told_of(a.targets(), b) &&
         !is_told_of(b.targets(), a);
}

bool has_targets(TypeGroup group) {
  return group == TypeGroup::force || group == TypeGroup::law || group == TypeGroup::office ||
         group == TypeGroup::sanction || group == TypeGroup::talk;
}

// Talks have no one side: who takes part in them is known in any order.
bool talks_clash(const Record& a, const Record& b) {
  const Side left = run(a.all_sides(), SideKind::land), right = run(b.all_sides(), SideKind::land);
  return !holds(left, right) && !holds(right, left);
}

}  // namespace

void add_to_side(const EventActor& actor, WordReader& reader, std::vector<std::uint32_t>& scratch,
                 std::vector<std::uint32_t>& side) {
  if (actor.country.size() == 2) side.push_back(make_key(SideKind::land, actor.country));
  if (actor.type == "place" || actor.type == "nationality") return;
  const bool is_person = actor.type == "person" && !actor.id.empty();
  if (!actor.id.empty())
    side.push_back(make_key(is_person ? SideKind::person : SideKind::name, actor.id));
  if (actor.id.empty() && is_crowd(actor.kind))
    side.push_back(make_key(SideKind::crowd, actor.kind));
  reader.read(without_number(actor.name), scratch);
  for (const std::uint32_t word : scratch)
    side.push_back(make_key(is_person ? SideKind::person_word : SideKind::word, word));
}

bool sides_clash(const Record& a, const Record& b) {
  const bool talks = a.group == TypeGroup::talk;
  if (talks ? talks_clash(a, b) : one_differs(a.sources(), b.sources()) || are_exchanged(a, b)) {
    return true;
  }
  if (!talks && one_differs(a.targets(), b.targets())) return true;
  return has_targets(a.group) && targets_differ(a, b);
}

}  // namespace dateline::merge
