"""Checks workbooks and Word documents against their schemas: schemas.py CHECKER FILE …

Each rule that is passed over is named with its reason; every other fault fails.
"""

import json
import re
import subprocess
import sys

# The ending of a file, a part of it, a place in the part, what the checker says, and why it is passed over.
KNOWN = [
    (".xlsx", r"", r"", r".* inline-string cell",
     "texts are in their cells and not in a list of their own; Excel moves them when it saves"),
    (".docx", r"/word/document\.xml", r"/tblHeader\[1\]$", r"Invalid value .* Value 'true'",
     "the checker knows on and off alone; ISO 29500-1, 17.17.4 allows true as well, and pandoc writes it"),
    (".docx", r"/word/document\.xml", r"/rPr\[1\]$", r"Unexpected element '[bi]' found",
     "pandoc 2 writes bold and italic letters after those for other scripts; Word reads both orders"),
    (".docx", r"/word/settings\.xml", r"^/settings\[1\]$", r"Unexpected element 'zoom' found",
     "pandoc 2 writes its settings out of order, whatever its reference document says; Word reads them"),
    (".docx", r"/word/numbering\.xml", r"/nsid\[1\]$", r"Invalid value .* String length",
     "pandoc 2 gives the definitions of lists short numbers; Word makes them longer when it saves"),
]


def faults(data):
    """Each fault as its part, its place and what is said of it."""
    if isinstance(data, dict):
        said = data.get("description") or data.get("message")
        if said:
            yield (data.get("part_uri") or "", data.get("path") or "", said)
        data = list(data.values())
    for value in data if isinstance(data, list) else []:
        yield from faults(value)


def is_known(ending, part, place, said):
    return any(
        ending == known[0] and re.search(known[1], part) and re.search(known[2], place)
        and re.match(known[3], said) for known in KNOWN)


def main(checker, paths):
    bad = 0
    for path in paths:
        done = subprocess.run(
            [checker, "-m", "0", "-o", "json", "-f", "microsoft365", path], capture_output=True)
        ending = "." + path.rsplit(".", 1)[-1]
        for part, place, said in sorted(set(faults(json.loads(done.stdout)))):
            if not is_known(ending, part, place, said):
                bad += 1
                print(f"{path}: {part} {place}: {said}")
    print(f"Schemas: {bad} unknown faults in {len(paths)} files.")
    sys.exit(1 if bad else 0)


main(sys.argv[1], sys.argv[2:])
