// See docs/merge.md for the table of points; each function here is a row or two of it.
#include "merge/same/grounds.h"

#include <algorithm>

#include "merge/records/circumstances.h"

namespace dateline::merge {
namespace {

constexpr int person_points = 3, name_points = 2, site_points = 2, area_points = 1, land_points = 1;
constexpr int territory_points = 2, target_points = 1, once_points = 2;
constexpr int named_points = 2, parties_points = 1;
constexpr int other_arrests = -3;  // three men were arrested, and five: who is held is counted once
constexpr int nature_points = 2, article_points = 2;
constexpr int most_counted = 2;  // persons, names, countries
constexpr int most_telling = 5;

// Tolls rise a little from report to report; far apart they are of two events.
int toll_points(const Record& a, const Record& b) {
  if (a.dead < 0 || b.dead < 0) return 0;
  const std::int64_t fewer = std::min(a.dead, b.dead), more = std::max(a.dead, b.dead);
  if (fewer == more) return more > 1 ? 2 : 1;
  if (5 * fewer >= 4 * more && fewer >= 8) return 1;
  if (4 * fewer >= 3 * more) return 0;
  if (a.type == EventType::coerce && b.type == EventType::coerce) return other_arrests;
  // "The death toll climbed to 67", "was revised down to 26".
  if (9 * fewer >= 4 * more && (tells_of_a_change(a) || tells_of_a_change(b))) return 0;
  if (2 * fewer < more) return -2;
  // The dead of a flood or an earthquake are counted for days.
  return a.type == EventType::disaster && b.type == EventType::disaster ? 0 : -1;
}

// Each speaks of a country that the other does not: of two pledges of one country, the one to
// another than the other.
bool lands_differ(const Record& a, const Record& b, const Common& common) {
  const int shared = common.of(PartKind::land);
  return a.land_count > shared && b.land_count > shared;
}

// One off a coast, the other in a strait: each says where, and no place is in both.
bool are_nowhere_together(const Record& a, const Record& b, const Common& common) {
  constexpr unsigned places = 1U << static_cast<unsigned>(PartKind::site) |
                              1U << static_cast<unsigned>(PartKind::area) |
                              1U << static_cast<unsigned>(PartKind::land);
  return (a.kinds_of_parts & places) != 0 && (b.kinds_of_parts & places) != 0 && !common.places() &&
         common.of(PartKind::land) == 0;
}

// Towns that the text only mentions near the two. A name that the gazetteer lacks may be a part of
// the town.
int place_doubts(const Record& a, const Record& b, const Common& common) {
  const int other_lands = lands_differ(a, b, common) ? 2 : 0;
  if (common.clashes(PartKind::site)) {
    const bool may_be_part = a.has_known_site != b.has_known_site;
    return (may_be_part ? 1 : 3) + other_lands;
  }
  return other_lands + (are_nowhere_together(a, b, common) ? 2 : 0);
}

bool are_of_days(const Record& a, const Record& b) { return a.is_day() && b.is_day(); }

// Both tell what the same two countries did together, and of no third.
bool are_of_one_pair(const Record& a, const Record& b, const Common& common) {
  const int shared = common.of(PartKind::land);
  return are_of_days(a, b) && are_both(a, b, Deed::mutual) && shared >= 2 &&
         std::min(a.land_count, b.land_count) == shared;
}

// The persons of the one event stand in the sentence of the other.
bool tells_person(const Record& a, const Record& b, const Common& common) {
  return are_of_days(a, b) && common.of(PartKind::person) == 0 && share_named_person(a, b);
}

// A quake, which two towns of a country tell of; a ferry that sank, which its article names later.
int disaster_points(const Record& a, const Record& b, const Common& common) {
  if (a.type != EventType::disaster || b.type != EventType::disaster || !are_of_days(a, b))
    return 0;
  const bool nature = share_nature(a, b) && common.of(PartKind::land) > 0;
  const bool of_article = a.article == b.article && share_own_cause(a, b);
  return (nature ? nature_points : 0) + (of_article ? article_points : 0);
}

// Where it was, who did it to whom and how, in other words.
int doubts(const Record& a, const Record& b, const Common& common) {
  return place_doubts(a, b, common) + side_doubts(a, b) + circumstance_doubts(a, b);
}

}  // namespace

bool is_retold(const Record& a, const Record& b, const Common& common) {
  return a.is_day() && b.is_day() && a.stated && b.stated && a.all_count > 0 && b.all_count > 0 &&
         a.mode != 0 && a.mode == b.mode && common.overlap_percent() >= 40 && common.telling >= 3 &&
         common.told_percent() >= 50 && toll_points(a, b) >= 0 && doubts(a, b, common) == 0;
}

int who_and_where(const Common& common) {
  const auto counted = [&](PartKind kind) { return std::min(common.of(kind), most_counted); };
  const int place = common.of(PartKind::site) > 0   ? site_points
                    : common.of(PartKind::area) > 0 ? area_points
                                                    : 0;
  return person_points * counted(PartKind::person) + name_points * counted(PartKind::name) +
         land_points * counted(PartKind::land) + place;
}

bool is_of_once(const Record& a, const Record& b, const Common& common) {
  const bool of_regime = are_both(a, b, Deed::regime);
  return share_fate(a, b) ||
         (of_regime && common.of(PartKind::land) + common.of(PartKind::person) > 0);
}

bool have_near_tolls(const Record& a, const Record& b) {
  constexpr int many = 3;
  return are_both(a, b, Deed::harm) && std::min(a.dead, b.dead) >= many && toll_points(a, b) > 0;
}

bool share_toll(const Record& a, const Record& b, const Common& common) {
  return have_near_tolls(a, b) && common.of(PartKind::site) > 0;
}

bool share_cause(const Record& a, const Record& b, const Common& common) {
  return are_both(a, b, Deed::harm) && common.telling >= 2 && common.told_percent() >= 50 &&
         toll_points(a, b) >= 0 &&
         (Meeting(a.circumstances(), b.circumstances()).both & kind_bit(Circumstance::cause)) != 0;
}

bool share_stem(const Record& a, const Record& b) {
  for (const std::uint32_t left : a.stems) {
    for (const std::uint32_t right : b.stems) {
      if (left != 0 && left == right) return true;
    }
  }
  return false;
}

int telling_points(const Common& common) {
  return std::min({common.telling, common.told_percent() / 10, most_telling});
}

Grounds weigh(const Record& a, const Record& b, const Common& common, bool trigger) {
  Grounds grounds;
  grounds.trigger = trigger;
  grounds.once = is_of_once(a, b, common);
  const bool of_territory = are_both(a, b, Deed::territory);
  grounds.points = who_and_where(common) + toll_points(a, b) + telling_points(common) +
                   (share_target(a, b) ? target_points : 0) + (grounds.once ? once_points : 0) +
                   (of_territory && common.places() ? territory_points : 0) +
                   (trigger && tells_person(a, b, common) ? named_points : 0) +
                   (are_of_one_pair(a, b, common) ? parties_points : 0) +
                   disaster_points(a, b, common);
  return grounds;
}

void take_off_doubts(const Record& a, const Record& b, const Common& common, Grounds& grounds) {
  if (are_both(a, b, Deed::territory)) return;
  grounds.doubts = doubts(a, b, common);
  grounds.points -= grounds.doubts;
}

}  // namespace dateline::merge
