// Reader: one piece into Documents. What a file holds decides which of the other files of this room
// reads it.
#include "read/read.h"

#include "read/decode.h"
#include "read/html.h"
#include "read/json.h"
#include "read/load.h"
#include "read/problems.h"
#include "read/recognise.h"

namespace dateline::read {
namespace {

constexpr std::size_t largest_text = 0xFFFFFFF0;  // spans have 32 bits

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos;
}

}  // namespace

struct Reader::Impl {
  explicit Impl(const Options& options) : json(options) {}

  JsonReader json;
  Document document;  // its buffers serve again
  std::string bytes;

  bool load_piece(Piece& piece, Problems& problems);
  void read_text(const std::string& path, const Sink& sink, Problems& problems);
  void read_page(const std::string& path, const Sink& sink, Problems& problems);
  void read_bytes(const std::string& path, const Sink& sink, Problems& problems);
};

bool Reader::Impl::load_piece(Piece& piece, Problems& problems) {
  if (piece.loaded) {
    std::swap(bytes, piece.bytes);
  } else if (const int error = load(piece.path, bytes)) {
    add_warning("read.unreadable", piece.path, "cannot be read: " + reason(error), "", problems);
    return false;
  }
  return true;
}

void Reader::Impl::read_text(const std::string& path, const Sink& sink, Problems& problems) {
  document.encoding = decode(bytes, path, problems);
  if (is_blank(bytes)) return add_warning("read.empty", path, "holds no text", "", problems);
  document.name = name_of(path);
  std::swap(document.text, bytes);
  sink(std::move(document));
}

void Reader::Impl::read_page(const std::string& path, const Sink& sink, Problems& problems) {
  Document page;
  read_html(bytes, path, page, problems);
  if (is_blank(page.text)) return add_warning("read.empty", path, "holds no text", "", problems);
  page.name = name_of(path);
  sink(std::move(page));
}

void Reader::Impl::read_bytes(const std::string& path, const Sink& sink, Problems& problems) {
  if (bytes.empty()) return add_warning("read.empty", path, "is empty", "", problems);
  if (bytes.size() > largest_text)
    return add_warning("read.too-large", path, "is larger than 4 GB", "split it", problems);
  switch (recognise(bytes, path)) {
    case InputKind::binary:
      return add_warning("read.binary", path, "is not text and was passed over",
                         way_out(bytes, path), problems);
    case InputKind::unread:
      return add_warning("read.kind", path, "is of a kind that is not read, and was passed over",
                         way_out(bytes, path), problems);
    case InputKind::json_lines:
      json.read_lines(bytes, path, 1, sink, problems);
      return;
    case InputKind::json:
      json.read_value(bytes, path, sink, problems);
      return;
    case InputKind::html:
      return read_page(path, sink, problems);
    case InputKind::text:
      return read_text(path, sink, problems);
  }
}

Reader::Reader(Options options) : impl_(std::make_unique<Impl>(options)) {}
Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;

void Reader::read(Piece& piece, const Sink& sink, Problems& problems) {
  problems.insert(problems.end(), piece.problems.begin(), piece.problems.end());
  if (!piece.problems.empty() && piece.bytes.empty()) return;
  if (!impl_->load_piece(piece, problems)) return;
  if (piece.kind == Piece::Kind::lines)
    impl_->json.read_lines(impl_->bytes, piece.path, piece.first_line, sink, problems);
  else
    impl_->read_bytes(piece.path, sink, problems);
}

void read_file(const std::string& path, const Options& options, const Sink& sink,
               Problems& problems) {
  Pieces pieces({path});
  Reader reader(options);
  bool more = true;
  const Sink watch = [&](Document&& document) { return more = sink(std::move(document)); };
  while (auto piece = more ? pieces.next() : std::nullopt) reader.read(*piece, watch, problems);
}

}  // namespace dateline::read
