// Dumps of all shapes, taken apart into blocks and articles.
#include "helpers.h"
#include "read/html.h"

namespace dateline::segment::test {
namespace {

const std::string sidebar =
    "\nFerry between the islands to run all night\nBy ADRIATIC WIRE\n12/05/2030 11:53 AM\n"
    "Mayor opens new library in the old town hall\nBy ADRIATIC WIRE\n12/05/2030 10:36 AM\n"
    "Two swans delay the morning train to Harrow\nBy JON ASHBY\n12/04/2030 11:34 PM\n";

TEST(Segment, PackedRulesHoldTheirExamples) {
  Problems problems;
  tools().segmenter.check_examples(problems);
  for (const Problem& problem : problems)
    ADD_FAILURE() << problem.file << ":" << problem.line << " " << problem.message;
  EXPECT_TRUE(tools().problems.empty());
}

TEST(Segment, NothingComesOfNothing) {
  EXPECT_TRUE(segment("").layout.blocks.empty());
  EXPECT_TRUE(segment(" \n\t\n").layout.blocks.empty());
}

TEST(Segment, OneSentenceIsAnArticle) {
  EXPECT_EQ(segment("Dockers blocked the harbour of Port Ellis on Monday.\n").core(),
            "Dockers blocked the harbour of Port Ellis on Monday.");
  EXPECT_EQ(segment("Two men were held.\nThey are from Harrow.\n").layout.articles.size(), 1U);
}

TEST(Segment, TitleBylineAndBodyAreToldApart) {
  const Result result = segment(strike);
  EXPECT_EQ(result.kind("Dockers in Port Ellis vote"), "title");
  EXPECT_EQ(result.kind("By MARTA"), "byline");
  EXPECT_EQ(result.kind("Dockers in Port Ellis voted"), "body");
  EXPECT_EQ(result.kind("Eleven ships"), "body");
}

TEST(Segment, TheTitleIsNoPartOfTheText) {
  EXPECT_TRUE(segment(strike).core().starts_with("Dockers in Port Ellis voted on Thursday"));
}

TEST(Segment, TheTitleIsTheHeadlineNotTheWidgetAboveIt) {
  const Result result = segment(
      "Subscribe to our newsletter\nHarbour Times daily letter\n\nDockers in Port Ellis go back to "
      "work after nineteen days\n\n" +
      strike.substr(strike.find("By MARTA")));
  EXPECT_EQ(result.kind("Dockers in Port Ellis go back"), "title");
}

TEST(Segment, AShortHeadlineMayStandAboveABareText) {
  const Result result =
      segment("Ashby sees it out\n\n" + strike.substr(strike.find("Dockers in Port Ellis voted")));
  EXPECT_EQ(result.kind("Ashby sees"), "title");
}

TEST(Segment, ATextWithoutAHeadlineHasNoTitle) {
  const Result result = segment(strike.substr(strike.find("Dockers in Port Ellis voted")));
  EXPECT_TRUE(result.layout.articles.at(0).title.empty());
}

TEST(Segment, TheBylineIsTheNameAlone) {
  const Result result = segment(strike);
  EXPECT_EQ(byline_of(result.layout.articles.at(0), result.document.text), "MARTA QUILL");
}

TEST(Segment, ANameBesideTheDateIsTheByline) {
  const std::string text = strike.substr(strike.find("Dockers in Port Ellis voted"));
  const Result bare = segment(
      "Dockers in Port Ellis vote to end their strike\n\nMartha Quill\n\n12 May 2031\n\n" + text);
  EXPECT_EQ(byline_of(bare.layout.articles.at(0), bare.document.text), "Martha Quill");
  const Result dated = segment(
      "Dockers in Port Ellis vote to end their strike\n\nMartha Quill | May 12, 2031\n\n" + text);
  EXPECT_EQ(byline_of(dated.layout.articles.at(0), dated.document.text), "Martha Quill");
}

TEST(Segment, TheNameMayStandBelowBy) {
  const Result result =
      segment("Dockers in Port Ellis vote to end their strike\n\nBy\nHarbour Desk\n\n" +
              strike.substr(strike.find("Dockers in Port Ellis voted")));
  EXPECT_EQ(byline_of(result.layout.articles.at(0), result.document.text), "Harbour Desk");
}

TEST(Segment, HeadlinesOfOtherArticlesStayOutOfTheText) {
  const Result result = segment(strike + sidebar);
  EXPECT_EQ(result.layout.articles.size(), 1U);
  EXPECT_EQ(result.kind("Ferry between"), "related-headline");
  EXPECT_EQ(result.kind("By JON"), "related-byline");
  EXPECT_EQ(result.kind("12/04/2030"), "related-timestamp");
  EXPECT_EQ(result.core().find("library"), std::string::npos);
}

TEST(Segment, AHeadlineThatTheNextLeadRepeatsBeginsAnotherArticle) {
  const Result result =
      segment(strike +
              "\nFire destroys warehouse near Gatepost\n\nFirefighters fought through the night "
              "against a fire in a warehouse near "
              "Gatepost, police said on Monday.\n\nThe cause of the fire is not known.\n");
  ASSERT_EQ(result.layout.articles.size(), 2U);
  EXPECT_EQ(result.kind("Fire destroys"), "title");
}

TEST(Segment, EntriesOfALiveReportAreTextUnderTheirTimes) {
  const Result result = segment(
      "Live: storm hits Port Ellis\n\n14:05\n\nAll ferries to the islands were cancelled on "
      "Monday, the harbour trust "
      "said.\n\n13:40\n\nTwo hurt by a tree\n\nTwo people were hurt when a tree fell on a bus in "
      "Harrow, police said.\n\n"
      "12:30\n\nThe storm reached the coast near Port Ellis shortly after noon, the weather "
      "service said.\n\n"
      "Related stories\n\nTen walks for a rainy day\n");
  EXPECT_EQ(result.kind("All ferries"), "body");
  EXPECT_EQ(result.kind("13:40"), "published-line");
  EXPECT_EQ(result.kind("The storm reached"), "body");
  EXPECT_EQ(result.kind("Ten walks"), "related-headline");
}

TEST(Segment, ARelatedHeadlineHasTheDateOfItsOwnItem) {
  const Result result = segment(strike + sidebar);
  for (const Block& block : result.layout.blocks) {
    if (result.text_of(block).starts_with("Two swans")) {
      EXPECT_EQ(to_iso(block.published.first), "2030-12-04");
    }
  }
}

TEST(Segment, AShortSentenceMayCloseTheText) {
  const Result result =
      segment(strike + "\nMayor Jon Ashby visits the harbour on Sunday.\n\nWeather\n\n-\n\n-\n");
  EXPECT_EQ(result.kind("Mayor Jon Ashby visits"), "body");
  EXPECT_EQ(result.kind("Weather"), "section-label");
}

TEST(Segment, ADatelineIsABlockBeforeItsLead) {
  const Result result = segment(
      "Dockers end their strike in Port Ellis\n\nPORT ELLIS, March 11, 2031 (NNA/QPW) - Dockers in "
      "Port Ellis voted on Tuesday "
      "to end a strike that had closed the harbour, their union said.\n\nThe harbour will open "
      "again on Friday, a spokesman "
      "for the harbour trust said.\n\nThe strike began after the trust said it would close two of "
      "its nine piers.\n");
  EXPECT_EQ(result.kind("PORT ELLIS"), "dateline");
  EXPECT_EQ(result.kind("Dockers in Port Ellis voted"), "body");
  const Article& article = result.layout.articles.at(0);
  EXPECT_EQ(article.dateline_place.of(result.document.text), "PORT ELLIS");
  EXPECT_EQ(to_iso(article.dateline_date.first), "2031-03-11");
  EXPECT_EQ(article.agency, "NNA/QPW");
  EXPECT_EQ(article.published.basis, PublishedBasis::dateline);
  EXPECT_TRUE(result.core().starts_with("PORT ELLIS, March 11, 2031 (NNA/QPW) - Dockers in"));
}

TEST(Segment, LinesBelowATickersLabelAreTicker) {
  const Result result = segment(
      "Breaking news\nA goose and its owner rescued from a well by firemen -\nThe joy of slow "
      "bread -\n\n" +
      strike);
  EXPECT_EQ(result.kind("Breaking"), "ticker");
  EXPECT_EQ(result.kind("A goose"), "ticker");
}

TEST(Segment, APictureTextWithItsAgencyIsACaption) {
  const std::string caption =
      "Dockers wait at the gate of Port Ellis harbour on March 9, 2031. (Photo by Ana RUIZ / "
      "AFP)\n\n";
  std::string text = strike;
  text.insert(text.find("The strike began"), caption);
  EXPECT_EQ(segment(text).kind("Dockers wait"), "caption");
}

TEST(Segment, AHeadlineAndANewLeadBeginASecondArticle) {
  const Result result = segment(strike +
                                "\nNational museum closes its doors for repairs\n\nThe national "
                                "museum said on Monday that it closes its doors for "
                                "repairs of the roof that will take two years.\n\nThe roof of the "
                                "museum let in water in three places last winter, its "
                                "director said.\n\nVisitors can see the best pictures in the town "
                                "hall until then, the director told reporters.\n");
  ASSERT_EQ(result.layout.articles.size(), 2U);
  EXPECT_EQ(title_of(result.layout.articles[1], result.document.text),
            "National museum closes its doors for repairs");
  EXPECT_TRUE(result.core(1).starts_with("The national museum said on Monday"));
  EXPECT_EQ(result.core(0).find("museum"), std::string::npos);
}

TEST(Segment, AWholeInputIsOneBody) {
  Options options;
  options.whole = true;
  const Result result = segment("Menu\n\nRead more: the port\n\nSome text.\n", options);
  ASSERT_EQ(result.layout.articles.size(), 1U);
  EXPECT_EQ(result.core(), "Menu\n\nRead more: the port\n\nSome text.");
}

const char* const wrapped_story =
    "The dockers of the old harbour voted on the last day of the month to end\ntheir strike, "
    "which had closed all nine piers "
    "for more than two weeks and\nkept eleven ships with grain outside the bay, as their union "
    "said in the\nmorning.\n\nThe "
    "harbour trust had wanted to close two of its piers and to move the old\ncranes to another "
    "harbour, but gave up that "
    "plan after the minister had\nspoken with both sides in the town hall for most of the night "
    "without a\nbreak.\n";

TEST(Segment, WrappedTextIsJoinedToParagraphs) {
  Options options;
  options.whole = true;
  const Result result = segment(wrapped_story, options);
  EXPECT_EQ(result.layout.blocks.size(), 2U);
  EXPECT_NE(result.core().find("voted on the last day of the month to end their strike"),
            std::string::npos);
}

TEST(Segment, WrappedTextIsToldInSpiteOfTheMenuAboveIt) {
  const Result result =
      segment(std::string("Home\nNews\nSport\nHarbour tours\nContact\n\n") + wrapped_story);
  EXPECT_EQ(result.kind("Home"), "navigation");
  EXPECT_NE(result.core().find("voted on the last day of the month to end their strike"),
            std::string::npos);
}

TEST(Segment, SentencesBrokenAtLinksAreWhole) {
  Options options;
  options.whole = true;
  const Result result = segment(
      "The harbour trust\nsaid on Monday that it would open\npier nine\n, which the storm of\nlast "
      "winter\nhad closed.\n"
      "Dockers, who are members of\nQuill Union\n, will be paid for the days of the strike.\n"
      "The minister\nis to speak in the town hall.\n",
      options);
  EXPECT_EQ(result.layout.blocks.size(), 3U);
  EXPECT_NE(result.core().find("open pier nine , which the storm"), std::string::npos);
}

TEST(Segment, AMenuIsNotJoined) {
  EXPECT_EQ(segment("Home\nabout us\nour team\nprices\nContact\nimprint\n").layout.blocks.size(),
            6U);
}

TEST(Segment, MarkupKeepsALinkedSentenceOutOfTheText) {
  std::string page =
      R"(<!DOCTYPE html><html><head><title>Dockers vote to end their strike</title></head><body>
<nav><ul><li><a href=/>Home</a></li><li><a href=/n>News</a></li></ul></nav><main><article class="article-body">
<h1>Dockers vote to end their strike</h1>
<p>Dockers in Port Ellis voted on Thursday to end a strike that had closed the harbour for weeks, their union said.</p>
<p>The harbour will open again on Friday morning, a spokesman for the Port Ellis Harbour Trust said.</p>
<p>The strike began after the trust said it would close two of its piers and move the cranes to another harbour.</p>
<p>Eleven ships were waiting outside the harbour on Thursday, most of them with grain, the trust said.</p>
</article></main><aside class="related teaser-list"><a href=/x>Our readers chose the best beach of the islands, and you can
read here what they said about it.</a></aside></body></html>)";
  Document document;
  Problems problems;
  read::read_html(page, "page.html", document, problems);
  const Result result = segment(std::move(document));
  EXPECT_EQ(result.kind("Dockers vote"), "title");
  EXPECT_EQ(result.core().find("Our readers"), std::string::npos);
  EXPECT_NE(result.core().find("Eleven ships"), std::string::npos);
}

TEST(Segment, ALineOfManyOtherDumpsIsLeftOut) {
  const std::string furniture =
      "Harbour Times has told the islands' story since 1931 and thanks all its readers for "
      "that.\n\n";
  Corpus corpus;
  for (int i = 0; i < 12; ++i) {
    Document other;
    other.text =
        "Story number " + std::string(static_cast<std::size_t>(i) + 1, 'x') + "\n\n" + furniture;
    corpus.add(other);
  }
  Document own;
  own.text = strike + "\n" + furniture;
  corpus.add(own);
  EXPECT_EQ(segment(std::move(own), {}, corpus).core().find("Harbour Times"), std::string::npos);
}

const std::string wire =
    "Police hold 4 after Port Ellis raid\nBy Ann Bell\n04/05/2031\n\n"
    "PORT ELLIS, Marrow - Police held four men in Port Ellis on Thursday, officials said.\n";

TEST(Segment, AWireStoryOfOneParagraphIsText) {
  const Result result =
      segment("Harbour Daily News\nHome\nWorld\nSport\n\n" + wire + "Share\nContact us\n");
  EXPECT_EQ(result.kind("Police hold 4"), "title");
  EXPECT_EQ(result.kind("Police held four men"), "body");
  EXPECT_EQ(result.kind("By Ann Bell"), "byline");
}

TEST(Segment, ALabelledListEndsTheText) {
  for (const char* const label : {"Also on our site", "Related stories", "Read more",
                                  "Most popular", "More from this section"}) {
    const Result result = segment(
        strike + "\n" + label +
        "\n\nThe mayor of Marrow opened two schools for families who had lost their homes.\n\n"
        "Police in Marrow held nine men on Wednesday after the attack of Monday, officials "
        "said.\n");
    EXPECT_EQ(result.core().find("The mayor of Marrow"), std::string::npos) << label;
    EXPECT_NE(result.core().find("Eleven ships"), std::string::npos) << label;
  }
}

TEST(Segment, AnArticleGoesOnBelowAnAside) {
  std::string page =
      R"(<html><body><nav><a href=/>Home</a></nav><main><article>
<h1>Dockers vote to end their strike</h1><p>By Ann Bell</p>
<p>Dockers in Port Ellis voted on Thursday to end a strike that had closed the harbour for weeks, their union said.</p>
<aside><h3>Related</h3><ul><li><a href=/1>Minister leaves for talks</a></li>
<li><a href=/2>Mayor opens school after flood</a></li></ul></aside>
<p>The harbour will open again on Friday morning, a spokesman said.</p>
</article></main></body></html>)";
  Document document;
  Problems problems;
  read::read_html(page, "page.html", document, problems);
  const Result result = segment(std::move(document));
  EXPECT_NE(result.core().find("The harbour will open"), std::string::npos);
  EXPECT_EQ(result.core().find("Mayor opens"), std::string::npos);
}

// What is cut out of each of these, together in one corpus.
std::vector<Result> segment_all(const std::vector<std::string>& texts) {
  Corpus corpus;
  std::vector<Document> documents;
  for (const std::string& text : texts) {
    Document& document = documents.emplace_back();
    document.name = std::to_string(documents.size());
    document.text = text;
    corpus.add(document);
  }
  corpus.join_copies();
  std::vector<Result> results;
  for (Document& document : documents) results.push_back(segment(std::move(document), {}, corpus));
  return results;
}

const std::string flood =
    "River floods nine villages in Marrow\nBy Ada Pell\nJune 4, 2031\n\n"
    "MARROW - The river Ell flooded nine villages in Marrow on Monday, police said.\n\n"
    "The mayor of Marrow, Jon Ashby, opened two schools for families who had lost their homes.\n\n"
    "Related stories\nDockers end strike after vote\nMinister leaves for talks\n";

TEST(Segment, TwoCopiesOfAnArticleAreReadAsOneIs) {
  const std::string alone = segment(flood).core();
  ASSERT_NE(alone.find("flooded nine villages"), std::string::npos);
  for (const std::size_t copies : {2U, 3U, 20U}) {
    for (const Result& result : segment_all(std::vector<std::string>(copies, flood))) {
      ASSERT_EQ(result.layout.articles.size(), 1U);
      EXPECT_EQ(result.core(), alone);
    }
  }
}

TEST(Segment, ANearCopyWithAnotherHeadTakesNothingAway) {
  std::string other = "Island Post Online\n\n" + strike + "\nPublished by Island Post\n";
  other.replace(other.find("By MARTA QUILL"), 14, "By JON HALE\n\nJune 6, 2031");
  const std::string alone = segment(strike).core(), other_alone = segment(other).core();
  const std::vector<Result> results = segment_all({strike, other});
  EXPECT_EQ(results[0].core(), alone);
  EXPECT_EQ(results[1].core(), other_alone);
}

TEST(Segment, AParagraphThatTwoOtherArticlesTellAgainIsReadAsAlone) {
  const std::string told =
      "The mayor of Marrow, Jon Ashby, opened two schools on Tuesday for families who had lost "
      "their homes in the flood.\n\n";
  const std::string menu = "Harbour Times\nHome\nWorld\nSport\n\n";
  const std::string other = "Harbour opens after vote of dockers\nBy Ann Bell\nJune 8, 2031\n\n" +
                            strike.substr(strike.find("Dockers in Port Ellis voted"));
  const std::string third =
      "Police hold nine men in Quay\nBy Bo Hill\nJune 7, 2031\n\n"
      "Police in Quay held nine men on Friday after the raid of Monday, officials said.\n\n"
      "Three of the men had weapons with them, the head of the police said in a statement.\n\n";
  const std::vector<std::string> texts = {menu + flood.substr(0, flood.find("The mayor")) + told,
                                          menu + other + told, menu + third + told};
  const std::vector<Result> results = segment_all(texts);
  for (std::size_t i = 0; i < texts.size(); ++i)
    EXPECT_EQ(results[i].core(), segment(texts[i]).core()) << texts[i];
  EXPECT_NE(results[2].core().find("opened two schools"), std::string::npos);
}

TEST(Segment, AVerbOfReleaseBeforeANumberLabelsNoDate) {
  const Result result = segment(
      "Gunmen free pupils\n\nMay 12, 2031\n\nGunmen released 30 pupils on Sunday, the "
      "governor said.\n\nThe governor published 14 names of those still missing.\n");
  EXPECT_EQ(result.kind("Gunmen released"), "body");
  EXPECT_EQ(result.kind("The governor"), "body");
}

TEST(Segment, APlaceWithADateBelowTheTitleIsWhenItWasPublished) {
  for (const std::string head : {"Harrow, 3 March 2031", "HARROW (QPW) - Mar 3, 2031 - 14:02",
                                 "Monday March 3 2031, 6.30pm, The Gazette"}) {
    const Result result = segment(
        "Minister quits over bribes\n" + head +
        "\nThe minister for ports, Ana Ruiz, resigned on Monday after a court found that she had "
        "taken bribes from a builder of cranes.\nMost read\n1. Singer held in Marrow on Thursday\n"
        "2. Bomb kills six in Quay\n");
    ASSERT_EQ(result.layout.articles.size(), 1U);
    EXPECT_EQ(result.layout.articles[0].title.of(result.document.text),
              "Minister quits over bribes");
    EXPECT_EQ(to_iso(result.published().date.first), "2031-03-03");
    EXPECT_TRUE(result.core().starts_with("The minister for ports"));
    EXPECT_EQ(result.core().find("Marrow"), std::string::npos);
  }
}

}  // namespace
}  // namespace dateline::segment::test
