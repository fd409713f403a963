"""The reference reader for workbooks, fetched for this run where the machine does not have it."""

import subprocess
import sys
import tempfile

OPENPYXL = "openpyxl==3.1.5"


class Reference:
    """While it is entered, openpyxl can be imported; what had to be fetched goes at the end."""

    def __enter__(self):
        self.folder = None
        try:
            import openpyxl
            print(f"xlsx: the reference reader is openpyxl {openpyxl.__version__}")
            return
        except ModuleNotFoundError:
            self.folder = tempfile.TemporaryDirectory()
        done = subprocess.run(
            [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
             "--target", self.folder.name, OPENPYXL], capture_output=True)
        if done.returncode:
            print(f"xlsx: {OPENPYXL} is missing and cannot be fetched; the checks that need it fail")
            return
        sys.path.append(self.folder.name)
        print(f"xlsx: {OPENPYXL} was missing and is fetched for this run")

    def __exit__(self, *_):
        if self.folder:
            self.folder.cleanup()
