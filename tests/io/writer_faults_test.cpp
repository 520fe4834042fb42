// Every writer against a full disk, places that cannot be written, and a user who cancels: always an
// Error, never a partial file, and the old file stays.

#include <gmock/gmock.h>
#include <sys/resource.h>

#include <csignal>
#include <functional>
#include <ostream>

#include "base/error.hpp"
#include "io/csv_writer.hpp"
#include "io/geojson_writer.hpp"
#include "io/geotiff_writer.hpp"
#include "io/gpkg_writer.hpp"
#include "io/rasterize.hpp"
#include "io/xlsx_sheets.hpp"
#include "sample_layer.hpp"
#include "support/ordinary_user.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap::io {
namespace {

namespace fs = std::filesystem;
using base::ErrorKind;
using base::Job;
using base::Overwrite;

struct Writer {
  const char* name;
  const char* extension;
  std::function<void(const fs::path&, Overwrite, const Job&)> write;
};

/// What a failure calls the case.
void PrintTo(const Writer& one, std::ostream* out) {
  *out << one.name;
}

base::PixelGrid grid(const ExportLayer& layer) {
  return grid_by_size(layer.polygons->box(), 1100, 600);
}

template <RasterKind kind>
void tiff(const fs::path& target, Overwrite overwrite, const Job& job) {
  const ExportLayer layer = test::sample_layer_in_metres();
  write_geotiff(layer, grid(layer), kind, target, overwrite, job);
}

const std::vector<Writer>& writers() {
  static const std::vector<Writer> all{
      {"GeotiffClasses", ".tif", tiff<RasterKind::classes>},
      {"GeotiffValues", ".tif", tiff<RasterKind::values>},
      {"GeotiffZip", ".zip", tiff<RasterKind::classes>},
      {"GeoJson", ".geojson",
       [](const fs::path& target, Overwrite overwrite, const Job& job) {
         write_geojson(test::sample_layer(), {}, target, overwrite, job);
       }},
      {"Gpkg", ".gpkg",
       [](const fs::path& target, Overwrite overwrite, const Job& job) {
         write_gpkg(test::sample_layer(), {}, {}, target, overwrite, job);
       }},
      {"Csv", ".csv",
       [](const fs::path& target, Overwrite overwrite, const Job& job) {
         write_csv(export_columns(test::sample_layer()), {}, target, overwrite, job);
       }},
      {"Xlsx", ".xlsx",
       [](const fs::path& target, Overwrite overwrite, const Job& job) {
         write_xlsx(sheets_of(test::sample_layer()), "", target, overwrite, job);
       }},
  };
  return all;
}

constexpr fs::perms k_read_only =
    fs::perms::owner_read | fs::perms::owner_exec | fs::perms::others_read | fs::perms::others_exec;

/// The largest file this process may write, until the end of the test: a disk that is full.
class SmallDisk {
 public:
  explicit SmallDisk(rlim_t bytes) {
    m_old_signal = std::signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &m_old);
    const rlimit small{bytes, m_old.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
  }
  ~SmallDisk() {
    setrlimit(RLIMIT_FSIZE, &m_old);
    std::signal(SIGXFSZ, m_old_signal);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

 private:
  rlimit m_old{};
  void (*m_old_signal)(int) = nullptr;
};

class WriterFaults : public testing::TestWithParam<Writer> {
 protected:
  fs::path target() const { return m_folder / (std::string("bản đồ") + GetParam().extension); }

  /// The kind of error that writing gives; usage stands for none.
  ErrorKind write(const Job& job = {}) const {
    try {
      GetParam().write(target(), Overwrite::yes, job);
    } catch (const base::Error& error) {
      return error.kind();
    }
    return ErrorKind::usage;
  }

  void expect_only_the_old_file() const {
    EXPECT_EQ(test::read_bytes(target()), "old");
    EXPECT_EQ(std::distance(fs::directory_iterator(m_folder.path()), {}), 1);
  }

  test::TemporaryFolder m_folder;
};

TEST_P(WriterFaults, FullDiskKeepsTheOldFile) {
  GetParam().write(target(), Overwrite::no, {});
  const auto whole = fs::file_size(target());
  fs::remove_all(target());
  for (const auto& entry : fs::directory_iterator(m_folder.path())) fs::remove(entry.path());
  m_folder.write(target().filename().string(), "old");
  for (const rlim_t size : {rlim_t{0}, rlim_t{whole / 3}, rlim_t{whole / 2}, rlim_t{whole - 1}}) {
    ErrorKind kind{};
    {
      const SmallDisk disk(size);
      kind = write();
    }
    EXPECT_EQ(kind, ErrorKind::io) << size << " of " << whole;
    expect_only_the_old_file();
  }
}

TEST_P(WriterFaults, CancelAtAnyTimeKeepsTheOldFile) {
  m_folder.write(target().filename().string(), "old");
  int cancelled = 0;
  for (const double at : {0.0, 0.1, 0.3, 0.5, 0.6, 0.8, 0.95}) {
    std::stop_source stop;
    const Job job(
        [&](double fraction, const base::Text&) {
          if (fraction >= at) stop.request_stop();
        },
        stop.get_token());
    if (at == 0.0) stop.request_stop();
    if (write(job) != ErrorKind::cancelled) break;
    ++cancelled;
    expect_only_the_old_file();
  }
  EXPECT_GE(cancelled, 6);
}

TEST_P(WriterFaults, RefusesPlacesThatCannotBeWritten) {
  const std::string extension = GetParam().extension;
  EXPECT_THROW(GetParam().write("/proc/ntmap" + extension, Overwrite::yes, {}), base::Error);
  EXPECT_THROW(GetParam().write(m_folder / ("a/b" + extension), Overwrite::yes, {}), base::Error);
  EXPECT_THROW(GetParam().write(m_folder.path(), Overwrite::yes, {}), base::Error);
  EXPECT_TRUE(fs::is_empty(m_folder.path()));
}

TEST_P(WriterFaults, RefusesFoldersWithoutPermission) {
  m_folder.write(target().filename().string(), "old");
  fs::permissions(m_folder.path(), k_read_only);
  const int kind = test::as_ordinary_user([this] { return static_cast<int>(write()); });
  fs::permissions(m_folder.path(), fs::perms::owner_all);
  EXPECT_EQ(kind, static_cast<int>(ErrorKind::io));
  expect_only_the_old_file();
}

/// Root is refused here as well.
TEST_P(WriterFaults, RefusesPathsBelowAFile) {
  m_folder.write(target().filename().string(), "old");
  const fs::path below = target() / ("a" + std::string(GetParam().extension));
  EXPECT_THROW(GetParam().write(below, Overwrite::yes, {}), base::Error);
  expect_only_the_old_file();
}

TEST_P(WriterFaults, OverwritesOnlyOnRequest) {
  m_folder.write(target().filename().string(), "old");
  EXPECT_THROW(GetParam().write(target(), Overwrite::no, {}), base::Error);
  expect_only_the_old_file();
  GetParam().write(target(), Overwrite::yes, {});
  EXPECT_NE(test::read_bytes(target()), "old");
}

TEST_P(WriterFaults, ProgressGrowsToTheEnd) {
  std::vector<double> seen;
  GetParam().write(target(), Overwrite::no,
                   Job([&](double fraction, const base::Text&) { seen.push_back(fraction); }));
  ASSERT_FALSE(seen.empty());
  EXPECT_TRUE(std::ranges::is_sorted(seen));
  EXPECT_EQ(seen.back(), 1);
}

INSTANTIATE_TEST_SUITE_P(All, WriterFaults, testing::ValuesIn(writers()),
                         [](const auto& each) { return std::string(each.param.name); });

}  // namespace
}  // namespace ntmap::io
