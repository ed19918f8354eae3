#include "base/pattern.h"

#include "base/lang.h"
#include "base/pattern_match.h"
#include "base/pattern_set.h"
#include "base/utf8.h"

#define DEPTH_MOST 64	/* of parentheses */
#define STEPS_MOST 4096 /* pieces read, {m,n} written out */
#define REPEAT_MOST 255

struct reader {
	struct view rest;
	struct pattern *pattern;
	const char *why; /* the first thing that is wrong */
	unsigned depth, steps;
};

/* A piece of the pattern: where it may begin and end. */
struct part {
	struct places first, last;
	bool empty; /* it may be nothing */
};

static const char too_large[] = N_("the pattern is too large");

static void
fail(struct reader *in, const char *why)
{
	if (!in->why)
		in->why = why;
	in->rest = (struct view){0};
}

static bool
next_is(const struct reader *in, char c)
{
	return in->rest.len && in->rest.at[0] == c;
}

static unsigned char
take(struct reader *in)
{
	unsigned char c = (unsigned char)in->rest.at[0];

	in->rest = view_from(in->rest, 1);
	return c;
}

static struct part
new_place(struct reader *in, unsigned *place)
{
	struct part part = {0};

	*place = 0;
	if (in->pattern->n == PATTERN_PLACES) {
		fail(in, too_large);
		return part;
	}
	*place = in->pattern->n++;
	places_set(&part.first, *place);
	places_set(&part.last, *place);
	return part;
}

/* A place that takes the signs from..to. */
static struct part
range_place(struct reader *in, unsigned from, unsigned to)
{
	unsigned place;
	struct part part = new_place(in, &place);

	for (unsigned c = from; c <= to; c++)
		places_set(&in->pattern->takes[c], place);
	return part;
}

static void
connect(struct reader *in, const struct places *from, const struct places *to)
{
	for (unsigned i = 0; i < in->pattern->n; i++)
		if (from->bits[i / 64] >> i % 64 & 1)
			places_add(&in->pattern->follow[i], to);
}

static struct part
join(struct reader *in, struct part a, struct part b)
{
	struct part both = {a.first, b.last, a.empty && b.empty};

	connect(in, &a.last, &b.first);
	if (a.empty)
		places_add(&both.first, &b.first);
	if (b.empty)
		places_add(&both.last, &a.last);
	return both;
}

static struct part
star(struct reader *in, struct part part)
{
	connect(in, &part.last, &part.first);
	part.empty = true;
	return part;
}

/* Any bytes that go on a character of UTF-8 behind one that starts it. */
static struct part
whole_character(struct reader *in, struct part start)
{
	return join(in, start, star(in, range_place(in, 0x80, 0xBF)));
}

static struct part
read_literal(struct reader *in)
{
	size_t len = utf8_size(in->rest);
	struct part part = {.empty = true};

	for (size_t i = 0; i < (len ? len : 1) && in->rest.len; i++) {
		unsigned char c = take(in);

		part = join(in, part, range_place(in, c, c));
	}
	return part;
}

static struct part
read_set(struct reader *in)
{
	struct pattern_set set;
	const char *wrong = pattern_set_read(&in->rest, &set);
	unsigned place;
	struct part part;

	if (wrong) {
		fail(in, wrong);
		return (struct part){0};
	}
	part = new_place(in, &place);
	for (unsigned c = 0; c < 128; c++)
		if ((set.ascii[c / 64] >> c % 64 & 1) != set.negated)
			places_set(&in->pattern->takes[c], place);
	if (!set.negated)
		return part;
	for (unsigned c = 0xC2; c <= 0xF4; c++)
		places_set(&in->pattern->takes[c], place);
	return whole_character(in, part);
}

static struct part read_either(struct reader *in);

static struct part
read_group(struct reader *in)
{
	struct part part;

	if (++in->depth > DEPTH_MOST)
		fail(in, too_large);
	part = read_either(in);
	in->depth--;
	if (!next_is(in, ')'))
		fail(in, N_("( without )"));
	else
		take(in);
	return part;
}

static struct part
read_any(struct reader *in)
{
	unsigned place;
	struct part part = new_place(in, &place);

	for (unsigned c = 0; c <= 0xF4; c++)
		if (c < 0x80 || c >= 0xC2)
			places_set(&in->pattern->takes[c], place);
	return whole_character(in, part);
}

static bool
is_letter_or_digit(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
		(c >= '0' && c <= '9');
}

static bool
is_one_of(char c, const char *set)
{
	return c && strchr(set, c);
}

static struct part
read_atom(struct reader *in)
{
	char c = in->rest.at[0];

	if (++in->steps > STEPS_MOST)
		fail(in, too_large);
	if (is_one_of(c, "*+?{"))
		fail(in, N_("nothing before * + ? or { to repeat"));
	if (!in->rest.len)
		return (struct part){0};
	if (!is_one_of(c, "([.^$\\"))
		return read_literal(in);
	take(in);
	switch (c) {
	case '(':
		return read_group(in);
	case '[':
		return read_set(in);
	case '.':
		return read_any(in);
	case '^':
		return range_place(in, SIGN_START, SIGN_START);
	case '$':
		return range_place(in, SIGN_END, SIGN_END);
	default:
		break;
	}
	if (!in->rest.len || is_letter_or_digit(in->rest.at[0])) {
		fail(in,
			N_("\\ only before a character that is no letter or "
			   "digit"));
		return (struct part){0};
	}
	return read_literal(in);
}

static struct part read_piece(struct reader *in);

/* Read "2}", "2,}" or "2,5}"; most is -1 for no end. */
static bool
read_bounds(struct reader *in, int64_t *least, int64_t *most)
{
	size_t end = view_find_byte(in->rest, '}');
	struct view inside = view_upto(in->rest, end);
	struct view low = view_upto(inside, view_find_byte(inside, ','));
	bool good = end < in->rest.len && view_int(low, least);

	*most = *least;
	if (good && low.len < inside.len) {
		struct view high = view_from(inside, low.len + 1);

		*most = -1;
		if (high.len)
			good = view_int(high, most) && *most >= *least;
	}
	if (!good || *least < 0 || *least > REPEAT_MOST || *most > REPEAT_MOST)
		return false;
	in->rest = view_from(in->rest, end + 1);
	return true;
}

/* piece is text, read once already: as often as {m,n} behind it says. */
static struct part
read_times(struct reader *in, struct part piece, struct view text)
{
	struct part all = {.empty = true};
	int64_t least = 0, most = 0, i;
	struct view behind;

	if (!read_bounds(in, &least, &most)) {
		fail(in, N_("{m}, {m,} or {m,n} to 255 are what may follow"));
		return all;
	}
	behind = in->rest;
	for (i = 0; i < (most < 0 ? least + 1 : most) && !in->why; i++) {
		if (i) {
			in->rest = text;
			piece = read_piece(in);
		}
		if (most < 0 && i == least)
			piece = star(in, piece);
		piece.empty = piece.empty || i >= least;
		all = join(in, all, piece);
	}
	in->rest = behind;
	return all;
}

/* An atom and what repeats it. */
static struct part
read_piece(struct reader *in)
{
	struct view text = in->rest;
	struct part piece = read_atom(in);

	while (in->rest.len && is_one_of(in->rest.at[0], "*+?{")) {
		struct view before =
			view_upto(text, (size_t)(in->rest.at - text.at));
		unsigned char c = take(in);

		if (c == '{') {
			piece = read_times(in, piece, before);
			continue;
		}
		if (c != '?') {
			bool empty = piece.empty || c == '*';

			piece = star(in, piece);
			piece.empty = empty;
		}
		piece.empty = piece.empty || c == '?';
	}
	return piece;
}

static struct part
read_either(struct reader *in)
{
	struct part either = {0};
	bool more = true;

	while (more) {
		struct part one = {.empty = true};

		while (in->rest.len && !next_is(in, '|') && !next_is(in, ')'))
			one = join(in, one, read_piece(in));
		places_add(&either.first, &one.first);
		places_add(&either.last, &one.last);
		either.empty = either.empty || one.empty;
		more = next_is(in, '|');
		if (more)
			take(in);
	}
	return either;
}

const struct pattern *
pattern_read(struct view text, struct arena *arena, const char **why)
{
	struct pattern *pattern = arena_new(arena, sizeof(*pattern));
	struct reader in = {.rest = text, .pattern = pattern};
	struct part whole;

	*pattern = (struct pattern){0};
	whole = read_either(&in);
	if (in.rest.len)
		fail(&in, N_(") without ("));
	pattern->first = whole.first;
	pattern->last = whole.last;
	pattern->empty = whole.empty;
	*why = in.why ? _(in.why) : NULL;
	return in.why ? NULL : pattern;
}
