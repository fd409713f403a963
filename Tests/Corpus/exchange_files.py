"""The files of exchanges, read by programs of others.

A project is made on the spot: a calendar is read by icalendar and compared day by day, payments are
held to the schema of pain.001.001.03 and summed, an audit pack is opened by zipfile, which checks
every sum, and its papers are compared with the files. Tests/Corpus/run calls CHECKS.
"""

import csv
import datetime
import hashlib
import io
import json
import os
import sqlite3
import tempfile
import zipfile

VISITORS = ["Hidrópolis Imaginada S.A.", "Łąka & Syn <sp. z o.o.>", "Ägyptische Träume; \"GmbH\", Köln"]
ACCOUNTS = ["ES9121000418450200051332", "PL61109010140000071219812874", "DE89370400440532013000"]
COUNTRIES = ["ES", "PL", "CZ"]
PAPER = os.urandom(200_001)


def make(blues, binary, folder):
    """A project with three validated exchanges, two papers of the first."""
    base = os.path.join(folder, "blues.db")

    def run(*arguments, codes=(0,)):
        return blues(binary, *arguments, "--db", base, codes=codes)

    run("init", "--template", "blues")
    run("partner", "organisation", "add", "Plasmawerk", "--country", "FR", "--cluster", "AV")
    run("exchange", "profile", "add", "Plasmawerk", "--role", "host", "--category", "sme")
    partners = ["ZINNAE", "MCICT", "NP"]
    for name, country, partner in zip(VISITORS, COUNTRIES, partners):
        run("partner", "organisation", "add", name, "--country", country, "--cluster", partner)
        run("exchange", "profile", "add", name, "--role", "visitor", "--category", "sme")
        run("exchange", "propose", "--host", "Plasmawerk", "--visitor", name, "--from",
            "2021-03-15", "--to", "2021-03-19")
    with open(os.path.join(folder, "pass.pdf"), "wb") as file:
        file.write(PAPER)
    # What the steps ask for is tested elsewhere: here the exchanges simply stand where they should.
    store = sqlite3.connect(base)
    for number, (name, account) in enumerate(zip(VISITORS, ACCOUNTS), 1):
        store.execute("UPDATE organisation SET iban = ? WHERE name = ?", (account, name))
        store.execute("UPDATE exchange SET state = 'validated', agreed_cents = ? WHERE number = ?",
                      (10_001 * number, number))
        store.execute(
            "INSERT INTO exchange_step (id, exchange_id, step, happened_on)"
            " SELECT 900 + number, id, 'completed', '2021-03-19' FROM exchange WHERE number = ?",
            (number,))
    for number, name in enumerate(("pass.pdf", "lost.pdf"), 1):
        store.execute(
            "INSERT INTO paper (id, exchange_id, kind, file, sha256, size, dated)"
            " SELECT ?, id, 'travel-proof', ?, ?, ?, '2021-03-20' FROM exchange WHERE number = 1",
            (number, name, hashlib.sha256(PAPER).hexdigest(), len(PAPER)))
    store.commit()
    store.close()
    return run


def check_calendar(run, folder):
    import icalendar

    text = run("exchange", "calendar")
    # Bytes, since reading as text would hide the line ends.
    path = os.path.join(folder, "stays.ics")
    run("exchange", "calendar", "-o", path)
    with open(path, "rb") as file:
        data = file.read()
    assert data.decode() == text or data.decode().replace("\r\n", "\n") == text
    lines = data.split(b"\r\n")
    assert lines.pop() == b"" and all(len(line) <= 75 and b"\n" not in line for line in lines)
    calendar = icalendar.Calendar.from_ical(data)
    events = [part for part in calendar.walk("VEVENT")]
    listed = json.loads(run("exchange", "list", "--json"))["exchanges"]
    due = {p["code"]: p["due"] for p in json.loads(run("exchange", "payment", "list", "--json"))["payments"]}
    assert len(events) == 2 * len(listed) == 6, len(events)
    for number, exchange in enumerate(listed):
        stay, term = events[2 * number: 2 * number + 2]
        first = datetime.date.fromisoformat(exchange["first_day"])
        after = datetime.date.fromisoformat(exchange["last_day"]) + datetime.timedelta(1)
        assert (stay.decoded("DTSTART"), stay.decoded("DTEND")) == (first, after), exchange
        assert str(stay["SUMMARY"]) == (
            f"{exchange['code']} {exchange['visitor']} at {exchange['host']}"), stay["SUMMARY"]
        day = datetime.date.fromisoformat(due[exchange["code"]])
        assert term.decoded("DTSTART") == day == datetime.date(2021, 3, 29), day
        assert exchange["visitor"] in str(term["SUMMARY"]), term["SUMMARY"]
        alarms = [alarm.decoded("TRIGGER") for alarm in term.walk("VALARM")]
        assert alarms == [datetime.timedelta(-3), datetime.timedelta(0)], alarms
    assert len({str(event["UID"]) for event in events}) == 6
    return f"{len(events)} entries as icalendar {icalendar.__version__} reads them"


def check_payments(run, folder):
    import lxml.etree
    import sepaxml

    schema = os.path.join(os.path.dirname(sepaxml.__file__), "schemas", "pain.001.001.03.xsd")
    path = os.path.join(folder, "payments.xml")
    run("exchange", "payment", "sepa", "EX-001", "EX-002", "EX-003", "--iban", ACCOUNTS[2], "--name",
        "Verein für Wasser & mehr", "--bic", "COBADEFFXXX", "--on", "2021-04-01", "-o", path)
    tree = lxml.etree.parse(path)
    rules = lxml.etree.XMLSchema(lxml.etree.parse(schema))
    assert rules.validate(tree), rules.error_log
    space = {"p": "urn:iso:std:iso:20022:tech:xsd:pain.001.001.03"}

    def texts(name):
        return [node.text for node in tree.iterfind(f".//p:{name}", space)]

    assert texts("NbOfTxs") == ["3", "3"] and texts("CtrlSum") == ["600.06", "600.06"]
    assert texts("InstdAmt") == ["100.01", "200.02", "300.03"], texts("InstdAmt")
    assert texts("IBAN") == [ACCOUNTS[2], *ACCOUNTS], texts("IBAN")
    assert texts("EndToEndId") == ["EX-001", "EX-002", "EX-003"]
    assert texts("Nm")[2:] == [
        "Hidropolis Imaginada S.A.", "Laka + Syn (sp. z o.o.)", "Agyptische Traume, 'GmbH', Koln"
    ], texts("Nm")
    return "3 payments hold to the schema of pain.001.001.03"


def check_pack(run, folder):
    path = os.path.join(folder, "audit.zip")
    run("exchange", "pack", "EX-001", "EX-002", "-o", path, codes=(1,))
    with zipfile.ZipFile(path) as pack:
        assert pack.testzip() is None
        names = pack.namelist()
        assert names == ["index.html", "index.csv", "EX-001/travel-proof-1-pass.pdf"], names
        assert pack.read(names[2]) == PAPER
        rows = list(csv.DictReader(io.StringIO(pack.read("index.csv").decode(), newline="")))
        assert [row["finding"] for row in rows] == ["as registered", "missing"], rows
        assert rows[0]["sha256"] == hashlib.sha256(pack.read(names[2])).hexdigest()
        assert all(info.date_time == (2021, 3, 31, 12, 0, 0) for info in pack.infolist())
    return f"{len(names)} files as zipfile reads them, one paper told as missing"


def checks(blues, binary):
    """Named checks, each on a project of its own, that raise AssertionError where they fail."""
    def checked(check):
        def run():
            with tempfile.TemporaryDirectory() as folder:
                print(f"ok   exchanges: {check(make(blues, binary, folder), folder)}")
        return run

    return [(f"exchanges, {check.__name__[6:]}", checked(check))
            for check in (check_calendar, check_payments, check_pack)]


if __name__ == "__main__":
    import subprocess
    import sys

    def blues(binary, *arguments, codes=(0,)):
        environment = {"PATH": os.environ["PATH"], "BLUES_TODAY": "2021-03-31", "BLUES_USER": "c"}
        done = subprocess.run([binary, *arguments], capture_output=True, env=environment)
        assert done.returncode in codes, (arguments, done.returncode, done.stderr)
        return done.stdout.decode()

    sys.dont_write_bytecode = True
    for _, check in checks(blues, os.path.abspath(sys.argv[1])):
        check()
