/*
 * die.h - what is said to a person, and the statuses we end with.
 *
 * Every message is one line on stderr, written with a single write(2):
 *
 *	lead-score: leads.tsv:17: score: 'abc' is not a number
 *	program   : file     :line: column: what is wrong
 *
 * No capital, no full stop, a value in single quotes.  Whatever text comes in
 * by way of the arguments is made visible first (see visible.h), so that no
 * data can drive the reader's terminal.
 */
#ifndef BASE_DIE_H
#define BASE_DIE_H

#include <stdint.h>

enum status {
	STATUS_DONE = 0,  /* did all of it */
	STATUS_PART = 1,  /* finished; something was left out, refused, found */
	STATUS_FAIL = 2,  /* could not: usage, bad input, input or output */
	STATUS_MAYBE = 3, /* an append that may be there, whole: repeat it */
};

/* Where in the input something is.  A NULL or a 0 is left out. */
struct place {
	const char *file;   /* borrowed; "stdin" for standard input */
	uint64_t line;	    /* from 1 */
	const char *column; /* borrowed; a column's name */
};

/* Say something and go on. */
void warn(const char *format, ...) __attribute__((format(printf, 1, 2)));
void warn_at(struct place at, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* Say something and end with STATUS_FAIL. */
void
die(const char *format, ...) __attribute__((format(printf, 1, 2), noreturn));
void die_at(struct place at, const char *format, ...)
	__attribute__((format(printf, 2, 3), noreturn));

/* As warn() and die(), with ": " and errno's text at the end. */
void warn_errno(const char *format, ...) __attribute__((format(printf, 1, 2)));
void die_errno(const char *format, ...)
	__attribute__((format(printf, 1, 2), noreturn));

#endif
