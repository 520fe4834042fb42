#include "gl/map_picture.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "gl/headless.hpp"
#include "support/mosaic.hpp"
#include "support/wkt.hpp"

namespace ntmap::gl {
namespace {

using model::Rgb;
using scene::Camera;
using test::count_colour;
using test::count_different;

constexpr Rgb k_paper{255, 255, 255};

class MapPicture : public test::HeadlessTest {
 protected:
  // Fills only, unless the style says otherwise.
  static Image paint(const model::PolygonSet& set, const Camera& camera, const model::ClassList& classes,
                     bool borders = false, int tile = 4096) {
    const auto source = test::source_of(set);
    const PictureLayer layers[] = {{test::mesh_for(*source, camera), &classes, 1, 1, borders}};
    return PicturePainter(tile).paint(camera, layers, {});
  }
};

Camera looking_at(const base::Box& box, int width, int height, double margin = 10) {
  Camera camera(width, height);
  camera.fit(box, margin);
  return camera;
}

TEST_F(MapPicture, InteriorPixelsAreThoseOfTheScanlineReference) {
  const auto set = test::Mosaic(7, 5, 60, 0.04).polygons();
  const auto classes = test::classes_for(set.feature_count());
  const Camera camera = looking_at(set.box(), 420, 300);
  const Image image = paint(set, camera, classes);
  const auto units = test::units_by_scanline(set, camera);
  int compared = 0;
  int wrong = 0;
  for (int y = 0; y < camera.height(); ++y) {
    for (int x = 0; x < camera.width(); ++x) {
      if (!test::is_interior(units, camera, x, y, 1)) continue;
      const int unit = units[static_cast<std::size_t>(y * camera.width() + x)];
      const Rgb expected =
          unit < 0 ? k_paper : classes.by_byte(classes.class_of[static_cast<std::size_t>(unit)]).fill;
      ++compared;
      if (!(image.at(x, y) == expected)) ++wrong;
    }
  }
  EXPECT_GT(compared, 420 * 300 * 7 / 10);
  EXPECT_EQ(wrong, 0);
}

TEST_F(MapPicture, NoPaperShowsBetweenUnits) {
  const auto set = test::Mosaic(7, 5, 120).polygons();
  const auto classes = test::classes_for(set.feature_count());
  const Camera camera = looking_at({0.3, 0.3, 6.7, 4.7}, 421, 307, 0);
  EXPECT_EQ(count_colour(paint(set, camera, classes), k_paper), 0);
}

TEST_F(MapPicture, PermutingUnitsChangesNoPixel) {
  const auto set = test::Mosaic(6, 4, 60).polygons();
  const auto classes = test::classes_for(set.feature_count());
  model::PolygonSet turned;
  model::ClassList turned_classes = classes;
  for (std::size_t i = 0; i < set.feature_count(); ++i) {
    const std::size_t from = (i * 7 + 3) % set.feature_count();
    turned.append_feature(set, from);
    turned_classes.class_of[i] = classes.class_of[from];
  }
  const Camera camera = looking_at(set.box(), 300, 200);
  const Image image = paint(set, camera, classes);
  EXPECT_EQ(count_different(image, paint(turned, camera, turned_classes)), 0);
  EXPECT_GT(count_colour(image, test::k_test_fills[2]), 1000);
}

TEST_F(MapPicture, OneUnit) {
  const auto set = test::from_wkt({"POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))"});
  const Image image = paint(set, looking_at(set.box(), 100, 100), test::classes_for(1));
  EXPECT_EQ(count_colour(image, test::k_test_fills[0]), 80 * 80);
}

TEST_F(MapPicture, UnitOfThreeThousandthsOfASquareMetreIsSeen) {
  const auto set =
      test::from_wkt({"POLYGON ((500000 2000000, 540000 2000000, 540000 2030000, 500000 2000000))",
                      "POLYGON ((505000 2025000, 505000.06 2025000, 505000.06 2025000.05, 505000 2025000))"});
  const Image image = paint(set, looking_at(set.box(), 400, 300), test::classes_for(2));
  EXPECT_GE(count_colour(image, test::k_test_fills[2]), 1);
  EXPECT_LE(count_colour(image, test::k_test_fills[2]), 9);
}

TEST_F(MapPicture, PolygonAcrossThePage) {
  const auto set = test::from_wkt({"POLYGON ((-1e6 -1e6, 1e6 -1e6, 1e6 1e6, -1e6 1e6, -1e6 -1e6))"});
  Camera camera(200, 100);
  const Image image = paint(set, camera, test::classes_for(1));
  EXPECT_EQ(count_colour(image, test::k_test_fills[0]), 200 * 100);
}

TEST_F(MapPicture, AllNoDataAndTheOtherSpecialClasses) {
  const auto set = test::Mosaic(3, 1, 4, 0).polygons();
  auto classes = test::classes_for(3);
  classes.class_of.assign(3, model::k_class_no_data);
  const Camera camera = looking_at(set.box(), 320, 120);
  EXPECT_EQ(count_colour(paint(set, camera, classes), classes.no_data.fill), 300 * 100);
  classes.class_of = {model::k_class_no_data, model::k_class_not_applicable, model::k_class_out_of_range};
  const Image image = paint(set, camera, classes);
  for (const auto* special : {&classes.no_data, &classes.not_applicable, &classes.out_of_range}) {
    EXPECT_EQ(count_colour(image, special->fill), 100 * 100);
  }
}

TEST_F(MapPicture, EmptyLayerIsPaper) {
  const Image image = paint({}, Camera(50, 40), test::classes_for(0));
  EXPECT_EQ(count_colour(image, k_paper), 50 * 40);
}

TEST_F(MapPicture, RowsRunFromTheTop) {
  const auto set =
      test::from_wkt({"POLYGON ((0 5, 10 5, 10 10, 0 10, 0 5))", "POLYGON ((0 0, 10 0, 10 5, 0 5, 0 0))"});
  const Image image = paint(set, looking_at(set.box(), 20, 20, 0), test::classes_for(2));
  EXPECT_EQ(image.at(10, 3), test::k_test_fills[0]) << "north";
  EXPECT_EQ(image.at(10, 16), test::k_test_fills[2]) << "south";
  EXPECT_EQ(image.row(0)[3], 255) << "opaque";
}

TEST_F(MapPicture, TilesAreThePictureInOne) {
  const auto set = test::Mosaic(6, 4, 60).polygons();
  auto classes = test::classes_for(set.feature_count());
  classes.classes[0].hatch = model::Hatch::forward;
  classes.classes[1].hatch = model::Hatch::dots;
  const Camera camera = looking_at(set.box(), 300, 200);
  const Image whole = paint(set, camera, classes, true);
  const Image tiled = paint(set, camera, classes, true, 64);
  EXPECT_LE(count_different(whole, tiled, 3), 300 * 200 / 500);
}

TEST_F(MapPicture, BordersByRank) {
  const auto set = test::from_wkt(
      {"POLYGON ((0 0, 10 0, 10 20, 0 20, 0 0))", "POLYGON ((10 0, 20 0, 20 20, 10 20, 10 0))"});
  const auto classes = test::classes_for(2);
  const Camera camera = looking_at(set.box(), 120, 120);
  const Image image = paint(set, camera, classes, true);
  for (int x : {59, 60}) {
    EXPECT_GT(image.at(x, 60).g, 120) << "a white line of one pixel, half on either side";
  }
  EXPECT_EQ(image.at(30, 60), test::k_test_fills[0]);
  EXPECT_EQ(image.at(110, 60).r, image.at(9, 60).r) << "the same outline on both sides";
  EXPECT_LT(image.at(10, 60).r, 130);
}

TEST_F(MapPicture, OverlayShowsTheMapThrough) {
  const auto set = test::from_wkt({"POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))"});
  const auto area = test::from_wkt({"POLYGON ((5 0, 10 0, 10 10, 5 10, 5 0))"});
  const Camera camera = looking_at(set.box(), 100, 100, 0);
  const auto classes = test::classes_for(1);
  auto above = test::classes_for(1);
  above.classes[0].fill = {0, 0, 250};
  const auto map = test::source_of(set);
  const auto overlay = test::source_of(area);
  const PictureLayer layers[] = {{test::mesh_for(*map, camera), &classes, 1, 1, false},
                                 {test::mesh_for(*overlay, camera), &above, 0.5f, 0.5f, false}};
  const Image image = PicturePainter().paint(camera, layers, {});
  EXPECT_EQ(image.at(20, 50), test::k_test_fills[0]);
  EXPECT_NEAR(image.at(80, 50).r, 100, 1);
  EXPECT_NEAR(image.at(80, 50).b, 140, 1);
  EXPECT_EQ(image.row(50)[80 * 4 + 3], 255);
}

TEST_F(MapPicture, HatchingDiffersByKindAndLeavesTheFillReadable) {
  const auto set = test::from_wkt({"POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))"});
  const Camera camera = looking_at(set.box(), 200, 200, 0);
  auto classes = test::classes_for(1);
  const Rgb fill = classes.classes[0].fill;
  std::vector<Image> images;
  for (auto kind : {model::Hatch::none, model::Hatch::forward, model::Hatch::backward, model::Hatch::cross,
                    model::Hatch::dots}) {
    classes.classes[0].hatch = kind;
    images.push_back(paint(set, camera, classes));
    for (std::size_t i = 0; i + 1 < images.size(); ++i) {
      EXPECT_GT(count_different(images[i], images.back(), 20), 2000) << static_cast<int>(kind);
    }
    const int clear = count_colour(images.back(), fill);
    EXPECT_GT(clear, 200 * 200 / 4);
    EXPECT_EQ(clear < 200 * 200 * 9 / 10, kind != model::Hatch::none);
  }
  // Forward is "/": one pixel to the right and one up shows the same.
  EXPECT_EQ(images[1].at(50, 50), images[1].at(51, 49));
  EXPECT_EQ(images[2].at(50, 50), images[2].at(51, 51));
}

TEST_F(MapPicture, IsTheSameWhateverWasDrawnBefore) {
  const auto set = test::Mosaic(3, 2, 40, 0.1).polygons();
  auto classes = test::classes_for(set.feature_count());
  for (model::MapClass& c : classes.classes) c.hatch = model::Hatch::forward;
  const auto source = test::source_of(set);
  const auto draw = [&](PicturePainter& painter, const Camera& camera) {
    const PictureLayer layers[] = {{test::mesh_for(*source, camera), &classes}};
    return painter.paint(camera, layers, {});
  };
  const Camera camera = looking_at(set.box(), 200, 150);
  PicturePainter painter;
  const Image first = draw(painter, camera);
  draw(painter, looking_at(set.box(), 333, 287));
  Camera aside = camera;
  aside.pan({13, 7});
  draw(painter, aside);
  EXPECT_EQ(count_different(first, draw(painter, camera)), 0);
}

TEST(PictureSize, RefusesWhatCannotBe) {
  for (const auto& [w, h] : {std::pair{0, 100}, {100, 0}, {-1, 5}, {100'001, 1}, {100'000, 100'000}}) {
    try {
      check_picture_size(w, h);
      ADD_FAILURE() << w << 'x' << h;
    } catch (const base::Error& error) {
      EXPECT_EQ(error.kind(), base::ErrorKind::usage);
      EXPECT_NE(error.message().en.find(std::to_string(w) + "x" + std::to_string(h)), std::string::npos);
    }
  }
  EXPECT_NO_THROW(check_picture_size(1, 1));
  EXPECT_NO_THROW(check_picture_size(9933, 14043)) << "A0 at 300 dpi";
  EXPECT_NO_THROW(check_picture_size(100'000, 1000));
}

TEST_F(MapPicture, AVeryWidePictureIsDrawnInTiles) {
  const auto set = test::from_wkt({"POLYGON ((0 0, 20000 0, 20000 10, 0 10, 0 0))"});
  const Image image = paint(set, looking_at(set.box(), 20'000, 10, 0), test::classes_for(1));
  EXPECT_EQ(count_colour(image, test::k_test_fills[0]), 20'000 * 10);
}

}  // namespace
}  // namespace ntmap::gl
