/*
 * offer.h - which product suits a lead, what is missing, what else to offer.
 *
 * A product gets points for what speaks for it and loses some for what speaks
 * against it (see the table in offer.c); the one with the most, if that is
 * more than 0, is the lead's.  What speaks against it are its gaps.  Offers are
 * the rows up, cross and add-on of the products that the lead has and of the
 * one that suits, and up to two alternatives if that has gaps.
 */
#ifndef OFFER_H
#define OFFER_H

#include "lead/product.h"
#include "record/record.h"

/* What of a lead the matching looks at, one or two columns each. */
enum offer_text {
	OFFER_INDUSTRY, /* industry */
	OFFER_WANTED,	/* product_interest, interests */
	OFFER_NEEDED,	/* needs, requirements */
	OFFER_OWNED,	/* products */
	OFFER_TEXTS,
};

/* A catalogue bound to a stream. */
struct offers {
	const struct catalogue *catalogue; /* borrowed */
	int columns[OFFER_TEXTS][2];
	int budget;
	struct arena arena;	   /* owned */
	struct offer_words *words; /* by fact */
	int **needs; /* by fact: the column of each of its needs */
};

/* A thread's own memory: what was found for the lead at hand. */
struct offer_found {
	struct str folded[OFFER_TEXTS]; /* owned: " text " to find words in */
	struct str plain[OFFER_TEXTS];	/* owned */
	struct str scratch;
	int64_t *points;     /* owned: by product */
	bool *unfit, *owned; /* owned: by product */
	/* The fields, as written, the same in any language: */
	struct str product, gaps, offers, reasons;
};

void offers_bind(struct offers *offers, const struct catalogue *catalogue,
	const struct header *header);
void offers_fini(struct offers *offers);

void offer_found_init(struct offer_found *found, const struct offers *offers);
void offer_found_fini(struct offer_found *found);

/* Fill in the fields for a record. */
void offer_find(const struct offers *offers, const struct record *record,
	struct offer_found *found);

#endif
