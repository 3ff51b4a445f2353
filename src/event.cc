// The id of an event: a hash of what it is, the same from run to run and from shard to shard.
#include "dateline/event.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

namespace dateline {
namespace {

// Of every byte, the small letter for a capital one.
constexpr std::array<std::uint8_t, 256> make_lower() {
  std::array<std::uint8_t, 256> lower{};
  for (std::size_t byte = 0; byte < lower.size(); ++byte)
    lower[byte] = static_cast<std::uint8_t>(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
  return lower;
}
constexpr std::array<std::uint8_t, 256> lower = make_lower();

void mix(std::uint64_t& hash, std::string_view bytes) {
  constexpr std::uint64_t prime = 0x100000001B3;  // FNV-1a
  std::uint64_t mixed = hash;
  for (const char byte : bytes) mixed = (mixed ^ lower[static_cast<unsigned char>(byte)]) * prime;
  hash = (mixed ^ 0xFF) * prime;
}

// The ids of all, else their names, in order and each once.
template <typename Named>
void mix_names(std::uint64_t& hash, const std::vector<Named>& list) {
  std::array<std::string_view, 12> few;
  std::vector<std::string_view> many(list.size() > few.size() ? list.size() : 0);
  const std::span<std::string_view> keys =
      many.empty() ? std::span(few).first(list.size()) : std::span(many);
  std::transform(list.begin(), list.end(), keys.begin(), [](const Named& one) -> std::string_view {
    return one.id.empty() ? one.name : one.id;
  });
  std::sort(keys.begin(), keys.end());
  std::string_view last;
  for (const std::string_view& key : keys) {
    if (&key == keys.data() || key != last) mix(hash, key);
    last = key;
  }
  mix(hash, ";");
}

}  // namespace

std::string event_id(const Event& event) {
  std::uint64_t hash = 0xCBF29CE484222325;
  mix(hash, to_string(event.type));
  char day[10];
  const Day first = event.date.date.first;
  mix(hash, first == no_day
                ? std::string_view()
                : std::string_view(day, static_cast<std::size_t>(put_iso(first, day) - day)));
  mix_names(hash, event.actors);
  mix_names(hash, event.places);
  mix(hash, event.trigger);
  hash ^= hash >> 29;
  static constexpr char digits[] = "0123456789abcdef";
  char id[14] = {'e', '-'};
  char* at = id + 2;
  for (int shift = 44; shift >= 0; shift -= 4) *at++ = digits[(hash >> shift) & 15];
  return {id, sizeof id};
}

}  // namespace dateline
