/*
 * csv_odd.h - records whose quotes need a parser: the only user of libcsv.
 */
#ifndef RECORD_CSV_ODD_H
#define RECORD_CSV_ODD_H

#include "record/csv.h"

/*
 * Parse the record at csv->start, setting fields, n, end, fault and mended.
 * Returns CSV_RECORD, CSV_DAMAGED or CSV_MORE; the number of fields is still
 * to be checked, except that a mended record has the right one.
 */
enum csv_got csv_odd_parse(struct csv *csv);

void csv_odd_free(struct csv_odd *odd);

#endif
