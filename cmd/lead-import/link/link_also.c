#include "link_also.h"

#include "lead/also.h"

/* A row of what keys are made of. */
enum { EMAIL, PHONE, MOBILE, FIRST, LAST, FULL, COMPANY, FIELDS };

static const struct link_columns columns_of_row = {
	.email = EMAIL,
	.phone = PHONE,
	.mobile = MOBILE,
	.first_name = FIRST,
	.last_name = LAST,
	.full_name = FULL,
	.company = COMPANY,
	.source = -1,
	.source_id = -1,
	.postcode = -1,
	.domain = -1,
	.website = -1,
	.city = -1,
	.linkedin = -1,
	.match_keys = -1,
	.notes = -1,
	.company_number = -1,
};

static struct view
field(const struct view *fields, int column)
{
	return column < 0 ? (struct view){0} : fields[column];
}

/* Add the keys of a row, all or those that are a number and a name. */
static void
add_keys(struct link_more *also, const struct view *row, bool paired,
	struct link_scratch *scratch)
{
	struct link_key keys[LINK_KEYS];
	unsigned n = link_keys(&columns_of_row, row, keys, scratch);

	for (unsigned i = 0; i < n; i++)
		if (!paired || keys[i].kind == LINK_PHONE)
			link_more_add(also, keys[i]);
}

static void
add_addresses(
	struct link_more *also, struct view notes, struct link_scratch *scratch)
{
	struct view row[FIELDS] = {{0}}, line = {0};

	while (also_email(&notes, &line, &scratch->id)) {
		row[EMAIL] = str_view(&scratch->id);
		add_keys(also, row, false, scratch);
	}
}

/* What notes have besides addresses; of a great many the first. */
struct others {
	struct view numbers[LINK_ALSO_MOST + 2], names[LINK_ALSO_MOST];
	size_t numbers_n, names_n;
};

/* Each number with each of the names. */
static void
add_pairs(struct link_more *also, const struct others *others,
	struct link_scratch *scratch)
{
	struct view row[FIELDS] = {{0}};

	for (size_t i = 0; i < others->names_n; i++)
		for (size_t k = 0; k < others->numbers_n; k++) {
			row[FULL] = others->names[i];
			row[PHONE] = others->numbers[k];
			add_keys(also, row, true, scratch);
		}
}

void
link_also_read(struct link_more *also, const struct link_columns *at,
	const struct view *fields, struct link_scratch *scratch)
{
	struct view row[FIELDS] = {
		[FIRST] = field(fields, at->first_name),
		[LAST] = field(fields, at->last_name),
		[FULL] = field(fields, at->full_name),
		[COMPANY] = field(fields, at->company),
	};
	struct others others;
	struct view notes = field(fields, at->notes), value;

	if (!also_any(notes))
		return;
	scratch->phone_type = 0;
	others.numbers[0] = field(fields, at->phone);
	others.numbers[1] = field(fields, at->mobile);
	others.numbers_n = 2;
	others.names_n = 0;
	add_addresses(also, notes, scratch);
	while (also_find(&notes, &value)) {
		if (view_find_byte(value, '@') < value.len)
			continue;
		if (view_starts(value, VIEW("+"))) {
			row[PHONE] = value;
			add_keys(also, row, false, scratch);
			if (others.numbers_n < LINK_ALSO_MOST + 2)
				others.numbers[others.numbers_n++] = value;
		} else if (others.names_n < LINK_ALSO_MOST) {
			others.names[others.names_n++] = value;
		}
	}
	add_pairs(also, &others, scratch);
}
