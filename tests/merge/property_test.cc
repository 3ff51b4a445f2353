// Merging is a function of the set of articles: order, sharding and repetition do not show in its
// result.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

#include "merge/make.h"

namespace dateline {
namespace {

using namespace test;

std::string shown(const Chronology& c) {
  std::string out;
  for (const Source& source : c.sources)
    out += source.document + ' ' + to_iso(source.published.date.first) + '\n';
  for (const Event& e : c.events) {
    out += e.id + ' ' + to_iso(e.date.date.first) + ' ' + to_iso(e.date.date.last) + ' ' +
           e.summary + ' ' + std::to_string(e.salience) + ' ' + std::to_string(e.documents);
    for (const Evidence& x : e.evidence)
      out += ' ' + x.document + ':' + std::to_string(x.span.begin);
    for (const EventActor& a : e.actors) out += ' ' + a.id + '=' + a.name;
    for (const Variant& v : e.variants) out += ' ' + v.what + '=' + v.value;
    for (const EventLink& l : e.links) out += ' ' + l.relation + '=' + l.event;
    out += '\n';
  }
  for (const ChronologyDay& d : c.days) {
    out += to_iso(d.date) + ' ' + std::to_string(d.salience) + ' ' + std::to_string(d.documents);
    for (const std::uint32_t e : d.events) out += ' ' + c.events[e].id;
    out += '\n';
  }
  return out;
}

// Sixty articles about a dozen happenings: wide and narrow dates, copies, undated articles,
// reports.
std::vector<Extraction> random_corpus(std::uint32_t seed) {
  std::mt19937 dice(seed);
  const auto below = [&](std::uint32_t n) { return static_cast<std::uint32_t>(dice() % n); };
  const char* const triggers[] = {"seized", "captured", "shelled", "raided"};
  const char* const cities[] = {"Port Alba", "Saint Bruno", "Lower Fen"};
  std::vector<Extraction> corpus;
  for (int i = 0; i < 60; ++i) {
    const Day published = day("2024-12-20") + static_cast<Day>(below(5));
    std::vector<Event> events;
    for (std::uint32_t k = 0; k < 3; ++k) {
      const Day at = published - static_cast<Day>(below(9));
      const std::uint32_t width = below(4);
      Date date = single_day(at);
      if (width == 1) date = {at - 3, at + 3, Precision::week};
      if (width == 2) date = {no_day, published, Precision::before};
      const std::string trigger = triggers[below(4)], where = cities[below(3)];
      Event one = event(EventType::assault, trigger, date,
                        "Troops " + trigger + " the town of " + where + " with " +
                            std::to_string(below(4)) +
                            " boats in the night while the guards of the harbour slept",
                        k * 500);
      one.places.push_back(city(where, "ZZ"));
      one.actors.push_back(actor(below(2) == 0 ? "Navy" : "Alba Navy", ActorRole::source,
                                 below(3) == 0 ? "" : "organization/navy"));
      if (below(4) == 0) one.modality = below(2) == 0 ? Modality::planned : Modality::denied;
      if (below(3) == 0) one.toll.dead = static_cast<std::int32_t>(below(5));
      events.push_back(one);
    }
    Extraction made =
        article("d" + std::to_string(i), below(6) == 0 ? "" : to_iso(published), events);
    for (std::uint64_t& hash : made.source.fingerprint) hash = 1 + below(4);
    made.reports.push_back(report(to_iso(published - 2), events[0].summary));
    corpus.push_back(made);
  }
  return corpus;
}

TEST(Property, TheOrderOfTheInputDoesNotShow) {
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    std::vector<Extraction> corpus = random_corpus(seed);
    const std::string expected = shown(merged(corpus));
    std::shuffle(corpus.begin(), corpus.end(), std::mt19937(seed));
    EXPECT_EQ(shown(merged(corpus)), expected) << "seed " << seed;
  }
}

TEST(Property, AnUndatedCopyIsDatedInWhateverOrderTheTwoArrive) {
  const std::string sentence =
      "Troops shelled the town of Lower Fen with forty boats in the night while the guards slept";
  const auto told = [&](std::string name, std::string_view published, Date date) {
    return article(std::move(name), published,
                   {event(EventType::assault, "shelled", date, sentence)});
  };
  const Extraction dated = told("dated", "2031-03-06", single_day(day("2031-03-05")));
  const Extraction undated = told("undated", "", Date());
  EXPECT_EQ(shown(merged({dated, undated})), shown(merged({undated, dated})));
}

TEST(Property, ArticlesReadTwiceCountOnce) {
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    std::vector<Extraction> corpus = random_corpus(seed), twice = corpus;
    twice.insert(twice.end(), corpus.begin(), corpus.begin() + 30);
    EXPECT_EQ(shown(merged(twice)), shown(merged(corpus))) << "seed " << seed;
  }
}

TEST(Property, MergingJoinsSomethingInTheRandomCorpus) {
  const std::vector<Extraction> corpus = random_corpus(1);
  const std::size_t entries = merged(corpus).events.size();
  EXPECT_LT(entries, 180U);
  EXPECT_GT(entries, 20U);
}

TEST(Property, DatesOfOneEntryNeverExcludeEachOther) {
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    for (const Event& e : merged(random_corpus(seed)).events) {
      for (const Variant& v : e.variants) {
        if (v.what != "date") continue;
        const std::size_t dots = v.value.find("..");
        const std::string first = v.value.substr(0, dots),
                          last = dots == std::string::npos ? first : v.value.substr(dots + 2);
        EXPECT_TRUE(first.empty() || day(first) <= e.date.date.last) << e.id;
        EXPECT_GE(day(last), e.date.date.first) << e.id;
      }
    }
  }
}

TEST(Property, IdsAreUnique) {
  Chronology c = merged(random_corpus(3));
  std::vector<std::string> ids;
  for (const Event& e : c.events) ids.push_back(e.id);
  std::sort(ids.begin(), ids.end());
  EXPECT_EQ(std::adjacent_find(ids.begin(), ids.end()), ids.end());
}

}  // namespace
}  // namespace dateline
