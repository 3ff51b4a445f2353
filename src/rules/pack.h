// A loaded pack: everything behind Rules. Built from sources; used by Rules::load and by
// dateline-pack.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "dateline/rules.h"
#include "rules/lexicon.h"
#include "rules/matcher.h"
#include "rules/sources.h"
#include "rules/starts.h"
#include "rules/tables.h"

namespace dateline {

struct Rules::Impl {
  struct Named {
    std::string_view name;
    std::string_view path;
    std::uint32_t line;
  };

  std::vector<rules::Source>
      sources;  // rules, word lists and mechanisms; views below point into them
  std::string digest;
  rules::Lexicon lexicon;
  std::vector<std::uint8_t> sentence_hints;  // text::SentenceHints of each combination of classes
  rules::Starts starts;
  std::vector<Named> named;  // by RuleId
  std::unordered_map<std::string_view, RuleId> ids;
  std::map<std::string, std::unique_ptr<rules::Matcher>, std::less<>> areas;  // by folder

  // Built-in tables, then those of --rules folders; the bytes are here, or in the image.
  std::string table_bytes, overlay_bytes;
  rules::TableStore tables, overlay_tables;
};

namespace rules {

// `overlays` come after the built-in sources: a rule or form of the same name replaces, a new rule
// goes before the built-in ones of its folder. Null where anything is wrong.
[[nodiscard]] std::unique_ptr<Rules::Impl> build_pack(std::vector<Source> sources,
                                                      std::vector<Source> overlays,
                                                      Problems& problems);

// The image of a pack that was built from `sources` alone, and the pack of an image: the same,
// without compiling.
[[nodiscard]] std::string save_pack(const Rules::Impl& pack, const std::vector<Source>& sources);
[[nodiscard]] std::unique_ptr<Rules::Impl> load_pack(const ImageView& image, Problems& problems);

// The pack of an image with overlays: compiled anew, but for the tables, which only get more rows.
[[nodiscard]] std::unique_ptr<Rules::Impl> overlay_pack(const ImageView& image,
                                                        std::vector<Source> overlays,
                                                        Problems& problems);

// rules.h's, of a pack that is no Rules yet.
void read_text(const Rules::Impl& pack, std::string_view text, Reading& reading);

}  // namespace rules
}  // namespace dateline
