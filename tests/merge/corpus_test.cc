// What merging knows of the corpus: near-copies, sister articles, one label an actor.
#include <gtest/gtest.h>

#include <algorithm>

#include "merge/make.h"

namespace dateline {
namespace {

using namespace test;

const Date fifth = single_day(parse_day("2024-12-05").value());

Extraction copy_of_agency(std::string name, std::uint64_t last_hash) {
  Extraction made = article(std::move(name), "2024-12-06", {harbour(fifth)});
  const std::uint64_t hashes[4] = {11, 22, 33, last_hash};
  std::copy(std::begin(hashes), std::end(hashes), made.source.fingerprint);
  return made;
}

TEST(NearCopies, CountAsOneDocumentAndKeepAllSources) {
  const Chronology c =
      merged({copy_of_agency("a", 1), copy_of_agency("b", 2), copy_of_agency("c", 3)});
  ASSERT_EQ(c.events.size(), 1U);
  EXPECT_EQ(c.events[0].documents, 1U);
  EXPECT_EQ(c.events[0].evidence.size(), 3U);
  EXPECT_EQ(c.sources.size(), 3U);
}

TEST(NearCopies, TextsThatShareTwoOfFourHashesAreTwoDocuments) {
  Extraction other = copy_of_agency("b", 2);
  other.source.fingerprint[0] = 99;
  EXPECT_EQ(merged({copy_of_agency("a", 1), other}).events[0].documents, 2U);
}

TEST(NearCopies, TheSameTextAMonthLaterIsAnotherDocument) {
  Extraction later = copy_of_agency("b", 1);
  later.source.published.date = single_day(day("2025-01-06"));
  EXPECT_EQ(merged({copy_of_agency("a", 1), later}).events[0].documents, 2U);
}

const char* const quotation =
    "The minister said \"we shall not leave this harbour to anyone who comes with guns\"";

// What the pipeline asks the time rules for.
merge::Options reading_words() {
  merge::Options options;
  options.date_of_words = [](std::string_view words, Day published) -> Date {
    const Day monday = published - (published + 3) % 7;
    if (words == "Sunday") return single_day(published - (published + 4) % 7);
    if (words == "last week") return {monday - 7, monday - 1, Precision::week};
    return {};
  };
  return options;
}

TEST(Sisters, WordsThatAreToldFromTheDayOfPublicationAreReadAgain) {
  Event relative = event(EventType::consult, "met", {}, quotation);
  relative.date.text = "last week";
  const Extraction dated = article(
      "b", "2024-12-05",
      {event(EventType::consult, "spoke", fifth, std::string("In the capital ") + quotation)});
  const Chronology c = merged({article("a", "", {relative}), dated}, reading_words());
  const Date week{day("2024-11-25"), day("2024-12-01"), Precision::week};
  EXPECT_EQ(c.events[0].date.date, week);
  relative.date.text = "as ever";
  const Chronology bound = merged({article("a", "", {relative}), dated}, reading_words());
  const Date before{no_day, day("2024-12-06"), Precision::before};
  EXPECT_TRUE(std::any_of(bound.events.begin(), bound.events.end(),
                          [&](const Event& e) { return e.date.date == before; }));
}

TEST(Sisters, PlansAndBoundsAreNotReadAgain) {
  Event relative = event(EventType::consult, "met", {}, quotation);
  relative.date.text = "last week";
  const Extraction dated = article(
      "b", "2024-12-05",
      {event(EventType::consult, "spoke", fifth, std::string("In the capital ") + quotation)});
  const Date week{day("2024-11-25"), day("2024-12-01"), Precision::week};
  const auto is_of_week = [&](const Event& e) { return e.date.date == week; };
  relative.modality = Modality::planned;
  const Chronology plan = merged({article("a", "", {relative}), dated}, reading_words());
  EXPECT_TRUE(std::none_of(plan.events.begin(), plan.events.end(), is_of_week));
  relative.modality = Modality::asserted;
  relative.date.basis = "bound";
  const Chronology bound = merged({article("a", "", {relative}), dated}, reading_words());
  EXPECT_TRUE(std::none_of(bound.events.begin(), bound.events.end(), is_of_week));
}

TEST(Sisters, AnUndatedArticleTakesItsDayFromADatedOneWithTheSameQuotation) {
  Event relative = event(EventType::consult, "met", {}, quotation);
  relative.date.text = "Sunday";
  Event dated =
      event(EventType::consult, "spoke", fifth, std::string("In the capital ") + quotation);
  const Chronology c =
      merged({article("a", "", {relative}), article("b", "2024-12-05", {dated})}, reading_words());
  EXPECT_EQ(c.sources[0].published.basis, PublishedBasis::sister_document);
  EXPECT_EQ(c.sources[0].published.sister, "b");
  EXPECT_EQ(c.sources[0].published.date.first, day("2024-12-04"));
  EXPECT_EQ(c.sources[0].published.date.last, day("2024-12-06"));
  // All three days have the same last Sunday, so the event is dated to the day.
  EXPECT_EQ(c.events[0].date.date, single_day(day("2024-12-01")));
}

TEST(Sisters, DatedArticlesThatDisagreeDateNothing) {
  const Chronology c =
      merged({article("a", "", {event(EventType::consult, "met", {}, quotation)}),
              article("b", "2024-12-05", {event(EventType::consult, "met", fifth, quotation)}),
              article("c", "2025-02-05", {event(EventType::consult, "met", fifth, quotation)})});
  EXPECT_FALSE(c.sources[0].published.date.known());
}

TEST(Sisters, ADateOutsideTheKnownBoundsIsNotTaken) {
  Extraction undated = article("a", "", {event(EventType::consult, "met", {}, quotation)});
  undated.source.published.date = {no_day, day("2024-11-30"), Precision::before};
  const Chronology c = merged(
      {undated, article("b", "2024-12-05", {event(EventType::consult, "met", fifth, quotation)})});
  EXPECT_EQ(c.sources[0].published.date.precision, Precision::before);
}

TEST(Actors, HaveTheLabelThatMostEventsGiveThem) {
  std::vector<Extraction> articles;
  for (const char* name : {"Alba Navy", "Alba Navy", "Royal Alba Navy"}) {
    Event one = event(EventType::aid, "helped",
                      single_day(fifth.first + static_cast<Day>(articles.size())), "They helped");
    one.actors.push_back(actor(name, ActorRole::source, "organization/alba-navy"));
    articles.push_back(article("d" + std::to_string(articles.size()), "2024-12-09", {one}));
  }
  const std::vector<Event> events = merged(articles).events;
  ASSERT_FALSE(events.empty());
  for (const Event& one : events) EXPECT_EQ(one.actors[0].name, "Alba Navy");
}

TEST(Actors, AGovernmentIsCalledWhatItsSourceCallsIt) {
  std::vector<Extraction> articles;
  for (const char* name : {"the new cabinet", "the new cabinet", "the general's regime"}) {
    Event one = event(EventType::aid, "helped",
                      single_day(fifth.first + static_cast<Day>(articles.size())), "They helped");
    one.actors.push_back(actor(name, ActorRole::source, "organization/zz-government", "ZZ"));
    articles.push_back(article("d" + std::to_string(articles.size()), "2024-12-09", {one}));
  }
  EXPECT_EQ(merged(articles).events.back().actors[0].name, "the general's regime");
}

TEST(Actors, ANameWithoutAnIdTakesTheIdThatItHasElsewhere) {
  Event known = event(EventType::aid, "helped", fifth, "The navy helped the town");
  known.actors.push_back(actor("Alba Navy", ActorRole::source, "organization/alba-navy"));
  Event unknown = event(EventType::accuse, "blamed", single_day(fifth.first + 9),
                        "The navy blamed the weather");
  unknown.actors.push_back(actor("Alba Navy", ActorRole::source));
  const Chronology c =
      merged({article("a", "2024-12-06", {known}), article("b", "2024-12-16", {unknown})});
  ASSERT_EQ(c.events.size(), 2U);
  EXPECT_EQ(c.events[1].actors[0].id, "organization/alba-navy");
}

}  // namespace
}  // namespace dateline
