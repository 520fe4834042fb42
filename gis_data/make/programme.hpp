#pragma once

#include <filesystem>
#include <string>

#include "make/profile.hpp"
#include "make/titles.hpp"

namespace ntmap::sample {

/// Tables beside the communes': districts (huyen) and wards and townships (do_thi) by year, the province's
/// own figures (tinh), OCOP products (ocop) and sponsors (do_dau).
void write_districts(const Profiles& profiles, const std::vector<Recognition>& recognitions,
                     const std::filesystem::path& folder);
void write_urban(const Profiles& profiles, const std::vector<Recognition>& recognitions,
                 const std::filesystem::path& folder);
void write_province(const std::filesystem::path& folder);
void write_products(const Profiles& profiles, const std::filesystem::path& folder);
void write_sponsors(const Profiles& profiles, const std::filesystem::path& folder);

/// The district and the township of Sơn Dương: 4 of 9 and 5 of 9 criteria.
void write_sonduong_district(const std::vector<Profile>& profiles, const std::filesystem::path& folder);

}  // namespace ntmap::sample
