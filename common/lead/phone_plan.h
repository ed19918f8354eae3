/*
 * phone_plan.h - the numbering plans of the world: which numbers there are
 * behind each calling code, and how they are dialled at home.
 *
 * Facts of libphonenumber's metadata, in a table (phone_table.inc).
 */
#ifndef LEAD_PHONE_PLAN_H
#define LEAD_PHONE_PLAN_H

#include "base/view.h"

/* How numbers are dialled somewhere. */
struct phone_place {
	char code[3];	    /* ISO 3166-1 alpha-2 */
	unsigned char plan; /* whose numbers they are */
	char trunk[16];	    /* what stands before a number at home, or "" */
	char idd[12];	    /* what stands for the +, besides 00 */
	char local[5];	    /* what a number of local_length digits lacks */
	unsigned char local_length;
};

/* The numbers behind a calling code: a stretch of runs, sorted. */
struct phone_plan {
	uint16_t calling;
	uint16_t first, n;  /* runs */
	unsigned char main; /* the place that most of them are in */
};

/* Numbers of one length whose first four digits are from..to. */
struct phone_run {
	unsigned char length;
	uint16_t from, to;
	unsigned char kind, place;
};

/* The places and plans that others name by their numbers. */
const struct phone_place *phone_place_at(unsigned number);
const struct phone_plan *phone_plan_at(unsigned number);

/* The place with a code of two letters, or NULL. */
const struct phone_place *phone_place_find(struct view code);

/*
 * The plan whose calling code the digits start with, and how long that is; or
 * NULL.
 */
const struct phone_plan *phone_plan_find(struct view digits, size_t *length);

/* The run that a national number of a plan falls in, or NULL. */
const struct phone_run *
phone_run_find(const struct phone_plan *plan, struct view nsn);

#endif
