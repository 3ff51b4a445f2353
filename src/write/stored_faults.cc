// See stored_faults.h.
#include "write/stored_faults.h"

#include <fmt/format.h>

#include <limits>

namespace dateline::write {
namespace {

constexpr std::int64_t most_people = std::numeric_limits<std::int32_t>::max();
constexpr std::int64_t most_items = std::numeric_limits<std::uint32_t>::max();

class Checker {
 public:
  void record(const Json& record);
  [[nodiscard]] std::string take() { return std::move(fault_); }

 private:
  void time(const Json& object);
  void day(const Json& object, const char* key);
  void count(const Json& object, const char* key, std::int64_t most);
  void wrong(std::string fault) {
    if (fault_.empty()) fault_ = std::move(fault);
  }

  std::string fault_;
};

void Checker::record(const Json& record) {
  time(member(record, "date"));
  time(member(record, "published"));
  day(record, "day");
  for (const char* key : {"article", "position", "line", "documents"})
    count(record, key, most_items);
  for (const char* key : {"dead", "injured", "detained", "displaced"})
    count(member(record, "toll"), key, most_people);
  for (const Json& item : list(record, "evidence"))
    for (const char* key : {"article", "line"}) count(item, key, most_items);
}

void Checker::time(const Json& object) {
  for (const char* key : {"start", "end", "anchor", "modified"}) day(object, key);
  const Date stated = date(object);
  if (stated.first != no_day && stated.last != no_day && stated.first > stated.last)
    wrong(fmt::format("the time ends on {}, before it begins", view(object, "end")));
}

void Checker::day(const Json& object, const char* key) {
  const Json& value = member(object, key);
  if (!value.is_null() && !parse_day(view(object, key)))
    wrong(fmt::format("the '{}' is no day", key));
}

void Checker::count(const Json& object, const char* key, std::int64_t most) {
  const Json& value = member(object, key);
  if (value.is_null()) return;
  if (!value.is_number_integer() || number(object, key, -1) < 0 || number(object, key) > most)
    wrong(fmt::format("the '{}' is no number from 0 to {}", key, most));
}

}  // namespace

std::string fault_of(const Json& record) {
  Checker checker;
  checker.record(record);
  return checker.take();
}

}  // namespace dateline::write
