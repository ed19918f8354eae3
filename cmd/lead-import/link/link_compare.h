/*
 * link_compare.h - how far two leads agree, field by field.
 *
 * A field's agreement is a level: 0 there is no evidence, since one of the
 * two is empty; 1 they differ; more, the closer they are; the field's top
 * level is that they are the same.
 */
#ifndef LINK_COMPARE_H
#define LINK_COMPARE_H

#include "link_field.h"

/*
 * Leads that say different things, in an order that only what they say
 * decides.  Several rows that say the same are one of them.
 */
struct link_leads {
	uint32_t n;
	uint32_t *cells; /* owned: numbers of values, slots for each lead */
	uint32_t *rows;	 /* owned: the rows, lead by lead */
	uint32_t *first; /* owned: n + 1: where a lead's rows begin */
};

struct link_table {
	const struct link_fields *fields; /* borrowed */
	const struct link_values *values; /* borrowed: by field.values */
	const struct link_values *words;  /* borrowed */
	const struct link_leads *leads;	  /* borrowed */
	int given, family, company;	  /* fields, or -1 */
	bool people;			  /* there are names of persons */
};

/* Two who share a place and not a name. */
enum link_apartness {
	LINK_NOT_APART,
	LINK_HOUSEHOLD,	 /* two people at one address: no pair */
	LINK_COLLEAGUES, /* two people of one company, or a person and the
			    company itself: never in one group */
};

struct link_pairing {
	uint8_t level[LINK_FIELDS];
	uint32_t value[LINK_FIELDS]; /* the value shared, at the top level */
	enum link_apartness apart;
};

/*
 * Levels found lately, for the values that come again and again.  One for
 * each thread, {0} at first.
 */
#define LINK_MEMO 8192

struct link_memo {
	struct {
		uint64_t values;
		uint32_t field; /* 1 + its number */
		uint32_t level;
	} items[LINK_MEMO];
};

/* Compare leads a < b.  memo may be NULL. */
void link_compare(const struct link_table *table, struct link_memo *memo,
	uint32_t a, uint32_t b, struct link_pairing *out);

/*
 * The same in steps: one field, by itself; and when all are compared, what
 * they say of one another.
 */
void link_compare_field(const struct link_table *table, struct link_memo *memo,
	unsigned f, const uint32_t leads[2], struct link_pairing *out);
void link_compare_end(const struct link_table *table, const uint32_t leads[2],
	struct link_pairing *out);

/*
 * Have what the pairs that come after pairs[i] are compared by fetched from
 * memory in the meantime: waiting for it is most of what comparing takes.
 * Pairs are words: a << 32 | b.
 */
void link_fetch_ahead(const struct link_table *table, const uint64_t *pairs,
	uint64_t i, uint64_t end);

/* The levels as one number, 3 bits a field, without the fields of a mask. */
uint64_t link_pattern(const struct link_pairing *pairing, unsigned n);

/* A lead's value in a field's slot. */
static inline uint32_t
link_cell(const struct link_table *table, uint32_t lead, unsigned slot)
{
	return table->leads->cells[(size_t)lead * table->fields->slots + slot];
}

#endif
