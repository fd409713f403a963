#!/usr/bin/env python3
"""Writes invented costs, persons, pay and timesheets: ledger.py FOLDER COSTS HOURS.

costs.csv, persons.csv, pay.csv and hours.csv, for a project of the template `blues`. Each person
has a row on each working day of the first period and from there on until HOURS rows are written.
"""

import csv
import datetime
import sys

PARTNERS = ["NP", "AV", "TC", "WW", "ZINNAE"]
START = datetime.date(2020, 2, 3)


def working_days(count):
    days, day = [], START
    while len(days) < count:
        if day.weekday() < 5:
            days.append(day.isoformat())
        day += datetime.timedelta(days=1)
    return days


def write(path, header, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)


def main(folder, costs, hours, partners):
    days = working_days(500)
    people = max(1, -(-hours // len(days)))
    write(f"{folder}/persons.csv", ["person", "partner", "category", "from"],
          ([f"P-{n}", partners[n % len(partners)], "A.1", "2020-02-01"] for n in range(people)))
    write(f"{folder}/pay.csv", ["person", "from", "annual_cost", "currency"],
          ([f"P-{n}", "2020-02-01", 36000 + n % 24000, "EUR"] for n in range(people)))
    write(f"{folder}/hours.csv",
          ["person", "date", "work_package", "hours", "signed_on", "approved_on", "approved_by"],
          ([f"P-{n // len(days)}", days[n % len(days)], f"WP{1 + n % 5}", "1.5", "2022-02-01",
            "2022-02-02", "X"] for n in range(hours)))
    write(f"{folder}/costs.csv",
          ["id", "partner", "category", "work_package", "incurred_on", "description", "supplier",
           "invoice", "amount", "currency"],
          ([n, partners[n % len(partners)], "D.1", f"WP{1 + n % 5}", days[n % 250], f"Trip {n}",
            f"Firm {n % 900}", f"F-{n}", f"{n % 900 + 1}.{n % 100:02}", "EUR"]
           for n in range(1, costs + 1)))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4:] or PARTNERS)
