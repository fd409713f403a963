"""Naughty strings and the grapheme break tests: through every format and back, and on a terminal.

Each string is organisation, name, city and note of a contact. Left out are those that no cell can
hold: nothing but white space, which an import takes off at both ends, and U+0000.
"""

import errno
import fcntl
import json
import os
import csv
import pty
import re
import struct
import subprocess
import tempfile
import termios
import unicodedata

from inspecting import sum_up

# Blanks of every width, and signs that nobody sees.
BLANK = " \t\r\n\v\f\u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, [
    *range(0x2000, 0x2010), 0xAD, 0x34F, 0x61C, 0x180E, *range(0x202A, 0x202F),
    *range(0x2060, 0x2070), 0xFEFF]))
FIELDS = ["organisation", "name", "city", "note"]
FORMS = {
    "list.json": [], "list.jsonl": [], "list.csv": [], "excel.csv": ["--excel"], "list.tsv": [],
    "list.xlsx": [], "list.vcf": [],
}
BIDI = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def naughty(corpus):
    with open(os.path.join(corpus, "strings", "blns.json"), encoding="utf-8") as file:
        return json.load(file)


def graphemes(corpus):
    with open(os.path.join(corpus, "strings", "GraphemeBreakTest.txt"), encoding="utf-8") as file:
        for line in file:
            codes = re.findall(r"[0-9A-F]{4,6}", line.split("#")[0])
            if codes:
                yield "".join(chr(int(code, 16)) for code in codes)


def run(binary, *arguments):
    environment = {"PATH": os.environ["PATH"], "BLUES_TODAY": "2021-03-31", "BLUES_USER": "corpus"}
    done = subprocess.run([binary, *arguments], capture_output=True, env=environment)
    if done.returncode:
        raise AssertionError(f"{arguments}: exit {done.returncode}: "
                             + done.stderr.decode("utf-8", "replace")[:400]
                             + done.stdout.decode("utf-8", "replace")[-600:])
    return done.stdout.decode("utf-8", "surrogateescape")


def contacts(binary, base):
    return json.loads(run(binary, "partner", "contact", "export", "--db", base, "--json"))["contacts"]


def take(binary, path, base, *arguments):
    run(binary, "init", "--template", "blues", "--db", base)
    run(binary, "partner", "contact", "import", path, "--db", base, *arguments)
    return contacts(binary, base)


def started(binary, values, folder):
    """A project with a contact for each string, from a CSV that Python wrote."""
    path, base = os.path.join(folder, "strings.csv"), os.path.join(folder, "strings.db")
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\n")
        writer.writerow(["id", "sector", *FIELDS])
        for number, value in enumerate(values):
            writer.writerow([number, "strings", *[value] * len(FIELDS)])
    return base, take(binary, path, base, "--encoding", "utf-8", "--delimiter", ",")


def differing(values, found):
    """The strings that do not stand in every field as they should."""
    by_id = {int(contact["id"]): contact for contact in found}
    return [value for number, value in enumerate(values)
            if any(by_id.get(number, {}).get(field) != value for field in FIELDS)]


def check_workbook(path, values):
    """Texts that openpyxl does not find in the workbook, and its formulas."""
    import openpyxl
    from openpyxl.utils.escape import unescape

    rows = openpyxl.load_workbook(path).worksheets[0].iter_rows()
    header = [cell.value for cell in next(rows)]
    places, number = [header.index(field) for field in FIELDS], header.index("id")
    formulas, other = 0, []
    for row in rows:
        formulas += sum(cell.data_type == "f" for cell in row)
        value = values[int(row[number].value)]
        if any(not isinstance(row[p].value, str) or unescape(row[p].value) != value
               for p in places):
            other.append(value)
    return formulas, other


def round_trips(binary, corpus):
    reached = True
    for name, strings in (("naughty strings", naughty(corpus)),
                          ("grapheme break tests", list(graphemes(corpus)))):
        values = [text.strip(BLANK) for text in strings if text.strip(BLANK) and "\0" not in text]
        bare = sum(text != text.strip(BLANK) for text in strings if text.strip(BLANK))
        notes = [f"{len(strings) - len(values)} of {len(strings)} are blank and left out; of {bare} "
                 "the white space around them is taken off"]
        with tempfile.TemporaryDirectory() as folder:
            base, first = started(binary, values, folder)
            wrong = {"list.csv from Python": differing(values, first)}
            for form, more in FORMS.items():
                path = os.path.join(folder, form)
                run(binary, "partner", "contact", "export", "--db", base, "-o", path, *more)
                again = take(binary, path, os.path.join(folder, form + ".db"))
                wrong[form] = differing(values, again)
                # The other fields come back as well, but for the number that the project gives.
                bared = [[{k: v for k, v in one.items() if k != "blues_id"} for one in state]
                         for state in (first, again)]
                if not wrong[form] and bared[0] != bared[1]:
                    wrong[form] = ["other fields"]
            try:
                formulas, other = check_workbook(os.path.join(folder, "list.xlsx"), values)
            except ModuleNotFoundError:
                notes.append("the workbook is not read, as openpyxl is missing")
                formulas, other = 0, values
        notes += [f"{form}: {len(texts)} differ, such as {texts[0][:60]!r}"
                  for form, texts in wrong.items() if texts]
        if 0 < len(other) < len(values):
            notes.append(f"openpyxl reads {len(other)} others, such as {other[0][:60]!r}")
        same = len(values) - len({text for texts in wrong.values() for text in texts})
        reached &= sum_up(name, same, len(values), 100,
                          "strings byte-identical through JSON, JSONL, CSV, CSV for Excel, TSV, "
                          "XLSX and vCard", notes)
        reached &= sum_up(name, len(values) - len(other), len(values), 100,
                          f"strings equal in the workbook by openpyxl, {formulas} formulas")
        reached &= formulas == 0
    return reached


def on_terminal(binary, *arguments):
    """What a command writes to a terminal of 160 columns, before the terminal changes it."""
    main, other = pty.openpty()
    modes = termios.tcgetattr(other)
    modes[1] &= ~termios.OPOST
    termios.tcsetattr(other, termios.TCSANOW, modes)
    fcntl.ioctl(other, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 160, 0, 0))
    environment = {"PATH": os.environ["PATH"], "BLUES_TODAY": "2021-03-31", "BLUES_USER": "corpus",
                   "BLUES_PAGER": "cat", "NO_COLOR": "1", "TERM": "xterm"}
    done = subprocess.Popen([binary, *arguments], stdin=subprocess.DEVNULL, stdout=other,
                            stderr=other, env=environment)
    os.close(other)
    said = []
    while True:
        try:
            chunk = os.read(main, 1 << 16)
        except OSError as problem:
            if problem.errno != errno.EIO:
                raise
            chunk = b""
        if not chunk:
            break
        said.append(chunk)
    os.close(main)
    return done.wait(), b"".join(said).decode("utf-8")


def is_harmful(sign):
    code = ord(sign)
    return (code < 0x20 and sign != "\n") or 0x7F <= code < 0xA0 or sign in BIDI


def is_suspect(text):
    return any(is_harmful(sign) or sign == "\n" or unicodedata.category(sign)[0] in "CZM"
               and sign != " " for sign in text)


def terminal(binary, corpus):
    texts = [text.strip(BLANK) for text in naughty(corpus) + list(graphemes(corpus))]
    values = [text for text in texts if text and "\0" not in text]
    harmless, notes = 0, []
    with tempfile.TemporaryDirectory() as folder:
        base, first = started(binary, values, folder)
        # Every string in the lists; each that has signs of an unusual kind on a page of its own.
        pages = [["list"], ["search", "strings"], ["list", "--columns", "note"],
                 ["list", "--columns", "organisation", "--no-header"]]
        own = [contact["blues_id"].split("@")[0] for contact in first
               if is_suspect(contact["note"])][::6]
        pages += [["show", code] for code in own]
        for page in pages:
            code, said = on_terminal(binary, "partner", "contact", *page, "--db", base)
            found = sorted({f"U+{ord(sign):04X}" for sign in said if is_harmful(sign)})
            enough = code == 0 and (page[0] == "show" or said.count("\n") >= len(values))
            if enough and not found:
                harmless += 1
            else:
                notes.append(f"{' '.join(page)}: exit {code}, {said.count(chr(10))} lines, "
                             f"{', '.join(found)}")
    return sum_up("strings on a terminal", harmless, len(pages), 100,
                  f"pages without control or bidirectional signs, {len(values)} strings on each list",
                  notes[:8])


CHECKS = [round_trips, terminal]

if __name__ == "__main__":
    import sys
    binary, corpus = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    sys.exit(0 if all([check(binary, corpus) for check in CHECKS]) else 1)
