#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace ntmap::io {

/// Throws Error{data} when the text is not UTF-8.
void require_utf8(std::string_view text);

/// Appends a JSON string with its quotes. Throws Error{data} when the text is not UTF-8.
void append_json(std::string& out, std::string_view text);

/// Appends a number in its shortest form that reads back the same ("98.5", "1e+300"); not finite: null.
void append_json(std::string& out, double value);

/// Text for XML content and attribute values in double quotes; control characters that XML cannot hold
/// become blanks. Throws Error{data} when the text is not UTF-8.
std::string xml(std::string_view text);

/// Degrees in 1e-7 steps, rounded as printf("%.7f") does: exactly, ties to even. |degrees| <= 360.
std::int64_t to_1e7(double degrees);

/// Appends "x,y" of every vertex, each in square brackets and separated by commas, from 1e-7 degrees;
/// trailing zeros are left out.
void append_coordinates(std::string& out, std::span<const std::int64_t> xy);

}  // namespace ntmap::io
