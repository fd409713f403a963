"""Holds every file of `blues report all` to the report's JSON: read_back.py FOLDER PROJECT PERIOD.

Word documents and PDF files are read where they are there.

Each figure of every table and list of facts is looked up in the web page, the Word document, the PDF,
the workbook, the Markdown and the CSV, as programs read them that share no code with blues. The
JSON's own sums are then compared with sums of the project file by SQL.
"""

import csv
import io
import os
import re
import sys
from collections import Counter

import readers
import sums

# Made for programs alone; what they hold is in the texts and figures of the page.
DATA_ONLY = {"sections", "total", "exchange_countries_matrix"}
METERS = {"label", "value", "target", "detail"}


def main(folder, project, period):
    stems = sorted(name[:-5] for name in os.listdir(folder) if name.endswith(".json"))
    figures = 0
    for stem in stems:
        files = {ending: os.path.join(folder, f"{stem}.{ending}")
                 for ending in ("json", "html", "docx", "pdf", "xlsx")}
        figures += compare(stem, files, project, period)
    links = re.findall(r'href="([^"#:]+)"', open(os.path.join(folder, "index.html")).read())
    same(sorted(set(links)), sorted(set(os.listdir(folder)) - {"index.html"}), "index")
    checked = sums.check(folder, project, period)
    assert figures > 2_000, figures
    forms = {name.rsplit(".", 1)[1] for name in os.listdir(folder)} | {"md", "csv"}
    print(f"{len(stems)} reports agree in {len(forms)} formats, {checked} sums with SQL.")


def compare(stem, files, project, period):
    facts, tables = split(readers.data(files["json"]))
    sheets = readers.workbook(files["xlsx"])
    columns = in_workbook(stem, sheets, facts, tables)
    page = readers.page(files["html"])
    same(page.faults + page.scripts, [], f"{stem}.html")
    text = on_page(f"{stem}.html", page, columns, facts, tables)
    if os.path.exists(files["docx"]):
        on_page(f"{stem}.docx", readers.word(files["docx"]), columns, facts, tables)
    on_page(f"{stem}.md", readers.markdown(made(stem, period, "markdown", project)), columns, facts,
            tables)
    if os.path.exists(files["pdf"]):
        missing = tokens(text) - tokens(readers.printed(files["pdf"]))
        same(missing, Counter(), f"{stem}.pdf")
    as_rows(stem, made(stem, period, "csv", project), tables)
    return len(facts) + sum(len(rows) * len(rows[0]) for rows in tables.values() if rows)


def made(stem, period, form, project):
    """A report once more, in a form that a folder of reports has not."""
    kind, _, partner = stem.partition("-")
    words = [kind]
    if partner:
        words += [partner] if kind == "partner" else ["--partner", partner]
    if kind not in ("status", "partner", "exchanges", "payments", "final"):
        words += ["--period", period]
    return readers.run("blues", "report", *words, "--format", form, "--db", project)


def split(data):
    """The facts of a report and its tables, in order."""
    facts, tables = [], {}
    for key, value in data.items():
        if key in DATA_ONLY or key == "schema":
            continue
        if isinstance(value, list) and all(isinstance(row, dict) for row in value):
            tables[key] = value
        else:
            facts.append((key, value))
    return facts, tables


def in_workbook(stem, sheets, facts, tables):
    """Compares a workbook cell by cell; gives the headings of each table's columns."""
    places = [(name, rows) for name, rows in sheets.items() if name != "Cover"]
    stated = [row for _, rows in places if rows[0] == ["Name", "Value"] for row in rows[1:]]
    # Texts of a report are no facts of its workbook.
    wanted = [exact(value) for _, value in facts]
    position = 0
    for name, value in stated:
        while position < len(wanted) and wanted[position] != value:
            same(facts[position][1] is None or isinstance(facts[position][1], str)
                 and not isinstance(facts[position][1], readers.Digits), True,
                 f"{stem}.xlsx lacks {facts[position]}")
            position += 1
        same(position < len(wanted), True, f"{stem}.xlsx: {name} {value} is not in the JSON")
        position += 1
    rest = [rows for _, rows in places if rows[0] != ["Name", "Value"]]
    gathered = {}
    for key, rows in tables.items():
        part = re.fullmatch(r"wp\d+_(.*)", key)
        gathered.setdefault(part[1] + " of packages" if part else key, []).append((key, rows))
    headings = {}
    for key, parts in gathered.items():
        lines = [[exact(value) for value in row.values()] for _, rows in parts for row in rows]
        # A table without rows may have no sheet.
        if not lines and (not rest or len(rest[0]) > 1):
            continue
        same(bool(rest), True, f"{stem}.xlsx lacks {key}")
        sheet = rest.pop(0)
        # Tables of work packages share a sheet, whose first column says which.
        first = 1 if parts[0][0] != key else 0
        same([row[first:] for row in sheet[1:1 + len(lines)]], lines, f"{stem}.xlsx: {key}")
        same(len(sheet) - 1 - len(lines) <= 1, True, f"{stem}.xlsx: rows below {sheet[0]}")
        for name, rows in parts:
            headings[name] = dict(zip(rows[0], sheet[0][first:])) if rows else {}
    same([sheet[0] for sheet in rest], [], f"{stem}.xlsx: further sheets")
    return headings


def exact(value):
    """A value of JSON as the reader of workbooks gives it."""
    text = readers.shown(value, "; ")
    is_number = isinstance(value, readers.Digits) or isinstance(value, dict)
    return readers.number(text) if is_number and len(text) < 16 else text


def on_page(place, page, columns, facts, tables):
    """Compares the tables of a page with those of the JSON, and looks its facts up."""
    text = " ".join("".join(page.words).split())
    shown = [table for table in page.tables if table["head"]]
    for key, rows in tables.items():
        if not rows:
            continue
        if set(rows[0]) == METERS:
            for meter in rows:
                figure = f"{meter['value']} of {meter['target']}" if meter["target"] else meter["value"]
                same(figure in text and meter["label"] in text, True, f"{place}: {meter}")
            continue
        table = shown.pop(0)
        keys = [name for name, heading in columns[key].items() if heading in table["head"]]
        # Two columns may share a heading, as "Of" does; they come in order.
        same([columns[key][name] for name in keys][:len(table["head"])], table["head"],
             f"{place}: headings of {key}")
        wanted = [[readers.plain(readers.shown(row[name], ", ")) for name in keys] for row in rows]
        same(table["rows"][:len(rows)], wanted, f"{place}: {key}")
        same(len(table["rows"]) - len(rows) <= 1, True, f"{place}: rows below {key}")
    same([table["head"] for table in shown], [], f"{place}: further tables")
    pairs = [cell for table in page.tables if not table["head"] for row in table["rows"] for cell in row]
    lines = set(pairs) | {readers.plain(line.rsplit(":", 1)[-1]) for line in page.words}
    for key, value in facts:
        figure = readers.plain(readers.shown(value, ", "))
        if isinstance(value, (readers.Digits, dict)):
            same(figure in lines or figure in text, True, f"{place}: {key} {figure}")
    return text


def tokens(text):
    """The numbers of a text, each as often as it is there."""
    return Counter(re.findall(r"\d+(?:[.,]\d+)*", text.replace("\u202f", " ")))


def as_rows(stem, text, tables):
    rows = list(csv.reader(io.StringIO(text)))
    first = next((key for key, found in tables.items() if not found or set(found[0]) != METERS), None)
    key = next(iter(tables), None)
    if key is None or not tables[key]:
        return
    key = first if set(tables[key][0]) == METERS else key
    # A report may name another table as the one for formats that have one.
    key = next((name for name, found in tables.items() if found and list(found[0]) == rows[0]), key)
    same(rows[0], list(tables[key][0]), f"{stem}.csv: names")
    wanted = [[readers.shown(value, "; ") for value in row.values()] for row in tables[key]]
    found = [[" ".join(cell.split()) for cell in row] for row in rows[1:]]
    # A text that a spreadsheet would run has an apostrophe before it.
    found = [[cell[1:] if re.match(r"'+[=@+\-\t\r]", cell) else cell for cell in row] for row in found]
    same(found, wanted, f"{stem}.csv")


def same(found, wanted, place):
    if found != wanted:
        pairs = [(a, b) for a, b in zip(found, wanted) if a != b] if isinstance(found, list) else []
        raise SystemExit(f"{place}: found {str((pairs or [(found, wanted)])[0][0])[:300]}\n"
                         f"  wanted {str((pairs or [(found, wanted)])[0][1])[:300]}")


if __name__ == "__main__":
    main(*sys.argv[1:])
