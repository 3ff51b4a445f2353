// A plan or denial is compared with facts as if it were one itself: under the same keys, by the
// same rules, but more must agree, and within the days in which one answers the other. Each has at
// most one partner, the one it agrees with best.
#include "merge/same/links.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "merge/base/parallel.h"
#include "merge/same/blocks.h"
#include "merge/same/grounds.h"
#include "merge/same/same_event.h"

namespace dateline::merge {
namespace {

// Words in common, of a hundred. What did not happen is told of in many ways, a denial in the words
// of the claim.
constexpr int least_words = 30, least_words_vague = 50, least_words_denial = 50;
constexpr Day days_to_follow = 14;  // a plan may be dated by the day that it was made on
constexpr Day days_to_deny = 7;

// The record as the fact that it speaks of, with the days on which that may have been; `own_day`:
// the day that a denial names is that of the deed, "denied that it was behind Monday's shooting".
Record as_fact(const Record& record, bool own_day) {
  Record fact = record;
  fact.standing = Standing::fact;
  if (record.standing == Standing::plan && record.last != end_of_time) fact.last += days_to_follow;
  if (record.standing == Standing::denial && record.first != beginning_of_time && !own_day)
    fact.first -= days_to_deny;
  return fact;
}

// A date that leaves open which month says little; then the words must say more.
bool is_vague(const Record& record) { return record.last - record.first > 31 + days_to_follow; }

// "Denied Monday's shooting", "gunmen killed seven on Monday".
bool are_harm_of_a_day(const Record& denied, const Record& fact) {
  return denied.stated && denied.is_day() && fact.is_day() && denied.first == fact.first &&
         are_both(denied, fact, Deed::harm);
}

// How well a fact fits; 0: not enough.
int fit(const Record& fact, const Record& other, int least) {
  if (other.sentence == fact.sentence) return 0;
  if (!same_trigger(fact, other) && !are_harm_of_a_day(fact, other)) return 0;
  const int score = agreement(fact, other);
  if (score == 0) return 0;
  const Likeness common = likeness(fact, other);
  const bool vague = is_vague(fact) || is_vague(other);
  const int needed = std::max(vague ? least_words_vague : least_words, least);
  return common.names > 0 && common.words >= needed ? score : 0;
}

struct Partner {
  std::uint32_t event = 0;
  int score = 0;
};

class Finding {
 public:
  Finding(const Records& records, const std::vector<std::uint32_t>& event, Standing standing)
      : records_(records), event_(event), standing_(standing) {}

  std::vector<Link> find() {
    for (std::uint32_t i = 0; i < records_.size(); ++i) {
      if (records_.standing(i) != standing_) continue;
      asked_.push_back({i, false});
      const Record& record = records_[i];
      if (standing_ == Standing::denial && record.stated && record.is_day())
        asked_.push_back({i, true});
    }
    if (asked_.empty()) return {};
    fill();
    std::vector<std::pair<std::uint32_t, Partner>> partners;  // of the plan or denial
    for (std::uint32_t i = 0; i < asked_.size(); ++i) {
      const Partner partner = partner_of(i);
      if (partner.score > 0) partners.push_back({event_[asked_[i].record], partner});
    }
    return links(std::move(partners));
  }

 private:
  void fill() {
    blocks_.clear(asked_.size());
    for (const Asked& asked : asked_) blocks_.add(as_fact(records_[asked.record], asked.own_day));
    constexpr std::uint32_t ahead = 4;
    for (std::uint32_t i = 0; i < records_.size(); ++i) {
      records_.prefetch(i + 2 * ahead);
      records_.prefetch_lists(i + ahead);
      if (records_.standing(i) == Standing::fact) blocks_.add_known(records_[i], event_[i]);
    }
    blocks_.settle();
    compared_.assign(records_.size(), 0);
  }

  Partner partner_of(std::uint32_t number) {
    const Record fact = as_fact(records_[asked_[number].record], asked_[number].own_day);
    Partner best;
    blocks_.candidates(number, fact, [&](std::uint32_t candidate) {
      if (std::exchange(compared_[candidate], number + 1) == number + 1) return;
      const int score = fit(fact, records_[candidate],
                            standing_ == Standing::denial ? least_words_denial : least_words);
      if (score > best.score || (score == best.score && score > 0 && candidate < best.event))
        best = {candidate, score};
    });
    return best;
  }

  // The best one of each event; a fact follows a plan, a denial denies a fact.
  [[nodiscard]] std::vector<Link> links(
      std::vector<std::pair<std::uint32_t, Partner>> partners) const {
    std::sort(partners.begin(), partners.end(), [](const auto& a, const auto& b) {
      return std::tuple(a.first, -a.second.score, a.second.event) <
             std::tuple(b.first, -b.second.score, b.second.event);
    });
    std::vector<Link> links;
    for (std::size_t i = 0; i < partners.size(); ++i) {
      const auto& [event, partner] = partners[i];
      if (i > 0 && partners[i - 1].first == event) continue;
      if (standing_ == Standing::plan)
        links.push_back({partner.event, event, "follows"});
      else
        links.push_back({event, partner.event, "denies"});
    }
    return links;
  }

  const Records& records_;
  const std::vector<std::uint32_t>& event_;
  Standing standing_;
  struct Asked {
    std::uint32_t record;
    bool own_day;
  };
  std::vector<Asked> asked_;  // the records of this standing
  Blocks blocks_;
  std::vector<std::uint32_t> compared_;  // with the record of this number, plus 1
};

}  // namespace

std::vector<Link> find_links(const Records& records, const std::vector<std::uint32_t>& event,
                             unsigned jobs) {
  constexpr Standing answering[] = {Standing::plan, Standing::denial};
  std::vector<Link> found[std::size(answering)];
  in_parallel(jobs, std::size(answering), [&](std::size_t i, unsigned) {
    found[i] = Finding(records, event, answering[i]).find();
  });
  std::vector<Link> links = std::move(found[0]);
  links.insert(links.end(), found[1].begin(), found[1].end());
  return links;
}

}  // namespace dateline::merge
