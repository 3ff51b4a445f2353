// libxml2's HTML parser behind an interface of ours: start, end, text, in the order of the page.
// Its SAX interface is used because it is linear in depth and builds no tree.
#pragma once

#include <string>
#include <string_view>

namespace dateline::read {

// The attributes of one start tag; names are lower case.
class Attributes {
 public:
  explicit Attributes(const unsigned char** pairs) : pairs_(pairs) {}
  [[nodiscard]] std::string_view get(std::string_view name) const;  // "" where absent or empty
  [[nodiscard]] bool has(std::string_view name) const;

 private:
  const unsigned char** pairs_;
};

class HtmlEvents {
 public:
  virtual ~HtmlEvents() = default;
  virtual void start(std::string_view tag, const Attributes& attributes) = 0;
  virtual void end(std::string_view tag) = 0;
  virtual void text(std::string_view text) = 0;  // may come in parts
  // Is what the script or style under way holds of interest? Else the rest of it is passed over.
  [[nodiscard]] virtual bool reads_scripts() const = 0;
};

// `utf8` must be valid UTF-8; what its meta tags say of the character set no longer counts.
void parse_html(std::string_view utf8, HtmlEvents& events);

// "it&#039;s &amp; that" -> "it's & that": for values that were escaped once too often.
[[nodiscard]] std::string unescape(std::string_view text);

}  // namespace dateline::read
