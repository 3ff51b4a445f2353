// An example is read without names or dates, as one sentence; what comes out is compared with what
// stands behind "->".
#include "extract/examples.h"

#include <algorithm>

#include "extract/events/actors.h"
#include "extract/events/reader.h"

namespace dateline::extract {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// "assault/seize: Rebels > Hama | planned"
struct Expected {
  std::string_view type, mode, source, target, modality;
  bool roles = false;

  explicit Expected(std::string_view text) {
    const std::size_t bar = text.find('|');
    if (bar != std::string_view::npos) modality = trimmed(text.substr(bar + 1));
    text = trimmed(text.substr(0, bar));
    const std::size_t colon = text.find(':');
    std::string_view kind = trimmed(text.substr(0, colon));
    const std::size_t slash = kind.find('/');
    type = kind.substr(0, slash);
    if (slash != std::string_view::npos) mode = kind.substr(slash + 1);
    if (colon == std::string_view::npos) return;
    roles = true;
    const std::string_view pair = text.substr(colon + 1);
    const std::size_t arrow = pair.find('>');
    source = trimmed(pair.substr(0, arrow));
    if (arrow != std::string_view::npos) target = trimmed(pair.substr(arrow + 1));
  }
};

class Example {
 public:
  Example(const Rules& rules, const Lexicon& lexicon, std::string_view text) : lexicon_(lexicon) {
    rules::read_text(rules, text, reading_);
    context_.emplace(Context{reading_, lexicon_, annotations_});
    reader_.emplace(*context_, buffers_);
    std::size_t mention = 0, timex = 0;
    reader_->add({0, reading_.tokens.size()}, SentenceKind::example, mention, timex);
    reader_->take_apart();
    Before before;
    before.knows_actors = true;
    reader_->read(0, before);
  }

  [[nodiscard]] bool has_rule(RuleId rule) const {
    return std::any_of(
        reader_->candidates().begin(), reader_->candidates().end(),
        [&](const Candidate& one) { return lexicon_.event_rules()[one.rule].id == rule; });
  }
  [[nodiscard]] bool coded() const {
    return std::any_of(reader_->candidates().begin(), reader_->candidates().end(),
                       [](const Candidate& one) {
                         return one.type != EventType::statement && one.type != EventType::other;
                       });
  }
  [[nodiscard]] bool meets(const Expected& expected) const {
    return std::any_of(reader_->candidates().begin(), reader_->candidates().end(),
                       [&](const Candidate& one) { return meets(expected, one); });
  }
  [[nodiscard]] std::string found() const {
    std::string out;
    for (const Candidate& one : reader_->candidates()) {
      if (!out.empty()) out += ", ";
      out += std::string(to_string(one.type)) + "/" +
             std::string(lexicon_.event_rules()[one.rule].mode) + ": " + name(one.source) + " > " +
             name(one.target) + " | " + std::string(to_string(one.modality));
    }
    return out.empty() ? "nothing" : out;
  }

 private:
  [[nodiscard]] bool meets(const Expected& expected, const Candidate& one) const {
    if (to_string(one.type) != expected.type) return false;
    if (!expected.mode.empty() && lexicon_.event_rules()[one.rule].mode != expected.mode)
      return false;
    if (!expected.modality.empty() && to_string(one.modality) != expected.modality) return false;
    return !expected.roles ||
           (same(expected.source, name(one.source)) && same(expected.target, name(one.target)));
  }
  [[nodiscard]] std::string name(Index phrase) const {
    if (phrase == none) return "";
    const Sentence& sentence = reader_->sentence();
    const Chunk& chunk = chunk_at(sentence, phrase);
    if (unit_at(sentence, chunk.head).tag == Tag::pronoun) {
      return std::string(context_->span(sentence, chunk.first, chunk.last).of(reading_.text));
    }
    const ActorMemory memory;
    return std::string(Actors(*context_, sentence, memory).actor(phrase).name);
  }
  // Determiners do not count.
  [[nodiscard]] static bool same(std::string_view expected, std::string_view got) {
    return expected.empty() ? got.empty() : !got.empty() && expected.ends_with(got);
  }

  const Lexicon& lexicon_;
  rules::Reading reading_;
  Annotations annotations_;
  std::optional<Context> context_;
  SentenceBuffers buffers_;
  std::optional<SentenceReader> reader_;
};

std::string check(const Rules& rules, const Lexicon& lexicon, const rules::Rule& rule,
                  std::string_view text, bool must_match) {
  const std::size_t arrow = text.find("->");
  const Example example(rules, lexicon, trimmed(text.substr(0, arrow)));
  const bool is_event_rule = !rule.get("type").empty() && rule.get("rank") != "other";
  if (!must_match) return example.has_rule(rule.id) ? "got " + example.found() : "";
  if (arrow == std::string_view::npos) return "no -> and what is expected";
  const Expected expected(trimmed(text.substr(arrow + 2)));
  if (expected.type == "none") return example.coded() ? "got " + example.found() : "";
  if (!example.meets(expected)) return "got " + example.found();
  return is_event_rule && !example.has_rule(rule.id) ? "another rule found it: " + example.found()
                                                     : "";
}

}  // namespace

void check_examples(const Rules& rules, const Lexicon& lexicon, const rules::Area& area,
                    Problems& problems) {
  rules::check_examples(
      area,
      [&](const rules::Rule& rule, std::string_view example, bool must_match) {
        return check(rules, lexicon, rule, example, must_match);
      },
      problems);
}

}  // namespace dateline::extract
