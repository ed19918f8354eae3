/*
 * shipped.h - the data that lead-import carries within it.
 */
#ifndef SHIPPED_H
#define SHIPPED_H

#include "base/view.h"

/* The table of known headers, headers.tsv: canonical preset header evidence. */
struct view shipped_headers(void);

#endif
