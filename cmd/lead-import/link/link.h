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
 * Three ways of deciding:
 * none		rows of one lead_id are one lead, when some are known.
 * exact	rows that share a key (link_key.h) are one lead.
 * likely	besides that, rows are compared two by two after Fellegi and
 *		Sunter; lead-match(7) has the method and its sources.
 *
 * The groups depend on what the rows say only, not on their order, nor on
 * the number of threads.  What decisions.h forbids is never joined.
 */
#ifndef LINK_H
#define LINK_H

#include "link_also.h"

struct decisions;

enum link_mode { LINK_NONE, LINK_EXACT, LINK_LIKELY };

#define LINK_THRESHOLD 0.8 /* what LINK_LIKELY joins from by itself */

struct link_setup {
	enum link_mode mode;
	unsigned jobs;	      /* threads; at least 1 */
	const char *match_on; /* borrowed: "a,b", more columns to compare */
	double threshold;     /* join from this probability on; 0: default */
	bool update;	      /* some rows are leads already */
	bool ids;	      /* link_id_bits() will be asked for */
	const struct decisions *decisions; /* borrowed; may be NULL */
};

/* What is kept of a row.  {0} to start with, and again for the next row. */
struct link_row {
	struct link_key keys[LINK_KEYS];
	unsigned keys_n;
	struct link_more more, also; /* owned: of match_keys, of its notes */
	struct digest id;    /* of the row's lead_id, or of its first key */
	struct digest crowd; /* of its lead_id, should that key be crowded */
	struct digest whole; /* of all that is compared */
	uint64_t name;	     /* hash of the folded name; 0: it has none */
	struct str text;     /* owned: the values to compare */
};

/* Why a row belongs to its group. */
enum link_why {
	LINK_ALONE,   /* it is the first, or only, row of its group */
	LINK_KEY,     /* shares a key */
	LINK_LIKE,    /* is likely the same */
	LINK_DECIDED, /* a person said so */
};

struct link_fate {
	enum link_why why;
	enum link_key_kind key; /* when LINK_KEY */
	int weight;		/* when LINK_LIKE: tenths of bits */
};

/*
 * columns: the names of the fields that link_read() will be given.  A column
 * of match_on that is not among them is a message and status 2.
 */
struct link *link_new(const struct link_setup *setup,
	const struct view *columns, size_t columns_n);
void link_free(struct link *link);

/*
 * lead_id: what the row's lead is known by already; empty when it is new.
 * False when nothing identifies the row: do not add it.
 */
bool link_read(const struct link *link, const struct view *fields,
	struct view lead_id, struct link_row *row,
	struct link_scratch *scratch);
void link_row_fini(struct link_row *row);

/* Take a row in; returns its number, from 0.  At most 2^29 rows. */
uint32_t link_add(struct link *link, const struct link_row *row);

/*
 * Decide.  The first known rows are leads already: two of them are joined by
 * a decision, or when they have one lead_id, but are among the doubtful pairs.
 * Columns and keys that are of no use (all the same, all empty, one value on
 * very many rows) are named in warnings unless quiet.
 */
void link_run(struct link *link, uint32_t known, bool quiet);

/* Did link_run() find a key that is crowded, so that link_id() is needed? */
bool link_has_crowds(const struct link *link);

/* The lowest row number of the group a row is in. */
uint32_t link_first(const struct link *link, uint32_t row);

/* 48 bits of the lead_id that a row has by itself, and of any lead_id. */
uint64_t link_id_bits(const struct link *link, uint32_t row);
uint64_t link_bits_of(struct view lead_id);

struct link_fate link_fate(const struct link *link, uint32_t row);

/*
 * Put the lead_id that a row has by itself at the end of out, after
 * link_run(): link_lead_id(), but a crowded key (link_exact.h) identifies
 * only together with the name.  False when nothing identifies it.
 */
bool link_id(const struct link *link, const struct view *fields,
	struct str *out, struct link_scratch *scratch);

#endif
