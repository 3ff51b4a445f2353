// Rules::load: the embedded image, and what --rules folders lay over it.
#include <iterator>

#include "dateline/rules.h"
#include "rules/pack.h"

extern "C" {
extern const char dateline_rules_image[];
extern const char dateline_rules_image_end[];
}

namespace dateline {
namespace {

std::vector<rules::Source> overlay_sources(const std::vector<std::string>& folders,
                                           Problems& problems) {
  std::vector<rules::Source> sources;
  for (const std::string& folder : folders) {
    auto found = rules::gather_sources(folder, folder, problems);
    sources.insert(sources.end(), std::make_move_iterator(found.begin()),
                   std::make_move_iterator(found.end()));
  }
  return sources;
}

}  // namespace

std::shared_ptr<const Rules> Rules::load(const std::vector<std::string>& overlays,
                                         Problems& problems) {
  const std::string_view image(
      dateline_rules_image,
      static_cast<std::size_t>(dateline_rules_image_end - dateline_rules_image));
  const auto view = rules::ImageView::open(image);
  if (!view) {
    problems.push_back({Severity::error, "rules.image", "the built-in rules cannot be read",
                        "build the program anew", "", 0, 0, ""});
    return nullptr;
  }
  std::unique_ptr<Impl> impl;
  if (overlays.empty()) {
    impl = rules::load_pack(*view, problems);
  } else {
    impl = rules::overlay_pack(*view, overlay_sources(overlays, problems), problems);
  }
  if (!impl) return nullptr;
  return std::shared_ptr<const Rules>(new Rules(std::move(impl)));
}

}  // namespace dateline
