/*
 * asis.h - --as-is: the table of a dump and nothing done to it.
 */
#ifndef ASIS_H
#define ASIS_H

#include "settings.h"

/*
 * Write the tables of the dumps, which must have equal headers, as TSV: the
 * header as it stands, then the rows.  What comes behind a second header in
 * a dump is another table, and rejected.
 */
enum status
asis_run(const struct settings *set, struct dump *dumps, size_t dumps_n);

#endif
