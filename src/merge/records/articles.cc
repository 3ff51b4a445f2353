// Sorts the articles and finds near-copies (syndicated and updated texts) by their fingerprints.
#include "merge/records/articles.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <tuple>
#include <utility>

#include "merge/base/prefix.h"
#include "merge/base/repeated.h"
#include "merge/base/union_find.h"

namespace dateline::merge {
namespace {

auto name_of(const Article& item) { return std::tie(item.document, item.article); }

// Of two readings of one article the fuller is kept; any rule will do that does not depend on their
// order.
bool comes_before(const Article& a, const Article& b) {
  if (name_of(a) != name_of(b)) return name_of(a) < name_of(b);
  if (a.block.size() != b.block.size()) return a.block.size() > b.block.size();
  return a.block < b.block;
}

// The documents of a corpus begin alike; the eight bytes after that tell most of them apart.
struct Place {
  std::uint64_t name;
  std::uint32_t article;
};

struct Slot {
  std::uint64_t hash;
  std::uint32_t article;
  friend auto operator<=>(const Slot&, const Slot&) = default;
};

bool are_near_copies(const Articles& articles, std::uint32_t a, std::uint32_t b) {
  const auto& left = articles.all[a].fingerprint;
  const auto& right = articles.all[b].fingerprint;
  int same = 0;
  for (int i = 0; i < 4; ++i) same += left[i] == right[i] && left[i] != 0;
  if (same < 3) return false;
  const Day p = articles.published(a), q = articles.published(b);
  return p == no_day || q == no_day || std::abs(p - q) <= 2;
}

// Compares an article with the heads of the groups in its run of equal hashes, the nearest few
// only.
void join_run(const Articles& articles, const Slot* first, const Slot* last, UnionFind& sets) {
  constexpr std::size_t most_heads = 8;
  std::vector<std::uint32_t> heads;
  for (const Slot* slot = first; slot != last; ++slot) {
    bool found = false;
    for (std::size_t i = heads.size(); i-- > 0 && i + most_heads >= heads.size() && !found;) {
      found = are_near_copies(articles, heads[i], slot->article);
      if (found) {
        sets.join(heads[i], slot->article);
        heads[i] = slot->article;  // an update chain: the next copy is compared with the latest
      }
    }
    if (!found) heads.push_back(slot->article);
  }
}

// Publication day first, so that updates of one text are neighbours.
void sort_run(const Articles& articles, Slot* first, Slot* last) {
  std::sort(first, last, [&](const Slot& a, const Slot& b) {
    return std::pair(articles.published(a.article), a.article) <
           std::pair(articles.published(b.article), b.article);
  });
}

// Of each min-hash the articles that share it with another; few articles do.
std::array<std::vector<Slot>, 4> repeated_hashes(const Articles& articles) {
  std::vector<Repeated> repeated(4, Repeated(articles.all.size()));
  for (const Article& item : articles.all) {
    for (std::size_t i = 0; i < repeated.size(); ++i) repeated[i].add(item.fingerprint[i]);
  }
  std::array<std::vector<Slot>, 4> slots;
  for (std::uint32_t article = 0; article < articles.all.size(); ++article) {
    for (std::size_t i = 0; i < slots.size(); ++i) {
      const std::uint64_t hash = articles.all[article].fingerprint[i];
      if (hash != 0 && repeated[i].may_hold(hash)) slots[i].push_back({hash, article});
    }
  }
  return slots;
}

}  // namespace

std::vector<Article> sort_articles(Articles& articles) {
  const std::vector<Article> all = std::move(articles.all);
  const std::size_t common = common_prefix(all, [](const Article& item) { return item.document; });
  std::vector<Place> places(all.size());
  for (std::uint32_t i = 0; i < all.size(); ++i)
    places[i] = {first_bytes(all[i].document.substr(common)), i};
  std::sort(places.begin(), places.end(), [&](const Place& a, const Place& b) {
    return a.name != b.name ? a.name < b.name : comes_before(all[a.article], all[b.article]);
  });
  std::vector<Article> dropped;
  articles.all = {};
  articles.all.reserve(all.size());
  articles.events = 0;
  for (const Place& place : places) {
    const Article& item = all[place.article];
    const bool again = !articles.all.empty() && name_of(articles.all.back()) == name_of(item);
    (again ? dropped : articles.all).push_back(item);
    if (again) continue;
    articles.all.back().first_event = articles.events;
    articles.events += static_cast<std::uint32_t>(item.records.size());
  }
  return dropped;
}

void group_near_copies(Articles& articles) {
  articles.group.resize(articles.all.size());
  const auto size = static_cast<std::uint32_t>(articles.all.size());
  UnionFind sets(size);
  for (std::vector<Slot>& slots : repeated_hashes(articles)) {
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
