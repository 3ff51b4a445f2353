// The tagger as other rooms use it: memory over blocks, unknown publication dates, intervals,
// hostile input.
#include "time/time.h"

#include <chrono>

#include <gtest/gtest.h>

#include "rules/rules.h"

namespace dateline::time {
namespace {

class TaggerTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    Problems problems;
    rules_ = Rules::load({}, problems);
    ASSERT_TRUE(rules_);
    tagger_ = std::make_unique<Tagger>(*rules_, problems);
    ASSERT_TRUE(problems.empty());
  }
  static void TearDownTestSuite() {
    tagger_.reset();
    rules_.reset();
  }

  static Context on(std::string_view day) { return {parse_date(day).value_or(Date{}), false}; }

  static std::vector<Timex> find(const std::string& text, const Context& context) {
    rules::Reading reading;
    rules::read_text(*rules_, text, reading);
    Memory memory;
    std::vector<Timex> found;
    tagger_->find(reading, {0, reading.tokens.size()}, context, memory, found);
    return found;
  }

  static std::string values(const std::string& text, const Context& context) {
    std::string out;
    for (const Timex& timex : find(text, context)) out += (out.empty() ? "" : " ") + timex.value;
    return out;
  }

  static double seconds(const std::string& text) {
    const auto start = std::chrono::steady_clock::now();
    (void)find(text, on("2013-03-22"));
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  }

  static std::string repeated(std::string_view piece, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += piece;
    return out;
  }

  // Four times the text may take at most some more than four times as long.
  static void expect_linear(std::string_view piece, std::size_t times) {
    (void)seconds(repeated(piece, 1000));
    const double small = seconds(repeated(piece, times)),
                 large = seconds(repeated(piece, 4 * times));
    EXPECT_LT(large, 12 * small + 0.2) << piece;
  }

  static std::shared_ptr<const Rules> rules_;
  static std::unique_ptr<Tagger> tagger_;
};

std::shared_ptr<const Rules> TaggerTest::rules_;
std::unique_ptr<Tagger> TaggerTest::tagger_;

TEST_F(TaggerTest, AWeekdayOfATextChangedSinceMayLieBetween) {
  Context context = on("2013-03-20");  // a Wednesday
  context.modified = *parse_day("2013-03-22");
  EXPECT_EQ(values("They met on Thursday.", context), "2013-03-21");
  EXPECT_EQ(values("They met on Tuesday and Wednesday.", context), "2013-03-19 2013-03-20");
  EXPECT_EQ(values("They will meet on Thursday.", context), "2013-03-21");
  EXPECT_EQ(values("They met on Saturday.", context), "2013-03-16");
  EXPECT_EQ(values("They met yesterday.", context), "2013-03-19");
  context.modified = *parse_day("2013-03-25");
  EXPECT_EQ(values("They met on Thursday.", context), "2013-03-14");
}

TEST_F(TaggerTest, AFewPossibleDaysOfPublicationStillTellAWeekdayTheyAgreeOn) {
  const Date from_monday{*parse_day("2024-12-02"), *parse_day("2024-12-07"), Precision::week};
  const Date to_monday{*parse_day("2024-12-02"), *parse_day("2024-12-09"), Precision::week};
  EXPECT_EQ(values("The ferry sank on Sunday.", {from_monday, false}), "2024-12-01");
  EXPECT_EQ(values("The ferry sank on Sunday.", {to_monday, false}), "XXXX-WXX-7");
}

TEST_F(TaggerTest, LeavesOpenWhatAnUnknownPublicationDateWouldDecide) {
  EXPECT_EQ(values("They met on Sunday.", {}), "XXXX-WXX-7");
  EXPECT_EQ(values("They met yesterday.", {}), "XXXX-XX-XX");
  EXPECT_EQ(values("They met last week.", {}), "XXXX-WXX");
  EXPECT_EQ(values("They met in October.", {}), "XXXX-10");
  EXPECT_EQ(values("They met at 8 p.m. in Rome.", {}), "XXXX-XX-XXT20:00");
  EXPECT_FALSE(find("They met on Sunday.", {})[0].date.known());
}

// Published on a Tuesday.
TEST_F(TaggerTest, TheSimplePresentOfATimetableLooksAheadToAWeekday) {
  const Context context = on("2024-06-11");
  EXPECT_EQ(values("Voters go to the polls on Sunday.", context), "2024-06-16");
  EXPECT_EQ(values("The king travels to Oslo on Wednesday.", context), "2024-06-12");
  EXPECT_EQ(values("Judges give their verdict on Thursday.", context), "2024-06-13");
  EXPECT_EQ(values("He said the envoy arrives on Friday.", context), "2024-06-14");
  EXPECT_EQ(values("President Ruiz visits Oslo on Friday.", context), "2024-06-14");
}

TEST_F(TaggerTest, ThePresentOfHeadlinesAndCaptionsLooksBackToAWeekday) {
  const Context context = on("2024-06-11");
  EXPECT_EQ(values("Envoy arrives in Oslo on Friday", context), "2024-06-07");
  EXPECT_EQ(values("Ruiz arrives at the court, Friday, in Lima.", context), "2024-06-07");
  EXPECT_EQ(values("Women march in Lima on Saturday.", context), "2024-06-08");
}

TEST_F(TaggerTest, NounsInTheFormOfATimetableVerbLookBackToAWeekday) {
  const Context context = on("2024-06-11");
  EXPECT_EQ(values("Repeated visits to Oslo on Friday cost him his job.", context), "2024-06-07");
  EXPECT_EQ(values("The envoy's visits to Oslo on Friday angered voters.", context), "2024-06-07");
  EXPECT_EQ(values("Police made a return to the square on Saturday.", context), "2024-06-08");
}

TEST_F(TaggerTest, WhatCouldBeDoneIsAheadAndWhatCouldBeSeenIsNot) {
  const Context context = on("2024-06-11");
  EXPECT_EQ(values("Lawmakers could vote on Saturday.", context), "2024-06-15");
  EXPECT_EQ(values("The hostages could be freed on Friday.", context), "2024-06-14");
  EXPECT_EQ(values("Smoke could be seen on Saturday.", context), "2024-06-08");
  EXPECT_EQ(values("He could not be reached on Sunday.", context), "2024-06-09");
}

TEST_F(TaggerTest, AVowLooksAheadToADayButNotToADayThatNamesADeed) {
  const Context context = on("2024-06-11");
  EXPECT_EQ(values("Students vowed to march on Thursday.", context), "2024-06-13");
  EXPECT_EQ(values("The army vowed to avenge the Friday bombing.", context), "2024-06-07");
  EXPECT_EQ(values("The army vowed to avenge Sunday's bombing.", context), "2024-06-09");
}

TEST_F(TaggerTest, AnAnnouncedInfinitiveLooksAheadToAWeekday) {
  EXPECT_EQ(values("The strike ended with talks set to resume Monday.", on("2013-03-22")),
            "2013-03-25");
  EXPECT_EQ(values("The mayor refused to resume talks Monday.", on("2013-03-22")), "2013-03-18");
  EXPECT_EQ(values("They had been set to resume talks Monday.", on("2013-03-22")), "2013-03-18");
}

TEST_F(TaggerTest, TheDayOfAnAwaitedEventLiesAheadUnlessItHasJustBeen) {
  const Context thursday = on("2013-03-21");
  EXPECT_EQ(values("Crowds gathered ahead of Sunday's presidential vote.", thursday), "2013-03-24");
  EXPECT_EQ(values("Crowds gathered ahead of Tuesday's vote.", thursday), "2013-03-19");
  EXPECT_EQ(values("He won Sunday's presidential vote.", thursday), "2013-03-17");
  EXPECT_EQ(values("They were told to boycott Sunday's vote.", thursday), "2013-03-24");
  EXPECT_EQ(values("He had banned Sunday's march.", thursday), "2013-03-17");
  EXPECT_EQ(values("He announced a recount of Sunday's vote.", thursday), "2013-03-17");
  EXPECT_EQ(values("He announced a deal at a summit on Sunday.", thursday), "2013-03-17");
}

TEST_F(TaggerTest, WhatIsAnnouncedForADayLiesAhead) {
  const Context thursday = on("2013-03-21");
  EXPECT_EQ(values("The union called a general strike on Monday.", thursday), "2013-03-25");
  EXPECT_EQ(values("The union called a general strike on Wednesday.", thursday), "2013-03-20");
  EXPECT_EQ(values("The king was to meet the envoy on Sunday.", thursday), "2013-03-24");
  EXPECT_EQ(values("The king was to have met the envoy on Sunday.", thursday), "2013-03-17");
  EXPECT_EQ(values("Guests were told to leave by Sunday.", thursday), "2013-03-24");
  EXPECT_EQ(values("The deadline is Sunday.", thursday), "2013-03-24");
}

TEST_F(TaggerTest, APlanOfThePastIsOfTheLastDaysOrAhead) {
  const Context wednesday = on("2013-03-20");
  EXPECT_EQ(values("He was expected to resign on Monday.", wednesday), "2013-03-18");
  EXPECT_EQ(values("He was expected to resign on Friday.", wednesday), "2013-03-22");
  EXPECT_EQ(values("Talks that had been due to resume on Friday were called off.", wednesday),
            "2013-03-22");
  EXPECT_EQ(values("The army must leave by Friday.", wednesday), "2013-03-22");
  EXPECT_EQ(values("It was not until Monday that it rained.", wednesday), "2013-03-18");
}

TEST_F(TaggerTest, AVerbThatMayBeANounIsOneWhereTheSentenceHasNoOther) {
  const Context wednesday = on("2013-03-20");
  EXPECT_EQ(values("Parliament votes on Friday on the bill.", wednesday), "2013-03-22");
  EXPECT_EQ(values("Nurses strike on Friday over pay.", wednesday), "2013-03-22");
  EXPECT_EQ(values("Air strikes on Friday over the port killed ten.", wednesday), "2013-03-15");
}

TEST_F(TaggerTest, WhatIsBeingDoneOnADayToComeLiesAhead) {
  const Context thursday = on("2013-03-21");
  EXPECT_EQ(values("The judge is being sworn in on Sunday.", thursday), "2013-03-24");
  EXPECT_EQ(values("The vote is being held in Rome on Sunday.", thursday), "2013-03-24");
  EXPECT_EQ(values("A man is being held over a blast on Sunday.", thursday), "2013-03-17");
  EXPECT_EQ(values("Guests at five inns walk out on Sunday.", thursday), "2013-03-24");
}

TEST_F(TaggerTest, AStoryOfAnEarlierYearGoesOnInThatYear) {
  const Context later = on("2031-03-12");
  EXPECT_EQ(values("The bank was robbed on 3 May 2019. A clerk was tried in June.", later),
            "2019-05-03 2019-06");
  EXPECT_EQ(values("On 3 May 2019 a ship sank. On 9 April the owner was fined.", later),
            "2019-05-03 2020-04-09");
  EXPECT_EQ(values("In 2012 a mill burned. In July it reopened.", later), "2012 2012-07");
  EXPECT_EQ(values("Prices rose most since May 2019. A clerk was tried in June.", later),
            "2019-05 2030-06");
  EXPECT_EQ(values("The shop opened in 2003 and as of February it sold most.", later),
            "2003 2031-02");
}

TEST_F(TaggerTest, AClockTakesTheDayThatFollowsInItsClause) {
  const Context friday = on("2013-03-22");
  EXPECT_EQ(values("A bus burned at 5 pm near a crowded inn in Kent on Tuesday.", friday),
            "2013-03-19T17:00 2013-03-19");
  EXPECT_EQ(values("A bus burned at 5 pm, a guest said on Tuesday.", friday),
            "2013-03-22T17:00 2013-03-19");
}

TEST_F(TaggerTest, EarlierThisMonthEndsWithPublication) {
  const auto found = find("They met earlier this month.", on("2013-03-22"));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(to_iso(found[0].date.last), "2013-03-22");
}

TEST_F(TaggerTest, ADayThatSomethingIsSetForLiesAhead) {
  EXPECT_EQ(values("Parties called a march for Sunday.", on("2013-03-22")), "2013-03-24");
  EXPECT_EQ(values("It had been called for Sunday.", on("2013-03-22")), "2013-03-17");
  EXPECT_EQ(values("The vote was put off to Sunday.", on("2013-03-22")), "2013-03-17");
  EXPECT_EQ(values("He postponed the vote to Sunday.", on("2013-03-22")), "2013-03-24");
  EXPECT_EQ(values("He postponed the vote to 15 December.", on("2013-02-22")), "2013-12-15");
  EXPECT_EQ(values("He was jailed for Sunday's raid.", on("2013-03-22")), "2013-03-17");
}

TEST_F(TaggerTest, WhatTakesEffectOrMayHappenLiesAhead) {
  EXPECT_EQ(values("The law takes effect on Sunday.", on("2013-03-22")), "2013-03-24");
  EXPECT_EQ(values("They may vote on Sunday.", on("2013-03-22")), "2013-03-24");
  EXPECT_EQ(values("They may have died on Sunday.", on("2013-03-22")), "2013-03-17");
}

TEST_F(TaggerTest, AClockBesideYesterdayOrLastNightIsOfThatDay) {
  EXPECT_EQ(values("She left at 11 p.m. yesterday.", on("2013-03-22")), "2013-03-21T23:00");
  EXPECT_EQ(values("She left at 7pm last night.", on("2013-03-22")), "2013-03-21T19:00");
}

TEST_F(TaggerTest, ABareMonthNearPublicationIsTheNearestUnlessTheVerbBesideItDenies) {
  EXPECT_EQ(values("The firm told its clients of a ten percent cut in April.", on("2013-03-22")),
            "2013-04");
  EXPECT_EQ(values("The firm told its clients of a ten percent cut in July.", on("2013-03-22")),
            "2012-07");
  EXPECT_EQ(values("It snowed in April.", on("2013-03-22")), "2012-04");
}

TEST_F(TaggerTest, WhatWasPromisedIsStillToCome) {
  EXPECT_EQ(values("The mayor promised every family a new roof before October.", on("2013-03-22")),
            "2013-10");
  EXPECT_EQ(values("The mayor promised in October to repair every roof.", on("2013-03-22")),
            "2012-10");
}

TEST_F(TaggerTest, APlanToldAfterItsDayIsStillToCome) {
  EXPECT_EQ(values("On Monday, the council plans to meet in Oslo.", on("2013-03-22")),
            "2013-03-25");
  EXPECT_EQ(values("On Monday, the council met to plan a bridge.", on("2013-03-22")), "2013-03-18");
}

TEST_F(TaggerTest, APresentPassiveIsNoPast) {
  EXPECT_EQ(values("The mill reopens once the roof is mended in May.", on("2013-03-22")),
            "2013-05");
  EXPECT_EQ(values("The mill reopened once the roof was mended in May.", on("2013-03-22")),
            "2012-05");
}

TEST_F(TaggerTest, WhatShouldHappenIsToComeAndWhatShouldHaveHappenedIsNot) {
  EXPECT_EQ(values("The ferry should leave on Monday.", on("2013-03-22")), "2013-03-25");
  EXPECT_EQ(values("The ferry should have left on Monday.", on("2013-03-22")), "2013-03-18");
}

TEST_F(TaggerTest, ADayBeforeWhatWasSaidIsTheDayOfTheSaying) {
  EXPECT_EQ(
      values("The guild denied it, saying Monday that neither bakers nor millers plan to leave.",
             on("2013-03-22")),
      "2013-03-18");
}

TEST_F(TaggerTest, ARangeThatBeganLongAgoEndsWithTheWeekdayBeforePublication) {
  EXPECT_EQ(values("It sold boats from Feb. 4 to Thursday.", on("2013-03-22")),
            "2013-02-04 2013-03-21");
  EXPECT_EQ(values("It sold boats from Monday to Thursday.", on("2013-03-22")),
            "2013-03-18 2013-03-21");
}

TEST_F(TaggerTest, ResolvesNothingAgainstABoundOnThePublicationDate) {
  Context context;
  context.published = {no_day, *parse_day("2013-03-22"), Precision::before};
  EXPECT_EQ(values("They met on Sunday.", context), "XXXX-WXX-7");
}

TEST_F(TaggerTest, RemembersTheLastDayFromBlockToBlock) {
  const std::string text = "It began on March 5, 2013.\n\nTwo days later it ended.";
  rules::Reading reading;
  rules::read_text(*rules_, text, reading);
  const std::uint32_t second = 8;
  ASSERT_EQ(reading.word(second), "Two");
  Memory memory;
  std::vector<Timex> found;
  tagger_->find(reading, {0, second}, on("2013-03-22"), memory, found);
  tagger_->find(reading, {second, reading.tokens.size()}, on("2013-03-22"), memory, found);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[1].value, "2013-03-07");
  EXPECT_EQ(found[1].anchor, Anchor::mention);
  EXPECT_EQ(found[1].anchor_span.of(text), "March 5, 2013");
}

TEST_F(TaggerTest, SaysWhereTenseDecided) {
  EXPECT_TRUE(find("They will meet on Tuesday.", on("2013-03-22"))[0].by_tense);
  EXPECT_FALSE(find("March 22, 2013", on("2013-03-22"))[0].by_tense);
}

TEST_F(TaggerTest, GivesDurationsThatReachBackTheDaysTheyCover) {
  const auto found = find("Over the past two weeks it rained.", on("2013-03-22"));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].value, "P2W");
  EXPECT_EQ(to_iso(found[0].date.first), "2013-03-09");
  EXPECT_EQ(to_iso(found[0].date.last), "2013-03-22");
}

TEST_F(TaggerTest, ABareDurationHasNoDays) {
  EXPECT_FALSE(find("It took three years.", on("2013-03-22"))[0].date.known());
}

TEST_F(TaggerTest, EveryExpressionNamesItsRule) {
  const auto found = find("On Friday at noon, two days later, in 1998.", on("2013-03-22"));
  ASSERT_EQ(found.size(), 3U);
  for (const Timex& timex : found) {
    EXPECT_NE(rules_->name(timex.rule), "");
  }
}

TEST_F(TaggerTest, ReadsTheStampsOfTickers) {
  EXPECT_EQ(values("02/17/2031 10:26 AM", on("2031-02-18")), "2031-02-17T10:26");
  EXPECT_EQ(values("Published On: 8 Jun 2031, 14:27", on("2031-06-09")), "2031-06-08T14:27");
  EXPECT_EQ(values("TIRANA, June 8, 2031 (XYZ) -", on("2031-06-09")), "2031-06-08");
}

TEST_F(TaggerTest, TakesNoDatesFromNumbersThatAreNone) {
  for (const char* text :
       {"won 2-1", "version 2.6.1", "paid $1998", "call 555-2013", "ISBN 978-3-16-148410-0",
        "Resolution 1701", "flight 1804", "the 9/11 attacks", "the 7/7 attacks", "up 12%",
        "a 63-year-old cook", "open 24/7", "number 2882015", "12 Main Street", "Covid-19",
        "the G20", "a Boeing 737", "Agenda 2030", "Windows 2000"}) {
    EXPECT_EQ(values(text, on("2013-03-22")), "") << text;
  }
}

TEST_F(TaggerTest, TakesNoDatesFromNamesThatAreNone) {
  for (const char* text :
       {"Black Friday", "the Sunday Times", "at Friday Harbor", "Theresa May said", "to march on",
        "the august body", "he may go", "prices fall", "Arab Spring", "spring back"}) {
    EXPECT_EQ(values(text, on("2013-03-22")), "") << text;
  }
}

TEST_F(TaggerTest, DoesNotDependOnWhatStandsAfterTheRange) {
  const std::string text = "They met on Sunday. March 5, 2013";
  rules::Reading reading;
  rules::read_text(*rules_, text, reading);
  Memory memory;
  std::vector<Timex> found;
  tagger_->find(reading, {0, 5}, on("2013-03-22"), memory, found);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].span.of(text), "Sunday");
}

TEST_F(TaggerTest, ReadsAHistoryAlongItsOwnDates) {
  Context context = on("2013-03-22");
  context.narrative = true;
  EXPECT_EQ(
      values("In 1941 they moved. In June they stopped. On 3 July it rained. In January they left.",
             context),
      "1941 1941-06 1941-07-03 1942-01");
}

TEST_F(TaggerTest, AHistoryIsNotMovedByAGlanceAtAnotherYear) {
  Context context = on("2013-03-22");
  context.narrative = true;
  EXPECT_EQ(values("On 3 July 1941 he opened the bridge that his father had begun in 1912. In "
                   "August they left.",
                   context),
            "1941-07-03 1912 1941-08");
}

TEST_F(TaggerTest, TellsAHistoryFromNews) {
  const auto is_narrative = [](const std::string& text) {
    rules::Reading reading;
    rules::read_text(*rules_, text, reading);
    return tagger_->is_narrative(reading, {0, reading.tokens.size()});
  };
  EXPECT_TRUE(is_narrative(
      repeated("In May 1812 they crossed the river, and on 3 June 1813 they returned. ", 8)));
  EXPECT_FALSE(
      is_narrative(repeated("On Monday he said last year was good, better than 2012. ", 12)));
  EXPECT_FALSE(is_narrative("It was built in 1812."));
}

TEST_F(TaggerTest, IsLinearInTheLengthOfAnyText) {
  expect_linear("last ", 50000);
  expect_linear("1", 25000);
  expect_linear(",", 250000);
  expect_linear("Friday ", 25000);
  expect_linear("two ", 50000);
  expect_linear("early late ", 25000);
  expect_linear("votes on Friday ", 25000);
  expect_linear("called a vote on Friday was to meet ", 10000);
  expect_linear("March 5 at ", 20000);
}

TEST_F(TaggerTest, EveryFourDigitYearIsReadOrLeftButNeverMisread) {
  for (int year = 1; year <= 9999; ++year) {
    char digits[16];
    std::snprintf(digits, sizeof digits, "%04d", year);
    const auto found = find("In " + std::string(digits) + " it rained.", on("2013-03-22"));
    ASSERT_LE(found.size(), 1u) << digits;
    if (!found.empty()) {
      ASSERT_EQ(found[0].value, digits);
    }
  }
}

}  // namespace
}  // namespace dateline::time
