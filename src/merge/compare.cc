// Are two records one event? First what forbids it: standing, dates that exclude each other,
// participants that do. Then what speaks for it: the same trigger or mode, shared participants,
// shared words.
#include <algorithm>
#include <bit>

#include "merge/same_event.h"

namespace dateline::merge {
namespace {

constexpr int least_compared = 4;  // words; fewer say nothing

struct Shared {
  int names = 0, sites = 0, words = 0, lands = 0;
  bool names_clash = false, sites_clash = false, lands_clash = false;

  [[nodiscard]] int specific() const { return names + std::min(sites, 1); }
};

Shared shared_parts(const Record& a, const Record& b) {
  int both[4] = {};
  const Part *p = a.part_list, *p_end = p + a.part_count;
  const Part *q = b.part_list, *q_end = q + b.part_count;
  while (p != p_end && q != q_end) {
    const Part left = *p, right = *q;
    both[left & 3U] += left == right;
    p += left <= right;
    q += right <= left;
  }
  const auto clash = [&](PartKind kind) {
    const auto k = static_cast<unsigned>(kind);
    return both[k] == 0 && ((a.part_kinds & b.part_kinds) >> k & 1U) != 0;
  };
  Shared shared;
  shared.names = both[static_cast<std::size_t>(PartKind::name)];
  shared.sites = both[static_cast<std::size_t>(PartKind::site)];
  shared.words = both[static_cast<std::size_t>(PartKind::word)];
  shared.lands = both[static_cast<std::size_t>(PartKind::land)];
  shared.names_clash = clash(PartKind::name);
  shared.sites_clash = clash(PartKind::site) && a.has_own_site && b.has_own_site;
  shared.lands_clash = clash(PartKind::land);
  return shared;
}

// Not less than overlap_percent(), at a glance: each word sets one bit of 64. Words of one sentence
// that share a bit may all be in the other.
int most_overlap_percent(const Record& a, const Record& b) {
  const int shorter = std::min(a.word_count, b.word_count);
  if (shorter < least_compared) return 0;
  const int both = std::popcount(a.word_bits & b.word_bits);
  return 100 * (both + std::min(a.hidden_words, b.hidden_words)) / shorter;
}

// Shared words as a percentage of the shorter sentence's.
int overlap_percent(const Record& a, const Record& b) {
  const std::uint32_t *p = a.word_list, *p_end = p + a.word_count;
  const std::uint32_t *q = b.word_list, *q_end = q + b.word_count;
  const auto shorter = std::min(p_end - p, q_end - q);
  if (shorter < least_compared) return 0;
  int both = 0;
  while (p != p_end && q != q_end) {
    both += *p == *q;
    const bool step = *p <= *q;
    q += *q <= *p;
    p += step;
  }
  return static_cast<int>(100 * both / shorter);
}

bool same_stem(const Record& a, const Record& b) {
  for (const std::uint32_t left : a.stems) {
    for (const std::uint32_t right : b.stems) {
      if (left != 0 && left == right) return true;
    }
  }
  return false;
}

bool is_undated(const Record& record) {
  return record.first == beginning_of_time && record.last == end_of_time;
}

bool is_wide(const Record& record) { return record.last - record.first > 31; }

bool have_same_dates(const Record& a, const Record& b) {
  return a.first == b.first && a.last == b.last && a.first != beginning_of_time;
}

// "Since 2015" is no date for what happened on a day of 2024.
bool began_elsewhere(const Record& a, const Record& b) {
  constexpr Day slack = 31;
  const bool a_open = a.last == end_of_time && a.first != beginning_of_time;
  const bool b_open = b.last == end_of_time && b.first != beginning_of_time;
  return (a_open && b.first > a.first + slack) || (b_open && a.first > b.first + slack);
}

// An open past reaches back for ever; what happened years before its end must agree in its very
// word.
bool is_far(const Record& a, const Record& b) {
  constexpr Day year = 366;
  const auto far = [](const Record& open, const Record& other) {
    return open.first == beginning_of_time && open.last - other.last > year;
  };
  return far(a, b) || far(b, a);
}

// Two reports that name one day and word one thing in much the same way, though the one says "the
// capital" and the other names it.
bool is_retold(const Record& a, const Record& b) {
  return a.is_day() && b.is_day() && a.stated && b.stated && a.all_count > 0 && b.all_count > 0 &&
         a.mode != 0 && a.mode == b.mode && same_stem(a, b) && overlap_percent(a, b) >= 60;
}

// How many words of a hundred they must have in common, the less the more else they share; with so
// wide a date, more must agree.
int least_words(const Record& a, const Record& b, const Shared& shared, bool trigger) {
  if (is_undated(a) || is_undated(b)) return 40;
  if (is_wide(a) || is_wide(b)) {
    if (shared.specific() > 0 || have_same_dates(a, b)) return 0;
    return same_stem(a, b) ? 30 : 50;
  }
  if (!trigger) return 50;
  return shared.specific() > 0 ? 0 : 25;
}

// Two records that share nothing that is known to exclude it; words are compared last, as that
// costs most.
int agreement_of(const Record& a, const Record& b, const Shared& shared, bool trigger) {
  const int parts =
      20 * shared.specific() + 8 * std::min(shared.lands, 3) + 5 * std::min(shared.words, 2);
  const bool undated = is_undated(a) || is_undated(b);
  const bool wide = !undated && (is_wide(a) || is_wide(b));
  if (undated ? shared.specific() == 0 : parts < (trigger ? 1 : 20)) {
    return !undated && parts == 0 && is_retold(a, b) ? 20 : 0;
  }
  if (wide && is_far(a, b) && !same_stem(a, b)) return 0;
  const int least = least_words(a, b, shared, trigger);
  if (least > 0 && most_overlap_percent(a, b) < least) return 0;
  const int words = overlap_percent(a, b);
  if (words < least) return 0;
  const int score = parts + words / 2 + (trigger ? 20 : 0);
  if (wide && score < (have_same_dates(a, b) ? 35 : 45)) return 0;
  return score;
}

}  // namespace

bool same_trigger(const Record& a, const Record& b) {
  return (a.mode != 0 && a.mode == b.mode) || same_stem(a, b);
}

Likeness likeness(const Record& a, const Record& b) {
  return {shared_parts(a, b).specific(), overlap_percent(a, b)};
}

int agreement(const Record& a, const Record& b) {
  if (a.standing != b.standing || a.first > b.last || b.first > a.last) return 0;
  const bool trigger = same_trigger(a, b);
  if (!trigger && (a.group != b.group || is_wide(a) || is_wide(b))) return 0;
  // Two triggers of one sentence are two events.
  if (a.sentence == b.sentence && (!trigger || a.type != b.type)) return 0;
  if (began_elsewhere(a, b)) return 0;
  const Shared shared = shared_parts(a, b);
  if (shared.sites_clash || (shared.lands_clash && shared.specific() == 0)) return 0;
  if (shared.names_clash && shared.sites == 0 && shared.lands == 0) return 0;
  const int score = a.sentence == b.sentence ? 100 : agreement_of(a, b, shared, trigger);
  return score > 0 && sides_clash(a, b) ? 0 : score;
}

}  // namespace dateline::merge
