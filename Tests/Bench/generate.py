#!/usr/bin/env python3
"""Writes the lists the measurements need: invented people, the same for the same seed.

contacts.csv: 12 columns with quotes, embedded newlines and UTF-8; 1 % of the rows are wrong and
1 % repeat an e-mail address in other capitals. Fictitious: every address is at example.org.

generate.py ROWS FILE [FIRST]: people are numbered from FIRST, so that two lists can be of others.
"""

import csv
import random
import sys

GIVEN = "Zoë Łukasz Ana Søren Jiří François Anke José Małgorzata Dvořák Inés Björn".split()
FAMILY = "Łoś Müller García Nováková Lefèvre Wiśniewski Ångström Peña Kowalska Schäfer".split()
WORDS = "Water Agua Wasser Eau Woda Voda Systems Works Labs Filters Membranes Pumps".split()
CITIES = "Łódź Bonn Zaragoza Praha Orléans Kraków München Huesca Brno Tours".split()
COUNTRIES = ["DE", "ES", "CZ", "PL", "FR"]
HEADINGS = [
    "Organisation", "First name", "Last name", "Job title", "E-mail", "Street", "Postcode",
    "City", "Country", "Website", "Sector", "Notes",
]


def rows(count, first, chance):
    mails = []
    for number in range(first, first + count):
        given, family = chance.choice(GIVEN), chance.choice(FAMILY)
        mail = f"p{number}@example.org"
        kind = chance.random()
        if kind < 0.01:
            mail = "nobody at example"
        elif kind < 0.02 and mails:
            mail = chance.choice(mails).upper()
        else:
            mails.append(mail)
        name = f"{chance.choice(WORDS)} {chance.choice(WORDS)} {number // 3}"
        if number % 10 == 0:
            name = f'{name}, "Ltd"'
        note = "met at the fair\r\nwrites back" if number % 20 == 0 else "member, since 2019"
        yield [
            name, given, family, "Director", mail, f"Rynek {number % 90}", f"{number % 90000:05}",
            chance.choice(CITIES), chance.choice(COUNTRIES), f"https://w{number}.example.org",
            chance.choice(["water", "energy", "mobility"]), note,
        ]


def main():
    count, path = int(sys.argv[1]), sys.argv[2]
    first = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(HEADINGS)
        writer.writerows(rows(count, first, random.Random(20200201 + first)))


if __name__ == "__main__":
    main()
