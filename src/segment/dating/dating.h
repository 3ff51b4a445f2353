// When an article was published, and how we know: metadata, published line, dateline, address, file
// name, the dates beside it and below its pictures, tested against the weekdays it names. Never the
// clock; "unknown" with bounds is a good answer.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "dateline/article.h"
#include "dateline/document.h"
#include "segment/articles/structure.h"
#include "segment/dating/entries.h"
#include "segment/dating/header_date.h"
#include "segment/segment.h"

namespace dateline::segment {

inline constexpr std::int32_t oldest_page =
    1991;  // the web is no older: an older date beside an article is a machine's zero

// ISO weekday of a day: 1970-01-01 was a Thursday.
[[nodiscard]] constexpr int weekday_of(Day day) { return (((day + 3) % 7) + 7) % 7 + 1; }

class Dating {
 public:
  Dating(const StampReader& reader, const Document& document, const rules::Reading& reading,
         const Page& page, const Structure& structure, const Corpus& corpus,
         const Options& options);

  [[nodiscard]] Published published(std::uint32_t article);
  // The date that a line states, such as the timestamp of a related headline.
  [[nodiscard]] Date date_of_line(std::size_t line) const;
  // The date of an article's dateline.
  [[nodiscard]] Date dateline_date(std::uint32_t article) const;
  // The entries of an article that was published then.
  [[nodiscard]] std::vector<Entry> entries(std::uint32_t article, const Published& published) const;

 private:
  struct Weekdays {
    int count[8] = {};  // by ISO number
    int lead = 0;       // the first that the text names
    Span lead_span;
    bool any = false;
  };
  struct YearSpan {
    std::int32_t year = 0;
    Span span;
  };

  [[nodiscard]] PageDates page_dates() const {
    return {reader_, reading_, page_, structure_, stamps_, by_owner_, month_first_};
  }
  void collect();
  void decide_order();
  bool order_from_slashes();
  bool order_from_neighbours(const std::vector<const Stamp*>& open);
  void settle_days();
  void gather_bounds();
  [[nodiscard]] Weekdays weekdays(std::uint32_t article) const;
  [[nodiscard]] Published first_published(std::uint32_t article);
  bool from_metadata(std::uint32_t article, Published& out) const;
  void take_local_day(std::uint32_t article, Published& out) const;
  bool from_header(const HeaderDate& found, const Weekdays& named, Published& out) const;
  void read_by_weekday(const Weekdays& named, const Stamp& stamp, Published& out) const;
  enum class DatelineKind : std::uint8_t { firm, doubtful };
  [[nodiscard]] std::size_t dateline_line(std::uint32_t article) const;
  [[nodiscard]] Stamp dateline_stamp(std::size_t line) const;
  bool from_dateline(std::uint32_t article, const Weekdays& named, DatelineKind kind,
                     Published& out) const;
  [[nodiscard]] bool is_of_news(std::uint32_t article, std::size_t line,
                                const Weekdays& named) const;
  bool from_path(Published& out) const;
  bool from_lead(std::uint32_t article, Published& out) const;
  [[nodiscard]] int weekday_before(std::uint32_t token, std::uint32_t first) const;
  bool from_open_date(std::uint32_t article, const Weekdays& named, Published& out);
  bool from_open_date_and_option(std::uint32_t article, Published& out) const;
  // The date without a year that stands in the article's dateline or above its text.
  [[nodiscard]] std::pair<Stamp, PublishedBasis> open_date(std::uint32_t article) const;
  [[nodiscard]] const std::vector<YearSpan>& years();
  bool is_chronology(std::uint32_t article, const HeaderDate& header, Published& out) const;
  bool from_sidebar(const Weekdays& named, Published& out) const;
  bool from_captions(std::uint32_t article, const Weekdays& named, Published& out) const;
  void from_sisters(std::uint32_t article, const Weekdays& named, Published& out) const;
  void set(const Stamp& stamp, PublishedBasis basis, Confidence confidence, Published& out) const;

  const StampReader& reader_;
  const Document& document_;
  const rules::Reading& reading_;
  const Page& page_;
  const Structure& structure_;
  const Corpus& corpus_;
  const Options& options_;
  std::vector<Stamp> stated_;      // by metadata
  std::vector<LineStamp> stamps_;  // of lines that are not running text, in order
  DatesByOwner by_owner_;
  const LineStamp* newest_beside_ = nullptr;  // in the lists beside the articles, if any
  std::vector<const LineStamp*> captions_;    // by day, the first of each
  std::optional<std::vector<YearSpan>> years_;
  bool month_first_ = true;
  bool order_known_ = false;  // by the page itself
  bool order_usual_ = false;  // by other inputs
};

}  // namespace dateline::segment
