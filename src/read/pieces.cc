// Pieces: cuts big files of records at line ends, and leaves everything else whole. The only place
// that reads ahead.
#include <algorithm>
#include <cstring>

#include "read/load.h"
#include "read/problems.h"
#include "read/read.h"
#include "read/recognise.h"
#include "text/text.h"

namespace dateline::read {
namespace {

constexpr std::size_t piece_bytes = std::size_t{256} << 10;
constexpr std::uint64_t big_file = std::uint64_t{1} << 20;  // smaller ones are not worth cutting

// Something that bytes can be drawn from: a file, or what was read from standard input.
class Supply {
 public:
  explicit Supply(const std::string& path) : file_(std::in_place, path) {}
  explicit Supply(std::string_view memory) : memory_(memory) {}

  [[nodiscard]] int error() const { return file_ ? file_->error() : 0; }
  std::size_t append(std::string& buffer, std::size_t wanted) {
    if (file_) return file_->ok() ? file_->append(buffer, wanted) : 0;
    const std::string_view part = memory_.substr(0, wanted);
    memory_.remove_prefix(part.size());
    buffer += part;
    return part.size();
  }

 private:
  std::optional<File> file_;
  std::string_view memory_;
};

// Where the last group of lines in `text` begins, if that is after `from`: 0 where there is none.
std::size_t last_cut(std::string_view text, std::size_t from, std::string_view opening) {
  for (std::size_t newline = text.rfind('\n');
       newline != std::string_view::npos && newline + 1 > from;
       newline = newline == 0 ? std::string_view::npos : text.rfind('\n', newline - 1)) {
    if (text.substr(newline + 1).starts_with(opening)) return newline + 1;
  }
  return 0;
}

// Draws pieces of whole groups of lines from a supply. Linear: every byte is searched once for a
// cut.
class LineCutter {
 public:
  LineCutter(Supply supply, std::string path, std::string_view opening)
      : supply_(std::move(supply)), path_(std::move(path)), opening_(opening) {}

  [[nodiscard]] bool finished() const { return finished_; }
  [[nodiscard]] int error() const { return supply_.error(); }

  Piece next() {
    Piece piece;
    piece.kind = Piece::Kind::lines;
    piece.path = path_;
    piece.loaded = true;
    piece.first_line = line_;
    piece.bytes = draw();
    piece.last = finished_;
    line_ += static_cast<std::uint32_t>(text::newlines_in(piece.bytes));
    return piece;
  }

 private:
  std::string draw() {
    std::string bytes = std::exchange(rest_, {});
    std::size_t searched = 0;
    for (std::size_t wanted = piece_bytes;; wanted = std::max(piece_bytes, bytes.size())) {
      bytes.reserve(bytes.size() + wanted + padding);
      if (supply_.append(bytes, wanted) < wanted) {
        finished_ = true;
        return bytes;
      }
      if (const std::size_t cut = last_cut(bytes, searched, opening_)) {
        rest_ = bytes.substr(cut);
        bytes.resize(cut);
        return bytes;
      }
      // A line start near the end may not have shown all of its opening yet.
      searched = bytes.size() - std::min(bytes.size(), opening_.size());
    }
  }

  static constexpr std::size_t padding = 64;  // what the JSON parser may read past the end
  Supply supply_;
  std::string path_;
  std::string_view opening_;
  std::string rest_;
  std::uint32_t line_ = 1;
  bool finished_ = false;
};

Piece whole(const std::string& path) {
  Piece piece;
  piece.path = path;
  return piece;
}

}  // namespace

struct Pieces::Impl {
  std::vector<std::string> inputs;
  std::string opening;
  Passes passes = Passes::one;
  std::uint32_t at = 0;
  std::vector<bool> small;  // inputs that are known not to be cut
  std::optional<LineCutter> cutter;
  std::optional<std::string> typed;  // what came from standard input, once read

  [[nodiscard]] Piece begin_input(const std::string& path);
  [[nodiscard]] Piece begin_records(const std::string& path);
  [[nodiscard]] Piece begin_standard_input();
  [[nodiscard]] Piece cut();
};

Piece Pieces::Impl::cut() {
  Piece piece = cutter->next();
  if (const int error = cutter->error())
    add_warning("read.unreadable", piece.path, "cannot be read: " + reason(error), "",
                piece.problems);
  if (cutter->finished()) cutter.reset();
  return piece;
}

Piece Pieces::Impl::begin_records(const std::string& path) {
  cutter.emplace(Supply(path), path, opening);
  return cut();
}

Piece Pieces::Impl::begin_standard_input() {
  if (!typed) {
    typed.emplace();
    if (const int error = load("-", *typed)) {
      Piece piece = whole("-");
      add_warning("read.unreadable", "-", "cannot be read: " + reason(error), "", piece.problems);
      piece.loaded = true;
      return piece;
    }
  }
  if (!opening.empty() || (typed->size() > big_file && is_json_lines(*typed, "-"))) {
    cutter.emplace(Supply(std::string_view(*typed)), "-", opening);
    return cut();
  }
  Piece piece = whole("-");
  piece.bytes = *typed;
  piece.loaded = true;
  return piece;
}

Piece Pieces::Impl::begin_input(const std::string& path) {
  if (path == "-" && (opening.empty() || passes == Passes::two)) return begin_standard_input();
  if (!opening.empty()) return begin_records(path);
  if (!small[at]) small[at] = size_of(path) < big_file;
  if (small[at]) return whole(path);
  File file(path);
  if (!file.ok()) return whole(path);
  std::string beginning;
  while (beginning.find('\n') == std::string::npos &&
         file.append(beginning, std::max(piece_bytes, beginning.size())) > 0) {
  }
  if (!is_json_lines(beginning, path)) return whole(path);
  cutter.emplace(Supply(path), path, opening);
  return cut();
}

Pieces::Pieces(std::vector<std::string> inputs, std::string opening, Passes passes)
    : impl_(std::make_unique<Impl>()) {
  impl_->inputs = std::move(inputs);
  impl_->opening = std::move(opening);
  impl_->passes = passes;
  impl_->small.resize(impl_->inputs.size());
}

Pieces::~Pieces() = default;

std::optional<Piece> Pieces::next(const Wanted& wanted) {
  const std::size_t inputs = impl_->inputs.size();
  if (!impl_->cutter) {
    while (impl_->at < inputs && wanted && !wanted(impl_->at)) ++impl_->at;
  }
  if (impl_->at == inputs) return std::nullopt;
  Piece piece = impl_->cutter ? impl_->cut() : impl_->begin_input(impl_->inputs[impl_->at]);
  piece.input = impl_->at;
  if (!impl_->cutter) ++impl_->at;
  return piece;
}

std::size_t Pieces::inputs() const { return impl_->inputs.size(); }

void Pieces::rewind() {
  impl_->at = 0;
  impl_->cutter.reset();
}

}  // namespace dateline::read
