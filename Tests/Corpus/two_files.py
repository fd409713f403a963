"""One list in two files: the Spanish list comes in alike from its CSV and its workbook.

Each row is found again by its number. Where the CSV itself is broken, holding a text of the workbook
several times over in one cell, the difference has to be just that.
"""

import csv
import json
import os
import re
import subprocess
import tempfile

from inspecting import sum_up

LIST = "es_asociaciones_guadalajara"
NUMBER = "idEntImport"


def taken(binary, path, folder):
    """Contacts and rejected rows of a file, by the number of the row in the list."""
    environment = {"PATH": os.environ["PATH"], "BLUES_TODAY": "2021-03-31", "BLUES_USER": "corpus"}
    base, rejects = os.path.join(folder, "blues.db"), os.path.join(folder, "rejects.csv")

    def run(*arguments):
        done = subprocess.run([binary, *arguments, "--db", base], capture_output=True,
                              env=environment)
        assert done.returncode in (0, 3), (arguments, done.stderr.decode())
        return done.stdout.decode()

    run("init", "--template", "blues")
    run("partner", "contact", "import", path, "--partner", "ZINNAE", "--country", "ES",
        "--unmapped", "keep", "--rejects", rejects)
    contacts = json.loads(run("partner", "contact", "export", "--json"))["contacts"]
    refused = []
    if os.path.exists(rejects):
        with open(rejects, encoding="utf-8", newline="") as file:
            # Written as the list was; of the CSV that is with semicolons.
            delimiter = file.readline()[len("blues_line")]
            file.seek(0)
            refused = list(csv.DictReader(file, delimiter=delimiter))
    # Which file it was, and the number that the project gives, are no part of the record.
    records = {one[NUMBER]: {key: value for key, value in one.items()
                             if value and key not in ("source", "blues_id")} for one in contacts}
    assert len(records) == len(contacts), "a number stands twice"
    return records, {row[NUMBER]: row["blues_value"] for row in refused}


def times(text, found):
    """How often a cell of the CSV says what the workbook says once; 0 when it says another thing."""
    parts = re.split(r"[,\s]+", text.strip())
    unit = r"[,\s]+".join(re.escape(part) for part in parts)
    every = re.fullmatch(rf"(?:{unit}\s*)+", found.strip())
    return len(re.findall(unit, found)) if every else 0


def spanish(binary, corpus):
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        folder = os.path.join(corpus, "contacts")
        texts, no_texts = taken(binary, os.path.join(folder, LIST + ".csv"), one)
        sheet, no_sheet = taken(binary, os.path.join(folder, LIST + ".xlsx"), other)
    numbers = texts.keys() | sheet.keys() | no_texts.keys() | no_sheet.keys()
    same, explained, notes = 0, 0, []
    for number in sorted(numbers):
        ours, theirs = texts.get(number), sheet.get(number)
        if ours == theirs and no_texts.get(number) == no_sheet.get(number):
            same += 1
            continue
        told = []
        if ours and theirs:
            cells = [(key, ours.get(key, ""), theirs.get(key, ""))
                     for key in ours.keys() | theirs.keys() if ours.get(key) != theirs.get(key)]
        else:
            cells = [("phone", no_texts.get(number, ""), (theirs or {}).get("phone", ""))]
        for key, found, text in cells:
            count = times(text, found) if text else 0
            told.append(f"{key} stands {count} times over in its cell" if count > 1 else "")
        explained += all(told)
        taken_or = "" if ours else ", and the row is rejected"
        notes.append(f"row {number}: in the CSV {'; '.join(told)}{taken_or}" if all(told)
                     else f"row {number} differs otherwise")
    rejected = sorted(no_texts.keys() & no_sheet.keys())
    notes.append(f"rejected from both: {len(rejected)}; contacts: {len(texts)} from the CSV, "
                 f"{len(sheet)} from the workbook")
    return sum_up("one list in two files", same + explained, len(numbers), 100,
                  f"rows alike from CSV and XLSX, {explained} of them but for a cell broken in the "
                  "CSV", notes)


CHECKS = [spanish]

if __name__ == "__main__":
    import sys
    binary, corpus = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    sys.exit(0 if all([check(binary, corpus) for check in CHECKS]) else 1)
