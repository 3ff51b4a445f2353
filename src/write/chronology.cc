// The finished chronology: one indented object, or the same as records. Pieces of its lists are
// written each for itself.
#include <algorithm>
#include <cmath>
#include <iterator>

#include "dateline/pipeline.h"
#include "write/fields.h"
#include "write/write.h"

namespace dateline::write {
namespace {

// The first and last day that any entry touches.
Date range_of(const Chronology& chronology) {
  Date range;
  const auto widen = [&range](Day day) {
    if (day == no_day) return;
    if (range.first == no_day || day < range.first) range.first = day;
    if (range.last == no_day || day > range.last) range.last = day;
  };
  for (const Event& event : chronology.events) {
    widen(event.date.date.first);
    widen(event.date.date.last);
  }
  return range;
}

// A weight says no more than that.
double thousandths(double weight) { return std::round(weight * 1000) / 1000; }

void day_fields(const ChronologyDay& day, const Chronology& chronology, JsonWriter& json) {
  json.day("date", day.date);
  json.real("salience", thousandths(day.salience));
  json.number("documents", day.documents);
  json.open_array("events");
  for (const std::uint32_t event : day.events)
    json.item(std::string_view(chronology.events[event].id));
  json.close_array();
}

// What each list of the chronology is called, and how many items a piece holds.
constexpr std::string_view list_names[] = {"sources", "days", "events"};
constexpr std::string_view record_names[] = {"source", "day", "event"};
constexpr std::size_t items_a_piece[] = {512, 512, 128};
constexpr std::size_t lists = std::size(list_names);

}  // namespace

Pieces::Pieces(const Chronology& chronology, std::string_view rules_digest, Format format)
    : chronology_(chronology), digest_(rules_digest), format_(format) {
  const std::size_t sizes[lists] = {chronology.sources.size(), chronology.days.size(),
                                    chronology.events.size()};
  for (std::size_t list = 0; list < lists; ++list) {
    for (std::size_t first = 0; first == 0 || first < sizes[list]; first += items_a_piece[list]) {
      const std::size_t last = std::min(sizes[list], first + items_a_piece[list]);
      pieces_.push_back({list, first, last, last == sizes[list]});
    }
  }
}

std::string Pieces::piece(std::size_t number) const {
  std::string out;
  if (number == 0) head(out);
  if (format_ == Format::json)
    part_of_object(pieces_[number], out);
  else
    records(pieces_[number], out);
  if (number + 1 == pieces_.size() && format_ == Format::json) out += "\n}\n";
  return out;
}

void Pieces::head(std::string& out) const {
  if (format_ != Format::json) return header(to_string(Stage::merge), digest_, out);
  JsonWriter json(out, JsonStyle::indented);
  json.open_object();
  json.number("schema", schema);
  program_fields(digest_, json);
  const Date range = range_of(chronology_);
  json.open_object("range");
  json.day("start", range.first);
  json.day("end", range.last);
  json.close_object();
}

void Pieces::fields(const Piece& piece, std::size_t item, JsonWriter& json) const {
  if (piece.list == 0) source_fields(chronology_.sources[item], json);
  if (piece.list == 1) day_fields(chronology_.days[item], chronology_, json);
  if (piece.list == 2) event_fields(chronology_.events[item], json);
}

void Pieces::part_of_object(const Piece& piece, std::string& out) const {
  const bool opens = piece.first == 0;
  JsonWriter json(out, JsonStyle::indented, opens ? 1 : 2, false);
  if (opens) json.open_array(list_names[piece.list]);
  for (std::size_t i = piece.first; i < piece.last; ++i) {
    json.open_object();
    fields(piece, i, json);
    json.close_object();
  }
  if (piece.ends_list) json.close_array();
}

void Pieces::records(const Piece& piece, std::string& out) const {
  JsonWriter json(out);
  for (std::size_t i = piece.first; i < piece.last; ++i) {
    json.open_object();
    json.text("record", record_names[piece.list]);
    fields(piece, i, json);
    json.close_line();
  }
}

}  // namespace dateline::write
