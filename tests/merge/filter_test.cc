// --since, --before, --type, --actor, --place, --min-sources, --top; and the order of what is left.
#include <gtest/gtest.h>

#include "merge/make.h"

namespace dateline {
namespace {

using namespace test;

const Date fifth = single_day(parse_day("2024-12-05").value());

std::vector<Extraction> three_events() {
  Event first = harbour(fifth);
  Event second = event(EventType::consult, "met", single_day(fifth.first + 1),
                       "The mayor met the envoy of the north");
  second.actors.push_back(actor("Mayor of Port Alba", ActorRole::source, "person/mayor"));
  Event third = event(EventType::aid, "sent", {fifth.first + 2, fifth.first + 20, Precision::month},
                      "The north sent grain");
  return {article("a", "2024-12-06", {first}), article("b", "2024-12-07", {second}),
          article("c", "2024-12-08", {third}), article("d", "2024-12-08", {first})};
}

TEST(Filter, SinceKeepsWhatMayHaveHappenedOnThatDayOrLater) {
  merge::Options options;
  options.since = fifth.first + 3;
  const Chronology c = merged(three_events(), options);
  ASSERT_EQ(c.events.size(), 1U);
  EXPECT_EQ(c.events[0].type, EventType::aid);
}

TEST(Filter, BeforeIsExclusive) {
  merge::Options options;
  options.before = fifth.first + 1;
  const Chronology c = merged(three_events(), options);
  ASSERT_EQ(c.events.size(), 1U);
  EXPECT_EQ(c.events[0].type, EventType::assault);
}

TEST(Filter, TypeTakesTypesModesAndQuadClasses) {
  for (const char* type : {"assault", "seize", "material-conflict"}) {
    merge::Options options;
    options.types = {type};
    EXPECT_EQ(merged(three_events(), options).events.size(), 1U) << type;
  }
}

TEST(Filter, ActorIsFoundByIdOrAWordOfItsName) {
  for (const char* who : {"person/mayor", "mayor"}) {
    merge::Options options;
    options.actors = {who};
    EXPECT_EQ(merged(three_events(), options).events.size(), 1U) << who;
  }
}

TEST(Filter, PlaceIsFoundByNameOrCountry) {
  for (const char* where : {"port alba", "ZZ"}) {
    merge::Options options;
    options.places = {where};
    EXPECT_EQ(merged(three_events(), options).events.size(), 1U) << where;
  }
}

TEST(Filter, PlaceOfTwoCapitalsIsACountryAndNoPartOfAName) {
  merge::Options options;
  options.places = {"AL"};  // "Port Alba"
  EXPECT_TRUE(merged(three_events(), options).events.empty());
}

TEST(Filter, NameIsFoundByItsWholeWordsOnly) {
  merge::Options options;
  options.actors = {"may"};
  EXPECT_TRUE(merged(three_events(), options).events.empty());
}

TEST(Filter, MinSourcesCountsDocuments) {
  merge::Options options;
  options.min_sources = 2;
  EXPECT_EQ(merged(three_events(), options).events.size(), 1U);
}

TEST(Filter, TopKeepsTheMostSalientAndTheirDays) {
  merge::Options options;
  options.top = 1;
  const Chronology c = merged(three_events(), options);
  ASSERT_EQ(c.events.size(), 1U);
  EXPECT_EQ(c.events[0].type, EventType::assault);
  ASSERT_EQ(c.days.size(), 1U);
  EXPECT_EQ(c.days[0].events, std::vector<std::uint32_t>{0});
}

TEST(Filter, BackgroundIsLeftOutUnlessAskedFor) {
  Event history = harbour(fifth);
  history.background = true;
  EXPECT_TRUE(merged({article("a", "2024-12-06", {history})}).events.empty());
  merge::Options options;
  options.background = true;
  EXPECT_EQ(merged({article("a", "2024-12-06", {history})}, options).events.size(), 1U);
}

TEST(Order, IsByStartThenEnd) {
  const Chronology c = merged(three_events());
  ASSERT_EQ(c.events.size(), 3U);
  EXPECT_EQ(c.events[0].type, EventType::assault);
  EXPECT_EQ(c.events[1].type, EventType::consult);
  EXPECT_EQ(c.events[2].type, EventType::aid);
}

TEST(Order, AnEventWithoutAnyDateComesLast) {
  std::vector<Extraction> articles = three_events();
  articles.push_back(article(
      "0", "", {event(EventType::aid, "sent", {}, "Once upon a time somebody sent grain")}));
  EXPECT_FALSE(merged(articles).events.back().date.date.known());
}

}  // namespace
}  // namespace dateline
