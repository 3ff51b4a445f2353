// MB/s of each room on one core, in memory, over the articles of a corpus that make_corpus wrote
// (the first argument, a folder; its small files are used).
#include <benchmark/benchmark.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "annotate/annotate.h"
#include "dateline/rules.h"
#include "extract/extract.h"
#include "merge/merge.h"
#include "read/read.h"
#include "rules/rules.h"
#include "segment/segment.h"
#include "text/text.h"
#include "time/time.h"
#include "write/write.h"

namespace {
using namespace dateline;
namespace fs = std::filesystem;

constexpr std::size_t most_documents = 1500;

// Everything up to each room, made once, so that every benchmark runs one room alone.
struct World {
  Problems problems;
  std::shared_ptr<const Rules> rules = Rules::load({}, problems);
  time::Tagger tagger{*rules, problems};
  segment::Segmenter segmenter{*rules, problems};
  segment::Workspace segmenting;
  annotate::Annotator annotator{*rules, tagger, problems};
  annotate::Workspace workspace;
  extract::Extractor extractor{*rules, problems};
  extract::Workspace extracting;

  std::vector<std::string> paths;
  std::vector<Document> documents;
  segment::Corpus corpus;
  std::vector<rules::Reading> readings;
  std::vector<Layout> layouts;
  std::vector<std::vector<Annotations>> annotations;  // of each document, one an article
  std::vector<Extraction> extractions;
  std::int64_t bytes = 0;

  explicit World(const std::string& folder) {
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      if (entry.path().extension() == ".txt") paths.push_back(entry.path().string());
    }
    std::sort(paths.begin(), paths.end());
    paths.resize(std::min(paths.size(), most_documents));
    read_all();
    for (std::size_t i = 0; i < documents.size(); ++i) prepare(i);
  }

  void read_all() {
    for (const auto& path : paths) {
      read::read_file(
          path, {},
          [&](Document&& document) {
            documents.push_back(std::move(document));
            return true;
          },
          problems);
    }
    for (const auto& document : documents) {
      corpus.add(document);
      bytes += static_cast<std::int64_t>(document.text.size());
    }
  }

  void prepare(std::size_t i) {
    const Document& document = documents[i];
    rules::read_text(*rules, document.text, readings.emplace_back());
    layouts.push_back(segmenter.segment(document, readings[i], corpus, {}, segmenting));
    annotations.emplace_back();
    text::LineCounter lines(document.text);
    for (std::uint32_t article = 0; article < layouts[i].articles.size(); ++article) {
      annotations[i].push_back(
          annotator.annotate(document, readings[i], layouts[i], article, workspace));
      extractions.push_back(extractor.extract(
          {document, readings[i], layouts[i], article, annotations[i].back(), lines}, {},
          extracting));
    }
  }
};

// Calls `one(i)` for every document, over and over.
template <typename One>
void each_document(benchmark::State& state, const World& world, One one) {
  for (auto _ : state) {
    for (std::size_t i = 0; i < world.documents.size(); ++i) one(i);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * world.bytes);
}

void add_text_benchmarks(const World& world) {
  benchmark::RegisterBenchmark("text: UTF-8", [&](benchmark::State& state) {
    each_document(state, world, [&](std::size_t i) {
      benchmark::DoNotOptimize(text::is_utf8(world.documents[i].text));
    });
  });
  benchmark::RegisterBenchmark("text: tokens", [&](benchmark::State& state) {
    text::Tokens tokens;
    each_document(state, world,
                  [&](std::size_t i) { text::tokenize(world.documents[i].text, tokens); });
  });
  benchmark::RegisterBenchmark("text: sentences", [&](benchmark::State& state) {
    each_document(state, world, [&](std::size_t i) {
      const auto& reading = world.readings[i];
      benchmark::DoNotOptimize(text::sentences(reading.text, reading.tokens,
                                               {0, reading.tokens.size()}, reading.abbreviation));
    });
  });
  benchmark::RegisterBenchmark("rules: tokens and words", [&](benchmark::State& state) {
    rules::Reading reading;
    each_document(state, world, [&](std::size_t i) {
      rules::read_text(*world.rules, world.documents[i].text, reading);
    });
  });
  benchmark::RegisterBenchmark("time: find", [&](benchmark::State& state) {
    std::vector<Timex> found;
    each_document(state, world, [&](std::size_t i) {
      found.clear();
      time::Memory memory;
      world.tagger.find(world.readings[i], {0, world.readings[i].tokens.size()}, {}, memory, found);
    });
  });
}

void add_room_benchmarks(const World& world) {
  benchmark::RegisterBenchmark("read", [&](benchmark::State& state) {
    Problems problems;
    for (auto _ : state) {
      for (const auto& path : world.paths) {
        read::read_file(
            path, {},
            [](Document&& document) {
              benchmark::DoNotOptimize(document);
              return true;
            },
            problems);
      }
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * world.bytes);
  });
  benchmark::RegisterBenchmark("segment", [&](benchmark::State& state) {
    segment::Workspace workspace;
    each_document(state, world, [&](std::size_t i) {
      benchmark::DoNotOptimize(world.segmenter.segment(world.documents[i], world.readings[i],
                                                       world.corpus, {}, workspace));
    });
  });
  benchmark::RegisterBenchmark("annotate", [&](benchmark::State& state) {
    annotate::Workspace workspace;
    each_document(state, world, [&](std::size_t i) {
      for (std::uint32_t article = 0; article < world.layouts[i].articles.size(); ++article) {
        benchmark::DoNotOptimize(world.annotator.annotate(world.documents[i], world.readings[i],
                                                          world.layouts[i], article, workspace));
      }
    });
  });
  benchmark::RegisterBenchmark("extract", [&](benchmark::State& state) {
    extract::Workspace workspace;
    each_document(state, world, [&](std::size_t i) {
      text::LineCounter lines(world.documents[i].text);
      for (std::uint32_t article = 0; article < world.layouts[i].articles.size(); ++article) {
        benchmark::DoNotOptimize(
            world.extractor.extract({world.documents[i], world.readings[i], world.layouts[i],
                                     article, world.annotations[i][article], lines},
                                    {}, workspace));
      }
    });
  });
  benchmark::RegisterBenchmark("merge", [&](benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(merge::merge(world.extractions, {}));
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * world.bytes);
  });
  benchmark::RegisterBenchmark("write: json", [&](benchmark::State& state) {
    const auto chronology = merge::merge(world.extractions, {});
    for (auto _ : state) {
      const write::Pieces pieces(chronology, "sha256:0", Format::json);
      for (std::size_t i = 0; i < pieces.size(); ++i) benchmark::DoNotOptimize(pieces.piece(i));
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * world.bytes);
  });
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) {
    std::cerr << "usage: room_bench FOLDER [--benchmark_...]\n";
    return 2;
  }
  const auto world = std::make_unique<World>(arguments[1]);
  benchmark::Initialize(&count, arguments);
  add_text_benchmarks(*world);
  add_room_benchmarks(*world);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
