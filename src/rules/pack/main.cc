// dateline-pack DATA IMAGE: packs the rules, word lists and tables of a data folder into the image
// that the program embeds. Prints what is wrong, with file and line, and fails; a wrong pack does
// not build.
#include <cstdio>
#include <fstream>

#include "rules/pack.h"

namespace {

void print(const dateline::Problem& problem) {
  std::fprintf(stderr, "%s:%u: error: %s [%s]\n    %s\n", problem.file.c_str(), problem.line,
               problem.message.c_str(), problem.code.c_str(), problem.source_line.c_str());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: dateline-pack DATA IMAGE\n");
    return 2;
  }
  dateline::Problems problems;
  auto sources = dateline::rules::gather_sources(argv[1], "data", problems);
  const auto pack = dateline::rules::build_pack(sources, {}, problems);
  for (const dateline::Problem& problem : problems) print(problem);
  if (!pack || !problems.empty()) return 1;
  std::ofstream out(argv[2], std::ios::binary);
  out << dateline::rules::save_pack(*pack, sources);
  return out.good() ? 0 : 1;
}
