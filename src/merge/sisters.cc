// Sentences and quotations of eight words and more are hashed; those of undated articles are looked up among the dated.
#include "merge/sisters.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "merge/flat_map.h"
#include "merge/hash.h"
#include "text/text.h"

namespace dateline::merge {
namespace {

constexpr std::uint32_t least_words = 8;
constexpr std::size_t most_articles = 12;   // a sentence in more articles than this is a formula
constexpr Day day_slack = 1;

class Fingerprints {
 public:
  // The hash of the words of `text`; 0 if there are too few of them.
  std::uint64_t of(std::string_view text) {
    text::tokenize(text, tokens_);
    std::uint64_t state = 0;
    std::uint32_t words = 0;
    for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
      if (!tokens_.has(i, text::is_word | text::is_number)) continue;
      state = mix(state, tokens_.hash[i]);
      ++words;
    }
    return words < least_words ? 0 : state;
  }

  void add(std::string_view sentence, std::vector<std::uint64_t>& out) {
    if (const std::uint64_t hash = of(sentence); hash != 0) out.push_back(hash);
    // Straight and curly double quotation marks alternate; what lies between two is a quotation.
    std::size_t open = std::string_view::npos;
    for (std::size_t at = 0; at < sentence.size(); ++at) {
      const bool curly = sentence.substr(at, 2) == "\xE2\x80" && at + 2 < sentence.size() &&
                         (sentence[at + 2] == '\x9C' || sentence[at + 2] == '\x9D');
      if (sentence[at] != '"' && !curly) continue;
      const std::size_t size = curly ? 3 : 1;
      if (open != std::string_view::npos) {
        if (const std::uint64_t hash = of(sentence.substr(open, at - open)); hash != 0) out.push_back(hash);
        open = std::string_view::npos;
      } else {
        open = at + size;
      }
      at += size - 1;
    }
  }

  void of_article(const Articles& articles, std::uint32_t article, std::vector<std::uint64_t>& out) {
    out.clear();
    for (std::uint32_t i = 0; i < articles.all[article].events.size(); ++i) {
      for (const Evidence& evidence : articles.event(article, i).evidence) add(evidence.sentence, out);
    }
    for (std::uint32_t i = 0; i < articles.all[article].reports.size(); ++i) {
      add(articles.report(article, i).sentence, out);
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
  }

 private:
  text::Tokens tokens_;
};

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
Date anchored(const EventDate& date, const Date& published) {
  const bool is_bound = date.date.precision == Precision::before || date.date.precision == Precision::after;
  if (is_bound && date.basis == "published") {
    if (date.date.precision == Precision::before) return {no_day, std::min(date.date.last, published.last), Precision::before};
    return {published.first, published.last, Precision::day};
  }
  if (date.date.known()) return date.date;
  if (const int weekday = weekday_of(date.value); weekday != 0) {
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
  Fingerprints fingerprints;
  FlatMap slots;
  std::vector<std::vector<std::uint32_t>> sisters;   // of a hash: dated articles that hold it
  std::vector<std::uint64_t> hashes;
  for (const std::uint32_t article : undated) {
    fingerprints.of_article(articles, article, hashes);
    for (const std::uint64_t hash : hashes) {
      if (slots.insert(hash, static_cast<std::uint32_t>(sisters.size())) == sisters.size()) sisters.emplace_back();
    }
  }
  for (std::uint32_t i = 0; i < articles.all.size(); ++i) {
    if (articles.published(i) == no_day) continue;
    fingerprints.of_article(articles, i, hashes);
    for (const std::uint64_t hash : hashes) {
      const std::uint32_t slot = slots.find(hash);
      if (slot != FlatMap::none && sisters[slot].size() <= most_articles) sisters[slot].push_back(i);
    }
  }
  std::vector<Found> found;
  for (const std::uint32_t article : undated) {
    fingerprints.of_article(articles, article, hashes);
    std::vector<std::uint32_t> all;
    for (const std::uint64_t hash : hashes) {
      const auto& dated = sisters[slots.find(hash)];
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
