"""Prints the names of countries as Sources/CData/countries.txt has them.

The names come from the Unicode CLDR as Babel carries it: those in the languages below, and each
country's name in its own official languages. Names that lists have and CLDR does not stand in the
file given as argument, one a line behind the country's code.
"""
import re
import sys
import unicodedata
from importlib.metadata import version

from babel import Locale, UnknownLocaleError
from babel.core import get_cldr_version, get_global

# English is first; a new language is one more code here.
LANGUAGES = ["en", "fr", "de", "es", "pl", "cs"]
# The EU's codes where they are not those of ISO 3166-1.
EUROPEAN = {"GR": "EL", "GB": "UK"}
# Codes of CLDR that stand for no country of ISO 3166-1; XK (Kosovo) is one that the EU uses.
NO_COUNTRY = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
# English names that this program shows where CLDR's are longer or for a list of regions.
ENGLISH = {
    "CD": "Democratic Republic of the Congo", "CG": "Congo", "CI": "Côte d'Ivoire",
    "GS": "South Georgia and the South Sandwich Islands", "HK": "Hong Kong", "MM": "Myanmar",
    "MO": "Macao", "PS": "Palestine", "SH": "Saint Helena", "TF": "French Southern Territories",
    "VC": "Saint Vincent and the Grenadines",
}
ARTICLES = set("the and of le la les l et de du des d die der und el los las del y i a".split())
LETTERS = str.maketrans({"ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "đ": "d", "ı": "i"})


def key(name):
    """What the program compares names by, near enough to leave out what says the same."""
    text = unicodedata.normalize("NFKD", name.lower())
    text = "".join(c for c in text if not unicodedata.combining(c)).translate(LETTERS)
    return " ".join(w for w in re.findall(r"[^\W_]+", text) if w not in ARTICLES)


def english(code, name):
    return ENGLISH.get(code, name.replace("&", "and").replace("St. ", "Saint "))


def in_own_languages(territory):
    for language, said in get_global("territory_languages").get(territory, {}).items():
        if said["official_status"] not in ("official", "de_facto_official"):
            continue
        try:
            name = Locale.parse(language).territories.get(territory)
        except (UnknownLocaleError, ValueError):
            continue
        if name:
            yield name


def main():
    further = {}
    with open(sys.argv[1], encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                code, name = line.strip().split(" ", 1)
                further.setdefault(code, []).append(name)
    names = {code: Locale(code).territories for code in LANGUAGES}
    territories = [t for t in names["en"] if re.fullmatch("[A-Z]{2}", t) and t not in NO_COUNTRY]
    owner = {}
    print(f"# Names of countries: Unicode CLDR {get_cldr_version()} (https://cldr.unicode.org, "
          f"Unicode License v3) through Babel {version('babel')}, further names collected by hand.")
    print("\t".join(["#code"] + LANGUAGES + ["further"]))
    for territory in sorted(territories, key=lambda t: EUROPEAN.get(t, t)):
        code = EUROPEAN.get(territory, territory)
        said = [names[language][territory] for language in LANGUAGES]
        shown = [english(code, said[0])] + said[1:]
        others = []
        for name in shown + [said[0], *in_own_languages(territory), *further.pop(code, [])]:
            if owner.setdefault(key(name), code) != code:
                sys.exit(f"{name} is both {owner[key(name)]} and {code}.")
            if key(name) not in map(key, shown + others):
                others.append(name)
        print("\t".join([code] + shown + ["|".join(others)]))
    if further:
        sys.exit(f"No country has the code {', '.join(further)}.")


main()
