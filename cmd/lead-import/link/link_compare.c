#include "link_compare.h"

#include "link_level.h"

#define AHEAD 4 /* pairs, in which time memory answers */
#define LINE 16 /* cells that are fetched at once */

/* Do values of this kind come up again often enough to be remembered? */
static bool
is_common(enum link_kind kind)
{
	return kind != LINK_MAIL && kind != LINK_NUMBER && kind != LINK_CODE &&
		kind != LINK_POSTCODE;
}

/* The level of two values, remembered. */
static unsigned
level_of(const struct link_table *table, struct link_memo *memo, unsigned f,
	uint32_t x, uint32_t y)
{
	const struct link_field *field = &table->fields->items[f];
	const struct link_values *values = &table->values[field->values];
	uint64_t both = (uint64_t)x << 32 | y;
	uint64_t at = ((both ^ f) * UINT64_C(0x9E3779B97F4A7C15)) >> 32;

	if (x == y)
		return link_top(field->kind);
	if (!memo || !is_common(field->kind))
		return link_level(field->kind, values, table->words, x, y);
	at %= LINK_MEMO;
	if (memo->items[at].values != both || memo->items[at].field != f + 1) {
		memo->items[at].values = both;
		memo->items[at].field = f + 1;
		memo->items[at].level =
			link_level(field->kind, values, table->words, x, y);
	}
	return memo->items[at].level;
}

/* The best level of any of a's values with any of b's. */
void
link_compare_field(const struct link_table *table, struct link_memo *memo,
	unsigned f, const uint32_t leads[2], struct link_pairing *out)
{
	const struct link_field *field = &table->fields->items[f];

	out->level[f] = 0;
	out->value[f] = 0;
	for (unsigned i = 0; i < field->slots; i++)
		for (unsigned j = 0; j < field->slots; j++) {
			uint32_t x =
				link_cell(table, leads[0], field->slot + i);
			uint32_t y =
				link_cell(table, leads[1], field->slot + j);
			unsigned level;

			if (!x || !y)
				continue;
			level = level_of(table, memo, f, x, y);
			if (level <= out->level[f])
				continue;
			out->level[f] = (uint8_t)level;
			out->value[f] = x;
		}
}

/*
 * First and last name swapped, or all of the name in one of the two.
 */
static void
compare_names(const struct link_table *table, uint32_t a, uint32_t b,
	struct link_pairing *out)
{
	unsigned given = (unsigned)table->given,
		 family = (unsigned)table->family;
	const struct link_field *field = &table->fields->items[given];
	const struct link_values *values = &table->values[field->values];
	unsigned last = table->fields->items[family].slot;
	uint32_t given_a = link_cell(table, a, field->slot);
	uint32_t given_b = link_cell(table, b, field->slot);
	uint32_t last_a = link_cell(table, a, last);
	uint32_t last_b = link_cell(table, b, last);

	if (!given_a || !given_b || given_a == given_b)
		return;
	if (last_a && last_b && (given_a == last_b || last_a == given_b) &&
		link_level(LINK_GIVEN, values, table->words, given_a, last_b) >=
			4 &&
		link_level(LINK_GIVEN, values, table->words, given_b, last_a) >=
			4) {
		out->level[given] = out->level[family] = 5;
	} else if ((!last_a || !last_b) && out->level[given] < 4 &&
		(given_a == last_b || given_b == last_a)) {
		out->level[given] = 3;
	}
}

/* Do they agree on something that only one person has? */
static bool
agree_in_person(const struct link_table *table, const struct link_pairing *out)
{
	for (unsigned f = 0; f < table->fields->n; f++) {
		enum link_kind kind = table->fields->items[f].kind;

		if ((kind == LINK_MAIL && out->level[f] >= 5) ||
			(kind == LINK_DATE && out->level[f] >= 5) ||
			(kind == LINK_CODE && out->level[f] >= 3))
			return true;
	}
	return false;
}

/* What of a place do they agree on? */
static enum link_apartness
agree_in_place(const struct link_table *table, const struct link_pairing *out)
{
	enum link_apartness place = LINK_NOT_APART;

	for (unsigned f = 0; f < table->fields->n; f++) {
		enum link_kind kind = table->fields->items[f].kind;

		if ((kind == LINK_COMPANY && out->level[f] >= 5) ||
			(kind == LINK_NUMBER && out->level[f] >= 3))
			return LINK_COLLEAGUES;
		if (kind == LINK_STREET && out->level[f] >= 6)
			place = LINK_HOUSEHOLD;
	}
	return place;
}

/* Has a lead the name of a person? */
static bool
is_person(const struct link_table *table, uint32_t lead)
{
	const struct link_field *items = table->fields->items;

	return (table->given >= 0 &&
		       link_cell(table, lead, items[table->given].slot)) ||
		(table->family >= 0 &&
			link_cell(table, lead, items[table->family].slot));
}

/*
 * Two people of one company, or at one address, are not one lead, however
 * much else they share; nor are a person and the company itself.
 */
static enum link_apartness
stay_apart(const struct link_table *table, uint32_t a, uint32_t b,
	const struct link_pairing *out)
{
	bool person_a = is_person(table, a), person_b = is_person(table, b);
	bool names_differ;

	if ((!person_a && !person_b) || agree_in_person(table, out))
		return LINK_NOT_APART;
	if (person_a != person_b)
		return table->company >= 0 && out->level[table->company] > 0
			? LINK_COLLEAGUES
			: LINK_NOT_APART;
	names_differ = table->given >= 0 && table->family >= 0 &&
		out->level[table->given] && out->level[table->family] &&
		(out->level[table->given] == 1 ||
			out->level[table->family] == 1);
	return names_differ ? agree_in_place(table, out) : LINK_NOT_APART;
}

/* The first field of a kind, or -1. */
static int
field_of(const struct link_table *table, enum link_kind kind)
{
	for (unsigned f = 0; f < table->fields->n; f++)
		if (table->fields->items[f].kind == kind)
			return (int)f;
	return -1;
}

/*
 * What follows from other agreement is no evidence of its own: emails made
 * of one name are alike, a domain is part of the email, and one town's
 * postcodes begin alike.
 */
static void
drop_implied(const struct link_table *table, struct link_pairing *out)
{
	int mail = field_of(table, LINK_MAIL);
	int site = field_of(table, LINK_SITE);
	int place = field_of(table, LINK_PLACE);
	int postcode = field_of(table, LINK_POSTCODE);

	if (mail >= 0 && site >= 0 && out->level[mail])
		out->level[site] = 0;
	if (mail >= 0 && table->given >= 0 && table->family >= 0 &&
		out->level[table->given] >= 5 &&
		out->level[table->family] >= 5 && out->level[mail] > 1 &&
		out->level[mail] < 5)
		out->level[mail] = 0;
	if (place >= 0 && postcode >= 0 && out->level[place] >= 4 &&
		out->level[postcode] == 2)
		out->level[postcode] = 0;
}

void
link_compare_end(const struct link_table *table, const uint32_t leads[2],
	struct link_pairing *out)
{
	if (table->given >= 0 && table->family >= 0)
		compare_names(table, leads[0], leads[1], out);
	drop_implied(table, out);
	out->apart = stay_apart(table, leads[0], leads[1], out);
}

void
link_compare(const struct link_table *table, struct link_memo *memo, uint32_t a,
	uint32_t b, struct link_pairing *out)
{
	const uint32_t leads[2] = {a, b};

	for (unsigned f = 0; f < table->fields->n; f++)
		link_compare_field(table, memo, f, leads, out);
	link_compare_end(table, leads, out);
}

/* A lead's cells; then the values they are numbers of; then their texts. */
enum fetch { FETCH_TEXTS, FETCH_VALUES, FETCH_CELLS };

static void
fetch(const struct link_table *table, uint32_t lead, enum fetch what)
{
	const struct link_fields *fields = table->fields;
	const uint32_t *cell =
		table->leads->cells + (size_t)lead * fields->slots;

	for (size_t s = 0; what == FETCH_CELLS && s < fields->slots; s += LINE)
		__builtin_prefetch(cell + s);
	for (unsigned f = 0; what != FETCH_CELLS && f < fields->n; f++) {
		const struct link_field *field = &fields->items[f];
		const struct link_value *items =
			table->values[field->values].items;

		for (unsigned s = 0; s < field->slots; s++) {
			const struct link_value *value =
				items + cell[field->slot + s];

			__builtin_prefetch(what == FETCH_VALUES
					? (const void *)value
					: value->text.at);
		}
	}
}

void
link_fetch_ahead(const struct link_table *table, const uint64_t *pairs,
	uint64_t i, uint64_t end)
{
	for (unsigned what = FETCH_TEXTS; what <= FETCH_CELLS; what++) {
		uint64_t at = i + AHEAD * (what + 1);

		/* Pairs are in order: the first lead is that of the last. */
		if (at < end)
			fetch(table, (uint32_t)pairs[at], (enum fetch)what);
	}
}

uint64_t
link_pattern(const struct link_pairing *pairing, unsigned n)
{
	uint64_t pattern = 0;

	for (unsigned f = 0; f < n; f++)
		pattern |= (uint64_t)pairing->level[f] << (3 * f);
	return pattern;
}
