// How often each line stands in other inputs. A line is known by a hash of its bytes: blanks and case left aside, every
// run of digits one class. Each document counts a line once.
#include <algorithm>
#include <vector>

#include "segment/segment.h"

namespace dateline::segment {

namespace {

constexpr std::size_t shortest = 3;     // bytes: "-" and the like say nothing
constexpr std::size_t longest = 1000;   // whole paragraphs repeat where texts are copied, which furniture is not

// 0 for lines that are not counted.
std::uint64_t hash_line(std::string_view line) {
  if (line.size() > 2 * longest) return 0;
  std::uint64_t hash = 1469598103934665603ULL;
  std::size_t visible = 0;
  bool digits = false;
  for (const char c : line) {
    auto byte = static_cast<unsigned char>(c);
    if (byte <= ' ') continue;
    ++visible;
    if (byte >= '0' && byte <= '9') {
      if (digits) continue;
      digits = true;
      byte = '0';
    } else {
      digits = false;
      if (byte >= 'A' && byte <= 'Z') byte = static_cast<unsigned char>(byte | 0x20);
    }
    hash = (hash ^ byte) * 1099511628211ULL;
  }
  return visible < shortest || visible > longest ? 0 : hash | 1;
}

}  // namespace

void Corpus::add(const Document& document) {
  ++documents_;
  std::vector<std::uint64_t> hashes;
  std::string_view rest = document.text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::uint64_t hash = hash_line(rest.substr(0, end));
    if (hash != 0) hashes.push_back(hash);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  for (const std::uint64_t hash : hashes) ++lines_[hash];
}

void Corpus::merge(const Corpus& other) {
  documents_ += other.documents_;
  for (const auto& [hash, count] : other.lines_) lines_[hash] += count;
}

std::uint32_t Corpus::documents_with(std::string_view line) const {
  const std::uint64_t hash = hash_line(line);
  if (hash == 0) return 1;
  const auto found = lines_.find(hash);
  return found == lines_.end() ? 1 : std::max<std::uint32_t>(found->second, 1);
}

}  // namespace dateline::segment
