#include "CData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char places[] = {
#embed "places.txt"
};

static const unsigned char countries[] = {
#embed "countries.txt"
};

static const unsigned char telephones[] = {
#embed "telephones.txt"
};

static const unsigned char layout[] = {
#embed "layout.txt"
};

struct blues_bytes blues_places(void) {
  return (struct blues_bytes){places, sizeof places};
}

struct blues_bytes blues_countries(void) {
  return (struct blues_bytes){countries, sizeof countries};
}

struct blues_bytes blues_telephones(void) {
  return (struct blues_bytes){telephones, sizeof telephones};
}

struct blues_bytes blues_layout(void) {
  return (struct blues_bytes){layout, sizeof layout};
}
