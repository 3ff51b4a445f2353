// See byline_name.h.
#include "segment/articles/byline_name.h"

#include <array>

namespace dateline::segment {

namespace {

constexpr std::uint32_t full_name = 2;  // words

bool ends_name(std::string_view token) {
  return token == "|" || token == "•" || token == "·" || token == "@" || token == "(" ||
         token == "/" || token == "—" || token == "–";
}

}  // namespace

BylineWords::BylineWords(const Rules& rules)
    : rules_(rules),
      by_(rules::class_named(rules, "byline-word")),
      given_(rules::class_named(rules, "given_name")),
      common_(rules::class_named(rules, "common")) {
  // In the order of Word.
  const std::array<std::string_view, 11> names = {
      "byline-label",  "byline-preposition", "byline-place", "author-role",    "byline-nobody",
      "calendar-word", "name_particle",      "given_name",   "line-published", "common",
      "connective-and"};
  std::array<rules::ClassId, names.size()> classes{};
  for (std::size_t i = 0; i < names.size(); ++i) classes[i] = rules::class_named(rules, names[i]);
  masks_ = rules::class_masks(rules, classes);
}

bool BylineWords::introduces(rules::WordId word) const {
  return word != 0 && rules::has_class(rules_, word, by_);
}
bool BylineWords::given_name(rules::WordId word) const {
  return word != 0 && rules::has_class(rules_, word, given_);
}
bool BylineWords::given_name(std::string_view word) const {
  return given_name(rules::word_of(rules_, word));
}
bool BylineWords::is_common(rules::WordId word) const {
  return word != 0 && rules::has_class(rules_, word, common_);
}

std::uint32_t BylineWords::introduction(std::string_view word) const {
  const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  for (std::size_t i = 1; i + 1 < word.size(); ++i) {
    if (!upper(word[i]) || upper(word[i - 1])) continue;
    return introduces(rules::word_of(rules_, word.substr(0, i))) ? static_cast<std::uint32_t>(i)
                                                                 : 0;
  }
  return 0;
}

bool BylineWords::is_nobody(const rules::Reading& reading, text::TokenRange range) const {
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    if (reading.tokens.has(i, text::is_word) && (masks_[reading.kinds[i]] & (nobody | role)) == 0)
      return false;
  }
  return true;
}

class BylineWords::Cutter {
 public:
  Cutter(const BylineWords& words, const rules::Reading& reading, text::TokenRange range)
      : words_(words), reading_(reading), first_(range.first), last_(range.last) {}

  BylineName run() {
    skip_introduction();
    at_ = first_;
    while (at_ < last_ && !ended()) ++at_;
    const auto hangs = [&](std::uint32_t i) {  // "Ana Ruiz on Tuesday"
      return !flag(i, text::is_word) || (names_ > 0 && !is_capital(i) && is_capital(first_));
    };
    while (at_ > first_ && hangs(at_ - 1)) --at_;
    return {{first_, at_}, surplus_, labelled_, alone_};
  }

 private:
  [[nodiscard]] bool flag(std::uint32_t i, std::uint16_t flags) const {
    return i < last_ && reading_.tokens.has(i, flags);
  }
  [[nodiscard]] std::string_view word(std::uint32_t i) const {
    return i < last_ ? reading_.word(i) : std::string_view();
  }
  [[nodiscard]] bool is(std::uint32_t i, Word what) const {
    return i < last_ && (words_.masks_[reading_.kinds[i]] & what) != 0;
  }
  [[nodiscard]] bool introduces(std::uint32_t i) const {
    return flag(i, text::is_word) && words_.introduces(reading_.words[i]);
  }
  [[nodiscard]] bool is_capital(std::uint32_t i) const {
    return flag(i, text::is_word) && flag(i, text::starts_upper);
  }
  [[nodiscard]] bool joins(std::uint32_t i) const { return i < last_ && words_.joins(reading_, i); }

  // "By", "News by", "Author:", "Byline: By"; "Von" before a given name.
  void skip_introduction() {
    skip_section();
    if (introduces(first_ + 1) && !introduces(first_)) ++first_;
    while (introduces(first_) ||
           (first_ < last_ && !flag(first_, text::is_word | text::is_number))) {
      labelled_ = labelled_ || (is(first_, label) && word(first_ + 1) == ":");
      ++first_;
    }
    if (is(first_, preposition) && is(first_ + 1, given) && is_capital(first_ + 1)) ++first_;
  }

  // "Local news. By Ana Ruiz", "Business | By Ana Ruiz"
  void skip_section() {
    constexpr std::uint32_t longest = 5;  // tokens
    for (std::uint32_t i = first_ + 1; i < last_ && i <= first_ + longest; ++i) {
      if (introduces(i) && flag(i - 1, text::is_mark) && is(i + 1, given)) {
        first_ = i;
        return;
      }
    }
  }

  // Does the name end before this token?
  bool ended() {
    if (flag(at_, text::is_number) || ends_name(word(at_)) || begins_date()) return alone_ = true;
    if (word(at_) == ",") return ends_at_comma();
    if (!flag(at_, text::is_word)) return word(at_) == "-" && !flag(at_, text::glued);
    if (joins(at_)) return start_name(), false;
    if (names_ >= full_name && leads_to_place()) return !skip_nobody();
    if (names_ > 0 && is(at_, stamp)) return drop_common();
    if (names_ >= full_name && ends_full_name()) return true;
    return take_word();
  }

  // "Social links for Ana Ruiz"
  bool skip_nobody() {
    const bool nobody = words_.is_nobody(reading_, {first_, at_});
    if (nobody) first_ = at_ + 1, start_name();
    return nobody;
  }
  // "Senior" before a role, "Last" before "updated".
  bool drop_common() {
    while (at_ > first_ + full_name && is(at_ - 1, common)) --at_;
    return alone_ = true;
  }

  // "in Port Ellis", "for the Harbour Times", "special to the Times"
  [[nodiscard]] bool leads_to_place() const {
    constexpr std::uint32_t reach = 3;  // words
    if (!is(at_, place)) return false;
    for (std::uint32_t i = at_ + 1; i <= at_ + reach; ++i) {
      if (is_capital(i)) return true;
    }
    return false;
  }

  void start_name() { names_ = shouted_ = 0; }
  // True where the name ends inside of the word.
  bool take_word() {
    names_ += is_capital(at_) || !flag(at_, text::starts_upper);
    shouted_ += flag(at_, text::all_upper);
    surplus_ = names_ >= full_name ? run_into(word(at_)) : 0;
    at_ += surplus_ > 0;
    return surplus_ > 0;
  }
  // Bytes of "RuizStaff", "RuizPublished" behind the name.
  [[nodiscard]] std::uint32_t run_into(std::string_view text) const {
    for (std::size_t i = 2; i + 1 < text.size(); ++i) {
      if (text[i] < 'A' || text[i] > 'Z' || text[i - 1] < 'a') continue;
      const auto kind =
          rules::kind_of(words_.rules_, rules::word_of(words_.rules_, text.substr(i)));
      if ((words_.masks_[kind] & (role | nobody | stamp)) != 0)
        return static_cast<std::uint32_t>(text.size() - i);
    }
    return 0;
  }

  // "Thu Mar 4", "March 4", "Thursday, March 4"
  [[nodiscard]] bool begins_date() const {
    if (!is(at_, calendar) || !is_capital(at_)) return false;
    std::uint32_t next = at_ + 1;
    while (word(next) == "." || word(next) == ",") ++next;
    return flag(next, text::is_number) || (is(next, calendar) && next > at_);
  }

  // Behind a given name and another: a role, a word that no name holds, an address, another case.
  bool ends_full_name() {
    if (is(at_, role)) return drop_common();
    if (!is_capital(at_)) {
      if (is(at_, particle)) return false;
      if (!flag(first_, text::starts_upper)) return false;  // no letters with capitals
      alone_ = holds_address();
      return true;
    }
    const bool gap = reading_.tokens.begin[at_] >= reading_.tokens.end[at_ - 1] + 2;
    const bool other_case = shouted_ >= names_ && !flag(at_, text::all_upper) && is_lower_behind();
    return gap || other_case;  // and so is alone
  }
  // "Harbour", not "McLEE".
  [[nodiscard]] bool is_lower_behind() const {
    const std::string_view text = word(at_);
    for (std::size_t i = 1; i < text.size(); ++i) {
      if (text[i] >= 'A' && text[i] <= 'Z') return false;
    }
    return true;
  }
  [[nodiscard]] bool holds_address() const {
    constexpr std::uint32_t longest = 6;  // tokens
    for (std::uint32_t i = at_; i < last_ && i < at_ + longest; ++i) {
      if (word(i) == "@") return true;
    }
    return false;
  }

  // Behind a comma goes on a list of names; roles, papers and towns do not.
  bool ends_at_comma() {
    if (is_name_of_list(at_ + 1)) return start_name(), false;
    alone_ = is_capital(at_ + 1) || word(at_ + 1) == "@" || flag(at_ + 1, text::is_number) ||
             is(at_ + 1, role) || is(at_ + 1, place);
    return true;
  }
  [[nodiscard]] bool is_name_of_list(std::uint32_t i) const {
    i += joins(i);  // ", and"
    const std::uint32_t first = i;
    while (is_capital(i) || is(i, particle) || word(i) == "." || word(i) == "-" || word(i) == "'") {
      if (is(i, role) || is(i, nobody)) return false;
      ++i;
    }
    return i >= first + full_name && (is(first, given) || is(first + 1, given) || joins(i));
  }

  const BylineWords& words_;
  const rules::Reading& reading_;
  std::uint32_t first_, last_, at_ = 0;
  std::uint32_t names_ = 0, shouted_ = 0;  // words of the name so far
  std::uint32_t surplus_ = 0;
  bool labelled_ = false;
  bool alone_ = true;
};

BylineName BylineWords::name(const rules::Reading& reading, text::TokenRange range) const {
  return Cutter(*this, reading, range).run();
}

}  // namespace dateline::segment
