// The second pass: names that no list and no word settled are typed by what the article says of
// them elsewhere.
#include <algorithm>

#include "annotate/names/namer.h"

namespace dateline::annotate {

namespace {

constexpr std::int64_t town = 20000;           // people
constexpr std::int64_t town_of_note = 100000;  // whose name is heard before that of a listed person

}  // namespace

void Namer::settle_all() {
  country_before_ = {};
  // Every place of a name votes; then every place of it is settled alike.
  for (const Pending& pending : pending_) {
    std::uint32_t at = vote_of_.find(pending.key);
    if (at == FlatMap::none) {
      at = static_cast<std::uint32_t>(votes_.size());
      votes_.emplace_back();
      vote_of_.set(pending.key, at);
    }
    vote(pending, votes_[at]);
  }
  for (const Pending& pending : pending_) settle(pending);
  pending_.clear();
}

// After a preposition of place: a town by this name that is meant before the person. "A signal from
// Obama" and "in Obama's campaign" are not about the town of a listed person's name.
bool Namer::may_be_town(const Pending& pending, bool listed) {
  const Unit* prior = before(pending.first);
  const Unit* next = after(pending.last);
  const bool weak =
      (prior != nullptr && prior->is(locative_weak)) || (next != nullptr && next->has(possessive));
  const std::int64_t population = listed && weak ? town_of_note : town;
  const Hit hit = place_hit(pending.first, pending.last);
  return hit.source != Source::none &&
         (hit.source == Source::country || hit.population >= population);
}

// A surname, a given name, an organisation or acronym that the article has introduced.
bool Namer::settle_known(const Pending& pending) {
  const std::uint32_t length = pending.last - pending.first;
  const Unit& unit = units_[pending.first];
  if (const std::uint32_t full = organisation_of_.find(pending.key); full != FlatMap::none) {
    add(pending.first, pending.last, MentionType::organization, ids_.second).organisation = full;
    return true;
  }
  if (length != 1) return false;
  if (nameless_.has(unit.key)) return true;
  const bool contained = place_follows(pending.last) &&  // "Sharon, Connecticut"
                         place_hit(pending.first, pending.last).source != Source::none;
  if (contained) return false;
  std::uint32_t person = find_person(surname_key(pending.first), pending.first);
  const bool first_name = unit.is(given_name) || !unit.is(common_word | org_word | place_word);
  if (person == FlatMap::none && first_name &&
      !strong_place(pending.first, pending.last, 200000))
    person = find_person(given_key(unit.key), pending.first);
  if (person == FlatMap::none) {
    const Hit body = best_hit(pending.first, pending.last);
    const bool town = body.source == Source::club && may_be_town(pending, true) &&
                      after_locative(pending.first) &&
                      !before(pending.first)->is(locative_weak);  // "the final in Milan"
    if ((body.source == Source::company || body.source == Source::club) && !town) {
      add_listed(pending.first, body);
      return true;
    }
    const Hit listed = listed_person(pending.first, pending.last);
    if (listed.source == Source::none ||
        (after_locative(pending.first) && may_be_town(pending, true)))
      return false;
    const std::uint32_t role = role_before(pending.first);
    add_person(pending.first, pending.last, ids_.actor, role, pending.first, &listed);
    return true;
  }
  if (after_locative(pending.first) &&
      may_be_town(pending, persons_[person].source != Source::none))
    return false;
  Draft& draft = add(pending.first, pending.last, MentionType::person, ids_.second);
  draft.person = person;
  const std::uint32_t role = role_before(pending.first);
  draft.title_first = role;
  return true;
}

void Namer::settle(const Pending& pending) {
  if (settle_known(pending)) return;
  const std::uint32_t length = pending.last - pending.first;
  const Unit& unit = units_[pending.first];
  const std::uint32_t index = vote_of_.find(pending.key);
  const Votes votes = votes_[index];
  const float scale = 1.0F / static_cast<float>(std::max<std::uint16_t>(
                                 1, std::min<std::uint16_t>(votes.count, 2)));
  const float person = votes.person * scale;
  constexpr float sure = 0.85F;  // one clear place counts, however many say nothing
  const float organization = std::max(votes.organization * scale, votes.body * sure);
  const float place = votes.place * scale;
  constexpr float enough = 1.0F;
  constexpr float doubtful = 0.3F;
  if (place >= doubtful && place >= person && place >= organization) {
    const Hit hit = place_hit(pending.first, pending.last);
    Draft& draft = add(pending.first, pending.last, MentionType::place,
                       hit.source == Source::none ? ids_.locative : ids_.place);
    draft.source = hit.source;
    draft.row = hit.row;
    draft.doubtful = place < enough;
    return;
  }
  if (organization - votes.hollow * scale >= enough && organization >= person) {
    add(pending.first, pending.last, MentionType::organization, ids_.org_context);
    return;
  }
  if (length >= 2 && !sport_ && take_inner_place(pending.first, pending.last)) return;
  if (person >= enough && !unit.is(not_name) && length <= 4) {
    add_person(pending.first, pending.last, length >= 2 ? ids_.unknown : ids_.speech, pending.first,
               pending.first);
  }
}

// "Jordan" is a country until the article names an Ana Jordan.
void Namer::prefer_persons() {
  located_.clear();
  for (const Draft& draft : drafts_) {
    if (draft.source != Source::country || !draft.locative) continue;
    const std::uint32_t key = key_of(draft.first, draft.last);
    located_.set(key, located_.has(key) ? 2 : 1);
  }
  for (Draft& draft : drafts_) {
    if (draft.type != MentionType::place || draft.last != draft.first + 1 || draft.locative ||
        claimed_[draft.first] != 0)
      continue;
    const std::uint32_t person = find_person(units_[draft.first].key, draft.first);
    if (person == FlatMap::none || persons_[person].given_key == 0 ||
        persons_[person].first == draft.first)
      continue;
    if (draft.source == Source::country &&
        (place_follows(draft.last) || located_.find(units_[draft.first].key) == 2))
      continue;
    if (persons_[person].surname_key != units_[draft.first].key) continue;
    const Unit& given = units_[persons_[person].first];
    if (!given.is(given_name) && !given.has(initial) &&
        persons_[person].title_first == persons_[person].title_last)
      continue;
    draft.type = MentionType::person;
    draft.rule = ids_.second;
    draft.person = person;
    draft.source = Source::none;
    draft.title_first = role_before(draft.first);
    draft.title_last = draft.first;
  }
}

}  // namespace dateline::annotate
