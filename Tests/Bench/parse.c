/* Reads a CSV file with libcsv and counts its cells and rows: what the parser alone costs. */
#include <csv.h>
#include <stdio.h>
#include <stdlib.h>

struct tally {
  unsigned long cells, rows;
};

static void on_cell(void *cell, size_t length, void *tally) {
  (void)cell;
  (void)length;
  ((struct tally *)tally)->cells++;
}

static void on_row(int end, void *tally) {
  (void)end;
  ((struct tally *)tally)->rows++;
}

int main(int count, char **words) {
  static char buffer[1 << 20];
  struct csv_parser parser;
  struct tally tally = {0, 0};
  FILE *file = count == 2 ? fopen(words[1], "rb") : NULL;
  size_t length;
  if (!file || csv_init(&parser, 0)) return 66;
  while ((length = fread(buffer, 1, sizeof buffer, file)) > 0)
    if (csv_parse(&parser, buffer, length, on_cell, on_row, &tally) != length) return 65;
  csv_fini(&parser, on_cell, on_row, &tally);
  printf("%lu cells in %lu rows\n", tally.cells, tally.rows);
  return 0;
}
