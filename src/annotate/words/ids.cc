#include "annotate/words/ids.h"

#include <algorithm>

#include "text/text.h"

namespace dateline::annotate {

namespace {

bool is_ascii(std::string_view text) {
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
bool is_plain(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

// text::fold without its new string, for the letters of most names.
template <typename Append>
void each_folded(std::string_view text, Append append) {
  if (is_ascii(text)) {
    for (const char c : text) append(lower(c));
    return;
  }
  for (const char c : text::fold(text)) append(c);
}

}  // namespace

void append_slug(std::string_view name, std::string& id) {
  const std::size_t begin = id.size();
  id.reserve(begin + name.size());
  each_folded(name, [&](char c) {
    if (is_plain(c) || static_cast<unsigned char>(c) >= 0x80)
      id += c;
    else if (c != '\'' && c != '`' && c != '.' && id.size() > begin && id.back() != '-')
      id += '-';
  });
  while (id.size() > begin && id.back() == '-') id.pop_back();
}

void append_code(std::string_view code, std::string& id) {
  each_folded(code, [&](char c) { id += is_plain(c) ? c : '-'; });
}

}  // namespace dateline::annotate
