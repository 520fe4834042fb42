#include "colour/palettes.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <numeric>
#include <optional>
#include <string>
#include <utility>

#include "base/error.hpp"
#include "base/nearest_word.hpp"
#include "colour/brewer.hpp"
#include "colour/difference.hpp"
#include "model/class_list.hpp"

namespace ntmap::colour {
namespace {

using model::PaletteKind;
using model::Rgb;
using Colours = std::vector<Rgb>;

/// A palette of ours or one that its authors gave as a continuous scale.
struct Scale {
  std::string_view name;
  PaletteKind kind;
  std::string_view colours;  ///< evenly spaced, as hex digits
};

/// ntmap: teal to brown instead of green to red, so that everyone can read it. ntmap-blue and its like: paths
/// through CIELAB from nearly white to nearly black, of which each step is equally large to the kind of eyes
/// that sees it least (colour/check.hpp): up to seven classes keep clear of one another, where ColorBrewer's
/// sequential families do so up to four or five. viridis: van der Walt and
/// Smith (2015), CC0. cividis: Nuñez, Anderton and Renslow (2018), "Optimizing colormaps with
/// consideration for color vision deficiency".
constexpr std::array<Scale, 7> k_scales{{
    {"ntmap", PaletteKind::diverging, "01665e7cc7bcf4ead0dfae628c510a"},
    {"ntmap-blue", PaletteKind::sequential, "eef4fbc4dcef99c2e270a8d5488dc43175b1215e9917457b102b58"},
    {"ntmap-green", PaletteKind::sequential, "f6f9dbd5e6ada4ca8374ae675596563e804a2b6a3e1c51310f3723"},
    {"ntmap-orange", PaletteKind::sequential, "fff1ddffdbb3fabc82f09653dd7333c55926a8441d813216582210"},
    {"ntmap-purple", PaletteKind::sequential, "f5f2f9d8cee5bdaed4a591c39278b38361a3714a8f5a34723f1d4f"},
    {"viridis", PaletteKind::sequential, "4401544828783e4a8931688e26828e1f9e8935b7796dcd59b4de2cfde725"},
    {"cividis", PaletteKind::sequential, "00204d00336f39486b575c6d7071738a8779a69d75c4b56ce4cf5bffea46"},
}};

Colours colours_from(std::string_view hex) {
  Colours colours;
  for (; hex.size() >= 6; hex.remove_prefix(6)) {
    unsigned value = 0;
    std::from_chars(hex.data(), hex.data() + 6, value, 16);
    colours.push_back({static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8 & 0xff),
                       static_cast<std::uint8_t>(value & 0xff)});
  }
  return colours;
}

/// `count` evenly spaced colours along a scale; the middle one for a single class.
Colours spread(const Colours& scale, int count) {
  Colours colours;
  for (int i = 0; i < count; ++i) {
    const double at =
        (count == 1 ? 0.5 : static_cast<double>(i) / (count - 1)) * static_cast<double>(scale.size() - 1);
    const std::size_t below = std::min(static_cast<std::size_t>(at), scale.size() - 2);
    colours.push_back(mix(scale[below], scale[below + 1], at - static_cast<double>(below)));
  }
  return colours;
}

int most_classes(const BrewerFamily& family) {
  if (family.kind == PaletteKind::qualitative) return static_cast<int>(family.lists[0].size() / 6);
  const auto end = std::find(family.lists.begin(), family.lists.end(), std::string_view{});
  return static_cast<int>(end - family.lists.begin()) + 2;
}

Colours from_family(const BrewerFamily& family, int count) {
  const int most = most_classes(family);
  if (family.kind == PaletteKind::qualitative) {
    if (count > most) {
      throw base::Error(
          base::ErrorKind::usage,
          base::text("bảng màu {} chỉ có {} màu", "palette {} has only {} colours", {family.name, most}),
          {"giảm số lớp hoặc chọn bảng màu khác", "use fewer classes or another palette"});
    }
    Colours colours = colours_from(family.lists[0]);
    colours.resize(static_cast<std::size_t>(count));
    return colours;
  }
  if (count > most) return spread(colours_from(family.lists[static_cast<std::size_t>(most - 3)]), count);
  const Colours designed = colours_from(family.lists[static_cast<std::size_t>(std::max(count, 3) - 3)]);
  return count < 3 ? spread(designed, count) : designed;
}

char small(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return small(x) == small(y); });
}

[[noreturn]] void refuse_name(std::string_view name) {
  std::vector<std::string> known;
  for (const PaletteInfo& one : all_palettes()) known.emplace_back(one.name);
  throw base::Error(base::ErrorKind::usage,
                    base::text("không có bảng màu “{}”", "there is no palette “{}”", {name}),
                    base::nearest_word_advice(name, known));
}

}  // namespace

std::vector<PaletteInfo> all_palettes() {
  std::vector<PaletteInfo> all;
  for (const Scale& scale : k_scales) {
    all.push_back({scale.name, scale.kind, static_cast<int>(scale.colours.size() / 6)});
  }
  for (const BrewerFamily& family : brewer_families()) {
    all.push_back({family.name, family.kind, most_classes(family)});
  }
  return all;
}

model::Palette palette(std::string_view name, int classes, bool reversed) {
  if (classes < 1 || classes > static_cast<int>(model::k_max_classes)) {
    throw base::Error(base::ErrorKind::usage,
                      base::text("số lớp {} không dùng được", "{} classes cannot be coloured", {classes}),
                      base::text("chọn từ 1 đến {} lớp", "choose 1 to {} classes", {model::k_max_classes}));
  }
  std::optional<model::Palette> found;
  for (const Scale& scale : k_scales) {
    if (same_name(scale.name, name)) {
      found = {std::string(scale.name), scale.kind, spread(colours_from(scale.colours), classes)};
    }
  }
  for (const BrewerFamily& family : brewer_families()) {
    if (same_name(family.name, name)) {
      found = {std::string(family.name), family.kind, from_family(family, classes)};
    }
  }
  if (!found) refuse_name(name);
  if (reversed) std::reverse(found->colours.begin(), found->colours.end());
  return *found;
}

}  // namespace ntmap::colour
