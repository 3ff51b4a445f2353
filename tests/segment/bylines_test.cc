// Names in bylines: what stands before and behind them is cut.
#include "helpers.h"

namespace dateline::segment::test {
namespace {

std::string byline_of(const std::string& line) {
  std::string text = strike;
  text.replace(text.find("By MARTA QUILL"), 14, line + "\n\n3 June 2031");
  const Result result = segment(text);
  return std::string(result.layout.articles.at(0).byline.of(result.document.text));
}

TEST(Bylines, ADateBehindTheNameIsCut) {
  EXPECT_EQ(byline_of("Anna Kessel, Jun 3, 2031"), "Anna Kessel");
  EXPECT_EQ(byline_of("By Anna Kessel Tuesday, June 3"), "Anna Kessel");
  EXPECT_EQ(byline_of("By Anna Kessel on June 3"), "Anna Kessel");
  EXPECT_EQ(byline_of("By Anna Kessel Updated Jun 4"), "Anna Kessel");
  EXPECT_EQ(byline_of("By June Kessel"), "June Kessel");
  EXPECT_EQ(byline_of("Tue Jun 3 2031"), "");
}

TEST(Bylines, RolesPapersAndTownsAreCut) {
  EXPECT_EQ(byline_of("By Anna Kessel, Staff Writer"), "Anna Kessel");
  EXPECT_EQ(byline_of("By Anna Kessel Senior Correspondent"), "Anna Kessel");
  EXPECT_EQ(byline_of("Anna Kessel, Harbour Times"), "Anna Kessel");
  EXPECT_EQ(byline_of("Anna Kessel for the Harbour Times"), "Anna Kessel");
  EXPECT_EQ(byline_of("From Anna Kessel in Port Ellis"), "Anna Kessel");
  EXPECT_EQ(byline_of("By ANNA KESSEL Harbour Times Writer"), "ANNA KESSEL");
  EXPECT_EQ(byline_of("By Anna Kessel  Court reporter"), "Anna Kessel");
  EXPECT_EQ(byline_of("By Anna KesselStaff Writer"), "Anna Kessel");
  EXPECT_EQ(byline_of("Anna Kessel akessel@times.example"), "Anna Kessel");
}

TEST(Bylines, AListOfNamesIsKept) {
  EXPECT_EQ(byline_of("By Anna Kessel, Jon Ashby and Li Wei"), "Anna Kessel, Jon Ashby and Li Wei");
  EXPECT_EQ(byline_of("By Anna Kessel and Jon Ashby, Harbour Times"), "Anna Kessel and Jon Ashby");
  EXPECT_EQ(byline_of("By Ludwig van der Quill"), "Ludwig van der Quill");
}

TEST(Bylines, LabelsAndOtherLanguagesIntroduceAName) {
  EXPECT_EQ(byline_of("Author: Zhivka Torvands"), "Zhivka Torvands");
  EXPECT_EQ(byline_of("Byline: By Anna Kessel, Staff Writer"), "Anna Kessel");
  EXPECT_EQ(byline_of("Von Anna Kessel"), "Anna Kessel");
  EXPECT_EQ(byline_of("Local news. By Anna Kessel"), "Anna Kessel");
  EXPECT_EQ(byline_of("Business | By Anna Kessel"), "Anna Kessel");
}

TEST(Bylines, WhatNamesNobodyIsNone) {
  for (const char* line : {"By Our Correspondent", "By Staff Reporter", "News Desk", "Short Url"})
    EXPECT_EQ(byline_of(line), "") << line;
}

TEST(Bylines, ASentenceAboutSomebodyIsNone) {
  EXPECT_EQ(byline_of("Anna Kessel wants the harbour open again"), "");
}

}  // namespace
}  // namespace dateline::segment::test
