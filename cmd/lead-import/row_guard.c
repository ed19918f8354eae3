#include "row_guard.h"

const uint8_t row_suspects[256] = {
	['-'] = ROW_ALWAYS,
	['.'] = ROW_ALWAYS,
	['_'] = ROW_ALWAYS,
	['?'] = ROW_ALWAYS,
	['/'] = ROW_ALWAYS,
	['#'] = ROW_ALWAYS,
	['['] = ROW_ALWAYS,
	['n'] = ROW_ALWAYS,
	['N'] = ROW_ALWAYS,
	['\''] = ROW_ALWAYS,
	['='] = ROW_ALWAYS,
	['('] = sizeof("(blank)") - 1,
	[0xE2] = sizeof("\xE2\x80\x94") - 1, /* a dash */
	['A'] = sizeof("anonymous") - 1,
	['a'] = sizeof("anonymous") - 1,
	['T'] = sizeof("tbc") - 1,
	['t'] = sizeof("tbc") - 1,
	['U'] = sizeof("unknown") - 1,
	['u'] = sizeof("unknown") - 1,
	['X'] = sizeof("xxx") - 1,
	['x'] = sizeof("xxx") - 1,
};

/*
 * EspoCRM's and others' ' before what a spreadsheet takes for a formula,
 * Shopify's before an identifier, and ="00123", by which it is to keep the
 * zeros.
 */
static struct view
without_guard(const struct field_plan *field, struct view value)
{
	const char *guarded =
		field->kind == KIND_ID ? "=+-@0123456789" : "=+-@";

	if (value.len < 2)
		return value;
	if (value.at[0] == '\'' && strchr(guarded, value.at[1]))
		return view_from(value, 1);
	if (value.len > 3 && view_starts(value, VIEW("=\"")) &&
		value.at[value.len - 1] == '"')
		return view_trim(view_upto(view_from(value, 2), value.len - 3));
	return value;
}

/* A stroke or a stop in a field that is not to be empty; "n/a". */
static bool
is_mark(struct view value)
{
	if (value.len > 4)
		/* what Salesforce puts where a company is missing */
		return value.at[0] == '[' && view_is(value, "[not provided]");
	if (view_same(value, VIEW("n/a")) || view_same(value, VIEW("#n/a")))
		return true;
	for (size_t i = 0; i < value.len; i++)
		if (!memchr("-._?/", value.at[i], 5))
			return false;
	return true;
}

/*
 * Words that people and programs put where they know nothing.  Permissions
 * hear them by themselves; "Null" and "None" are names of people.
 */
static const struct {
	const char *word;
	bool name; /* even where a name should be */
} placeholders[] = {
	{"#NAME?", true}, {"#NULL!", true}, {"#REF!", true}, {"#VALUE!", true},
	{"(blank)", true}, {"NaN", false}, {"anonymous", true}, {"nil", false},
	{"none", false}, {"not known", true}, {"not provided", true},
	{"null", false}, {"tba", true}, {"tbc", true}, {"tbd", true},
	{"unknown", true}, {"xx", true}, {"xxx", true},
	{"\xE2\x80\x93", true}, /* en dash */
	{"\xE2\x80\x94", true}, /* em dash */
};

/* How a placeholder counts in a field of a kind. */
static bool
is_placeholder(enum kind kind, struct view value)
{
	bool name = kind == KIND_NAME || kind == KIND_FULL_NAME;

	if (!name && kind != KIND_TEXT && kind != KIND_COMPANY &&
		kind != KIND_NUMBER && kind != KIND_MONEY &&
		kind != KIND_EMAIL && kind != KIND_PHONE &&
		kind != KIND_STREET && kind != KIND_POSTCODE)
		return false;
	for (size_t i = 0; i < sizeof(placeholders) / sizeof(*placeholders);
		i++)
		if ((value.at[0] | 32) == (placeholders[i].word[0] | 32) &&
			value.len > 1 &&
			(value.at[1] | 32) == (placeholders[i].word[1] | 32) &&
			(!name || placeholders[i].name) &&
			view_same(value, view_of(placeholders[i].word)))
			return true;
	return false;
}

struct view
row_unguard(const struct field_plan *field, struct view value)
{
	if (field->mapped &&
		(is_mark(value) || is_placeholder(field->kind, value)))
		return (struct view){0};
	return without_guard(field, value);
}
