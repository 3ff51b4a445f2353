// The names of the mechanisms of this room (data/mechanisms/annotate.tsv), looked up once.
#pragma once

#include "rules/rules.h"

namespace dateline::annotate {

struct RuleIds {
  explicit RuleIds(const Rules& rules)
      : actor(rules::mechanism(rules, "entity.actor")),
        acronym(rules::mechanism(rules, "entity.acronym")),
        nationality(rules::mechanism(rules, "entity.nationality")),
        title(rules::mechanism(rules, "entity.title")),
        role(rules::mechanism(rules, "entity.role")),
        given_name(rules::mechanism(rules, "entity.given-name")),
        speech(rules::mechanism(rules, "entity.speech")),
        org_word(rules::mechanism(rules, "entity.organisation-word")),
        org_context(rules::mechanism(rules, "entity.organisation-context")),
        place_word(rules::mechanism(rules, "entity.place-word")),
        place(rules::mechanism(rules, "entity.place")),
        locative(rules::mechanism(rules, "entity.locative")),
        second(rules::mechanism(rules, "entity.second-mention")),
        unknown(rules::mechanism(rules, "entity.unknown-name")),
        team(rules::mechanism(rules, "entity.team")),
        player(rules::mechanism(rules, "entity.player")),
        club(rules::mechanism(rules, "entity.club")),
        company(rules::mechanism(rules, "entity.company")),
        dateline(rules::mechanism(rules, "entity.dateline")),
        credit(rules::mechanism(rules, "entity.credit")),
        headline(rules::mechanism(rules, "entity.headline")),
        group(rules::mechanism(rules, "entity.group")) {}

  RuleId actor, acronym, nationality, title, role, given_name, speech, org_word, org_context,
      place_word, place, locative, second, unknown, team, player, club, company, dateline, credit,
      headline, group;
};

}  // namespace dateline::annotate
