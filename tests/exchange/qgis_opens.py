"""QGIS opens GeoPackage, GeoJSON and GeoTIFF as they come and shows what ntmap's own picture and legend show:
the colours at the centres of 20 units, the legend's texts, and classes within their bounds."""
import os
import re
import tempfile

from program import THEMES, Trial, skip

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["HOME"] = os.environ["XDG_RUNTIME_DIR"] = tempfile.mkdtemp()
try:
    from qgis.core import (QgsApplication, QgsMapRendererParallelJob, QgsMapSettings, QgsRasterLayer,
                           QgsRectangle, QgsVectorLayer)
    from qgis.PyQt.QtCore import QSize
    from qgis.PyQt.QtGui import QColor, QImage
except ImportError as missing:
    skip(missing)

WIDTH, HEIGHT = 1200, 1400
UNITS = 20
LABELLED_BY_BOUNDS = ("nuoc-sach-tap-trung", "tich-tu-ruong-dat")


def world_file(path):
    with open(path, encoding="ascii") as stream:
        pixel, _, _, down, x, y = (float(line) for line in stream)
    return pixel, down, x - pixel / 2, y - down / 2


class Picture:
    """ntmap's own drawing of a theme, and where it lies."""

    def __init__(self, trial, theme):
        path = trial.ntmap("render", theme, theme + ".png", "--plain", "--geo", "--size", f"{WIDTH}x{HEIGHT}")
        self.image = QImage(path)
        self.pixel, self.down, self.left, self.top = world_file(path[:-3] + "pgw")
        self.extent = QgsRectangle(self.left, self.top + self.down * HEIGHT, self.left + self.pixel * WIDTH, self.top)

    def place(self, point):
        return int((point.x() - self.left) / self.pixel), int((point.y() - self.top) / self.down)

    def colour(self, point):
        return QColor(self.image.pixel(*self.place(point))).name()


def drawn(layer, extent, crs):
    """What QGIS makes of the layer, without names."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(crs)
    settings.setExtent(extent)
    settings.setOutputSize(QSize(WIDTH, HEIGHT))
    settings.setBackgroundColor(QColor("white"))
    settings.setFlag(QgsMapSettings.DrawLabeling, False)
    settings.setFlag(QgsMapSettings.Antialiasing, False)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def legend_texts(trial, theme):
    """The legend's texts in ntmap's own drawing, in reading order."""
    with open(trial.ntmap("render", theme, theme + ".svg", "--legend", "--overwrite"), encoding="utf-8") as stream:
        return [text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
                for text in re.findall(r"<text[^>]*>([^<]*)</text>", stream.read())]


def plain(symbol):
    return symbol.symbolLayerCount() == 1


def check_vector(trial, theme, kind, layer, picture, crs):
    name = f"{theme} as {kind}"
    trial.check(layer.isValid(), f"{name}: opens")
    renderer = layer.renderer()
    trial.equal(renderer.type(), "categorizedSymbol", f"{name}: renderer")
    if renderer.type() != "categorizedSymbol":
        return
    texts = legend_texts(trial, theme)
    labels = [category.label() for category in renderer.categories()]
    trial.equal([text for text in texts if text in labels], labels, f"{name}: legend's texts in their order")
    image = drawn(layer, picture.extent, crs)
    centres = unit_centres(layer, renderer, crs)
    trial.check(len(centres) >= UNITS, f"{name}: {len(centres)} units with a plain colour")
    for unit, centre, category in centres[:UNITS]:
        shown = QColor(image.pixel(*picture.place(centre))).name()
        trial.equal(shown, picture.colour(centre), f"{name}: colour of {unit}")
        trial.equal(shown, category.symbol().color().name(), f"{name}: colour of the legend for {unit}")
    if theme in LABELLED_BY_BOUNDS:
        check_bounds(trial, name, layer)


def unit_centres(layer, renderer, crs):
    """Units in a class without hatch, from the largest, with the point farthest from their borders."""
    from qgis.core import QgsCoordinateTransform, QgsProject
    move = QgsCoordinateTransform(layer.crs(), crs, QgsProject.instance())
    categories = {str(category.value()): category for category in renderer.categories()}
    found = []
    for feature in layer.getFeatures():
        category = categories[str(feature["class"])]
        if not plain(category.symbol()):
            continue
        shape = feature.geometry()
        shape.transform(move)
        found.append((shape.area(), feature["name"], shape.poleOfInaccessibility(50)[0].asPoint(), category))
    found.sort(key=lambda one: -one[0])
    return [one[1:] for one in found]


def bounds_of(label):
    """(low, high) of "15 – 25 %", "dưới 15 %", "từ 50 %" and "0 ha"; nothing for words."""
    label = label.lower()  # legends begin with a capital
    numbers = [float(text.replace(".", "").replace(",", ".")) for text in re.findall(r"\d[\d.]*(?:,\d+)?", label)]
    if len(numbers) == 2:
        return tuple(numbers)
    if len(numbers) != 1:
        return None
    if label.startswith("dưới"):
        return float("-inf"), numbers[0]
    if label.startswith(("từ", "trên")):
        return numbers[0], float("inf")
    return numbers[0], numbers[0]


def check_bounds(trial, name, layer):
    """Every value lies within what its label says; bounds are rounded where they are written."""
    seen = 0
    for feature in layer.getFeatures():
        bounds = bounds_of(feature["label"])
        if bounds is None:
            continue
        seen += 1
        half = 0.05 if "," in feature["label"] else 0.5
        trial.check(bounds[0] - half <= feature["value"] <= bounds[1] + half,
                    f"{name}: {feature['name']}, {feature['value']} is not within {feature['label']}")
    trial.check(seen >= UNITS, f"{name}: {seen} units with bounds")


def check_raster(trial, theme, picture, vector, crs):
    name = f"{theme} as GeoTIFF"
    layer = QgsRasterLayer(trial.ntmap("export", theme, theme + "_raster.tif", "--resolution", "50", "--style"), theme, "gdal")
    trial.check(layer.isValid(), f"{name}: opens")
    trial.equal(layer.crs().authid(), "EPSG:9209", f"{name}: coordinate system")
    trial.equal(layer.renderer().type(), "paletted", f"{name}: renderer")
    shown = {entry.value: (entry.label, entry.color.name()) for entry in layer.renderer().classes()}
    for category in vector.renderer().categories():
        trial.equal(shown.get(int(category.value())), (category.label(), category.symbol().color().name()),
                    f"{name}: legend of class {category.value()}")
    trial.equal(len(shown), len(vector.renderer().categories()), f"{name}: classes in the legend")
    image = drawn(layer, picture.extent, crs)
    for unit, centre, _ in unit_centres(vector, vector.renderer(), crs)[:UNITS]:
        trial.equal(QColor(image.pixel(*picture.place(centre))).name(), picture.colour(centre),
                    f"{name}: colour of {unit}")


def legend_of(layer):
    """(label, colour) of every class, whether QGIS makes categories or rules of them."""
    renderer = layer.renderer()
    if renderer.type() == "categorizedSymbol":
        return [(category.label(), category.symbol().color().name()) for category in renderer.categories()]
    if renderer.type() == "RuleRenderer":
        return [(rule.label(), rule.symbol().color().name()) for rule in renderer.rootRule().children()]
    return [(renderer.type(), "")]


def check_styles_alone(trial, theme, vector):
    """A style on its own dresses a layer that came without one."""
    bare = trial.ntmap("export", theme, theme + "_bare.geojson")
    for kind in ("qml", "sld"):
        layer = QgsVectorLayer(bare, theme, "ogr")
        style = trial.ntmap("export", theme, f"{theme}_alone.{kind}")
        message, good = layer.loadNamedStyle(style) if kind == "qml" else layer.loadSldStyle(style)
        trial.check(good, f"{theme}: {kind} alone: {message}")
        trial.equal(legend_of(layer), legend_of(vector), f"{theme}: legend of {kind} alone")


def check_titles(trial, theme, gpkg, layer):
    aliases = {field.name(): layer.attributeDisplayName(index) for index, field in enumerate(layer.fields())}
    trial.equal(aliases["name"], "Tên đơn vị", f"{theme}: title of a column")
    trial.check(layer.labelsEnabled() and layer.labeling().settings().fieldName == "name", f"{theme}: names on the map")
    if theme == "tieu-chi-17":
        table = QgsVectorLayer(f"{gpkg}|layername=tieu_chi", "tieu_chi", "ogr")
        trial.check(table.isValid() and table.featureCount() > 1000, f"{theme}: table of criteria")
        words = {row["criterion_verdict"] for row in table.getFeatures() if row["criterion"] == "17"}
        shown = {feature["verdict"] for feature in layer.getFeatures() if feature["verdict"]}
        trial.equal(words, shown, f"{theme}: verdicts of the table and of the map")


def main():
    trial = Trial()
    application = QgsApplication([], False)
    application.initQgis()
    for theme in THEMES:
        picture = Picture(trial, theme)
        gpkg = trial.ntmap("export", theme, theme + ".gpkg")
        vector = QgsVectorLayer(f"{gpkg}|layername={theme}", theme, "ogr")
        crs = vector.crs()
        trial.equal(crs.authid(), "EPSG:9209", f"{theme} as GeoPackage: coordinate system")
        check_vector(trial, theme, "GeoPackage", vector, picture, crs)
        check_titles(trial, theme, gpkg, vector)
        geojson = trial.ntmap("export", theme, theme + ".geojson", "--style")
        check_vector(trial, theme, "GeoJSON", QgsVectorLayer(geojson, theme, "ogr"), picture, crs)
        check_raster(trial, theme, picture, vector, crs)
        check_styles_alone(trial, theme, vector)
    # Layers and QGIS would be taken down in any order at the end of Python: leave at once instead.
    os._exit(trial.verdict())


main()
