// One byte of a sound file changed at random, 1,000 times a file: each change must be refused, reported, or
// leave the values as they were. What a reader cannot know is counted and bounded: another digit in a number,
// another letter in a name, and a vertex moved inside its feature's box (geom's validity check and the
// shared borders see most of those).

#include <gtest/gtest.h>

#include <cstdio>
#include <random>

#include "base/error.hpp"
#include "file_bytes.hpp"
#include "io/table_reader.hpp"
#include "io/vector_reader.hpp"
#include "support/temporary_folder.hpp"
#include "support/wkt.hpp"

namespace ntmap::test {
namespace {

constexpr int k_mutations = 1000;

struct Outcome {
  int refused = 0;
  int reported = 0;
  int same = 0;
  int silent = 0;  ///< other values and no word about it
};

void record(const std::string& name, const Outcome& outcome) {
  testing::Test::RecordProperty(name + "_refused", outcome.refused);
  testing::Test::RecordProperty(name + "_reported", outcome.reported);
  testing::Test::RecordProperty(name + "_same", outcome.same);
  testing::Test::RecordProperty(name + "_silent", outcome.silent);
  std::printf("%s: refused %d, reported %d, same values %d, silent %d\n", name.c_str(), outcome.refused,
              outcome.reported, outcome.same, outcome.silent);
}

std::string one_byte_changed(std::string bytes, std::mt19937& random) {
  const std::size_t at = random() % bytes.size();
  bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ (1U + random() % 255U));
  return bytes;
}

model::PolygonSet mosaic() {
  model::PolygonSet polygons;
  for (int i = 0; i < 9; ++i) {
    const double x = 105.25 + 0.1 * (i % 3);
    const double y = 18.1 + 0.1 * (i / 3);
    polygons.xy.insert(polygons.xy.end(), {x, y, x + 0.1, y, x + 0.1, y + 0.1, x, y + 0.1});
    polygons.end_ring();
    polygons.end_part();
    polygons.end_feature();
  }
  return polygons;
}

class ShapefileMutation : public testing::Test {
 protected:
  ShapefileMutation() {
    std::vector<std::vector<std::string>> rows;
    for (int i = 0; i < 9; ++i) rows.push_back({"1807" + std::to_string(i), "Xã số " + std::to_string(i)});
    m_path = write_shapefile(m_folder, mosaic(), rows);
    m_sound = io::read_vector(m_path, {});
  }

  /// Mutates one file of the set; `same` tells whether the values read are the sound ones.
  template <class Same>
  Outcome run(const std::string& name, Same same) {
    const std::string bytes = read_bytes(m_folder / name);
    std::mt19937 random(20250701);
    Outcome outcome;
    for (int i = 0; i < k_mutations; ++i) {
      m_folder.write(name, one_byte_changed(bytes, random));
      try {
        const io::VectorFile file = io::read_vector(m_path, {});
        ++(!file.findings.empty() ? outcome.reported : same(file) ? outcome.same : outcome.silent);
      } catch (const base::Error& error) {
        EXPECT_FALSE(error.message().empty());
        ++outcome.refused;
      }
    }
    m_folder.write(name, bytes);
    record(name, outcome);
    return outcome;
  }

  bool same_values(const io::VectorFile& file) const {
    return file.layer.polygons == m_sound.layer.polygons &&
           file.layer.attributes.columns == m_sound.layer.attributes.columns;
  }

  TemporaryFolder m_folder;
  std::filesystem::path m_path;
  io::VectorFile m_sound;
};

TEST_F(ShapefileMutation, ShpOnlyAVertexInsideItsBoxCanMoveSilently) {
  int moved = 0;
  const auto same_but_one_vertex = [&](const io::VectorFile& file) {
    const model::PolygonSet& sound = m_sound.layer.polygons;
    const model::PolygonSet& read = file.layer.polygons;
    if (same_values(file)) return true;
    if (read.ring_start != sound.ring_start || read.feature_start != sound.feature_start) return false;
    for (std::size_t f = 0; f < sound.feature_count(); ++f) {
      if (read.feature_box(f) != sound.feature_box(f)) return false;
    }
    ++moved;
    return file.layer.attributes.columns == m_sound.layer.attributes.columns;
  };
  EXPECT_EQ(run("communes.shp", same_but_one_vertex).silent, 0);
  RecordProperty("shp_moved_vertices", moved);
  std::printf("communes.shp: in %d of the \"same\" a vertex moved inside its box\n", moved);
  EXPECT_LE(moved, k_mutations / 5);
}

TEST_F(ShapefileMutation, ShxNeverSilent) {
  EXPECT_EQ(run("communes.shx", [&](const auto& file) { return same_values(file); }).silent, 0);
}

TEST_F(ShapefileMutation, DbfOnlyLettersOfCellsCanChangeSilently) {
  const auto same_but_texts = [&](const io::VectorFile& file) {
    return file.layer.polygons == m_sound.layer.polygons &&
           file.layer.attributes.row_count() == m_sound.layer.attributes.row_count() &&
           file.layer.attributes.columns.size() == 2;
  };
  EXPECT_EQ(run("communes.dbf", same_but_texts).silent, 0);
}

TEST(CsvMutation, OnlyLettersOfCellsCanChangeSilently) {
  std::string sound = "code,name,water\n";
  for (int i = 0; i < 40; ++i)
    sound += "180" + std::to_string(10 + i) + ",Xa so " + std::to_string(i) + ",98.5\n";
  const TemporaryFolder folder;
  const auto path = folder.write("t.csv", sound);
  const std::size_t rows = io::read_table(path, {}).table.row_count();
  const auto usual = io::read_table(path, {}).findings.size();
  std::mt19937 random(20250701);
  Outcome outcome;
  for (int i = 0; i < k_mutations; ++i) {
    folder.write("t.csv", one_byte_changed(sound, random));
    try {
      const io::TableFile file = io::read_table(path, {});
      const bool reported = file.findings.size() > usual || file.encoding.raw;
      const bool shape = file.table.row_count() == rows && file.table.columns.size() == 3;
      ++(reported ? outcome.reported : shape ? outcome.same : outcome.silent);
    } catch (const base::Error&) {
      ++outcome.refused;
    }
  }
  record("csv", outcome);
  EXPECT_EQ(outcome.silent, 0);
}

}  // namespace
}  // namespace ntmap::test
