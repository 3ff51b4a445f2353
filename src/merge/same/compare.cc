// Are two records one event? First what forbids it: standing, dates that exclude each other,
// participants that do. Then what speaks for it, in points: who and where, how many died, and the
// words that tell what happened. A trigger that both share is no ground by itself: on a day on
// which a storm kills in one town, a bus kills in another.
#include <algorithm>
#include <cstdlib>

#include "merge/same/common.h"
#include "merge/same/grounds.h"
#include "merge/same/same_event.h"

namespace dateline::merge {
namespace {

bool is_undated(const Record& record) {
  return record.first == beginning_of_time && record.last == end_of_time;
}

bool is_wide(const Record& record) { return record.last - record.first > 31; }

bool is_speech(const Record& record) { return record.group == TypeGroup::word; }

// "Since 2015" is no date for what happened on a day of 2024.
bool began_elsewhere(const Record& a, const Record& b) {
  constexpr Day slack = 31;
  const bool a_open = a.last == end_of_time && a.first != beginning_of_time;
  const bool b_open = b.last == end_of_time && b.first != beginning_of_time;
  return (a_open && b.first > a.first + slack) || (b_open && a.first > b.first + slack);
}

// News that names no day is of the weeks before it was published: a missile that was fired by March
// is not the one that was fired by May.
bool are_news_of_other_months(const Record& a, const Record& b) {
  constexpr Day month = 31;
  const bool open = a.first == beginning_of_time && b.first == beginning_of_time &&
                    a.last != end_of_time && b.last != end_of_time;
  return open && !a.background && !b.background && std::abs(a.last - b.last) > month;
}

// An open past reaches back for ever, but what has no date of its own is mostly news.
bool is_far(const Record& a, const Record& b) {
  constexpr Day two_months = 62;
  const auto far = [](const Record& open, const Record& other) {
    return open.first == beginning_of_time && open.last - other.last > two_months;
  };
  return far(a, b) || far(b, a);
}

// A fire or a bomb that news tells of without a day, on the day after: that both were fires says as
// much as if the news named the day.
bool is_news_of_harm(const Record& a, const Record& b) {
  constexpr Day fresh = 2;
  const auto is_news = [](const Record& news, const Record& day) {
    return day.is_day() && news.first == beginning_of_time && !news.background &&
           news.last >= day.first && news.last - day.last <= fresh;
  };
  return are_both(a, b, Deed::harm) && (is_news(a, b) || is_news(b, a));
}

// Does the one's sentence hold the word by which the other was found? Of one type only: the
// sentence may tell of what that word says beside its own event.
bool tells_trigger(const Record& a, const Record& b) {
  const auto holds = [](const Record& record, std::uint32_t word) {
    return word != 0 && (record.word_marks >> range_of(word) & 1U) != 0 &&
           std::binary_search(record.words().begin(), record.words().end(), word);
  };
  return holds(a, b.trigger_word) || holds(b, a.trigger_word);
}

// A type that says nothing forbids nothing; a truce is a retreat to the one, an agreement to the
// other.
bool may_be_one_kind(const Record& a, const Record& b) {
  return a.group == b.group || (a.deeds.is(Deed::mutual) && b.deeds.is(Deed::mutual));
}

// On most days a country sees one strike, one election.
bool is_of_few(const Record& a, const Record& b) {
  return a.type == b.type && (a.group == TypeGroup::protest || a.group == TypeGroup::sanction ||
                              a.group == TypeGroup::office);
}

// What must agree of two that are dated to a day or a few weeks.
bool is_enough(const Record& a, const Record& b, const Common& common, const Grounds& grounds) {
  if (is_speech(a) || is_speech(b)) return common.telling >= 2 && grounds.points >= 5;
  if (!grounds.trigger && grounds.points >= 7 && common.named() >= 2) return true;
  if (!grounds.trigger && share_cause(a, b, common)) return grounds.points >= 5;
  if (!grounds.trigger && share_toll(a, b, common))
    return (common.telling >= 1 || share_target(a, b)) && grounds.points >= 5;
  if (!grounds.trigger) return common.telling >= 2 && grounds.points >= 6;
  const int telling = have_near_tolls(a, b) ? 1 : 2;
  const bool is_told_alike =
      common.telling >= telling && grounds.doubts == 0 && who_and_where(common) > 0;
  return grounds.points >= (is_told_alike ? 3 : 4);
}

// With so wide a date, more must.
bool are_told_alike_for_wide(const Record& a, const Record& b, const Common& common) {
  if (is_of_once(a, b, common) || share_toll(a, b, common)) return true;
  if (is_undated(a) || is_undated(b))
    return (common.named() > 0 || common.places()) && common.overlap_percent() >= 40;
  if (is_far(a, b)) return common.told_percent() >= 40;
  const bool same_town = are_both(a, b, Deed::territory) && common.of(PartKind::site) > 0;
  return same_town || common.told_percent() >= 30;
}

bool is_enough_for_wide(const Record& a, const Record& b, const Grounds& grounds) {
  if (is_undated(a) || is_undated(b)) return true;
  if (is_far(a, b) && !grounds.once) return grounds.points >= 7;
  const bool same_dates = a.first == b.first && a.last == b.last && a.first != beginning_of_time;
  return grounds.points >= (same_dates || grounds.once ? 4 : 5);
}

// A name that the gazetteer lacks may be a part of the town that the other names.
bool sites_clash(const Record& a, const Record& b, const Common& common) {
  return common.clashes(PartKind::site) && a.has_own_site && b.has_own_site &&
         a.has_known_site == b.has_known_site;
}

bool parts_clash(const Record& a, const Record& b, const Common& common) {
  const bool specific = common.named() > 0 || common.places();
  if (sites_clash(a, b, common)) return true;
  if (common.clashes(PartKind::land) && !specific) return true;
  const bool names_clash = common.clashes(PartKind::name) || common.clashes(PartKind::person);
  return names_clash && !specific && common.of(PartKind::land) == 0 && !share_named_person(a, b);
}

// First with as many words in common as there may be: where those do not suffice, they need not be
// counted, and doubts would not help.
int agreement_of(const Record& a, const Record& b, Common& common, bool trigger, int least) {
  const bool wide = is_wide(a) || is_wide(b), headline = trigger && is_headline_of(a, b);
  const bool undated = wide && !is_news_of_harm(a, b);
  Grounds grounds;
  const auto are_enough = [&] {
    if (headline) return grounds.points >= 2;
    if (wide) return are_told_alike_for_wide(a, b, common) && is_enough_for_wide(a, b, grounds);
    return is_enough(a, b, common, grounds) || is_retold(a, b, common);
  };
  // Of two events that one sentence tells, the one of its own kind.
  const int kind = (trigger ? 20 : 0) + (a.type == b.type ? 5 : 0) + (a.mode == b.mode ? 5 : 0);
  const auto score = [&] { return 10 * grounds.points + common.overlap_percent() / 10 + kind; };
  bound_words(a, b, common);
  if (undated) leave_out_circumstances(a, b, common);
  grounds = weigh(a, b, common, trigger);
  if (!are_enough() || score() <= least) return 0;
  grounds.points -= telling_points(common);
  count_words(a, b, common);
  if (undated) leave_out_circumstances(a, b, common);
  grounds.points += telling_points(common);
  if (!are_enough() || score() <= least) return 0;
  take_off_doubts(a, b, common, grounds);
  return are_enough() && score() > least ? score() : 0;
}

}  // namespace

bool are_elsewhere(const Record& a, const Record& b) {
  return (a.site_marks & b.site_marks) == 0 && a.site_marks != 0 && b.site_marks != 0 &&
         a.has_own_site && b.has_own_site && a.has_known_site == b.has_known_site;
}

bool same_trigger(const Record& a, const Record& b) {
  return (a.mode != 0 && a.mode == b.mode) || share_stem(a, b);
}

Likeness likeness(const Record& a, const Record& b) {
  Common common = common_parts(a, b);
  count_words(a, b, common);
  return {common.named() + common.places() + (share_named_person(a, b) ? 1 : 0),
          common.overlap_percent()};
}

bool contradict(const Record& a, const Record& b) {
  return parts_clash(a, b, common_parts(a, b)) || sides_clash(a, b);
}

int agreement(const Record& a, const Record& b, int least) {
  if (a.standing != b.standing || a.first > b.last || b.first > a.last) return 0;
  if (are_elsewhere(a, b)) return 0;
  const bool alike = may_be_one_kind(a, b);
  bool trigger = same_trigger(a, b) || share_fate(a, b) || (are_both(a, b, Deed::territory)) ||
                 (a.type == b.type && !is_speech(a) && tells_trigger(a, b));
  if (!trigger && !alike) return 0;
  // Two triggers of one sentence are two events.
  if (a.sentence == b.sentence && (!trigger || a.type != b.type)) return 0;
  if (began_elsewhere(a, b) || are_news_of_other_months(a, b)) return 0;
  Common common = common_parts(a, b);
  if (parts_clash(a, b, common)) return 0;
  if (!trigger) trigger = is_of_few(a, b);
  if (!trigger && (!alike || ((is_wide(a) || is_wide(b)) && !share_toll(a, b, common)))) return 0;
  const int score =
      a.sentence == b.sentence ? word_for_word : agreement_of(a, b, common, trigger, least);
  return score > 0 && sides_clash(a, b) ? 0 : score;
}

}  // namespace dateline::merge
