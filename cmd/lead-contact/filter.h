/*
 * filter.h - the contact log folded onto a stream of leads.
 */
#ifndef CONTACT_FILTER_H
#define CONTACT_FILTER_H

#include "settings.h"

/* The status to end with; all is said. */
enum status
filter_run(const struct program *program, const struct settings *set,
	const struct journal *journal, char **operands);

#endif
