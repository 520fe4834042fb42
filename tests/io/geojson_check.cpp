#include "geojson_check.hpp"

#include <cpl_json.h>

#include <cmath>

#include "base/geometry.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap::test {
namespace {

class Check {
 public:
  std::vector<std::string> complaints;

  void collection(const CPLJSONObject& root) {
    if (root.GetString("type") != "FeatureCollection") complain("no FeatureCollection");
    if (root.GetObj("crs").IsValid()) complain("a crs member");
    const CPLJSONArray features = root.GetArray("features");
    if (!features.IsValid()) return complain("no features");
    for (int i = 0; i < features.Size(); ++i) {
      m_place = "feature " + std::to_string(i);
      feature(features[i]);
    }
  }

 private:
  void complain(const std::string& what) { complaints.push_back(m_place + ": " + what); }

  void feature(const CPLJSONObject& object) {
    if (object.GetString("type") != "Feature") complain("no Feature");
    if (object.GetObj("properties").GetType() != CPLJSONObject::Type::Object) complain("no properties");
    const CPLJSONObject shape = object.GetObj("geometry");
    if (!shape.IsValid()) return complain("no geometry member");
    m_box = {};
    if (shape.GetType() != CPLJSONObject::Type::Null) geometry(shape);
    if (object.GetObj("bbox").IsValid()) box(object.GetArray("bbox"));
  }

  void box(const CPLJSONArray& bbox) {
    const double wanted[] = {m_box.min_x, m_box.min_y, m_box.max_x, m_box.max_y};
    if (bbox.Size() != 4) return complain("a bbox without four numbers");
    for (int i = 0; i < 4; ++i) {
      if (bbox[i].ToDouble() != wanted[i]) complain("a bbox that is not the feature's");
    }
  }

  void geometry(const CPLJSONObject& shape) {
    const CPLJSONArray coordinates = shape.GetArray("coordinates");
    if (shape.GetString("type") == "Polygon") return polygon(coordinates);
    if (shape.GetString("type") != "MultiPolygon") return complain("neither Polygon nor MultiPolygon");
    if (coordinates.Size() < 2) complain("a MultiPolygon of one part");
    for (int i = 0; i < coordinates.Size(); ++i) polygon(coordinates[i].ToArray());
  }

  void polygon(const CPLJSONArray& rings) {
    if (rings.Size() < 1) complain("a polygon without rings");
    for (int i = 0; i < rings.Size(); ++i) ring(rings[i].ToArray(), i == 0);
  }

  void ring(const CPLJSONArray& positions, bool shell) {
    std::vector<base::Vec2> at;
    for (int i = 0; i < positions.Size(); ++i) at.push_back(position(positions[i].ToArray()));
    if (at.size() < 4) return complain("a ring of fewer than four positions");
    if (at.front() != at.back()) complain("an open ring");
    double area = 0;
    for (std::size_t i = 1; i < at.size(); ++i) {
      const base::Vec2 a = at[i - 1] - at[0];
      const base::Vec2 b = at[i] - at[0];
      area += a.x * b.y - b.x * a.y;
    }
    if (shell ? area <= 0 : area >= 0) complain("a ring wound the wrong way");
  }

  base::Vec2 position(const CPLJSONArray& numbers) {
    if (numbers.Size() != 2) complain("a position without two numbers");
    const base::Vec2 at{numbers[0].ToDouble(), numbers[1].ToDouble()};
    if (std::abs(at.x) > 180 || std::abs(at.y) > 90) complain("a position out of range");
    for (const double value : {at.x, at.y}) {
      if (std::abs(value * 1e7 - std::round(value * 1e7)) > 1e-5) complain("more than 7 decimals");
    }
    m_box.add(at);
    return at;
  }

  std::string m_place;
  base::Box m_box;
};

}  // namespace

std::vector<std::string> geojson_complaints(const std::filesystem::path& path) {
  CPLJSONDocument document;
  if (!document.LoadMemory(read_bytes(path))) return {"not JSON"};
  Check check;
  check.collection(document.GetRoot());
  return check.complaints;
}

}  // namespace ntmap::test
