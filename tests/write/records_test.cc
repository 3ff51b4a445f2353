// Records are read back as they were written.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "write/write.h"

namespace dateline::write {
namespace {

std::shared_ptr<const Rules> rules() {
  Problems problems;
  return Rules::load({}, problems);
}

Document a_document() {
  Document document;
  document.name = "a.txt#7";
  document.text = "Tïtle here\n\nMINSK, May 2 - Rebels \"took\" Hama on Monday.\nMore news\n";
  document.encoding = "windows-1252";
  document.published = "2024-05-03T10:00";
  document.url = "https://x.example/a";
  document.author = "A. Writer";
  document.tags.push_back(
      {{0, 11}, TagRole::heading, 2, 40, true, "big title", 300, {70000, 2, 1}});
  return document;
}

Layout a_layout() {
  Layout layout;
  layout.blocks = {{{0, 13}, BlockKind::title, no_rule, 0, {}},
                   {{13, 28}, BlockKind::dateline, no_rule, 0, {}},
                   {{28, 58}, BlockKind::body, no_rule, 0, {}},
                   {{58, 68}, BlockKind::related_headline, no_rule, no_article, single_day(19000)}};
  Article article;
  article.blocks = {0, 1, 2};
  article.title = {0, 11};
  article.stated_byline = "A. Writer";
  article.publisher = "The Paper";
  article.agency = "XYZ";
  article.dateline_place = {13, 18};
  article.dateline_date = single_day(19845);
  article.published = {single_day(19846),
                       "10:00",
                       PublishedBasis::metadata,
                       Confidence::high,
                       {{20, 25}},
                       "",
                       19848};
  layout.articles.push_back(article);
  return layout;
}

Annotations some_annotations() {
  Annotations annotations;
  Timex timex;
  timex.span = {50, 56};
  timex.value = "2024-04-29";
  timex.mod = "APPROX";
  timex.date = single_day(19842);
  timex.anchor = Anchor::published;
  timex.by_tense = true;
  annotations.timexes.push_back(timex);
  Mention mention;
  mention.span = {42, 46};
  mention.type = MentionType::place;
  mention.kind = "city";
  mention.id = "place/170017";
  mention.name = "Hama";
  mention.country = "SY";
  mention.where = Coordinates{35.13179, 36.75783};
  mention.geonames = 170017;
  mention.modifier = "northern";
  mention.reading = Reading::place;
  annotations.mentions.push_back(mention);
  return annotations;
}

std::string everything(const Rules& pack) {
  std::string out;
  header("annotate", pack.digest(), out);
  document(a_document(), out);
  layout(a_document(), a_layout(), pack, out);
  annotations(a_document(), a_layout(), 0, some_annotations(), pack, out);
  return out;
}

struct ReadBack {
  std::vector<Stored> stored;
  std::vector<Extraction> extractions;
  Problems problems;
};

ReadBack read_back(Stage stage, const std::string& lines, const Rules& pack) {
  ReadBack out;
  RecordReader(stage, pack)
      .read(lines, "in.ndjson", 1,
            {[&](Stored&& item) { out.stored.push_back(std::move(item)); },
             [&](Extraction&& item) { out.extractions.push_back(std::move(item)); }},
            out.problems);
  return out;
}

std::string write_again(const Stored& stored, const Rules& pack) {
  std::string out;
  header("annotate", pack.digest(), out);
  document(stored.document, out);
  layout(stored.document, *stored.layout, pack, out);
  annotations(stored.document, *stored.layout, 0, stored.annotations.at(0), pack, out);
  return out;
}

TEST(Records, of_a_document_are_read_back_as_they_were) {
  const auto pack = rules();
  const std::string out = everything(*pack);
  const ReadBack back = read_back(Stage::annotate, out, *pack);
  EXPECT_TRUE(back.problems.empty());
  ASSERT_EQ(back.stored.size(), 1u);
  EXPECT_EQ(write_again(back.stored[0], *pack), out);
  EXPECT_EQ(back.stored[0].layout->blocks[3].published, single_day(19000));
  EXPECT_EQ(back.stored[0].document.tags[0].depth, 300);
  EXPECT_EQ(back.stored[0].document.tags[0].containers[0], 70000U);
  EXPECT_EQ(back.stored[0].annotations[0].mentions[0].geonames, 170017);
}

TEST(Records, have_the_fields_of_the_contract_in_its_order) {
  const auto pack = rules();
  std::istringstream lines(everything(*pack));
  std::string line;
  std::vector<std::vector<std::string>> keys;
  while (std::getline(lines, line)) {
    keys.emplace_back();
    const auto record = nlohmann::ordered_json::parse(line);
    for (const auto& [key, value] : record.items()) keys.back().push_back(key);
  }
  using Keys = std::vector<std::string>;
  ASSERT_EQ(keys.size(), 5u);
  EXPECT_EQ(keys[0], (Keys{"record", "schema", "stage", "program", "rules"}));
  EXPECT_EQ(keys[2],
            (Keys{"record", "document", "article", "title", "byline", "publisher", "agency",
                  "dateline", "published", "text", "blocks", "title_span", "byline_span"}));
  EXPECT_EQ(keys[3], (Keys{"record", "document", "blocks"}));
  EXPECT_EQ(keys[4], (Keys{"record", "document", "article", "published", "timexes", "mentions"}));
}

TEST(Records, count_lines_from_one) {
  const auto pack = rules();
  std::string out;
  layout(a_document(), a_layout(), *pack, out);
  const auto article = nlohmann::json::parse(out.substr(0, out.find('\n')));
  EXPECT_EQ(article["blocks"][0]["lines"], (nlohmann::json{1, 1}));
  EXPECT_EQ(article["blocks"][2]["lines"], (nlohmann::json{3, 3}));
  const auto rest = nlohmann::json::parse(out.substr(out.find('\n') + 1));
  EXPECT_EQ(rest["blocks"][0]["lines"], (nlohmann::json{4, 4}));
}

Extraction an_extraction() {
  Extraction extraction;
  extraction.source = {
      "a.txt", 1, "T", "By X", "The Paper", "https://x.example", {}, {1, 2, 3, 0xFFFFFFFFFFFFFFFF}};
  Event event;
  event.id = "e-0123456789ab";
  event.date = {{19000, 19003, Precision::week}, "last week", "relative", "2022-W02", 19010};
  event.type = EventType::assault;
  event.mode = "seize";
  event.trigger = "took";
  event.modality = Modality::claimed;
  event.attribution = {"the rebels"};
  event.actors.push_back({"rebels", "", ActorRole::source, "", "armed-group", "SY"});
  event.places.push_back(
      {"Hama", "place/170017", "city", "SY", Coordinates{35.13, 36.75}, PlaceRelation::target});
  event.toll = {3, -1, 0, -1, "three killed"};
  event.summary = "Rebels took Hama";
  event.salience = 1.25;
  Evidence evidence;
  evidence.document = "a.txt";
  evidence.article = 1;
  evidence.line = 3;
  evidence.span = {10, 40};
  evidence.sentence = "Rebels took Hama last week.";
  evidence.trigger_span = {17, 21};
  evidence.zone = Zone::caption;
  evidence.rule_place = "data/en/events/assault.rules:48";
  evidence.explanations.push_back(
      {"type", "assault", {17, 21}, "took", "data/en/events/assault.rules:48"});
  event.evidence.push_back(evidence);
  extraction.events.push_back(event);
  extraction.reports.push_back(
      {19003, true, true, "a.txt", 1, 4, 3, {10, 40}, "Rebels took Hama last week.", {28, 37}});
  return extraction;
}

TEST(Records, of_an_extraction_are_read_back_as_they_were) {
  const auto pack = rules();
  std::string out;
  header("extract", pack->digest(), out);
  extraction(an_extraction(), out);
  const ReadBack back = read_back(Stage::extract, out, *pack);
  EXPECT_TRUE(back.problems.empty());
  ASSERT_EQ(back.extractions.size(), 1u);
  std::string again;
  header("extract", pack->digest(), again);
  extraction(back.extractions[0], again);
  EXPECT_EQ(again, out);
}

// The lines of an_extraction with `from` replaced by `to`, read back.
ReadBack read_changed(const std::string& from, const std::string& to) {
  const auto pack = rules();
  std::string out;
  header("extract", pack->digest(), out);
  extraction(an_extraction(), out);
  const std::size_t at = out.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  if (at != std::string::npos) out.replace(at, from.size(), to);
  return read_back(Stage::extract, out, *pack);
}

TEST(Records, of_events_at_times_that_cannot_be_are_dropped) {
  const std::pair<std::string, std::string> changes[] = {
      {"\"start\":\"2022-01-08\"", "\"start\":\"9999-12-31\""},
      {"\"start\":\"2022-01-08\"", "\"start\":\"99999-01-01\""},
      {"\"end\":\"2022-01-11\"", "\"end\":\"2022-02-30\""},
      {"\"end\":\"2022-01-11\"", "\"end\":20220111"},
      {"\"anchor\":\"2022-01-18\"", "\"anchor\":\"\""}};
  for (const auto& [from, to] : changes) {
    const ReadBack back = read_changed(from, to);
    ASSERT_EQ(back.extractions.size(), 1u) << to;
    EXPECT_TRUE(back.extractions[0].events.empty()) << to;
    EXPECT_EQ(back.extractions[0].reports.size(), 1u) << to;
    ASSERT_EQ(back.problems.size(), 1u) << to;
    EXPECT_EQ(back.problems[0].code, "from.record");
    EXPECT_EQ(back.problems[0].line, 3u);
  }
}

TEST(Records, of_events_with_numbers_out_of_range_are_dropped) {
  for (const char* const dead : {"4294967301", "-1", "18446744073709551615", "1.5", "\"3\""}) {
    const ReadBack back = read_changed("\"dead\":3", std::string("\"dead\":") + dead);
    ASSERT_EQ(back.extractions.size(), 1u) << dead;
    EXPECT_TRUE(back.extractions[0].events.empty()) << dead;
    EXPECT_EQ(back.problems.size(), 1u) << dead;
  }
  EXPECT_EQ(read_changed("\"dead\":3", "\"dead\":2147483647").extractions.at(0).events.size(), 1u);
}

TEST(Records, of_another_stage_are_refused) {
  const auto pack = rules();
  const ReadBack back = read_back(Stage::segment, everything(*pack), *pack);
  EXPECT_TRUE(back.stored.empty());
  ASSERT_EQ(back.problems.size(), 1u);
  EXPECT_EQ(back.problems[0].code, "from.header");
}

TEST(Records, that_are_none_at_all_are_named) {
  const auto pack = rules();
  const ReadBack back = read_back(Stage::extract, "\n", *pack);
  ASSERT_EQ(back.problems.size(), 1u);
  EXPECT_EQ(back.problems[0].code, "from.header");
}

TEST(Records, without_a_header_are_refused) {
  const auto pack = rules();
  std::string out;
  document(a_document(), out);
  const ReadBack back = read_back(Stage::read, out, *pack);
  EXPECT_TRUE(back.stored.empty());
  ASSERT_EQ(back.problems.size(), 1u);
  EXPECT_EQ(back.problems[0].code, "from.header");
}

TEST(Records, whose_spans_leave_their_text_cost_only_their_document) {
  const auto pack = rules();
  std::string out = everything(*pack);
  out.replace(out.find("[42,46]"), 7, "[42,99]");
  const std::string good = everything(*pack);
  out += good.substr(good.find('\n') + 1);
  const ReadBack back = read_back(Stage::annotate, out, *pack);
  EXPECT_EQ(back.stored.size(), 1u);
  ASSERT_EQ(back.problems.size(), 1u);
  EXPECT_EQ(back.problems[0].code, "from.record");
  EXPECT_EQ(back.problems[0].line, 2u);
}

TEST(Records, that_cut_a_character_in_two_are_refused) {
  const auto pack = rules();
  std::string out = everything(*pack);
  out.replace(out.find("[42,46]"), 7, "[2,46]");  // inside the ï
  EXPECT_TRUE(read_back(Stage::annotate, out, *pack).stored.empty());
}

TEST(Records, survive_lines_that_are_none) {
  const auto pack = rules();
  const std::string good = everything(*pack);
  const std::string noise[] = {"not json", "[]", "{\"record\":\"event\"}", std::string(100000, '['),
                               "{}"};
  for (const std::string& line : noise) {
    const ReadBack back = read_back(Stage::annotate, good + line + "\n", *pack);
    EXPECT_EQ(back.problems.size(), 1u) << line.substr(0, 20);
    EXPECT_EQ(back.problems[0].line, 6u);
  }
}

TEST(Records, whose_document_was_lost_do_not_cling_to_the_one_before) {
  const auto pack = rules();
  const std::string good = everything(*pack);
  std::string other = good.substr(good.find('\n') + 1);
  for (std::size_t at = 0; (at = other.find("a.txt#7", at)) != std::string::npos;)
    other.replace(at, 7, "b.txt#7");
  const std::string headless = other.substr(other.find('\n') + 1);
  const ReadBack back = read_back(Stage::annotate, good + headless, *pack);
  ASSERT_EQ(back.stored.size(), 1u);
  EXPECT_EQ(back.stored[0].document.name, "a.txt#7");
  EXPECT_FALSE(back.problems.empty());
}

std::string joined(const Chronology& chronology, Format format) {
  const Pieces pieces(chronology, "sha256:x", format);
  std::string out;
  for (std::size_t i = 0; i < pieces.size(); ++i) out += pieces.piece(i);
  return out;
}

TEST(Chronology, is_one_object_with_a_newline_at_its_end) {
  Chronology chronology;
  chronology.events = an_extraction().events;
  chronology.sources.push_back(an_extraction().source);
  chronology.days.push_back({19003, 3.49999998, 2, {0}});
  const std::string out = joined(chronology, Format::json);
  EXPECT_TRUE(out.ends_with("}\n"));
  const auto object = nlohmann::ordered_json::parse(out);
  std::vector<std::string> keys;
  for (const auto& [key, value] : object.items()) keys.push_back(key);
  EXPECT_EQ(keys, (std::vector<std::string>{"schema", "program", "rules", "range", "sources",
                                            "days", "events"}));
  EXPECT_EQ(object["range"]["start"], "2022-01-08");
  EXPECT_EQ(object["range"]["end"], "2022-01-11");
  EXPECT_EQ(object["days"][0]["events"][0], "e-0123456789ab");
  EXPECT_EQ(object["days"][0]["salience"], 3.5) << "weights are told in thousandths";
  EXPECT_EQ(object["events"][0]["cameo"], "19");
}

TEST(Chronology, of_many_pieces_is_one_object_with_all_items) {
  Chronology chronology;
  chronology.events.assign(1000, an_extraction().events[0]);
  chronology.days.assign(600, ChronologyDay{19003, 3.5, 2, {0}});
  const std::string out = joined(chronology, Format::json);
  const auto object = nlohmann::ordered_json::parse(out);
  EXPECT_EQ(object["sources"].size(), 0U);
  EXPECT_EQ(object["days"].size(), 600U);
  EXPECT_EQ(object["events"].size(), 1000U);
  EXPECT_NE(out.find("\n    },\n    {\n      \"id\""), std::string::npos);
}

TEST(Chronology, as_records_says_the_same) {
  Chronology chronology;
  chronology.events = an_extraction().events;
  std::istringstream lines(joined(chronology, Format::ndjson));
  std::string first, second;
  std::getline(lines, first);
  std::getline(lines, second);
  EXPECT_EQ(nlohmann::json::parse(first)["stage"], "merge");
  EXPECT_EQ(nlohmann::json::parse(second)["record"], "event");
}

}  // namespace
}  // namespace dateline::write
