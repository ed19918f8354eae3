#include "link_gather.h"

#include "base/die.h"
#include "base/lang.h"
#include "link_nick.h"

#define OTHERS 50

void
link_gather_init(struct link_gather *gather, const struct view *columns,
	size_t columns_n, const char *match_on)
{
	uint64_t seed = hash_seed();

	*gather = (struct link_gather){0};
	link_fields_find(&gather->fields, columns, columns_n, match_on);
	for (unsigned f = 0; f < gather->fields.n; f++)
		link_values_init(&gather->values[f], seed);
	link_values_init(&gather->words, seed);
}

void
link_gather_fini(struct link_gather *gather)
{
	for (unsigned f = 0; f < gather->fields.n; f++)
		link_values_fini(&gather->values[f]);
	link_values_fini(&gather->words);
	link_fields_fini(&gather->fields);
	mem_free(gather->leads.cells);
	mem_free(gather->leads.rows);
	mem_free(gather->leads.first);
	mem_free(gather->cells);
	mem_free(gather->wholes);
	*gather = (struct link_gather){0};
}

void
link_gather_add(
	struct link_gather *gather, struct view text, struct digest whole)
{
	const struct link_fields *fields = &gather->fields;

	gather->cells = mem_grow(gather->cells, &gather->cells_cap,
		gather->cells_n + fields->slots, sizeof(*gather->cells));
	for (unsigned f = 0; f < fields->n; f++) {
		struct link_values *values =
			&gather->values[fields->items[f].values];

		for (unsigned s = 0; s < fields->items[f].slots; s++) {
			struct view value = {0};
			uint32_t number;

			view_cut(&text, '\0', &value);
			number = link_values_add(values, value);
			values->items[number].count++;
			gather->cells[gather->cells_n++] = number;
		}
	}
	gather->wholes = mem_grow(gather->wholes, &gather->wholes_cap,
		gather->rows + 1, sizeof(*gather->wholes));
	gather->wholes[gather->rows] =
		link_item_of(whole, 0, (uint32_t)gather->rows);
	gather->rows++;
}

/* Now that all values of a field are known: what kind is it? */
static void
guess(struct link_gather *gather, struct link_field *field)
{
	struct link_values *old = &gather->values[field->values];
	struct link_values now;
	uint32_t *number = mem_new(old->n, sizeof(*number));
	struct str text = {0};

	field->kind = link_kind_guess(old);
	link_values_init(&now, old->seed);
	for (size_t i = 1; i < old->n; i++) {
		str_clear(&text);
		link_kind_fold(field->kind, old->items[i].text, &text);
		number[i] = link_values_add(&now, str_view(&text));
		now.items[number[i]].count += old->items[i].count;
	}
	for (size_t at = field->slot; at < gather->cells_n;
		at += gather->fields.slots)
		gather->cells[at] = number[gather->cells[at]];
	str_fini(&text);
	mem_free(number);
	link_values_fini(old);
	*old = now;
}

/* Rows that say the same become one lead; leads are in their order. */
static void
make_leads(struct link_gather *gather)
{
	struct link_leads *leads = &gather->leads;
	size_t slots = gather->fields.slots;

	link_items_sort(gather->wholes, gather->rows, 0);
	leads->rows = mem_new(gather->rows, sizeof(*leads->rows));
	leads->first = mem_new(gather->rows + 1, sizeof(*leads->first));
	for (size_t i = 0; i < gather->rows; i++) {
		const struct link_item *item = &gather->wholes[i];

		leads->rows[i] = item->row;
		if (!i || !link_item_same(*item, item[-1]))
			leads->first[leads->n++] = (uint32_t)i;
	}
	leads->first[leads->n] = (uint32_t)gather->rows;
	mem_free(gather->wholes);
	gather->wholes = NULL;
	leads->cells = mem_new(leads->n * slots, sizeof(*leads->cells));
	for (size_t i = 0; slots && i < leads->n; i++)
		memcpy(leads->cells + i * slots,
			gather->cells + leads->rows[leads->first[i]] * slots,
			slots * sizeof(*leads->cells));
	mem_free(gather->cells);
	gather->cells = NULL;
}

/* Do at least half of the leads have the name of a person? */
static bool
are_people(const struct link_table *table)
{
	uint32_t named = 0;

	if (table->given < 0 && table->family < 0)
		return false;
	for (uint32_t i = 0; i < table->leads->n; i++) {
		const struct link_field *items = table->fields->items;

		named += (table->given >= 0 &&
				 link_cell(
					 table, i, items[table->given].slot)) ||
			(table->family >= 0 &&
				link_cell(table, i, items[table->family].slot));
	}
	return named >= table->leads->n / 2;
}

static int
field_of(const struct link_fields *fields, enum link_kind kind)
{
	for (unsigned f = 0; f < fields->n; f++)
		if (fields->items[f].kind == kind)
			return (int)f;
	return -1;
}

/*
 * Among how many rows a value is as rare as it is.  A dump of few rows knows
 * little of how common a name is: so many others are taken as read.
 */
static double
among(const struct link_gather *gather, enum link_kind kind)
{
	double rows = (double)gather->rows;

	return kind == LINK_CATEGORY ? rows : rows + OTHERS;
}

static void
note_nicks(struct link_values *values)
{
	for (size_t i = 1; i < values->n; i++)
		values->items[i].nick = link_has_nick(values->items[i].text);
}

void
link_gather_end(struct link_gather *gather)
{
	struct link_fields *fields = &gather->fields;
	size_t texts = 0;

	for (unsigned f = 0; f < fields->n; f++)
		if (fields->items[f].kind == LINK_GUESS)
			guess(gather, &fields->items[f]);
	make_leads(gather);
	for (unsigned f = 0; f < fields->n; f++) {
		struct link_values *values = &gather->values[f];

		link_values_rate(values, among(gather, fields->items[f].kind));
		if (fields->items[f].kind == LINK_GIVEN)
			note_nicks(&gather->values[fields->items[f].values]);
		if (fields->items[f].kind != LINK_COMPANY &&
			fields->items[f].kind != LINK_STREET)
			continue;
		link_values_cut(values, &gather->words);
		texts += values->n - 1;
	}
	/* Twice: so that not even a word that all have weighs nothing. */
	link_values_rate(&gather->words, 2 * (double)texts);
	gather->table = (struct link_table){.fields = fields,
		.values = gather->values,
		.words = &gather->words,
		.leads = &gather->leads,
		.given = field_of(fields, LINK_GIVEN),
		.family = field_of(fields, LINK_FAMILY),
		.company = field_of(fields, LINK_COMPANY)};
	gather->table.people = are_people(&gather->table);
}

void
link_gather_warn(const struct link_gather *gather)
{
	for (unsigned f = 0; f < gather->fields.n; f++) {
		const struct link_field *field = &gather->fields.items[f];
		const struct link_values *values =
			&gather->values[field->values];
		uint64_t all = 0;

		for (size_t i = 1; i < values->n; i++)
			all += values->items[i].count;
		if (!all && field->asked)
			warn(_("%s: empty on every row, so it tells nothing"),
				field->name);
		else if (gather->rows > 1 && values->n == 2 &&
			all == gather->rows &&
			(field->asked || field->kind != LINK_CATEGORY))
			warn(_("%s: the same on every row, "
			       "so it tells nothing"),
				field->name);
	}
}
