// The chronology as Markdown: headings, wording of dates, sources, and that no input can inject
// markup.
#include <gtest/gtest.h>

#include <string>

#include "write/escape.h"
#include "write/wording.h"
#include "write/write.h"

namespace dateline {
namespace {

using write::date_in_words;

Date dates(const char* first, const char* last, Precision precision = Precision::day) {
  return {parse_day(first).value(), parse_day(last).value(), precision};
}

TEST(Wording, SaysHowSureADateIs) {
  EXPECT_EQ(date_in_words(dates("2024-12-05", "2024-12-05")), "5 Dec 2024");
  EXPECT_EQ(date_in_words(dates("2024-11-28", "2024-12-05")), "between 28 Nov and 5 Dec 2024");
  EXPECT_EQ(date_in_words(dates("2024-12-02", "2024-12-05")), "between 2 and 5 Dec 2024");
  EXPECT_EQ(date_in_words(dates("2024-12-30", "2025-01-02")), "between 30 Dec 2024 and 2 Jan 2025");
  EXPECT_EQ(date_in_words({no_day, parse_day("2024-12-05").value(), Precision::before}),
            "by 5 Dec 2024");
  EXPECT_EQ(date_in_words({parse_day("2024-12-05").value(), no_day, Precision::after}),
            "since 5 Dec 2024");
  EXPECT_EQ(date_in_words({parse_day("2015-01-01").value(), no_day, Precision::after}),
            "since 2015");
  EXPECT_EQ(date_in_words({}), "date unknown");
}

TEST(Wording, AStartIsAsSharpAsItsWords) {
  EventDate date;
  date.date = {parse_day("2019-01-01").value(), no_day, Precision::after};
  for (const auto& [value, words] : {std::pair("2019", "since 2019"),
                                     {"2019-01", "since January 2019"},
                                     {"2019-01-01", "since 1 Jan 2019"},
                                     {"XXXX-WXX-2", "since 2019"}}) {
    date.value = value;
    EXPECT_EQ(write::time_in_words(date), words);
  }
}

TEST(Wording, NamesMonthsYearsAndPartsOfThem) {
  EXPECT_EQ(date_in_words(dates("2024-12-01", "2024-12-31")), "December 2024");
  EXPECT_EQ(date_in_words(dates("2024-02-01", "2024-02-29")), "February 2024");
  EXPECT_EQ(date_in_words(dates("2013-01-01", "2013-04-30")), "early 2013");
  EXPECT_EQ(date_in_words(dates("2013-05-01", "2013-08-31")), "mid-2013");
  EXPECT_EQ(date_in_words(dates("2013-09-01", "2013-12-31")), "late 2013");
  EXPECT_EQ(date_in_words(dates("2013-01-01", "2013-06-30")), "the first half of 2013");
  EXPECT_EQ(date_in_words(dates("2013-01-01", "2013-12-31")), "2013");
  EXPECT_EQ(date_in_words(dates("1990-01-01", "1999-12-31")), "the 1990s");
  EXPECT_EQ(date_in_words(dates("2011-01-01", "2013-12-31")), "between 2011 and 2013");
  EXPECT_EQ(date_in_words(dates("2012-12-01", "2013-02-28")),
            "between December 2012 and February 2013");
}

TEST(Escape, MarkupIsShownNotDone) {
  EXPECT_EQ(write::escape_markdown("*a* _b_ [c](d) <b> `e` # $f$"),
            "\\*a\\* \\_b\\_ \\[c\\]\\(d\\) \\<b\\> \\`e\\` \\# \\$f\\$");
}

TEST(Escape, LineBreaksAndControlsBecomeOneBlank) {
  EXPECT_EQ(write::escape_markdown("one\r\n\n# two\t\x01 three "), "one \\# two three");
}

TEST(Escape, AddressesDoNotBecomeLinks) {
  EXPECT_EQ(write::escape_markdown("http://a.b www.c.d e@f.g"), "http\\://a.b www\\.c.d e\\@f.g");
}

TEST(Escape, DirectionMarksAreLeftOut) {
  EXPECT_EQ(write::escape_markdown("a\xE2\x80\xAE"
                                   "b\xE2\x81\xA6"
                                   "c\xE2\x80\x9D"),
            "abc\xE2\x80\x9D");
}

TEST(Escape, OnlyWebAddressesAreLinked) {
  EXPECT_EQ(write::link_target("javascript:alert(1)"), "");
  EXPECT_EQ(write::link_target("https://example.org/a b)c"), "https://example.org/a%20b%29c");
}

Chronology example() {
  Chronology c;
  Source first, second, undated;
  first.document = "a.txt";
  first.title = "Port falls [live]";
  first.publisher = "Alba Times";
  first.url = "https://example.org/1";
  first.published.date = dates("2024-12-05", "2024-12-05");
  second.document = "b.txt";
  second.published.date = dates("2024-12-07", "2024-12-07");
  undated.document = "c.txt";
  undated.title = "Who was the harbour master?";
  c.sources = {first, second, undated};
  Event event;
  event.date.date = dates("2024-12-04", "2024-12-04");
  event.type = EventType::assault;
  event.summary = "Rebels seized the harbour";
  event.documents = 2;
  EventActor rebels;
  rebels.name = "Rebels";
  EventActor navy;
  navy.name = "navy";
  navy.role = ActorRole::target;
  event.actors = {rebels, navy};
  EventPlace place;
  place.name = "Port Alba";
  event.places = {place};
  Evidence one, two;
  one.document = "a.txt";
  two.document = "b.txt";
  event.evidence = {one, two};
  event.variants = {{"dead", "12", {"a.txt"}}, {"dead", "30", {"b.txt"}}};
  Event wide;
  wide.date.date = dates("2024-01-01", "2024-12-31", Precision::year);
  wide.summary = "The harbour was enlarged.";
  wide.evidence = {two};
  wide.evidence[0].span = {40, 80};
  c.events = {event, wide};
  return c;
}

TEST(Markdown, EntriesOfADayKeepTheOrderOfTheirArticle) {
  Chronology chronology;
  chronology.sources.emplace_back().document = "a";
  for (const char* summary : {"The court rejected the ban", "The council banned the nets"}) {
    Event& event = chronology.events.emplace_back();
    event.summary = summary;
    event.trigger = "word";
    event.type = chronology.events.size() == 1 ? EventType::reject : EventType::legal;
    event.date.date = single_day(*parse_day("2031-03-05"));
    Evidence& evidence = event.evidence.emplace_back();
    evidence.document = "a";
    evidence.sentence = summary;
    const std::uint32_t begin = chronology.events.size() == 1 ? 90 : 10;
    evidence.span = {begin, begin + 20};
  }
  const std::string out = write::markdown(chronology);
  EXPECT_LT(out.find("The council banned"), out.find("The court rejected"));
}

TEST(Markdown, HasHeadingsBulletsSourcesAndTheUndated) {
  EXPECT_EQ(write::markdown(example()), R"(# Chronology

1 Jan 2024 to 31 Dec 2024; 2 entries from 2 of 3 articles.

## 2024

- **2024** The harbour was enlarged. \[1\]

### December 2024

- **4 Dec 2024** Port Alba: Rebels seized the harbour. *assault; Rebels → navy* (2 reports, 5 to 7 Dec 2024) \[1\], [\[2\]](https://example.org/1)
  - sources differ (dead): 12 [\[2\]](https://example.org/1); 30 \[1\]

## Sources

1. b.txt, 7 Dec 2024
2. [Port falls \[live\]](https://example.org/1), Alba Times, 5 Dec 2024

## Articles whose date is unknown

- Who was the harbour master?
)");
}

// The example with another entry from the sentence that its first entry was read in.
Chronology of_one_sentence() {
  Chronology c = example();
  c.events.pop_back();
  for (Evidence& evidence : c.events[0].evidence)
    evidence.sentence = "Rebels seized the harbour, he said.";
  Event other = c.events[0];
  other.type = EventType::support;
  other.actors.pop_back();
  other.evidence.pop_back();
  other.documents = 1;
  other.variants.clear();
  c.events.push_back(other);
  return c;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
    ++found;
  return found;
}

TEST(Markdown, EntriesOfOneSentenceAreOneBullet) {
  const std::string out = write::markdown(of_one_sentence());
  EXPECT_NE(
      out.find("\n- **4 Dec 2024** Port Alba: Rebels seized the harbour. *assault; Rebels → navy* "
               "· *support; "
               "Rebels* (2 reports, 5 to 7 Dec 2024) [\\[1\\]](https://example.org/1), \\[2\\]\n"),
      std::string::npos)
      << out;
  EXPECT_EQ(count(out, "seized the harbour"), 1U);
}

TEST(Markdown, TheSourcesOfOneBulletAreUnited) {
  Chronology c = of_one_sentence();
  std::swap(c.events[0], c.events[1]);
  EXPECT_NE(write::markdown(c).find("[\\[1\\]](https://example.org/1), \\[2\\]\n"),
            std::string::npos);
}

TEST(Markdown, TheSameTypeAndActorsAreSaidOnce) {
  Chronology c = of_one_sentence();
  c.events[1] = c.events[0];
  const std::string out = write::markdown(c);
  EXPECT_EQ(count(out, "*assault; Rebels → navy*"), 1U);
  EXPECT_EQ(count(out, "sources differ"), 1U);
}

TEST(Markdown, BesideASentenceOfNoTypeNoActorsAreNamed) {
  Chronology c = example();
  c.events[0].type = EventType::other;
  EXPECT_EQ(count(write::markdown(c), "Rebels"), 1U);
  EXPECT_EQ(count(write::markdown(c), "navy"), 0U);
}

TEST(Markdown, AnotherDateIsAnotherBullet) {
  Chronology c = of_one_sentence();
  c.events[1].date.date = dates("2024-12-03", "2024-12-03");
  EXPECT_EQ(count(write::markdown(c), "seized the harbour"), 2U);
}

TEST(Markdown, WhatASentenceTellsOfTheTimeBeforeItsDayIsInItsBullet) {
  Chronology c = of_one_sentence();
  c.events[1].date.date = {no_day, parse_day("2024-12-05").value(), Precision::before};
  for (int i = 0; i < 2; ++i) {
    const std::string out = write::markdown(c);
    EXPECT_EQ(count(out, "seized the harbour"), 1U) << out;
    EXPECT_EQ(count(out, "- **4 Dec 2024** Port Alba: Rebels seized"), 1U) << out;
    std::swap(c.events[0], c.events[1]);
  }
  c.events[1].date.date = {no_day, parse_day("2024-12-25").value(), Precision::before};
  EXPECT_EQ(count(write::markdown(c), "seized the harbour"), 2U);
}

TEST(Markdown, WhatIsDeniedStandsWithItsDenialUnderTheDayOfThat) {
  Chronology c = of_one_sentence();
  c.events[0].type = EventType::reject;
  c.events[1].modality = Modality::denied;
  c.events[1].date.date = dates("2024-12-01", "2024-12-01");
  for (int i = 0; i < 2; ++i) {
    const std::string out = write::markdown(c);
    EXPECT_EQ(count(out, "seized the harbour"), 1U) << out;
    EXPECT_EQ(count(out, "- **4 Dec 2024**"), 1U) << out;
    std::swap(c.events[0], c.events[1]);
  }
}

TEST(Markdown, ASentenceBehindItsHeadlineIsTheSameSentence) {
  Chronology c = of_one_sentence();
  Evidence headline = c.events[0].evidence.front();
  headline.span = {900, 930};
  c.events[0].evidence.insert(c.events[0].evidence.begin(), headline);
  c.events[1].date.date = {no_day, parse_day("2024-12-05").value(), Precision::before};
  for (int i = 0; i < 2; ++i) {
    EXPECT_EQ(count(write::markdown(c), "seized the harbour"), 1U);
    std::swap(c.events[0], c.events[1]);
  }
}

TEST(Markdown, AnotherSummaryIsAnotherBullet) {
  Chronology c = of_one_sentence();
  c.events[1].summary = "The harbour fell";
  EXPECT_EQ(count(write::markdown(c), "\n- **"), 2U);
}

// A minor entry is not shown, but counted, where its article has another.
void expect_left_out(const Event& minor) {
  Chronology c = of_one_sentence();
  c.events[1] = minor;
  const std::string out = write::markdown(c);
  EXPECT_EQ(count(out, "\n- **"), 1U) << out;
  EXPECT_EQ(count(out, "1 minor entry"), 1U) << out;
}

Event other_of(const Event& event) {
  Event other;
  other.summary = "The sea was calm that day";
  other.evidence = {event.evidence.front()};
  other.evidence[0].span = {500, 530};
  return other;
}

TEST(Selection, LeavesOutALeadThatNoEventWasFoundIn) {
  Event lead = other_of(example().events[0]);
  lead.date.basis = "published";
  lead.date.date = dates("2024-12-04", "2024-12-05");
  expect_left_out(lead);
}

TEST(Selection, ShowsTheDayThatASentenceNamesAfterItsDeed) {
  Chronology c = of_one_sentence();
  Event bare = other_of(c.events[0]);
  bare.evidence = c.events[0].evidence;
  bare.summary = "Port Alba buried its dead";
  c.events[1] = bare;
  c.events[1].date.date = dates("2024-12-06", "2024-12-06");
  EXPECT_EQ(count(write::markdown(c), "buried its dead"), 1U);
  c.events[1].date.date = dates("2024-12-03", "2024-12-03");
  EXPECT_EQ(count(write::markdown(c), "buried its dead"), 0U);
}

TEST(Selection, LeavesOutAPictureCaption) {
  Event caption = other_of(example().events[0]);
  caption.date.date = dates("2024-12-04", "2024-12-04");
  caption.evidence[0].zone = Zone::caption;
  expect_left_out(caption);
}

TEST(Selection, LeavesOutWhatWasSaidOnAnUnknownDay) {
  Event remark = example().events[0];
  remark.date.date = {};
  remark.type = EventType::request;
  remark.attribution = {"the harbour master"};
  expect_left_out(remark);
}

TEST(Selection, LeavesOutAHeadlineThatTheArticleTellsInASentence) {
  Event headline = example().events[0];
  headline.summary = "Harbour falls";
  headline.evidence.pop_back();
  headline.evidence[0].zone = Zone::title;
  expect_left_out(headline);
}

TEST(Selection, LeavesOutAPlanThatWasCarriedOut) {
  Chronology c = of_one_sentence();
  c.events[1].id = "e-plan";
  c.events[1].summary = "Rebels want the harbour";
  c.events[1].modality = Modality::planned;
  EXPECT_EQ(count(write::markdown(c), "\n- **"), 2U);
  c.events[0].links.push_back({"follows", "e-plan"});
  EXPECT_EQ(count(write::markdown(c), "\n- **"), 1U);
}

TEST(Selection, APlanThatWasCarriedOutIsNotKeptAsTheOnlyEntryOfAnArticle) {
  Chronology c = of_one_sentence();
  c.events[1].id = "e-plan";
  c.events[1].summary = "Rebels want the harbour";
  c.events[1].modality = Modality::planned;
  c.events[1].evidence[0].document = "c.txt";
  EXPECT_EQ(count(write::markdown(c), "Rebels want the harbour"), 1U);
  c.events[0].links.push_back({"follows", "e-plan"});
  EXPECT_EQ(count(write::markdown(c), "Rebels want the harbour"), 0U);
}

TEST(Selection, KeepsTheOnlyEntryOfAnArticle) {
  Chronology c = example();
  Event lead = other_of(c.events[0]);
  lead.date.basis = "published";
  lead.date.date = dates("2024-12-04", "2024-12-05");
  lead.evidence[0].document = "c.txt";
  c.events.push_back(lead);
  EXPECT_EQ(count(write::markdown(c), "The sea was calm"), 1U);
}

// A thousand entries of a hundred days, of which the later ones are the more salient.
Chronology very_many() {
  Chronology c = example();
  Event event = c.events[0];
  c.events.clear();
  for (std::uint32_t i = 0; i < 1000; ++i) {
    const Day day = parse_day("2024-01-01").value() + static_cast<Day>(i / 10);
    event.summary = "Rebels seized harbour number " + std::to_string(i) + " of the coast";
    event.date.date = single_day(day);
    c.events.push_back(event);
    if (i % 10 == 0) c.days.push_back({day, 1.0 + i, 1, {}});
    c.days.back().events.push_back(i);
  }
  return c;
}

TEST(Selection, OfVeryManyKeepsTheBestOfTheDaysOfWhichMostWasWritten) {
  const std::string out = write::markdown(very_many());
  EXPECT_EQ(count(out, "\n- **"), 250U);
  EXPECT_EQ(count(out, "750 entries of which less was written"), 1U);
  EXPECT_EQ(count(out, "harbour number 992 "), 1U);
  EXPECT_EQ(count(out, "harbour number 993 "), 0U);  // the fourth of its day
  EXPECT_EQ(count(out, "harbour number 0 "), 0U);
}

TEST(Selection, OfVeryManyKeepsSomeThatTookLonger) {
  Chronology c = very_many();
  c.events[993].date.date = dates("2024-01-01", "2024-12-31");
  c.days.back().events.erase(c.days.back().events.begin() + 3);
  EXPECT_EQ(count(write::markdown(c), "harbour number 993 "), 1U);
}

TEST(Markdown, AnUndatedEntryStandsUnderItsHeadingWithoutADate) {
  Chronology c = example();
  c.events[0].date.date = {};
  EXPECT_EQ(count(write::markdown(c), "## Date unknown\n\n- Port Alba: Rebels"), 1U);
}

TEST(Markdown, APlaceThatOnlyAnotherReportNamesDoesNotOpenTheSummary) {
  Chronology c = example();
  c.events[0].evidence[0].sentence = "Rebels seized the harbour";
  c.events[0].evidence[1].sentence = "The harbour of Port Alba was seized";
  const std::string out = write::markdown(c);
  EXPECT_EQ(count(out, "Port Alba: "), 0U);
  EXPECT_EQ(count(out, "** Rebels seized the harbour."), 1U);
}

TEST(Markdown, AQuotationHasBothItsMarks) {
  Chronology c = example();
  c.events[0].summary = "That is all,\" said the mayor";
  EXPECT_EQ(count(write::markdown(c), "\"That is all,\" said the mayor."), 1U);
  c.events[0].summary = "He said \"it is over.";
  EXPECT_EQ(count(write::markdown(c), "He said \"it is over.\" "), 1U);
}

TEST(Markdown, ASummaryCutShortIsTheSameSentence) {
  Chronology c = of_one_sentence();
  c.events[0].summary = "Rebels seized";
  const std::string out = write::markdown(c);
  EXPECT_EQ(count(out, "Rebels seized"), 1U);
  EXPECT_EQ(count(out, "Rebels seized the harbour."), 1U);
}

TEST(Markdown, AnEmptyChronologyIsAHeadingAndACount) {
  EXPECT_EQ(write::markdown({}), "# Chronology\n\n0 entries from 0 articles.\n");
}

TEST(Markdown, ATitleCannotOpenAHeadingOrATag) {
  Chronology c = example();
  c.sources[1].title = "x\n# Free <script>";
  const std::string out = write::markdown(c);
  EXPECT_EQ(out.find("\n# Free"), std::string::npos);
  EXPECT_EQ(out.find("<script"), out.find("\\<script") + 1);
}

}  // namespace
}  // namespace dateline
