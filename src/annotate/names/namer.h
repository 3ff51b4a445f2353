// Finds the names of one article and types them. Two passes: the first settles what lists, titles,
// key words and given names settle, and learns from it; the second types the rest by what the
// article says elsewhere. Entry: Namer::run.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "annotate/names/draft.h"
#include "annotate/names/patterns.h"
#include "annotate/names/rule_ids.h"
#include "annotate/words/spelling.h"

namespace dateline::annotate {

struct Run {
  std::uint32_t first = 0;  // units [first, last): capitals and what joins them
  std::uint32_t last = 0;
};

class Namer {
 public:
  Namer(const Words& words, const Tables& tables, const RuleIds& ids, const Spelling& spelling,
        const Patterns& patterns);
  // Units and drafts of the zones that are read; drafts are sorted and do not overlap. What it
  // finds stays until the next run; its buffers are reused.
  void run(const rules::Reading& reading, const std::vector<Zone>& zones);

  [[nodiscard]] const Units& units() const { return units_; }
  [[nodiscard]] const Spelling& spelling() const { return spelling_; }
  [[nodiscard]] const std::vector<Draft>& drafts() const { return drafts_; }
  [[nodiscard]] const std::vector<Person>& persons() const { return persons_; }
  [[nodiscard]] const std::vector<Draft>& organisations() const { return organisations_; }
  [[nodiscard]] std::uint32_t core_end(const Draft& draft) const;

 private:
  struct Pending {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::uint32_t key = 0;
  };

  void clear();
  void sort_drafts();

  // scan.cc: where capitals run
  void find_runs(bool headlines);
  [[nodiscard]] bool is_name_unit(std::uint32_t i) const;
  [[nodiscard]] bool is_plain_start(std::uint32_t i) const;
  [[nodiscard]] bool is_letter(std::uint32_t i) const;
  [[nodiscard]] bool listed_from(std::uint32_t first);
  [[nodiscard]] bool starts_name(std::uint32_t first, std::uint32_t end);
  [[nodiscard]] bool joins(std::uint32_t i, std::uint32_t end) const;
  [[nodiscard]] std::uint32_t run_end(std::uint32_t first);
  [[nodiscard]] std::uint32_t nickname_end(std::uint32_t i) const;
  [[nodiscard]] bool parts(std::uint32_t first, std::uint32_t i);
  [[nodiscard]] bool is_odd_given_name(std::uint32_t i) const;
  [[nodiscard]] bool is_odd_surname(std::uint32_t i) const;
  void find_phrases();
  [[nodiscard]] bool in_phrase(std::uint32_t i) const {
    return i < in_phrase_.size() && in_phrase_[i] != 0;
  }
  [[nodiscard]] bool changes_case(std::uint32_t i) const;
  [[nodiscard]] bool known_in_headline(std::uint32_t i) const;

  // claims.cc: names that rule files tell by their shape
  void claim_patterns(const std::vector<Zone>& zones);
  void claim(const rules::Match& match);
  std::uint32_t claim_listed(std::uint32_t first, std::uint32_t end);
  [[nodiscard]] bool is_known_body(std::uint32_t first, const Hit& hit) const;
  [[nodiscard]] bool is_small(const Unit& unit) const;
  [[nodiscard]] bool small_inside(std::uint32_t first, std::uint32_t last) const;
  [[nodiscard]] bool may_go_on(std::uint32_t end) const;
  [[nodiscard]] std::uint32_t unit_of(std::uint32_t token) const;

  // classify.cc: one run, by the order of the rules
  void parse(Run run);
  std::uint32_t step(std::uint32_t at, std::uint32_t last);
  [[nodiscard]] bool is_town(std::uint32_t at, std::uint32_t last);
  std::uint32_t take_title(std::uint32_t at, std::uint32_t last);
  std::optional<std::uint32_t> take_longer(std::uint32_t at, std::uint32_t last, const Hit& hit);
  [[nodiscard]] bool starts_person(std::uint32_t at, std::uint32_t last, const Hit& hit) const;
  std::uint32_t take_listed(std::uint32_t at, std::uint32_t last);
  std::uint32_t take_demonym(std::uint32_t at, std::uint32_t last);
  std::uint32_t take_segment(std::uint32_t at, std::uint32_t last);
  std::uint32_t take_road(std::uint32_t at, std::uint32_t last);
  [[nodiscard]] bool all_capital(std::uint32_t first, std::uint32_t last) const;
  bool take_organisation(std::uint32_t at, std::uint32_t& last, std::uint32_t limit);
  bool take_place(std::uint32_t at, std::uint32_t last);
  bool take_place_word(std::uint32_t at, std::uint32_t last);
  void add_place(std::uint32_t first, std::uint32_t last, const Hit& hit);
  bool take_person(std::uint32_t at, std::uint32_t last);
  void take_pending(std::uint32_t at, std::uint32_t last);
  [[nodiscard]] std::uint32_t title_end(std::uint32_t at, std::uint32_t last) const;
  [[nodiscard]] std::uint32_t next_title(std::uint32_t at, std::uint32_t last) const;
  [[nodiscard]] std::uint32_t extend_once(std::uint32_t last);
  [[nodiscard]] std::uint32_t extend_of(std::uint32_t last);
  [[nodiscard]] std::uint32_t org_word_end(std::uint32_t at, std::uint32_t last);
  [[nodiscard]] bool ends_org_phrase(std::uint32_t last) const;
  [[nodiscard]] bool leads_organisation(std::uint32_t at, std::uint32_t last) const;
  [[nodiscard]] bool joins_demonym(std::uint32_t at, std::uint32_t last);
  [[nodiscard]] bool looks_like_person(std::uint32_t at, std::uint32_t last) const;
  [[nodiscard]] bool case_fits(std::uint32_t at, const Hit& hit) const;
  [[nodiscard]] bool company_at(std::uint32_t at);
  [[nodiscard]] bool listed_over(std::uint32_t at, std::uint32_t last);
  [[nodiscard]] bool names_body(std::uint32_t at);
  [[nodiscard]] Hit best_hit(std::uint32_t at, std::uint32_t last);
  // A country, a division or a big city that is named by exactly these units.
  [[nodiscard]] bool strong_place(std::uint32_t at, std::uint32_t last, std::int64_t population);
  [[nodiscard]] bool says_nothing(std::uint32_t at, std::uint32_t last);
  bool take_saints(std::uint32_t at, std::uint32_t last);
  bool take_inner_place(std::uint32_t at, std::uint32_t last);
  [[nodiscard]] Hit place_hit(std::uint32_t at, std::uint32_t last);

  // context.cc: what stands around a name
  [[nodiscard]] bool after_locative(std::uint32_t first) const;
  [[nodiscard]] bool is_home_of(std::uint32_t first) const;
  [[nodiscard]] std::uint32_t role_before(std::uint32_t first) const;
  [[nodiscard]] bool age_follows(std::uint32_t last) const;
  [[nodiscard]] bool ends_phrase(std::uint32_t last) const;
  void read_governments();
  [[nodiscard]] bool acts(const Draft& draft) const;
  [[nodiscard]] bool is_listed(const Draft& country, const Draft& next, bool has_and) const;
  void read_credits(const std::vector<Zone>& zones);
  [[nodiscard]] bool ends_dateline(std::uint32_t open, std::uint32_t close) const;
  void credit_agencies(std::uint32_t first, std::uint32_t last);
  void read_bracket(std::uint32_t open);
  void read_authors(std::uint32_t first);
  void read_slashes();
  [[nodiscard]] bool contributed(const Draft& draft) const;
  void read_credit_line(std::uint32_t first, std::uint32_t last);
  [[nodiscard]] bool noun_follows(std::uint32_t last, std::uint64_t kinds) const;
  [[nodiscard]] bool is_dateline(std::uint32_t first, std::uint32_t last) const;
  [[nodiscard]] bool listed_before_noun(std::uint32_t last) const;
  [[nodiscard]] bool listed_with_place(std::uint32_t first, std::uint32_t last) const;
  [[nodiscard]] std::uint64_t apposition(std::uint32_t last) const;
  [[nodiscard]] bool country_in_brackets(std::uint32_t last);
  [[nodiscard]] bool place_follows(std::uint32_t last);
  // The unit `back` before unit `i`, and the unit `ahead` after those that end at `i`; null where
  // the line begins or ends before it.
  [[nodiscard]] const Unit* before(std::uint32_t i, std::uint32_t back = 1) const {
    if (i < back) return nullptr;
    for (std::uint32_t k = i; k > i - back; --k) {
      if (units_[k].has(line_start)) return nullptr;
    }
    return &units_[i - back];
  }
  [[nodiscard]] const Unit* after(std::uint32_t i, std::uint32_t ahead = 0) const {
    for (std::uint32_t k = i; k <= i + ahead; ++k) {
      if (k >= units_.size() || units_[k].has(line_start)) return nullptr;
    }
    return &units_[i + ahead];
  }

  // votes.cc: what they say of its type
  void vote(const Pending& pending, Votes& votes);
  void vote_place(const Pending& pending, Votes& votes);
  void vote_line(const Pending& pending, Votes& votes);
  void vote_form(const Pending& pending, Votes& votes);
  void vote_before(const Pending& pending, bool says_little, Votes& votes);
  void vote_after(const Pending& pending, bool says_little, Votes& votes);
  [[nodiscard]] std::string_view tells(std::uint32_t i) const;
  [[nodiscard]] bool title_of_body(std::uint32_t i) const;
  [[nodiscard]] bool follows_article(std::uint32_t first) const {
    const Unit* prior = before(first);
    return prior != nullptr && prior->is(article_word);
  }
  [[nodiscard]] static bool is_body_word(const Unit& unit) {
    return unit.is(org_word | place_word | road_number | generic_body) && !unit.is(given_name);
  }
  // "HT": one word in capitals; not the letters of "EZ2".
  [[nodiscard]] bool stands_as_letters(const Pending& pending) const {
    const Unit* next = after(pending.last);
    return pending.last == pending.first + 1 && units_[pending.first].has(all_caps) &&
           !units_[pending.first].has(headline_unit | line_start) &&
           (next == nullptr || !next->has(number_unit) || !next->has(glued_unit));
  }

  // settle.cc: the second pass
  void settle_all();
  void settle(const Pending& pending);
  bool settle_known(const Pending& pending);
  [[nodiscard]] bool may_be_town(const Pending& pending, bool listed);
  void prefer_persons();

  // teams.cc: lines of results, tables and schedules
  void mark_teams();
  void mark_playing();
  void prefer_teams();
  [[nodiscard]] bool acts_as_side(const Draft& draft) const;
  [[nodiscard]] bool is_played(const Draft& draft) const;
  void mark_team_line(std::uint32_t first, std::uint32_t last);
  [[nodiscard]] std::uint32_t team_name_end(std::uint32_t first, std::uint32_t last) const;
  [[nodiscard]] bool has_national_side(const Hit& hit) const;
  void add_team(std::uint32_t first, std::uint32_t last);

  // groups.cc: "Norwegian troops", "the U.S.-led coalition"
  struct Group {
    std::uint32_t end = 0;   // 0: none
    rules::WordId word = 0;  // of group_body
  };
  void find_groups();
  [[nodiscard]] bool owns_group(const Draft& owner) const;
  [[nodiscard]] std::uint32_t group_start(const Draft& owner) const;
  [[nodiscard]] Group group_head(std::uint32_t i) const;
  [[nodiscard]] Group group_at(std::uint32_t first) const;
  [[nodiscard]] std::uint32_t body_before(const Draft& country) const;
  void name_state_body(Draft& draft);
  void add_group(const Draft& owner, std::uint32_t first, Group group);
  [[nodiscard]] std::string_view country_of(const Draft& owner) const;

  // people.cc
  void add_person(std::uint32_t first, std::uint32_t last, RuleId rule, std::uint32_t title_first,
                  std::uint32_t title_last, const Hit* listed = nullptr);
  [[nodiscard]] Hit listed_person(std::uint32_t first, std::uint32_t last);
  [[nodiscard]] bool is_family_name(const Draft& draft, std::uint32_t end) const;
  void learn_person(Draft& draft);
  [[nodiscard]] std::uint32_t find_person(std::uint32_t key, std::uint32_t unit,
                                          char gender = 0) const;
  void name_person(std::uint32_t key, std::uint32_t unit, std::uint32_t person);
  [[nodiscard]] char gender_of(const Draft& draft) const;
  [[nodiscard]] bool same_person(const Person& known, const Person& person) const;
  void complete(Person& known, const Person& person) const;
  [[nodiscard]] char first_letter(std::uint32_t unit) const;
  [[nodiscard]] static std::uint32_t given_key(std::uint32_t key);
  [[nodiscard]] std::uint32_t surname_key(std::uint32_t unit) const;

  Draft& add(std::uint32_t first, std::uint32_t last, MentionType type, RuleId rule);
  [[nodiscard]] bool names_person(const Hit& hit) const;
  void add_listed(std::uint32_t first, const Hit& hit);
  void learn_organisation(const Draft& draft);
  void learn_acronym(std::uint32_t first, std::uint32_t last, std::uint32_t number);
  [[nodiscard]] std::uint32_t key_of(std::uint32_t first, std::uint32_t last) const;

  const Words& words_;
  const Tables& tables_;
  const RuleIds& ids_;
  const Spelling& spelling_;
  const Patterns& patterns_;
  std::string spelled_;
  std::vector<rules::Match> matches_;
  const rules::Reading* reading_ = nullptr;  // of the run
  Units units_;
  Vocabulary vocabulary_;
  Lookup lookup_;
  std::vector<Run> runs_;
  std::vector<Draft> drafts_;
  std::vector<Draft> sorted_;  // of sort_drafts
  std::vector<std::uint64_t> order_;
  std::vector<Person> persons_;
  // One place where a surname or given name was given in full, and the place before it.
  struct Named {
    std::uint32_t unit = 0;
    std::uint32_t person = 0;
    std::uint32_t previous = FlatMap::none;
  };
  std::vector<Named> named_;
  std::vector<Draft> organisations_;  // the full form of each
  std::vector<Pending> pending_;
  std::vector<Votes> votes_;
  FlatMap vote_of_;          // key of a name -> its votes
  FlatMap person_of_;        // key of a surname or given name -> the last of its places in named_
  FlatMap organisation_of_;  // key of a name or acronym -> organisations_
  FlatMap nameless_;         // last words of names of other things: ships, storms
  FlatMap located_;          // countries that the article goes to: "in Jordan"
  FlatMap team_;             // key of a name that is a side in a match
  std::vector<std::uint8_t> claimed_;    // units that a line rule has typed
  std::vector<std::uint8_t> in_phrase_;  // units of listed names that begin with no name's word
  std::string_view
      country_before_;         // of the nationality that was just read, for the title after it
  std::uint32_t covered_ = 0;  // units before it are typed
  bool sport_ = false;
};

}  // namespace dateline::annotate
