// Where bytes go: standard output, or a file that appears whole or not at all (temporary file in
// the same folder, fsync, rename). A file that holds the same bytes already is left untouched.
#pragma once

#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/problem.h"

namespace dateline::cli {

enum class WriteState { good, reader_gone, failed };

// All bytes to a file descriptor, in spite of interruptions.
[[nodiscard]] WriteState write_all(int descriptor, std::string_view bytes, int& error);

// The names of temporary files that exist at the moment: what has to go when the program is
// interrupted.
class TemporaryFiles {
 public:
  void add(const std::string& path);
  void forget(const std::string& path);
  // For good: nothing can be added or forgotten after this.
  void remove_all_and_hold();

 private:
  std::mutex mutex_;
  std::vector<std::string> paths_;
};

class OutputFile {
 public:
  // Creates the temporary file. "-" is standard output; devices and pipes are written to directly.
  OutputFile(std::string path, TemporaryFiles& temporary, Problems& problems);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  WriteState write(std::string_view bytes, Problems& problems);
  // Puts the file where it belongs; false where that failed, and the old file stands as it was.
  bool commit(Problems& problems);

 private:
  void fail(int error, Problems& problems);

  std::string path_;
  std::string target_;     // with symbolic links followed
  std::string temporary_;  // empty where written to directly
  TemporaryFiles& files_;
  int descriptor_ = -1;
  WriteState state_ = WriteState::good;
};

}  // namespace dateline::cli
