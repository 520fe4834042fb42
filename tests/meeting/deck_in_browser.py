"""Opens the sample's HTML deck in a real Chromium (chromedriver, WebDriver protocol) and holds it against the
program: nothing on the console, nothing loaded from outside, tooltips with the values that `ntmap export` writes.

usage: deck_in_browser.py NTMAP PROJECT [SCREENSHOT_FOLDER]
Exits with 77 where chromium or chromedriver is not installed.
"""

import base64
import csv
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--allow-file-access-from-files", "--window-size=1600,900",
]
THEME, PERIOD = "nuoc-sach-tap-trung", "2025-12"
LARGEST = 3_000_000  # bytes


class Browser:
    """A Chromium under WebDriver."""

    def __init__(self, driver, folder):
        self._process = subprocess.Popen([driver, "--port=0"], stdout=subprocess.PIPE, text=True)
        self._base = "http://127.0.0.1:" + self._port()
        options = {
            "args": FLAGS + [f"--user-data-dir={folder}/profile"],
            "binary": shutil.which("chromium"),
        }
        wanted = {
            "goog:chromeOptions": options,
            "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
        }
        made = self._send("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})
        self._base += "/session/" + made["sessionId"]

    def _port(self):
        for line in self._process.stdout:
            if "started successfully on port" in line:
                return line.rstrip().rstrip(".").split()[-1]
        raise RuntimeError("chromedriver did not start")

    def _send(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self._base + path, data, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as failure:
            raise RuntimeError(failure.read().decode()) from failure

    def open(self, path):
        self._send("POST", "/url", {"url": pathlib.Path(path).as_uri()})

    def run(self, script, *arguments):
        return self._send("POST", "/execute/sync", {"script": script, "args": list(arguments)})

    def key(self, key):
        self.run("document.dispatchEvent(new KeyboardEvent('keydown', {key: arguments[0], bubbles: true}))", key)

    def hover(self, x, y):
        move = {"type": "pointerMove", "duration": 0, "x": round(x), "y": round(y), "origin": "viewport"}
        mouse = {"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": [move]}
        self._send("POST", "/actions", {"actions": [mouse]})

    def log(self, kind):
        return self._send("POST", "/se/log", {"type": kind})

    def picture(self, path):
        path.write_bytes(base64.b64decode(self._send("GET", "/screenshot")))

    def close(self):
        try:
            self._send("DELETE", "")
        finally:
            self._process.terminate()
            self._process.wait()


def check(condition, what):
    if not condition:
        raise AssertionError(what)


def exported(program, project, folder):
    """Value of each unit, as `ntmap export` writes it; empty text where there is none."""
    table = folder / "values.csv"
    subprocess.run([program, "--lang", "vi", "export", project, "--theme", THEME, "--period", PERIOD, "-o", table],
                   check=True, stdout=subprocess.DEVNULL)
    with open(table, encoding="utf-8-sig", newline="") as stream:
        first = stream.readline()
        stream.seek(0)
        rows = list(csv.reader(stream, delimiter=";" if first.count(";") > first.count(",") else ","))
    return rows


def shown(text):
    """A number with one decimal as Vietnamese writes it."""
    whole, _, part = f"{float(text):.1f}".partition(".")
    return f"{int(whole):,}".replace(",", ".") + "," + part


FIND_UNIT = """
  const name = arguments[0];
  const vintage = JSON.parse(document.getElementById('data').textContent).vintages['2025-07'];
  const path = document.querySelector(`#fills [data-unit="${vintage.codes.indexOf(name)}"]`);
  const box = path.getBoundingClientRect();
  for (let i = 1; i < 40; ++i) for (let j = 1; j < 40; ++j) {
    const x = Math.round(box.left + box.width * i / 40), y = Math.round(box.top + box.height * j / 40);
    if (document.elementFromPoint(x, y) === path) return [x, y];
  }
  return null;
"""


def texts(browser, *ids):
    return [browser.run("return document.getElementById(arguments[0]).textContent", one) for one in ids]


def check_scenes(browser, pictures):
    place, title = texts(browser, "place", "title")
    check(place == "1/6", f"first scene: {place}")
    check("chưa đạt" in title, title)
    for number in range(1, 7):
        if pictures:
            browser.picture(pictures / f"deck-{number}.png")
        browser.key("PageDown")
    check(texts(browser, "place") == ["6/6"], "Page Down goes to the end and stops there")
    browser.key("ArrowLeft")
    check(texts(browser, "place") == ["5/6"], "the arrow goes back")
    browser.key("4")
    check(texts(browser, "place") == ["4/6"], "a digit goes to its scene")
    units = browser.run("return document.querySelectorAll('#fills path:not(.off)').length")
    check(units == 20, f"a district shows its own units: {units}")
    caption = texts(browser, "message")[0]
    check("/20 xã" in caption, caption)


def choose(browser, theme, period):
    browser.run(
        "for (const [id, value] of [['theme', arguments[0]], ['period', arguments[1]]]) {"
        "const one = document.getElementById(id); one.value = value; one.dispatchEvent(new Event('change')); }",
        theme, period)


def check_tooltips(browser, rows):
    browser.key("1")
    choose(browser, THEME, PERIOD)
    units = browser.run("return JSON.parse(document.getElementById('data').textContent).vintages['2025-07'].codes")
    code_column = next(i for i, cell in enumerate(rows[1]) if cell in units)
    values = {row[code_column]: row for row in rows[1:]}
    check(set(units) <= set(values), "the export has every unit")
    header = rows[0]
    value_column = next(i for i, cell in enumerate(header) if cell in ("value", "Giá trị"))
    seen = 0
    for code in units:
        point = browser.run(FIND_UNIT, code)
        if point is None:
            continue
        browser.hover(*point)
        tip = browser.run("const t = document.getElementById('tip'); return t.hidden ? '' : t.innerText")
        value = values[code][value_column].replace(",", ".")
        expected = shown(value) + " %" if value else ""
        check(expected in tip, f"{code}: the tooltip says {tip!r}, the export {value!r}")
        if not value:
            check("chưa rõ" in tip or "không áp dụng" in tip, tip)
        seen += 1
    check(seen >= 65, f"units that can be pointed at: {seen} of {len(units)}")
    return seen


def check_language(browser):
    browser.key("l")
    title = texts(browser, "title", "language")
    check(title == ["Households with centralised clean water", "Tiếng Việt"], title)
    legend = texts(browser, "legend")[0]
    check("not applicable" in legend or "50" in legend, legend)
    browser.key("l")


def check_moving(browser):
    before = browser.run("return document.getElementById('world').getAttribute('transform')")
    browser.key("+")
    after = browser.run("return document.getElementById('world').getAttribute('transform')")
    check(before != after, "plus zooms")
    browser.key("0")
    check(browser.run("return document.getElementById('world').getAttribute('transform')") == before, "0 shows all")
    found = browser.run(
        "const s = document.getElementById('search'); s.value = 'ky anh'; s.dispatchEvent(new Event('input'));"
        "return document.getElementById('units').textContent")
    check("Kỳ Anh" in found, found)


def check_quiet(browser):
    console = [entry for entry in browser.log("browser") if entry["level"] in ("SEVERE", "WARNING")]
    check(not console, f"on the console: {console}")
    asked = []
    for entry in browser.log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            asked.append(message["params"]["request"]["url"])
    outside = [url for url in asked if not url.startswith(("file:", "data:", "chrome:", "about:"))]
    check(not outside, f"loaded from outside: {outside}")
    check(sum(url.startswith("file:") for url in asked) == 1, f"more than the one file: {asked}")


def main(program, project, pictures=None):
    driver = shutil.which("chromedriver")
    if driver is None or shutil.which("chromium") is None:
        print("needs chromium and chromium-driver")
        return 77
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        deck = folder / "deck.html"
        subprocess.run([program, "--lang", "vi", "present", project, "-o", deck], check=True, stdout=subprocess.DEVNULL)
        check(deck.stat().st_size < LARGEST, f"{deck.stat().st_size} bytes")
        rows = exported(program, project, folder)
        browser = Browser(driver, folder)
        try:
            browser.open(deck)
            time.sleep(0.3)
            check_scenes(browser, pictures)
            seen = check_tooltips(browser, rows)
            check_language(browser)
            check_moving(browser)
            check_quiet(browser)
        finally:
            browser.close()
        print(f"deck of {deck.stat().st_size} bytes, {seen} tooltips as exported")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3]) if len(sys.argv) > 3 else None))
