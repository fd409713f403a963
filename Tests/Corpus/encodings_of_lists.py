"""Encodings: every file decodes, with the encoding given, to what Python's decoder makes of it.

The texts of the corpus are read as they are, and one text is written in every encoding that
`--encoding` knows and read back.
"""

import os
import tempfile

from csv_suites import oracle
from inspecting import Seen, sum_up

# The encoding as `blues` is told it, and as Python names it.
FILES = {
    "cp1252_spanish_gasto.csv": ("windows-1252", "cp1252"),
    "macroman_cr_library.csv": ("mac-roman", "mac_roman"),
    "sjis.csv": ("shift-jis", "cp932"),
    "utf16le_nhs.csv": ("utf-16", "utf-16"),
    "utf8bom.csv": ("utf-8", "utf-8-sig"),
    "utf8bom_citylist_comments.csv": ("utf-8", "utf-8-sig"),
}
# Lines before the table; what is a comment is for the reference to be told.
SKIP = {"utf8bom_citylist_comments.csv": "comments"}

WEST = "Straße;Übung;café;ñandú;Ångström"
EAST = "Źródło;ąćęłńóśźż;Říha;Čistá;ő"
CYRILLIC = "Москва;Київ;Љубав;ёж"
GREEK = "Αθήνα;ΐΰώ;Ώρα"
KNOWN = {
    "utf-8": ("utf-8", WEST + EAST + CYRILLIC + GREEK + "日本語"), "utf-16le": ("utf-16-le", WEST + EAST + "日本"),
    "utf-16be": ("utf-16-be", WEST + EAST), "utf-32le": ("utf-32-le", WEST + EAST),
    "utf-32be": ("utf-32-be", WEST + EAST), "iso-8859-1": ("iso-8859-1", WEST),
    "iso-8859-2": ("iso-8859-2", EAST), "iso-8859-15": ("iso-8859-15", WEST + ";œuvre;€"),
    "windows-1250": ("cp1250", EAST + ";€"), "windows-1251": ("cp1251", CYRILLIC),
    "windows-1252": ("cp1252", WEST + ";œuvre;€"), "windows-1253": ("cp1253", GREEK),
    "mac-roman": ("mac_roman", WEST + ";œuvre"), "shift-jis": ("cp932", "日本語;カナ;ｶﾅ"),
    "big5": ("big5", "中文;台北市"),
}


def encodings(binary, corpus):
    folder = os.path.join(corpus, "encodings")
    equal, notes = 0, []
    for name in sorted(os.listdir(folder)):
        given, python = FILES[name]
        path = os.path.join(folder, name)
        wanted = oracle(path, python, skip=SKIP.get(name, 0))
        seen = Seen(binary, path, "--no-header", "--encoding", given)
        if seen.rows == wanted:
            equal += 1
        else:
            first = next((i for i, (a, b) in enumerate(zip(seen.rows, wanted)) if a != b), None)
            notes.append(f"{name}: {len(seen.rows)} rows, {len(wanted)} wanted, first other: {first} "
                         f"{seen.said[:150]}")
    return sum_up("encodings", equal, len(FILES), 100, "files cell-equal with Python's decoding", notes)


def known(binary, _):
    equal, notes = 0, []
    with tempfile.TemporaryDirectory() as folder:
        for name, (python, text) in KNOWN.items():
            path = os.path.join(folder, "list.csv")
            cells = text.split(";")
            with open(path, "wb") as file:
                file.write((",".join(cells) + "\n").encode(python) * 2)
            seen = Seen(binary, path, "--no-header", "--encoding", name)
            if seen.answer.get("rows") == [cells, cells]:
                equal += 1
            else:
                notes.append(f"{name}: {seen.said[:150] or seen.answer}")
    return sum_up("encodings", equal, len(KNOWN), 100, "encodings read back what Python wrote", notes)


CHECKS = [encodings, known]

if __name__ == "__main__":
    import sys
    sys.exit(0 if all([check(sys.argv[1], sys.argv[2]) for check in CHECKS]) else 1)
