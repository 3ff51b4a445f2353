// Inputs into Documents: list, cut into pieces of work, decode, one file per kind. Never fails as a
// whole: what cannot be used becomes a Problem that names the file (and line), and the rest goes
// on.
//
//   list_inputs ──► Pieces (one caller, in order) ──► Reader (one a thread) ──► Documents
//
// A piece is a whole file, or some lines of a big file of records: so that one big file is read by
// many threads too.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dateline/document.h"
#include "dateline/problem.h"

namespace dateline::read {

struct Options {
  std::vector<std::pair<std::string, std::string>> fields;  // --field text=KEY
};

// "text", "title" ...: what the first half of a --field may be.
[[nodiscard]] bool is_field_name(std::string_view name);

// Files and folders (walked, sorted bytewise, symlinks not followed) and "-", in a fixed order;
// what is no regular file is named in `problems`.
[[nodiscard]] std::vector<std::string> list_inputs(const std::vector<std::string>& paths,
                                                   Problems& problems);

struct Piece {
  enum class Kind : std::uint8_t { file, lines };
  Kind kind = Kind::file;
  std::string path;
  std::string bytes;  // the content, where `loaded`; else the Reader opens the file
  bool loaded = false;
  std::uint32_t first_line = 1;  // of `bytes` in the file
  bool last = true;              // the last piece of its input
  std::uint32_t input = 0;       // which of the inputs it is of
  Problems problems;             // met while cutting
};

// Cuts inputs into pieces. `opening` is empty for ordinary inputs; for streams of records it is how
// a line that begins a group of records starts, and every input is cut into such groups.
class Pieces {
 public:
  // With two passes, standard input is kept in memory for the second.
  enum class Passes : std::uint8_t { one, two };
  explicit Pieces(std::vector<std::string> inputs, std::string opening = {},
                  Passes passes = Passes::one);
  ~Pieces();
  // Of inputs that are not wanted nothing is read.
  using Wanted = std::function<bool(std::uint32_t input)>;
  [[nodiscard]] std::optional<Piece> next(const Wanted& wanted = {});
  [[nodiscard]] std::size_t inputs() const;
  void rewind();  // for the next pass

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Every document of a piece, in order. `sink` may take what it likes from the Document, or leave
// its buffers to the next one; it returns false to stop.
using Sink = std::function<bool(Document&&)>;

class Reader {
 public:
  explicit Reader(Options options = {});
  ~Reader();
  Reader(Reader&&) noexcept;
  void read(Piece& piece, const Sink& sink, Problems& problems);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Every document of one input, in order.
void read_file(const std::string& path, const Options& options, const Sink& sink,
               Problems& problems);

}  // namespace dateline::read
