// Texts in another language than the rules.
#include <gtest/gtest.h>

#include <string_view>

#include "extract/extract.h"

namespace dateline::extract {
namespace {

bool reads(std::string_view text) {
  Problems problems;
  const std::shared_ptr<const Rules> rules = Rules::load({}, problems);
  const Extractor extractor(*rules, problems);
  Layout layout;
  layout.articles.emplace_back();
  layout.articles[0].blocks = {0};
  layout.blocks.emplace_back();
  layout.blocks[0].kind = BlockKind::body;
  layout.blocks[0].span = {0, static_cast<std::uint32_t>(text.size())};
  rules::Reading reading;
  rules::read_text(*rules, text, reading);
  return extractor.reads(reading, layout, 0);
}

TEST(Language, RunningEnglishIsRead) {
  EXPECT_TRUE(
      reads("The ferry that left Port Alba on Monday with two hundred people on board has been "
            "found by a fishing boat near the coast, and all of them are safe, the harbour said."));
}

TEST(Language, ListsOfNamesInEnglishAreRead) {
  EXPECT_TRUE(
      reads("Winners: Ana Lopes of Port Alba, Tom Reed of Saint Bruno, Eva Lind of Norr, "
            "and Karl Ost of Alba. The prizes were given at the town hall on Friday."));
}

TEST(Language, BriefsWithoutSmallWordsAreRead) {
  EXPECT_TRUE(
      reads("Gunmen killed five villagers near Norr on Monday. Police arrested two suspects "
            "Tuesday. Rebels seized Port Alba, killing ten soldiers. Protesters blocked roads, "
            "burned tyres. Ministers approved new sanctions."));
}

TEST(Language, ResultsOfMatchesAreRead) {
  EXPECT_TRUE(
      reads("Norr beat Alba 3-1. Saint Bruno drew 2-2 with Port Alba. Results, first division: "
            "Lind beat Ost 6-4 6-2, Reed beat Lopes 7-5 6-1, Costa beat Holm 6-0 6-3."));
}

TEST(Language, GermanIsNotRead) {
  EXPECT_FALSE(
      reads("Die Regierung hat am Montag beschlossen, den Hafen zu schließen. Die Fischer gingen "
            "daraufhin auf die Straße und forderten eine Entschädigung, die Polizei nahm zwölf "
            "Menschen fest."));
}

TEST(Language, FrenchIsNotRead) {
  EXPECT_FALSE(
      reads("Le gouvernement a décidé lundi de fermer le port. Les pêcheurs sont descendus dans la "
            "rue pour demander une indemnité, et la police a arrêté douze personnes devant la "
            "mairie."));
}

TEST(Language, AFewWordsAreReadInAnyCase) { EXPECT_TRUE(reads("Hafen geschlossen")); }

}  // namespace
}  // namespace dateline::extract
