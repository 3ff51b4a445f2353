// Time expressions that are no plain day of a verb: ranges of two, and names of deeds.
#pragma once

#include "extract/sentence/sentence.h"

namespace dateline::extract {

// "the September 11 attacks": a day without a year that names a deed, of any year.
[[nodiscard]] bool is_name_of_deed(const Context& context, const Sentence& sentence, Index timex);

// "from Friday to Sunday", "between 3 and 5 March", "3-5 March": what ends the range that this
// expression begins; none where it begins none.
[[nodiscard]] Index end_of_range(const Context& context, const Sentence& sentence, Index timex);

// The days of such a range.
[[nodiscard]] Date joined(const Date& first, const Date& last);

}  // namespace dateline::extract
