/*
 * headers_table.h - what struct headers is made of, for headers.c,
 * headers_vendor.c, headers_part.c and headers_beside.c.
 */
#ifndef HEADERS_TABLE_H
#define HEADERS_TABLE_H

#include "headers.h"

#include "base/mem.h"
#include "record/sheet.h"

struct entry {
	struct view key; /* folded, without blanks */
	struct view column;
	int vendor; /* which of vendors; -1: the user's own map */
	bool met;   /* of the user's map: a dump has that header */
};

#define VENDORS 64

struct headers {
	struct arena arena;    /* owned: the keys, the user's texts */
	struct sheet table;    /* owned */
	struct sheet map;      /* owned */
	struct entry *entries; /* owned */
	size_t n, cap;
	struct view vendors[VENDORS];
	size_t vendors_n;
	struct str scratch; /* owned */
};

/* A header: as it is folded, as it stands, and whose it is. */
struct heading {
	struct view key, name, vendor;
};

/* The key of a name: folded, without blanks; owned by headers. */
struct view headers_fold(struct headers *headers, struct view name);

/*
 * The entry for a key, or NULL: that of the vendor, else what most presets
 * say.
 */
const struct entry *headers_lookup(
	const struct headers *headers, struct view key, struct view vendor);

/* The column of ours that a canonical name leads to, or its own. */
struct view headers_where(struct view canonical);

/*
 * The entry for a part of a header that has none as a whole: behind an
 * entity, before a bracket or a colon, inside the words of a question.
 */
const struct entry *headers_part(const struct headers *headers,
	struct headers *own, const struct heading *of, struct meaning *meaning);

/* "hubspot-label" and "hubspot-api" are both hubspot's. */
struct view headers_vendor_of(struct view preset);

/*
 * Whose headers these folded ones are: of the vendor that has most of them,
 * if three of them are its alone, or one is and three of five are its at all;
 * empty: nobody's.
 */
struct view headers_vendor(
	const struct headers *headers, const struct view *keys, size_t n);

/* Change the meanings of those that mean something else beside the others. */
void headers_beside(const struct headers *headers, const struct view *keys,
	size_t n, struct meaning *meanings);

#endif
