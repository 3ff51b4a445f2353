// Ids of entries.
#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>

#include "merge/base/hash.h"
#include "merge/base/radix.h"
#include "merge/base/repeated.h"
#include "merge/entries/entries.h"
#include "text/text.h"

namespace dateline::merge {
namespace {

std::uint64_t hash_of_participant(const std::string& id, const std::string& name,
                                  std::uint64_t role) {
  return id.empty() ? hash_of(text::fold(name), role) : hash_of(id, role);
}

auto place_of(const Evidence& evidence) {
  return std::tie(evidence.document, evidence.article, evidence.span, evidence.trigger_span,
                  evidence.date_span);
}

}  // namespace

std::uint64_t identity_of(const Event& event) {
  constexpr std::uint64_t place_role = 9;
  std::vector<std::uint64_t> parts;
  parts.reserve(event.actors.size() + event.places.size());
  for (const EventActor& actor : event.actors) {
    const auto role = 1 + static_cast<std::uint64_t>(actor.role);
    parts.push_back(hash_of_participant(actor.id, actor.name, role));
  }
  for (const EventPlace& place : event.places)
    parts.push_back(hash_of_participant(place.id, place.name, place_role));
  std::sort(parts.begin(), parts.end());
  std::uint64_t state =
      mix(static_cast<std::uint64_t>(event.type), static_cast<std::uint64_t>(event.modality));
  state = mix(state, static_cast<std::uint32_t>(event.date.date.first));
  state = hash_of(text::fold(event.trigger), state);
  for (const std::uint64_t part : parts) state = mix(state, part);
  return state & ~std::uint64_t{0xFFFF};  // the id shows as much
}

std::string id_of(std::uint64_t identity) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string id = "e-............";
  for (std::size_t i = 2, shift = 60; i < id.size(); ++i, shift -= 4)
    id[i] = digits[(identity >> shift) & 15U];
  return id;
}

void tell_names_apart(Entries& entries) {
  struct Named {
    std::uint64_t hash;
    std::uint32_t event;
  };
  std::vector<Event>& events = entries.events;
  Repeated repeated(events.size());
  for (const std::uint64_t identity : entries.identities) repeated.add(identity);
  std::vector<Named> named;
  for (std::uint32_t i = 0; i < events.size(); ++i) {
    if (repeated.may_hold(entries.identities[i])) named.push_back({entries.identities[i], i});
  }
  const auto first_place = [&](const Named& x) {
    return place_of(events[x.event].evidence.front());
  };
  radix_sort(named, [](const Named& one) { return one.hash; });
  for (auto first = named.begin(), last = first; first != named.end(); first = last) {
    while (last != named.end() && last->hash == first->hash) ++last;
    std::sort(first, last,
              [&](const Named& a, const Named& b) { return first_place(a) < first_place(b); });
  }
  for (std::size_t i = 1; i < named.size(); ++i) {
    std::uint64_t hash = named[i].hash;
    if (named[i - 1].hash != hash) continue;
    Event& event = events[named[i].event];
    const Evidence& evidence = event.evidence.front();
    hash = mix(hash_of(evidence.document, hash),
               (std::uint64_t{evidence.article} << 32) | evidence.span.begin);
    hash =
        mix(hash, (std::uint64_t{evidence.trigger_span.begin} << 32) | evidence.trigger_span.end);
    event.id = id_of(hash);
  }
}

}  // namespace dateline::merge
