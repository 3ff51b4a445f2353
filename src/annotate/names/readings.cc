// How a mention is meant: a country or capital as its government, a name as a credit for a picture
// or a text.
#include <algorithm>

#include "annotate/names/namer.h"

namespace dateline::annotate {

namespace {

constexpr std::uint32_t longest_credit = 14;  // units

}  // namespace

// ---- Governments

// The country or the capital does something, or something is done to its government.
bool Namer::acts(const Draft& draft) const {
  if (draft.locative) return false;
  const Unit* next = after(draft.last);
  const Unit* second = after(draft.last, 1);
  if (next != nullptr && !next->has(capital) && next->is(government_verb)) return true;
  if (next != nullptr && next->has(possessive) && second != nullptr &&
      second->is(group_noun | role))
    return true;
  const Unit* prior = before(draft.first);
  if (prior != nullptr && prior->is(article_word)) prior = before(draft.first, 2);
  if (prior == nullptr || prior->has(capital)) return false;
  if (prior->is(government_object)) return true;
  // "talks with Verra": the phrase begins two units back.
  const auto at = static_cast<std::uint32_t>(prior - units_.data());
  return at > 0 && (units_.phrase(at - 1).bits & government_object) != 0 &&
         units_.phrase(at - 1).last == at + 1;
}

void Namer::read_governments() {
  for (Draft& draft : drafts_) {
    if (draft.type != MentionType::place) continue;
    bool seat = draft.source == Source::country;
    if (!seat) {
      for (const Hit& hit : lookup_.at(draft.first)) {
        seat = seat || (hit.last == draft.last && hit.source == Source::place &&
                        tables_.text(Source::place, hit.row, "feature") == "PPLC");
      }
    }
    draft.reading = seat && acts(draft) ? Reading::actor : Reading::place;
  }
  // "Norway, Denmark and Sweden urged": all three.
  bool listed = false;
  for (std::size_t i = drafts_.size(); i-- > 1;) {
    const bool acting =
        drafts_[i].type == MentionType::place && drafts_[i].reading == Reading::actor;
    listed = acting && is_listed(drafts_[i - 1], drafts_[i], listed);
    if (listed) drafts_[i - 1].reading = Reading::actor;
  }
}

// A country, and nothing but "and" (or a comma, where the list has its "and" already) between it
// and the next.
bool Namer::is_listed(const Draft& country, const Draft& next, bool has_and) const {
  constexpr std::uint32_t longest_joint = 3;
  if (country.type != MentionType::place || country.source != Source::country || country.locative)
    return false;
  if (next.first == country.last || next.first - country.last > longest_joint) return false;
  for (std::uint32_t i = country.last; i < next.first; ++i) {
    if (units_[i].has(line_start) ||
        (units_[i].mark != ',' && !units_[i].is(connective_and | article_word)))
      return false;
    has_and = has_and || units_[i].is(connective_and);
  }
  return has_and;
}

// ---- Credits

// "(Photo by Ana Ruiz / Verra Press)", "(Verra Press Photo)", "( Ana Ruiz - Verra Press )",
// "(Reporting by Ana Ruiz)".
void Namer::read_credit_line(std::uint32_t first, std::uint32_t last) {
  bool word = false, parted = false;
  for (std::uint32_t i = first; i < last; ++i) {
    word = word || units_[i].is(credit_word);
    parted = parted || units_[i].mark == '/' || units_[i].mark == '-';
  }
  const auto begin =
      std::lower_bound(drafts_.begin(), drafts_.end(), first,
                       [](const Draft& d, std::uint32_t at) { return d.first < at; });
  bool media = false, only_media = true;
  for (auto draft = begin; draft != drafts_.end() && draft->last <= last; ++draft) {
    const bool listed =
        draft->source == Source::actor && tables_.actor_type(draft->row) == ActorType::media;
    media = media || listed;
    only_media = only_media && listed;
  }
  const bool short_enough = last - first <= longest_credit;
  if (!short_enough || !((word && media) || (word && units_[first].is(credit_word)) ||
                         (media && (parted || only_media))))
    return;
  for (auto draft = begin; draft != drafts_.end() && draft->last <= last; ++draft) {
    if (draft->type != MentionType::person && draft->type != MentionType::organization) continue;
    draft->reading = Reading::credit;
    draft->rule = ids_.credit;
  }
}

// "OSLO, March 4 (VP/AW) - ": a bracket near the line's start, and a dash after it.
bool Namer::ends_dateline(std::uint32_t open, std::uint32_t close) const {
  constexpr std::uint32_t longest_dateline = 12;  // units
  const Unit* dash = after(close, 1);
  if (dash == nullptr || dash->mark != '-' || units_[open].has(line_start)) return false;
  std::uint32_t start = open;
  while (start > 0 && open - start < longest_dateline && !units_[start].has(line_start)) --start;
  for (std::uint32_t i = start; i < open; ++i) {
    if (units_[i].has(word_unit) && !units_[i].has(capital)) return false;  // a sentence has begun
  }
  return units_[start].has(line_start) && units_[start].has(capital);
}

void Namer::credit_agencies(std::uint32_t first, std::uint32_t last) {
  auto draft = std::lower_bound(drafts_.begin(), drafts_.end(), first,
                                [](const Draft& d, std::uint32_t at) { return d.first < at; });
  for (; draft != drafts_.end() && draft->last <= last; ++draft) {
    if (draft->type != MentionType::organization) continue;
    draft->reading = Reading::credit;
    draft->rule = ids_.dateline;
  }
}

void Namer::read_bracket(std::uint32_t open) {
  const std::uint32_t limit =
      std::min<std::uint32_t>(open + 2 + longest_credit, static_cast<std::uint32_t>(units_.size()));
  std::uint32_t end = open + 1;
  while (end < limit && units_[end].mark != ')' && !units_[end].has(line_start)) ++end;
  read_credit_line(open + 1, end);
  if (ends_dateline(open, end)) credit_agencies(open + 1, end);
}

// "Reporting by Ana Ruiz", "Additional reporting by Ana Ruiz": a sentence of its own.
void Namer::read_authors(std::uint32_t first) {
  if (!units_[first].has(sentence_start)) return;
  const UnitPhrase& phrase = units_.phrase(first);
  const bool several = (phrase.bits & credit_word) != 0;
  if (!several && !units_[first].is(credit_word)) return;
  const std::uint32_t word = several ? phrase.last - 1 : first;
  const Unit* by = after(word + 1);
  if (by == nullptr || !by->is(authorship)) return;
  const std::uint32_t limit = std::min<std::uint32_t>(first + 2 + longest_credit,
                                                      static_cast<std::uint32_t>(units_.size()));
  std::uint32_t end = word + 1;
  while (end < limit && units_[end].mark != '.' && units_[end].mark != ';' &&
         units_[end].mark != ')' && !units_[end].has(line_start))
    ++end;
  read_credit_line(word, end);
}

// "VERRA PRESS/Ana Ruiz", "Ana Ruiz/AFP/Getty Images": who stands beside an agency, with no blank
// between them.
void Namer::read_slashes() {
  const auto media = [&](const Draft& draft) {
    return draft.source == Source::actor && tables_.actor_type(draft.row) == ActorType::media;
  };
  const auto joined_to_next = [&](std::size_t i) {
    const Draft& left = drafts_[i];
    return i + 1 < drafts_.size() && drafts_[i + 1].first == left.last + 1 &&
           units_[left.last].mark == '/' && units_[left.last].has(glued_unit);
  };
  for (std::size_t i = 0, end = 0; i < drafts_.size(); i = end) {
    bool agency = false, others = false;
    for (end = i; end == i || joined_to_next(end - 1); ++end) {
      agency = agency || media(drafts_[end]);
      others = others || !(media(drafts_[end]) || drafts_[end].type == MentionType::person);
    }
    if (end == i + 1 || !agency || others) continue;  // "a CNN/VQP poll"
    for (std::size_t k = i; k < end; ++k) {
      drafts_[k].reading = Reading::credit;
      drafts_[k].rule = ids_.credit;
    }
  }
}

// "Verra Press contributed reporting"
bool Namer::contributed(const Draft& draft) const {
  const Unit* next = after(draft.last);
  const Unit* second = after(draft.last, 1);
  return draft.source == Source::actor && next != nullptr && second != nullptr &&
         next->is(credit_word) && second->is(credit_word);
}

void Namer::read_credits(const std::vector<Zone>& zones) {
  const std::vector<std::uint32_t>& capitals = units_.capitals();
  auto word = capitals.begin();
  for (const std::uint32_t bracket : units_.brackets()) {
    for (; word != capitals.end() && *word < bracket; ++word) read_authors(*word);
    read_bracket(bracket);
  }
  for (; word != capitals.end(); ++word) read_authors(*word);
  read_slashes();
  auto zone = zones.begin();
  for (Draft& draft : drafts_) {
    const std::uint32_t byte = reading_->tokens.begin[units_[draft.first].first];
    while (zone->span.end <= byte) ++zone;  // every unit lies in a zone
    if (!is_credited(zone->kind) && !contributed(draft)) continue;
    draft.reading = Reading::credit;
    draft.rule = ids_.credit;
  }
}

}  // namespace dateline::annotate
