// See outputs.h.
#include "cli/outputs.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace dateline::cli {
namespace {

namespace fs = std::filesystem;

std::string_view reason(int error) {
  switch (error) {
    case EACCES:
    case EPERM:
      return "permission denied";
    case ENOENT:
      return "there is no such folder";
    case ENOTDIR:
      return "a part of the path is no folder";
    case EISDIR:
      return "it is a folder";
    case ENOSPC:
    case EDQUOT:
      return "no space is left";
    case EROFS:
      return "the file system is read-only";
    case EFBIG:
      return "it is too large";
    default:
      return "input/output error";
  }
}

bool is_regular_or_missing(const std::string& path) {
  std::error_code error;
  const fs::file_type type = fs::status(path, error).type();
  return type == fs::file_type::regular || type == fs::file_type::not_found;
}

std::string follow_links(const std::string& path) {
  std::error_code error;
  const fs::path real = fs::canonical(path, error);
  return error ? path : real.string();
}

// New files get what the umask allows; a file that is replaced keeps its mode.
mode_t mode_for(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) == 0) return status.st_mode & 07777;
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return static_cast<mode_t>(0666) & ~mask;
}

bool same_bytes(const std::string& a, const std::string& b) {
  std::error_code error;
  const auto size = fs::file_size(b, error);
  if (error || fs::file_size(a, error) != size || error) return false;
  std::ifstream one(a, std::ios::binary);
  std::ifstream two(b, std::ios::binary);
  std::string block_one(std::size_t{1} << 16, '\0');
  std::string block_two(block_one.size(), '\0');
  while (one && two) {
    one.read(block_one.data(), static_cast<std::streamsize>(block_one.size()));
    two.read(block_two.data(), static_cast<std::streamsize>(block_two.size()));
    if (one.gcount() != two.gcount() ||
        block_one.compare(0, static_cast<std::size_t>(one.gcount()), block_two, 0,
                          static_cast<std::size_t>(two.gcount())) != 0)
      return false;
  }
  return one.eof() && two.eof();
}

}  // namespace

WriteState write_all(int descriptor, std::string_view bytes, int& error) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(descriptor, bytes.data(), bytes.size());
    if (n >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(n));
    } else if (errno != EINTR) {
      error = errno;
      return errno == EPIPE ? WriteState::reader_gone : WriteState::failed;
    }
  }
  return WriteState::good;
}

void TemporaryFiles::add(const std::string& path) {
  const std::lock_guard lock(mutex_);
  paths_.push_back(path);
}

void TemporaryFiles::forget(const std::string& path) {
  const std::lock_guard lock(mutex_);
  std::erase(paths_, path);
}

void TemporaryFiles::remove_all_and_hold() {
  mutex_.lock();
  for (const std::string& path : paths_) ::unlink(path.c_str());
}

OutputFile::OutputFile(std::string path, TemporaryFiles& temporary, Problems& problems)
    : path_(std::move(path)), files_(temporary) {
  if (path_ == "-") {
    descriptor_ = STDOUT_FILENO;
    return;
  }
  target_ = follow_links(path_);
  if (!is_regular_or_missing(target_)) {
    descriptor_ = ::open(target_.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor_ < 0) fail(errno, problems);
    return;
  }
  const fs::path whole(target_);
  temporary_ = (whole.parent_path() / ("." + whole.filename().string() + ".XXXXXX")).string();
  descriptor_ = ::mkostemp(temporary_.data(), O_CLOEXEC);
  if (descriptor_ < 0) {
    temporary_.clear();
    fail(errno, problems);
    return;
  }
  files_.add(temporary_);
}

OutputFile::~OutputFile() {
  if (descriptor_ > STDERR_FILENO) ::close(descriptor_);
  if (temporary_.empty()) return;
  ::unlink(temporary_.c_str());
  files_.forget(temporary_);
}

void OutputFile::fail(int error, Problems& problems) {
  state_ = WriteState::failed;
  problems.push_back({Severity::error, "output", "cannot be written: " + std::string(reason(error)),
                      "", path_ == "-" ? "standard output" : path_, 0, 0, ""});
}

WriteState OutputFile::write(std::string_view bytes, Problems& problems) {
  if (state_ != WriteState::good) return state_;
  int error = 0;
  state_ = write_all(descriptor_, bytes, error);
  if (state_ == WriteState::failed) fail(error, problems);
  return state_;
}

bool OutputFile::commit(Problems& problems) {
  if (state_ != WriteState::good || temporary_.empty()) return state_ != WriteState::failed;
  if (same_bytes(temporary_, target_)) return true;
  if (::fchmod(descriptor_, mode_for(target_)) != 0 || ::fsync(descriptor_) != 0 ||
      ::rename(temporary_.c_str(), target_.c_str()) != 0) {
    fail(errno, problems);
    return false;
  }
  files_.forget(temporary_);
  temporary_.clear();
  return true;
}

}  // namespace dateline::cli
