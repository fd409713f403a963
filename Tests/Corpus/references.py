"""The reference readers, fetched for this run where the machine does not have them.

openpyxl reads workbooks, icalendar calendars; sepaxml ships the schema of SEPA payments, which lxml
holds files to. The schema is ISO 20022's and is not kept here.
"""

import importlib.util
import subprocess
import sys
import tempfile

PACKAGES = {"openpyxl": "openpyxl==3.1.5", "icalendar": "icalendar==7.3.0", "lxml": "lxml==6.1.3",
            "sepaxml": "sepaxml==2.7.0"}


class Reference:
    """While it is entered, the readers can be imported; what had to be fetched goes at the end."""

    def __enter__(self):
        self.folder = None
        missing = [name for name in PACKAGES if importlib.util.find_spec(name) is None]
        here = [name for name in PACKAGES if name not in missing]
        if here:
            print(f"references on this machine: {', '.join(here)}")
        if not missing:
            return
        self.folder = tempfile.TemporaryDirectory()
        wanted = [PACKAGES[name] for name in missing]
        done = subprocess.run(
            [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
             "--target", self.folder.name, *wanted], capture_output=True)
        if done.returncode:
            print(f"references that cannot be fetched: {', '.join(wanted)}; "
                  "the checks that need them fail")
            return
        sys.path.append(self.folder.name)
        print(f"references fetched for this run: {', '.join(wanted)}")

    def __exit__(self, *_):
        if self.folder:
            self.folder.cleanup()
