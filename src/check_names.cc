// See check_names.h.
#include "check_names.h"

#include <algorithm>

#include "dateline/event.h"
#include "read/read.h"
#include "rules/rules.h"

namespace dateline {
namespace {

void mistake(std::string message, std::string hint, Problems& problems) {
  problems.push_back({Severity::error, "usage", std::move(message), std::move(hint), "", 0, 0, ""});
}

// "types: agree, consult, ...".
std::string all_types() {
  std::string out = "types:";
  for (std::size_t i = 0; i < event_types; ++i) {
    out += i == 0 ? " " : ", ";
    out += to_string(static_cast<EventType>(i));
  }
  return out + "; or a mode (kill, assault/kill) or quad class (material-conflict)";
}

bool is_quad_class(std::string_view name) {
  for (std::size_t i = 0; i < event_types; ++i) {
    if (!name.empty() && quad_class(static_cast<EventType>(i)) == name) return true;
  }
  return false;
}

// "kill" or "assault/kill", as some event rule names it.
bool is_mode(std::string_view name, const rules::Area& area) {
  const std::size_t slash = name.find('/');
  const std::string_view type = slash == std::string_view::npos ? "" : name.substr(0, slash);
  const std::string_view mode = name.substr(slash + 1);  // npos + 1 is 0
  return std::any_of(area.rules().begin(), area.rules().end(), [&](const rules::Rule& rule) {
    return !mode.empty() && rule.get("mode") == mode && (type.empty() || rule.get("type") == type);
  });
}

}  // namespace

void check_names(const RunOptions& options, const Rules& rules, Problems& problems) {
  for (const auto& [name, key] : options.fields) {
    if (!read::is_field_name(name))
      mistake("--field: there is no field '" + name + "'",
              "fields are text, title, published, url, author, publisher, language, id", problems);
  }
  const rules::Area& events = rules::area(rules, options.language + "/events");
  for (const std::string& type : options.types) {
    if (!parse_event_type(type) && !is_quad_class(type) && !is_mode(type, events))
      mistake("--type: '" + type + "' is no event type", all_types(), problems);
  }
}

}  // namespace dateline
