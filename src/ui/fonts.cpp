#include "ui/fonts.hpp"

#include <fontconfig/fontconfig.h>
#include <imgui.h>

#include <memory>
#include <string>

namespace ntmap::ui {
namespace {

constexpr double k_text_pixels = 17;
constexpr double k_heading_pixels = 23;

/// All that the interface and unit names can hold: Latin with Vietnamese letters (combining marks too,
/// for data that is not yet composed), Δ, ₫, dashes, quotes, comparison signs, ticks and arrows.
constexpr ImWchar k_ranges[] = {0x0020, 0x024f, 0x02b0, 0x02ff, 0x0300, 0x0333, 0x0394, 0x0394,
                                0x1ea0, 0x1ef9, 0x2010, 0x2027, 0x2030, 0x203a, 0x20ab, 0x20ab,
                                0x2190, 0x2193, 0x2212, 0x2212, 0x2248, 0x2265, 0x25a0, 0x25cf,
                                0x2610, 0x2612, 0x2713, 0x2718, 0};

/// Signs that text fonts may lack: they are then taken from another font.
constexpr ImWchar k_signs[] = {0x2190, 0x2193, 0x2248, 0x2248, 0x2264, 0x2265,
                               0x25a1, 0x25a1, 0x2713, 0x2713, 0};

using Pattern = std::unique_ptr<FcPattern, decltype(&FcPatternDestroy)>;

std::string best_file(const Pattern& pattern) {
  FcConfigSubstitute(nullptr, pattern.get(), FcMatchPattern);
  FcDefaultSubstitute(pattern.get());
  FcResult result = FcResultNoMatch;
  const Pattern found(FcFontMatch(nullptr, pattern.get(), &result), &FcPatternDestroy);
  FcChar8* file = nullptr;
  if (!found || FcPatternGetString(found.get(), FC_FILE, 0, &file) != FcResultMatch) return {};
  return reinterpret_cast<const char*>(file);
}

std::string match(int weight) {
  const Pattern pattern(FcPatternCreate(), &FcPatternDestroy);
  FcPatternAddString(pattern.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>("Noto Sans"));
  FcPatternAddString(pattern.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>("sans-serif"));
  FcPatternAddString(pattern.get(), FC_LANG, reinterpret_cast<const FcChar8*>("vi"));
  FcPatternAddInteger(pattern.get(), FC_WEIGHT, weight);
  FcPatternAddInteger(pattern.get(), FC_SLANT, FC_SLANT_ROMAN);
  FcPatternAddBool(pattern.get(), FC_SCALABLE, FcTrue);
  return best_file(pattern);
}

std::string match_signs() {
  const std::unique_ptr<FcCharSet, decltype(&FcCharSetDestroy)> signs(FcCharSetCreate(), &FcCharSetDestroy);
  for (std::size_t i = 0; k_signs[i] != 0; ++i) FcCharSetAddChar(signs.get(), k_signs[i]);
  const Pattern pattern(FcPatternCreate(), &FcPatternDestroy);
  FcPatternAddCharSet(pattern.get(), FC_CHARSET, signs.get());
  FcPatternAddBool(pattern.get(), FC_SCALABLE, FcTrue);
  return best_file(pattern);
}

/// Text first; where it lacks a sign, the other font's is used.
void add(ImFontAtlas& atlas, const std::string& file, const std::string& signs, double pixels) {
  const auto size = static_cast<float>(pixels);
  if (file.empty() || atlas.AddFontFromFileTTF(file.c_str(), size, nullptr, k_ranges) == nullptr) {
    ImFontConfig fallback;
    fallback.SizePixels = size;
    atlas.AddFontDefault(&fallback);
  }
  if (signs.empty() || signs == file) return;
  ImFontConfig merged;
  merged.MergeMode = true;
  atlas.AddFontFromFileTTF(signs.c_str(), size, &merged, k_signs);
}

}  // namespace

FontFiles find_font_files() {
  return {match(FC_WEIGHT_REGULAR), match(FC_WEIGHT_BOLD), match_signs()};
}

void add_text_font(ImFontAtlas& atlas, const FontFiles& files, double scale) {
  add(atlas, files.regular, files.signs, k_text_pixels * scale);
}

void load_fonts(const FontFiles& files, double scale) {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  atlas.Clear();
  add_text_font(atlas, files, scale);
  add(atlas, files.bold, files.signs, k_text_pixels * scale);
  add(atlas, files.bold, files.signs, k_heading_pixels * scale);
}

void drop_font_sources() {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  if (atlas.TexPixelsAlpha8 == nullptr && atlas.TexPixelsRGBA32 == nullptr) return;
  atlas.ClearTexData();
  atlas.ClearInputData();
}

void push_font(Font font) {
  ImGui::PushFont(ImGui::GetIO().Fonts->Fonts[static_cast<int>(font)]);
}

void pop_font() {
  ImGui::PopFont();
}

}  // namespace ntmap::ui
