// See charset.h.
#include "read/charset.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <optional>

#include "read/decode.h"
#include "text/text.h"

namespace dateline::read {
namespace {

constexpr std::size_t searched = 4096;

class Converter {
 public:
  explicit Converter(const std::string& charset)
      : handle_(::iconv_open("UTF-8", charset.c_str())) {}
  ~Converter() {
    if (ok()) ::iconv_close(handle_);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  [[nodiscard]] bool ok() const { return handle_ != reinterpret_cast<iconv_t>(-1); }

  // What does not belong to the character set becomes U+FFFD, byte by byte.
  std::string convert(std::string& bytes) {
    std::string out;
    std::array<char, 1 << 14> block;
    char* from = bytes.data();
    std::size_t left = bytes.size();
    while (left > 0) {
      char* to = block.data();
      std::size_t room = block.size();
      const bool good = ::iconv(handle_, &from, &left, &to, &room) != static_cast<std::size_t>(-1);
      out.append(block.data(), block.size() - room);
      if (good || errno == E2BIG) continue;
      out += "\xEF\xBF\xBD";
      ++from;
      --left;
    }
    return out;
  }

 private:
  iconv_t handle_;
};

// What browsers take these labels for.
bool means_windows_1252(std::string_view charset) {
  constexpr std::array<std::string_view, 7> labels = {
      "iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii", "windows-1252"};
  return std::find(labels.begin(), labels.end(), charset) != labels.end();
}

}  // namespace

std::string stated_charset(std::string_view bytes) {
  std::string head(bytes.substr(0, searched));
  for (char& c : head) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  for (std::size_t at = head.find("<meta"); at != std::string::npos;
       at = head.find("<meta", at + 5)) {
    const std::string_view tag = std::string_view(head).substr(at, head.find('>', at) - at);
    const std::size_t charset = tag.find("charset");
    if (charset == std::string_view::npos) continue;
    const std::size_t first = tag.find_first_not_of(" =\"'", charset + 7);
    if (first == std::string_view::npos) continue;
    return std::string(tag.substr(first, tag.find_first_of(" \"';/>", first) - first));
  }
  return {};
}

std::string decode_html(std::string& bytes, std::string_view file, Problems& problems) {
  const bool marked = bytes.starts_with("\xEF\xBB\xBF") || bytes.starts_with("\xFF\xFE") ||
                      bytes.starts_with("\xFE\xFF");
  const std::string charset = marked ? std::string() : stated_charset(bytes);
  if (charset.empty() || charset == "utf-8" || charset == "utf8" || charset.starts_with("utf-16") ||
      means_windows_1252(charset) || text::is_utf8(bytes))
    return decode(bytes, file, problems);
  Converter converter(charset);
  if (!converter.ok()) return decode(bytes, file, problems);
  bytes = converter.convert(bytes);
  return charset;
}

}  // namespace dateline::read
