// See html_tags.h. The table is HTML's own: names of elements and of ARIA roles, no words of any
// language.
#include "read/html_tags.h"

#include <array>

namespace dateline::read {
namespace {

struct Tag {
  std::string_view name;
  Flow flow;
  std::uint16_t inside;
};

// Sorted by name; what is not here is inline.
constexpr std::array tags = {
    Tag{"a", Flow::inline_text, in_link},
    Tag{"address", Flow::line, 0},
    Tag{"article", Flow::paragraph, in_article},
    Tag{"aside", Flow::paragraph, in_aside},
    Tag{"blockquote", Flow::paragraph, in_quote},
    Tag{"body", Flow::paragraph, 0},
    Tag{"br", Flow::line_break, 0},
    Tag{"button", Flow::line, 0},
    Tag{"canvas", Flow::skipped, 0},
    Tag{"caption", Flow::line, in_caption},
    Tag{"dd", Flow::line, in_list_item},
    Tag{"details", Flow::line, 0},
    Tag{"dialog", Flow::line, in_hidden},
    Tag{"div", Flow::line, 0},
    Tag{"dl", Flow::paragraph, 0},
    Tag{"dt", Flow::line, in_list_item},
    Tag{"fieldset", Flow::line, 0},
    Tag{"figcaption", Flow::paragraph, in_caption},
    Tag{"figure", Flow::paragraph, 0},
    Tag{"footer", Flow::paragraph, in_footer},
    Tag{"form", Flow::line, 0},
    Tag{"h1", Flow::paragraph, in_heading},
    Tag{"h2", Flow::paragraph, in_heading},
    Tag{"h3", Flow::paragraph, in_heading},
    Tag{"h4", Flow::paragraph, in_heading},
    Tag{"h5", Flow::paragraph, in_heading},
    Tag{"h6", Flow::paragraph, in_heading},
    Tag{"head", Flow::skipped, 0},
    Tag{"header", Flow::paragraph, in_header},
    Tag{"hr", Flow::line, 0},
    Tag{"iframe", Flow::skipped, 0},
    Tag{"legend", Flow::line, 0},
    Tag{"li", Flow::line, in_list_item},
    Tag{"main", Flow::paragraph, in_article},
    Tag{"menu", Flow::paragraph, in_navigation},
    Tag{"nav", Flow::paragraph, in_navigation},
    Tag{"noscript", Flow::skipped, 0},
    Tag{"object", Flow::skipped, 0},
    Tag{"ol", Flow::paragraph, 0},
    Tag{"p", Flow::paragraph, in_paragraph},
    Tag{"pre", Flow::paragraph, 0},
    Tag{"script", Flow::skipped, 0},
    Tag{"section", Flow::paragraph, 0},
    Tag{"select", Flow::skipped, 0},
    Tag{"style", Flow::skipped, 0},
    Tag{"summary", Flow::line, 0},
    Tag{"svg", Flow::skipped, 0},
    Tag{"table", Flow::paragraph, in_table},
    Tag{"tbody", Flow::line, in_table},
    Tag{"td", Flow::line, in_table},
    Tag{"template", Flow::skipped, 0},
    Tag{"textarea", Flow::skipped, 0},
    Tag{"tfoot", Flow::line, in_table},
    Tag{"th", Flow::line, in_table},
    Tag{"thead", Flow::line, in_table},
    Tag{"title", Flow::skipped, 0},
    Tag{"tr", Flow::line, in_table},
    Tag{"ul", Flow::paragraph, 0},
    Tag{"video", Flow::skipped, 0},
};

// Where the tags of each letter begin, and where those of the last one end.
constexpr std::array<std::uint8_t, 27> letters = [] {
  std::array<std::uint8_t, 27> first{};
  for (const Tag& tag : tags)
    for (std::size_t later = static_cast<std::size_t>(tag.name[0] - 'a') + 1; later < first.size();
         ++later)
      ++first[later];
  return first;
}();

const Tag* find(std::string_view name) {
  if (name.empty() || name[0] < 'a' || name[0] > 'z') return nullptr;
  const auto letter = static_cast<std::size_t>(name[0] - 'a');
  for (std::size_t i = letters[letter]; i < letters[letter + 1]; ++i)
    if (tags[i].name == name) return &tags[i];
  return nullptr;
}

std::uint16_t inside_of_role(std::string_view role) {
  if (role == "navigation" || role == "menu" || role == "menubar") return in_navigation;
  if (role == "complementary") return in_aside;
  if (role == "contentinfo") return in_footer;
  if (role == "banner") return in_header;
  if (role == "main" || role == "article") return in_article;
  if (role == "dialog" || role == "alertdialog") return in_hidden;
  if (role == "heading") return in_heading;
  return 0;
}

bool is_hidden(const Attributes& attributes) {
  if (attributes.has("hidden") || attributes.get("aria-hidden") == "true") return true;
  std::string_view style = attributes.get("style");
  for (std::size_t at = style.find("display"); at != std::string_view::npos;
       at = style.find("display")) {
    style.remove_prefix(at + 7);
    const std::size_t value = style.find_first_not_of(" :");
    if (value != std::string_view::npos && style.substr(value).starts_with("none")) return true;
  }
  return false;
}

}  // namespace

Flow flow_of(std::string_view tag) {
  const Tag* found = find(tag);
  return found == nullptr ? Flow::inline_text : found->flow;
}

std::uint16_t inside_of(std::string_view tag, const Attributes& attributes) {
  const Tag* found = find(tag);
  std::uint16_t inside = found == nullptr ? std::uint16_t{0} : found->inside;
  inside |= inside_of_role(attributes.get("role"));
  if (attributes.get("itemprop") == "articleBody") inside |= in_article;
  if (is_hidden(attributes)) inside |= in_hidden;
  return inside;
}

std::uint8_t heading_level(std::string_view tag) {
  const bool is_heading = tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6';
  return is_heading ? static_cast<std::uint8_t>(tag[1] - '0') : std::uint8_t{0};
}

}  // namespace dateline::read
