// See messages.h. spdlog's own default logger writes to standard output, so it is never used.
#include "cli/messages.h"

#include <fmt/format.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <cstdlib>

namespace dateline::cli {
namespace {

bool wants_colour(Colour colour) {
  if (colour != Colour::automatic) return colour == Colour::always;
  const char* no_colour = std::getenv("NO_COLOR");
  return ::isatty(STDERR_FILENO) == 1 && (no_colour == nullptr || *no_colour == '\0');
}

struct Character {
  char32_t code = 0;
  std::size_t size = 0;  // 0: no character begins here
};

Character character_at(std::string_view text, std::size_t i) {
  const auto lead = static_cast<unsigned char>(text[i]);
  if (lead < 0x80) return {lead, 1};
  const std::size_t size = lead >= 0xF5   ? 0
                           : lead >= 0xF0 ? 4
                           : lead >= 0xE0 ? 3
                           : lead >= 0xC2 ? 2
                                          : 0;
  if (size == 0 || i + size > text.size()) return {};
  char32_t code = lead & (0xFFU >> (size + 1));
  for (std::size_t k = 1; k < size; ++k) {
    const auto next = static_cast<unsigned char>(text[i + k]);
    if ((next & 0xC0) != 0x80) return {};
    code = code << 6 | (next & 0x3F);
  }
  return {code, size};
}

bool is_harmful(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x200E && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

std::string_view label(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return "";
}

std::string_view colour_of(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "36";
    case Severity::warning:
      return "33";
    case Severity::error:
      return "31";
  }
  return "0";
}

std::string place(const Problem& problem) {
  if (problem.file.empty()) return "dateline";
  std::string out = harmless(problem.file);
  if (problem.line > 0) out += fmt::format(":{}", problem.line);
  if (problem.line > 0 && problem.column > 0) out += fmt::format(":{}", problem.column);
  return out;
}

}  // namespace

std::string harmless(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const Character c = character_at(text, i);
    if (c.size == 0)
      out += fmt::format("\\x{:02x}", static_cast<unsigned char>(text[i]));
    else if (!is_harmful(c.code))
      out += text.substr(i, c.size);
    else if (c.code == '\t')
      out += ' ';
    else
      out += c.code < 0x80 ? fmt::format("\\x{:02x}", static_cast<unsigned>(c.code))
                           : fmt::format("\\u{:04x}", static_cast<unsigned>(c.code));
    i += c.size == 0 ? 1 : c.size;
  }
  return out;
}

Messages::Messages(int verbosity, Colour colour)
    : log_(std::make_shared<spdlog::logger>("dateline",
                                            std::make_shared<spdlog::sinks::stderr_sink_st>())),
      verbosity_(verbosity),
      colour_(wants_colour(colour)) {
  log_->set_pattern("%v");
  log_->set_level(verbosity > 0 ? spdlog::level::debug : spdlog::level::info);
}

std::string Messages::coloured(std::string_view text, std::string_view code) const {
  return colour_ ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
}

void Messages::say(const Problem& problem) {
  if (verbosity_ < 0 && problem.severity != Severity::error) return;
  log_->info("{}: {} {} [{}]", coloured(place(problem), "1"),
             coloured(fmt::format("{}:", label(problem.severity)), colour_of(problem.severity)),
             harmless(problem.message), problem.code);
  if (!problem.source_line.empty()) log_->info("    {}", harmless(problem.source_line));
  if (!problem.hint.empty())
    log_->info("    {} {}", coloured("hint:", "32"), harmless(problem.hint));
}

void Messages::say(const Problems& problems) {
  for (const Problem& problem : problems) say(problem);
}

void Messages::plain(std::string_view text) {
  while (text.ends_with('\n')) text.remove_suffix(1);
  log_->info("{}", text);
}

void Messages::info(std::string_view text) { log_->debug("dateline: {}", text); }

}  // namespace dateline::cli
