// Which files are inputs, in which order, and what is named and passed over.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "read/read.h"
#include "support/files.h"

namespace dateline::read {
namespace {

namespace fs = std::filesystem;

class ListInputs : public ::testing::Test {
 protected:
  void touch(const std::string& name) {
    fs::create_directories((folder_.path() / name).parent_path());
    std::ofstream(folder_.path() / name) << "text";
  }
  [[nodiscard]] std::string path(const std::string& name) const {
    return (folder_.path() / name).string();
  }
  std::vector<std::string> list(const std::string& name) {
    return list_inputs({path(name)}, problems_);
  }

  test::TemporaryFolder folder_;
  Problems problems_;
};

TEST_F(ListInputs, walks_a_folder_in_the_order_of_bytes) {
  for (const char* name : {"in/b.txt", "in/a/z.txt", "in/a.txt", "in/B.txt", "in/é.txt"})
    touch(name);
  EXPECT_EQ(list("in"),
            (std::vector<std::string>{path("in/B.txt"), path("in/a.txt"), path("in/a/z.txt"),
                                      path("in/b.txt"), path("in/é.txt")}));
  EXPECT_TRUE(problems_.empty());
}

TEST_F(ListInputs, keeps_the_order_of_the_command_line) {
  touch("b.txt");
  touch("a.txt");
  EXPECT_EQ(list_inputs({path("b.txt"), "-", path("a.txt")}, problems_),
            (std::vector<std::string>{path("b.txt"), "-", path("a.txt")}));
}

TEST_F(ListInputs, reads_an_input_once_however_its_path_is_spelled) {
  touch("a.txt");
  touch("in/b.txt");
  const std::string folder = folder_.path().string();
  EXPECT_EQ(list_inputs({path("a.txt"), folder + "/./a.txt", folder + "//a.txt",
                         folder + "/in/../a.txt", path("in/b.txt")},
                        problems_),
            (std::vector<std::string>{path("a.txt"), path("in/b.txt")}));
}

TEST_F(ListInputs, names_symbolic_links_and_does_not_follow_them) {
  touch("in/a.txt");
  fs::create_directory_symlink("..", folder_.path() / "in/up");
  fs::create_symlink("loop", folder_.path() / "in/loop");
  EXPECT_EQ(list("in").size(), 1u);
  ASSERT_EQ(problems_.size(), 2u);
  EXPECT_EQ(problems_[0].code, "read.symlink");
  EXPECT_EQ(problems_[0].file, path("in/loop"));
  EXPECT_EQ(problems_[1].file, path("in/up"));
}

TEST_F(ListInputs, follows_a_link_that_is_named_itself) {
  touch("a.txt");
  fs::create_symlink("a.txt", folder_.path() / "link.txt");
  EXPECT_EQ(list("link.txt"), std::vector<std::string>{path("link.txt")});
}

TEST_F(ListInputs, names_pipes_and_passes_them_over) {
  touch("in/a.txt");
  ASSERT_EQ(::mkfifo(path("in/pipe").c_str(), 0600), 0);
  EXPECT_EQ(list("in").size(), 1u);
  ASSERT_EQ(problems_.size(), 1u);
  EXPECT_EQ(problems_[0].code, "read.special");
  EXPECT_EQ(problems_[0].severity, Severity::warning);
}

TEST_F(ListInputs, names_what_does_not_exist) {
  EXPECT_TRUE(list("nothing").empty());
  ASSERT_EQ(problems_.size(), 1u);
  EXPECT_EQ(problems_[0].code, "read.missing");
  EXPECT_EQ(problems_[0].file, path("nothing"));
}

}  // namespace
}  // namespace dateline::read
