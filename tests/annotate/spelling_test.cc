// One spelling, and so one id, for a name that is written in many ways.
#include "annotate/words/spelling.h"

#include <gtest/gtest.h>

#include "annotate/annotated.h"

namespace dateline {
namespace {

using annotate::Script;

std::string spelled(std::string_view letters, Script script) {
  std::string out;
  static const annotate::Sounds sounds(*finder().rules);
  sounds.append(letters, script, out);
  return out;
}
std::string id_of(const std::string& name) {
  return mention_of("Later " + name + " said no.", name).id;
}

TEST(Spelling, ArabicSoundsHaveOneLetter) {
  EXPECT_EQ(spelled("charaa", Script::arabic), spelled("shara", Script::arabic));
  EXPECT_EQ(spelled("djoumblatt", Script::arabic), spelled("jumblat", Script::arabic));
}
TEST(Spelling, CyrillicEndingsAreOne) {
  EXPECT_EQ(spelled("vandinskiy", Script::cyrillic), spelled("vandinsky", Script::cyrillic));
  EXPECT_EQ(spelled("vandinskyy", Script::cyrillic), spelled("vandinski", Script::cyrillic));
}
TEST(Spelling, LatinNamesAreLeftAlone) { EXPECT_EQ(spelled("ruiz", Script::latin), "ruiz"); }
TEST(Spelling, LettersOfSeveralBytesStayWhole) {
  EXPECT_EQ(spelled("ka\xE0\xA4\xA4", Script::arabic), "ka\xE0\xA4\xA4");
}
TEST(Spelling, GivenNamesOfTheListHaveOneForm) {
  EXPECT_EQ(id_of("Mohamed Vandi"), id_of("Muhammad Vandi"));
  EXPECT_EQ(id_of("Sergey Vandin"), id_of("Sergei Vandin"));
}
TEST(Spelling, ArticlesDoNotCount) {
  EXPECT_EQ(id_of("Ahmed al-Vandi"), id_of("Ahmad Vandi"));
  EXPECT_EQ(id_of("Ahmed el Vandi"), id_of("Ahmad Vandi"));
}
TEST(Spelling, AListedPersonIsFoundInAnySpelling) {
  EXPECT_EQ(id_of("Bachar el Assad"), "person/bashar-al-assad");
  EXPECT_EQ(id_of("Sergej Lavrov"), "person/sergei-lavrov");
  EXPECT_EQ(mention_of("Later Sergej Lavrov said no.", "Sergej Lavrov").country, "RU");
}
TEST(Spelling, TwoGivenNamesAreTwoPersons) {
  EXPECT_NE(id_of("Ahmed al-Vandi"), id_of("Hamid al-Vandi"));
}
TEST(Spelling, NamesThatTellNoOtherScriptKeepTheirLetters) {
  EXPECT_EQ(id_of("Jane Smith"), "person/jane-smith");
  EXPECT_NE(id_of("John Smith"), id_of("Jon Smyth"));
}
TEST(Spelling, AMiddleInitialDoesNotCount) {
  EXPECT_EQ(id_of("Maria T. Vandi"), id_of("Maria Vandi"));
}
TEST(Spelling, TheServantOfIsJoinedToWhatFollows) {
  EXPECT_EQ(id_of("Abdul Rahman Vandi"), id_of("Abdel-Rahman Vandi"));
}

}  // namespace
}  // namespace dateline
