// Pages: their text, what the tags say of each line, and what the page says of itself.
#include "read/html.h"

#include <gtest/gtest.h>

#include <chrono>

#include "read/charset.h"
#include "read/html_parser.h"

namespace dateline::read {
namespace {

Document page(std::string bytes) {
  Document document;
  Problems problems;
  read_html(bytes, "page.html", document, problems);
  return document;
}

Document body(const std::string& inside) {
  return page("<!DOCTYPE html><html><body>" + inside + "</body></html>");
}

std::string line_with(const Document& document, TagRole role) {
  for (const TagEvidence& tag : document.tags)
    if (tag.role == role) return std::string(tag.span.of(document.text));
  return "";
}

TEST(HtmlText, puts_paragraphs_between_blank_lines_and_items_on_lines) {
  EXPECT_EQ(body("<h1>Title</h1><p>One  two\n "
                 "three.</p><p>Four.</p><ul><li>a</li><li>b</li></ul><div>c</div>d<br>e")
                .text,
            "Title\n\nOne two three.\n\nFour.\n\na\nb\n\nc\nd\ne\n");
}

TEST(HtmlText, joins_inline_elements_as_a_browser_does) {
  EXPECT_EQ(body("<p>Ha<b>ma</b> was <a href='#'>taken</a>, he <i> said</i>.</p>").text,
            "Hama was taken, he said.\n");
}

TEST(HtmlText, decodes_entities) {
  EXPECT_EQ(body("<p>A &amp; B &eacute; &#8220;x&#8221;</p>").text, "A & B é “x”\n");
}

TEST(HtmlText, leaves_out_what_is_no_text) {
  EXPECT_EQ(body("<script>var a = "
                 "'<p>no</p>';</script><style>p{}</style><noscript>no</noscript><select><option>no"
                 "</option></select><textarea>no</textarea><!-- no --><p>yes</p>")
                .text,
            "yes\n");
}

// The parser is handed scripts in parts and passes over what follows the first: wherever a part
// ends, whatever it ends with, the text behind the script is all there.
TEST(HtmlText, keeps_what_follows_a_script_of_any_length) {
  for (const std::string unit : {"x", "xy", "<", "\xC3\xA9", "</p>", "\xE2\x82\xAC;", "\x01"}) {
    for (std::size_t size = 960; size < 1040; ++size) {
      std::string script;
      while (script.size() < size) script += unit;
      for (const std::string end : {"", "x", "</", "\xC3\xA9", "x\xC3\xA9"}) {
        const std::string inside =
            "<p>before</p><script>" + script + script + end + "</SCRIPT><p>after</p>";
        ASSERT_EQ(body(inside).text, "before\n\nafter\n") << inside;
      }
    }
  }
}

TEST(HtmlText, keeps_what_follows_a_drawing) {
  const std::string path = "<path d='M1 2'/><g><path d='M3 4'></path></g>";
  for (const std::string& drawing :
       {"<svg>" + path + "</svg>", "<svg width=1>" + path + "\n </SVG>", "<SVG/>" + path,
        std::string("<svg></svg>"), "<svg>" + path + "<svg>" + path + "</svg>" + path + "</svg>",
        "<svg>" + path + "no</svg>", "<svg><style>.a{}</style>" + path + "</svg>"}) {
    EXPECT_EQ(body("<p>before</p>" + drawing + "<p>after</p>").text, "before\n\nafter\n")
        << drawing;
  }
}

TEST(HtmlText, takes_a_script_without_end_for_the_rest_of_the_page) {
  EXPECT_EQ(page("<p>before</p><script>" + std::string(5000, 'x')).text, "before\n");
}

TEST(HtmlText, says_what_the_tags_say) {
  const Document document = body(
      "<nav><a href='/'>Home</a></nav><main><h2>Heading</h2><p>Words <a "
      "href='#'>link</a></p><blockquote>Quote</blockquote>"
      "<figure><figcaption>Caption</figcaption></figure><ul><li>Item</li><li><a href='#'>All "
      "link</a></li></ul></main>"
      "<aside>Aside</aside><footer>Footer</footer><div style='display: none'>Hidden</div>");
  EXPECT_EQ(line_with(document, TagRole::navigation), "Home");
  EXPECT_EQ(line_with(document, TagRole::heading), "Heading");
  EXPECT_EQ(line_with(document, TagRole::paragraph), "Words link");
  EXPECT_EQ(line_with(document, TagRole::quote), "Quote");
  EXPECT_EQ(line_with(document, TagRole::caption), "Caption");
  EXPECT_EQ(line_with(document, TagRole::list_item), "Item");
  EXPECT_EQ(line_with(document, TagRole::link_list), "All link");
  EXPECT_EQ(line_with(document, TagRole::aside), "Aside");
  EXPECT_EQ(line_with(document, TagRole::footer), "Footer");
  EXPECT_EQ(line_with(document, TagRole::hidden), "Hidden");
}

TEST(HtmlText, gives_the_share_of_links_the_article_and_the_nearest_classes) {
  const Document document = body(
      "<div class='Outer' id='X'><article><p class=lead>abcd <a "
      "href='#'>efgh</a></p></article></div><p>z</p>");
  ASSERT_EQ(document.tags.size(), 2u);
  EXPECT_EQ(document.tags[0].link_percent, 50);
  EXPECT_TRUE(document.tags[0].in_article);
  EXPECT_EQ(document.tags[0].classes, "lead outer x");
  EXPECT_FALSE(document.tags[1].in_article);
  EXPECT_EQ(document.tags[1].classes, "");
}

TEST(HtmlText, has_one_evidence_a_line_in_order) {
  const Document document = body("<h1>A</h1><p>B<br>C</p><div>D<p>E</div>");
  std::string joined;
  std::uint32_t at = 0;
  for (const TagEvidence& tag : document.tags) {
    EXPECT_GE(tag.span.begin, at);
    at = tag.span.end;
    joined += tag.span.of(document.text);
  }
  EXPECT_EQ(joined, "ABCDE");
}

TEST(HtmlText, is_linear_in_depth_and_length) {
  const auto seconds = [](const std::string& inside) {
    const auto begin = std::chrono::steady_clock::now();
    (void)body(inside);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  };
  std::string deep, text, angles(2'000'000, '<');
  for (int i = 0; i < 50'000; ++i) deep += "<div class=x>";
  for (int i = 0; i < 2'000'000; ++i) text += "word ";
  EXPECT_LT(seconds(deep + "text"), 5);
  EXPECT_LT(seconds("<p>" + text), 5);
  EXPECT_LT(seconds(angles), 5);
  std::string drawings;
  for (int i = 0; i < 50'000; ++i) drawings += "<svg><g>";
  EXPECT_LT(seconds(drawings + "</svg>"), 5);
}

TEST(HtmlMetadata, prefers_json_ld) {
  const Document document = page(
      "<html lang=en><head><title>T - Paper</title><meta property='og:title' content='Open'>"
      "<meta property='article:published_time' content='2020-01-01'><link rel=canonical "
      "href='https://x.example/a'>"
      "<script "
      "type='application/"
      "ld+json'>{\"@graph\":[{\"@type\":\"WebSite\"},{\"@type\":[\"NewsArticle\"],"
      "\"headline\":\"It&#039;s "
      "so\",\"datePublished\":\"2024-12-05T10:00Z\",\"author\":[{\"name\":\"A\"},\"B\"],"
      "\"publisher\":{\"name\":\"Paper\"}}]}</script></head><body><p>x</p></body></html>");
  EXPECT_EQ(document.title, "It's so");
  EXPECT_EQ(document.published, "2024-12-05T10:00Z");
  EXPECT_EQ(document.author, "A, B");
  EXPECT_EQ(document.publisher, "Paper");
  EXPECT_EQ(document.url, "https://x.example/a");
  EXPECT_EQ(document.language, "en");
}

TEST(HtmlMetadata, reads_json_ld_of_any_length) {
  const std::string long_text(5000, 'x');
  EXPECT_EQ(page("<script>" + long_text +
                 "</script><script type='application/ld+json'>{\"@type\": \"NewsArticle\", "
                 "\"description\": \"" +
                 long_text + "\", \"headline\": \"Dam holds\"}</script><p>Text.</p>")
                .title,
            "Dam holds");
}

TEST(HtmlMetadata, reads_dates_of_broken_json) {
  EXPECT_EQ(body("<script type='application/ld+json'>{\"datePublished\" : \"2024-12-05\", "
                 "oops}</script><p>x</p>")
                .published,
            "2024-12-05");
}

TEST(HtmlMetadata, takes_a_time_only_if_it_is_the_articles) {
  EXPECT_EQ(body("<time datetime='2024-01-01'>x</time><p>y</p>").published, "");
  EXPECT_EQ(body("<article><time datetime='2024-01-01'>x</time></article>").published,
            "2024-01-01");
  EXPECT_EQ(body("<article><time datetime='2024-01-01'>x</time></article><time pubdate "
                 "datetime='2024-02-02'>z</time>")
                .published,
            "2024-02-02");
}

TEST(HtmlMetadata, cuts_the_name_of_the_site_off_a_title) {
  EXPECT_EQ(page("<html><head><title>Rebels take Hama - The Paper</title></head><body><h1>Rebels "
                 "take Hama</h1></body>")
                .title,
            "Rebels take Hama");
}

TEST(HtmlCharset, is_what_the_page_states) {
  EXPECT_EQ(
      stated_charset("<meta http-equiv='Content-Type' content='text/html; charset=Windows-1251'>"),
      "windows-1251");
  EXPECT_EQ(stated_charset("<META charset=\"utf-8\"/>"), "utf-8");
  EXPECT_EQ(stated_charset("<p>no meta</p>"), "");
}

TEST(HtmlCharset, is_converted) {
  const Document document =
      page("<html><meta charset=windows-1251><p>\xCC\xEE\xF1\xEA\xE2\xE0</p>");
  EXPECT_EQ(document.text, "Москва\n");
  EXPECT_EQ(document.encoding, "windows-1251");
}

TEST(HtmlCharset, is_utf8_where_the_bytes_are_whatever_is_stated) {
  EXPECT_EQ(page("<html><meta charset=iso-8859-1><p>caf\xC3\xA9</p>").text, "café\n");
  EXPECT_EQ(page("<html><meta charset=iso-8859-1><p>caf\xE9</p>").text, "café\n");
}

TEST(Unescape, leaves_what_is_no_entity) {
  EXPECT_EQ(unescape("a &amp; b &#x41;&#66; &nosuch; & &#0; &#xD800; &"),
            "a & b AB &nosuch; & &#0; &#xD800; &");
}

TEST(IsHtml, looks_at_content_then_extension) {
  EXPECT_TRUE(is_html("  <!DOCTYPE HTML><p>x", "a.txt"));
  EXPECT_TRUE(is_html("<!-- c --><html>", "a"));
  EXPECT_TRUE(is_html("<p>x</p>", "a.html"));
  EXPECT_FALSE(is_html("<p>x</p>", "a.txt"));
  EXPECT_FALSE(is_html("Text about <html>", "a.html"));
}

}  // namespace
}  // namespace dateline::read
