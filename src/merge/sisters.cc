// The sentences and quotations of undated articles are looked up among those of the dated.
#include "merge/sisters.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "merge/flat_map.h"

namespace dateline::merge {
namespace {

constexpr std::size_t most_articles = 12;   // a sentence in more articles than this is a formula
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
  return {first - day_slack, last + day_slack, Precision::day};
}

bool is_within(const Date& date, const Date& bounds) {
  return (bounds.last == no_day || date.first <= bounds.last) && (bounds.first == no_day || date.last >= bounds.first);
}

// The day of week from a TIMEX3 value "XXXX-WXX-4" (Monday 1 ... Sunday 7); 0 for other values.
int weekday_of(std::string_view value) {
  constexpr std::string_view shape = "XXXX-WXX-";
  if (value.size() != shape.size() + 1 || value.substr(0, shape.size()) != shape) return 0;
  const char digit = value.back();
  return digit >= '1' && digit <= '7' ? digit - '0' : 0;
}

// The latest such weekday up to `day`. 1970-01-01 was a Thursday.
Day latest_weekday(int weekday, Day day) {
  const Day now = ((day + 3) % 7 + 7) % 7 + 1;
  return day - (now - weekday + 7) % 7;
}

}  // namespace

// An event of the day was given the bounds of the publication date; a past one was left open, with the value of the
// words that date it.
Date anchored(const EventView& event, const Date& published) {
  const Date& date = event.date;
  const bool is_bound = date.precision == Precision::before || date.precision == Precision::after;
  if (is_bound && event.date_basis == "published") {
    if (date.precision == Precision::before) return {no_day, std::min(date.last, published.last), Precision::before};
    return {published.first, published.last, Precision::day};
  }
  if (date.known()) return date;
  if (const int weekday = weekday_of(event.date_value); weekday != 0) {
    return {latest_weekday(weekday, published.first), latest_weekday(weekday, published.last), Precision::day};
  }
  return {no_day, published.last, Precision::before};
}

std::vector<std::uint32_t> date_by_sisters(Articles& articles) {
  std::vector<std::uint32_t> undated;
  for (std::uint32_t i = 0; i < articles.all.size(); ++i) {
    if (articles.published(i) == no_day) undated.push_back(i);
  }
  if (undated.empty() || undated.size() == articles.all.size()) return {};
  FlatMap slots;
  std::vector<std::vector<std::uint32_t>> sisters;   // of a passage: dated articles that hold it
  for (const std::uint32_t article : undated) {
    for (const std::uint64_t passage : articles.all[article].passages) {
      if (slots.insert(passage, static_cast<std::uint32_t>(sisters.size())) == sisters.size()) sisters.emplace_back();
    }
  }
  for (std::uint32_t i = 0; i < articles.all.size(); ++i) {
    if (articles.published(i) == no_day) continue;
    for (const std::uint64_t passage : articles.all[i].passages) {
      const std::uint32_t slot = slots.find(passage);
      if (slot != FlatMap::none && sisters[slot].size() <= most_articles) sisters[slot].push_back(i);
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
  std::vector<std::uint32_t> dated;   // only now: a date that was just found dates no other article
  for (const Found& one : found) {
    Article& article = articles.all[one.article];
    article.published = one.date;
    article.sister = one.sister;
    article.dated_by_sister = true;
    dated.push_back(one.article);
  }
  return dated;
}

}  // namespace dateline::merge
