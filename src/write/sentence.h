// Private to src/write: a summary as a sentence of its own.
#pragma once

#include <string>
#include <string_view>

namespace dateline::write {

// With both of its quotation marks and a full stop where it has no end of its own.
[[nodiscard]] std::string whole_sentence(std::string_view summary);

}  // namespace dateline::write
