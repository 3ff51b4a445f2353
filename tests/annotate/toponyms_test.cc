// Toponym resolution over invented sentences: size, containers, evidence, one sense per name,
// modifiers.
#include "annotate/places/toponyms.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace dateline::annotate {
namespace {

// What came of one name.
struct Resolved : Mention {
  bool resolved = false;
  bool supported = false;
};

class ToponymsTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    Problems problems;
    rules_ = Rules::load({}, problems);
    ASSERT_NE(rules_, nullptr);
  }
  static void TearDownTestSuite() {
    warm_ = {};
    rules_.reset();
  }

  // Resolves the names, which stand in `text` in this order.
  std::vector<Resolved> resolve(const std::string& text, const std::vector<std::string>& names) {
    text_ = text;
    rules::read_text(*rules_, text_, reading_);
    std::vector<PlaceMention> mentions;
    std::size_t from = 0;
    for (const std::string& name : names) {
      const std::size_t at = text_.find(name, from);
      from = at + name.size();
      PlaceMention mention;
      mention.tokens = text::tokens_in(
          reading_.tokens, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(from)});
      mentions.push_back(mention);
    }
    return resolve(mentions);
  }
  std::vector<Resolved> resolve(std::vector<PlaceMention> mentions) {
    const Words words(*rules_);
    const Toponyms toponyms(words);
    std::vector<PlaceMention> again = mentions;
    PlaceWork work;
    toponyms.resolve(reading_, mentions, work);
    // What is remembered of other articles' places must not show.
    toponyms.resolve(reading_, again, warm_);
    EXPECT_TRUE(std::equal(again.begin(), again.end(), mentions.begin(), same_place));
    std::vector<Resolved> places(mentions.size());
    for (std::size_t i = 0; i < mentions.size(); ++i) {
      places[i].supported = mentions[i].supported;
      places[i].resolved = mentions[i].facts != nullptr;
      if (places[i].resolved) toponyms.describe(*mentions[i].facts, places[i]);
      if (mentions[i].modifier.empty()) continue;
      places[i].modifier = reading_.span(mentions[i].modifier).of(reading_.text);
    }
    return places;
  }
  static bool same_place(const PlaceMention& one, const PlaceMention& other) {
    if (one.facts == nullptr || other.facts == nullptr) return one.facts == other.facts;
    return one.facts->table == other.facts->table && one.facts->row == other.facts->row &&
           one.supported == other.supported;
  }
  std::string country_of(const std::string& text, const std::vector<std::string>& names) {
    return resolve(text, names)[0].country;
  }

  static std::shared_ptr<const Rules> rules_;
  static PlaceWork warm_;  // through all tests
  std::string text_;
  rules::Reading reading_;
};
std::shared_ptr<const Rules> ToponymsTest::rules_;
PlaceWork ToponymsTest::warm_;

TEST_F(ToponymsTest, AloneTheLargestPlaceIsMeant) {
  EXPECT_EQ(country_of("A crowd gathered in Paris.", {"Paris"}), "FR");
}

TEST_F(ToponymsTest, AContainerAfterACommaDecides) {
  const auto places = resolve("A crowd gathered in Paris, Texas.", {"Paris", "Texas"});
  EXPECT_EQ(places[0].country, "US");
  EXPECT_NEAR(places[0].where->lat, 33.66, 0.1);
  EXPECT_EQ(places[1].name, "Texas");
  EXPECT_EQ(places[1].id, "place/us.tx");
}

TEST_F(ToponymsTest, AShortFormIsAContainerToo) {
  EXPECT_EQ(country_of("The bus left Athens, Ga., at noon.", {"Athens", "Ga"}), "US");
}

TEST_F(ToponymsTest, OtherPlacesOfTheArticleSpeakForTheirCountry) {
  EXPECT_EQ(country_of("Trucks left Tripoli at dawn.", {"Tripoli"}), "LY");
  EXPECT_EQ(country_of("Trucks left Tripoli for Beirut and Sidon in Lebanon.",
                       {"Tripoli", "Beirut", "Sidon", "Lebanon"}),
            "LB");
}

TEST_F(ToponymsTest, ACapitalIsMeantInAnotherCountrysNewsToo) {
  EXPECT_EQ(resolve("Envoys flew from Sydney to Wellington.", {"Sydney", "Wellington"})[1].country,
            "NZ");
  EXPECT_EQ(resolve("Flights from Boston to Athens are late.", {"Boston", "Athens"})[1].country,
            "GR");
}

TEST_F(ToponymsTest, AnArabicNameIsFoundByItsConsonants) {
  const auto places = resolve("Shells fell on Latakiyah in Syria.", {"Latakiyah", "Syria"});
  EXPECT_EQ(places[0].name, "Latakia");
  EXPECT_EQ(places[0].country, "SY");
}

TEST_F(ToponymsTest, NearlyTheVowelsMustBeThere) {
  EXPECT_TRUE(resolve("Shells fell on Lattakia in Syria.", {"Lattakia", "Syria"})[0].resolved);
  EXPECT_FALSE(resolve("Shells fell on Elatikaya in Syria.", {"Elatikaya", "Syria"})[0].resolved);
}

TEST_F(ToponymsTest, ConsonantsCountOnlyWhereTheArticleSpeaksOfTheCountry) {
  EXPECT_FALSE(resolve("Shells fell on Latakiyah in Norway.", {"Latakiyah", "Norway"})[0].resolved);
}

TEST_F(ToponymsTest, OneNameHasOneSense) {
  const auto places = resolve("Snow fell on Moscow, Idaho. Schools in Moscow stay shut.",
                              {"Moscow", "Idaho", "Moscow"});
  EXPECT_EQ(places[2].country, "US");
}

TEST_F(ToponymsTest, TwoPairsOfOneNameMayDiffer) {
  const auto places = resolve("Teams came from Springfield, Illinois, and Springfield, Missouri.",
                              {"Springfield", "Illinois", "Springfield", "Missouri"});
  EXPECT_NEAR(places[0].where->lon, -89.6, 0.2);
  EXPECT_NEAR(places[2].where->lon, -93.3, 0.2);
}

TEST_F(ToponymsTest, DirectionsStayOutsideTheName) {
  const auto places = resolve("Shelling hit northern Syria again.", {"Syria"});
  EXPECT_EQ(places[0].id, "place/sy");
  EXPECT_EQ(places[0].modifier, "northern");
}

TEST_F(ToponymsTest, DirectionsInsideTheSpanAreLookedThrough) {
  const auto places = resolve("Shelling hit north-eastern Syria again.", {"north-eastern Syria"});
  EXPECT_EQ(places[0].id, "place/sy");
  EXPECT_EQ(places[0].modifier, "north-eastern");
}

TEST_F(ToponymsTest, AWordForARegionMeansTheDivision) {
  EXPECT_EQ(resolve("Talks went on in Homs.", {"Homs"})[0].kind, "city");
  EXPECT_EQ(resolve("Talks went on in Homs province.", {"Homs"})[0].kind, "region");
}

TEST_F(ToponymsTest, ARegionOfTheTableIsMeantBeforeItsSeat) {
  EXPECT_EQ(resolve("Snow fell in Quebec.", {"Quebec"})[0].kind, "region");
}

TEST_F(ToponymsTest, ANameThatAPlaceByHandGivesIsFoundUnderItsGazetteerId) {
  const auto places = resolve("Shells fell on Rafah.", {"Rafah"});
  EXPECT_EQ(places[0].id, "place/281102");
  EXPECT_EQ(places[0].geonames, 281102);
}

TEST_F(ToponymsTest, ShortNamesNeedCapitals) {
  EXPECT_FALSE(resolve("They told us nothing.", {"us"})[0].resolved);
  EXPECT_EQ(resolve("The US said nothing.", {"US"})[0].id, "place/us");
}

TEST_F(ToponymsTest, ADemonymIsEvidenceAndGetsItsCountry) {
  text_ = "Canadian police searched London.";
  rules::read_text(*rules_, text_, reading_);
  std::vector<PlaceMention> mentions(1);
  mentions[0].tokens = {0, 1};
  mentions[0].evidence_only = true;
  mentions[0].country = "CA";
  const auto places = resolve(mentions);
  EXPECT_EQ(places[0].id, "place/ca");
  EXPECT_TRUE(places[0].where.has_value());
}

TEST_F(ToponymsTest, ATownByChanceIsNotSupported) {
  EXPECT_FALSE(resolve("Hope fades.", {"Hope"})[0].supported);
  EXPECT_TRUE(resolve("He was born in Hope, Arkansas.", {"Hope", "Arkansas"})[0].supported);
}

TEST_F(ToponymsTest, AnUnknownNameStaysUnresolved) {
  const auto places = resolve("They met in Qqverrastan.", {"Qqverrastan"});
  EXPECT_FALSE(places[0].resolved);
  EXPECT_FALSE(places[0].where.has_value());
}

}  // namespace
}  // namespace dateline::annotate
