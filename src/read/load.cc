// See load.h.
#include "read/load.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace dateline::read {

File::File(const std::string& path) {
  if (path == "-") {
    descriptor_ = standard_input;
    return;
  }
  descriptor_ =
      ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);  // a pipe must not make us wait
  struct stat status {};
  if (descriptor_ < 0)
    error_ = errno;
  else if (::fstat(descriptor_, &status) == 0)
    size_ = static_cast<std::uint64_t>(std::max<off_t>(status.st_size, 0));
}

File::File(File&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      error_(other.error_),
      size_(other.size_),
      read_(other.read_) {}

File::~File() {
  if (descriptor_ > standard_input) ::close(descriptor_);
}

std::size_t File::append(std::string& buffer, std::size_t wanted) {
  const std::size_t before = buffer.size();
  buffer.resize(before + wanted);
  std::size_t got = 0;
  while (got < wanted) {
    const ssize_t n = ::read(descriptor_, buffer.data() + before + got, wanted - got);
    if (n > 0) {
      got += static_cast<std::size_t>(n);
      read_ += static_cast<std::uint64_t>(n);
      if (read_ == size_) break;  // the end is not asked for: one call a file
    } else if (n == 0 || errno != EINTR) {
      if (n < 0) error_ = errno;
      break;
    }
  }
  buffer.resize(before + got);
  return got;
}

std::uint64_t size_of(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return 0;
  return static_cast<std::uint64_t>(std::max<off_t>(status.st_size, 0));
}

int load(const std::string& path, std::string& buffer) {
  constexpr std::size_t block = std::size_t{1} << 16;
  buffer.clear();
  File file(path);
  if (!file.ok()) return file.error();
  // One byte more than the size says: so that the end is seen without a second call.
  std::size_t wanted = file.size() > 0 ? static_cast<std::size_t>(file.size()) + 1 : block;
  while (file.append(buffer, wanted) == wanted) wanted = std::max(block, buffer.size());
  return file.error();
}

}  // namespace dateline::read
