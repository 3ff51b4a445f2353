// See html_text.h. Every element inherits what its ancestors say, so that a word costs the same at
// any depth.
#include "read/html_text.h"

#include <algorithm>

#include "read/html_tags.h"

namespace dateline::read {
namespace {

constexpr std::size_t longest_classes = 200;

// How many bytes of white space begin here: ASCII blanks, and the no-break space that pages use as
// filling.
std::size_t blank_at(std::string_view text, std::size_t i) {
  const char c = text[i];
  if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\v') return 1;
  return text.substr(i).starts_with("\xC2\xA0") ? 2 : 0;
}

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

std::uint32_t hash_of(std::string_view tag) {
  std::uint32_t hash = 2166136261U;
  for (const char c : tag) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

std::string lower(std::string_view text) {
  std::string out(text.substr(0, longest_classes));
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : is_blank(c) ? ' ' : c;
  while (!out.empty() && (static_cast<unsigned char>(out.back()) & 0xC0) == 0x80) out.pop_back();
  if (!out.empty() && static_cast<unsigned char>(out.back()) >= 0xC0) out.pop_back();
  return out;
}

std::string class_words(const Attributes& attributes) {
  std::string words = lower(attributes.get("class"));
  const std::string id = lower(attributes.get("id"));
  if (!words.empty() && !id.empty()) words += ' ';
  return words + id;
}

// What an element inside others inherits: a header inside an article is the article's own, not the
// page's.
std::uint16_t inherited(std::uint16_t outer, std::uint16_t own) {
  if ((outer & in_article) != 0 || (own & in_article) != 0) {
    own &= static_cast<std::uint16_t>(~in_header);
    outer &= static_cast<std::uint16_t>(~in_header);
  }
  return static_cast<std::uint16_t>(outer | own);
}

std::uint8_t newlines_of(Flow flow) { return flow == Flow::paragraph ? 2 : 1; }

}  // namespace

bool PageText::inside_article() const { return (inside() & in_article) != 0; }

void PageText::start(std::string_view tag, const Attributes& attributes) {
  const Flow flow = flow_of(tag);
  if (flow == Flow::line_break) {
    if (skipped_ == 0) break_line(1);
    return;
  }
  Element element;
  element.tag = hash_of(tag);
  element.skipped = flow == Flow::skipped;
  element.inside = inherited(inside(), inside_of(tag, attributes));
  element.heading_level = heading_level(tag);
  if (!stack_.empty()) {
    const Element& around = stack_.back();
    element.outer = around.classes != 0 ? static_cast<std::uint32_t>(stack_.size()) : around.outer;
    if (element.heading_level == 0) element.heading_level = around.heading_level;
    element.block = around.block;
    element.containers = around.containers;
  }
  if (flow == Flow::line || flow == Flow::paragraph) {
    element.containers = {element.block, element.containers[0], element.containers[1]};
    element.block = ++blocks_;
    std::string words = class_words(attributes);
    if (!words.empty()) {
      element.classes = static_cast<std::uint32_t>(classes_.size());
      classes_.push_back(std::move(words));
    }
    if (skipped_ == 0) break_line(newlines_of(flow));
  }
  if (element.skipped) ++skipped_;
  stack_.push_back(element);
}

void PageText::end(std::string_view tag) {
  // The parser balances tags; a stray end is ignored.
  if (stack_.empty() || stack_.back().tag != hash_of(tag)) return;
  const Flow flow = flow_of(tag);
  if (stack_.back().skipped) --skipped_;
  if (skipped_ == 0 && (flow == Flow::line || flow == Flow::paragraph))
    break_line(newlines_of(flow));
  if (stack_.back().classes + 1 == classes_.size() && stack_.back().classes != 0)
    classes_.pop_back();
  stack_.pop_back();
}

void PageText::text(std::string_view text) {
  if (skipped_ > 0) return;
  while (!text.empty()) {
    while (!text.empty() && blank_at(text, 0) > 0) {
      blank_pending_ = true;
      text.remove_prefix(blank_at(text, 0));
    }
    std::size_t size = 0;
    while (size < text.size() && blank_at(text, size) == 0) ++size;
    if (size > 0) append(text.substr(0, size));
    text.remove_prefix(size);
  }
}

void PageText::append(std::string_view word) {
  if (wanted_newlines_ > 0 || out_.empty()) {
    if (!out_.empty()) out_.append(wanted_newlines_, '\n');
    line_begin_ = out_.size();
    line_inside_ = inside();
    line_heading_ = stack_.empty() ? std::uint8_t{0} : stack_.back().heading_level;
    line_classes_ = nearest_classes();
    line_depth_ = static_cast<std::uint16_t>(std::min<std::size_t>(stack_.size(), 65535));
    line_containers_ = stack_.empty() ? std::array<std::uint32_t, 3>{} : stack_.back().containers;
    link_bytes_ = 0;
    wanted_newlines_ = 0;
  } else if (blank_pending_) {
    out_ += ' ';
  }
  blank_pending_ = false;
  out_ += word;
  if ((inside() & in_link) != 0) link_bytes_ += word.size();
  // A line is what all its words agree on: a paragraph that begins with a link is no link.
  line_inside_ &= static_cast<std::uint16_t>(inside() | in_article | in_paragraph);
}

void PageText::break_line(std::uint8_t newlines) {
  if (wanted_newlines_ == 0 && out_.size() > line_begin_) end_line();
  if (!out_.empty()) wanted_newlines_ = std::max(wanted_newlines_, newlines);
  blank_pending_ = false;
}

void PageText::end_line() {
  TagEvidence tag;
  tag.span = {static_cast<std::uint32_t>(line_begin_), static_cast<std::uint32_t>(out_.size())};
  const std::size_t letters = static_cast<std::size_t>(
      std::count_if(out_.begin() + static_cast<std::ptrdiff_t>(line_begin_), out_.end(),
                    [](char c) { return c != ' '; }));
  tag.link_percent = static_cast<std::uint8_t>(
      letters == 0 ? 0 : std::min<std::size_t>(100, link_bytes_ * 100 / letters));
  tag.role = role();
  if (tag.role == TagRole::list_item && tag.link_percent >= 80) tag.role = TagRole::link_list;
  if (tag.role == TagRole::heading) tag.heading_level = line_heading_;
  tag.in_article = (line_inside_ & in_article) != 0;
  tag.classes = std::move(line_classes_);
  tag.depth = line_depth_;
  std::copy(line_containers_.begin(), line_containers_.end(), tag.containers);
  tags_.push_back(std::move(tag));
}

TagRole PageText::role() const {
  const auto is = [this](std::uint16_t bit) { return (line_inside_ & bit) != 0; };
  if (is(in_hidden)) return TagRole::hidden;
  if (is(in_navigation)) return TagRole::navigation;
  if (is(in_footer)) return TagRole::footer;
  if (is(in_aside)) return TagRole::aside;
  if (is(in_header)) return TagRole::header;
  if (is(in_caption)) return TagRole::caption;
  if (is(in_heading)) return TagRole::heading;
  if (is(in_quote)) return TagRole::quote;
  if (is(in_list_item)) return TagRole::list_item;
  if (is(in_paragraph)) return TagRole::paragraph;
  if (is(in_table)) return TagRole::table;
  return TagRole::none;
}

// Of the three nearest blocks that have any, innermost first.
std::string PageText::nearest_classes() const {
  std::string words;
  if (stack_.empty()) return words;
  const Element& top = stack_.back();
  std::uint32_t at = top.classes != 0 ? static_cast<std::uint32_t>(stack_.size()) : top.outer;
  for (int found = 0; found < 3 && at != 0; ++found) {
    const Element& element = stack_[at - 1];
    if (!words.empty()) words += ' ';
    words += classes_[element.classes];
    at = element.outer;
  }
  return words;
}

void PageText::finish(std::string& text, std::vector<TagEvidence>& tags) {
  break_line(1);
  if (!out_.empty()) out_ += '\n';
  text = std::move(out_);
  tags = std::move(tags_);
}

}  // namespace dateline::read
