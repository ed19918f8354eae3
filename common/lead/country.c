#include "lead/country.h"

#include "lead/fold.h"
#include "lead/lexicon.h"

struct country_code {
	const char *code; /* ISO 3166-1 alpha-2 */
	const char *name; /* in English, short */
};

/* A folded name or code, and whose it is; sorted by key. */
struct country_key {
	const char *key;
	char code[3];
};

#include "lead/country_table.inc"

bool
country_normalise(struct view in, struct str *out)
{
	size_t start = out->len;
	const struct country_key *found;

	if (country_is_code(in)) {
		str_put(out, in);
		return true;
	}
	fold_key(in, out);
	found = lexicon_find(LEXICON(keys), str_tail(out, start));
	out->len = start;
	if (!found)
		return false;
	str_bytes(out, found->code, 2);
	return true;
}

struct view
country_name(struct view code)
{
	const struct country_code *found = lexicon_find(LEXICON(codes), code);

	return found ? view_of(found->name) : (struct view){0};
}

bool
country_is_code(struct view code)
{
	return code.len == 2 && country_name(code).len > 0;
}
