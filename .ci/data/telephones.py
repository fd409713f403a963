"""Prints the calling plans as Sources/CData/telephones.txt has them.

The source is the metadata of libphonenumber, which collects the national numbering plans, as the
Python package phonenumbers carries it. Countries that share a calling code stand together, the
main one first.
"""
from importlib.metadata import version

import phonenumbers
from phonenumbers.phonemetadata import PhoneMetadata

# The EU's codes where they are not those of ISO 3166-1.
EUROPEAN = {"GR": "EL", "GB": "UK"}


def lengths(numbers):
    """Numbers of digits as ranges: 4-6,9."""
    ranges = []
    for number in sorted(n for n in numbers if n > 0):
        if ranges and ranges[-1][1] == number - 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    return ",".join(f"{a}-{b}" if a < b else f"{a}" for a, b in ranges)


def row(code, country, metadata):
    most = 15 - len(str(code))
    possible = {n for n in metadata.general_desc.possible_length if n <= most}
    ordinary = set()
    for kind in (metadata.fixed_line, metadata.mobile):
        ordinary |= {n for n in (kind.possible_length if kind else ()) if 0 < n <= most}
    trunk = metadata.national_prefix or "-"
    return "\t".join([str(code), country, trunk, lengths(possible), lengths(ordinary or possible)])


print(f"# Calling plans: the metadata of libphonenumber {version('phonenumbers')} "
      "(https://github.com/google/libphonenumber, Apache License 2.0) through phonenumbers.")
print("#calling code\tcountry\ttrunk prefix\tdigits that are possible\tdigits of ordinary lines")
for code, countries in sorted(phonenumbers.COUNTRY_CODE_TO_REGION_CODE.items()):
    for country in countries:
        if country == "001":
            print(row(code, "-", PhoneMetadata.metadata_for_nongeo_region(code)))
        else:
            name = EUROPEAN.get(country, country)
            print(row(code, name, PhoneMetadata.metadata_for_region(country)))
