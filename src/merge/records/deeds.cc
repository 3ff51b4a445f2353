// Modes are the names that the event rules give; see `mode` in data/*/events.
#include "merge/records/deeds.h"

namespace dateline::merge {
namespace {

struct Kind {
  std::string_view mode;
  std::uint8_t bits;
  Fate fate;
};

constexpr std::uint8_t bit(Deed deed) { return static_cast<std::uint8_t>(deed); }

constexpr Kind kinds[] = {
    {"appoint", 0, Fate::office},
    {"arrest", 0, Fate::arrest},
    {"ceasefire", bit(Deed::mutual), Fate::none},
    {"die", 0, Fate::death},
    {"flee", 0, Fate::flight},
    {"force", bit(Deed::force), Fate::none},
    {"kill", 0, Fate::death},
    {"regime-change", bit(Deed::regime), Fate::none},
    {"resign", 0, Fate::resignation},
    {"seize", bit(Deed::territory), Fate::none},
    {"sentence", 0, Fate::sentence},
    {"sign", bit(Deed::mutual), Fate::none},
    {"vote", bit(Deed::mutual), Fate::victory},
    {"win", bit(Deed::mutual), Fate::victory},
    {"withdraw", bit(Deed::territory), Fate::none},
};

std::uint8_t bits_of(EventType type) {
  switch (type) {
    case EventType::assault:
    case EventType::disaster:
    case EventType::die:
    case EventType::crime:
      return bit(Deed::harm);
    case EventType::agree:
    case EventType::consult:
    case EventType::cooperate:
      return bit(Deed::mutual);
    default:
      return 0;
  }
}

}  // namespace

Deeds deeds_of(std::string_view mode, EventType type) {
  Deeds deeds{bits_of(type), Fate::none};
  for (const Kind& kind : kinds) {
    if (kind.mode != mode) continue;
    deeds.bits |= kind.bits;
    deeds.fate = kind.fate;
  }
  deeds.befalls_source = deeds.fate == Fate::resignation || deeds.fate == Fate::flight;
  return deeds;
}

}  // namespace dateline::merge
