/*
 * foot.h - a line that a report or a spreadsheet has below its rows: "Total,3"
 * and "Printed 3/4/2026,Page 1".
 */
#ifndef FOOT_H
#define FOOT_H

#include "schema.h"

#include "record/csv.h"

/*
 * Is it one?  Its first field says so and nothing else, and there is nothing
 * in it besides than numbers; ask only of records that have no address and no
 * telephone number.
 */
bool foot_is(const struct csv *csv, const struct dump_plan *plan);

#endif
