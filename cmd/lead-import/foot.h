/*
 * foot.h - a line that a report or a spreadsheet has below its rows: "Total,3"
 * and "Printed 3/4/2026,Page 1".
 */
#ifndef FOOT_H
#define FOOT_H

#include "record/csv.h"

/*
 * Is it one?  Its first field is such a word, and there is nothing else in it
 * than numbers; ask only of records that have no address and no number.
 */
bool foot_is(const struct csv *csv);

#endif
