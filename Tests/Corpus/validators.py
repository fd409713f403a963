"""Holds the checks of blues to corpora of addresses and numbers whose verdicts are known.

Lists are made from the corpora and imported into a project thrown away afterwards, since a
rehearsal writes no rejects file; the rows blues rejects, and its E.164 forms, are compared with
what the corpora say. Each line of the answer has count, share and
aim. Tests/Corpus/run calls `check(blues, corpus)`; by itself: validators.py BLUES CORPUS.
"""

import csv
import glob
import json
import os
import random
import re
import sys
import tempfile
import xml.etree.ElementTree as ET

# The diagnoses of isemail whose addresses a mailing can use as they stand. RFC5322 addresses are
# valid in a message's heading only, and so are comments and folded blanks (CFWS, DEPREC_CFWS and
# the like); control characters in quotes are refused too.
TAKEN = {"ISEMAIL_VALID_CATEGORY", "ISEMAIL_DNSWARN", "ISEMAIL_RFC5321"}
TAKEN_DEPRECATED = {"ISEMAIL_DEPREC_LOCALPART", "ISEMAIL_RFC5321_IPV6DEPRECATED"}
# Lines of the list of numbers that are the doctests' examples of what is not valid.
NOT_VALID = {*range(771, 832), *range(989, 1000)}
# Blanks of every width, and signs that nobody sees.
BLANK = " \t\r\n\v\f\u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, [
    *range(0x2000, 0x2010), 0xAD, 0x34F, 0x61C, 0x180E, *range(0x202A, 0x202F),
    *range(0x2060, 0x2070), 0xFEFF]))


def rejected(run, field, values, country=None, rest=()):
    """The indices of the values that an import of a list with this one column rejects."""
    with tempfile.TemporaryDirectory() as folder:
        base = os.path.join(folder, "blues.db")
        path = os.path.join(folder, "list.csv")
        run("init", "--template", "blues", "--db", base)
        rejects = os.path.join(folder, "rejects.csv")
        with open(path, "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["id", "organisation", field, "country"])
            for index, value in enumerate(values):
                writer.writerow([index, f"Example {index}", value, country or ""])
        outcome = json.loads(run(
            "partner", "contact", "import", path, "--encoding", "utf-8", "--delimiter", ",",
            "--rejects", rejects, "--db", base, "--json", *rest))
        assert outcome["read"] == len(values), (outcome["read"], len(values))
        refused = set()
        if outcome["rejected"]:
            with open(rejects, encoding="utf-8", newline="") as file:
                for row in csv.DictReader(file):
                    refused.add(int(row["id"]) if row["id"].isdigit() else -1)
        contacts = json.loads(run("partner", "contact", "list", "--db", base, "--json"))["contacts"]
        return refused, {int(one["id"]): one for one in contacts}, outcome


def addresses(corpus):
    for test in ET.parse(os.path.join(corpus, "isemail_tests.xml")).getroot().iter("test"):
        text = test.findtext("address") or ""
        # The corpus writes control characters as their pictures, U+2400 and on.
        text = "".join(chr(ord(c) - 0x2400) if 0x2400 <= ord(c) < 0x2421 else c for c in text)
        yield test.get("id"), text, test.findtext("category"), test.findtext("diagnosis")


def check_mail(run, corpus):
    rows = [row for row in addresses(corpus) if row[1].strip(BLANK) and "\0" not in row[1]]
    refused, _, _ = rejected(run, "email", [text for _, text, _, _ in rows])
    valid = [i for i, row in enumerate(rows)
             if row[2] in TAKEN or row[3] in TAKEN_DEPRECATED]
    # White space around a cell is taken off before it is checked, and the rest may be an address.
    bare = {i for i, row in enumerate(rows) if row[1] != row[1].strip(BLANK)}
    invalid = [i for i in range(len(rows)) if i not in set(valid) and i not in bare]
    wrong = [rows[i][0] for i in valid if i in refused]
    passed = [rows[i][0] for i in invalid if i not in refused]
    yield "isemail, valid addresses taken", len(valid) - len(wrong), len(valid), 100, wrong
    yield "isemail, others refused", len(invalid) - len(passed), len(invalid), 100, passed


def check_phones(run, corpus):
    right = total = 0
    wrong = []
    for path in sorted(glob.glob(os.path.join(corpus, "phone-examples", "*.csv"))):
        code = os.path.basename(path)[:-4]
        with open(path, encoding="utf-8") as file:
            rows = [[cell.strip().strip('"') for cell in line.split(";")] for line in file][1:]
        for region in sorted({row[0] for row in rows if len(row) > 2}):
            numbers = [row[2] for row in rows if row[0] == region]
            for spelled in (numbers, [code + " " + n for n in numbers],
                            ["00" + code[1:] + "-" + n for n in numbers]):
                refused, contacts, _ = rejected(run, "phone", spelled, region)
                for index, number in enumerate(numbers):
                    total += 1
                    found = contacts.get(index, {}).get("phone_e164")
                    if index in refused or found != code + number:
                        wrong.append(f"{region} {spelled[index]} {found}")
                    else:
                        right += 1
    yield "example phones to E.164, three spellings", right, total, 100, wrong


def listed(corpus):
    with open(os.path.join(corpus, "stdnum_valid_numbers.tsv"), encoding="utf-8") as file:
        for line, row in enumerate(csv.DictReader(file, delimiter="\t"), 2):
            if line not in NOT_VALID:
                yield row["kind"], row["number"]


def mutants(numbers, seed):
    """Each number with one of its digits changed, digits chosen by the seed."""
    dice = random.Random(seed)
    for number in numbers:
        places = [i for i, c in enumerate(number) if c in "0123456789"]
        for place in dice.sample(places, min(5, len(places))):
            digit = dice.choice([d for d in "0123456789" if d != number[place]])
            yield number[:place] + digit + number[place + 1:]


def check_numbers(run, corpus):
    kinds = {}
    for kind, number in listed(corpus):
        # A Belgian account stands there with its bank, wide blanks between them.
        kinds.setdefault(kind, []).append(re.split(r"\s{2,}|\t", number.strip())[0])
    groups = [
        ("VAT", "vat", kinds["eu_vat"] + kinds["gb_vat"] + ["BG" + n for n in kinds["bg_vat"]]),
        ("IBAN", "iban", kinds["iban"] + kinds["be_iban"])]
    with open(os.path.join(corpus, "..", "contacts", "eu_cordis_h2020_orgs_2017.csv"),
              encoding="utf-8-sig", newline="") as file:
        groups.append(("PIC", "pic", [r["orgId"] for r in csv.DictReader(file, delimiter=";")]))
    for name, field, numbers in groups:
        refused, _, _ = rejected(run, field, numbers)
        yield (f"{name}, valid numbers taken", len(numbers) - len(refused), len(numbers), 99.5,
               [numbers[i] for i in sorted(refused)])
        changed = list(mutants(numbers, 2020))
        refused, _, _ = rejected(run, field, changed)
        passed = [n for i, n in enumerate(changed) if i not in refused]
        yield f"{name}, one digit changed refused", len(refused), len(changed), 95, passed


def check(run, corpus):
    """Prints a line per corpus; true when every aim is reached."""
    corpus = os.path.join(corpus, "validators")
    reached = True
    for lines in (check_mail, check_phones, check_numbers):
        for name, right, total, aim, wrong in lines(run, corpus):
            share = 100 * right / total
            good = share >= aim
            reached = reached and good
            print(f"{'ok  ' if good else 'FAIL'} {name}: {right} of {total} = {share:.2f} % "
                  f"(aim {aim} %)" + (f"; not: {', '.join(wrong[:8])}" if wrong else ""))
    return reached


if __name__ == "__main__":
    import subprocess

    def run(*arguments):
        environment = {"PATH": os.environ["PATH"], "BLUES_TODAY": "2021-03-31", "BLUES_USER": "c"}
        done = subprocess.run([os.path.abspath(sys.argv[1]), *arguments], capture_output=True,
                              env=environment)
        assert done.returncode in (0, 3), (arguments, done.returncode, done.stderr)
        return done.stdout.decode()

    sys.exit(0 if check(run, os.path.abspath(sys.argv[2])) else 1)
