#include "text/text.h"
namespace dateline::text {
bool is_utf8(std::string_view) { return true; }
Utf8 repair_utf8(std::string bytes) { return {std::move(bytes), 0}; }
std::string fold(std::string_view s) { return std::string(s); }
std::vector<std::uint32_t> line_starts(std::string_view) { return {0}; }
std::uint32_t line_at(const std::vector<std::uint32_t>&, std::uint32_t) { return 1; }
void Tokens::clear() {}
void tokenize(std::string_view, Tokens&) {}
std::uint32_t hash_folded(std::string_view) { return 0; }
TokenRange tokens_in(const Tokens&, Span) { return {}; }
std::vector<TokenRange> sentences(std::string_view, const Tokens&, TokenRange, const std::vector<std::uint8_t>&) { return {}; }
}  // namespace dateline::text
