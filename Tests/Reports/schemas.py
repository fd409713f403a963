"""Holds workbooks and Word documents to their schemas: schemas.py CHECKER FILE …

Texts that are in their cells and not in a list of their own are allowed; Excel moves them when it saves.
What pandoc itself writes against the schema is known, and Word opens it: the values of its flags, the
order of the properties of its runs, and two numbers of its parts.
"""

import json
import subprocess
import sys

KNOWN = [
    "Invalid value for attribute 'val': Value 'true'", "Unexpected element 'b' found",
    "Unexpected element 'i' found", "Unexpected element 'zoom' found",
    "Invalid value for attribute 'val': String length 4 is less than minimum 8",
]


def faults(data):
    if isinstance(data, dict):
        said = data.get("description") or data.get("message")
        if said:
            yield said
        for value in data.values():
            yield from faults(value)
    elif isinstance(data, list):
        for value in data:
            yield from faults(value)


def main(checker, paths):
    bad = 0
    for path in paths:
        done = subprocess.run(
            [checker, "-m", "0", "-o", "json", "-f", "microsoft365", path], capture_output=True)
        known = KNOWN if path.endswith(".docx") else []
        for fault in sorted(set(faults(json.loads(done.stdout)))):
            if " inline-string cell" not in fault and not any(map(fault.startswith, known)):
                bad += 1
                print(f"{path}: {fault}")
    print(f"Schemas: {bad} unknown faults in {len(paths)} files.")
    sys.exit(1 if bad else 0)


main(sys.argv[1], sys.argv[2:])
