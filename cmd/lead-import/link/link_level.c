#include "link_level.h"

#include "link_nick.h"
#include "link_text.h"
#include "link_words.h"

#define TIGHT 256 /* bytes of a text that are looked at without its spaces */

/* A text without its spaces, in room of TIGHT bytes. */
static struct view
tight(struct view in, char *room)
{
	size_t n = 0;

	for (size_t i = 0; i < in.len && n < TIGHT; i++)
		if (in.at[i] != ' ')
			room[n++] = in.at[i];
	return (struct view){room, n};
}

/* Do two names of several words have one of two letters or more in common? */
static bool
share_word(struct view a, struct view b)
{
	struct view one, other;

	while (view_cut(&a, ' ', &one)) {
		struct view rest = b;

		while (one.len > 1 && view_cut(&rest, ' ', &other))
			if (view_eq(one, other))
				return true;
	}
	return false;
}

/* The likeness of two values' texts, with or without spaces; 0 below least. */
static int
jaro_of(struct view a, const struct link_value *x, struct view b,
	const struct link_value *y, int least)
{
	return link_far(a, x->letters, b, y->letters, least) ? 0
							     : link_jaro(a, b);
}

/* 2 a little alike, 3 an initial or one word of it, 4 alike, 5 a slip. */
static unsigned
level_name(const struct link_value *x, const struct link_value *y)
{
	struct view a = x->text, b = y->text;
	int jaro;

	if (a.len == 1 || b.len == 1)
		return a.at[0] == b.at[0] ? 3 : 1;
	jaro = jaro_of(a, x, b, y, 700);
	if (jaro >= 920)
		return 5;
	if (jaro >= 880 || link_edits(a, b, 1) <= 1 ||
		(x->nick && y->nick && link_same_nick(a, b)))
		return 4;
	if (jaro >= 800 || share_word(a, b))
		return 3;
	return jaro >= 700 ? 2 : 1;
}

/* 6 the same but for small words and slips ... 2 a word in common. */
static unsigned
level_words(const struct link_values *values, const struct link_values *words,
	uint32_t a, uint32_t b)
{
	char room_a[TIGHT], room_b[TIGHT];
	struct view tight_a = tight(link_value_text(values, a), room_a);
	struct view tight_b = tight(link_value_text(values, b), room_b);
	struct link_overlap overlap;
	int jaro = jaro_of(
		tight_a, &values->items[a], tight_b, &values->items[b], 880);

	if (jaro == 1000)
		return 7;
	link_overlap(values, words, a, b, &overlap);
	if (overlap.both >= 850 || jaro >= 950)
		return 6;
	if (overlap.shorter >= 900)
		return 5;
	if (overlap.both >= 600)
		return 4;
	if (overlap.shorter >= 600 || jaro >= 880)
		return 3;
	return overlap.both >= 300 ? 2 : 1;
}

/* 5 a slip or the same mailbox elsewhere ... 2 the same domain. */
static unsigned
level_mail(const struct link_value *x, const struct link_value *y)
{
	struct view a = x->text, b = y->text;
	size_t at_a = view_find_byte(a, '@'), at_b = view_find_byte(b, '@');
	int jaro;

	if (at_a > 2 && view_eq(view_upto(a, at_a), view_upto(b, at_b)))
		return 5;
	if (link_edits(a, b, 2) <= 2)
		return 5;
	jaro = jaro_of(a, x, b, y, 850);
	if (jaro >= 920)
		return 4;
	if (jaro >= 850)
		return 3;
	return at_a < a.len && view_eq(view_from(a, at_a), view_from(b, at_b))
		? 2
		: 1;
}

/* 3 the last seven digits (the number without its area), 2 a slip. */
static unsigned
level_number(struct view a, struct view b)
{
	if (a.len >= 7 && b.len >= 7 &&
		view_eq(view_from(a, a.len - 7), view_from(b, b.len - 7)))
		return 3;
	return link_edits(a, b, 1) <= 1 ? 2 : 1;
}

/* 4 a slip, 3 the same but for its last two, 2 the same area. */
static unsigned
level_postcode(struct view a, struct view b)
{
	if (link_edits(a, b, 1) <= 1)
		return 4;
	if (a.len > 4 && a.len == b.len &&
		view_starts(b, view_upto(a, a.len - 2)))
		return 3;
	return a.len > 1 && view_starts(b, view_upto(a, 2)) ? 2 : 1;
}

static int
year(struct view day)
{
	int n = 0;

	for (size_t i = 0; i < 4 && i < day.len; i++)
		n = n * 10 + (day.at[i] - '0');
	return n;
}

/* 5 a slip, 4 year and month or day or the day in a year, 3 the year. */
static unsigned
level_date(struct view a, struct view b)
{
	int years = year(a) - year(b);
	bool same_month, same_day, swapped;

	if (a.len != 8 || b.len != 8)
		return years ? (years >= -1 && years <= 1 ? 2 : 1) : 3;
	if (link_edits(a, b, 1) <= 1)
		return 5;
	same_month = memcmp(a.at + 4, b.at + 4, 2) == 0;
	same_day = memcmp(a.at + 6, b.at + 6, 2) == 0;
	swapped = memcmp(a.at + 4, b.at + 6, 2) == 0 &&
		memcmp(a.at + 6, b.at + 4, 2) == 0;
	if (!years && swapped)
		return 5;
	if ((same_month && same_day) || (!years && (same_month || same_day)))
		return 4;
	if (!years || link_edits(a, b, 2) <= 2)
		return 3;
	return years >= -1 && years <= 1 ? 2 : 1;
}

/* 4 alike, 3 somewhat, 2 a little, without regard to spaces. */
static unsigned
level_text(const struct link_value *x, const struct link_value *y)
{
	char room_a[TIGHT], room_b[TIGHT];
	int jaro = jaro_of(
		tight(x->text, room_a), x, tight(y->text, room_b), y, 750);

	if (jaro >= 920)
		return 4;
	return jaro >= 850 ? 3 : jaro >= 750 ? 2 : 1;
}

unsigned
link_level(enum link_kind kind, const struct link_values *values,
	const struct link_values *words, uint32_t number_a, uint32_t number_b)
{
	struct view a = link_value_text(values, number_a);
	struct view b = link_value_text(values, number_b);
	int edits;

	if (number_a == number_b)
		return link_top(kind);
	switch (kind) {
	case LINK_GIVEN:
	case LINK_FAMILY:
		return level_name(
			&values->items[number_a], &values->items[number_b]);
	case LINK_COMPANY:
	case LINK_STREET:
		return level_words(values, words, number_a, number_b);
	case LINK_MAIL:
		return level_mail(
			&values->items[number_a], &values->items[number_b]);
	case LINK_NUMBER:
		return level_number(a, b);
	case LINK_POSTCODE:
		return level_postcode(a, b);
	case LINK_DATE:
		return level_date(a, b);
	case LINK_CODE:
		edits = link_edits(a, b, 2);
		return edits > 2 ? 1 : edits > 1 ? 2 : 3;
	case LINK_CATEGORY:
		return link_edits(a, b, 1) <= 1 || link_jaro(a, b) >= 880 ? 2
									  : 1;
	default:
		return level_text(
			&values->items[number_a], &values->items[number_b]);
	}
}

unsigned
link_top(enum link_kind kind)
{
	static const unsigned top[] = {
		[LINK_GIVEN] = 6,
		[LINK_FAMILY] = 6,
		[LINK_COMPANY] = 7,
		[LINK_MAIL] = 6,
		[LINK_NUMBER] = 4,
		[LINK_STREET] = 7,
		[LINK_SITE] = 5,
		[LINK_PLACE] = 5,
		[LINK_POSTCODE] = 5,
		[LINK_DATE] = 6,
		[LINK_CODE] = 4,
		[LINK_CATEGORY] = 3,
		[LINK_TEXT] = 5,
		[LINK_GUESS] = 1,
	};

	return top[kind];
}
