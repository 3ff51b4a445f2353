// The room's door: matches from the rules engine, assembled into resolved expressions. Entry:
// Tagger.
#include "time/time.h"

#include "time/actions.h"
#include "time/assemble.h"
#include "time/examples.h"
#include "time/narrative.h"
#include "time/sentence.h"

namespace dateline::time {

struct Tagger::Impl {
  const Rules& rules;
  const rules::Area& area;
  CueLists lists;
  std::vector<Action> actions;  // parallel to area.rules()

  [[nodiscard]] const Action& action_of(const rules::Match& match) const {
    return actions[static_cast<std::size_t>(match.rule - area.rules().data())];
  }
};

Tagger::Tagger(const Rules& rules, Problems& problems, std::string_view language) {
  const rules::Area& area = rules::area(rules, std::string(language) + "/time");
  impl_ = std::make_unique<Impl>(rules, area, cue_lists(rules, language),
                                 compile_actions(rules, area.rules(), problems));
  rules::check_keys(area, action_keys(), problems);
}

Tagger::~Tagger() = default;

void Tagger::find(const rules::Reading& reading, text::TokenRange range, const Context& context,
                  Memory& memory, std::vector<Timex>& out) const {
  std::vector<rules::Match> matches;
  impl_->area.find(reading, range, matches);
  Assembler assembler(impl_->rules, impl_->lists, reading, range, context, memory, out);
  for (const rules::Match& match : matches) assembler.add(match, impl_->action_of(match));
  assembler.finish();
}

bool Tagger::is_narrative(const rules::Reading& reading, text::TokenRange range) const {
  if (!may_be_narrative(reading, range)) return false;
  std::vector<rules::Match> matches;
  impl_->area.find(reading, range, matches);
  NarrativeVote vote;
  for (const rules::Match& match : matches) vote.add(impl_->action_of(match));
  return vote.decide();
}

void Tagger::check_examples(Problems& problems) const {
  const ExampleRunner runner(impl_->rules, impl_->area, *this);
  rules::check_examples(
      impl_->area,
      [&runner](const rules::Rule& rule, std::string_view example, bool must_match) {
        return must_match ? runner.check_yes(rule, example) : runner.check_no(rule, example);
      },
      problems);
}

}  // namespace dateline::time
