/*
 * emit.h - the second half of an import: the spool becomes leads.  Rows that
 * are one lead are merged where the first of them stands; all others are
 * copied.
 */
#ifndef EMIT_H
#define EMIT_H

#include "intake.h"

/*
 * Write the leads to --output, settle the fate of each row, and write the
 * trace.  link_run() has been called.
 */
void emit_run(struct intake *in);

#endif
