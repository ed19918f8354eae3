/*
 * closed_word.h - a digest of an address or number and, in its low bits, by
 * which channels it is closed: what closed.h keeps.
 */
#ifndef CLOSED_WORD_H
#define CLOSED_WORD_H

#include "closed.h"

#include "lead/flag.h"

#define NUMBERS (CALL | SMS)	 /* what a number refuses */
#define CHANNELS ((uint64_t)ALL) /* the bits that are no digest */

uint64_t closed_digest(struct view text);

static inline struct view
value_at(const struct view *out, int column)
{
	return column < 0 ? (struct view){0} : out[column];
}

static inline bool
is_stopped(
	const struct schema_columns *at, const struct view *out, enum stop stop)
{
	return flag_stops(value_at(out, at->stops[stop]));
}

#endif
