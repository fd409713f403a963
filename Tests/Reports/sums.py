"""The sums of reports once more, by SQL over the project file and exact fractions."""

import json
import os
import sqlite3
from fractions import Fraction

# What the fixture says: one average of each currency, and 51 600 EUR for 1 720 hours.
CZK = Fraction("26.101")
HOUR = Fraction(30)
DAYS = {"RP1": ("2020-02-01", "2021-01-31"), "RP2": ("2021-02-01", "2022-01-31")}


def cents(amount):
    """Rounded to cents, half away from zero."""
    sign = -1 if amount < 0 else 1
    return sign * ((abs(amount) * 200 + 1) // 2)


def money(value):
    return int(value["amount"].replace(".", ""))


def check(folder, project, period):
    """Compares, and gives the number of sums that agree."""
    base = sqlite3.connect(f"file:{project}?mode=ro", uri=True)
    found, wanted = {}, {}
    read = lambda name: json.load(open(os.path.join(folder, f"{name}.json"), encoding="utf-8"))
    one = lambda sql, *values: base.execute(sql, values).fetchone()[0]
    partners = [row[0] for row in base.execute("SELECT code FROM partner")]
    for partner in partners:
        statement = read(f"financial-{partner}")
        own = costs(base, partner, period)
        for row in statement["categories"]:
            if row["category"] != "E":
                found[partner, row["category"]] = money(row["own"])
                wanted[partner, row["category"]] = own.get(row["category"], 0)
        direct = sum(own.values())
        support = own.get("C", 0)
        overhead = cents(Fraction(direct - own.get("B", 0) - support, 100) * Fraction(7, 100))
        total = direct + overhead
        contribution = support + cents(Fraction(total - support, 100) * Fraction(3, 4))
        for key, value in (("direct_costs", direct), ("total_costs", total),
                           ("maximum_contribution", contribution)):
            found[partner, key], wanted[partner, key] = money(statement[key]), value
        used = sum(money(row["amount"]) for row in statement["use_of_resources"])
        found[partner, "use of resources"], wanted[partner, "use of resources"] = used, direct
    summary = read("summary")
    for row in summary["partners"]:
        found["summary", row["partner"]] = money(row["total_costs"])
        wanted["summary", row["partner"]] = wanted[row["partner"], "total_costs"]
    found["summary"] = money(summary["total"]["total_costs"])
    wanted["summary"] = sum(wanted[partner, "total_costs"] for partner in partners)
    declared = {row["period"]: money(row["declared"]) for row in read("payments")["periods"]}
    found["payments"], wanted["payments"] = declared[period], wanted["summary"]
    for row in read("budget")["rows"]:
        key = ("budget", row["partner"], row["category"], row["work_package"])
        found[key], wanted[key] = money(row["budget"]), budget(base, *key[1:])
    found["budget"] = sum(value for key, value in found.items() if key[0] == "budget")
    wanted["budget"] = one("SELECT sum(amount_cents) FROM budget_line") + sum(
        value for key, value in wanted.items() if key[0] == "budget" and key[2] == "E")
    exchanges = read("exchanges")
    found["exchanges"], wanted["exchanges"] = exchanges["counted"], one("SELECT count(*) FROM exchange")
    for key in ("agreed", "paid"):
        found[key] = money(exchanges[key])
        wanted[key] = one(f"SELECT sum({key}_cents) FROM exchange")
    found["pairs"] = sum(row["number"] for row in exchanges["exchange_countries"])
    wanted["pairs"] = wanted["exchanges"]
    technical = read("technical")
    first, last = DAYS[period]
    found["held"] = technical["exchanges_held"]
    wanted["held"] = one("SELECT count(*) FROM exchange WHERE last_day BETWEEN ? AND ?", first, last)
    for kind in ("deliverable", "milestone"):
        found[kind] = len(technical[kind + "s"])
        wanted[kind] = one(f"SELECT count(*) FROM {kind}")
    for row in read("effort")["effort"]:
        key = ("planned", row["partner"], row["work_package"])
        found[key] = Fraction(str(row["planned"]))
        wanted[key] = Fraction(one(
            "SELECT coalesce(sum(planned_effort.person_months), 0) FROM planned_effort"
            " JOIN partner ON partner.id = partner_id"
            " JOIN work_package ON work_package.id = work_package_id"
            " WHERE partner.code = ? AND 'WP' || work_package.number = ?", *key[1:]), 100)
    differing = {key: (found[key], wanted[key]) for key in wanted if found[key] != wanted[key]}
    assert not differing, f"sums differ, found and wanted: {differing}"
    return len(wanted)


def budget(base, partner, category, package):
    """A partner's budget of a category in a work package; that of indirect costs is 7 % of others."""
    lines = "category = ?" if category != "E" else "? = 'E' AND category NOT IN ('B', 'C')"
    amount = base.execute(
        "SELECT coalesce(sum(amount_cents), 0) FROM budget_line"
        " JOIN partner ON partner.id = partner_id"
        " LEFT JOIN work_package ON work_package.id = work_package_id"
        f" WHERE {lines} AND partner.code = ? AND 'WP' || work_package.number IS ?",
        (category, partner, package)).fetchone()[0]
    return amount if category != "E" else cents(Fraction(amount, 100) * Fraction(7, 100))


def costs(base, partner, period):
    """What a partner spent in a period by category, in cents; each line is rounded by itself."""
    own = {}
    lines = base.execute(
        "SELECT category, amount_cents, currency FROM cost_line JOIN partner ON partner.id = partner_id"
        " WHERE partner.code = ? AND incurred_on BETWEEN ? AND ?", (partner, *DAYS[period]))
    for category, amount, currency in lines:
        euro = Fraction(amount, 100) / (CZK if currency == "CZK" else 1)
        own[category] = own.get(category, 0) + cents(euro)
    hours = base.execute(
        "SELECT coalesce(sum(hours), 0) FROM timesheet JOIN person ON person.id = person_id"
        " JOIN partner ON partner.id = partner_id"
        " WHERE partner.code = ? AND worked_on BETWEEN ? AND ?", (partner, *DAYS[period])).fetchone()[0]
    own["A.1"] = cents(Fraction(hours, 100) * HOUR)
    paid = base.execute(
        "SELECT coalesce(sum(paid_cents), 0) FROM exchange"
        " JOIN exchange_step ON exchange_id = exchange.id AND step = 'paid'"
        " JOIN profile ON profile.id = visitor_id JOIN partner ON partner.id = managing_partner_id"
        " WHERE partner.code = ? AND happened_on BETWEEN ? AND ?",
        (partner, *DAYS[period])).fetchone()[0]
    if paid:
        own["C"] = paid
    return own
