#!/usr/bin/env python3
"""Fills a project with invented hosts and visitors, and writes the same for the peers.

profiles.py STORE FOLDER HOSTS VISITORS [CAPACITY]: STORE is a project that blues started; FOLDER
gets hosts.csv and visitors.csv with bit masks for DuckDB and scores.npy for scipy (where numpy
is there and the table is small). Windows of 3 to 30 days within 2021, 30 countries, at most 6 of
30 technologies, 4 of 40 sectors, 3 of 24 languages and 3 of 40 offers and needs each.
"""

import csv
import datetime
import random
import sqlite3
import sys

COUNTRIES = (
    "BE BG CZ DK DE EE IE EL ES FR HR IT CY LV LT LU HU MT NL AT PL PT RO SI SK FI SE RS TR UA"
).split()
CATEGORIES = ["cluster", "support-organisation", "sme"]
START = datetime.date(2021, 1, 1)


def masks(tags):
    return sum(1 << tag for tag in tags)


def profile(chance, number, role, capacity):
    first = chance.randrange(335)
    pick = lambda most, among: chance.sample(range(among), chance.randint(0, most))
    return {
        "id": number, "role": role, "country": chance.randrange(30), "category": chance.randrange(3),
        "technologies": pick(6, 30), "sectors": pick(4, 40), "languages": pick(3, 24),
        "offers": pick(3, 40), "seeks": pick(3, 40), "preferred": pick(3, 30) if role == "visitor" else [],
        "first": first, "last": first + chance.randint(2, 29),
        "capacity": chance.randint(1, capacity) if role == "host" else None}


def fill(store, profiles):
    base = sqlite3.connect(store)
    (file,) = base.execute("SELECT number FROM file").fetchone()
    words = lambda name, tags: "; ".join(f"{name} {tag}" for tag in tags) or None
    day = lambda offset: str(START + datetime.timedelta(days=offset))
    base.executemany(
        "INSERT INTO organisation (id, name, country) VALUES (?, ?, ?)",
        ((file << 32 | one["id"], f"Invented {one['role']} {one['id']}",
          COUNTRIES[one["country"]]) for one in profiles))
    base.executemany(
        """INSERT INTO profile (id, organisation_id, role, category, sectors, technologies,
             languages, offers, seeks, preferred_countries, available_from, available_to,
             capacity)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        ((file << 32 | one["id"], file << 32 | one["id"], one["role"],
          CATEGORIES[one["category"]], words("sector", one["sectors"]),
          words("technology", one["technologies"]), words("language", one["languages"]),
          words("thing", one["offers"]), words("thing", one["seeks"]),
          "; ".join(COUNTRIES[tag] for tag in one["preferred"]) or None, day(one["first"]),
          day(one["last"]), one["capacity"]) for one in profiles))
    base.commit()
    base.close()


def write(path, profiles):
    with open(path, "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(
            "id country category tech sectors langs offers seeks preferred first last".split())
        for one in profiles:
            writer.writerow(
                [one["id"], one["country"], one["category"]]
                + [masks(one[name]) for name in (
                    "technologies", "sectors", "languages", "offers", "seeks", "preferred")]
                + [one["first"], one["last"]])


def table(folder, hosts, visitors):
    """The scores as blues has them but for public holidays; pairs kept apart are worth 0."""
    try:
        import numpy
    except ImportError:
        return
    def marks(profiles, name, count):
        found = numpy.zeros((len(profiles), count), dtype=numpy.int32)
        for row, one in enumerate(profiles):
            found[row, one[name]] = 1
        return found
    def column(profiles, name):
        return numpy.array([one[name] for one in profiles])
    def common(name, count, other=None):
        return marks(visitors, name, count) @ marks(hosts, other or name, count).T
    def size(profiles, *names):
        return numpy.array([sum(len(one[name]) for name in names) for one in profiles])
    asked = numpy.maximum(size(visitors, "technologies", "sectors"), 1)[:, None]
    score = 4000 * (common("technologies", 30) + common("sectors", 40)) // asked
    sought = numpy.maximum(size(visitors, "seeks")[:, None] + size(hosts, "seeks")[None], 1)
    met = common("seeks", 40, "offers") + common("offers", 40, "seeks")
    score = score + 2500 * met // sought + 1500 * (common("languages", 24) > 0)
    weekdays = numpy.cumsum(
        [0] + [(START + datetime.timedelta(days=day)).weekday() < 5 for day in range(400)])
    first = numpy.maximum(column(visitors, "first")[:, None], column(hosts, "first")[None])
    last = numpy.minimum(column(visitors, "last")[:, None], column(hosts, "last")[None])
    days = weekdays[numpy.maximum(last + 1, first)] - weekdays[first]
    score = score + numpy.where(days >= 5, 1000, 500)
    score = score + 500 * marks(visitors, "preferred", 30)[:, column(hosts, "country")]
    score = score + 500 * (
        column(visitors, "category")[:, None] == column(hosts, "category")[None])
    apart = (days < 3) | (
        column(visitors, "country")[:, None] == column(hosts, "country")[None])
    score = numpy.where(apart, 0, score)
    places = numpy.repeat(numpy.arange(len(hosts)), [one["capacity"] for one in hosts])
    numpy.save(f"{folder}/scores.npy", -score[:, places].astype(numpy.float64))


def main():
    store, folder, host_count, visitor_count = sys.argv[1:5]
    capacity = int(sys.argv[5]) if len(sys.argv) > 5 else 1
    chance = random.Random(20210331)
    count = int(host_count) + int(visitor_count)
    profiles = [
        profile(chance, number, "host" if number <= int(host_count) else "visitor", capacity)
        for number in range(1, count + 1)]
    fill(store, profiles)
    hosts = [one for one in profiles if one["role"] == "host"]
    visitors = [one for one in profiles if one["role"] == "visitor"]
    write(f"{folder}/hosts.csv", hosts)
    write(f"{folder}/visitors.csv", visitors)
    if len(hosts) * len(visitors) <= 10_000_000:
        table(folder, hosts, visitors)


if __name__ == "__main__":
    main()
