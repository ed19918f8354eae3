/*
 * test.h - what can be asked of a field: the tests of rules.tsv and of
 * lead-report's -w.
 *
 *	is in contains starts ends matches over under at-least at-most
 *	between set unset within older		each also with not- before it
 *
 * An empty field is absent: of all tests only unset, and whatever has not-
 * before it, hold for it.  Text is compared byte by byte.
 */
#ifndef LEAD_TEST_H
#define LEAD_TEST_H

#include "base/mem.h"
#include "base/pattern.h"

enum test_kind {
	TEST_IS,
	TEST_IN,       /* one of a|b|c */
	TEST_CONTAINS, /* also within a word */
	TEST_STARTS,
	TEST_ENDS,
	TEST_MATCHES, /* a pattern.h somewhere in it */
	TEST_OVER,    /* numbers, money and dates: see test_field */
	TEST_UNDER,
	TEST_AT_LEAST,
	TEST_AT_MOST,
	TEST_BETWEEN, /* lo..hi: lo is in, hi is not; either may be empty */
	TEST_SET,
	TEST_UNSET,
	TEST_WITHIN, /* 14d: no further from now, before or after */
	TEST_OLDER,  /* 14d: longer ago than that */
};

struct test {
	enum test_kind kind;
	bool negated;
	bool moments; /* low and high are moments, not thousandths */
	/* Of low and high; "": it does not matter. */
	char currency[4];
	/* What the field is held against, both ends belonging to it. */
	int64_t low, high;
	struct view text;  /* plain; lives in the arena, as do these: */
	struct view *list; /* TEST_IN: sorted */
	size_t n;
	const struct pattern *pattern;
};

/*
 * Read a test and its value (plain text).  What it needs is put in arena;
 * now is what within and older count from.  NULL when good; else what is
 * wrong, which is translated and lives as long as the program.
 */
const char *test_read(struct test *test, struct view name, struct view value,
	struct arena *arena, int64_t now);

/* Is it the name of a test?  If so, what is wrong is the value. */
bool test_is_name(struct view name);

/*
 * A field under test.  As a number it counts in thousandths: "12", "-3.25",
 * "1,250", "5000 GBP"; of a band, "51-200", its low end.  As a moment it is
 * RFC 3339 or a day.  Either is only worked out when a test asks for it.  A sum
 * of money in one currency is never in the limits of another.
 */
struct test_field {
	struct view plain; /* borrowed */
	bool tried_number, is_number, tried_moment, is_moment;
	int64_t number, moment;
	char currency[4]; /* of the number; "" when not said */
};

static inline struct test_field
test_field(struct view plain)
{
	return (struct test_field){.plain = plain};
}

/* Does it hold just for the numbers from low to high? */
bool test_is_number(const struct test *test);

bool test_holds(const struct test *test, struct test_field *field);

#define TEST_NUMBER_MOST (INT64_MAX - 1) /* either way */

/*
 * The number of a field in thousandths; false when it is none.  Digits that
 * make more than fits are held at the limit.
 */
bool test_number(struct view plain, int64_t *out);

/* The same, with its ISO 4217 code; "" when it says none. */
bool test_sum(struct view plain, int64_t *out, char currency[4]);

/* Are sums in these of one currency?  One that says none is of the same. */
bool test_comparable(const char *a, const char *b);

/* The same for what is digits and at most a point: quick. */
bool test_decimal(struct view plain, int64_t *out);

/*
 * Read a length of time: "6h 14d 3w", in seconds.  A month is a twelfth of
 * 365.2425 days here.
 */
bool test_seconds(struct view text, int64_t *out);

/* The names of all tests, "is in contains ...", for messages. */
extern const char test_names[];

#endif
