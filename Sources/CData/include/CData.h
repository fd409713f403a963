#ifndef CDATA_H
#define CDATA_H

/// A text of UTF-8 in the program's read-only part, which costs nothing at start-up.
///
/// Lines that begin with `#` and are no heading of a country name the source and the columns.
struct blues_bytes {
  const unsigned char *start;
  long count;
};

/// The gazetteer.
///
/// A line `#DE` opens a country; each line after it is one place: name, latitude and longitude in
/// degrees, and other spellings in folded form with bars between them, separated by tabs.
struct blues_bytes blues_places(void);

/// The names of countries.
///
/// A line is a country, its columns separated by tabs: the code, the name in each language as the
/// line of headings says, and further names with bars between them.
struct blues_bytes blues_countries(void);

/// The calling plans of the world.
///
/// A line is a country, its columns separated by tabs: calling code, country or a dash, the trunk
/// prefix or a dash, how many digits a national number may have, and how many those of ordinary
/// lines have. The main country of a calling code comes first.
struct blues_bytes blues_telephones(void);

/// The newest layout of a project file, as `sqlite_schema` of a new one has it.
///
/// An object is its type, name, table and SQL with 0x1F between them, and 0x1E and a line feed behind it.
struct blues_bytes blues_layout(void);

#endif
