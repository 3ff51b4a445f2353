// Records of every stage and the finished chronology, as bytes. Same values, same bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dateline/article.h"
#include "dateline/document.h"
#include "dateline/event.h"
#include "dateline/problem.h"
#include "dateline/rules.h"

namespace dateline::write {

inline constexpr int schema = 1;  // raised when a field is renamed or dropped

// ---- NDJSON: each function appends one line with its newline to `out`.
void header(std::string_view stage, std::string_view rules_digest, std::string& out);
void document(const Document& document, std::string& out);
void layout(const Document& document, const Layout& layout, const Rules& rules, std::string& out);
void annotations(const Document& document, const Layout& layout, std::uint32_t article,
                 const Annotations& annotations, const Rules& rules, std::string& out);
void extraction(const Extraction& extraction,
                std::string& out);  // a source record, its events, its reports

// ---- The chronology.
[[nodiscard]] std::string json(const Chronology& chronology, std::string_view rules_digest);
[[nodiscard]] std::string ndjson(const Chronology& chronology, std::string_view rules_digest);
[[nodiscard]] std::string markdown(const Chronology& chronology);

}  // namespace dateline::write
