// See json.h. Lines are parsed one by one, so that a broken one costs only itself; a line that
// Python wrote with NaN, or that holds bad bytes, is mended and tried again.
#include "read/json.h"

#include <simdjson.h>

#include <chrono>
#include <cmath>
#include <optional>

#include "dateline/date.h"
#include "read/decode.h"
#include "read/json_fields.h"
#include "read/json_mend.h"
#include "read/problems.h"

namespace dateline::read {
namespace {

namespace dom = simdjson::dom;

constexpr std::size_t padding = simdjson::SIMDJSON_PADDING;
constexpr std::uint64_t longest_text = 0xFFFFFFF0;  // spans have 32 bits

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

// simdjson words its errors as sentences with names in capitals before; ours are lower case without
// a stop.
std::string in_words(simdjson::error_code error) {
  switch (error) {
    case simdjson::EMPTY:
      return "nothing stands there";
    case simdjson::UNCLOSED_STRING:
      return "a string has no end";
    case simdjson::UTF8_ERROR:
      return "a string is not valid UTF-8";
    case simdjson::STRING_ERROR:
      return "a string has a wrong escape";
    case simdjson::UNESCAPED_CHARS:
      return "a string has a control character";
    case simdjson::NUMBER_ERROR:
      return "a number is wrong";
    case simdjson::DEPTH_ERROR:
      return "it is nested too deeply";
    case simdjson::T_ATOM_ERROR:
    case simdjson::F_ATOM_ERROR:
    case simdjson::N_ATOM_ERROR:
      return "a word is neither true, false nor null";
    case simdjson::CAPACITY:
    case simdjson::MEMALLOC:
      return "it is too large";
    default:
      return "a bracket, comma, colon or quotation mark is missing or too many";
  }
}

// Seconds or milliseconds since 1970, as ISO 8601 in UTC; other numbers stay as they are.
std::string time_of(std::int64_t number) {
  if (number < 100'000'000) return std::to_string(number);
  if (number >= 100'000'000'000) number /= 1000;
  if (number >= 100'000'000'000) return std::to_string(number);
  const auto day = static_cast<Day>(number / 86400);
  const auto minutes = static_cast<int>(number % 86400 / 60);
  const auto two = [](int value) {
    return std::string(value < 10 ? "0" : "") + std::to_string(value);
  };
  return to_iso(day) + "T" + two(minutes / 60) + ":" + two(minutes % 60) + "Z";
}

// Appends what a value says as text: strings, numbers, and lists of these.
void append_text(const dom::element& value, FieldName field, std::string_view joint,
                 std::string& out) {
  std::string_view text;
  std::int64_t number = 0;
  dom::array list;
  if (value.get(text) == simdjson::SUCCESS) {
    if (is_absent(trimmed(text))) return;
    if (!out.empty()) out += joint;
    out += text;
  } else if (value.get(number) == simdjson::SUCCESS) {
    if (!out.empty()) out += joint;
    out += field == FieldName::published ? time_of(number) : std::to_string(number);
  } else if (value.get(list) == simdjson::SUCCESS && joint.data() != nullptr) {
    for (const dom::element item : list)
      if (!item.is_array()) append_text(item, field, joint, out);
  }
}

std::string& field_of(Document& document, FieldName field) {
  switch (field) {
    case FieldName::text:
      return document.text;
    case FieldName::title:
      return document.title;
    case FieldName::published:
      return document.published;
    case FieldName::url:
      return document.url;
    case FieldName::author:
      return document.author;
    case FieldName::publisher:
      return document.publisher;
    case FieldName::language:
      return document.language;
    case FieldName::id:
      break;
  }
  return document.name;
}

void clear(Document& document) {
  for (std::size_t i = 0; i < field_names; ++i)
    field_of(document, static_cast<FieldName>(i)).clear();
  document.encoding = "utf-8";
  document.tags.clear();
}

}  // namespace

bool is_json_object(std::string_view bytes) {
  dom::parser parser;
  return parser.parse(bytes.data(), bytes.size(), true).is_object();
}

bool is_json_array(std::string_view bytes) {
  dom::parser parser;
  return parser.parse(bytes.data(), bytes.size(), true).is_array();
}

struct JsonReader::Impl {
  explicit Impl(const Options& options) : fields(options.fields) {}

  FieldMap fields;
  dom::parser parser;
  Document document;    // its buffers serve again
  std::string scratch;  // one value of a record
  std::string mended;
  std::string encoding;      // of the record at hand
  bool repair_said = false;  // of the piece at hand

  // Fills `document`; false where the record has no text.
  bool fill(const dom::object& record);
  bool give(const dom::object& record, const std::string& path, std::uint64_t number,
            std::uint32_t line, const Sink& sink, Problems& problems);
  simdjson::error_code parse_mended(std::string_view line, const std::string& path,
                                    std::uint32_t number, dom::element& value, Problems& problems);
  bool read_array(const dom::array& array, const std::string& path, const Sink& sink,
                  Problems& problems);
};

bool JsonReader::Impl::fill(const dom::object& record) {
  constexpr std::uint32_t none = 0xFFFFFFFF;
  std::array<std::uint32_t, field_names> best;
  best.fill(none);
  clear(document);
  for (const dom::key_value_pair pair : record) {
    const auto hit = fields.find(pair.key);
    if (!hit) continue;
    std::uint32_t& rank = best[static_cast<std::size_t>(hit->field)];
    if (hit->rank >= rank) continue;
    scratch.clear();
    append_text(pair.value, hit->field, hit->field == FieldName::text ? "\n\n" : ", ", scratch);
    if (is_absent(trimmed(scratch)) ||
        (pair.key == "source" && hit->field == FieldName::url && !is_url(scratch)))
      continue;
    rank = hit->rank;
    std::swap(field_of(document, hit->field), scratch);
  }
  return !document.text.empty() && document.text.size() < longest_text;
}

bool JsonReader::Impl::give(const dom::object& record, const std::string& path,
                            std::uint64_t number, std::uint32_t line, const Sink& sink,
                            Problems& problems) {
  if (!fill(record)) {
    add_warning("read.no-text", path,
                number == 0 ? "the record has no text"
                            : "record " + std::to_string(number) + " has no text",
                "name the field that holds it with --field text=KEY", problems, line);
    return true;
  }
  if (document.name.empty())
    document.name = number == 0 ? name_of(path) : name_of(path) + "#" + std::to_string(number);
  document.encoding = encoding;
  return sink(std::move(document));
}

simdjson::error_code JsonReader::Impl::parse_mended(std::string_view line, const std::string& path,
                                                    std::uint32_t number, dom::element& value,
                                                    Problems& problems) {
  std::string decoded(line);
  Problems repairs;
  encoding = decode(decoded, path, repairs);
  mended = mend_json(decoded);
  mended.reserve(mended.size() + padding);
  const simdjson::error_code error = parser.parse(mended.data(), mended.size(), false).get(value);
  if (error == simdjson::SUCCESS && !repairs.empty() && !repair_said) {
    repair_said = true;
    repairs.front().line = number;
    problems.push_back(repairs.front());
  }
  return error;
}

bool JsonReader::Impl::read_array(const dom::array& array, const std::string& path,
                                  const Sink& sink, Problems& problems) {
  std::uint64_t number = 0;
  for (const dom::element item : array) {
    ++number;
    dom::object record;
    if (item.get(record) != simdjson::SUCCESS)
      add_warning("read.json", path, "record " + std::to_string(number) + " is no object", "",
                  problems);
    else if (!give(record, path, number, 0, sink, problems))
      return false;
  }
  return true;
}

JsonReader::JsonReader(const Options& options) : impl_(std::make_unique<Impl>(options)) {}
JsonReader::~JsonReader() = default;

bool JsonReader::read_lines(std::string& bytes, const std::string& path, std::uint32_t first_line,
                            const Sink& sink, Problems& problems) {
  bytes.reserve(bytes.size() + padding);
  std::string_view rest = bytes;
  impl_->repair_said = false;
  if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
  for (std::uint32_t number = first_line; !rest.empty(); ++number) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = trimmed(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.empty()) continue;
    dom::element value;
    impl_->encoding = "utf-8";
    simdjson::error_code error = impl_->parser.parse(line.data(), line.size(), false).get(value);
    if (error != simdjson::SUCCESS)
      error = impl_->parse_mended(line, path, number, value, problems);
    dom::object record;
    if (error != simdjson::SUCCESS)
      add_warning("read.json", path, "is not valid JSON: " + in_words(error), "", problems, number,
                  line);
    else if (value.get(record) != simdjson::SUCCESS)
      add_warning("read.json", path, "is no JSON object", "", problems, number, line);
    else if (!impl_->give(record, path, number, number, sink, problems))
      return false;
  }
  return true;
}

bool JsonReader::read_value(std::string& bytes, const std::string& path, const Sink& sink,
                            Problems& problems) {
  bytes.reserve(bytes.size() + padding);
  std::string_view content = bytes;
  impl_->repair_said = false;
  impl_->encoding = "utf-8";
  if (content.starts_with("\xEF\xBB\xBF")) content.remove_prefix(3);
  dom::element value;
  simdjson::error_code error =
      impl_->parser.parse(content.data(), content.size(), false).get(value);
  if (error != simdjson::SUCCESS) error = impl_->parse_mended(content, path, 0, value, problems);
  if (error != simdjson::SUCCESS) {
    add_warning("read.json", path, "is not valid JSON: " + in_words(error), "", problems);
    return true;
  }
  dom::array array;
  dom::object record;
  if (value.get(array) == simdjson::SUCCESS) return impl_->read_array(array, path, sink, problems);
  if (value.get(record) != simdjson::SUCCESS) {
    add_warning("read.json", path, "is neither a JSON object nor an array", "", problems);
    return true;
  }
  if (!impl_->fill(record))
    for (const dom::key_value_pair pair : record)
      if (pair.value.get(array) == simdjson::SUCCESS && array.size() > 0 && array.at(0).is_object())
        return impl_->read_array(array, path, sink, problems);
  return impl_->give(record, path, 0, 0, sink, problems);
}

}  // namespace dateline::read
