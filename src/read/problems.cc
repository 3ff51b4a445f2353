// See problems.h.
#include "read/problems.h"

#include <cerrno>

#include "text/text.h"

namespace dateline::read {
namespace {

Problem problem(Severity severity, std::string_view code, std::string_view file,
                std::string_view message, std::string_view hint, std::uint32_t line) {
  Problem p;
  p.severity = severity;
  p.code = code;
  p.message = message;
  p.hint = hint;
  p.file = file;
  p.line = line;
  return p;
}

}  // namespace

std::string reason(int error) {
  switch (error) {
    case EACCES:
    case EPERM:
      return "permission denied";
    case ENOENT:
      return "no such file or folder";
    case ENOTDIR:
      return "a part of the path is no folder";
    case ELOOP:
      return "too many symbolic links";
    case EISDIR:
      return "it is a folder";
    case ENAMETOOLONG:
      return "the name is too long";
    case EMFILE:
    case ENFILE:
      return "too many open files";
    case EIO:
      return "input/output error";
    case ENOMEM:
      return "not enough memory";
    default:
      return "system error " + std::to_string(error);
  }
}

void add_warning(std::string_view code, std::string_view file, std::string_view message,
                 std::string_view hint, Problems& problems, std::uint32_t line,
                 std::string_view source_line) {
  problems.push_back(problem(Severity::warning, code, file, message, hint, line));
  problems.back().source_line = excerpt(source_line);
}

void add_note(std::string_view code, std::string_view file, std::string_view message,
              std::string_view hint, Problems& problems, std::uint32_t line) {
  problems.push_back(problem(Severity::note, code, file, message, hint, line));
}

std::string name_of(const std::string& path) {
  return text::is_utf8(path) ? path : text::repair_utf8(path).text;
}

std::string excerpt(std::string_view line) {
  constexpr std::size_t longest = 80;
  if (line.size() <= longest) return std::string(line);
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;
  return std::string(line.substr(0, end)) + " …";
}

}  // namespace dateline::read
