// See classify.h: reads the table of weights, runs the two stages.
#include "segment/kinds/classify.h"

#include <charconv>
#include <string>
#include <unordered_map>

namespace dateline::segment {

namespace {

// The cells of a table's row, read into trees.
class WeightReader {
 public:
  WeightReader(const rules::Table& table, Problems& problems) : table_(table), problems_(problems) {
    for (std::size_t i = 0; i < all_features; ++i)
      features_.emplace(feature_name(i), static_cast<std::uint16_t>(i));
    name_ = table.column("name");
    values_ = table.column("values");
    for (std::size_t i = 0; i < tree_depth; ++i) {
      feature_[i] = table.column("feature" + std::to_string(i + 1));
      threshold_[i] = table.column("threshold" + std::to_string(i + 1));
    }
  }

  // The row's name says whose it is: "text.one.017".
  [[nodiscard]] std::string_view name(rules::RowId row) const { return table_.text(row, name_); }

  void read(rules::RowId row, Model& model) {
    const std::string_view name = table_.text(row, name_);
    std::string_view values = table_.text(row, values_);
    if (name.ends_with(".bias")) {
      model.bias = static_cast<std::int16_t>(next(values));
      return;
    }
    Tree tree;
    for (std::size_t i = 0; i < tree_depth; ++i) {
      const auto found = features_.find(table_.text(row, feature_[i]));
      if (found == features_.end() || !is_there(found->second, name)) return wrong(name);
      tree.feature[i] = found->second;
      std::string_view threshold = table_.text(row, threshold_[i]);
      tree.threshold[i] = static_cast<std::uint8_t>(next(threshold));
    }
    for (std::size_t leaf = 0; leaf < tree_leaves; ++leaf)
      tree.value[leaf] = static_cast<std::int16_t>(next(values));
    model.trees.push_back(tree);
  }

 private:
  // Is the feature made where the tree looks?
  static bool is_there(std::size_t feature, std::string_view tree) {
    if (feature < stage_one_features) return true;
    if (feature < stage_one_features + context_features) return tree.substr(5).starts_with("two.");
    return tree.starts_with("html.");
  }
  static int next(std::string_view& numbers) {
    while (!numbers.empty() && numbers.front() == ' ') numbers.remove_prefix(1);
    int value = 0;
    const auto [end, error] =
        std::from_chars(numbers.data(), numbers.data() + numbers.size(), value);
    numbers.remove_prefix(static_cast<std::size_t>(end - numbers.data()));
    return value;
  }
  void wrong(std::string_view name) {
    problems_.push_back({Severity::error, "segment.weights",
                         "row " + std::string(name) + " names a feature that is not there",
                         "fit the weights anew: see docs/segment.md",
                         "data/world/segment_weights.tsv", 0, 0, ""});
  }

  const rules::Table& table_;
  Problems& problems_;
  std::unordered_map<std::string_view, std::uint16_t> features_;
  int name_ = -1, values_ = -1;
  int feature_[tree_depth] = {}, threshold_[tree_depth] = {};
};

}  // namespace

Classifier::Classifier(const Rules& rules, Problems& problems) {
  const rules::Table* table = rules::table(rules, "segment_weights");
  if (table == nullptr) return;
  WeightReader reader(*table, problems);
  struct {
    Model first, second;
  } text, html;
  for (rules::RowId row = 0; row < table->rows(); ++row) {
    const std::string_view name = reader.name(row);
    auto& stages = name.starts_with("html.") ? html : text;
    reader.read(row, name.substr(5).starts_with("two.") ? stages.second : stages.first);
  }
  text_ = {Forest(text.first), Forest(text.second)};
  html_ = {Forest(html.first), Forest(html.second)};
}

std::vector<float> Classifier::scores(const Page& page, const rules::Reading& reading,
                                      FeatureRoom& room) const {
  const Stages& stages = page.facts.tags.empty() || html_.first.empty() ? text_ : html_;
  stage_one(page.lines, reading.tokens, page.facts, room);
  std::vector<float> scores = stages.first.evaluate(room.features);
  stage_two(page.lines, page.facts, scores, room);
  const std::vector<float> second = stages.second.evaluate(room.features);
  // The mean of both is steadier on unseen sites than the second alone.
  for (std::size_t i = 0; i < scores.size(); ++i) scores[i] = (scores[i] + second[i]) / 2;
  return scores;
}

}  // namespace dateline::segment
