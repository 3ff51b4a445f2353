// See diff.h. Myers' greedy algorithm (An O(ND) difference algorithm, 1986) on what is left after
// the common beginning and end; texts that differ in more than some thousand lines are given as one
// block, so that the cost stays bounded.
#include "cli/diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace dateline::cli {
namespace {

using Lines = std::vector<std::string_view>;

Lines split(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1);
    lines.push_back(text.substr(0, end + 1));
    text.remove_prefix(end + 1);
  }
  return lines;
}

// A stretch of lines that was replaced: before [a0, a1), after [b0, b1).
struct Change {
  std::size_t a0, a1, b0, b1;
};

class Myers {
 public:
  Myers(const Lines& a, const Lines& b) : a_(a), b_(b) {}

  // Changes in order.
  std::vector<Change> changes() {
    std::size_t first = 0;
    while (first < a_.size() && first < b_.size() && a_[first] == b_[first]) ++first;
    std::size_t a_end = a_.size();
    std::size_t b_end = b_.size();
    while (a_end > first && b_end > first && a_[a_end - 1] == b_[b_end - 1]) --a_end, --b_end;
    if (first == a_end && first == b_end) return {};
    a0_ = b0_ = static_cast<long>(first);
    n_ = static_cast<long>(a_end - first);
    m_ = static_cast<long>(b_end - first);
    if (!search()) return {{first, a_end, first, b_end}};
    return walk_back();
  }

 private:
  static constexpr long most_steps = 2000;

  [[nodiscard]] bool equal(long x, long y) const {
    return a_[static_cast<std::size_t>(a0_ + x)] == b_[static_cast<std::size_t>(b0_ + y)];
  }
  long& at(std::vector<long>& v, long k) const {
    return v[static_cast<std::size_t>(k + most_steps + 1)];
  }
  [[nodiscard]] bool goes_down(std::vector<long>& v, long k, long d) const {
    return k == -d || (k != d && at(v, k - 1) < at(v, k + 1));
  }

  bool search() {
    std::vector<long> v(static_cast<std::size_t>(2 * most_steps + 3), 0);
    for (long d = 0; d <= std::min(most_steps, n_ + m_); ++d) {
      trace_.emplace_back(v.begin() + (most_steps + 1 - d - 1),
                          v.begin() + (most_steps + 1 + d + 2));
      for (long k = -d; k <= d; k += 2) {
        long x = goes_down(v, k, d) ? at(v, k + 1) : at(v, k - 1) + 1;
        while (x < n_ && x - k < m_ && equal(x, x - k)) ++x;
        at(v, k) = x;
        if (x >= n_ && x - k >= m_) return true;
      }
    }
    return false;
  }

  std::vector<Change> walk_back() {
    std::vector<Change> changes;
    long x = n_;
    long y = m_;
    for (long d = static_cast<long>(trace_.size()) - 1; d > 0; --d) {
      const std::vector<long>& row =
          trace_[static_cast<std::size_t>(d)];  // of d - 1, from diagonal -d-1 on
      const auto value = [&row, d](long k) { return row[static_cast<std::size_t>(k + d + 1)]; };
      const long k = x - y;
      const bool down = k == -d || (k != d && value(k - 1) < value(k + 1));
      const long from_k = down ? k + 1 : k - 1;
      const long from_x = value(from_k);
      const long from_y = from_x - from_k;
      prepend(changes, from_x, from_y, down);
      x = from_x;
      y = from_y;
    }
    std::reverse(changes.begin(), changes.end());
    return changes;
  }

  // One line inserted (down) or deleted at (x, y), joined to the change that follows it directly.
  void prepend(std::vector<Change>& changes, long x, long y, bool down) const {
    const auto a = static_cast<std::size_t>(a0_ + x);
    const auto b = static_cast<std::size_t>(b0_ + y);
    const std::size_t a1 = down ? a : a + 1;
    const std::size_t b1 = down ? b + 1 : b;
    if (!changes.empty() && changes.back().a0 == a1 && changes.back().b0 == b1) {
      changes.back().a0 = a;
      changes.back().b0 = b;
    } else {
      changes.push_back({a, a1, b, b1});
    }
  }

  const Lines& a_;
  const Lines& b_;
  long a0_ = 0, b0_ = 0, n_ = 0, m_ = 0;
  std::vector<std::vector<long>> trace_;
};

void append_line(char sign, std::string_view line, std::string& out) {
  out += sign;
  out += line;
  if (!line.ends_with('\n')) out += "\n\\ No newline at end of file\n";
}

std::string range(std::size_t first, std::size_t last) {
  const std::size_t count = last - first;
  if (count == 1) return fmt::format("{}", first + 1);
  return fmt::format("{},{}", count == 0 ? first : first + 1, count);
}

constexpr std::size_t context = 3;

// Changes [first, last) as one hunk.
void append_hunk(const Lines& a, const Lines& b, const std::vector<Change>& changes,
                 std::size_t first, std::size_t last, std::string& out) {
  const Change& front = changes[first];
  const Change& back = changes[last - 1];
  const std::size_t lead = std::min(context, std::min(front.a0, front.b0));
  const std::size_t tail = std::min({context, a.size() - back.a1, b.size() - back.b1});
  out += fmt::format("@@ -{} +{} @@\n", range(front.a0 - lead, back.a1 + tail),
                     range(front.b0 - lead, back.b1 + tail));
  std::size_t at = front.a0 - lead;
  for (std::size_t i = first; i < last; ++i) {
    for (; at < changes[i].a0; ++at) append_line(' ', a[at], out);
    for (; at < changes[i].a1; ++at) append_line('-', a[at], out);
    for (std::size_t k = changes[i].b0; k < changes[i].b1; ++k) append_line('+', b[k], out);
  }
  for (; at < back.a1 + tail; ++at) append_line(' ', a[at], out);
}

}  // namespace

std::string unified_diff(std::string_view before, std::string_view after,
                         std::string_view before_name, std::string_view after_name) {
  const Lines a = split(before);
  const Lines b = split(after);
  const std::vector<Change> changes = Myers(a, b).changes();
  if (changes.empty()) return {};
  std::string out = fmt::format("--- {}\n+++ {}\n", before_name, after_name);
  for (std::size_t first = 0; first < changes.size();) {
    std::size_t last = first + 1;
    while (last < changes.size() && changes[last].a0 - changes[last - 1].a1 <= 2 * context) ++last;
    append_hunk(a, b, changes, first, last, out);
    first = last;
  }
  return out;
}

}  // namespace dateline::cli
