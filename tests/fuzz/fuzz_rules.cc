// Any bytes as a rule file, word list or table beside a small pack: the pack is built, or errors
// say why.
#include <string>

#include "fuzz.h"
#include "rules/pack.h"
#include "rules/sources.h"

namespace {
using dateline::rules::Source;
using dateline::rules::SourceKind;

SourceKind kind_of(std::string_view bytes) {
  if (bytes.empty() || bytes[0] != '#') return SourceKind::rule_file;
  return bytes.find("\nname") == std::string_view::npos ? SourceKind::word_list : SourceKind::table;
}

std::vector<Source> small_pack() {
  return {{"data/en/time/month.tsv", "en/time", "month", SourceKind::word_list,
           "form\tvalue\nmarch\t3\nmay\t5\n"},
          {"data/en/time/a.rules", "en/time", "a", SourceKind::rule_file,
           "rule  en.time.day\nfind  {month} {day:1-31}\ndate  {month}-{day}\nyes   May 3  ->  May "
           "3 = XXXX-05-03\n"}};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dateline;
  const std::string bytes(fuzz::as_text(data, size));
  Problems problems;
  const auto pack = rules::build_pack(
      small_pack(), {{"own/en/time/own", "en/time", "own", kind_of(bytes), bytes}}, problems);
  fuzz::check(pack != nullptr || !problems.empty(), "a pack that is not built says why");
  for (const auto& problem : problems)
    fuzz::check(!problem.code.empty(), "every problem has a code");
  return 0;
}
