#include "rules/image.h"

namespace dateline::rules {
namespace {

constexpr std::string_view magic = "dateln01";
constexpr std::size_t alignment = 16;

std::size_t aligned(std::size_t offset) { return (offset + alignment - 1) / alignment * alignment; }

}  // namespace

std::string ImageWriter::finish() const {
  std::size_t head = magic.size() + 4;
  for (const auto& [name, bytes] : sections_) head += 4 + name.size() + 16;
  Archive index;
  std::string body;
  const std::size_t start = aligned(head);
  index.put(static_cast<std::uint32_t>(sections_.size()));
  std::string out(magic);
  for (const auto& [name, bytes] : sections_) {
    body.resize(aligned(body.size()));
    index.put(static_cast<std::uint32_t>(name.size()));
    for (const char c : name) index.put(c);
    index.put(static_cast<std::uint64_t>(start + body.size()));
    index.put(static_cast<std::uint64_t>(bytes.size()));
    body += bytes;
  }
  out += index.take();
  out.resize(start);
  return out + body;
}

std::optional<ImageView> ImageView::open(std::string_view bytes) {
  if (!bytes.starts_with(magic)) return std::nullopt;
  ImageView view;
  ArchiveReader reader(bytes.substr(magic.size()));
  for (auto left = reader.get<std::uint32_t>(); left > 0; --left) {
    std::string name(reader.get<std::uint32_t>(), '\0');
    for (char& c : name) c = reader.get<char>();
    const auto offset = static_cast<std::size_t>(reader.get<std::uint64_t>());
    const auto size = static_cast<std::size_t>(reader.get<std::uint64_t>());
    if (offset + size > bytes.size()) return std::nullopt;
    view.sections_.emplace(std::move(name), bytes.substr(offset, size));
  }
  return view;
}

std::string_view ImageView::section(std::string_view name) const {
  const auto it = sections_.find(name);
  return it == sections_.end() ? std::string_view() : it->second;
}

}  // namespace dateline::rules
