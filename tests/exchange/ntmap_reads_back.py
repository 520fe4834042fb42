"""What ntmap reads back is what it wrote: boundaries with their figures from GeoPackage and GeoJSON, figures from CSV
and XLSX, exported once more and held against the first export."""
import csv
import json
import subprocess

from program import THEMES, Trial, skip

try:
    from osgeo import ogr
except ImportError as missing:
    skip(missing)
ogr.UseExceptions()

FIGURES = ("code", "name", "value")


def rows_of(path):
    with open(path, encoding="utf-8-sig", newline="") as stream:
        return [tuple(row.get(column, "") for column in FIGURES) for row in csv.DictReader(stream)]


def shapes_of(path, layer=0):
    file = ogr.Open(path)
    return [bytes(feature.GetGeometryRef().ExportToWkb()) for feature in file.GetLayer(layer)]


def geometries_of(path):
    with open(path, encoding="utf-8") as stream:
        return [feature["geometry"] for feature in json.load(stream)["features"]]


def heading(trial, xlsx):
    """What stands over the third column, the values."""
    found = subprocess.run([trial.program, "info", xlsx, "--json"], check=True, capture_output=True, text=True).stdout
    return json.loads(found)["fields"][2]


def again(trial, source, name):
    """Exports what the arguments name; only figures and shapes are compared, so any classes do."""
    target = trial.path(name)
    subprocess.run([trial.program, "export", *source, "--method", "quantile", "--classes", "3", "-o", target], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return target


def main():
    trial = Trial()
    for theme in THEMES:
        first = {kind: trial.ntmap("export", theme, f"{theme}.{kind}") for kind in ("gpkg", "geojson", "csv", "xlsx")}
        figures = rows_of(first["csv"])
        if not any(value for _, _, value in figures):
            continue  # a theme of words has no figures to read back
        own = ["--code", "code", "--name", "name", "--value", "value"]
        gpkg = ["--boundaries", f"{first['gpkg']}:{theme}", *own]
        geojson = ["--boundaries", first["geojson"], *own]
        for kind, source in (("gpkg", gpkg), ("geojson", geojson)):
            trial.equal(rows_of(again(trial, source, f"{theme}-{kind}.csv")), figures, f"{theme}: figures from {kind}")
        trial.equal(shapes_of(again(trial, gpkg, f"{theme}-again.gpkg")), shapes_of(first["gpkg"], theme),
                    f"{theme}: shapes from gpkg, bit by bit")
        trial.equal(geometries_of(again(trial, geojson, f"{theme}-again.geojson")), geometries_of(first["geojson"]),
                    f"{theme}: shapes from geojson")
        for kind, key, value in (("csv", "code", "value"), ("xlsx", "Mã đơn vị", heading(trial, first["xlsx"]))):
            source = ["--boundaries", f"{first['gpkg']}:{theme}", "--code", "code", "--name", "name", "--table",
                      first[kind], "--key", key, "--value", value]
            trial.equal(rows_of(again(trial, source, f"{theme}-from-{kind}.csv")), figures, f"{theme}: figures from {kind}")
    trial.check(trial.checks >= 18, f"only {trial.checks} checks")
    trial.finish()


main()
