// The sums and means of the tables are the figures that the provincial documents print.
#include <gtest/gtest.h>

#include "make/csv.hpp"
#include "make/totals.hpp"
#include "support.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap {
namespace {

model::Table figures(const std::string& period) {
  return test::sample_table("hatinh/tables/" + period + "/so_lieu_xa" +
                            (period == "2024" ? ".xlsx" : ".csv"));
}

double total(const std::string& period, const std::string& column) {
  return test::sum(test::numbers(figures(period), "MA_XA", column));
}

/// Mean of a column of another table, weighted by people or households of the same period.
double mean(const model::Table& table, const std::string& column, const std::string& period,
            const char* weight) {
  return test::weighted_mean(test::numbers(table, "MA_XA", column),
                             test::numbers(figures(period), "MA_XA", weight));
}

TEST(Totals, ModelVillages) {
  EXPECT_EQ(total("2021_07", "kdc"), 747);
  EXPECT_EQ(total("2021", "kdc_them"), 236);
  EXPECT_EQ(total("2025_02", "kdc"), 1205);
  EXPECT_EQ(total("2025_02", "thon_tong"), 1512);
}

TEST(Totals, NoUnitHasMoreModelVillagesThanVillages) {
  for (const char* period : {"2021_07", "2021", "2022", "2023", "2024", "2025_02", "2025_06", "2025_12"}) {
    const auto villages = test::numbers(figures(period), "MA_XA", "thon_tong");
    const auto models = test::numbers(figures(period), "MA_XA", "kdc");
    for (const auto& [code, count] : villages) EXPECT_LE(models.at(code), count) << period << " " << code;
  }
}

TEST(Totals, Land) {
  EXPECT_NEAR(total("2023", "ruong_dat_them"), 3600, 1e-6);
  EXPECT_GT(total("2024", "ruong_dat"), 12500);
}

TEST(Totals, Houses) {
  EXPECT_EQ(total("2023", "nha_van_hoa_them"), 25);
  EXPECT_EQ(total("2023", "nha_kien_co_them"), 2533);
  EXPECT_EQ(total("2025_02", "nha_van_hoa"), 105);
  EXPECT_EQ(total("2025_02", "nha_kien_co"), 8329);
  EXPECT_EQ(total("2021_07", "vuon_mau"), 7244);
}

TEST(Totals, StocksGrowByTheirFlows) {
  const std::vector<std::string> years = {"2021", "2022", "2023", "2024"};
  for (const char* stock : {"kdc", "ruong_dat", "nha_van_hoa", "nha_kien_co"})
    for (std::size_t i = 1; i < years.size(); ++i)
      EXPECT_NEAR(total(years[i], stock),
                  total(years[i - 1], stock) + total(years[i], std::string(stock) + "_them"), 1e-6)
          << stock << " " << years[i];
}

TEST(Totals, Poverty) {
  const double of_2022 = mean(figures("2022"), "ho_ngheo_pct", "2022", "so_ho");
  const double of_2023 = mean(figures("2023"), "ho_ngheo_pct", "2023", "so_ho");
  EXPECT_NEAR(of_2023, 3.01, 0.005);
  EXPECT_NEAR(of_2022 - of_2023, 0.78, 0.005);
  EXPECT_NEAR(mean(figures("2024"), "ho_ngheo_pct", "2024", "so_ho"), 2.40, 0.005);
}

TEST(Totals, Income) {
  EXPECT_GT(mean(figures("2021_07"), "ntm.10", "2021_07", "dan_so"), 35);
  EXPECT_NEAR(mean(test::sample_table("hatinh/tables/2024/xa_ntm.xlsx"), "ntm.10", "2024", "dan_so"), 54.78,
              0.005);
}

TEST(Totals, CentralisedWater) {
  EXPECT_NEAR(
      mean(test::sample_table("hatinh/tables/2023/xa_ntm.xlsx"), "ntm.17.1.tap_trung", "2023", "so_ho"), 24.5,
      0.05);
}

TEST(Totals, Products) {
  const sample::CsvTable products(test::checkout("gis_data/hatinh/tables/ocop.csv"));
  int in_2021 = 0;
  int three_in_2023 = 0;
  int exported = 0;
  for (std::size_t row = 0; row < products.size(); ++row) {
    const std::string year = products.cell(row, "certified").substr(0, 4);
    in_2021 += year == "2021" ? 1 : 0;
    three_in_2023 += year == "2023" && products.cell(row, "stars") == "3" ? 1 : 0;
    exported += year >= "2021" && year <= "2023" && products.cell(row, "exported") == "1" ? 1 : 0;
    EXPECT_NE(products.cell(row, "stars"), "5");
  }
  EXPECT_EQ(in_2021, 95);
  EXPECT_EQ(three_in_2023, 128);
  EXPECT_EQ(exported, 6);
}

TEST(Totals, ProvinceFigures) {
  const model::Table table = test::sample_table("hatinh/tables/2023/tinh.csv");
  EXPECT_EQ(test::numbers(table, "MA_TINH", "tai_tro").at("42"), 96);
  EXPECT_EQ(test::numbers(table, "MA_TINH", "tai_tro_giao").at("42"), 16);
}

TEST(Totals, DeclaredLandOfTheAreas) {
  const test::Dataset dataset =
      test::open_vector(test::checkout("gis_data/hatinh/areas/land_consolidation.gpkg"));
  double in_2023 = 0;
  double by_2024 = 0;
  for (const auto& feature : *dataset->GetLayer(0)) {
    const double hectares = feature->GetFieldAsDouble("DT_KE_KHAI");
    EXPECT_GT(hectares, 0);
    if (feature->GetFieldAsInteger("NAM") == 2023) in_2023 += hectares;
    if (feature->GetFieldAsInteger("NAM") <= 2024) by_2024 += hectares;
  }
  EXPECT_NEAR(in_2023, 3600, 1e-6);
  EXPECT_NEAR(by_2024, 12640, 1e-6);
}

TEST(Totals, HouseholdsOfTheSchemesAtWorkIn2023) {
  const test::Dataset dataset = test::open_vector(test::checkout("gis_data/hatinh/areas/water_supply.gpkg"));
  double served = 0;
  for (const auto& feature : *dataset->GetLayer(0))
    if (feature->GetFieldAsInteger("NAM") <= 2023) served += feature->GetFieldAsInteger("SO_HO");
  const model::Table units = figures("2025_06");
  double households = 0;
  const auto all = test::numbers(units, "MA_XA", "so_ho");
  for (const auto& [code, villages] : test::numbers(units, "MA_XA", "thon_tong")) households += all.at(code);
  EXPECT_NEAR(100 * served / households, 24.5, 0.05);
}

TEST(Totals, TheCellsHoldAllHouseholds) {
  GDALAllRegister();
  const std::filesystem::path file = test::checkout("gis_data/hatinh/areas/households.tif");
  const test::Dataset dataset(GDALDataset::Open(file.c_str(), GDAL_OF_RASTER));
  ASSERT_TRUE(dataset);
  std::vector<float> cells(static_cast<std::size_t>(dataset->GetRasterXSize()) *
                           static_cast<std::size_t>(dataset->GetRasterYSize()));
  ASSERT_EQ(dataset->GetRasterBand(1)->RasterIO(
                GF_Read, 0, 0, dataset->GetRasterXSize(), dataset->GetRasterYSize(), cells.data(),
                dataset->GetRasterXSize(), dataset->GetRasterYSize(), GDT_Float32, 0, 0, nullptr),
            CE_None);
  double households = 0;
  for (const float cell : cells) households += static_cast<double>(cell);
  EXPECT_EQ(households, test::sum(test::numbers(figures("2025_06"), "MA_XA", "so_ho")));
}

TEST(Distribute, PartsAddUpAndStayUnderWholeWeights) {
  const std::vector<double> weights = {3, 5, 1, 7};
  for (long total = 0; total <= 16; ++total) {
    const std::vector<long> parts = sample::distribute(total, weights);
    long sum = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      sum += parts[i];
      EXPECT_LE(static_cast<double>(parts[i]), weights[i]) << total;
    }
    EXPECT_EQ(sum, total);
  }
}

TEST(FitMean, ReachesTheMeanWithinTheRanges) {
  std::vector<sample::Bounded> values = {{10, 0, 50}, {20, 0, 50}, {30, 0, 30}};
  const std::vector<double> weights = {100, 150, 90};
  sample::fit_mean(values, weights, 31.7, 0.1);
  double sum = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    sum += values[i].value * weights[i];
    EXPECT_GE(values[i].value, values[i].least);
    EXPECT_LE(values[i].value, values[i].most);
  }
  EXPECT_NEAR(sum / 340, 31.7, 0.05);
}

TEST(FitMean, RefusesAMeanOutsideTheRanges) {
  std::vector<sample::Bounded> values = {{10, 0, 20}};
  EXPECT_THROW(sample::fit_mean(values, {1}, 25, 0.1), std::runtime_error);
}

}  // namespace
}  // namespace ntmap
