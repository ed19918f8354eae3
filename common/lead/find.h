/*
 * find.h - leads found by what a person would type: a lead_id, an e-mail
 * address, a telephone number, a part of a name or of a company.
 *
 * The file is mapped and searched, not indexed: ten million leads take under
 * a second, and nothing has to be kept up to date.
 */
#ifndef LEAD_FIND_H
#define LEAD_FIND_H

#include "record/header.h"

#define FIND_MOST 20 /* leads listed when several match */

enum find_column {
	FIND_ID,
	FIND_NAME,
	FIND_FIRST,
	FIND_LAST,
	FIND_COMPANY,
	FIND_EMAIL,
	FIND_PHONE,
	FIND_MOBILE,
	FIND_COLUMNS,
};

/* A file of leads. */
struct find {
	const char *name;     /* borrowed: what messages call it */
	struct view bytes;    /* of map: behind the header */
	struct view map;      /* owned: mapped, with the header */
	struct header header; /* owned */
	int column[FIND_COLUMNS];
	int last;   /* of the columns with names */
	bool there; /* the file is there */
};

/* The leads found: lines of the file, views of it. */
struct finds {
	struct view lines[FIND_MOST];
	size_t n;
	bool more; /* than there is room for */
};

/*
 * Map a file of leads; one that is not there is empty.  What is wrong with it
 * is a message and status 2.
 */
void find_open(struct find *find, const char *path);

/*
 * Look for text.  A lead_id and an e-mail address must be whole, of a number
 * the digits behind the country code or 0; a name that is whole wins over
 * those that only hold the text.  Case does not matter.
 *
 * Marks and apostrophes in the text are meant, unless it is nowhere with them.
 * Text without finds names with and without: sian is Sian and Siân, for who
 * types the one may mean the other.  Only what is all of an id, a full name or
 * a company, as it stands, is not asked about.
 */
void find_leads(const struct find *find, struct view text, struct finds *out);

/* A field of a found line, as written. */
struct view
find_get(const struct find *find, struct view line, enum find_column column);

/* A field by number of the header's column; empty when it is -1. */
struct view find_field(struct view line, int column);

void find_close(struct find *find);

#endif
