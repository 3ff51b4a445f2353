// Records of every stage and the finished chronology, as bytes. Same values, same bytes.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dateline/article.h"
#include "dateline/document.h"
#include "dateline/event.h"
#include "dateline/pipeline.h"
#include "dateline/problem.h"
#include "dateline/rules.h"

namespace dateline::write {

inline constexpr int schema = 1;  // raised when a field is renamed or dropped

// ---- NDJSON: each function appends one line with its newline to `out`.
void header(std::string_view stage, std::string_view rules_digest, std::string& out);
void document(const Document& document, std::string& out);
void layout(const Document& document, const Layout& layout, const Rules& rules, std::string& out);
void annotations(const Document& document, const Layout& layout, std::uint32_t article,
                 const Annotations& annotations, const Rules& rules, std::string& out);
void extraction(const Extraction& extraction,
                std::string& out);  // a source record, its events, its reports

// ---- Reading records back (--from).

// How the line starts that begins the records of one document (of one article, for Stage::extract).
[[nodiscard]] std::string_view opening(Stage stage);

// What the records of one document say, as far as they go.
struct Stored {
  Document document;
  std::optional<Layout> layout;
  std::vector<Annotations> annotations;
  bool annotated = false;
};

struct RecordSinks {
  std::function<void(Stored&&)> stored;         // for read, segment, annotate
  std::function<void(Extraction&&)> extracted;  // for extract
};

// Immutable; shared by all threads. A record that is broken, or whose spans do not fit its text,
// costs its document.
class RecordReader {
 public:
  RecordReader(Stage stage, const Rules& rules);
  // `lines` are whole groups of `file`, from its line `first_line` on.
  void read(std::string_view lines, const std::string& file, std::uint32_t first_line,
            const RecordSinks& sinks, Problems& problems) const;

 private:
  Stage stage_;
  std::string digest_;
  std::unordered_map<std::string, RuleId> rules_;  // by name
};

// ---- The chronology.

class JsonWriter;

// As JSON or NDJSON, in pieces that may be made on several threads; one after the other they are
// the output.
class Pieces {
 public:
  Pieces(const Chronology& chronology, std::string_view rules_digest, Format format);
  [[nodiscard]] std::size_t size() const { return pieces_.size(); }
  [[nodiscard]] std::string piece(std::size_t number) const;

 private:
  // Some items of one of the chronology's lists.
  struct Piece {
    std::size_t list, first, last;
    bool ends_list;
  };
  void head(std::string& out) const;
  void part_of_object(const Piece& piece, std::string& out) const;
  void records(const Piece& piece, std::string& out) const;
  void fields(const Piece& piece, std::size_t item, JsonWriter& json) const;

  const Chronology& chronology_;
  std::string_view digest_;
  Format format_;
  std::vector<Piece> pieces_;
};

[[nodiscard]] std::string markdown(const Chronology& chronology);

}  // namespace dateline::write
