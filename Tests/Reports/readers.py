"""Readers of reports that share no code with blues: what each file shows, as tables and numbers."""

import html.parser
import json
import re
import subprocess
import zipfile
from decimal import Decimal
from xml.etree import ElementTree

import openpyxl

MONTHS = {name: number for number, name in enumerate(
    "January February March April May June July August September October November December".split(),
    1)}
VOID = {"meta", "link", "br", "hr", "img", "col", "input", "source", "wbr"}
INLINE = {"a", "span", "strong", "em", "code", "b", "i", "sup", "sub"}
DRAWN = {"title", "desc", "style", "script"}


def run(*words, stdin=None):
    done = subprocess.run(words, input=stdin, capture_output=True)
    if done.returncode:
        raise AssertionError(f"{words[0]}: exit {done.returncode}: {done.stderr[:300]}")
    return done.stdout.decode("utf-8")


def plain(text):
    """What a person reads in a cell, in the one form that all files share: days as ISO text, numbers
    without grouping, currency and zeros at the end."""
    text = re.sub(r"(?<=\d)[\u202f\u00a0 ](?=\d{3}\b)", "", " ".join(text.split(" ")).strip())
    day = re.fullmatch(r"(\d{1,2})\s(\w+)\s(\d{4})", text)
    if day and day[2] in MONTHS:
        return f"{day[3]}-{MONTHS[day[2]]:02}-{int(day[1]):02}"
    amount = re.fullmatch(r"(-?\d+\.\d\d)\s[A-Z]{3}", text)
    text = amount[1] if amount else " ".join(text.split())
    # Pages give the figures of a column the same number of decimals.
    return text.rstrip("0").rstrip(".") if re.fullmatch(r"-?\d+\.\d+", text) else text


class Page(html.parser.HTMLParser):
    """The tables of a page, and its words without those that only a chart's description has."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.tables, self.facts, self.words, self.faults, self.open = [], [], [], [], []
        self.scripts = []
        self.cell = None
        self.feed(text)
        self.close()
        if self.open:
            self.faults.append(f"never closed: {self.open}")

    def handle_starttag(self, tag, attributes):
        names = [name for name, _ in attributes]
        if len(set(names)) < len(names):
            self.faults.append(f"{tag} has an attribute twice")
        values = dict(attributes)
        address = (values.get("href") or "").strip().lower()
        runs = address.split(":")[0] in ("javascript", "vbscript") or (
            address.startswith("data:") and not address.startswith("data:image/png"))
        if tag in ("script", "iframe", "object", "embed") or runs or any(
                name.startswith("on") for name in names):
            self.scripts.append(f"{tag} {attributes}")
        if tag in VOID:
            self.words.append(" ")
            if self.cell is not None:
                self.cell.append(" ")
            return
        self.open.append(tag)
        if tag == "table":
            self.tables.append({"head": [], "rows": []})
        elif tag == "tr" and self.tables:
            self.row, self.is_total = [], "total" in (values.get("class") or "")
        elif tag in ("td", "th"):
            self.cell, self.is_head = [], tag == "th" and "thead" in self.open

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if not self.open or self.open[-1] != tag:
            self.faults.append(f"</{tag}> closes {self.open[-1:]}")
            return
        self.open.pop()
        if tag not in INLINE:
            self.words.append(" ")
        if tag in ("td", "th") and self.cell is not None:
            text = "".join(self.cell)
            self.cell = None
            if self.is_head:
                self.tables[-1]["head"].append(" ".join(text.split()))
            else:
                self.row.append(plain(text))
        elif tag == "tr" and self.tables and not (self.tables[-1]["head"] and not self.row):
            self.tables[-1]["rows"].append(self.row)

    def handle_data(self, data):
        if self.open and any(tag in DRAWN for tag in self.open):
            return
        self.words.append(data)
        if self.cell is not None:
            self.cell.append(data)


def page(path):
    with open(path, encoding="utf-8", newline="") as file:
        return Page(file.read())


def word(path):
    """A Word document as pandoc reads it; every part is XML and none runs anything."""
    with zipfile.ZipFile(path) as parts:
        assert parts.testzip() is None, path
        for name in parts.namelist():
            assert "vba" not in name.lower() and "embed" not in name.lower(), f"{path}: {name}"
            if name.endswith((".xml", ".rels")):
                root = ElementTree.fromstring(parts.read(name))
                for relation in root.iter():
                    if relation.get("TargetMode") == "External":
                        target = relation.get("Target").lower()
                        assert target.startswith(("http://", "https://", "mailto:")), target
    return Page(run("pandoc", "-f", "docx", "-t", "html", "--wrap=none", path))


def markdown(text):
    return Page(run("pandoc", "-f", "gfm", "-t", "html", "--wrap=none", stdin=text.encode()))


def printed(path, has_headings=True):
    """The words of a PDF, which qpdf and poppler find sound, tagged and named."""
    assert "No syntax or stream encoding errors found" in run("qpdf", "--check", path), path
    facts = run("pdfinfo", path)
    assert re.search(r"^Title: +\S", facts, re.M), f"{path}: no title"
    assert re.search(r"^Tagged: +yes", facts, re.M), f"{path}: not tagged"
    assert re.search(r"^JavaScript: +no", facts, re.M), f"{path}: runs something"
    shape = run("qpdf", "--json=1", "--json-key=objects", path)
    objects = json.loads(shape)["objects"].values()
    catalogue = [o for o in objects if isinstance(o, dict) and o.get("/Type") == "/Catalog"]
    assert catalogue and "/Lang" in catalogue[0], f"{path}: no language"
    assert not has_headings or "/Outlines" in catalogue[0], f"{path}: no bookmarks"
    return run("pdftotext", "-layout", path, "-")


def workbook(path):
    """The sheets of a workbook by their names: rows of texts, numbers with the digits of the file."""
    with zipfile.ZipFile(path) as parts:
        assert parts.testzip() is None, path
        for name in parts.namelist():
            assert "vba" not in name.lower() and "external" not in name.lower(), f"{path}: {name}"
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(parts.read(name))
    book, values = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    sheets = {}
    for sheet in book:
        assert len(sheet.title) <= 31, sheet.title
        sheets[sheet.title] = [
            [written(cell, values[sheet.title][cell.coordinate]) for cell in row]
            for row in sheet.iter_rows()]
    return sheets


def written(cell, value):
    """A cell as text; a formula is a sum of ours, and shows its value."""
    if cell.data_type == "f":
        assert re.fullmatch(r"=SUM\(([A-Z]+)2:\1\d+\)", cell.value), cell.value
    assert cell.hyperlink is None or cell.hyperlink.target.startswith(("http", "mailto")), cell
    value = value.value
    if value is None:
        return ""
    # A cell without a value, as of a total, is empty and no blank.
    assert not isinstance(value, str) or value.strip(), f"{cell} holds a blank"
    if cell.is_date:
        return value.date().isoformat()
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        return number(repr(value))
    return " ".join(value.replace("_x000D_", "\r").split())


def number(text):
    """A number without the zeros that say nothing."""
    value = Decimal(text)
    return format(value.normalize() if value else Decimal(0), "f")


class Digits(str):
    """A number of a JSON file with all its digits."""


def data(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file, parse_float=Digits, parse_int=Digits)


def shown(value, join):
    """A value of JSON as a page shows it."""
    if value is None:
        return ""
    if value is True or value is False:
        return "yes" if value else "no"
    if isinstance(value, dict) and set(value) == {"amount", "currency"}:
        return value["amount"]
    if isinstance(value, list):
        return " ".join(join.join(shown(item, join) for item in value).split())
    return " ".join(str(value).split())
