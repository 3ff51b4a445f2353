#include "rules/pack.h"

#include <algorithm>
#include <array>

#include "rules/paragraphs.h"
#include "rules/pattern.h"

namespace dateline::rules {
namespace {

void complain(const Rule& rule, std::string code, std::string message, Problems& problems) {
  problems.push_back({Severity::error, std::move(code), std::move(message), "see docs/rules.md",
                      std::string(rule.file), rule.line, 1, "rule " + std::string(rule.name)});
}

using Folders = std::map<std::string, std::vector<Rule>, std::less<>>;

void name_duplicates(const std::vector<Rule>& rules, Problems& problems) {
  std::map<std::string_view, const Rule*> seen;
  for (const Rule& rule : rules) {
    const auto [it, fresh] = seen.try_emplace(rule.name, &rule);
    if (!fresh) {
      complain(rule, "rules.duplicate",
               "there is already a rule of this name at " + std::string(it->second->file) + ":" +
                   std::to_string(it->second->line),
               problems);
    }
  }
}

void name_without_example(const std::vector<Rule>& rules, Problems& problems) {
  for (const Rule& rule : rules) {
    if (rule.get("yes").empty())
      complain(rule, "rules.no-example", "the rule has no `yes` example", problems);
  }
}

Folders parse_folders(const std::vector<Source>& sources, std::size_t from, std::size_t to,
                      Problems& problems) {
  Folders folders;
  std::vector<Rule> all;
  for (std::size_t i = from; i < to; ++i) {
    if (sources[i].kind != SourceKind::rule_file) continue;
    auto rules = parse_paragraphs(sources[i], problems);
    all.insert(all.end(), rules.begin(), rules.end());
    auto& folder = folders[sources[i].folder];
    folder.insert(folder.end(), std::make_move_iterator(rules.begin()),
                  std::make_move_iterator(rules.end()));
  }
  name_duplicates(all, problems);
  name_without_example(all, problems);
  return folders;
}

void overlay_rules(Folders& folders, Folders overlays) {
  for (auto& [folder, rules] : overlays) {
    std::vector<Rule> fresh;
    auto& existing = folders[folder];
    for (Rule& rule : rules) {
      const auto it = std::find_if(existing.begin(), existing.end(),
                                   [&](const Rule& r) { return r.name == rule.name; });
      if (it != existing.end())
        *it = std::move(rule);
      else
        fresh.push_back(std::move(rule));
    }
    existing.insert(existing.begin(), std::make_move_iterator(fresh.begin()),
                    std::make_move_iterator(fresh.end()));
  }
}

bool holds_pattern(std::string_view key) {
  return key == "find" || key == "before" || key == "after" || key == "not-before" ||
         key == "not-after";
}

Lexicon build_lexicon(const std::vector<Source>& sources, const Folders& folders,
                      Problems& problems) {
  LexiconBuilder builder;
  for (const Source& source : sources) {
    if (source.kind == SourceKind::word_list) builder.add_list(source, problems);
  }
  for (const auto& [folder, rules] : folders) {
    for (const Rule& rule : rules) {
      for (const Field& field : rule.fields) {
        if (holds_pattern(field.key)) {
          collect_literals(field.value,
                           [&builder](std::string_view token) { builder.add_literal(token); });
        }
      }
    }
  }
  return Lexicon(builder.build());
}

void add_name(Rules::Impl& impl, std::string_view name, std::string_view path, std::uint32_t line) {
  impl.ids.try_emplace(name, static_cast<RuleId>(impl.named.size()));
  impl.named.push_back({name, path, line});
}

void add_mechanisms(Rules::Impl& impl) {
  for (const Source& source : impl.sources) {
    if (source.kind != SourceKind::mechanisms) continue;
    std::uint32_t number = 0;
    bool header = true;
    for (const std::string_view line : split(source.text, '\n')) {
      ++number;
      if (line.empty() || line[0] == '#') continue;
      if (!header) add_name(impl, line.substr(0, line.find('\t')), source.path, number);
      header = false;
    }
  }
}

using Programs = std::map<std::string, AreaProgram, std::less<>>;

// The text::SentenceHints that each combination of classes stands for.
std::vector<std::uint8_t> sentence_hints_of(const Lexicon& lexicon) {
  constexpr std::array<std::string_view, 4> lists = {
      "abbreviation", "abbreviation-number", "sentence-opener",
      "abbreviation-capital"};  // in the order of the bits
  std::vector<std::uint8_t> hints(lexicon.combos());
  for (unsigned bit = 0; bit < lists.size(); ++bit) {
    const ClassId cls = lexicon.class_named(lists[bit]);
    for (ComboId combo = 0; cls != no_class && combo < hints.size(); ++combo) {
      if (lexicon.combo_has(combo, cls))
        hints[combo] = static_cast<std::uint8_t>(hints[combo] | 1U << bit);
    }
  }
  return hints;
}

void view_tables(std::string_view bytes, TableStore& store) {
  if (auto view = TableStore::view(bytes)) store = std::move(*view);
}

// Numbers the rules, makes the matchers, declares the mechanisms.
void assemble(Rules::Impl& impl, Folders folders, Programs programs) {
  impl.sentence_hints = sentence_hints_of(impl.lexicon);
  impl.starts = Starts(impl.lexicon);
  for (auto& [folder, rules] : folders) {
    for (Rule& rule : rules) {
      rule.id = static_cast<RuleId>(impl.named.size());
      add_name(impl, rule.name, rule.file, rule.line);
    }
    AreaProgram& program = programs[folder];
    const Starts::Mask bit = impl.starts.add(program);
    impl.areas.emplace(
        folder, std::make_unique<Matcher>(std::move(rules), std::move(program), impl.lexicon, bit));
  }
  add_mechanisms(impl);
}

}  // namespace

std::unique_ptr<Rules::Impl> build_pack(std::vector<Source> sources, std::vector<Source> overlays,
                                        Problems& problems) {
  auto impl = std::make_unique<Rules::Impl>();
  impl->sources = std::move(sources);
  const std::size_t built_in = impl->sources.size();
  impl->sources.insert(impl->sources.end(), std::make_move_iterator(overlays.begin()),
                       std::make_move_iterator(overlays.end()));
  const std::size_t before = problems.size();
  Folders folders = parse_folders(impl->sources, 0, built_in, problems);
  overlay_rules(folders, parse_folders(impl->sources, built_in, impl->sources.size(), problems));
  impl->lexicon = build_lexicon(impl->sources, folders, problems);
  Programs programs;
  for (const auto& [folder, rules] : folders)
    programs[folder] = compile_area(rules, impl->lexicon, problems);
  assemble(*impl, std::move(folders), std::move(programs));
  impl->digest = digest_of(impl->sources);
  const auto split_at = impl->sources.begin() + static_cast<std::ptrdiff_t>(built_in);
  impl->table_bytes = pack_tables({impl->sources.begin(), split_at}, problems);
  impl->overlay_bytes = pack_tables({split_at, impl->sources.end()}, problems);
  view_tables(impl->table_bytes, impl->tables);
  view_tables(impl->overlay_bytes, impl->overlay_tables);
  if (problems.size() > before) return nullptr;
  return impl;
}

std::string save_pack(const Rules::Impl& pack, const std::vector<Source>& sources) {
  ImageWriter image;
  image.add("rules", pack_sources(sources, {SourceKind::rule_file, SourceKind::mechanisms}));
  image.add("words", pack_sources(sources, {SourceKind::word_list}));
  image.add("digest", pack.digest);
  image.add("tables", pack.table_bytes);
  Archive lexicon;
  pack.lexicon.arrays().save(lexicon);
  image.add("lexicon", lexicon.take());
  Archive areas;
  areas.put(static_cast<std::uint64_t>(pack.areas.size()));
  for (const auto& [folder, matcher] : pack.areas) {
    areas.put(std::string_view(folder));
    matcher->program().save(areas);
  }
  image.add("areas", areas.take());
  return image.finish();
}

std::unique_ptr<Rules::Impl> load_pack(const ImageView& image, Problems& problems) {
  auto impl = std::make_unique<Rules::Impl>();
  impl->sources = unpack_sources(image.section("rules"));
  impl->digest = image.section("digest");
  view_tables(image.section("tables"), impl->tables);
  ArchiveReader lexicon(image.section("lexicon"));
  impl->lexicon = Lexicon(LexiconArrays::load(lexicon));
  Programs programs;
  ArchiveReader areas(image.section("areas"));
  for (auto left = areas.get<std::uint64_t>(); left > 0; --left) {
    const std::string folder(areas.text());
    programs[folder] = AreaProgram::load(areas);
  }
  assemble(*impl, parse_folders(impl->sources, 0, impl->sources.size(), problems),
           std::move(programs));
  return impl;
}

std::unique_ptr<Rules::Impl> overlay_pack(const ImageView& image, std::vector<Source> overlays,
                                          Problems& problems) {
  auto sources = unpack_sources(image.section("rules"));
  auto words = unpack_sources(image.section("words"));
  sources.insert(sources.end(), std::make_move_iterator(words.begin()),
                 std::make_move_iterator(words.end()));
  std::sort(sources.begin(), sources.end(),
            [](const Source& a, const Source& b) { return a.path < b.path; });
  auto impl = build_pack(std::move(sources), std::move(overlays), problems);
  if (impl) view_tables(image.section("tables"), impl->tables);
  // The tables' text is not in the image: its digest stands for it.
  if (impl)
    impl->digest =
        digest_of({{"built-in", "", "", SourceKind::table, std::string(image.section("digest"))},
                   {"overlaid", "", "", SourceKind::table, impl->digest}});
  return impl;
}

}  // namespace dateline::rules
