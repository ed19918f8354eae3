/*
 * link_field.h - what of a row is compared, and as what.
 *
 * A field is one thing about a lead, such as its telephone number, and has a
 * slot for each column that may hold it: phone and mobile are two slots of
 * one field, since a number that one dump calls mobile is phone in another.
 */
#ifndef LINK_FIELD_H
#define LINK_FIELD_H

#include "link_value.h"

#define LINK_FIELDS 20 /* at most: 3 bits of a word each */
#define LINK_SLOTS 32  /* at most, of all fields */
#define LINK_LEVELS 8  /* at most, of one field */

/* How a field is compared: link_compare.c has the levels of each. */
enum link_kind {
	LINK_GIVEN,
	LINK_FAMILY,
	LINK_COMPANY,
	LINK_MAIL,
	LINK_NUMBER, /* of a telephone */
	LINK_STREET,
	LINK_SITE, /* a domain */
	LINK_PLACE,
	LINK_POSTCODE,
	LINK_DATE,     /* yyyymmdd, or yyyy */
	LINK_CODE,     /* a number or reference given by someone */
	LINK_CATEGORY, /* one of few */
	LINK_TEXT,
	LINK_GUESS, /* decided when all values are known */
};

struct link_field {
	const char *name; /* owned by link_fields: "phone" */
	enum link_kind kind;
	unsigned slot, slots; /* its first, and how many */
	unsigned values;      /* which dictionary */
	bool asked;	      /* by match_on */
};

struct link_fields {
	struct link_field items[LINK_FIELDS];
	unsigned n, slots;
	int column[LINK_SLOTS]; /* of each slot: where it is in a row; -1: a
				   part of the full name */
	struct arena names;	/* owned */
	int full_name; /* a column, for parts that are empty or have none; or
			  -1 */
};

/*
 * Choose the fields that a header has: those this program knows by name, and
 * the columns of match_on ("a,b"; may be NULL).  A name in it that is not in
 * the header, or more fields than there is room for, is status 2.
 */
void link_fields_find(struct link_fields *fields, const struct view *columns,
	size_t columns_n, const char *match_on);
void link_fields_fini(struct link_fields *fields);

/*
 * Put the values of a row, one for each slot, folded for comparison, at the
 * end of out: each ends with a NUL.
 */
void link_fields_read(const struct link_fields *fields, const struct view *row,
	struct str *out);

/* What a guessed field's values look like, and such a value made ready. */
enum link_kind link_kind_guess(const struct link_values *values);
void link_kind_fold(enum link_kind kind, struct view in, struct str *out);

#endif
