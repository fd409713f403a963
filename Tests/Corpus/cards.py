"""Holds the vCards of a corpus to account: every card counted, and what it says of a contact.

A plain reading in Python is the oracle, and the jCard (RFC 7095) beside a file where there is one.
Each file is imported into an empty project; names, organisations, telephone numbers and mail
addresses of every card are compared, in the project where the card was taken, in the file of
rejects where it was not.
"""

import csv
import json
import os
import quopri
import re
import tempfile

# Files that do not say how they are encoded, and are no UTF-8.
ENCODINGS = {"vcard-vCards-SAP.vcf": "windows-1252"}
LEAST = 0.99
FIELDS = {
    "names": ["name", "given_name", "family_name"], "organisations": ["organisation"],
    "phones": ["phone", "mobile", "fax"], "mails": ["email"],
}


def properties(text, old):
    """Name, types and value of each line of one card, out of folds and encodings."""
    text = re.sub(r"\r\n|\r", "\n", text)
    # A last = of quoted-printable joins the next line; a blank at the start joins the one before.
    joined, soft = [], False
    for line in text.split("\n"):
        if joined and soft:
            joined[-1] = joined[-1][:-1] + line
        elif joined and line[:1] in (" ", "\t"):
            joined[-1] += line if old else line[1:]
        else:
            joined.append(line)
        soft = "QUOTED-PRINTABLE" in joined[-1].split(":")[0].upper() and joined[-1].endswith("=")
    for line in joined:
        found = re.match(r'(?:[\w-]+\.)?([\w/-]+)((?:;(?:"[^"]*"|[^":])*)?):(.*)$', line, re.S)
        if not found:
            continue
        name, head, value = found.group(1).upper(), found.group(2).upper(), found.group(3)
        if "QUOTED-PRINTABLE" in head:
            charset = re.search(r"CHARSET=([\w-]+)", head)
            value = quopri.decodestring(value.encode()).decode(
                charset.group(1) if charset else "utf-8", "replace")
        yield name, set(re.split(r"[;,=\"]+", head)), value


def plain(value):
    return re.sub(r"\\(.)", lambda m: "\n" if m.group(1) in "nN" else m.group(1), value).strip()


def parts(value):
    return [plain(part) for part in re.split(r"(?<!\\);", value)]


def contact(card):
    """What a card says of names, organisation, numbers and mail addresses."""
    said = {key: "" for keys in FIELDS.values() for key in keys}
    full = ""
    old = re.search(r"^VERSION:2\.1\s*$", card, re.M | re.I) is not None
    for name, types, value in properties(card, old):
        if name == "N" and not said["family_name"] and not said["given_name"]:
            said["family_name"], said["given_name"] = (parts(value) + ["", ""])[:2]
        elif name == "FN":
            full = full or plain(value)
        elif name == "ORG":
            said["organisation"] = said["organisation"] or parts(value)[0]
        elif name in ("TEL", "EMAIL"):
            key = ("email" if name == "EMAIL" else "mobile" if "CELL" in types
                   else "fax" if "FAX" in types else "phone")
            value = re.sub(r"^(tel|mailto):", "", plain(value), flags=re.I)
            said[key] += ("; " if said[key] and value else "") + value
    halves = (said["given_name"] + " " + said["family_name"]).upper().replace(",", " ").split()
    if halves:
        adds = not set(full.upper().replace(",", " ").split()) <= set(halves)
    else:
        adds = full not in (said["organisation"], said["email"], said["phone"], said["mobile"])
    said["name"] = full if adds else ""
    return said


def reference(path, encoding):
    with open(path, encoding=encoding, newline="") as file:
        text = file.read()
    begins = re.finditer(r"^BEGIN:VCARD\r?$", text, re.M | re.I)
    found = [(text.count("\n", 0, begin.start()) + 1, text[begin.end():]) for begin in begins]
    return [(line, contact(re.split(r"(?mi)^END:VCARD", rest)[0])) for line, rest in found]


def check_jcard(path, said):
    """The plain reading itself agrees with the jCard beside the file."""
    with open(path, encoding="utf-8") as file:
        lines = json.load(file)[1]
    first = lambda name: next((line[3] for line in lines if line[0] == name), "")
    listed = lambda value: value if isinstance(value, list) else [value]
    assert listed(first("n"))[:2] == [said["family_name"], said["given_name"]], said
    assert listed(first("org"))[0] == said["organisation"], said
    mails = [line[3] for line in lines if line[0] == "email"]
    assert "; ".join(mails) == said["email"], said
    numbers = [line[3].removeprefix("tel:") for line in lines if line[0] == "tel"]
    told = [n for key in FIELDS["phones"] for n in said[key].split("; ") if n]
    assert sorted(numbers) == sorted(told), said


def check_file(blues, binary, path, counts):
    encoding = ENCODINGS.get(os.path.basename(path))
    cards = reference(path, encoding or "utf-8-sig")
    jcard = path[:-4] + ".json"
    if os.path.exists(jcard):
        check_jcard(jcard, cards[0][1])
    with tempfile.TemporaryDirectory() as folder:
        base, rejects = os.path.join(folder, "blues.db"), os.path.join(folder, "rejects.csv")
        blues(binary, "init", "--template", "blues", "--db", base)
        done = json.loads(blues(
            binary, "partner", "contact", "import", path, "--unmapped", "keep", "--db", base,
            "--json", "--rejects", rejects, *(["--encoding", encoding] if encoding else [])))
        taken = json.loads(blues(
            binary, "partner", "contact", "export", "--db", base, "--json"))["contacts"]
        refused = {}
        if done["rejected"]:
            with open(rejects, encoding="utf-8", newline="") as file:
                refused = {int(row["blues_line"]): row for row in csv.DictReader(file)}
    assert done["read"] == len(cards), f"read {done['read']} cards, expected {len(cards)}"
    assert done["repeated"] == 0, "a card like another, which cannot be told apart here"
    counts["cards"] += len(cards)
    counts["rejected"] += done["rejected"]
    rows = iter(taken)
    wrong = []
    for line, said in cards:
        # A fault has its own line within the card.
        found = next((row for at, row in refused.items() if line <= at < line + 400
                      and not any(line < other <= at for other, _ in cards)), None) or next(rows)
        for kind, keys in FIELDS.items():
            for key in keys:
                if not said[key] and not found.get(key):
                    continue
                counts[kind][0] += 1
                # Blanks at either end are taken off on import, and a rejected card keeps them.
                if (found.get(key) or "").strip() == said[key]:
                    counts[kind][1] += 1
                else:
                    wrong.append(f"line {line}: {key}")
    rules = [f"{row['rule']} {row['rows']}" for row in done["rejected_by_rule"]]
    print(f"ok   {os.path.basename(path)}: {len(cards)} cards, {done['rejected']} rejected"
          + (f" ({', '.join(rules)})" if rules else "")
          + (f"; differs: {', '.join(wrong)}" if wrong else ""))


def checks(blues, binary, corpus):
    """A name and a check for every file, and one for the shares of all."""
    counts = {"cards": 0, "rejected": 0, **{kind: [0, 0] for kind in FIELDS}}
    root = os.path.join(corpus, "vcard")
    for folder, _, names in sorted(os.walk(root)):
        for name in sorted(n for n in names if n.endswith(".vcf")):
            yield name, lambda p=os.path.join(folder, name): check_file(blues, binary, p, counts)

    def shares():
        told = [f"{kind} {counts[kind][1]}/{counts[kind][0]} "
                f"({counts[kind][1] / counts[kind][0]:.1%})" for kind in FIELDS]
        print(f"ok   all vCards: {counts['cards']} cards, {counts['rejected']} rejected; "
              + ", ".join(told))
        for kind in FIELDS:
            all_, same = counts[kind]
            assert same >= LEAST * all_, f"{kind}: {same} of {all_}"

    if os.path.isdir(root):
        yield "vcard", shares
