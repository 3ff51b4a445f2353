// When an event happened: its date words, their absence, and what the tense says.
#include <gtest/gtest.h>

#include "harness.h"

namespace dateline::extract {
namespace {

TEST(EventDates, TheClauseDatesItsEvent) {
  const Event event = event_in("Rebels seized the port on March 3, 2018.", EventType::assault);
  EXPECT_EQ(first_day(event), "2018-03-03");
  EXPECT_EQ(event.date.text, "March 3, 2018");
}

TEST(EventDates, ABareClockIsOfTheDayThatTheParagraphsAboveTell) {
  const Extraction found = harness().run(
      "Rebels attacked the port on Sunday night.\nThey shelled the harbour at 9:15 p.m.");
  for (const Event& event : found.events)
    EXPECT_EQ(first_day(event), "2019-05-12") << event.trigger;
  EXPECT_EQ(found.events.size(), 2U);
}

TEST(EventDates, TheFrameOfSpeechDatesWhatIsSaid) {
  const Event event =
      event_in("The army said on Tuesday that it was bombing the camps.", EventType::assault);
  EXPECT_EQ(first_day(event), "2019-05-14");
}

TEST(EventDates, WhatIsBehindAfterWasBefore) {
  const Extraction found =
      harness().run("The mayor resigned on Tuesday after rebels seized the port.");
  EXPECT_EQ(first_day(event_of(found, EventType::concede)), "2019-05-14");
  const Date& seized = event_of(found, EventType::assault).date.date;
  EXPECT_EQ(seized.precision, Precision::before);
  EXPECT_EQ(to_iso(seized.last), "2019-05-14");
}

TEST(EventDates, ACountedDistanceFromTheClauseAboveIsExact) {
  const Event days =
      event_in("The mayor resigned on Tuesday, three days after rebels seized the port.",
               EventType::assault);
  EXPECT_EQ(first_day(days), "2019-05-11");
  EXPECT_EQ(days.date.text, "Tuesday, three days");
  const Event month = event_in(
      "A month after rebels seized the port, the mayor resigned on Tuesday.", EventType::assault);
  EXPECT_EQ(first_day(month), "2019-04-01");
  EXPECT_EQ(month.date.date.precision, Precision::month);
}

TEST(EventDates, ACountedDistanceHoldsForAllVerbsOfItsClause) {
  const Event event = event_in(
      "The mayor resigned on Tuesday, a day after rebels entered the port and killed two guards.",
      EventType::assault);
  EXPECT_EQ(event.mode, "kill");
  EXPECT_EQ(first_day(event), "2019-05-13");
}

TEST(EventDates, ACountedDistanceReachesOverAnInfinitive) {
  const Date days = days_of(
      "The mayor refused on Monday to resign, a day after rebels seized the port.", "seized");
  EXPECT_EQ(to_iso(days.first), "2019-05-12");
}

TEST(EventDates, YearsAreCountedFromAYear) {
  const Date days = days_of(
      "Gallini fled the country in 2009, a year after he was charged with fraud.", "charged");
  EXPECT_EQ(to_iso(days.first), "2008-01-01");
  EXPECT_EQ(to_iso(days.last), "2008-12-31");
}

TEST(EventDates, WhatWasDoneIsNotDatedByWhatLiesAhead) {
  const Event event =
      event_in("The premier promised every family aid before October 2030.", EventType::agree);
  EXPECT_EQ(event.date.date.precision, Precision::before);
  EXPECT_EQ(to_iso(event.date.date.last), "2019-05-15");
}

TEST(EventDates, DaysOfSomethingReachUpToPublicationInThePresent) {
  const Event event =
      event_in("Days of fighting in the hills pose a threat to the truce.", EventType::assault);
  EXPECT_EQ(first_day(event), "2019-05-10");
  EXPECT_EQ(to_iso(event.date.date.last), "2019-05-15");
  const Event three = event_in("Three days of clashes have shaken the port.", EventType::assault);
  EXPECT_EQ(first_day(three), "2019-05-13");
}

TEST(EventDates, DaysOfSomethingNeedADayToCountFrom) {
  Harness open;
  open.published = {no_day, *parse_day("2019-05-15"), Precision::before};
  const Extraction found =
      open.run("Days of fighting in the hills pose a threat to the truce.", with_background);
  EXPECT_EQ(event_of(found, EventType::assault).date.date.first, no_day);
}

TEST(EventDates, SinceOpensTheEnd) {
  const Date date =
      event_in("The kingdom has provided weapons to the rebels since 2015.", EventType::aid)
          .date.date;
  EXPECT_EQ(date.precision, Precision::after);
  EXPECT_EQ(date.last, no_day);
}

TEST(EventDates, UndatedPastIsBoundedByPublication) {
  const Date date = event_in("Rebels seized the port.", EventType::assault).date.date;
  EXPECT_EQ(date.first, no_day);
  EXPECT_EQ(to_iso(date.last), "2019-05-15");
}

TEST(EventDates, WhatGoesOnIsOfThePublicationDay) {
  EXPECT_EQ(first_day(event_in("The army is bombing the camps.", EventType::assault)),
            "2019-05-15");
}

TEST(EventDates, WhatARaidSawIsInTheTenseOfSaw) {
  const Event event =
      event_in("The premier praised a raid that saw the garrison lose control of the port.",
               EventType::retreat);
  EXPECT_EQ(actors(event, ActorRole::source), "garrison");
  EXPECT_EQ(event.date.date.precision, Precision::before);
}

TEST(EventDates, TheSentenceBeforeDatesTheNext) {
  const Extraction found =
      harness().run("A ferry left the port on May 2, 2019. Pirates hijacked the vessel.");
  EXPECT_EQ(first_day(event_of(found, EventType::assault)), "2019-05-02");
  EXPECT_EQ(event_of(found, EventType::assault).date.basis, "previous-sentence");
}

TEST(EventDates, TheSentenceBeforeDatesNothingOfAnotherTime) {
  for (const char* const text :
       {"A ferry left the port on January 2. Pirates hijacked the vessel.",
        "A ferry will leave the port on May 22. Pirates hijacked the vessel.",
        "A ferry left the port on May 2. The pirates, formed in 2009, hijacked the vessel.",
        "A ferry left the port on May 2. Pirates were hijacking vessels.",
        "\"Where is the ferry today?\" Pirates hijacked the vessel."}) {
    const Event event = event_in(text, EventType::assault);
    ASSERT_FALSE(event.id.empty()) << text;
    EXPECT_NE(event.date.basis, "previous-sentence") << text;
  }
}

TEST(EventDates, ADatedSentenceWithoutTriggerIsOther) {
  EXPECT_EQ(first_day(event_in("The clock stopped on May 2, 2019.", EventType::other)),
            "2019-05-02");
}

TEST(EventDates, ABareStatementIsHidden) {
  EXPECT_TRUE(harness().run("The mayor said on Tuesday that the clock was old.").events.empty());
  EXPECT_EQ(harness()
                .run("The mayor said on Tuesday that the clock was old.", {false, true})
                .events.size(),
            1U);
}

TEST(EventDates, AYearThatDescribesAPhraseDoesNotDateTheVerb) {
  for (const char* const text : {"Police arrested a trader born in 1966 on Monday.",
                                 "Police arrested Gallini, a director since 2010, on Monday.",
                                 "Police arrested Gallini, the mayor from 2010 to 2015, on Monday.",
                                 "Police arrested a lawmaker elected in 2015 on Monday."}) {
    EXPECT_EQ(first_day(event_in(text, EventType::coerce)), "2019-05-13") << text;
  }
  const Event undated = event_in("Police arrested a trader born in 1966.", EventType::coerce);
  EXPECT_EQ(undated.date.basis, "published");
}

TEST(EventDates, AfterAClockTimeIsThatDay) {
  for (const char* const text : {"Rebels attacked the port shortly after midnight on Tuesday.",
                                 "Rebels attacked the port just before noon on Tuesday.",
                                 "Rebels attacked the port after dark on Tuesday."}) {
    const Date date = event_in(text, EventType::assault).date.date;
    EXPECT_EQ(to_iso(date.first), "2019-05-14") << text;
    EXPECT_EQ(date.last, date.first) << text;
  }
}

TEST(EventDates, WhatHasGoneOnSinceAClockTimeIsOpen) {
  const Event event =
      event_in("Rebels have attacked the port since Tuesday evening.", EventType::assault);
  EXPECT_EQ(event.date.date.precision, Precision::after);
  EXPECT_EQ(first_day(event), "2019-05-14");
}

TEST(EventDates, ARangeReachesFromItsFirstDayToItsLast) {
  const auto range_in = [](const char* text) {
    const Date date = event_in(text, EventType::assault).date.date;
    return to_iso(date.first) + "/" + to_iso(date.last);
  };
  EXPECT_EQ(range_in("Rebels attacked the port between 3 and 5 May."), "2019-05-03/2019-05-05");
  EXPECT_EQ(range_in("Rebels attacked the port on 3-5 May."), "2019-05-03/2019-05-05");
  EXPECT_EQ(range_in("Rebels attacked the port from Friday to Sunday."), "2019-05-10/2019-05-12");
  EXPECT_EQ(range_in("Rebels attacked the port between November and January."),
            "2018-11-01/2019-01-31");
}

TEST(EventDates, ADayThatNamesADeedHasNoYear) {
  const Extraction found =
      harness().run("The December 4 attacks killed many people, the mayor said on Monday.");
  EXPECT_EQ(event_of(found, EventType::assault).date.date.precision, Precision::before);
  EXPECT_EQ(to_iso(event_of(found, EventType::assault).date.date.last), "2019-05-13");
  const Event named = event_in("The September 11 attacks killed many people.", EventType::assault);
  EXPECT_EQ(first_day(named), "2001-09-11");
}

TEST(EventDates, ADayThatNamesARecentDeedDatesTheHarm) {
  for (const char* const text :
       {"The May 5 attack killed five people, police said on Monday.",
        "Five people were killed in the May 5 attack, police said on Monday."})
    EXPECT_EQ(first_day(event_in(text, EventType::assault)), "2019-05-05") << text;
}

TEST(EventDates, TwoClocksOfOneDayShareIt) {
  const Date days =
      days_of("Protesters blocked the bridge between 8 p.m. and midnight on Monday.", "blocked");
  EXPECT_EQ(to_iso(days.first), "2019-05-13");
}

TEST(EventDates, ADayThatOpensAJoinedClauseIsOfItsVerb) {
  for (const char* const text :
       {"In 2010 a court jailed the editor, and on Monday judges freed him.",
        "A court jailed the editor in 2010 and on Monday freed him.",
        "A court jailed the editor in 2010; on Monday, judges freed him."}) {
    EXPECT_EQ(to_iso(days_of(text, "jailed").last), "2010-12-31") << text;
    EXPECT_EQ(to_iso(days_of(text, "freed").first), "2019-05-13") << text;
  }
}

TEST(EventDates, TwoTimesThatExcludeEachOtherAreNotOfOneVerb) {
  EXPECT_EQ(first_day(event_in(
                "Police arrested a lawmaker elected in 2010 and fined last month on Monday.",
                EventType::coerce)),
            "2019-05-13");
}

TEST(EventDates, WhatHadBeenDoneWasDoneByTheDayOfTheReport) {
  const Date date = event_in("Five people had been killed in the attack, police said on Monday.",
                             EventType::assault)
                        .date.date;
  EXPECT_EQ(date.precision, Precision::before);
  EXPECT_EQ(to_iso(date.last), "2019-05-13");
}

TEST(EventDates, WhatWasCalledOffWasNotCalledOffOnTheDayOfThePlan) {
  const Event event =
      event_in("Unions called off a strike planned for Friday.", EventType::concede);
  EXPECT_EQ(event.modality, Modality::asserted);
  EXPECT_EQ(event.date.date.precision, Precision::before);
  EXPECT_EQ(to_iso(event.date.date.last), "2019-05-15");
}

TEST(EventDates, AnAimHasTheDayThatItNames) {
  const Date days = days_of("Lawmakers voted on Monday to hold an election on June 30.", "hold");
  EXPECT_EQ(to_iso(days.first), "2019-06-30");
}

TEST(EventDates, AClauseThatSaysWhenDatesTheOneAboveIt) {
  for (const char* const text :
       {"Nine people were killed when the army bombed a village on Sunday.",
        "Officials said on Tuesday nine people were killed when the army bombed a village on "
        "Sunday."})
    EXPECT_EQ(first_day(event_in(text, EventType::assault)), "2019-05-12") << text;
  const Event since =
      event_in("Soldiers have killed 40 rebels since the war began on May 2.", EventType::assault);
  EXPECT_EQ(first_day(since), "2019-05-02");
  EXPECT_EQ(since.date.date.precision, Precision::after);
}

TEST(EventDates, ACauseHasADayOfItsOwn) {
  for (const char* const text : {"The court jailed three officers for beating a student in 2013.",
                                 "Police freed a man arrested on Monday."})
    EXPECT_EQ(harness().run(text).events.front().date.basis, "published") << text;
  EXPECT_EQ(
      first_day(event_in("Police arrested a man wanted for theft on Monday.", EventType::coerce)),
      "2019-05-13");
  EXPECT_EQ(first_day(event_in("Six weavers were shot dead and a cook wounded on Monday.",
                               EventType::assault)),
            "2019-05-13");
}

TEST(EventDates, AQuotationCountsFromTheDayOfSpeech) {
  const Event event = event_in(
      "\"We will attack the port tomorrow,\" Gallini told reporters on "
      "Monday.",
      EventType::threaten);
  EXPECT_EQ(first_day(event), "2019-05-14");
}

TEST(EventDates, AWeekdayThatOwnsTheEventDatesIt) {
  const Event attack = event_in(
      "The death toll from Monday's attack in the port rose to 15, the mayor said on Tuesday.",
      EventType::assault);
  EXPECT_EQ(first_day(attack), "2019-05-13");
  const Event killed =
      event_in("Monday's attack killed 15 people, the mayor said on Tuesday.", EventType::assault);
  EXPECT_EQ(first_day(killed), "2019-05-13");
}

TEST(EventDates, WhatIsPromisedDoesNotDateTheSentence) {
  const Extraction found = harness().run(
      "The premier accepted the resignation and said he would name a successor on Friday.");
  for (const DayReport& report : found.reports) EXPECT_FALSE(report.explicit_date);
}

TEST(EventDates, ALaterVerbsDayIsNotThatOfThePerfectBeforeIt) {
  const Event event = event_in(
      "The premier has condemned the attack and called for talks on Monday.", EventType::accuse);
  EXPECT_EQ(event.date.basis, "published");
}

TEST(Reports, EveryDatedSentenceAndTheLeadAreReports) {
  const Extraction found = harness().run("The clock is old.\nThe clock stopped on May 2, 2019.");
  ASSERT_EQ(found.reports.size(), 2U);
  EXPECT_FALSE(found.reports[0].explicit_date);
  EXPECT_EQ(to_iso(found.reports[0].day), "2019-05-15");
  EXPECT_TRUE(found.reports[1].explicit_date);
  EXPECT_EQ(found.reports[1].position, 1U);
}

TEST(Reports, SayOnWhichLineAndByWhichWords) {
  const std::string_view text = "The clock is old.\nThe clock stopped on May 2, 2019.";
  const Extraction found = harness().run(text);
  ASSERT_EQ(found.reports.size(), 2U);
  EXPECT_EQ(found.reports[0].line, 1U);
  EXPECT_TRUE(found.reports[0].date_span.empty());
  EXPECT_EQ(found.reports[1].line, 2U);
  EXPECT_EQ(found.reports[1].date_span.of(text), "May 2, 2019");
}

TEST(Reports, ADayThatIsOneEndOfATimeIsABound) {
  const auto is_bound = [](const char* text) {
    const Extraction found = harness().run(text);
    return !found.reports.empty() && found.reports[0].explicit_date && found.reports[0].bound;
  };
  EXPECT_TRUE(is_bound("The pier has stood empty since May 2, 2019."));
  EXPECT_TRUE(is_bound("The pier will stand empty until May 20, 2019."));
  EXPECT_FALSE(is_bound("The pier stood empty on May 2, 2019."));
}

TEST(EventDates, WhatIsToldOfADayWasThenOrTheDayBefore) {
  const Date days = days_of("Gunmen killed two guards, the mayor said on Monday.", "killed");
  EXPECT_EQ(to_iso(days.first), "2019-05-12");
  EXPECT_EQ(to_iso(days.last), "2019-05-13");
  EXPECT_EQ(days_of("Gunmen killed two guards on Monday, the mayor said on Tuesday.", "killed"),
            single_day(days.last));
}

TEST(EventDates, TheDayOfAnElectionIsThatOfItsWinner) {
  const Date days =
      days_of("Ana Lopes won Sunday's presidential election, the commission said on Monday.",
              "won Sunday's presidential election");
  EXPECT_EQ(to_iso(days.first), "2019-05-12");
  EXPECT_EQ(days.first, days.last);
}

TEST(EventDates, WhatIsCountedWasBeforeTheCount) {
  const Day monday = parse_day("2019-05-13").value();
  const Date bound = {no_day, monday, Precision::before};
  EXPECT_EQ(days_of("The death toll from a strike on a school rose to 15 on Monday.", "strike"),
            bound);
  EXPECT_EQ(days_of("The death toll from a strike on a school has risen to 27, officials said on "
                    "Monday.",
                    "strike"),
            bound);
}

TEST(EventDates, ClausesJoinedBehindAfterAreAsFarBack) {
  const Day sunday = parse_day("2019-05-12").value();
  EXPECT_EQ(days_of("On Monday the king sacked a minister who had read a bill, a day after rioters "
                    "burned a court and soldiers shot nine people.",
                    "shot"),
            single_day(sunday));
  EXPECT_EQ(days_of("The king sacked a minister on Monday, a day after rioters burned a court, and "
                    "soldiers shot nine people.",
                    "shot"),
            single_day(sunday + 1));
}

TEST(EventDates, ALeadingTimeIsOfTheVerbBehindWhatDescribesItsSubject) {
  const Date days = days_of("In March 2012 soldiers guarding a bank shot nine people.", "shot");
  EXPECT_EQ(to_iso(days.first), "2012-03-01");
  EXPECT_EQ(to_iso(days.last), "2012-03-31");
  EXPECT_EQ(days_of("In March 2012 rebels trying to free a clerk bombed a jail.", "bombed"), days);
}

TEST(EventDates, MinutesOrHoursAfterAreOfThatDay) {
  const Day sunday = parse_day("2019-05-12").value();
  EXPECT_EQ(
      days_of("A bomb exploded minutes after the king left the palace on Sunday.", "exploded"),
      single_day(sunday));
  EXPECT_EQ(days_of("Gunmen shot the mayor two hours after a rally in Oslo on Sunday.", "shot"),
            single_day(sunday));
  EXPECT_EQ(days_of("Rebels bombed the port three days after a truce began on May 2.", "bombed"),
            single_day(parse_day("2019-05-05").value()));
  EXPECT_EQ(days_of("Gunmen shot the mayor after a rally in Oslo on Sunday.", "shot").precision,
            Precision::before);
}

TEST(EventDates, DaysAfterSomethingAreNotTheDayBeforeInTheText) {
  const Date days = days_of(
      "Relatives gathered on Monday. The owner was arrested four days after the fire.", "arrested");
  EXPECT_EQ(days.precision, Precision::before);
}

TEST(EventDates, WhatGoesOnWithHistoryIsOfNoKnownDay) {
  EXPECT_FALSE(
      days_of("In 1981 gunmen abducted her in Oslo. They freed her after six weeks.", "freed")
          .known());
  EXPECT_FALSE(
      days_of("In 2011 a mill burned down. Its owner was arrested two days after the fire.",
              "arrested")
          .known());
  EXPECT_TRUE(days_of("In 1981 gunmen abducted her. Judges have freed them.", "freed").known());
}

TEST(EventDates, WhatIsRetoldWasBefore) {
  for (const std::string_view text :
       {"The anniversary of the murder of a clerk was marked on Monday.",
        "The inquest into the murder of a clerk opened on Monday.",
        "The trial of a king for the murder of a clerk opened on Monday."})
    EXPECT_EQ(days_of(text, "murder").precision, Precision::before) << text;
}

TEST(EventDates, AStatedYearInTheNameOfADeedIsItsOwn) {
  const Date days =
      days_of("The king read a report on the May 2012 massacre on Monday.", "massacre");
  EXPECT_EQ(to_iso(days.first), "2012-05-01");
}

TEST(EventDates, YearsSinceAreCountedToTheDay) {
  const Date days = days_of("Monday marks five years since rebels killed the clerk.", "killed");
  EXPECT_EQ(to_iso(days.first), "2014-05-13");
  EXPECT_EQ(to_iso(days.last), "2014-05-13");
}

TEST(EventDates, TheDayAfterSomethingIsADayOn) {
  EXPECT_EQ(days_of("The king fled on Monday, the day after rebels seized the port.", "seized"),
            single_day(parse_day("2019-05-12").value()));
}

TEST(EventDates, NotUntilADayIsThatDay) {
  EXPECT_EQ(days_of("Not until Monday did police arrest the clerk.", "arrest"),
            single_day(parse_day("2019-05-13").value()));
}

TEST(EventDates, WhatWasDoneThisYearEndsWithPublication) {
  EXPECT_EQ(to_iso(days_of("Gunmen abducted nine pupils this year.", "abducted").last),
            "2019-05-15");
}

TEST(EventDates, ALabelDatesAllThatStandsBehindIt) {
  const Day day = parse_day("2019-05-10").value();
  EXPECT_EQ(days_of("10 May: Rebels attack a bus. The army kills nine rebels.", "kills"),
            single_day(day));
  EXPECT_EQ(days_of("10 May - Rebels attack a bus. Police arrested the driver.", "arrested"),
            single_day(day));
}

TEST(EventDates, YearsJoinedByAHyphenAreARange) {
  const Date days = days_of("The siege of 1992-1995 killed nine people.", "killed");
  EXPECT_EQ(to_iso(days.first), "1992-01-01");
  EXPECT_EQ(to_iso(days.last), "1995-12-31");
}

TEST(EventDates, WhatIsStillToComeDatesNoRequest) {
  const Date days = days_of(
      "Ministers have asked the rebels for talks; envoys will visit Hama by the end of June.",
      "asked");
  EXPECT_EQ(to_iso(days.last), "2019-05-15");
}

}  // namespace
}  // namespace dateline::extract
