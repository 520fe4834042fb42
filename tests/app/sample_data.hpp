#pragma once

#include "app/data/project_data.hpp"

namespace ntmap::test {

/// The two samples of the checkout, read once for all tests of a program: hatinh.toml and sonduong.toml.
app::ProjectData& ha_tinh();
app::ProjectData& son_duong();

/// The assessment of a period of a sample.
const app::Assessment& assessed(app::ProjectData& data, const char* period);

/// The index of a commune, by its code.
std::uint32_t commune(const app::Assessment& assessment, const char* code);

}  // namespace ntmap::test
