#include "row_guard.h"

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

struct view
row_unguard(const struct field_plan *field, struct view value)
{
	if (field->mapped && is_mark(value))
		return (struct view){0};
	return without_guard(field, value);
}
