"""LibreOffice opens the workbook without repair and reads every cell as the CSV has it."""
import csv
import glob
import shutil
import subprocess

from program import THEMES, Trial, skip

if shutil.which("soffice") is None:
    skip("LibreOffice is not installed")

# Text, comma, quotes, UTF-8, values as they are stored, every sheet to a file of its own.
FILTER = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"


def number(text):
    try:
        return float(text)
    except ValueError:
        return text


def main():
    trial = Trial()
    books = [trial.ntmap("export", theme, theme + ".xlsx") for theme in THEMES]
    subprocess.run(["soffice", f"-env:UserInstallation=file://{trial.folder}/profile", "--headless", "--convert-to",
                    FILTER, "--outdir", trial.folder, *books], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, timeout=240)
    for theme in THEMES:
        plain = trial.ntmap("export", theme, theme + ".csv")
        with open(plain, "rb") as stream:
            raw = stream.read()
        trial.check(raw.startswith(b"\xef\xbb\xbf"), f"{theme}: byte order mark")
        trial.equal(raw.count(b"\n"), raw.count(b"\r\n"), f"{theme}: CR LF")
        expected = list(csv.reader(raw.decode("utf-8-sig").splitlines()))
        sheets = sorted(glob.glob(trial.path(f"{theme}-*.csv")))
        trial.equal(len(sheets), 2, f"{theme}: sheets {sheets}")
        source = [sheet for sheet in sheets if sheet.endswith("-Nguồn.csv")]
        data = [sheet for sheet in sheets if sheet not in source]
        with open(data[0], encoding="utf-8", newline="") as stream:
            found = list(csv.reader(stream))
        trial.equal(len(found), len(expected), f"{theme}: rows")
        for row, (a, b) in enumerate(zip(found[1:], expected[1:]), 2):
            trial.equal([number(cell) for cell in a], [number(cell) for cell in b], f"{theme}: row {row}")
            trial.equal(a[0], b[0], f"{theme}: code of row {row}")
        with open(source[0], encoding="utf-8") as stream:
            trial.check("Ranh giới sơ đồ, số liệu minh họa" in stream.read(), f"{theme}: notice on the sheet of sources")
    trial.finish()


main()
