#include "rules/rules.h"
namespace dateline {
struct Rules::Impl {};
Rules::Rules(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Rules::~Rules() = default;
std::shared_ptr<const Rules> Rules::load(const std::vector<std::string>&, Problems&) { return std::shared_ptr<const Rules>(new Rules(std::make_unique<Impl>())); }
std::string_view Rules::digest() const { return "sha256:"; }
std::string_view Rules::name(RuleId) const { return ""; }
std::string Rules::place(RuleId) const { return ""; }
}  // namespace dateline
