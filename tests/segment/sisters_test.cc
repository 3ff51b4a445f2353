// Articles without a date of their own, dated by others that carry the same long quotations and
// sentences.
#include <algorithm>

#include "helpers.h"
#include "segment/corpus/sisters.h"

namespace dateline::segment::test {
namespace {

const std::string spokesman =
    "\"We have counted every vote twice and found not one ballot too many,\" spokesman Ilir Hoxha "
    "told reporters.\n\n"
    "He said the office would publish \"the list of all districts with their results before the "
    "end of the month\" in full.\n\n";

const std::string told_on_thursday =
    "Election office rejects complaint of fraud\n\nThe election office of Dravia rejected a "
    "complaint of fraud on Thursday.\n\n" +
    spokesman +
    "The opposition had asked for a third count in two districts of the capital, where it lost by "
    "a few votes.\n";

const std::string told_again =
    "Votes counted twice, says office\n\nDravia's election office turned a complaint of fraud down "
    "on Thursday.\n\n" +
    spokesman +
    "The party of the mayor has not said yet whether it will take the matter to a court of the "
    "country.\n";

Document document(const std::string& name, const std::string& text,
                  const std::string& published = "") {
  Document out;
  out.name = name;
  out.text = text;
  out.published = published;
  return out;
}

// A corpus of these documents, surveyed as a run does it.
Corpus surveyed(const std::vector<Document>& documents) {
  Corpus corpus;
  for (const Document& one : documents) corpus.add(one);
  if (corpus.wants_stated()) {
    for (const Document& one : documents) corpus.add_stated(one);
  }
  if (!corpus.find_kin()) return corpus;
  Witnesses witnesses;
  for (const Document& one : documents) {
    if (!corpus.is_kin(one)) continue;
    const Result result = segment(one, {}, corpus);
    witnesses.add(one, result.layout);
  }
  witnesses.sort();
  corpus.set_witnesses(std::move(witnesses));
  return corpus;
}

Published published(const std::vector<Document>& documents, std::size_t which) {
  return segment(documents[which], {}, surveyed(documents)).published();
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

std::vector<std::uint64_t> hashes(const std::string& text) {
  std::vector<SharedText> texts;
  find_shared_texts(text, {0, static_cast<std::uint32_t>(text.size())}, texts);
  std::vector<std::uint64_t> out;
  for (const SharedText& one : texts) out.push_back(one.hash);
  std::sort(out.begin(), out.end());
  return out;
}

TEST(Sisters, TwoQuotationsInCommonDateAnArticleByTheWeekdayThatItNames) {
  // 2031-12-04 is a Thursday.
  const std::vector<Document> documents = {document("dated.txt", told_on_thursday, "2031-12-04"),
                                           document("other.txt", told_again)};
  const Published found = published(documents, 1);
  EXPECT_EQ(to_iso(found.date.first), "2031-12-04");
  EXPECT_EQ(to_iso(found.date.last), "2031-12-05");
  EXPECT_EQ(found.basis, PublishedBasis::sister_document);
  EXPECT_EQ(found.sister, "dated.txt");
  ASSERT_EQ(found.evidence.size(), 2U);
  EXPECT_EQ(found.evidence[0].of(told_again), "Thursday");
  EXPECT_TRUE(found.evidence[1].of(told_again).starts_with("We have counted every vote twice"));
}

TEST(Sisters, ASisterThatAppearedTheDayAfterTellsTheSameDay) {
  const std::vector<Document> documents = {document("dated.txt", told_on_thursday, "2031-12-05"),
                                           document("other.txt", told_again)};
  EXPECT_EQ(to_iso(published(documents, 1).date.first), "2031-12-04");
}

TEST(Sisters, OneQuotationAloneDatesNothing) {
  const std::string once = replaced(told_again, "every vote twice and found not one",
                                    "all votes and found none, not a single");
  const std::vector<Document> documents = {document("dated.txt", told_on_thursday, "2031-12-04"),
                                           document("other.txt", once)};
  EXPECT_EQ(published(documents, 1).basis, PublishedBasis::unknown);
}

TEST(Sisters, OneQuotationMakesABoundOfThePageNarrower) {
  std::string once = replaced(told_again, "every vote twice and found not one",
                              "all votes and found none, not a single");
  once = replaced(once, "complaint of fraud down on Thursday", "complaint of fraud down");
  once = replaced(once, "The party of the mayor",
                  "Voters wait in the rain before a school in Dravia on December 4, 2031. (Photo "
                  "by Ana RUIZ / AFP)\n\nThe party of the mayor");
  const std::vector<Document> documents = {document("dated.txt", told_on_thursday, "2031-12-04"),
                                           document("other.txt", once)};
  EXPECT_EQ(published({documents[1]}, 0).date.last, no_day);
  const Date date = published(documents, 1).date;
  EXPECT_EQ(to_iso(date.first), "2031-12-04");
  EXPECT_EQ(to_iso(date.last), "2031-12-05");
}

TEST(Sisters, SistersOfDifferentDaysDateNothing) {
  const std::vector<Document> documents = {document("dated.txt", told_on_thursday, "2031-12-04"),
                                           document("later.txt", told_on_thursday, "2032-12-02"),
                                           document("other.txt", told_again)};
  EXPECT_EQ(published(documents, 2).basis, PublishedBasis::unknown);
}

TEST(Sisters, AnArticleWithADateKeepsIt) {
  const std::vector<Document> documents = {document("dated.txt", told_on_thursday, "2031-12-04"),
                                           document("other.txt", told_again, "2032-01-09"),
                                           document("third.txt", told_again)};
  EXPECT_EQ(to_iso(published(documents, 1).date.first), "2032-01-09");
}

TEST(Sisters, TheOrderOfDocumentsDoesNotMatter) {
  std::vector<Document> documents = {document("b.txt", told_on_thursday, "2031-12-04"),
                                     document("a.txt", told_on_thursday, "2031-12-04"),
                                     document("other.txt", told_again)};
  const Published one = published(documents, 2);
  std::reverse(documents.begin(), documents.end());
  const Published two = published(documents, 0);
  EXPECT_EQ(one.sister, "a.txt");
  EXPECT_EQ(one.sister, two.sister);
  EXPECT_EQ(one.date, two.date);
  EXPECT_EQ(one.evidence, two.evidence);
}

TEST(Sisters, WhereAllDocumentsStateTheirDatesNothingIsSegmentedTwice) {
  Corpus corpus;
  corpus.add(document("a.txt", told_on_thursday, "2031-12-04"));
  corpus.add(document("b.txt", told_again, "2031-12-04"));
  EXPECT_FALSE(corpus.wants_stated());
  EXPECT_FALSE(corpus.find_kin());
}

TEST(Sisters, OnlyTheInputsOfThoseAkinAreToBeReadOnceMore) {
  Corpus one, other;
  one.add(document("a.txt", told_on_thursday, "2031-12-04"), 0);
  one.add(document("c.txt", "Nothing of the kind.", "2031-12-04"), 1);
  other.add(document("b.txt", told_again), 2);
  one.merge(other);
  ASSERT_TRUE(one.wants_stated());
  one.add_stated(document("a.txt", told_on_thursday, "2031-12-04"), 0);
  ASSERT_TRUE(one.find_kin());
  EXPECT_TRUE(one.has_kin(0));
  EXPECT_FALSE(one.has_kin(1));
  EXPECT_TRUE(one.has_kin(2));
}

TEST(Sisters, MarksCaseAndWrappedLinesDoNotMakeATextAnother) {
  const std::string one =
      "\"We count, and we count again, until all of the votes are counted,\" she said.";
  EXPECT_EQ(hashes(one).size(), 2U);  // the quotation and the sentence
  EXPECT_EQ(hashes(one), hashes("\xE2\x80\x9CWe count and we count again until all of\nthe votes "
                                "are counted\xE2\x80\x9D she said"));
}

TEST(Sisters, ShortSentencesAreNobodysMark) {
  EXPECT_TRUE(
      hashes(
          "He did not say when the count would end.\nRead more about the election in our new app")
          .empty());
}

}  // namespace
}  // namespace dateline::segment::test
