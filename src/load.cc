// Rules::load: the embedded image, and what --rules folders lay over it.
#include "dateline/rules.h"
#include "rules/pack.h"

extern "C" {
extern const char dateline_rules_image[];
extern const char dateline_rules_image_end[];
}

namespace dateline {

std::shared_ptr<const Rules> Rules::load(const std::vector<std::string>& overlays, Problems& problems) {
  const std::string_view image(dateline_rules_image,
                               static_cast<std::size_t>(dateline_rules_image_end - dateline_rules_image));
  auto sources = rules::unpack_sources(image);
  if (!sources) {
    problems.push_back({Severity::error, "rules.image", "the built-in rules cannot be read", "build the program anew",
                        "", 0, 0, ""});
    return nullptr;
  }
  std::vector<rules::Source> extra;
  for (const std::string& folder : overlays) {
    auto found = rules::gather_sources(folder, folder, problems);
    extra.insert(extra.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
  }
  auto impl = rules::build_pack(std::move(*sources), std::move(extra), problems);
  if (!impl) return nullptr;
  impl->digest = rules::digest_of(impl->sources);
  return std::shared_ptr<const Rules>(new Rules(std::move(impl)));
}

}  // namespace dateline
