/*
 * settings.h - what the command line said.
 */
#ifndef SETTINGS_H
#define SETTINGS_H

#include "dump.h"

#include "base/die.h"
#include "base/opt.h"

struct settings {
	struct common common;
	const char *map;    /* -m: a file of header and column */
	const char *source; /* -s */
	const char *import_id;
	const char *basis;    /* -b: the lawful basis */
	const char *country;  /* -c: see settings_check() */
	const char *update;   /* -u: the leads to update */
	const char *rejects;  /* -r */
	const char *trace;    /* -t */
	const char *suppress; /* -x */
	const char *encoding;
	const char *pairs;  /* -p */
	const char *decide; /* --decide */
	const char *match_on;
	const char *threshold;
	const char *forget;
	int duplicates; /* enum link_mode */
	bool store;	/* -U */
	bool as_is, show_map, drop_unmapped, keys;
	char code[3]; /* the alpha-2 code that country points at */
};

/*
 * Options that exclude each other, one file for two things to be written, a
 * file where none is read: bad usage, status 2.
 */
void settings_agree(const struct settings *set, const struct program *program,
	char **operands);

/*
 * Make the country of -c its code in capitals, of "gb" and "uk" GB; what is
 * none is status 2.
 */
void settings_check(struct settings *set);

/*
 * Before hostile text is read, give up writing anywhere but to where the
 * files go that are asked for, if that is one directory.
 */
void settings_confine(const struct settings *set);

/* How many threads the command line wants. */
unsigned settings_jobs(const struct settings *set);

#endif
