/*
 * headers.h - which column a header means.
 *
 * headers.tsv lists the headers of two dozen vendors and what people write
 * by themselves, in English and Welsh, German, French, Spanish, Italian and
 * Dutch.  Where one header means different things ("Title": a job, or Mr), the
 * vendor whose headers stand around it decides.
 */
#ifndef HEADERS_H
#define HEADERS_H

#include "base/str.h"

struct headers; /* the table, and a map of the user's own */

/* map: NULL, or the file of -m; trouble is a message and status 2. */
struct headers *headers_load(const char *map);
void headers_free(struct headers *headers);

/* What a header means. */
struct meaning {
	struct view column; /* canonical; empty when not known */
	bool known;	    /* the table or the user's map has it */
	bool told;	    /* the user's map has it */
	bool asked;	    /* and the table says something else */
	char currency[4];   /* "Revenue (GBP)" names one; else empty */
	const char *scale;  /* "k", "m", "bn" of "(£000s)"; or NULL */
	bool native;	    /* it is a header of the vendor */
	bool framed;	    /* it has words around it: see headers_frame.h */
	bool asks;	    /* no table has it: see headers_ask.h */
};

/*
 * Find what n names mean.  *vendor: whose headers they are ("hubspot"), or
 * empty; borrowed, like the columns, from headers.
 */
void headers_find(struct headers *headers, const struct view *names, size_t n,
	struct meaning *meanings, struct view *vendor);

/*
 * Put the headers of the user's map that were none of the names so far at the
 * end of out, ", " between: they may be spelt wrong.
 */
void headers_put_unmet(const struct headers *headers, struct str *out);

/*
 * Put a name that a column can have at the end of out, made of any text:
 * "Company / Account" gives "company_account".  Never empty.
 */
void headers_snake(struct view name, struct str *out);

#endif
