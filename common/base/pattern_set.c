#include "base/pattern_set.h"

#include "base/lang.h"

struct kind {
	const char *name;
	const char *ranges; /* pairs: from, to */
};

static const struct kind kinds[] = {
	{"alpha", "azAZ"},
	{"digit", "09"},
	{"alnum", "azAZ09"},
	{"upper", "AZ"},
	{"lower", "az"},
	{"space", "  \t\r"},
	{"blank", "  \t\t"},
	{"punct", "!/:@[`{~"},
	{"xdigit", "09afAF"},
};

static bool
starts(struct view v, char c)
{
	return v.len && v.at[0] == c;
}

static unsigned char
take(struct view *rest)
{
	unsigned char c = (unsigned char)rest->at[0];

	*rest = view_from(*rest, 1);
	return c;
}

static void
add_range(struct pattern_set *set, unsigned from, unsigned to)
{
	for (unsigned c = from; c <= to && c < 128; c++)
		set->ascii[c / 64] |= UINT64_C(1) << c % 64;
}

/* Read ":alpha:]" inside a set. */
static const char *
read_kind(struct view *rest, struct pattern_set *set)
{
	size_t end = view_find(*rest, VIEW(":]"));
	struct view name = view_from(view_upto(*rest, end), 1);

	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		if (!view_is(name, kinds[i].name) || end == rest->len)
			continue;
		for (const char *r = kinds[i].ranges; r[0] && r[1]; r += 2)
			add_range(
				set, (unsigned char)r[0], (unsigned char)r[1]);
		*rest = view_from(*rest, end + 2);
		return NULL;
	}
	return N_("no such class: [:alpha:], [:digit:] and the like are");
}

static const char *
read_member(struct view *rest, struct pattern_set *set)
{
	unsigned from = take(rest), to = from;

	if (from == '[' && starts(*rest, ':'))
		return read_kind(rest, set);
	if (starts(*rest, '-') && rest->len > 1 && rest->at[1] != ']') {
		take(rest);
		to = take(rest);
	}
	if (from >= 128 || to >= 128)
		return N_("a set [...] holds ASCII only: write (é|è)");
	if (from > to)
		return N_("a range in [...] runs backwards");
	add_range(set, from, to);
	return NULL;
}

const char *
pattern_set_read(struct view *rest, struct pattern_set *set)
{
	const char *wrong = NULL;

	*set = (struct pattern_set){.negated = starts(*rest, '^')};
	if (set->negated)
		take(rest);
	do {
		if (!rest->len)
			return N_("[ without ]");
		wrong = read_member(rest, set);
	} while (!wrong && !starts(*rest, ']'));
	if (!wrong)
		take(rest);
	return wrong;
}
