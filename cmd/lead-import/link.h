/*
 * link.h - which rows are the same lead.
 *
 * Rows come in their output columns, normalised.  The first reading hands
 * each row over: link_read() on any thread, link_add() in order.  link_run()
 * then decides, and the second reading asks link_first() which row each row
 * goes to.  Known leads (-u) are rows like any other, handed over first.
 *
 *	link = link_new(&setup, columns, n);
 *	link_read(link, fields, &row);		(any thread, own row)
 *	number = link_add(link, &row);		(in order)
 *	link_run(link);
 *	first = link_first(link, number);
 *	link_free(link);
 *
 * Two ways of deciding:
 * exact	rows that share a key (link_key.h) are one lead.
 * likely	besides that, rows are compared two by two after Fellegi and
 *		Sunter; lead-match(7) has the method and its sources.
 *
 * The groups depend on what the rows say only, not on their order, nor on
 * the number of threads.  What decisions.h forbids is never joined.
 */
#ifndef LINK_H
#define LINK_H

#include "link_key.h"

struct decisions;

enum link_mode { LINK_NONE, LINK_EXACT, LINK_LIKELY };

struct link_setup {
	enum link_mode mode;
	unsigned jobs;	      /* threads; at least 1 */
	const char *match_on; /* borrowed: "a,b", more columns to compare */
	double threshold;     /* join from this probability on; 0: default */
	const struct decisions *decisions; /* borrowed; may be NULL */
};

/* What is kept of a row.  {0} to start with; used again for the next row. */
struct link_row {
	struct link_key keys[LINK_KEYS];
	unsigned keys_n;
	struct digest id;    /* of the row's lead_id */
	struct digest whole; /* of all that is compared */
	struct digest name;  /* of the folded name; 0 when it has none */
	struct str text;     /* owned: the values to compare */
};

/* Why a row belongs to its group. */
enum link_why {
	LINK_ALONE,   /* it is a lead of its own, or the first of its group */
	LINK_KEY,     /* shares a key */
	LINK_LIKE,    /* is likely the same */
	LINK_DECIDED, /* a person said so */
};

struct link_fate {
	enum link_why why;
	enum link_key_kind key; /* when LINK_KEY */
	int weight;		/* when LINK_LIKE: tenths of bits */
};

/* A pair between doubt and certainty, for a person to look at. */
struct link_pair {
	uint32_t a, b;	     /* row numbers */
	int weight;	     /* tenths of bits, the reasons' sum */
	struct view reasons; /* borrowed: until the next call */
};

/*
 * columns: the names of the fields that link_read() will be given.  A column
 * of match_on that is not among them is a message and status 2.
 */
struct link *link_new(const struct link_setup *setup,
	const struct view *columns, size_t columns_n);
void link_free(struct link *link);

void link_read(const struct link *link, const struct view *fields,
	struct link_row *row);
void link_row_fini(struct link_row *row);

/* Take a row in; returns its number, from 0.  At most 2^31 rows. */
uint32_t link_add(struct link *link, const struct link_row *row);

/*
 * Decide.  Columns and keys that are of no use (all the same, all empty, one
 * value on very many rows) are named in warnings.
 */
void link_run(struct link *link);

/* The lowest row number of the group a row is in. */
uint32_t link_first(const struct link *link, uint32_t row);

struct link_fate link_fate(const struct link *link, uint32_t row);

/*
 * Hand out the pairs between doubt and certainty that are in different
 * groups, the likeliest first: false when there are no more.
 */
bool link_next_pair(struct link *link, struct link_pair *pair);

#endif
