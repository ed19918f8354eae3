#include "headers_table.h"

#include "columns.h"
#include "headers_frame.h"

#include "lead/money.h"

/* What stands behind "Person - ", as Pipedrive names a field of an entity. */
static const struct entry *
find_field(const struct headers *headers, struct headers *own, struct view name)
{
	size_t at = view_find(name, VIEW(" - "));

	if (at == name.len || at > 16)
		return NULL;
	return headers_lookup(headers,
		headers_fold(own, view_from(name, at + 3)), VIEW("pipedrive"));
}

/* What stands for how many, in small letters. */
static const struct {
	const char *word, *scale;
} scales[] = {
	{"000", "k"},
	{"000s", "k"},
	{"b", "bn"},
	{"billion", "bn"},
	{"billions", "bn"},
	{"bn", "bn"},
	{"k", "k"},
	{"m", "m"},
	{"mil", "m"},
	{"million", "m"},
	{"millions", "m"},
	{"mio", "m"},
	{"mm", "m"},
	{"mn", "m"},
	{"mrd", "bn"},
	{"thousand", "k"},
	{"thousands", "k"},
	{"tsd", "k"},
};

static const char *
scale_of(struct view word)
{
	for (size_t i = 0; i < sizeof(scales) / sizeof(*scales); i++)
		if (view_same(word, view_of(scales[i].word)))
			return scales[i].scale;
	return NULL;
}

/* "GBP", "£", "000s", or both in one: "£000s", "€m". */
static void
read_unit(struct view word, struct meaning *meaning)
{
	struct str code = {0};
	const char *scale;
	size_t sign = 0;

	while (word.len &&
		(word.at[word.len - 1] == '.' || word.at[word.len - 1] == '\''))
		word.len--;
	while (sign < word.len &&
		((unsigned char)word.at[sign] >= 0x80 || word.at[sign] == '$'))
		sign++;
	scale = scale_of(view_from(word, sign));
	if (scale) {
		meaning->scale = scale;
		word = view_upto(word, sign);
	}
	if (word.len && currency_normalise(word, &code) && code.len == 3)
		memcpy(meaning->currency, code.data, 3);
	str_fini(&code);
}

/* Is there another number in a bracket than the noughts of thousands? */
static bool
has_count(struct view in)
{
	for (size_t i = 0; i < in.len; i++)
		if (in.at[i] >= '1' && in.at[i] <= '9')
			return true;
	return false;
}

/* "Annual Revenue (GBP)": what stands before the bracket, and in it. */
static const struct entry *
find_bracket(const struct headers *headers, struct headers *own,
	struct view name, struct view vendor, struct meaning *meaning)
{
	size_t at = view_find_byte(name, '(');
	struct view in, rest, word;

	if (at == 0 || at == name.len)
		return NULL;
	in = view_from(name, at + 1);
	in = view_upto(in, view_find_byte(in, ')'));
	for (rest = in; rest.len && view_cut(&rest, ' ', &word);)
		read_unit(word, meaning);
	/* "(last 12 m)" is a time. */
	if (has_count(in))
		meaning->scale = NULL;
	return headers_lookup(
		headers, headers_fold(own, view_upto(name, at)), vendor);
}

/* "Company Company": a group above the header has the name of its column. */
static const struct entry *
find_doubled(const struct headers *headers, struct headers *own,
	struct view name, struct view vendor)
{
	struct view half = view_upto(name, name.len / 2);

	if (name.len % 2 == 0 || name.at[half.len] != ' ' ||
		!view_eq(half, view_from(name, half.len + 1)))
		return NULL;
	return headers_lookup(headers, headers_fold(own, half), vendor);
}

/* Is a column, by the table's name for it, an opt-out? */
static bool
is_refusal(struct view canonical)
{
	const struct route *route = columns_route(canonical);
	const struct column *column = columns_find(canonical);

	if (route)
		return route->kind == KIND_STOP;
	return column && column->kind == KIND_STOP;
}

/*
 * "Opted out of email: Newsletter": who said no to one kind of mail, or call,
 * is to get none, whatever it is called.
 */
static const struct entry *
find_refusal(const struct headers *headers, struct headers *own,
	struct view name, struct view vendor)
{
	size_t at = view_find_byte(name, ':');
	const struct entry *e;

	if (at == name.len)
		return NULL;
	e = headers_lookup(
		headers, headers_fold(own, view_upto(name, at)), vendor);
	return e && is_refusal(e->column) ? e : NULL;
}

struct view
headers_where(struct view canonical)
{
	const struct route *route = columns_route(canonical);

	return route ? view_of(route->column) : canonical;
}

/* Whose it is tells nothing of other columns: "Lead Date", "Contact ID". */
static bool
is_ones_own(struct view column)
{
	static const char *const owned[] = {"full_name", "first_name",
		"middle_name", "last_name", "salutation", "job_title",
		"department", "company", "email", "phone", "mobile", "website",
		"linkedin", "street", "city", "region", "postcode", "country"};

	for (size_t i = 0; i < sizeof(owned) / sizeof(*owned); i++)
		if (view_is(column, owned[i]))
			return true;
	return false;
}

/* What stands in words that ask, or say whose it is. */
static const struct entry *
find_framed(const struct headers *headers, struct headers *own,
	const struct heading *of)
{
	struct str core = {0};
	enum frame frame = headers_frame(of->name, &core);
	const struct entry *e = NULL;

	if (frame)
		e = headers_lookup(headers, headers_fold(own, str_view(&core)),
			of->vendor);
	str_fini(&core);
	if (!e || view_is(headers_where(e->column), "obtained_at") ||
		(frame == FRAME_OWNER &&
			!is_ones_own(headers_where(e->column))))
		return NULL;
	return e;
}

const struct entry *
headers_part(const struct headers *headers, struct headers *own,
	const struct heading *of, struct meaning *meaning)
{
	const struct entry *e = NULL;

	if (view_is(of->vendor, "pipedrive"))
		e = find_field(headers, own, of->name);
	if (!e)
		e = find_bracket(headers, own, of->name, of->vendor, meaning);
	if (!e)
		e = find_doubled(headers, own, of->name, of->vendor);
	if (!e)
		e = find_refusal(headers, own, of->name, of->vendor);
	if (!e) {
		e = find_framed(headers, own, of);
		meaning->framed = e != NULL;
	}
	return e;
}
