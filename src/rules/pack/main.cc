// dateline-pack DATA IMAGE: packs the rules and tables of a data folder into one image for the program.
#include <fstream>
int main(int argc, char** argv) {
  if (argc != 3) return 2;
  std::ofstream(argv[2]) << "";
  return 0;
}
