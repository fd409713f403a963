#ifndef CPLACES_H
#define CPLACES_H

/// The gazetteer as text, which lies in the program's read-only part and costs nothing at start-up.
///
/// The first line names the source. A line `#DE` opens a country; each line after it is one place: name, latitude and longitude in
/// degrees, and other spellings in folded form with bars between them, separated by tabs.
const unsigned char *blues_places(void);

/// The length of the text in bytes.
long blues_places_size(void);

#endif
