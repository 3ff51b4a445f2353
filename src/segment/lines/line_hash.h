// What a line is known by in the corpus: a hash of its bytes with blanks and case left aside and
// every run of digits as one. Of a long line only its beginning and its end are looked at: two
// lines that agree in these are copies of each other, which may have been edited in between.
#pragma once

#include <cstdint>
#include <string_view>

namespace dateline::segment {

// 0: of no interest, as too short or too long. Else an odd number.
[[nodiscard]] std::uint64_t line_hash(std::string_view line);

}  // namespace dateline::segment
