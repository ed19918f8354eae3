#include "lead/when_words.h"

/* A word and what it stands for. */
struct meaning {
	const char *word;
	int number;
};

static const struct meaning weekdays[] = {
	{"mon", 0},
	{"monday", 0},
	{"llun", 0},
	{"lun", 0},
	{"tue", 1},
	{"tues", 1},
	{"tuesday", 1},
	{"mawrth", 1},
	{"fawrth", 1},
	{"wed", 2},
	{"weds", 2},
	{"wednesday", 2},
	{"mercher", 2},
	{"fercher", 2},
	{"thu", 3},
	{"thur", 3},
	{"thurs", 3},
	{"thursday", 3},
	{"iau", 3},
	{"fri", 4},
	{"friday", 4},
	{"gwener", 4},
	{"wener", 4},
	{"sat", 5},
	{"saturday", 5},
	{"sadwrn", 5},
	{"sun", 6},
	{"sunday", 6},
	{"sul", 6},
};

static const struct meaning months[] = {
	{"jan", 1},
	{"january", 1},
	{"ionawr", 1},
	{"ion", 1},
	{"feb", 2},
	{"february", 2},
	{"chwefror", 2},
	{"chwe", 2},
	{"mar", 3},
	{"march", 3},
	{"mawrth", 3},
	{"maw", 3},
	{"apr", 4},
	{"april", 4},
	{"ebrill", 4},
	{"ebr", 4},
	{"may", 5},
	{"mai", 5},
	{"jun", 6},
	{"june", 6},
	{"mehefin", 6},
	{"meh", 6},
	{"jul", 7},
	{"july", 7},
	{"gorffennaf", 7},
	{"gorff", 7},
	{"aug", 8},
	{"august", 8},
	{"awst", 8},
	{"sep", 9},
	{"sept", 9},
	{"september", 9},
	{"medi", 9},
	{"oct", 10},
	{"october", 10},
	{"hydref", 10},
	{"hyd", 10},
	{"nov", 11},
	{"november", 11},
	{"tachwedd", 11},
	{"tach", 11},
	{"dec", 12},
	{"december", 12},
	{"rhagfyr", 12},
	{"rhag", 12},
};

/* Welsh words as they are behind a number: 2 ddiwrnod, 2 fis. */
static const struct meaning units[] = {
	{"min", WHEN_MINUTE},
	{"mins", WHEN_MINUTE},
	{"minute", WHEN_MINUTE},
	{"minutes", WHEN_MINUTE},
	{"munud", WHEN_MINUTE},
	{"funud", WHEN_MINUTE},
	{"h", WHEN_HOUR},
	{"hour", WHEN_HOUR},
	{"hours", WHEN_HOUR},
	{"awr", WHEN_HOUR},
	{"d", WHEN_DAY},
	{"day", WHEN_DAY},
	{"days", WHEN_DAY},
	{"diwrnod", WHEN_DAY},
	{"ddiwrnod", WHEN_DAY},
	{"niwrnod", WHEN_DAY},
	{"wd", WHEN_WORKING_DAY},
	{"w", WHEN_WEEK},
	{"week", WHEN_WEEK},
	{"weeks", WHEN_WEEK},
	{"wythnos", WHEN_WEEK},
	{"mo", WHEN_MONTH},
	{"month", WHEN_MONTH},
	{"months", WHEN_MONTH},
	{"mis", WHEN_MONTH},
	{"fis", WHEN_MONTH},
	{"y", WHEN_YEAR},
	{"year", WHEN_YEAR},
	{"years", WHEN_YEAR},
	{"blwyddyn", WHEN_YEAR},
	{"flwyddyn", WHEN_YEAR},
	{"flynedd", WHEN_YEAR},
	{"blynedd", WHEN_YEAR},
};

static const struct meaning days[] = {
	{"today", 0},
	{"heddiw", 0},
	{"tomorrow", 1},
	{"yfory", 1},
	{"trennydd", 2},
	{"yesterday", -1},
	{"ddoe", -1},
	{"echdoe", -2},
};

static const struct meaning noons[] = {
	{"noon", 12},
	{"midday", 12},
};

static bool
look(const struct meaning *table, size_t n, struct view word, int *out)
{
	for (size_t i = 0; i < n; i++)
		if (view_is(word, table[i].word)) {
			*out = table[i].number;
			return true;
		}
	return false;
}

#define LOOK(table) look(table, sizeof(table) / sizeof(*(table)), word, out)

bool
when_weekday(struct view word, int *out)
{
	return LOOK(weekdays);
}

bool
when_month(struct view word, int *out)
{
	return LOOK(months);
}

bool
when_unit(struct view word, int *out)
{
	return LOOK(units);
}

bool
when_day_word(struct view word, int *out)
{
	return LOOK(days);
}

bool
when_noon(struct view word, int *out)
{
	return LOOK(noons);
}
