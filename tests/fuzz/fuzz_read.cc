// Any bytes as an input file: what is read is valid UTF-8 and has a name, whatever the bytes were.
#include <filesystem>
#include <fstream>

#include "fuzz.h"
#include "read/read.h"
#include "support/files.h"
#include "text/text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dateline;
  static const test::TemporaryFolder folder;
  // The first byte chooses the extension, because extensions count where the content does not
  // decide.
  constexpr const char* names[] = {"input.txt", "input.jsonl", "input.json", "input.html", "input"};
  const std::string path = (folder.path() / names[size == 0 ? 0 : data[0] % 5]).string();
  const auto bytes = fuzz::as_text(data, size);
  std::ofstream(path, std::ios::binary) << (bytes.empty() ? bytes : bytes.substr(1));
  Problems problems;
  read::read_file(
      path, {},
      [](Document&& document) {
        fuzz::check(text::is_utf8(document.text), "the text that was read is UTF-8");
        fuzz::check(text::is_utf8(document.name), "the document's name is UTF-8");
        for (const auto* field : {&document.title, &document.published, &document.url,
                                  &document.author, &document.publisher, &document.language}) {
          fuzz::check(text::is_utf8(*field), "metadata is UTF-8");
        }
        for (const auto& tag : document.tags)
          fuzz::check(tag.span.end <= document.text.size(), "tags lie in the text");
        return true;
      },
      problems);
  for (const auto& problem : problems)
    fuzz::check(!problem.code.empty(), "every problem has a code");
  return 0;
}
