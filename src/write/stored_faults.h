// What no run of ours would have written into a record of an extraction.
#pragma once

#include <string>

#include "write/stored_values.h"

namespace dateline::write {

// The first day that does not exist, time that ends before it begins or number out of range; "" for
// a record without any. What is missing is no fault.
[[nodiscard]] std::string fault_of(const Json& record);

}  // namespace dateline::write
