"""GDAL and plain JSON read what ntmap writes: COG, gdal_rasterize pixel by pixel, RFC 7946, GeoPackage, GeoPDF."""
import json
import subprocess
import zipfile

from program import THEMES, Trial, skip

try:
    import numpy
    from osgeo import gdal, ogr, osr
    from osgeo_utils.samples import validate_cloud_optimized_geotiff
except ImportError as missing:
    skip(missing)
gdal.UseExceptions()
ogr.UseExceptions()


KEPT = []  # bands and layers do not keep their file open


def raster_of(path):
    KEPT.append(gdal.Open(path))
    return KEPT[-1]


def layer_of(path, name=0):
    KEPT.append(ogr.Open(path))
    return KEPT[-1].GetLayer(name)


def pixels(path, band=1):
    return raster_of(path).GetRasterBand(band).ReadAsArray()


def check_cog(trial, tif):
    warnings, errors, _ = validate_cloud_optimized_geotiff.validate(tif, full_check=True)
    trial.equal((errors, warnings), ([], []), f"{tif} as COG")


def check_classes(trial, theme, tif, gpkg):
    """The same pixels as gdal_rasterize gives from the layer's own class numbers, and the same labels."""
    raster = raster_of(tif)
    theirs = trial.path("theirs.tif")
    x0, dx, _, y0, _, dy = raster.GetGeoTransform()
    x1, y1 = x0 + dx * raster.RasterXSize, y0 + dy * raster.RasterYSize
    subprocess.run(["gdal_rasterize", "-q", "-a", "class", "-ot", "Byte", "-te", *map(repr, (x0, y1, x1, y0)),
                    "-ts", str(raster.RasterXSize), str(raster.RasterYSize), "-l", theme, gpkg, theirs], check=True)
    trial.equal(int((pixels(theirs) != pixels(tif)).sum()), 0, f"{theme}: pixels that differ")
    band = raster.GetRasterBand(1)
    used = sorted(set(numpy.unique(pixels(tif))) - {0})
    layer = layer_of(gpkg, theme)
    labels = {feature["class"]: feature["label"] for feature in layer}
    names = band.GetCategoryNames()
    rat = band.GetDefaultRAT()
    table = {rat.GetValueAsInt(row, 0): rat.GetValueAsString(row, 1) for row in range(rat.GetRowCount())}
    for number in map(int, used):
        trial.equal(names[number], labels[number], f"{theme}: category name {number}")
        trial.equal(table[number], labels[number], f"{theme}: attribute table {number}")
        trial.equal(band.GetMetadataItem(f"CLASS_{number}_LABEL"), labels[number], f"{theme}: metadata {number}")
        colour = "#%02x%02x%02x" % band.GetColorTable().GetColorEntry(number)[:3]
        trial.equal(band.GetMetadataItem(f"CLASS_{number}_COLOUR"), colour, f"{theme}: colour {number}")
    about = raster.GetMetadata()
    for key in ("TITLE", "DATE", "PERIOD", "CRITERION", "SOURCE", "LICENCE", "NOTICE"):
        trial.check(about.get(key), f"{theme}: no {key} in the GeoTIFF")
    trial.equal(osr.SpatialReference(wkt=raster.GetProjection()).GetAuthorityCode(None), "9209", f"{theme}: EPSG")


def check_kinds(trial, theme, tif, gpkg):
    values = trial.ntmap("export", theme, "values.tif", "--kind", "values", "--size", "700x900")
    rgba = trial.ntmap("export", theme, "rgba.tif", "--kind", "rgba", "--size", "700x900")
    classes = trial.ntmap("export", theme, "small.tif", "--size", "700x900")
    check_cog(trial, values)
    check_cog(trial, rgba)
    known = {}
    for feature in layer_of(gpkg, theme):
        known.setdefault(feature["class"], set()).add(
            numpy.float32("nan" if feature["value"] is None else feature["value"]))
    numbers, figures = pixels(classes), pixels(values)
    for number in numpy.unique(numbers):
        found = figures[numbers == number]
        if number == 0 or number > 64:
            trial.check(numpy.isnan(found).all(), f"{theme}: values outside, or where there is none")
        else:
            trial.check(numpy.isin(found, list(known[number])).all(), f"{theme}: values of class {number}")
    palette = raster_of(classes).GetRasterBand(1).GetColorTable()
    for number in map(int, numpy.unique(numbers)):
        expected = (0, 0, 0, 0) if number == 0 else palette.GetColorEntry(number)
        for band in range(4):
            good = (pixels(rgba, band + 1)[numbers == number] == expected[band]).all()
            trial.check(good, f"{theme}: rgba band {band + 1} of class {number}")
    zipped = trial.ntmap("export", theme, "packed.tif.zip", "--size", "700x900")
    zipfile.ZipFile(zipped).extractall(trial.folder)
    inner = trial.path("packed.tif")
    trial.equal(raster_of(inner).GetRasterBand(1).Checksum(), raster_of(classes).GetRasterBand(1).Checksum(),
                f"{theme}: checksum in the archive")
    table = raster_of(inner).GetRasterBand(1).GetDefaultRAT()  # it stands in the sidecar alone
    trial.check(table and table.GetRowCount() > 0, f"{theme}: sidecar in the archive")


def area(ring):
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(ring, ring[1:])) / 2


def rings_of(geometry):
    parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return [(ring, index == 0) for part in parts for index, ring in enumerate(part)]


def check_rfc7946(trial, path):
    with open(path, encoding="utf-8") as stream:
        text = stream.read()
    trial.check(not text.startswith("\ufeff"), f"{path}: byte order mark")
    collection = json.loads(text, parse_constant=lambda word: trial.check(False, f"{path}: {word}"))
    trial.equal(collection["type"], "FeatureCollection", path)
    trial.check("crs" not in collection, f"{path}: crs is no member since RFC 7946")
    for feature in collection["features"]:
        name = feature["properties"]["name"]
        corners = []
        for ring, shell in rings_of(feature["geometry"]):
            corners += ring
            trial.check(len(ring) >= 4 and ring[0] == ring[-1], f"{name}: ring not closed")
            # About the first corner: areas of small rings far from 0, 0 would lose their digits.
            local = [(x - ring[0][0], y - ring[0][1]) for x, y in ring]
            trial.check((area(local) > 0) == shell, f"{name}: right-hand rule")
            trial.check(all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in ring), f"{name}: range")
            trial.check(all(round(v, 7) == v for corner in ring for v in corner), f"{name}: 7 decimals")
        xs, ys = zip(*corners)
        trial.equal(feature["bbox"], [min(xs), min(ys), max(xs), max(ys)], f"{name}: bbox")
        trial.check(isinstance(feature["properties"]["code"], str), f"{name}: the code is a text")
    return collection


def check_geojson(trial, theme, geojson, gpkg):
    """Every coordinate to 7 decimals and every attribute, against the GeoPackage brought to WGS 84 by GDAL."""
    collection = check_rfc7946(trial, geojson)
    layer = layer_of(gpkg, theme)
    degrees = osr.SpatialReference()
    degrees.ImportFromEPSG(4326)
    degrees.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    move = osr.CoordinateTransformation(layer.GetSpatialRef(), degrees)
    trial.equal(len(collection["features"]), layer.GetFeatureCount(), f"{theme}: units")
    read = layer_of(geojson)
    for feature, other, mine in zip(layer, read, collection["features"]):
        for field in range(feature.GetFieldCount()):
            key = feature.GetFieldDefnRef(field).GetName()
            trial.equal(mine["properties"][key], feature[key], f"{theme} {feature['name']}: {key}")
        shape = feature.GetGeometryRef().Clone()
        shape.Transform(move)
        ours = sorted(sorted(map(tuple, ring)) for ring, _ in rings_of(mine["geometry"]))
        theirs = sorted(sorted(shape.GetGeometryRef(p).GetGeometryRef(r).GetPoints())
                        for p in range(shape.GetGeometryCount()) for r in range(shape.GetGeometryRef(p).GetGeometryCount()))
        # A ring closes on its first corner, which may be any.
        same = all(set((round(x, 7), round(y, 7)) for x, y in a) == set((round(x, 7), round(y, 7)) for x, y in b)
                   for a, b in zip(ours, theirs)) and len(ours) == len(theirs)
        trial.check(same, f"{theme} {feature['name']}: coordinates")
        trial.check(other.GetGeometryRef().IsValid(), f"{theme} {feature['name']}: valid as GDAL reads it")


def check_simplified(trial, theme):
    """Fewer corners, every unit still there, and neighbours still share their borders."""
    full = json.load(open(trial.ntmap("export", theme, "full.geojson"), encoding="utf-8"))
    path = trial.ntmap("export", theme, "light.geojson", "--simplify", "200")
    light = json.load(open(path, encoding="utf-8"))

    def edges(collection):
        seen = {}
        for feature in collection["features"]:
            for ring, _ in rings_of(feature["geometry"]):
                for a, b in zip(map(tuple, ring), map(tuple, ring[1:])):
                    seen[frozenset((a, b))] = seen.get(frozenset((a, b)), 0) + 1
        return seen

    before, after = edges(full), edges(light)
    trial.check(len(after) < len(before) / 2, f"{len(after)} edges of {len(before)}")
    trial.equal(len(light["features"]), len(full["features"]), "units after simplifying")
    trial.check(max(after.values()) == 2 and min(after.values()) == 1, "an edge has one or two sides")
    shared = sum(1 for n in after.values() if n == 2) / len(after)
    trial.check(shared > 0.5, f"{shared:.2f} of the edges are shared")
    layer = layer_of(path)
    trial.check(all(f.GetGeometryRef().IsValid() for f in layer), "valid after simplifying")


def check_pdf(trial, theme):
    pdf = gdal.OpenEx(trial.ntmap("render", theme, "map.pdf", "--geo"), open_options=["DPI=96"])
    png = raster_of(trial.ntmap("render", theme, "map.png", "--geo"))
    for a, b in zip(pdf.GetGeoTransform(), png.GetGeoTransform()):
        trial.check(abs(a - b) < 0.05, f"GeoPDF and world file differ: {a} and {b}")
    for dataset in (pdf, png):
        trial.equal(osr.SpatialReference(wkt=dataset.GetProjection()).GetAuthorityCode(None), "9209", "EPSG")


def main():
    trial = Trial()
    for theme in THEMES:
        gpkg = trial.ntmap("export", theme, theme + ".gpkg")
        tif = trial.ntmap("export", theme, theme + ".tif", "--resolution", "100")
        check_cog(trial, tif)
        check_classes(trial, theme, tif, gpkg)
        check_geojson(trial, theme, trial.ntmap("export", theme, theme + ".geojson", "--bbox"), gpkg)
    water = "nuoc-sach-tap-trung"
    check_kinds(trial, water, trial.path(water + ".tif"), trial.path(water + ".gpkg"))
    check_simplified(trial, water)
    check_pdf(trial, water)
    trial.finish()


main()
