// See nothing_found.h.
#include "nothing_found.h"

#include <algorithm>
#include <string>

namespace dateline {
namespace {

// The filters that are in use, as typed: "--since, --type".
std::string filters_in_use(const RunOptions& options) {
  std::string used;
  const auto add = [&used](bool in_use, const char* flag) {
    if (in_use) used += (used.empty() ? "" : ", ") + std::string(flag);
  };
  add(options.since != no_day, "--since");
  add(options.before != no_day, "--before");
  add(!options.types.empty(), "--type");
  add(!options.actors.empty(), "--actor");
  add(!options.places.empty(), "--place");
  add(options.min_sources > 1, "--min-sources");
  add(!options.query.empty(), "--query");
  return used;
}

std::string counted(std::size_t articles) {
  return std::to_string(articles) + (articles == 1 ? " article" : " articles");
}

Problem note(std::string message, std::string hint) {
  return {Severity::note, "nothing-found", std::move(message), std::move(hint), "", 0, 0, ""};
}

}  // namespace

void explain_if_empty(const RunOptions& options, const Chronology& chronology, Problems& problems) {
  if (!chronology.events.empty()) return;
  const std::size_t articles = chronology.sources.size();
  const std::string filters = filters_in_use(options);
  if (articles == 0) {
    const bool said_why = std::any_of(problems.begin(), problems.end(), [](const Problem& p) {
      return p.severity == Severity::warning;
    });
    if (!said_why) {
      problems.push_back(note("no article was found in the inputs",
                              "--whole takes each input whole as the body of one article"));
    }
  } else if (!filters.empty()) {
    problems.push_back(
        note("no entry of " + counted(articles) + " is left", "leave out or widen " + filters));
  } else if (!options.background) {
    problems.push_back(note("no event was found in " + counted(articles),
                            "--background keeps history and statements without an event as well"));
  }
}

}  // namespace dateline
