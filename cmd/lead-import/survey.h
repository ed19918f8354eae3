/*
 * survey.h - what whole columns tell that single values do not: whether the
 * day or the month comes first, and which mark is the decimal one.
 *
 * The first chunk of a dump settles it as a rule; where it proves nothing, or
 * contradicts itself, the whole dump is looked at.
 */
#ifndef SURVEY_H
#define SURVEY_H

#include "schema.h"

/* Settle order and mark of the fields of the plans, and say so. */
void survey_run(struct schema *schema, const struct settings *set,
	struct dump *dumps, size_t n);

#endif
