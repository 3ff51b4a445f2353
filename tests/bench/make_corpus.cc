// make_corpus SAMPLES OUT [MEGABYTES] [FILES]: varies the sample dumps into OUT/big.jsonl (one
// article a line) and OUT/small/NNN/NNNNNN.txt. Names and numbers change from copy to copy, lines
// are dropped here and there, so that the copies are neither equal nor near-copies. The same
// arguments give the same bytes.
#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {
namespace fs = std::filesystem;

// A word of a group changes into another of the same group.
using Group = std::vector<std::string_view>;
const std::vector<Group>& groups() {
  static const std::vector<Group> all = {
      {"Kukes",  "Tirana", "Durres", "Vienna", "Skopje", "Struga",  "Ohrid",  "Bari",
       "Ancona", "Split",  "Berat",  "Graz",   "Lyon",   "Naples",  "Brasov", "Lisbon",
       "Porto",  "Krakow", "Gdansk", "Malmo",  "Bergen", "Tampere", "Riga",   "Kaunas"},
      {"Albania", "Italy", "Greece", "Portugal", "Norway", "Poland", "Latvia", "Croatia"},
      {"Malajani", "Tafilaj", "Barjami", "Ndreu", "Dukaj", "Aasbu", "Petkovikj", "Shkurti",
       "Kelmendaj", "Lleshi", "Quill", "Hoxhallari", "Varga", "Lindqvist", "Okoro", "Sandvik",
       "Moreau", "Pereira"},
      {"Genc", "Besnik", "Teuta", "Drita", "Mirela", "Ingrid", "Goran", "Blerim", "Vjosa", "Arben",
       "Marta", "Ardit"},
      {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"},
      {"January", "February", "March", "April", "June", "July", "October", "November", "December"},
      {"bridge", "harbour", "dam", "factory", "hospital", "quarry", "railway", "embassy", "tunnel",
       "school"},
      {"strike", "protest", "vote", "inquiry", "march", "rally"},
      {"villages", "towns", "streets", "suburbs", "districts"},
      {"teachers", "farmers", "soldiers", "engineers", "dockers", "nurses", "drivers", "miners"},
  };
  return all;
}

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }
bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

class Varier {
 public:
  explicit Varier(std::uint32_t seed) : random_(seed) {}

  std::string vary(const std::string& text) {
    std::string out;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
      if (line.size() > 60 && chance(12)) continue;
      vary_line(line, out);
      out += '\n';
    }
    return out;
  }

 private:
  bool chance(unsigned percent) { return random_() % 100 < percent; }

  void vary_line(const std::string& line, std::string& out) {
    for (std::size_t i = 0; i < line.size();) {
      std::size_t end = i + 1;
      if (is_letter(line[i])) {
        while (end < line.size() && is_letter(line[end])) ++end;
        out += word(line.substr(i, end - i));
      } else if (is_digit(line[i])) {
        while (end < line.size() && is_digit(line[end])) ++end;
        out += number(line.substr(i, end - i));
      } else {
        out += line[i];
      }
      i = end;
    }
  }

  std::string word(const std::string& word) {
    for (const Group& group : groups()) {
      if (std::find(group.begin(), group.end(), word) == group.end()) continue;
      return chance(60) ? std::string(group[random_() % group.size()]) : word;
    }
    return word;
  }

  std::string number(const std::string& digits) {
    if (digits.size() == 4 || !chance(60)) return digits;
    if (digits.size() < 3) return std::to_string(1 + random_() % 28);
    std::string changed = digits;
    for (auto& digit : changed) digit = static_cast<char>('1' + random_() % 9);
    return changed;
  }

  std::mt19937 random_;
};

std::string json_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n')
      out += "\\n";
    else if (static_cast<unsigned char>(c) >= 0x20)
      out += c;
  }
  return out + '"';
}

std::vector<std::string> read_samples(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<std::string> texts;
  for (const auto& file : files) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    texts.push_back(text.str());
  }
  return texts;
}

std::string padded(std::size_t number, std::size_t width) {
  const std::string digits = std::to_string(number);
  return std::string(width - std::min(width, digits.size()), '0') + digits;
}

void write_big(const std::vector<std::string>& samples, const fs::path& file, std::size_t bytes) {
  std::ofstream out(file, std::ios::binary);
  std::size_t written = 0;
  for (std::uint32_t i = 0; written < bytes; ++i) {
    const std::string text = Varier(i).vary(samples[i % samples.size()]);
    const std::string day = "2023-" + padded(1 + i % 12, 2) + "-" + padded(1 + i % 28, 2);
    const std::string line = "{\"id\":\"" + std::to_string(i) + "\",\"published\":\"" + day +
                             "\",\"text\":" + json_string(text) + "}\n";
    out << line;
    written += line.size();
  }
}

void write_small(const std::vector<std::string>& samples, const fs::path& folder,
                 std::uint32_t count) {
  for (std::uint32_t i = 0; i < count; ++i) {
    const fs::path shelf = folder / padded(i / 1000, 3);
    if (i % 1000 == 0) fs::create_directories(shelf);
    std::ofstream(shelf / (padded(i, 6) + ".txt"), std::ios::binary)
        << Varier(i + 1000003).vary(samples[i % samples.size()]);
  }
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) {
    std::cerr << "usage: make_corpus SAMPLES OUT [MEGABYTES] [FILES]\n";
    return 2;
  }
  const auto samples = read_samples(arguments[1]);
  if (samples.empty()) {
    std::cerr << "make_corpus: no .txt files in " << arguments[1] << "\n";
    return 2;
  }
  const fs::path out = arguments[2];
  fs::create_directories(out);
  write_big(samples, out / "big.jsonl", std::stoul(count > 3 ? arguments[3] : "64") * 1000000);
  write_small(samples, out / "small",
              static_cast<std::uint32_t>(std::stoul(count > 4 ? arguments[4] : "20000")));
  return 0;
}
