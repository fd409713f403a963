"""Fills cells of a workbook, as a person would: fill.py FILE SHEET CELL VALUE [CELL VALUE ...]

A cell is named by its row and the heading of its column, such as 3:Amount.
"""

import sys

import openpyxl

path, name, *cells = sys.argv[1:]
book = openpyxl.load_workbook(path)
sheet = book[name]
columns = {str(cell.value).rstrip(" *"): cell.column for cell in sheet[1]}
for place, value in zip(cells[::2], cells[1::2]):
    row, heading = place.split(":")
    number = value.replace(".", "", 1).lstrip("-").isdigit()
    sheet.cell(int(row), columns[heading], float(value) if number else value)
book.save(path)
