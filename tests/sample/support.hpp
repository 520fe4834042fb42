#pragma once

#include <ogrsf_frmts.h>

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "model/table.hpp"

namespace ntmap::test {

struct CloseDataset {
  void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<GDALDataset, CloseDataset>;

/// Opens a file with GDAL alone, without the product's readers. Fails the test when it cannot.
Dataset open_vector(const std::filesystem::path& file);

/// The texts of one field of the first layer.
std::vector<std::string> texts(const std::filesystem::path& file, const char* field);

/// A copy of the geometry of each feature of the first layer.
std::vector<std::unique_ptr<OGRGeometry>> geometries(const std::filesystem::path& file);

/// A table of the sample as the product reads it: "tables/2023/xa_ntm.xlsx" of hatinh.
model::Table sample_table(const std::string& relative);

/// Numbers of a column by the key of the row; rows without a number are left out.
std::map<std::string, double> numbers(const model::Table& table, const std::string& key,
                                      const std::string& column);

double sum(const std::map<std::string, double>& values);

/// Mean of the values weighted by the weights of the same key.
double weighted_mean(const std::map<std::string, double>& values,
                     const std::map<std::string, double>& weights);

}  // namespace ntmap::test
