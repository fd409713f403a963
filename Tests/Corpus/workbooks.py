"""Workbooks: every sheet and every cell of a workbook against openpyxl.

openpyxl is the reference for what opens and for the value of each cell: numbers are compared as
numbers, days and times as ISO text, everything else as text. A workbook it cannot open either opens
or is refused in one clear sentence.
"""

import datetime
import math
import os
import warnings
from collections import Counter

from inspecting import Seen, most_memory, sum_up

warnings.simplefilter("ignore")
SLOWEST, LARGEST = 10, 512
# Bytes of a cell that blues takes at most.
LONGEST = 1_000_000


def as_text(value):
    """A cell of openpyxl as blues writes it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime.datetime):
        value = value + datetime.timedelta(microseconds=500_000)
        value = value.replace(microsecond=0)
        if (value.hour, value.minute, value.second) == (0, 0, 0):
            return value.date().isoformat()
        return value.isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, datetime.time):
        day = datetime.datetime.combine(datetime.date(2000, 1, 1), value)
        return (day + datetime.timedelta(microseconds=500_000)).time().isoformat("seconds")
    if isinstance(value, datetime.timedelta):
        seconds = round(value.total_seconds())
        return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    return value


def equal(wanted, found):
    wanted = as_text(wanted)
    if isinstance(wanted, (int, float)):
        try:
            # Numbers per cent are read as the sheet shows them, with two decimals at least.
            if found.endswith("%"):
                return math.isclose(float(found[:-1]), wanted * 100, rel_tol=1e-12, abs_tol=0.005001)
            return math.isclose(float(found), wanted, rel_tol=1e-12, abs_tol=1e-300)
        except ValueError:
            return False
    return wanted.replace("\r\n", "\n") == found.replace("\r\n", "\n")


def grid(rows):
    """Cells with something in them, by row and column."""
    return {(r, c): cell for r, row in enumerate(rows) for c, cell in enumerate(row)
            if cell is not None and cell != ""}


def workbooks(binary, corpus):
    try:
        import openpyxl
    except ModuleNotFoundError:
        print("FAIL xlsx: the reference reader is missing: python3 -m pip install openpyxl==3.1.5")
        return False

    folder = os.path.join(corpus, "xlsx")
    opened = both = cells = same = files = clear = bombs = untold = 0
    slow, notes, different = [], [], Counter()
    for root, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            path = os.path.join(root, name)
            key = os.path.relpath(path, folder)
            if name.endswith(".tsv"):
                continue
            files += 1
            seen = Seen(binary, path)
            if seen.seconds > SLOWEST:
                slow.append(f"{key}: {seen.seconds:.1f} s")
            try:
                book = openpyxl.load_workbook(path, data_only=True)
            except Exception:
                if seen.exit == 0 or seen.is_sentence:
                    clear += 1
                else:
                    notes.append(f"{key}: no clear refusal: {seen.said[:200]}")
                continue
            opened += 1
            if seen.exit != 0:
                notes.append(f"{key}: not opened: {seen.said.splitlines()[0][:160]}")
                continue
            both += 1
            ours = {sheet["name"]: sheet for sheet in seen.answer["sheets"]}
            faults = {name: [] for name in ours}
            for problem in seen.faults:
                faults[problem["sheet"]].append(problem)
            for sheet in book.worksheets:
                wanted = grid(sheet.iter_rows(values_only=True))
                lines = {problem["line"] for problem in faults.get(sheet.title, [])}
                found = grid(ours.get(sheet.title, {}).get("rows", []))
                for place in wanted.keys() | found.keys():
                    value = wanted.get(place)
                    if isinstance(value, str) and len(value.encode()) > LONGEST:
                        # No cell of a list is as long; its row has to be told as a fault.
                        told = place[0] + 1 in lines
                        bombs += 1
                        untold += not told
                        continue
                    cells += 1
                    if equal(wanted.get(place), found.get(place, "")):
                        same += 1
                    else:
                        different[key] += 1
                        if different[key] <= 3:
                            row, column = place
                            notes.append(
                                f"{key} {sheet.title} row {row + 1} column {column + 1}: "
                                f"{wanted.get(place)!r} here {found.get(place)!r}")
    for key, count in different.items():
        notes.append(f"{key}: {count} cells differ")
    if bombs:
        notes.append(f"{bombs} cells of more than {LONGEST} bytes are not taken; "
                     f"{bombs - untold} of them are told as a fault of their row")
    memory = most_memory()
    reached = sum_up("xlsx", both, opened, 100, "workbooks that openpyxl opens open", notes)
    reached &= sum_up("xlsx", same, cells, 99.5, "cells equal with openpyxl's")
    reached &= sum_up("xlsx", clear, files - opened, 100,
                      "others open or are refused in one clear sentence")
    quick = files - len(slow) if memory <= LARGEST else 0
    return sum_up("xlsx", quick, files, 100,
                  f"files within {SLOWEST} s and {LARGEST} MB (most: {memory} MB)", slow) and reached


CHECKS = [workbooks]

if __name__ == "__main__":
    import sys
    sys.exit(0 if all([check(sys.argv[1], sys.argv[2]) for check in CHECKS]) else 1)
