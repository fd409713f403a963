#include "CPlaces.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char places[] = {
#embed "places.txt"
};

const unsigned char *blues_places(void) { return places; }

long blues_places_size(void) { return sizeof places; }
