"""Reads a GeoJSON export back with GDAL and holds it against the boundaries and the table it was made from:
every ring, every coordinate to 7 decimals, every attribute.

    geojson_equals.py NTMAP BOUNDARIES CODE_FIELD TABLE KEY_FIELD VALUE_FIELD [GEOJSON]

exports first where no GeoJSON is given. The table is a CSV in UTF-8. Also for layers of a country's size (`./run
bench`): a feature at a time is in memory.
"""
import csv
import os
import struct
import subprocess
import sys
import tempfile

SKIPPED = 77
try:
    import numpy
    from osgeo import gdal, ogr, osr
except ImportError as missing:
    print("skipped:", missing)
    sys.exit(SKIPPED)
gdal.UseExceptions()
ogr.UseExceptions()

ROUNDED = 0.5e-7  # degrees: what writing 7 decimals may move a coordinate by
SLACK = 2e-12  # of the same projection computed twice, and of doubles near 180


def rings_of(geometry):
    """All rings of a polygon or multipolygon as arrays of x and y, with their part's number and place in it."""
    rings = []

    def polygon(wkb, at, part):
        (count,) = struct.unpack_from("<I", wkb, at)
        at += 4
        for place in range(count):
            (points,) = struct.unpack_from("<I", wkb, at)
            rings.append((part, place, numpy.frombuffer(wkb, "<f8", 2 * points, at + 4).reshape(points, 2)))
            at += 4 + 16 * points
        return at

    flat = geometry.Clone()
    flat.FlattenTo2D()
    wkb = bytes(flat.ExportToWkb(ogr.wkbNDR))
    (kind, count) = struct.unpack_from("<II", wkb, 1)
    if kind == ogr.wkbPolygon:
        polygon(wkb, 5, 0)
    else:
        at = 9
        for part in range(count):
            at = polygon(wkb, at + 5, part)
    return rings


def doubled_area(ring):
    x, y = (ring - ring[0]).T
    return float((x[:-1] * y[1:] - x[1:] * y[:-1]).sum())


def farthest(ring, other):
    """How far the ring's corners are from the other's, taken in its direction and from its first corner on."""
    if (doubled_area(ring) > 0) != (doubled_area(other) > 0):
        ring = ring[::-1]
    corners = ring[:-1]
    near = numpy.abs(corners - other[0]).max(axis=1)
    # A corner may stand there twice, and any of them may be the first.
    starts = numpy.flatnonzero(near <= near.min() + ROUNDED)
    return min(float(numpy.abs(numpy.roll(corners, -start, axis=0) - other[:-1]).max()) for start in starts)


class Comparison:
    def __init__(self):
        self.vertices = self.units = self.cells = self.failures = 0
        self.farthest = 0.0

    def fail(self, what):
        self.failures += 1
        if self.failures <= 20:
            print("FAILED:", what)

    def shape(self, code, source, written):
        a, b = rings_of(source), rings_of(written)
        # Parts may come in another order; a ring is known by its size and its least corner.
        key = lambda ring: (len(ring[2]), *numpy.round(ring[2].min(axis=0), 5), *numpy.round(ring[2].max(axis=0), 5))
        a.sort(key=key)
        b.sort(key=key)
        if [len(ring) for _, _, ring in a] != [len(ring) for _, _, ring in b]:
            return self.fail(f"{code}: {len(b)} rings with {[len(r[2]) for r in b][:9]} corners instead of "
                             f"{len(a)} with {[len(r[2]) for r in a][:9]}")
        for (_, _, mine), (_, place, ring) in zip(a, b):
            off = farthest(mine, ring)
            self.farthest = max(self.farthest, off)
            if off > ROUNDED + SLACK:
                self.fail(f"{code}: a corner is {off} degrees off")
            if (numpy.abs(numpy.round(ring * 1e7) / 1e7 - ring) > 1e-14).any():
                self.fail(f"{code}: more than 7 decimals")
            if (doubled_area(ring) > 0) != (place == 0):
                self.fail(f"{code}: right-hand rule")
            self.vertices += len(ring) - 1
        return None

    def attributes(self, code, found, expected):
        for column, value in expected.items():
            self.cells += 1
            if found[column] != value:
                self.fail(f"{code}: {column} is {found[column]!r}, not {value!r}")


def typed(text, like):
    if text == "":
        return None
    return type(like)(text) if isinstance(like, (int, float)) else text


def main():
    program, boundaries, code_field, table, key, value_field, *given = sys.argv[1:]
    folder = tempfile.TemporaryDirectory()
    common = ["--boundaries", boundaries, "--code", code_field, "--table", table, "--key", key, "--value", value_field,
              "--method", "jenks", "--classes", "5"]

    def export(name):
        path = os.path.join(folder.name, name)
        subprocess.run([program, "export", *common, "-o", path], check=True, stdout=subprocess.DEVNULL)
        return path

    geojson = given[0] if given else export("layer.geojson")
    with open(export("layer.csv"), encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    with open(table, encoding="utf-8-sig", newline="") as stream:
        values = {row[key]: row[value_field] for row in csv.DictReader(stream)}

    source = ogr.Open(boundaries)
    layer = source.GetLayer(0)
    degrees = osr.SpatialReference()
    degrees.ImportFromEPSG(4326)
    degrees.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    move = osr.CoordinateTransformation(layer.GetSpatialRef(), degrees)
    written = ogr.Open(geojson)
    back = written.GetLayer(0)
    comparison = Comparison()
    # The export's own columns, from a writer that shares no code with GeoJSON's; their titles are words there.
    names = [back.GetLayerDefn().GetFieldDefn(i).GetName() for i in range(back.GetLayerDefn().GetFieldCount())]
    columns = names[:len(rows[0])]
    titles = list(rows[0])
    for feature, mine, row in zip(layer, back, rows):
        code = feature[code_field]
        shape = feature.GetGeometryRef()
        shape.Transform(move)
        comparison.shape(code, shape, mine.GetGeometryRef())
        expected = {column: typed(row[title], mine[column]) for column, title in zip(columns, titles)}
        comparison.attributes(code, mine, expected)
        value = values.get(code, "")
        comparison.attributes(code, mine, {"code": code, "value": float(value) if value else None})
        comparison.units += 1
    if not comparison.units == layer.GetFeatureCount() == back.GetFeatureCount() == len(rows):
        comparison.fail(f"{back.GetFeatureCount()} units instead of {layer.GetFeatureCount()}")
    print(f"{comparison.units} units, {comparison.vertices} corners, {comparison.cells} attributes; the farthest corner "
          f"is {comparison.farthest:.2e} degrees off; {comparison.failures} failed", flush=True)
    folder.cleanup()
    return 1 if comparison.failures or comparison.units == 0 else 0


sys.exit(main())
