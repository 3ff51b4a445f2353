// From rule matches to expressions: neighbours that belong together are joined ("early" + "Friday"
// + "night", "March" + "of" + "last year"), open values are resolved, and each becomes a Timex.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "time/actions.h"
#include "time/resolve.h"
#include "time/sentence.h"
#include "time/time.h"

namespace dateline::time {

// A day of the month (a feast) is the nearest one while that lies within so many days of
// publication.
inline constexpr int near_days = 120;
inline constexpr int near_month_days = 62;  // a bare month: about two months
inline constexpr int days_in_week = 7;
inline constexpr int fresh_days = 60;  // so long a deed may be named by its day of the month alone

// What one match says, before its neighbours and the day are known.
struct Found {
  const rules::Match* match = nullptr;
  const Action* action = nullptr;
  text::TokenRange tokens;
  Role role = Role::value;
  Value value;
  std::string mod;
  Anchor anchor = Anchor::none;
  Span anchor_span;
  Grain as = Grain::none;       // the week or month that holds the day is meant
  Covers side = Covers::value;  // "earlier this month": only its days up to publication
  bool settled = false;         // nothing is left to resolve
  bool by_tense = false;
};

class Assembler {
 public:
  Assembler(const Rules& rules, const CueLists& lists, const rules::Reading& reading,
            text::TokenRange range, const Context& context, Memory& memory,
            std::vector<Timex>& out);

  void add(const rules::Match& match, const Action& action);
  void finish() { flush(); }

 private:
  struct Anchored {
    Reference reference;
    Anchor anchor = Anchor::none;
    Span span;
  };

  // A clock that no day has been named for so far: its day may follow in the sentence.
  struct OpenClock {
    std::size_t index = 0;  // of what was given out
    text::TokenRange tokens;
    Value value;
  };

  std::optional<Found> read(const rules::Match& match, const Action& action) const;
  bool read_clock(const MatchView& view, const Action& action, Value& value) const;
  std::optional<Found> read_second(Found& first) const;
  bool links(const Found& left, const Found& right) const;
  bool join(Found& left, Found& right);
  bool join_clock(Found& left, Found& right, bool link);
  bool join_modifier(Found& left, const Found& right) const;
  void settle(Found& found);
  void settle_order(Found& found);
  [[nodiscard]] bool is_of_another_year(const Found& found) const;
  void settle_shift(Found& found);
  [[nodiscard]] std::optional<Value> shifted_from(const Anchored& at, const Found& found,
                                                  Grain grain, int count) const;
  [[nodiscard]] bool is_told_too_late(const Value& value, const Found& found) const;
  void settle_feast(Found& found);
  void settle_then(Found& found) const;
  void take_year(const MatchView& view, Found& found) const;
  bool settle_by_change(Found& found, const Anchored& at);
  bool settle_by_story(Found& found);
  [[nodiscard]] bool continues_story(const Found& found) const;
  void settle_open(Found& found);
  void settle_quarter(Found& found) const;
  [[nodiscard]] Anchored anchored(const Found& found) const;
  [[nodiscard]] Anchored published() const;
  [[nodiscard]] static Anchored at_mention(const Date& days, Span span);
  [[nodiscard]] Anchored mentioned() const;
  [[nodiscard]] Anchored day_of_clock(const Found& found) const;
  [[nodiscard]] Anchored latest_quarter() const;
  [[nodiscard]] bool in_sentence(Span span, std::uint32_t token) const;
  [[nodiscard]] bool told_before(Span span, std::uint32_t token) const;
  [[nodiscard]] Anchored mentioned_near(std::uint32_t token) const;
  [[nodiscard]] Anchored last_day() const;
  [[nodiscard]] Anchored mentioned_day(std::uint32_t token) const;
  [[nodiscard]] bool is_nearest(const Found& found) const;
  [[nodiscard]] bool is_near(const Value& value) const;
  [[nodiscard]] Toward spoken(const Found& found) const;
  [[nodiscard]] std::optional<Toward> awaited(const Found& found) const;
  [[nodiscard]] Toward direction(Found& found) const;
  void emit(Found& found);
  void give_day_to_clock(const Timex& day, const Found& found);
  [[nodiscard]] std::optional<int> days_covered(const Found& found) const;
  [[nodiscard]] Date side_of_publication(Date days, Covers side) const;
  [[nodiscard]] Date covered(const Found& found) const;
  [[nodiscard]] bool moves_on(const Timex& timex, const Found& found);
  [[nodiscard]] bool is_story(const Timex& timex, const Found& found) const;
  [[nodiscard]] bool is_compared(const Timex& quarter) const;
  void remember(const Timex& timex, const Found& found);
  void take_day_from(Found& next, Found& clock);
  void go_on_from(const Found& first, Found& found) const;
  void take_from_next(Found& found, const Found& next) const;
  void flush();

  const Rules& rules_;
  const CueLists& lists_;
  const rules::Reading& reading_;
  const Context& context_;
  Memory& memory_;
  std::vector<Timex>& out_;
  SentenceView sentence_;
  Reference published_;
  int current_year_ = 0;
  std::vector<Found> chain_;  // neighbours that may belong together
  std::optional<OpenClock> clock_;
};

}  // namespace dateline::time
