/*
 * view.h - a look at some bytes that someone else keeps.
 *
 * A view is never NUL-ended and never owned: it lives as long as what it
 * looks at.  {0} is the empty view.
 */
#ifndef BASE_VIEW_H
#define BASE_VIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct view {
	const char *at; /* borrowed; may be NULL when len is 0 */
	size_t len;	/* bytes */
};

/* A view of a string literal, known at compile time. */
#define VIEW(literal) ((struct view){"" literal, sizeof(literal) - 1})

/* For printf's "%.*s". */
#define VIEW_ARGS(v) (int)(v).len, (v).at

static inline struct view
view_of(const char *text)
{
	return (struct view){text, text ? strlen(text) : 0};
}

static inline bool
view_eq(struct view a, struct view b)
{
	return a.len == b.len && (!a.len || memcmp(a.at, b.at, a.len) == 0);
}

static inline bool
view_is(struct view v, const char *text)
{
	return view_eq(v, view_of(text));
}

static inline bool
view_starts(struct view v, struct view with)
{
	return v.len >= with.len &&
		(!with.len || memcmp(v.at, with.at, with.len) == 0);
}

static inline bool
view_ends(struct view v, struct view with)
{
	return v.len >= with.len &&
		(!with.len ||
			memcmp(v.at + v.len - with.len, with.at, with.len) ==
				0);
}

static inline struct view
view_from(struct view v, size_t start)
{
	return start < v.len ? (struct view){v.at + start, v.len - start}
			     : (struct view){0};
}

static inline struct view
view_upto(struct view v, size_t end)
{
	return (struct view){v.at, end < v.len ? end : v.len};
}

/* Order by bytes, a prefix first: < 0, 0, > 0. */
int view_order(struct view a, struct view b);

/* Equal but for the case of ASCII letters. */
bool view_same(struct view a, struct view b);

/* Where part first stands in v, or v.len when it does not. */
size_t view_find(struct view v, struct view part);
size_t view_find_byte(struct view v, char byte);

/* How often it stands in v. */
size_t view_count_byte(struct view v, char byte);

/* Without blanks (space, TAB, CR, LF) at both ends; most have none. */
struct view view_trim_blanks(struct view v);

static inline struct view
view_trim(struct view v)
{
	if (v.len && v.at[0] > ' ' && v.at[v.len - 1] > ' ')
		return v;
	return view_trim_blanks(v);
}

/*
 * Cut the piece before the next separator off the front of *rest and put it
 * in *piece.  Start with *rest = the whole; returns false when all of it has
 * been handed out (rest->at is NULL then).  "a||b" gives a, "" and b; ""
 * gives one empty piece.
 */
bool view_cut(struct view *rest, char separator, struct view *piece);

/*
 * Cut whole lines of most bytes or little more off the front of *rest and put
 * them in *piece: threads share out a file so.  The last line may lack its
 * LF.  Returns false when nothing is left; most must not be 0.
 */
bool view_cut_lines(struct view *rest, size_t most, struct view *piece);

/*
 * Read a whole number: an optional sign and digits, nothing else.  Returns
 * false, leaving *out alone, for anything else or when it does not fit.
 */
bool view_int(struct view v, int64_t *out);

#endif
