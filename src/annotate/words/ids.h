// The parts that ids are made of. Appended to what is there, so that an id is built in one string.
#pragma once

#include <string>
#include <string_view>

namespace dateline::annotate {

// "Dmitry Peskov" -> "dmitry-peskov": letters and digits folded, everything else one hyphen; quotes
// and dots are left out.
void append_slug(std::string_view name, std::string& id);
// "SY" -> "sy", "Val d'Oise" -> "val-d-oise": letters and digits folded, any other byte a hyphen.
void append_code(std::string_view code, std::string& id);

}  // namespace dateline::annotate
