"""Naughty strings in every text field: naughty.py FOLDER [LIST.json].

Makes a project in an empty folder whose records, texts and letters hold each string, and reads what
comes of it in every format: well formed, nothing in it runs, and no row is lost or split. Without a
list the strings are those below, one or two of each kind that breaks documents.
"""

import csv
import io
import json
import os
import re
import sys
from xml.etree import ElementTree

import readers

STRINGS = [
    # Markup and scripts.
    "<script>alert(1)</script>", "</td></tr></table><h1>out</h1>", "<img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>", "' onmouseover='alert(1)", "<!-- comment", "]]>", "<![CDATA[ x ]]>",
    "<?xml version=\"1.0\"?>", "&lt;b&gt; &amp; &#39; &nbsp;", "&bogus; & co", "</style><b>", "<b>bold",
    "javascript:alert(1)", "[link](javascript:alert(1))", "![x](data:text/html,<b>)", "<a href='#'>a",
    # What a spreadsheet would run.
    "=1+1", "=cmd|' /C calc'!A0", "+SUM(A1:A9)", "-2+3+cmd", "@SUM(1)", "\t=1+1", "'=1+1",
    "=HYPERLINK(\"http://example.org\",\"x\")", "＝1+1",
    # What Markdown, CSV, tables of text and calendars mean something by.
    "a|b|c", "# heading", "* item", "1. item", "---", "```", "`code`", "_x0041_", "__a__", "a;b,c\td",
    "say \"hi\"", "\\n \\r \\\\", "line one\nline two", "BEGIN:VEVENT", "END:VCALENDAR", "{name}", "{{x}}",
    "\\begin{document}", "$(touch x)", "`touch x`", "%s%n%x", "../../etc/passwd", "--help", "${HOME}",
    # Letters of all kinds, of no width and of the other direction.
    "Žluťoučký kůň", "Ελληνικά", "Здравствуйте", "社會科學院語學研究所", "ﷺ", "اختبار النص", "בדיקה",
    "👩🏽‍🔬🇪🇺", "Z̗͎̀a̧l̶g̵o̸", "a\u200bb\u200dc\ufeffd", "\u202eabc\u202c", "\u2066x\u2069", "a\u00adb",
    "a\u2028b\u2029c", "\u0085x", "ﬁ Ǆ ẞ ı İ", "Ω≈ç√∫˜µ≤≥÷", "a\u0000b".replace("\0", "\u0001"),
    "\u001b[31mred\u001b[0m", "\u007fdel", "\ufffe\uffff", "\U0001f595\U000e0061", "null", "NaN", "true",
    "1E400", "0x10", "-", "1/2", "١٢٣", "00123", "1.000,00", "2020-13-45", "A" * 300,
]
# An import takes blanks off at both ends.
BLANK = re.compile(r"^[\s\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\u00ad\u034f\u061c\u115f\u1160"
                   r"\u17b4\u17b5\u180b-\u180e\u3164\uffa0\ufe00-\ufe0f]*$")
LISTS = {
    "workpackage deliverable": lambda n, s: {
        "code": f"D1.{n}", "title": s, "lead": "NP", "type": "R", "level": "PU", "due": "M4",
        "justification": s, "description": s},
    "workpackage task": lambda n, s: {
        "code": f"T1.{n}", "title": s, "lead": "NP", "start_month": "M1", "end_month": "M9"},
    "workpackage milestone": lambda n, s: {
        "code": f"MS{n}", "title": s, "work_packages": "WP1", "due": "M5", "verification": s},
    "workpackage risk": lambda n, s: {
        "code": f"R{n}", "title": s, "work_packages": "WP1", "mitigation": s, "note": s},
    "workpackage indicator": lambda n, s: {
        "code": f"I{n}", "title": s, "unit": s[:30], "target": "9", "source": s},
    "workpackage activity": lambda n, s: {
        "code": f"A{n}", "title": s, "type": "communication", "work_package": "WP1",
        "starts_on": "2020-06-01", "ends_on": "2020-06-02", "place": s, "status": "delivered",
        "outcome": s, "note": s},
    "partner cost": lambda n, s: {
        "code": f"K{n}", "partner": "NP", "category": "D.1", "work_package": "WP1",
        "incurred_on": "2020-06-01", "description": s, "supplier": s, "invoice": f"{n} {s}",
        "amount": "1.10", "currency": "EUR", "foreseen": "yes", "note": s},
    "partner contact": lambda n, s: {
        "id": str(n), "organisation": s, "name": s, "position": s, "street": s, "city": s, "note": s,
        "sector": s, "country": "CZ", "basis": "consent", "basis_date": "2020-05-01"},
    "partner person": lambda n, s: {
        "code": f"NP-{n}", "partner": "NP", "name": s, "position": s, "category": "A.1",
        "from": "2020-02-01"},
}


def blues(*words, accepted=(0,)):
    import subprocess
    done = subprocess.run(["blues", *words], capture_output=True, stdin=subprocess.DEVNULL)
    if done.returncode not in accepted:
        raise SystemExit(f"blues {' '.join(words)}: exit {done.returncode}: "
                         f"{(done.stderr + done.stdout).decode('utf-8', 'replace')[-600:]}")
    return done.stdout


def fill(strings):
    # One partner: the pages of each further one would be made and read in the same way.
    blues("init", "--template", "empty", "--acronym", "X", "--start", "2020-01-01", "--end",
          "2022-12-31", "--yes")
    blues("partner", "add", "NP", "Nanopartner", "--country", "CZ", "--role", "coordinator")
    blues("workpackage", "add", "WP1", "Training", "--lead", "NP", "--start", "M1", "--end", "M36")
    blues("project", "period", "add", "--to", "M12")
    for name, row in LISTS.items():
        rows = [row(number, text) for number, text in enumerate(strings, 1)]
        path = name.replace(" ", "-") + ".csv"
        with open(path, "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]), quoting=csv.QUOTE_ALL)
            writer.writeheader()
            writer.writerows(rows)
        more = ["--delimiter", ",", "--encoding", "utf-8"]
        blues(*name.split(), "import", path, *more)
    with open("text.md", "w", encoding="utf-8") as file:
        file.write("\n\n".join(strings))
    for section, more in (("objectives", []), ("impact", []), ("progress", ["--wp", "WP1"])):
        blues("report", "text", "set", section, *more, "--period", "RP1", "--file", "text.md")
    with open("letter.md", "w", encoding="utf-8") as file:
        file.write("Dear {name},\n\n{organisation} in {city}: {note}\n")


def main(folder, path=None):
    strings = json.load(open(path, encoding="utf-8")) if path else STRINGS
    strings = [text for text in strings if not BLANK.match(text) and "\0" not in text]
    os.chdir(folder)
    fill(strings)
    blues("report", "all", "--period", "RP1", "-o", "reports", accepted=(0, 3))
    count = 0
    for name in sorted(os.listdir("reports")):
        check(os.path.join("reports", name))
        count += 1
    for name in LISTS:
        count += listed(name, len(strings))
    for ending in ("html", "docx", "pdf", "md"):
        made = f"letters.{ending}"
        blues("partner", "contact", "letter", "letter.md", "-o", made)
        check(made)
        count += 1
    blues("workpackage", "gantt", "-o", "gantt.html")
    check("gantt.html")
    blues("workpackage", "calendar", "-o", "plan.ics")
    calendar(open("plan.ics", encoding="utf-8", newline="").read(), 2 * len(strings))
    print(f"{len(strings)} strings leave {count + 2} files well formed and inert.")


def listed(name, count):
    """A list in its formats, each with all rows and no more."""
    stem = "list-" + name.replace(" ", "-")
    # Word documents and PDF files take long; the reports have them all.
    slow = ["docx", "pdf"] if name in ("partner contact", "partner cost") else []
    for ending in ["html", "xlsx", "csv", "tsv", "md", "json", *slow]:
        blues(*name.split(), "list", "-o", f"{stem}.{ending}")
        check(f"{stem}.{ending}")
    rows = list(csv.reader(open(f"{stem}.csv", encoding="utf-8", newline="")))
    wide = {len(row) for row in rows}
    assert len(rows) == count + 1 and len(wide) == 1, f"{stem}.csv: {len(rows)} rows, {wide}"
    for row in rows:
        for cell in row:
            assert not re.match(r"[=@\t\r＝＠]|[+\-＋－](?![\d ().,/;+-]*$)", cell), f"{stem}.csv: {cell!r}"
    lines = open(f"{stem}.tsv", encoding="utf-8", newline="").read().split("\n")
    assert len(lines) == count + 2 and len({line.count("\t") for line in lines[:-1]}) == 1, stem
    for page in (*[readers.word(f"{stem}.docx") for _ in slow[:1]], readers.page(f"{stem}.html"),
                 readers.markdown(open(f"{stem}.md", encoding="utf-8", newline="").read())):
        tables = [table for table in page.tables if table["head"]]
        shapes = [(len(table["rows"]), {len(row) for row in table["rows"]} ) for table in tables]
        assert shapes == [(count, {len(tables[0]["head"])})], f"{stem}: {shapes}"
        assert page.scripts == [] and page.faults == [], f"{stem}: {page.scripts} {page.faults}"
    assert len(json.load(open(f"{stem}.json", encoding="utf-8"))[name_of(stem)]) == count, stem
    sheet = list(readers.workbook(f"{stem}.xlsx").values())[-1]
    assert len(sheet) == count + 1, f"{stem}.xlsx: {len(sheet)} rows"
    return 6 + len(slow)


def name_of(stem):
    data = json.load(open(f"{stem}.json", encoding="utf-8"))
    return next(key for key, value in data.items() if isinstance(value, list))


def check(path):
    """A file that is well formed, and in which nothing runs."""
    ending = path.rsplit(".", 1)[1]
    if ending == "html":
        page = readers.page(path)
        text = open(path, encoding="utf-8", newline="").read()
        assert page.faults == [] and page.scripts == [], f"{path}: {page.faults} {page.scripts}"
        for drawing in re.findall(r"<svg.*?</svg>", text, re.S):
            ElementTree.fromstring(drawing)
    elif ending == "docx":
        page = readers.word(path)
        assert page.faults == [] and page.scripts == [], f"{path}: {page.faults} {page.scripts}"
    elif ending == "pdf":
        # Letters have no headings, and so no bookmarks.
        readers.printed(path, has_headings=not path.startswith("letters"))
    elif ending == "xlsx":
        readers.workbook(path)
    elif ending == "json":
        json.load(open(path, encoding="utf-8"))


def calendar(text, least):
    """Every line is a property of at most 75 bytes, and every event is whole."""
    assert text.endswith("END:VCALENDAR\r\n") and text.count("BEGIN:VCALENDAR\r\n") == 1
    lines = text.split("\r\n")[:-1]
    assert max(len(line.encode()) for line in lines) <= 75
    assert all(re.match(r"[A-Z-]+[;:]| ", line) for line in lines), "a line of the calendar is broken"
    assert not any(re.search(r"[\x00-\x08\x0b-\x1f\x7f]", line) for line in lines)
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") >= least, lines.count("BEGIN:VEVENT")


if __name__ == "__main__":
    main(*sys.argv[1:])
