"""The commands in a pack's manifest make its files again, byte by byte, and a second pack is the same."""
import hashlib
import json
import os
import shlex
import shutil
import subprocess
import zipfile

from program import Trial


def main():
    trial = Trial()
    packs = [trial.path(name) for name in ("a.zip", "b.zip")]
    for pack in packs:
        subprocess.run([trial.program, "export", trial.project, "--pack", pack, "--lang", "vi"], check=True,
                       stdout=subprocess.DEVNULL)
    trial.check(open(packs[0], "rb").read() == open(packs[1], "rb").read(), "two packs differ")
    archive = zipfile.ZipFile(packs[0])
    trial.equal(archive.testzip(), None, "the archive is whole")
    manifest = json.loads(archive.read("manifest.json"))
    listed = {one["path"] for one in manifest["files"]}
    trial.equal(set(archive.namelist()) - listed, {"DOC_TOI.txt", "manifest.json", "SHA256SUMS"}, "files without command")
    for one in manifest["files"]:
        trial.equal(hashlib.sha256(archive.read(one["path"])).hexdigest(), one["sha256"], one["path"])
        trial.equal(len(archive.read(one["path"])), one["bytes"], one["path"])
    data = trial.path("data")
    shutil.copytree(os.path.dirname(trial.project), data)
    for one in manifest["inputs"]:
        with open(os.path.join(data, one["path"]), "rb") as stream:
            trial.equal(hashlib.sha256(stream.read()).hexdigest(), one["sha256"], one["path"])
    for one in manifest["files"]:
        os.makedirs(os.path.join(data, os.path.dirname(one["path"])), exist_ok=True)
    for command in dict.fromkeys(one["command"] for one in manifest["files"]):
        words = shlex.split(command)
        subprocess.run([trial.program, *words[1:]], check=True, cwd=data, stdout=subprocess.DEVNULL)
    for one in manifest["files"]:
        with open(os.path.join(data, one["path"]), "rb") as stream:
            trial.check(stream.read() == archive.read(one["path"]), f"{one['path']}: made again it differs")
    trial.finish()


main()
