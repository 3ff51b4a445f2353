#include "rules/sources.h"

#include <sha256.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>

#include "rules/image.h"

namespace dateline::rules {
namespace {

namespace fs = std::filesystem;

// The first line that is neither empty nor a comment.
std::string_view first_line(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    if (!line.empty() && line[0] != '#') return line;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return {};
}

std::optional<SourceKind> kind_of(const fs::path& path, std::string_view text) {
  if (path.extension() == ".rules") return SourceKind::rule_file;
  if (path.extension() != ".tsv") return std::nullopt;
  const std::string_view header = first_line(text);
  const std::string_view first = header.substr(0, header.find('\t'));
  if (first == "form") return SourceKind::word_list;
  if (first == "name") return SourceKind::table;
  if (first == "mechanism") return SourceKind::mechanisms;
  return std::nullopt;  // a table of numbers for one room; found by its folder, see table()
}

// A rule file belongs to an area of a language: "en/time".
bool is_misplaced(const Source& source) {
  return source.kind == SourceKind::rule_file && source.folder.find('/') == std::string::npos;
}

std::string read_all(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

}  // namespace

std::vector<Source> gather_sources(const std::string& root, const std::string& label,
                                   Problems& problems) {
  std::vector<Source> sources;
  std::error_code error;
  for (auto it = fs::recursive_directory_iterator(root, error);
       !error && it != fs::recursive_directory_iterator(); it.increment(error)) {
    if (!it->is_regular_file()) continue;
    const fs::path relative = fs::relative(it->path(), root);
    std::string text = read_all(it->path());
    if (const auto kind = kind_of(relative, text)) {
      sources.push_back({label + "/" + relative.generic_string(),
                         relative.parent_path().generic_string(), relative.stem().string(), *kind,
                         std::move(text)});
    }
  }
  const auto complain = [&](std::string message) {
    problems.push_back({Severity::error, "rules.folder", std::move(message),
                        "give a folder laid out as data/ is: en/time/mine.rules", root, 0, 0, ""});
  };
  if (error)
    complain("cannot read the folder: " + error.message());
  else if (sources.empty())
    complain("no rule files, word lists or tables in this folder");
  else if (std::any_of(sources.begin(), sources.end(), is_misplaced))
    complain("rule files stand one folder too high or too deep: LANGUAGE/AREA/NAME.rules");
  std::sort(sources.begin(), sources.end(),
            [](const Source& a, const Source& b) { return a.path < b.path; });
  return sources;
}

std::string digest_of(const std::vector<Source>& sources) {
  SHA2_CTX context;
  SHA256Init(&context);
  for (const Source& source : sources) {
    const std::string head = source.folder + "/" + source.stem + "\n";
    SHA256Update(&context, reinterpret_cast<const std::uint8_t*>(head.data()), head.size());
    SHA256Update(&context, reinterpret_cast<const std::uint8_t*>(source.text.data()),
                 source.text.size());
  }
  char hex[SHA256_DIGEST_STRING_LENGTH];
  SHA256End(&context, hex);
  return std::string("sha256:") + hex;
}

namespace {

// Lists are sorted, so a line is mostly the beginning of the one before: a byte says how much of
// it.
constexpr std::size_t longest_shared = 255;

std::string squeezed(std::string_view text) {
  std::string out;
  std::string_view before;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    const std::size_t most = std::min({line.size(), before.size(), longest_shared});
    std::size_t shared = 0;
    while (shared < most && line[shared] == before[shared]) ++shared;
    out += static_cast<char>(shared);
    out += line.substr(shared);
    out += '\n';
    before = line;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::string expanded(std::string_view bytes) {
  std::string out;
  std::size_t before = 0;
  while (!bytes.empty()) {
    const auto shared = static_cast<std::uint8_t>(bytes[0]);
    const std::size_t end = std::min(bytes.find('\n', 1), bytes.size());
    const std::size_t begin = out.size();
    out += out.substr(before, shared);
    out += bytes.substr(1, end - 1);
    out += '\n';
    before = begin;
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  return out;
}

}  // namespace

std::string pack_sources(const std::vector<Source>& sources,
                         std::initializer_list<SourceKind> kinds) {
  Archive out;
  for (const Source& source : sources) {
    if (std::find(kinds.begin(), kinds.end(), source.kind) == kinds.end()) continue;
    out.put(true);
    out.put(source.kind);
    out.put(std::string_view(source.path));
    out.put(std::string_view(source.folder));
    out.put(std::string_view(source.stem));
    const std::string text =
        source.kind == SourceKind::word_list ? squeezed(source.text) : source.text;
    out.put(std::string_view(text));
  }
  out.put(false);
  return out.take();
}

std::vector<Source> unpack_sources(std::string_view bytes) {
  std::vector<Source> sources;
  for (ArchiveReader reader(bytes); reader.get<bool>();) {
    Source& source = sources.emplace_back();
    source.kind = reader.get<SourceKind>();
    source.path = reader.text();
    source.folder = reader.text();
    source.stem = reader.text();
    source.text = reader.text();
    if (source.kind == SourceKind::word_list) source.text = expanded(source.text);
  }
  return sources;
}

}  // namespace dateline::rules
