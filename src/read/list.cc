// list_inputs: what is there to read. Only regular files are inputs; all else is named and passed
// over.
#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <string>
#include <system_error>
#include <unordered_set>

#include "read/problems.h"
#include "read/read.h"

namespace dateline::read {
namespace {

namespace fs = std::filesystem;

std::string what_it_is(fs::file_type type) {
  switch (type) {
    case fs::file_type::fifo:
      return "a named pipe";
    case fs::file_type::socket:
      return "a socket";
    case fs::file_type::block:
    case fs::file_type::character:
      return "a device";
    case fs::file_type::symlink:
      return "a symbolic link";
    default:
      return "no regular file";
  }
}

void name_special(const std::string& path, fs::file_type type, Problems& problems) {
  if (type == fs::file_type::symlink)
    add_warning("read.symlink", path, "is a symbolic link and was not followed",
                "name its target on the command line to read it", problems);
  else
    add_warning("read.special", path,
                "is " + what_it_is(type) + ", not a file, and was passed over",
                "use - to read standard input", problems);
}

void name_unreadable(const std::string& path, const std::error_code& error, Problems& problems) {
  add_warning("read.unreadable", path, "cannot be read: " + reason(error.value()), "", problems);
}

// An entry of a folder: its path as it will be named, and what it is.
struct Entry {
  std::string path;
  fs::file_type type;
};

void walk(const std::string& folder, std::vector<Entry>& entries, Problems& problems) {
  std::error_code error;
  fs::directory_iterator each(folder, error);
  if (error) return name_unreadable(folder, error, problems);
  std::vector<std::string> folders;
  for (; each != fs::directory_iterator(); each.increment(error)) {
    std::error_code unknown;
    const fs::file_type type = each->symlink_status(unknown).type();
    std::string path =
        folder + (folder.ends_with('/') ? "" : "/") + each->path().filename().string();
    if (type == fs::file_type::directory)
      folders.push_back(std::move(path));
    else
      entries.push_back({std::move(path), type});
  }
  if (error) name_unreadable(folder, error, problems);
  for (const std::string& inner : folders) walk(inner, entries, problems);
}

void list_folder(const std::string& folder, std::vector<std::string>& files, Problems& problems) {
  std::vector<Entry> entries;
  Problems met;
  walk(folder, entries, met);
  std::sort(entries.begin(), entries.end(),
            [](const Entry& a, const Entry& b) { return a.path < b.path; });
  std::sort(met.begin(), met.end(),
            [](const Problem& a, const Problem& b) { return a.file < b.file; });
  problems.insert(problems.end(), met.begin(), met.end());
  for (Entry& entry : entries) {
    if (entry.type == fs::file_type::regular)
      files.push_back(std::move(entry.path));
    else
      name_special(entry.path, entry.type, problems);
  }
}

// One spelling of a path: "./a" and "a//" aside, which cost no look at the disk; ".." may lead
// through a link.
std::string plain(const std::string& file) {
  std::error_code error;
  if (file == "-") return file;
  const fs::path path =
      file.find("..") < file.size() ? fs::canonical(file, error) : fs::absolute(file, error);
  return error ? file : path.lexically_normal().string();
}

// An input that is named twice is read once, where it was named first.
void keep_first(std::vector<std::string>& files) {
  std::unordered_set<std::string> seen;
  std::erase_if(files,
                [&seen](const std::string& file) { return !seen.insert(plain(file)).second; });
}

}  // namespace

std::vector<std::string> list_inputs(const std::vector<std::string>& paths, Problems& problems) {
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    if (path == "-") {
      files.push_back(path);
      continue;
    }
    std::error_code error;
    const fs::file_type type = fs::status(path, error).type();
    if (type == fs::file_type::regular)
      files.push_back(path);
    else if (type == fs::file_type::directory)
      list_folder(path, files, problems);
    else if (error || type == fs::file_type::not_found)
      add_warning("read.missing", path,
                  "cannot be found: " + reason(error ? error.value() : ENOENT), "", problems);
    else
      name_special(path, type, problems);
  }
  keep_first(files);
  return files;
}

}  // namespace dateline::read
