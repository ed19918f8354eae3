/*
 * product.h - the catalogue: what we sell, and what there is to say of it.
 *
 *	product  row  name  text  value  for  requires
 *
 * Each row says something of a product, named by its key in the column
 * product; see lead-catalogue(5).  Of a product itself (row product) name and
 * text are for people, value is its price.  up, cross, add-on and alternative
 * name another product's key.
 */
#ifndef LEAD_PRODUCT_H
#define LEAD_PRODUCT_H

#include "base/opt.h"
#include "lead/test.h"
#include "record/sheet.h"

enum product_row {
	PRODUCT_ITSELF,
	PRODUCT_FEATURE,
	PRODUCT_BENEFIT,
	PRODUCT_VALUE,
	PRODUCT_PROOF,
	PRODUCT_OBJECTION,
	PRODUCT_ALTERNATIVE,
	PRODUCT_TERMS,
	PRODUCT_UP,
	PRODUCT_CROSS,
	PRODUCT_ADD_ON,
	PRODUCT_QUESTION,
	PRODUCT_ROWS,
};

extern const char *const product_row_names[PRODUCT_ROWS];

/* What a lead has to be for a product: "employees 10..500". */
struct product_need {
	struct view column;
	struct view text; /* the condition as it stands: for people */
	struct test test;
};

/* One row, its fields plain text; the views live as long as the catalogue. */
struct product_fact {
	enum product_row row;
	struct view product, name, text, value;
	struct view *fors; /* whom it is for: industries, needs, ... */
	size_t fors_n;	   /* 0: for all */
	struct product_need *needs;
	size_t needs_n;
	uint64_t line;
};

struct product {
	struct view key;
	const struct product_fact *itself;
	size_t first, n; /* of the catalogue's facts: all of this product */
};

struct catalogue {
	const char *name;	    /* borrowed: what messages call it */
	struct arena arena;	    /* owned */
	struct product_fact *facts; /* owned: sorted by product, as they come */
	size_t facts_n, facts_cap;
	struct product *products; /* owned: in the order of their rows */
	size_t n, cap;
	size_t wrong; /* rows that were left out */
};

/*
 * Read a catalogue; NULL is the store's, and where there is none it is empty.
 * now is what within and older count from.  Rows that make no sense are
 * messages, counted in wrong, and left out: the caller decides.
 */
void catalogue_load(struct catalogue *catalogue, const char *path,
	const struct common *common, int64_t now);

/* The same from text in memory. */
void catalogue_read(
	struct catalogue *catalogue, const struct sheet *sheet, int64_t now);

void catalogue_fini(struct catalogue *catalogue);

/* The product with a key or, failing that, a name (any case); NULL: none. */
const struct product *
catalogue_find(const struct catalogue *catalogue, struct view key);

/*
 * The next row of a kind behind *at, which starts at 0; NULL at the end.
 */
const struct product_fact *catalogue_next(const struct catalogue *catalogue,
	const struct product *product, enum product_row row, size_t *at);

/*
 * Do the words stand in text one behind the other, as whole words, whatever
 * the case and the marks (fold.h)?  Both are plain text.
 */
bool product_mentions(struct view text, struct view words);

/*
 * Is a fact for those of whom text tells (an industry, what they need, plain
 * text)?  True when it is for all, or when text mentions one of its fors.
 */
bool product_is_for(const struct product_fact *fact, struct view text);

#endif
