#include "write/write.h"
namespace dateline::write {
void header(std::string_view, std::string_view, std::string&) {}
void document(const Document&, std::string&) {}
void layout(const Document&, const Layout&, const Rules&, std::string&) {}
void annotations(const Document&, const Layout&, std::uint32_t, const Annotations&, const Rules&,
                 std::string&) {}
void extraction(const Extraction&, std::string&) {}
std::string json(const Chronology&, std::string_view) { return "{}\n"; }
std::string ndjson(const Chronology&, std::string_view) { return ""; }
}  // namespace dateline::write
