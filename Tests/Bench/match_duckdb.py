#!/usr/bin/env python3
"""The ten best hosts of every visitor by DuckDB on two threads: match_duckdb.py FOLDER.

The same score and filters as blues, but for the public holidays; the same order of ties.
"""

import datetime
import sys

import duckdb

START = datetime.date(2021, 1, 1)


def main():
    folder = sys.argv[1]
    base = duckdb.connect(config={"threads": 2})
    weekdays = [0]
    for day in range(400):
        weekday = (START + datetime.timedelta(days=day)).weekday()
        weekdays.append(weekdays[-1] + (weekday < 5))
    for name in ("hosts", "visitors"):
        base.execute(f"""
            CREATE TABLE {name} AS SELECT *,
              bit_count(tech) + bit_count(sectors) AS asked, bit_count(seeks) AS sought
            FROM read_csv('{folder}/{name}.csv')""")
    base.execute(f"""
        COPY (
          WITH pairs AS (
            SELECT v.id AS visitor, h.id AS host, v.*, h.country AS h_country,
              h.category AS h_category, h.tech AS h_tech, h.sectors AS h_sectors,
              h.langs AS h_langs, h.offers AS h_offers, h.seeks AS h_seeks, h.sought AS h_sought,
              {weekdays}[least(v.last, h.last) + 2]
                - {weekdays}[greatest(v.first, h.first) + 1] AS days
            FROM visitors AS v
            JOIN hosts AS h ON h.first <= v.last - 2 AND h.last >= v.first + 2
            WHERE v.country <> h.country)
          SELECT visitor, max((
              coalesce(4000 * (bit_count(tech & h_tech) + bit_count(sectors & h_sectors))
                // nullif(asked, 0), 0)
              + coalesce(2500 * (bit_count(seeks & h_offers) + bit_count(offers & h_seeks))
                // nullif(sought + h_sought, 0), 0)
              + CASE WHEN langs & h_langs <> 0 THEN 1500 ELSE 0 END
              + CASE WHEN days >= 5 THEN 1000 ELSE 500 END
              + CASE WHEN preferred >> h_country & 1 = 1 THEN 500 ELSE 0 END
              + CASE WHEN category = h_category THEN 500 ELSE 0 END)::BIGINT * 1000000
              + (1000000 - host), 10) AS best
          FROM pairs
          WHERE days >= 3
          GROUP BY visitor
          ORDER BY visitor
        ) TO '{folder}/duckdb.json'""")


if __name__ == "__main__":
    main()
