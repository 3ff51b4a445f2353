// Any bytes as records that an earlier run should have written (--from): the run ends, with
// problems or without.
#include <fstream>

#include "dateline/pipeline.h"
#include "fuzz.h"
#include "support/files.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dateline;
  static const test::TemporaryFolder folder;
  const std::string path = (folder.path() / "records.ndjson").string();
  std::ofstream(path, std::ios::binary) << fuzz::as_text(data, size);
  // The size chooses the stage, so that one input costs one run.
  constexpr Stage stages[] = {Stage::read, Stage::segment, Stage::annotate, Stage::extract};
  RunOptions options;
  options.inputs = {path};
  options.from = stages[size % 4];
  options.jobs = 1;
  Problems problems;
  const auto result = run(options, {Format::json}, {}, problems);
  fuzz::check(!result.done || result.outputs.size() == 1, "a run that is done has its output");
  for (const auto& problem : problems)
    fuzz::check(!problem.code.empty(), "every problem has a code");
  return 0;
}
