// The sentences and quotations of undated articles are looked up among those of the dated.
#include "merge/sisters.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "merge/base/flat_map.h"
#include "merge/records/record.h"

namespace dateline::merge {
namespace {

constexpr std::size_t most_articles = 12;  // a sentence in more articles than this is a formula
constexpr Day day_slack = 1;

struct Found {
  std::uint32_t article;
  Date date;
  std::string_view sister;
};

// The day that all sisters agree on within the slack; unknown where they do not.
Date agreed(const Articles& articles, const std::vector<std::uint32_t>& sisters) {
  Day first = no_day, last = no_day;
  for (const std::uint32_t sister : sisters) {
    const Day day = articles.published(sister);
    first = first == no_day ? day : std::min(first, day);
    last = last == no_day ? day : std::max(last, day);
  }
  if (first == no_day || last - first > 2 * day_slack) return {};
  return {first - day_slack, last + day_slack, Precision::week};
}

bool is_within(const Date& date, const Date& bounds) {
  return (bounds.last == no_day || date.first <= bounds.last) &&
         (bounds.first == no_day || date.last >= bounds.first);
}

using DateOfWords = std::function<Date(std::string_view, Day)>;

// What the words may mean if the article is of any day from the first to the last of `published`.
Date meaning(std::string_view words, const Date& published, const DateOfWords& date_of_words) {
  if (!date_of_words || words.empty()) return {};
  const Date early = date_of_words(words, published.first),
             late = date_of_words(words, published.last);
  if (!early.known() || !late.known()) return {};
  Date both = early;
  if (late.first != no_day && both.first != no_day) both.first = std::min(both.first, late.first);
  if (late.last != no_day && both.last != no_day) both.last = std::max(both.last, late.last);
  return both;
}

// An event of the day was given the bounds of the publication date; a past one was left open, with
// the words that date it. The words alone tell no tense: what is still to come stays open, and so
// does what only lies before or after them ("since Sunday", "fled on Sunday after ...").
Date anchored(const EventView& event, const Date& published, const DateOfWords& date_of_words) {
  const Date& date = event.date;
  const bool is_bound = date.precision == Precision::before || date.precision == Precision::after;
  if (is_bound && event.date_basis == "published") {
    if (date.precision == Precision::before)
      return {no_day, std::min(date.last, published.last), Precision::before};
    return {published.first, published.last, Precision::week};
  }
  if (date.known()) return date;
  if (standing_of(event.modality) == Standing::plan) return {};
  if (event.date_basis == "bound") return {no_day, published.last, Precision::before};
  const Date meant = meaning(event.date_text, published, date_of_words);
  return meant.known() ? meant : Date{no_day, published.last, Precision::before};
}

void date_again(const Article& article, const DateOfWords& date_of_words) {
  EventView event;
  for (Record& record : article.records) {
    Unpacker(record.block).event(record.at, event);
    set_dates(anchored(event, article.published, date_of_words), record);
    record.is_anchored = true;
  }
}

}  // namespace

void date_by_sisters(Articles& articles, const DateOfWords& date_of_words) {
  std::vector<std::uint32_t> undated;
  for (std::uint32_t i = 0; i < articles.all.size(); ++i) {
    if (articles.published(i) == no_day) undated.push_back(i);
  }
  if (undated.empty() || undated.size() == articles.all.size()) return;
  FlatMap slots;
  std::vector<std::vector<std::uint32_t>> sisters;  // of a passage: dated articles that hold it
  for (const std::uint32_t article : undated) {
    for (const std::uint64_t passage : articles.all[article].passages) {
      if (slots.insert(passage, static_cast<std::uint32_t>(sisters.size())) == sisters.size())
        sisters.emplace_back();
    }
  }
  for (std::uint32_t i = 0; i < articles.all.size(); ++i) {
    if (articles.published(i) == no_day) continue;
    for (const std::uint64_t passage : articles.all[i].passages) {
      const std::uint32_t slot = slots.find(passage);
      if (slot != FlatMap::none && sisters[slot].size() <= most_articles)
        sisters[slot].push_back(i);
    }
  }
  std::vector<Found> found;
  for (const std::uint32_t article : undated) {
    std::vector<std::uint32_t> all;
    for (const std::uint64_t passage : articles.all[article].passages) {
      const auto& dated = sisters[slots.find(passage)];
      if (dated.size() <= most_articles) all.insert(all.end(), dated.begin(), dated.end());
    }
    std::sort(all.begin(), all.end());
    Date date = agreed(articles, all);
    const Date& bounds = articles.all[article].published;
    if (!date.known() || !is_within(date, bounds)) continue;
    if (bounds.first != no_day) date.first = std::max(date.first, bounds.first);
    if (bounds.last != no_day) date.last = std::min(date.last, bounds.last);
    found.push_back({article, date, articles.all[all.front()].document});
  }
  for (const Found& one : found) {  // only now: a date that was just found dates no other article
    Article& article = articles.all[one.article];
    article.published = one.date;
    article.sister = one.sister;
    article.dated_by_sister = true;
    date_again(article, date_of_words);
  }
}

}  // namespace dateline::merge
