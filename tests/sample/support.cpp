#include "support.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "io/table_reader.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap::test {

Dataset open_vector(const std::filesystem::path& file) {
  GDALAllRegister();
  Dataset dataset(GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
  EXPECT_NE(dataset, nullptr) << file;
  return dataset;
}

std::vector<std::string> texts(const std::filesystem::path& file, const char* field) {
  const Dataset dataset = open_vector(file);
  std::vector<std::string> result;
  for (const auto& feature : *dataset->GetLayer(0)) result.emplace_back(feature->GetFieldAsString(field));
  return result;
}

std::vector<std::unique_ptr<OGRGeometry>> geometries(const std::filesystem::path& file) {
  const Dataset dataset = open_vector(file);
  std::vector<std::unique_ptr<OGRGeometry>> result;
  for (const auto& feature : *dataset->GetLayer(0)) result.emplace_back(feature->GetGeometryRef()->clone());
  return result;
}

model::Table sample_table(const std::string& relative) {
  return io::read_table(checkout("gis_data/" + relative), {}).table;
}

std::map<std::string, double> numbers(const model::Table& table, const std::string& key,
                                      const std::string& column) {
  std::map<std::string, double> result;
  const model::Column* keys = table.find(key);
  const model::Column* cells = table.find(column);
  EXPECT_TRUE(keys != nullptr && cells != nullptr) << table.file << " " << key << " " << column;
  if (keys == nullptr || cells == nullptr) return result;
  const std::vector<double> values = io::read_numbers(table, *cells, false).values;
  for (std::size_t row = 0; row < values.size(); ++row)
    if (!std::isnan(values[row])) result[keys->text(row)] = values[row];
  return result;
}

double sum(const std::map<std::string, double>& values) {
  double result = 0;
  for (const auto& [key, value] : values) result += value;
  return result;
}

double weighted_mean(const std::map<std::string, double>& values,
                     const std::map<std::string, double>& weights) {
  double total = 0;
  double weight = 0;
  for (const auto& [key, value] : values) {
    total += value * weights.at(key);
    weight += weights.at(key);
  }
  return total / weight;
}

}  // namespace ntmap::test
