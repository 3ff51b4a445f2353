// JSON, byte by byte.
#include "write/json_writer.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace dateline::write {
namespace {

template <typename Fields>
std::string object(JsonStyle style, Fields fields) {
  std::string out;
  JsonWriter json(out, style);
  json.open_object();
  fields(json);
  json.close_object();
  return out;
}

TEST(JsonWriter, writes_one_line) {
  EXPECT_EQ(
      object(JsonStyle::line,
             [](JsonWriter& json) {
               json.text("a", "x");
               json.text_or_null("b", "");
               json.number("c", -12);
               json.boolean("d", true);
               json.span("e", {1, 20});
               json.open_array("f");
               json.item("y");
               json.item(Span{2, 3});
               json.close_array();
               json.open_array("g");
               json.close_array();
               json.day("h", 20062);
               json.day("i", no_day);
             }),
      R"({"a":"x","b":null,"c":-12,"d":true,"e":[1,20],"f":["y",[2,3]],"g":[],"h":"2024-12-05","i":null})");
}

TEST(JsonWriter, indents_by_two) {
  EXPECT_EQ(object(JsonStyle::indented,
                   [](JsonWriter& json) {
                     json.open_array("a");
                     json.open_object();
                     json.span("b", {1, 2});
                     json.close_object();
                     json.close_array();
                     json.open_object("c");
                     json.close_object();
                   }),
            "{\n  \"a\": [\n    {\n      \"b\": [1, 2]\n    }\n  ],\n  \"c\": {}\n}");
}

TEST(JsonWriter, escapes_what_json_demands_and_no_more) {
  EXPECT_EQ(
      object(JsonStyle::line, [](JsonWriter& json) { json.text("a", "\"\\/\n\t\x01\x7F é “😀”"); }),
      "{\"a\":\"\\\"\\\\/\\n\\t\\u0001\\u007f é “😀”\"}");
}

TEST(JsonWriter, writes_strings_that_a_parser_reads_back) {
  std::string every;
  for (int c = 1; c < 128; ++c) every += static_cast<char>(c);
  const std::string out = object(JsonStyle::line, [&](JsonWriter& json) { json.text("a", every); });
  EXPECT_EQ(nlohmann::json::parse(out).at("a").get<std::string>(), every);
}

TEST(JsonWriter, escapes_at_every_place_of_texts_of_every_length) {
  for (std::size_t size = 1; size < 40; ++size) {
    for (std::size_t at = 0; at < size; ++at) {
      std::string text(size, 'a');
      text[at] = '\n';
      const std::string plain(at, 'a'), rest(size - at - 1, 'a');
      EXPECT_EQ(object(JsonStyle::line, [&](JsonWriter& json) { json.text("t", text); }),
                "{\"t\":\"" + plain + "\\n" + rest + "\"}");
    }
  }
}

TEST(JsonWriter, writes_texts_longer_than_its_buffer) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += static_cast<char>('a' + i % 26);
  EXPECT_EQ(object(JsonStyle::line,
                   [&](JsonWriter& json) {
                     json.text("a", "b");
                     json.text("c", text);
                     json.text("d", "e");
                   }),
            "{\"a\":\"b\",\"c\":\"" + text + "\",\"d\":\"e\"}");
}

TEST(JsonWriter, writes_records_one_a_line) {
  std::string out;
  {
    JsonWriter json(out);
    for (const std::string_view name : {"a", "b"}) {
      json.open_object();
      json.text("record", name);
      json.day("day", 20062);
      json.close_line();
    }
  }
  EXPECT_EQ(out,
            "{\"record\":\"a\",\"day\":\"2024-12-05\"}\n"
            "{\"record\":\"b\",\"day\":\"2024-12-05\"}\n");
}

TEST(JsonWriter, writes_strings_of_any_length_wherever_its_buffer_ends) {
  for (const std::size_t size : {2047U, 2048U, 2049U, 2290U, 2310U, 5000U}) {
    for (const std::size_t before : {0U, 1700U, 2030U, 2040U}) {
      const std::string first(before, 'x'), second = "\"" + std::string(size, 'y') + "\"";
      const std::string out = object(JsonStyle::indented, [&](JsonWriter& json) {
        json.text("first", first);
        json.text("second", second);
        json.pair("third", 4294967295U, 4294967295U);
      });
      const auto parsed = nlohmann::json::parse(out);
      EXPECT_EQ(parsed.at("first"), first);
      EXPECT_EQ(parsed.at("second"), second);
      EXPECT_EQ(parsed.at("third")[1], 4294967295U);
    }
  }
}

TEST(JsonWriter, writes_reals_in_the_fewest_digits) {
  const auto real = [](double value) {
    return object(JsonStyle::line, [&](JsonWriter& json) { json.real("a", value); });
  };
  EXPECT_EQ(real(15.5), "{\"a\":15.5}");
  EXPECT_EQ(real(-17), "{\"a\":-17.0}");
  EXPECT_EQ(real(-0.00305), "{\"a\":-0.00305}");
  EXPECT_EQ(real(26.03333), "{\"a\":26.03333}");
  EXPECT_EQ(real(0.1 + 0.2), "{\"a\":0.30000000000000004}");
  EXPECT_EQ(real(-0.0), "{\"a\":-0.0}");
  EXPECT_EQ(real(0.00001), "{\"a\":1e-05}");
}

TEST(JsonWriter, writes_reals_that_read_back_the_same) {
  for (const double value : {0.0, 1.0, -0.1, 35.13179, 1e300, 1.0 / 3}) {
    const std::string out =
        object(JsonStyle::line, [&](JsonWriter& json) { json.real("a", value); });
    EXPECT_EQ(nlohmann::json::parse(out).at("a").get<double>(), value);
    EXPECT_TRUE(nlohmann::json::parse(out).at("a").is_number_float()) << out;
  }
}

}  // namespace
}  // namespace dateline::write
