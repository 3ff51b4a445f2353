// The rules and word lists that everything is found by. Immutable once loaded; shared by all
// threads.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/problem.h"

namespace dateline {

// A rule's number in the loaded pack; Rules::name and Rules::place say what it is and where it
// stands.
using RuleId = std::uint32_t;
inline constexpr RuleId no_rule = 0xFFFFFFFF;

class Rules {
 public:
  // The built-in pack, with what the folders in `overlays` add or override, in order. Returns null
  // and appends errors (file, line) where a rule or word list is wrong.
  [[nodiscard]] static std::shared_ptr<const Rules> load(const std::vector<std::string>& overlays,
                                                         Problems& problems);

  ~Rules();
  Rules(const Rules&) = delete;
  Rules& operator=(const Rules&) = delete;

  // "sha256:..." over the text of all rules and word lists.
  [[nodiscard]] std::string_view digest() const;
  // "en.time.month-day-year"; "" for no_rule.
  [[nodiscard]] std::string_view name(RuleId rule) const;
  // "data/en/time/dates.rules:48"; "" for no_rule.
  [[nodiscard]] std::string place(RuleId rule) const;

  struct Impl;
  [[nodiscard]] const Impl& impl() const { return *impl_; }

 private:
  explicit Rules(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline
