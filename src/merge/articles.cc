// Sorts the extractions and finds near-copies (syndicated and updated texts) by their fingerprints.
#include "merge/articles.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <tuple>
#include <utility>

#include "merge/union_find.h"

namespace dateline::merge {
namespace {

auto name_of(const Extraction& item) {
  return std::tie(item.source.document, item.source.article);
}

// Which of two readings of one article is kept; any rule will do that does not depend on their order.
bool is_fuller(const Extraction& a, const Extraction& b) {
  const auto size = [](const Extraction& x) { return std::pair(x.events.size(), x.reports.size()); };
  if (size(a) != size(b)) return size(a) > size(b);
  for (std::size_t i = 0; i < a.events.size(); ++i) {
    const auto key = [](const Event& x) { return std::tie(x.summary, x.trigger, x.date.date.first, x.date.date.last); };
    if (key(a.events[i]) != key(b.events[i])) return key(a.events[i]) < key(b.events[i]);
  }
  return std::tie(a.source.title, a.source.url) < std::tie(b.source.title, b.source.url);
}

struct Slot {
  std::uint64_t hash;
  std::uint32_t article;
  friend auto operator<=>(const Slot&, const Slot&) = default;
};

bool are_near_copies(const Articles& articles, std::uint32_t a, std::uint32_t b) {
  const auto& left = articles.all[a].source.fingerprint;
  const auto& right = articles.all[b].source.fingerprint;
  int same = 0;
  for (int i = 0; i < 4; ++i) same += left[i] == right[i] && left[i] != 0;
  if (same < 3) return false;
  const Day p = articles.published(a), q = articles.published(b);
  return p == no_day || q == no_day || std::abs(p - q) <= 2;
}

// Compares an article with the heads of the groups in its run of equal hashes, the nearest few only.
void join_run(const Articles& articles, const Slot* first, const Slot* last, UnionFind& sets) {
  constexpr std::size_t most_heads = 8;
  std::vector<std::uint32_t> heads;
  for (const Slot* slot = first; slot != last; ++slot) {
    bool found = false;
    for (std::size_t i = heads.size(); i-- > 0 && i + most_heads >= heads.size() && !found;) {
      found = are_near_copies(articles, heads[i], slot->article);
      if (found) {
        sets.join(heads[i], slot->article);
        heads[i] = slot->article;   // an update chain: the next copy is compared with the latest
      }
    }
    if (!found) heads.push_back(slot->article);
  }
}

// Publication day first, so that updates of one text are neighbours.
void sort_run(const Articles& articles, Slot* first, Slot* last) {
  std::sort(first, last, [&](const Slot& a, const Slot& b) {
    return std::pair(articles.published(a.article), a.article) < std::pair(articles.published(b.article), b.article);
  });
}

}  // namespace

Articles collect(std::vector<Extraction> extractions) {
  std::vector<std::uint32_t> order(extractions.size());
  std::iota(order.begin(), order.end(), std::uint32_t{0});
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const Extraction &left = extractions[a], &right = extractions[b];
    if (name_of(left) != name_of(right)) return name_of(left) < name_of(right);
    return is_fuller(left, right);
  });
  Articles articles;
  articles.all.reserve(extractions.size());
  for (const std::uint32_t i : order) {
    if (!articles.all.empty() && name_of(articles.all.back()) == name_of(extractions[i])) continue;
    articles.all.push_back(std::move(extractions[i]));
  }
  articles.group.resize(articles.all.size());
  std::iota(articles.group.begin(), articles.group.end(), std::uint32_t{0});
  return articles;
}

void group_near_copies(Articles& articles) {
  const auto size = static_cast<std::uint32_t>(articles.all.size());
  UnionFind sets(size);
  std::vector<Slot> slots;
  slots.reserve(size);
  for (int which = 0; which < 4; ++which) {
    slots.clear();
    for (std::uint32_t i = 0; i < size; ++i) {
      const std::uint64_t hash = articles.all[i].source.fingerprint[which];
      if (hash != 0) slots.push_back({hash, i});
    }
    std::sort(slots.begin(), slots.end());
    for (std::size_t i = 0, j = 0; i < slots.size(); i = j) {
      while (j < slots.size() && slots[j].hash == slots[i].hash) ++j;
      if (j - i < 2) continue;
      sort_run(articles, slots.data() + i, slots.data() + j);
      join_run(articles, slots.data() + i, slots.data() + j, sets);
    }
  }
  for (std::uint32_t i = 0; i < size; ++i) articles.group[i] = sets.find(i);
}

}  // namespace dateline::merge
