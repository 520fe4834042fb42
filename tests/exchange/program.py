"""Runs ntmap for the tests of this folder, and counts what is wrong."""
import os
import subprocess
import sys
import tempfile

SKIPPED = 77
THEMES = ["tieu-chi-chua-dat", "nuoc-sach-tap-trung", "tich-tu-ruong-dat", "tieu-chi-17"]


def skip(reason):
    print("skipped:", reason)
    sys.exit(SKIPPED)


class Trial:
    """A temporary folder, the program and the sample project; check() notes what does not hold."""

    def __init__(self):
        self.program, self.project = (os.path.abspath(path) for path in sys.argv[1:3])
        self.kept = tempfile.TemporaryDirectory()
        self.folder = self.kept.name
        self.failures = 0
        self.checks = 0

    def path(self, name):
        return os.path.join(self.folder, name)

    def ntmap(self, command, theme, name, *more):
        """Writes one file of a theme of the sample, in Vietnamese, and returns its path."""
        target = self.path(name)
        arguments = [self.program, command, self.project, "--theme", theme, "--lang", "vi", "-o", target, *more]
        subprocess.run(arguments, check=True, stdout=subprocess.DEVNULL)
        return target

    def check(self, good, what):
        self.checks += 1
        if not good:
            self.failures += 1
            print("FAILED:", what)

    def equal(self, found, expected, what):
        self.check(found == expected, f"{what}: {found!r} is not {expected!r}")

    def verdict(self):
        """The exit code: 1 when something failed, or nothing was checked."""
        print(f"{self.checks} checks, {self.failures} failed", flush=True)
        self.kept.cleanup()
        return 1 if self.failures or self.checks == 0 else 0

    def finish(self):
        sys.exit(self.verdict())
