// Any text, searched for time expressions: spans are in order inside the text and on characters,
// days are in order.
#include <string>

#include "dateline/rules.h"
#include "fuzz.h"
#include "text/text.h"
#include "time/time.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dateline;
  static Problems problems;
  static const auto rules = Rules::load({}, problems);
  static const time::Tagger tagger(*rules, problems);
  const std::string text = text::repair_utf8(std::string(fuzz::as_text(data, size))).text;
  rules::Reading reading;
  rules::read_text(*rules, text, reading);
  std::vector<Timex> found;
  time::Memory memory;
  tagger.find(reading, {0, reading.tokens.size()}, {}, memory, found);
  std::uint32_t begin = 0;
  for (const auto& timex : found) {
    fuzz::check(timex.span.begin >= begin && timex.span.begin < timex.span.end,
                "expressions are in order");
    fuzz::check(timex.span.end <= text.size(), "expressions lie in the text");
    fuzz::check((static_cast<unsigned char>(text[timex.span.begin]) & 0xC0) != 0x80,
                "expressions start on characters");
    fuzz::check(timex.rule != no_rule, "every expression names its rule");
    begin = timex.span.begin;
  }
  return 0;
}
