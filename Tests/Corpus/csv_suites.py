"""Suites of delimited text: csv-spectrum, csv-test-data, frictionless, W3C CSVW, Pollock, dialects.

Python's csv module with the dialect written out is the oracle where a suite has no reference of its
own; blank lines are no rows for either.
"""

import csv
import io
import json
import os
import re
import tarfile
import tempfile
from collections import Counter

from inspecting import Seen, all_seen, sum_up


def files(folder, ending=".csv"):
    for root, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            if name.endswith(ending):
                yield os.path.join(root, name)


def oracle(path, encoding="utf-8-sig", delimiter=",", quote='"', escape=None, skip=0, **more):
    with open(path, encoding=encoding, newline="") as file:
        lines = file.readlines()
    if skip == "comments":
        skip = next(i for i, line in enumerate(lines) if line.strip() and line[0] != "#")
    text = "".join(lines[skip:])
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=delimiter, quotechar=quote, escapechar=escape,
        doublequote=escape is None, **more)
    return [row for row in reader if row]


def content(path):
    with open(path, "rb") as file:
        return file.read()


def spectrum(binary, corpus):
    folder = os.path.join(corpus, "csv-suites", "csv-spectrum")
    equal, total = 0, 0
    notes = ["location_coordinates: its JSON tells of another telephone number than its CSV, so "
             "Python's csv is the reference",
             "*_crlf: the collected copies have lost their CRs, which are put back before reading"]
    for path in files(os.path.join(folder, "csvs")):
        name = os.path.basename(path)[:-4]
        with open(os.path.join(folder, "json", name + ".json"), encoding="utf-8") as file:
            wanted = json.load(file)
        if name == "location_coordinates":
            header, *rows = oracle(path)
            wanted = [dict(zip(header, row)) for row in rows]
        with tempfile.TemporaryDirectory() as place:
            if name.endswith("_crlf"):
                text = content(path).replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
                path = os.path.join(place, name + ".csv")
                with open(path, "wb") as file:
                    file.write(text)
            seen = Seen(binary, path)
        found = [dict(zip(seen.answer["header"], row)) for row in seen.answer["rows"]]
        total += 1
        if found == wanted and not seen.faults:
            equal += 1
        else:
            notes.append(f"{name}: {seen.said or seen.faults}")
    return sum_up("csv-spectrum", equal, total, 100, "files cell-equal with their JSON", notes)


def test_data(binary, corpus):
    folder = os.path.join(corpus, "csv-suites", "csv-test-data")
    equal, good, reported, bad, notes = 0, 0, 0, 0, []
    for path in files(os.path.join(folder, "csv")):
        name = os.path.basename(path)[:-4]
        if name.startswith("bad-"):
            bad += 1
            seen = Seen(binary, path)
            if seen.problems or seen.is_sentence:
                reported += 1
            else:
                notes.append(f"{name}: nothing was reported")
            continue
        good += 1
        with open(os.path.join(folder, "json", name + ".json"), encoding="utf-8") as file:
            wanted = json.load(file)
        headed = bool(wanted) and isinstance(wanted[0], dict) or name == "header-no-rows"
        seen = Seen(binary, path, *([] if headed else ["--no-header"]))
        found = seen.answer.get("rows", [])
        if headed:
            found = [dict(zip(seen.answer["header"], row)) for row in found]
        if found == wanted and not seen.faults:
            equal += 1
        else:
            notes.append(f"{name}: {seen.said.strip() or seen.faults or found}, wanted {wanted}")
    first = sum_up("csv-test-data", equal, good, 100, "good files cell-equal with their JSON", notes)
    return sum_up("csv-test-data", reported, bad, 100, "bad files reported") and first


def cell_equal(binary, name, folder, explicit, exceptions):
    """Cells against Python's csv, the dialect and the encoding of each file written out."""
    equal, plain, notes = 0, 0, []
    for path in files(folder):
        key = os.path.relpath(path, folder)
        if key in exceptions and exceptions[key].startswith("no CSV"):
            continue
        plain += 1
        dialect = dict(explicit.get(key, {}))
        arguments = ["--encoding", dialect["encoding"]] if dialect.get("given") else []
        dialect.pop("given", None)
        seen = Seen(binary, path, "--no-header", *arguments)
        wanted = oracle(path, **dialect)
        if seen.rows == wanted or (not wanted and seen.is_sentence):
            equal += 1
        elif key in exceptions:
            notes.append(f"{key}: {exceptions[key]}")
        else:
            notes.append(f"{key}: NOT EXPECTED: {(seen.said or str(seen.problems))[:200]}")
    return sum_up(name, equal, plain, 98, "files cell-equal with Python's csv", notes)


FRICTIONLESS = {
    "latin1.csv": {"encoding": "iso-8859-1", "given": True},
    "table-infer-iso-8859-7.csv": {"encoding": "windows-1253", "given": True},
    "table-with-accents.csv": {"encoding": "windows-1252", "given": True, "delimiter": ";"},
    "accent.csv": {"delimiter": ";"}, "country-2.csv": {"delimiter": ";", "skip": 1},
    "delimiter.csv": {"delimiter": ";"}, "dialect.csv": {"delimiter": "|"},
    "issue-1100.csv": {"delimiter": ";"}, "table-delimiter.csv": {"delimiter": ";"},
    "issue-1478/table.csv": {"delimiter": "|"}, "vix.csv": {"delimiter": ";"},
    "matrix-with-comment.csv": {"skip": 1}, "skip-rows.csv": {"skip": 1},
    "issue-1109.csv": {"skipinitialspace": True},
}
FRICTIONLESS_EXCEPTIONS = {
    "compression/implicit-zip.csv": "no CSV: a zip archive, refused with the way out",
    "compression/implicit-gz.csv": "no CSV: compressed with gzip, refused with the way out",
}
# The suite says of this one that lines with # are comments.
W3C = {"test057.csv": {"skip": 1}}
W3C_EXCEPTIONS = {
    "test305.csv": "semicolons split its cells more evenly than its commas do",
}


def frictionless(binary, corpus):
    folder = os.path.join(corpus, "csv-suites", "frictionless")
    return cell_equal(binary, "frictionless", folder, FRICTIONLESS, FRICTIONLESS_EXCEPTIONS)


def w3c(binary, corpus):
    folder = os.path.join(corpus, "csv-suites", "w3c-csvw")
    return cell_equal(binary, "w3c-csvw", folder, W3C, W3C_EXCEPTIONS)


def measures(wanted, found):
    """Precision, recall and F1 of two multisets, as Pollock has them."""
    wanted, found = Counter(wanted), Counter(found)
    same = sum((wanted & found).values())
    if not wanted:
        return [1.0] * 3
    if not same:
        return [0.0] * 3
    precision, recall = same / sum(wanted.values()), same / sum(found.values())
    return [precision, recall, 2 * precision * recall / (precision + recall)]


def pollock(binary, corpus):
    """Pollock's simple score: success, and precision, recall and F1 of header cells, records and
    cells against the clean file, each averaged over the files, summed to 10 at most
    (Vitagliano et al., PVLDB 16, 2023). No option is given: the dialect is to be found."""
    archive = os.path.join(corpus, "csv-suites", "pollock", "pollock_polluted.tar.xz")
    total, sums, notes, unreported, kinds = 0, [0.0] * 10, [], 0, {}
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(archive) as tar:
            tar.extractall(folder, filter="data")
        paths = list(files(os.path.join(folder, "csv")))
        for path, seen in zip(paths, all_seen(binary, paths)):
            name = os.path.basename(path)
            with open(os.path.join(folder, "clean", name), encoding="utf-8", newline="") as file:
                clean = list(csv.reader(file))
            header, records = clean[:1], clean[1:]
            # An empty file that is called empty was understood.
            success = float(seen.exit == 0 or (not clean and "empty" in seen.said))
            rows = seen.answer.get("rows", [])
            scores = [success] + measures(
                [cell for row in header for cell in row], seen.answer.get("header") or [])
            # Pollock compares records as their cells joined, an empty one as "null".
            scores += measures(*(
                ["".join(cell or "null" for cell in row) for row in table]
                for table in (records, rows)))
            scores += measures(
                [cell for row in records for cell in row], [cell for row in rows for cell in row])
            sums = [a + b for a, b in zip(sums, scores)]
            total += 1
            if name.startswith("row_") and not seen.problems:
                unreported += 1
                notes.append(f"{name}: the polluted row is not reported")
            kind = re.sub("[0-9]+", "N", name) if name.startswith("row_") else name
            kinds.setdefault(kind, []).append(sum(scores))
    score = sum(sums) / total
    for kind, all_scores in sorted(kinds.items()):
        if sum(all_scores) == 10 * len(all_scores):
            continue
        notes.append(f"{kind}: {sum(all_scores) / len(all_scores):.4f} over {len(all_scores)}")
    polluted = sum(len(v) for k, v in kinds.items() if k.startswith("row_"))
    first = sum_up("pollock", polluted - unreported, polluted, 100, "polluted rows reported")
    return sum_up("pollock", round(score, 4), 10, 99.5, "points of the simple score", notes) and first


NAMES = {"comma": ",", "semicolon": ";", "tab": "\t", "space": " ", "vslash": "|", "nsign": "#",
         "doublequote": '"', "singlequote": "'", "": "", "lf": "LF", "crlf": "CRLF", "cr": "CR"}


def dialects(binary, corpus):
    """Delimiter, quote and line end against the annotations made by hand."""
    reached = True
    for truth, suite in (("W3C-CSVW-dialects.txt", "w3c-csvw"),
                         ("CCSV-manual-dialects.txt", "wild-github")):
        folder = os.path.join(corpus, "csv-suites", suite)
        by_name = {}
        for path in files(folder, ""):
            by_name.setdefault(os.path.basename(path), path)
        right, newlines, total, notes = 0, 0, 0, []
        with open(os.path.join(corpus, "csv-suites", "dialects", truth), encoding="utf-8") as file:
            lines = [line.rstrip("\n").split("|") for line in file][2:]
        for name, encoding, delimiter, quote, _, newline in (line for line in lines if len(line) == 6):
            if name not in by_name:
                continue
            path = by_name[name]
            seen = Seen(binary, path)
            if "expected UTF-8" in seen.said:
                given = {"ansi": "windows-1252", "utf8": "windows-1252",
                         "shif-jis": "shift-jis"}.get(encoding, encoding)
                seen = Seen(binary, path, "--encoding", given)
            total += 1
            found = seen.answer
            wanted = NAMES.get(delimiter, delimiter), NAMES.get(quote, quote)
            has = found.get("delimiter"), found.get("quote")
            if has == wanted:
                right += 1
            else:
                notes.append(f"{name}: found {has}, annotated {wanted} {seen.said[:80]}")
            # Some of the collected copies have lost their CRs since they were annotated.
            kept = NAMES.get(newline, newline) if b"\r" in content(path) else "LF"
            if found.get("newline") == kept:
                newlines += 1
            else:
                notes.append(f"{name}: line end {found.get('newline')}, the file has {kept}")
        reached &= sum_up(f"dialects {suite}", right, total, 97, "delimiters and quotes right", notes)
        reached &= sum_up(f"dialects {suite}", newlines, total, 100, "line ends right")
    return reached


CHECKS = [spectrum, test_data, frictionless, w3c, pollock, dialects]

if __name__ == "__main__":
    import sys
    names = sys.argv[3:]
    done = [check(sys.argv[1], sys.argv[2]) for check in CHECKS
            if not names or check.__name__ in names]
    sys.exit(0 if all(done) else 1)
