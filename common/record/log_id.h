/*
 * log_id.h - names for entries, given on any machine without asking another.
 *
 * A letter and 26 characters of Crockford's base32: 48 bits of time in
 * milliseconds as in a ULID, then 40 of the machine's clock in microseconds
 * and 40 that are random, or 80 of a digest.  They sort by time as text,
 * those of one moment in the order in which they were given.
 */
#ifndef RECORD_LOG_ID_H
#define RECORD_LOG_ID_H

#include "base/str.h"

/* A new id at the end of out.  False: no random numbers, see errno. */
bool log_id_new(char letter, int64_t moment, struct str *out);

/*
 * The id of something that was logged elsewhere: the same text at the same
 * moment has the same id, so that taking it over twice counts once.
 */
void log_id_of(char letter, int64_t moment, struct view text, struct str *out);

/* Can this be an id?  Letters, digits, - _ . : of which 1 to 64. */
bool log_id_is(struct view v);

#endif
