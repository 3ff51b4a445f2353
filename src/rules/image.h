// The packed rules: named sections in one blob, and plain data in a section. Made by dateline-pack,
// embedded in the program, read back without parsing.
//
//   magic(8) count(4) { name_size(4) name  offset(8) size(8) }*  padding  sections, each aligned to
//   16 bytes
#pragma once

#include <cstdint>
#include <cstring>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace dateline::rules {

class ImageWriter {
 public:
  void add(std::string name, std::string bytes) { sections_[std::move(name)] = std::move(bytes); }
  [[nodiscard]] std::string finish() const;

 private:
  std::map<std::string, std::string> sections_;
};

class ImageView {
 public:
  // Nothing for bytes that are no image of this version.
  [[nodiscard]] static std::optional<ImageView> open(std::string_view bytes);
  // "" where there is no such section. The view lives as long as the bytes; sections are aligned as
  // the blob is.
  [[nodiscard]] std::string_view section(std::string_view name) const;

 private:
  std::map<std::string, std::string_view, std::less<>> sections_;
};

// Values that are either owned or lie in an image.
template <typename T>
class Flat {
 public:
  Flat() = default;
  explicit Flat(std::vector<T> values) : own_(std::move(values)), view_(own_) {}
  explicit Flat(std::span<const T> view) : view_(view) {}
  Flat(const Flat&) = delete;
  Flat& operator=(const Flat&) = delete;
  Flat(Flat&&) noexcept = default;  // a moved vector keeps its buffer, so the view stays right
  Flat& operator=(Flat&&) noexcept = default;

  [[nodiscard]] const T& operator[](std::size_t i) const { return view_[i]; }
  [[nodiscard]] std::size_t size() const { return view_.size(); }
  [[nodiscard]] const T* data() const { return view_.data(); }
  [[nodiscard]] auto begin() const { return view_.begin(); }
  [[nodiscard]] auto end() const { return view_.end(); }

 private:
  std::vector<T> own_;
  std::span<const T> view_;
};

// Plain values one after the other; what is read must be read in the order in which it was put.
class Archive {
 public:
  template <typename T>
  void put(const T& value) requires std::is_trivially_copyable_v<T> {
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void put(std::string_view text) {
    put(static_cast<std::uint64_t>(text.size()));
    bytes_ += text;
  }
  template <typename Values>
  void put_all(const Values& values) {
    using T = std::remove_cvref_t<decltype(*values.data())>;
    static_assert(std::is_trivially_copyable_v<T>);
    put(static_cast<std::uint64_t>(values.size()));
    bytes_.resize((bytes_.size() + 7) / 8 * 8);
    bytes_.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
  }
  void put_texts(const std::vector<std::string>& texts) {
    put(static_cast<std::uint64_t>(texts.size()));
    for (const std::string& text : texts) put(std::string_view(text));
  }
  [[nodiscard]] std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// Reads an Archive. Trusts its input: images are made by this program's own build.
class ArchiveReader {
 public:
  explicit ArchiveReader(std::string_view bytes) : bytes_(bytes), rest_(bytes) {}
  template <typename T>
  [[nodiscard]] T get() requires std::is_trivially_copyable_v<T> {
    T value;
    std::memcpy(&value, rest_.data(), sizeof value);
    rest_.remove_prefix(sizeof value);
    return value;
  }
  [[nodiscard]] std::string_view text() {
    const auto size = static_cast<std::size_t>(get<std::uint64_t>());
    const std::string_view out = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return out;
  }
  template <typename T>
  void all(std::vector<T>& out) requires std::is_trivially_copyable_v<T> {
    out.resize(array_size());
    if (!out.empty()) std::memcpy(out.data(), rest_.data(), out.size() * sizeof(T));
    rest_.remove_prefix(out.size() * sizeof(T));
  }
  // A view into the archive's bytes, which must be aligned to 8 and outlive it.
  template <typename T>
  [[nodiscard]] Flat<T> flat() requires std::is_trivially_copyable_v<T> {
    const std::size_t count = array_size();
    const std::span<const T> view(reinterpret_cast<const T*>(rest_.data()), count);
    rest_.remove_prefix(count * sizeof(T));
    return Flat<T>(view);
  }
  void texts(std::vector<std::string>& out) {
    out.resize(static_cast<std::size_t>(get<std::uint64_t>()));
    for (std::string& one : out) one = text();
  }

 private:
  std::size_t array_size() {
    const auto count = static_cast<std::size_t>(get<std::uint64_t>());
    const std::size_t at = bytes_.size() - rest_.size();
    rest_.remove_prefix((at + 7) / 8 * 8 - at);
    return count;
  }

  std::string_view bytes_;
  std::string_view rest_;
};

}  // namespace dateline::rules
