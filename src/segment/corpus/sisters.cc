// See sisters.h. Measured on dated news (17 topics of a timeline collection): of articles with one
// quotation in common 46 % are of the same day and 73 % within a day of it, with one sentence in
// common half are weeks apart; from two texts on, the first weekday that the article names tells
// which of the days around it is meant (dating.cc).
#include "segment/corpus/sisters.h"

#include <algorithm>
#include <numeric>

#include "text/text.h"

namespace dateline::segment {

namespace {

constexpr std::size_t most_texts = 256;  // of one document
constexpr Day one_story = 2;             // days between sisters that are of one story

// The document's texts, each once, the longest documents cut to a sample that is the same for all.
void settle(std::vector<SharedText>& texts) {
  std::sort(texts.begin(), texts.end(), [](const SharedText& a, const SharedText& b) {
    return a.hash != b.hash ? a.hash < b.hash : a.span.begin < b.span.begin;
  });
  texts.erase(
      std::unique(texts.begin(), texts.end(),
                  [](const SharedText& a, const SharedText& b) { return a.hash == b.hash; }),
      texts.end());
  if (texts.size() > most_texts) texts.resize(most_texts);
}

struct Pair {
  std::uint64_t one, other;
  std::uint32_t weight;
  friend auto operator<=>(const Pair&, const Pair&) = default;
};

// Of pairs of documents, those that share enough.
std::vector<std::uint64_t> heavy(std::vector<Pair>& pairs) {
  std::sort(pairs.begin(), pairs.end());
  std::vector<std::uint64_t> documents;
  for (std::size_t i = 0, k = 0; i < pairs.size(); i = k) {
    std::uint32_t weight = 0;
    for (; k < pairs.size() && pairs[k].one == pairs[i].one && pairs[k].other == pairs[i].other;
         ++k)
      weight += pairs[k].weight;
    if (weight < sister_weight) continue;
    documents.push_back(pairs[i].one | 1);
    documents.push_back(pairs[i].other | 1);
  }
  std::sort(documents.begin(), documents.end());
  documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
  return documents;
}

bool is_firm(const Published& published) {
  return published.date.is_day() && published.confidence != Confidence::low &&
         published.basis != PublishedBasis::option;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A year and a smaller number, as a date has them: "5 Dec 2031", "2031-12-05", "20311205".
bool looks_dated(std::string_view line) {
  bool year = false, number = false;
  for (std::size_t i = 0; i < line.size();) {
    if (!is_digit(line[i])) {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    while (i < line.size() && is_digit(line[i])) ++i;
    const std::string_view digits = line.substr(begin, i - begin);
    const bool starts_as_year =
        digits.size() >= 4 && (digits.starts_with("19") || digits.starts_with("20"));
    year |= starts_as_year;
    number |= digits.size() <= 2 || (starts_as_year && digits.size() == 8);
  }
  return year && number;
}

// A cheap look for a date of the document's own: by its name, address, or a short line. It may be
// another date; then the document has none and is not asked after, but a wrong date is no danger.
bool shows_date(const Document& document) {
  constexpr std::size_t short_line = 80;
  if (!document.published.empty() || looks_dated(document.name) || looks_dated(document.url))
    return true;
  std::string_view rest = document.text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    if (end <= short_line && looks_dated(rest.substr(0, end))) return true;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return false;
}

}  // namespace

std::uint64_t TextHolders::name_hash(std::string_view name) {
  std::uint64_t hash = name.size();
  for (const char c : name) hash = text::mix_chunk(hash, static_cast<unsigned char>(c));
  return hash | 1;
}

void TextHolders::add(const Document& document, std::uint32_t input) {
  texts_.clear();
  find_shared_texts(document.text, {0, static_cast<std::uint32_t>(document.text.size())}, texts_);
  settle(texts_);
  const bool undated = !shows_date(document);
  any_undated_ |= undated;
  const std::uint64_t name = name_hash(document.name) - (undated ? 0 : 1);
  for (const SharedText& text : texts_) holders_.push_back({text.hash, name});
  if (!texts_.empty()) places_.push_back({name | 1, input});
}

std::vector<std::uint32_t> TextHolders::inputs_of(
    const std::vector<std::uint64_t>& documents) const {
  std::vector<std::uint32_t> inputs;
  for (const Place& place : places_) {
    if (std::binary_search(documents.begin(), documents.end(), place.document))
      inputs.push_back(place.input);
  }
  std::sort(inputs.begin(), inputs.end());
  return inputs;
}

void TextHolders::merge(const TextHolders& other) {
  holders_.insert(holders_.end(), other.holders_.begin(), other.holders_.end());
  places_.insert(places_.end(), other.places_.begin(), other.places_.end());
  any_undated_ |= other.any_undated_;
}

std::vector<std::uint64_t> TextHolders::akin() {
  if (!any_undated_) return {};
  std::sort(holders_.begin(), holders_.end());
  std::vector<Pair> pairs;
  for (std::size_t i = 0, k = 0; i < holders_.size(); i = k) {
    while (k < holders_.size() && holders_[k].text == holders_[i].text) ++k;
    if (k - i < 2 || k - i > most_holders) continue;
    for (std::size_t a = i; a < k; ++a) {
      for (std::size_t b = a + 1; b < k; ++b) {
        if (((holders_[a].document | holders_[b].document) & 1) == 0) continue;  // both show a date
        pairs.push_back({holders_[a].document, holders_[b].document, weight_of(holders_[i].text)});
      }
    }
  }
  return heavy(pairs);
}

void Witnesses::add(const Document& document, const Layout& layout) {
  std::vector<SharedText> texts;
  for (std::uint32_t a = 0; a < layout.articles.size(); ++a) {
    if (!is_firm(layout.articles[a].published)) continue;
    texts.clear();
    for (const std::uint32_t block : layout.articles[a].blocks) {
      if (is_core(layout.blocks[block].kind))
        find_shared_texts(document.text, layout.blocks[block].span, texts);
    }
    settle(texts);
    const auto number = static_cast<std::uint32_t>(articles_.size());
    articles_.push_back({document.name, a, layout.articles[a].published.date.first});
    for (const SharedText& text : texts) texts_.push_back({text.hash, number});
  }
}

void Witnesses::merge(const Witnesses& other) {
  const auto offset = static_cast<std::uint32_t>(articles_.size());
  articles_.insert(articles_.end(), other.articles_.begin(), other.articles_.end());
  for (const Text& text : other.texts_) texts_.push_back({text.hash, text.article + offset});
}

void Witnesses::sort() {
  std::vector<std::uint32_t> order(articles_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return articles_[a] < articles_[b]; });
  std::vector<Article> sorted;
  std::vector<std::uint32_t> place(order.size());
  for (const std::uint32_t article : order) {
    place[article] = static_cast<std::uint32_t>(sorted.size());
    sorted.push_back(std::move(articles_[article]));
  }
  articles_ = std::move(sorted);
  for (Text& text : texts_) text.article = place[text.article];
  std::sort(texts_.begin(), texts_.end());
}

std::optional<Kin> Witnesses::ask(std::string_view document,
                                  const std::vector<SharedText>& texts) const {
  struct Shared {
    std::uint32_t article, weight;
    Span text;
  };
  std::vector<Shared> shared;  // an entry a witness, in their order
  std::vector<SharedText> own = texts;
  settle(own);
  for (const SharedText& text : own) {
    const auto first = std::lower_bound(texts_.begin(), texts_.end(), Text{text.hash, 0});
    auto last = first;
    while (last != texts_.end() && last->hash == text.hash) ++last;
    if (static_cast<std::size_t>(last - first) > most_holders) continue;
    for (auto at = first; at != last; ++at) {
      if (articles_[at->article].document == document) continue;
      const auto known = std::find_if(shared.begin(), shared.end(),
                                      [&](const Shared& s) { return s.article == at->article; });
      Shared& entry =
          known != shared.end() ? *known : shared.emplace_back(Shared{at->article, 0, text.span});
      entry.weight += weight_of(text.hash);
      if (text.span.begin < entry.text.begin) entry.text = text.span;
    }
  }
  const auto best =
      std::max_element(shared.begin(), shared.end(), [](const Shared& a, const Shared& b) {
        return a.weight != b.weight ? a.weight < b.weight : a.article > b.article;
      });
  if (best == shared.end() || best->weight < sister_weight) return std::nullopt;
  Kin kin{articles_[best->article].day, articles_[best->article].day,
          articles_[best->article].document, best->text, best->weight};
  for (const Shared& one : shared) {
    if (one.weight * 2 < best->weight) continue;
    kin.first = std::min(kin.first, articles_[one.article].day);
    kin.last = std::max(kin.last, articles_[one.article].day);
  }
  return kin.last - kin.first > one_story ? std::nullopt : std::optional(kin);
}

}  // namespace dateline::segment
