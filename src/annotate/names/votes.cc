// The votes that what a name is made of and what stands around it cast for the name's type.
#include <algorithm>
#include <cmath>

#include "annotate/names/namer.h"

namespace dateline::annotate {

void Namer::vote_place(const Pending& pending, Votes& votes) {
  const Hit hit = place_hit(pending.first, pending.last);
  const Unit& unit = units_[pending.first];
  const bool lone = pending.last == pending.first + 1;
  if (lone && unit.is(generic_body)) return;
  if (unit.has(headline_unit) && unit.is(common_word) && lone) return;
  const Unit* of = after(pending.last);
  const bool locative = after_locative(pending.first);
  const bool ends = locative && extend_once(pending.last) == pending.last;  // "in Phoenix on a bus"
  if (unit.is(common_word) && of != nullptr && of->is(connective_of) && !ends)
    return;                                                             // "Battle of"
  const bool body = lone && unit.is(org_word) && unit.is(common_word);  // "at the Museum"
  if (body && !(locative && hit.source != Source::none && !follows_article(pending.first))) return;
  const bool contained = place_follows(pending.last);
  if (hit.source == Source::none) {
    if (locative && ends_phrase(pending.last) && !unit.is(common_word) &&
        pending.last - pending.first <= 3)
      votes.place += 1.2F;
    if (contained) votes.place += 2.5F;
    const bool plain = lone && !unit.is(common_word | given_name) && !unit.has(all_caps);
    if (plain && !locative && ends_phrase(pending.last) &&
        listed_with_place(pending.first, pending.last))
      votes.place += 1.1F;
    if (plain && listed_before_noun(pending.last)) votes.place += 1.6F;
    return;
  }
  double score = 0;
  if (hit.source <= Source::admin1)
    score = 3.0;
  else
    score = std::min(3.0, 0.75 * (std::log10(static_cast<double>(hit.population) + 10.0) - 2.6));
  if (unit.is(given_name) && lone) score -= 0.8;
  const bool also_small = vocabulary_.small.has(unit.key) && hit.population < 150000;
  if (unit.is(common_word) && lone) score -= also_small ? 2.0 : 1.0;
  if (locative) score += 1.6;
  if (contained || is_dateline(pending.first, pending.last)) score += 3.0;
  if (!locative &&
      (listed_with_place(pending.first, pending.last) || listed_before_noun(pending.last)))
    score += 1.0;
  if (unit.has(line_start) && unit.has(all_caps)) score += 2.0;
  votes.place += static_cast<float>(score);
}

// Lines of results and tables: "Verra 2 Sul 1", "Verra 12 4 3 5 20".
void Namer::vote_line(const Pending& pending, Votes& votes) {
  const Unit* next = after(pending.last);
  const Unit* second = after(pending.last, 1);
  if (next == nullptr || !next->has(number_unit)) return;
  const Unit* third = after(pending.last, 2);
  const Unit* fourth = after(pending.last, 3);
  if (fourth != nullptr && second->mark == '-' && third->has(number_unit) && fourth->mark == '-') {
    votes.person += 3;  // "Vandi 6-0-27-0": how a bowler did
    return;
  }
  const bool starts = units_[pending.first].has(line_start);
  const bool after_number =
      pending.first > 0 && !starts && units_[pending.first - 1].has(number_unit);
  if (starts && second != nullptr &&
      (second->has(number_unit) || (second->has(word_unit) && second->has(capital))))
    votes.organization += 3;
  if (after_number) votes.organization += 2;
}

// By its own words: a lone given name, two or three unknown words, letters.
void Namer::vote_form(const Pending& pending, Votes& votes) {
  const std::uint32_t length = pending.last - pending.first;
  const Unit& unit = units_[pending.first];
  const Unit& last = units_[pending.last - 1];
  const bool body = is_body_word(unit);
  if (length == 1 && unit.is(given_name)) votes.person += 0.8F;
  if (body) votes.person -= 2;
  // On a page about sport a lone name that no list knows is most likely a player.
  const bool lone = length == 1 && sport_ && !follows_article(pending.first) && !body &&
                    !unit.is(common_word | thing_word) && !unit.has(all_caps | headline_unit);
  if (lone && lookup_.at(pending.first).empty()) votes.person += 0.7F;
  const bool ends_in_letters =
      length >= 2 && last.has(all_caps) && !last.has(headline_unit | dotted | joined) &&
      !unit.has(all_caps) && !last.is(name_suffix) &&
      reading_->tokens.end[last.last - 1] - reading_->tokens.begin[last.first] <= 3;
  if (ends_in_letters)
    votes.organization += 1.2F;  // "Vandemoor AI"
  else if (length >= 2 && length <= 3)
    votes.person += last.is(common_word) ? 0.3F : unit.is(common_word) ? 0.8F : 1.2F;
  const bool side =
      sport_ && length >= 2 && !unit.is(common_word) && last.is(common_word) &&
      !last.has(headline_unit) &&
      !last.is(thing_word | place_word | org_word | title | role | given_name | direction) &&
      (strong_place(pending.first, pending.last - 1, 50000) ||
       strong_place(pending.first, pending.first + 1, 50000));
  if (side) {  // "Rotterdam Lanterns"
    votes.organization += 1.4F;
    votes.person -= 1;
  }
  const bool call_sign = length == 2 && unit.has(number_unit);  // "6PR"
  if (call_sign) {
    votes.organization += 1.5F;
    votes.person -= 2;
  }
  const bool dateline = is_dateline(pending.first, pending.last) && votes.place > 0;
  if (stands_as_letters(pending) && !dateline && !unit.is(common_word | function_word))
    votes.organization += 1.5F;
}

// By the words before it: an article, a role, a noun for bodies, "said".
void Namer::vote_before(const Pending& pending, bool says_little, Votes& votes) {
  const Unit* prior = before(pending.first);
  const Unit* next = after(pending.last);
  if (role_before(pending.first) != pending.first) votes.person += 2;
  if (prior == nullptr) return;
  if (prior->is(speech_verb) && !prior->has(capital) &&
      (next == nullptr || next->mark == ',' || next->mark == '.'))  // "...", said Ana.
    votes.person += 1.4F;
  if (prior->is(org_lead) && !prior->has(capital)) votes.organization += 1.2F;
  if (sport_ && prior->mark == ')' && pending.first >= 4 &&
      (country_in_brackets(pending.first - 3) || country_in_brackets(pending.first - 4)))
    votes.organization += 2;  // "Ana Ruiz (Norway) Vandemoor 4:48"
  if (!prior->is(article_word)) return;
  votes.organization += 0.6F;
  const Unit& last = units_[pending.last - 1];
  if (sport_ && last.is(org_weak) && last.is(org_word)) votes.organization += 0.6F;
  if (says_little) votes.hollow += 0.6F;
  votes.person -= 2;
}

// What a small word says of the name before it: "person", "body", or nothing.
std::string_view Namer::tells(std::uint32_t i) const {
  const Unit* unit = after(i);
  return unit == nullptr ? "" : words_.value(unit->word, function_word, "tells");
}

// "Vandemoor CEO Ana Ruiz": a title that a body's name stands before.
bool Namer::title_of_body(std::uint32_t i) const {
  const UnitPhrase& phrase = units_.phrase(i);
  return !words_.value(units_[i].word, title, "of").empty() ||
         ((phrase.bits & title) != 0 && !words_.value(phrase.word, title, "of").empty());
}

// By the words after it: an age, a noun for places or bodies, a verb.
void Namer::vote_after(const Pending& pending, bool says_little, Votes& votes) {
  const Unit* next = after(pending.last);
  if (age_follows(pending.last)) votes.person += 3;
  const bool several = pending.last - pending.first >= 2;
  if ((sport_ || several) && country_in_brackets(pending.last))
    (several ? votes.person : votes.organization) += 1.5F;
  if (!says_little && noun_follows(pending.last, place_tail)) votes.place += 1.6F;
  if (!says_little && noun_follows(pending.last, org_tail)) votes.organization += 2.5F;
  if (next == nullptr) return;
  if (next->has(possessive)) votes.person += 0.2F;
  const Unit* other = after(pending.last, 2);  // "Ana and Bruno Vandi"
  if (units_[pending.first].is(given_name) && next->is(connective_and) && other != nullptr &&
      units_[pending.last + 1].is(given_name) && other->has(capital))
    votes.person += 1.5F;
  if (next->has(capital) && title_of_body(pending.last)) votes.organization += 1.4F;
  const bool owner = next->has(possessive) || (next->mark == '\'' && next->has(glued_unit));
  if (owner && after(pending.last, 1) != nullptr && title_of_body(pending.last + 1))
    votes.organization += 1.6F;  // "Vandemoor's chief executive"
  const std::uint64_t said = apposition(pending.last);
  if ((said & org_lead) != 0) votes.organization += 2;
  if ((said & role) != 0) votes.person += 1.2F;
  if (next->mark == ',' && tells(pending.last + 1) == "person") votes.person += 1.2F;
  if (next->has(capital)) return;
  const bool after_the = follows_article(pending.first);
  const bool body = stands_as_letters(pending) || tells(pending.last + 1) == "body";  // "said it"
  if (next->is(speech_verb) && after_the && several && !says_little) votes.organization += 1.0F;
  if (next->is(speech_verb))
    (body ? votes.organization : votes.person) += after_the ? 0 : 1.6F;
  else if (next->is(person_verb))
    votes.person += 0.5F;
  if (next->is(org_follow)) votes.organization += 1.4F;
  if (next->is(sport_verb) && sport_) votes.organization += 0.6F;
}

void Namer::vote(const Pending& pending, Votes& votes) {
  ++votes.count;
  const float organization = votes.organization;
  const Unit& unit = units_[pending.first];
  const Unit* next = after(pending.last);
  vote_place(pending, votes);
  if (sport_) vote_line(pending, votes);
  vote_form(pending, votes);
  const bool lone = pending.last - pending.first == 1;
  if (unit.is(org_word) && lone) {
    const std::string_view kind = words_.value(unit.word, org_word, "kind");
    const bool one_of_its_kind = kind == "government" || kind == "alliance";
    const bool acting = next != nullptr && next->is(group_noun) && !next->has(capital);
    if (follows_article(pending.first) || acting)
      votes.organization += one_of_its_kind ? 1.4F : 0.3F;
  }
  // "London City airport" is the town's, "School district" nobody's.
  const bool says_little = lone ? unit.is(common_word | generic_body)
                                : strong_place(pending.first, pending.first + 1, 50000);
  vote_before(pending, says_little, votes);
  vote_after(pending, says_little, votes);
  votes.body = std::max(votes.body, votes.organization - organization);
}

}  // namespace dateline::annotate
