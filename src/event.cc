// The id of an event: a hash of what it is, the same from run to run and from shard to shard.
#include "dateline/event.h"

#include <algorithm>
#include <cstdint>

namespace dateline {
namespace {

void mix(std::uint64_t& hash, std::string_view bytes) {
  for (const char byte : bytes) {
    const auto lower = byte >= 'A' && byte <= 'Z' ? static_cast<unsigned char>(byte + 32) : static_cast<unsigned char>(byte);
    hash = (hash ^ lower) * 0x100000001B3;
  }
  hash = (hash ^ 0xFF) * 0x100000001B3;
}

template <typename Named>
void mix_names(std::uint64_t& hash, const std::vector<Named>& list) {
  std::vector<std::string_view> keys;
  keys.reserve(list.size());
  for (const Named& one : list) keys.emplace_back(one.id.empty() ? one.name : one.id);
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  for (const std::string_view key : keys) mix(hash, key);
  mix(hash, ";");
}

}  // namespace

std::string event_id(const Event& event) {
  std::uint64_t hash = 0xCBF29CE484222325;
  mix(hash, to_string(event.type));
  mix(hash, to_iso(event.date.date.first));
  mix_names(hash, event.actors);
  mix_names(hash, event.places);
  mix(hash, event.trigger);
  hash ^= hash >> 29;
  static constexpr char digits[] = "0123456789abcdef";
  std::string id = "e-";
  for (int shift = 44; shift >= 0; shift -= 4) id += digits[(hash >> shift) & 15];
  return id;
}

}  // namespace dateline
