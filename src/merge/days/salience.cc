// n(d): every document adds the weight of its strongest sentence about d, a little more when it has
// several. The sum is drawn down where the sentences of d do not speak of one thing: a day with one
// event tops a day of many small ones. s(d) = n(d) - a share of the larger neighbour, so that
// echoes of a big day do not crowd out the next story.
#include "merge/days/salience.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "merge/base/parallel.h"
#include "merge/base/radix.h"
#include "merge/days/choose.h"
#include "merge/days/relevance.h"
#include "merge/records/words.h"

namespace dateline::merge {
namespace {

// Weights of a sentence for its day; measured on development topics, see docs/merge.md.
constexpr float lead_weight = 0.7F;          // of an undated lead, for the day of publication
constexpr float day_before_weight = 0.2F;    // of the same lead, for the day before
constexpr float head_factor = 1.2F;          // among an article's first three sentences
constexpr float looking_back_factor = 1.5F;  // told five days later or more: it was not forgotten
constexpr float remembered_factor = 1.9F;    // and a month later
constexpr float announced_factor = 0.7F;     // the day is still to come
constexpr float aside_factor = 0.9F;  // less than a quarter of its article's reports name the topic
constexpr double repeated = 0.3;             // times ln(sentences of the document about the day)
constexpr double unity = 0.25;               // power of the sentences' common direction
constexpr double neighbour_share = 0.25;     // taken off for the larger neighbouring day
constexpr std::uint32_t lead_sentences = 5, head_sentences = 3;
constexpr Day looking_back = 5, remembered = 30;

float factor_of_age(Day published, Day day) {
  if (published == no_day) return 1;
  if (published < day) return announced_factor;
  const Day age = published - day;
  return age >= remembered ? remembered_factor : age >= looking_back ? looking_back_factor : 1.0F;
}

// An article about something else, which comes to speak of the topic.
float factor_of_article(const Relevance& relevance, std::uint32_t article, std::size_t reports) {
  std::size_t named = 0;
  for (std::uint32_t i = 0; i < reports; ++i)
    named += relevance.of(article, i) == OnTopic::named ? 1 : 0;
  return 4 * named < reports ? aside_factor : 1.0F;
}

void add_report(const Articles& articles, std::uint32_t article, std::uint32_t number, bool named,
                float factor, std::vector<Telling>& tellings) {
  const Report& report = articles.all[article].reports[number];
  if (report.day == no_day) return;
  const float head = factor * (report.position < head_sentences ? head_factor : 1.0F);
  if (!report.explicit_date) {
    if (report.position >= lead_sentences) return;
    tellings.push_back({report.day, article, number, lead_weight * head, named, &report});
    tellings.push_back({report.day - 1, article, number, day_before_weight * head, named, &report});
    return;
  }
  const Day published = articles.published(article);
  tellings.push_back(
      {report.day, article, number, head * factor_of_age(published, report.day), named, &report});
}

// All tellings on the topic, by day, then group, article and place in it.
std::vector<Telling> tell_days(const Articles& articles, const Topic& topic, Words& words,
                               unsigned jobs) {
  const Relevance relevance(articles, topic, words, jobs);
  std::vector<Telling> tellings;
  for (std::uint32_t article = 0; article < articles.all.size(); ++article) {
    const std::size_t reports = articles.all[article].reports.size();
    const float factor = factor_of_article(relevance, article, reports);
    for (std::uint32_t i = 0; i < reports; ++i) {
      const OnTopic on_topic = relevance.of(article, i);
      if (on_topic != OnTopic::no)
        add_report(articles, article, i, on_topic == OnTopic::named, factor, tellings);
    }
  }
  radix_sort(tellings, [&](const Telling& telling) {  // they are in order of article and report
    return std::uint64_t{static_cast<std::uint32_t>(telling.day) ^ 0x80000000U} << 32 |
           articles.group[telling.article];
  });
  return tellings;
}

// What one document, or the strongest of its near-copies, adds to a day.
struct Share {
  std::size_t first = 0, last = 0;  // its tellings
  float strongest = 0;
  float sum = 0;
};

std::vector<Share> shares_of(const Articles& articles, const std::vector<Telling>& tellings,
                             std::size_t first, std::size_t last) {
  std::vector<Share> shares;
  std::uint32_t group = FlatMap::none;
  for (std::size_t i = first, j = first; i < last; i = j) {
    Share share{i, i, 0, 0};
    for (; j < last && tellings[j].article == tellings[i].article; ++j) {
      share.strongest = std::max(share.strongest, tellings[j].weight);
      share.sum += tellings[j].weight;
    }
    share.last = j;
    const bool same_group = articles.group[tellings[i].article] == group && !shares.empty();
    group = articles.group[tellings[i].article];
    if (!same_group) {
      shares.push_back(share);
    } else if (share.strongest > shares.back().strongest) {
      shares.back() = share;
    }
  }
  return shares;
}

double weigh(const std::vector<Share>& shares, std::size_t first,
             const std::vector<Vector>& vectors, std::size_t vocabulary, Sum& sum) {
  double weight = 0, strongest = 0;
  sum.clear();
  for (const Share& share : shares) {
    const auto sentences = static_cast<double>(share.last - share.first);
    weight += share.strongest * (1 + repeated * std::log(sentences));
    strongest += share.strongest;
  }
  const auto scale = [&](const Share& share) { return share.strongest / share.sum; };
  for (const Share& share : shares) {
    for (std::size_t i = share.first; i < share.last; ++i)
      sum.add(vectors[i - first], scale(share), vocabulary);
  }
  return weight * std::pow(std::min(1.0, static_cast<double>(sum.norm()) / strongest), unity);
}

void lower_echoes(std::vector<DaySalience>& days) {
  for (std::size_t i = 0; i < days.size(); ++i) {
    double neighbour = 0;
    if (i > 0 && days[i - 1].day == days[i].day - 1) neighbour = days[i - 1].documents_weighed;
    if (i + 1 < days.size() && days[i + 1].day == days[i].day + 1) {
      neighbour = std::max(neighbour, days[i + 1].documents_weighed);
    }
    days[i].salience = days[i].documents_weighed - neighbour_share * neighbour;
  }
}

// What one thread needs to weigh a day after another.
class Scale {
 public:
  Scale(const Articles& articles, const Words& words) : articles_(articles), words_(words) {}
  [[nodiscard]] DaySalience weigh(const std::vector<Telling>& tellings, std::size_t first,
                                  std::size_t last) {
    if (vectors_.size() < last - first) vectors_.resize(last - first);
    lengths_.clear();
    constexpr std::size_t ahead = 8;
    for (std::size_t i = first; i < last; ++i) {
      if (i + 2 * ahead < tellings.size()) __builtin_prefetch(tellings[i + 2 * ahead].told);
      if (i + ahead < tellings.size()) __builtin_prefetch(tellings[i + ahead].told->words.data());
      const Report& report = *tellings[i].told;
      words_.vector(report.words, vectors_[i - first]);
      lengths_.push_back(report.length);
    }
    const std::vector<Share> shares = shares_of(articles_, tellings, first, last);
    DaySalience day;
    day.day = tellings[first].day;
    day.documents = static_cast<std::uint32_t>(shares.size());
    day.documents_weighed = merge::weigh(shares, first, vectors_, words_.size(), sum_);
    day.best = best_of(tellings.data() + first, day.documents);
    return day;
  }

 private:
  // Sentences that name the topic are shown; those that are only related where there are no others.
  std::vector<Telling> best_of(const Telling* first, std::uint32_t documents) {
    std::vector<std::size_t> pool;
    for (std::size_t i = 0; i < lengths_.size(); ++i) {
      if (first[i].named) pool.push_back(i);
    }
    if (pool.empty()) {
      pool.resize(lengths_.size());
      std::iota(pool.begin(), pool.end(), std::size_t{0});
    }
    std::vector<Telling> best;
    for (const std::size_t chosen :
         chooser_.choose(vectors_, lengths_, pool, words_.size(), most_sentences(documents))) {
      best.push_back(first[chosen]);
    }
    return best;
  }

  const Articles& articles_;
  const Words& words_;
  std::vector<Vector> vectors_;
  std::vector<std::uint32_t> lengths_;
  Sum sum_;
  Chooser chooser_;
};

}  // namespace

std::vector<DaySalience> weigh_days(const Articles& articles, const Topic& topic, unsigned jobs) {
  Words words;
  const std::vector<Telling> tellings = tell_days(articles, topic, words, jobs);
  std::vector<std::size_t> begins;
  for (std::size_t i = 0; i < tellings.size(); ++i) {
    if (i == 0 || tellings[i].day != tellings[i - 1].day) begins.push_back(i);
  }
  std::vector<DaySalience> days(begins.size());
  std::vector<Scale> scales(jobs, Scale(articles, words));
  begins.push_back(tellings.size());
  in_parallel(jobs, days.size(), [&](std::size_t day, unsigned thread) {
    days[day] = scales[thread].weigh(tellings, begins[day], begins[day + 1]);
  });
  lower_echoes(days);
  return days;
}

}  // namespace dateline::merge
