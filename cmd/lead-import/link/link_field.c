#include "link_field.h"

#include "base/die.h"
#include "base/lang.h"
#include "lead/company.h"
#include "lead/domain.h"
#include "lead/email.h"
#include "lead/fold.h"
#include "lead/name.h"

/*
 * Columns that say who a lead is.  Those with a field that is there already
 * add a slot to it.  Beyond our own columns these are names that dumps use
 * for what identifies a person or company anywhere.
 */
static const struct known {
	const char *column, *field;
	enum link_kind kind;
} known[] = {
	{"first_name", N_("first name"), LINK_GIVEN},
	{"last_name", N_("last name"), LINK_FAMILY},
	{"company", N_("company"), LINK_COMPANY},
	{"site_name", N_("company"), LINK_COMPANY},
	{"business_name", N_("company"), LINK_COMPANY},
	{"trading_name", N_("company"), LINK_COMPANY},
	{"organisation", N_("company"), LINK_COMPANY},
	{"organization", N_("company"), LINK_COMPANY},
	{"email", N_("email"), LINK_MAIL},
	{"email_2", N_("email"), LINK_MAIL},
	{"email2", N_("email"), LINK_MAIL},
	{"email3", N_("email"), LINK_MAIL},
	{"phone", N_("phone"), LINK_NUMBER},
	{"mobile", N_("phone"), LINK_NUMBER},
	{"phone_2", N_("phone"), LINK_NUMBER},
	{"phone2", N_("phone"), LINK_NUMBER},
	{"home_phone", N_("phone"), LINK_NUMBER},
	{"other_phone", N_("phone"), LINK_NUMBER},
	{"street", N_("street"), LINK_STREET},
	{"street2", N_("street"), LINK_STREET},
	{"street_2", N_("street"), LINK_STREET},
	{"address_2", N_("street"), LINK_STREET},
	{"address2", N_("street"), LINK_STREET},
	{"address_line_2", N_("street"), LINK_STREET},
	{"street_number", N_("house number"), LINK_CATEGORY},
	{"house_number", N_("house number"), LINK_CATEGORY},
	{"city", N_("town"), LINK_PLACE},
	{"suburb", N_("town"), LINK_PLACE},
	{"locality", N_("town"), LINK_PLACE},
	{"birth_place", N_("town"), LINK_PLACE},
	{"postcode", N_("postcode"), LINK_POSTCODE},
	{"region", N_("region"), LINK_CATEGORY},
	{"country", N_("country"), LINK_CATEGORY},
	{"domain", N_("domain"), LINK_SITE},
	{"linkedin", N_("LinkedIn page"), LINK_CODE},
	{"company_number", N_("company number"), LINK_CODE},
	{"vat_number", N_("VAT number"), LINK_CODE},
	{"dob", N_("date of birth"), LINK_DATE},
	{"date_of_birth", N_("date of birth"), LINK_DATE},
	{"birth_date", N_("date of birth"), LINK_DATE},
	{"birthdate", N_("date of birth"), LINK_DATE},
	{"birthday", N_("date of birth"), LINK_DATE},
	{"national_id", N_("national id"), LINK_CODE},
	{"soc_sec_id", N_("national id"), LINK_CODE},
	{"ssn", N_("national id"), LINK_CODE},
	{"nino", N_("national id"), LINK_CODE},
	{"gender", N_("gender"), LINK_CATEGORY},
	{"sex", N_("gender"), LINK_CATEGORY},
};

static struct link_field *
field_named(struct link_fields *fields, const char *name)
{
	for (unsigned f = 0; f < fields->n; f++)
		if (view_is(view_of(fields->items[f].name), name))
			return &fields->items[f];
	return NULL;
}

/* Give a field one more slot; slots of a field follow one another. */
static void
add_slot(struct link_fields *fields, struct link_field *field, int column)
{
	unsigned at = field->slot + field->slots;

	if (fields->slots == LINK_SLOTS)
		die(_("too many columns to compare: at most %d"), LINK_SLOTS);
	for (unsigned s = fields->slots; s > at; s--)
		fields->column[s] = fields->column[s - 1];
	for (unsigned f = 0; f < fields->n; f++)
		if (fields->items[f].slot >= at && &fields->items[f] != field)
			fields->items[f].slot++;
	fields->column[at] = column;
	fields->slots++;
	field->slots++;
}

static bool
is_name(enum link_kind kind)
{
	return kind == LINK_GIVEN || kind == LINK_FAMILY;
}

/* Names may be swapped, so both kinds share a dictionary: the first one's. */
static unsigned
names_of(const struct link_fields *fields)
{
	unsigned f = 0;

	while (!is_name(fields->items[f].kind))
		f++;
	return fields->items[f].values;
}

static void
add(struct link_fields *fields, const char *name, enum link_kind kind,
	int column)
{
	struct link_field *field = field_named(fields, name);

	if (!field) {
		if (fields->n == LINK_FIELDS)
			die(_("too many columns to compare: at most %d"),
				LINK_FIELDS);
		field = &fields->items[fields->n++];
		*field = (struct link_field){.name = name,
			.kind = kind,
			.slot = fields->slots,
			.values = fields->n - 1};
		if (is_name(kind))
			field->values = names_of(fields);
	}
	add_slot(fields, field, column);
}

/* Our names for columns that nothing else is known of begin so. */
static struct view
bare(struct view column)
{
	return view_starts(column, VIEW("x_")) ? view_from(column, 2) : column;
}

/* The field that a column goes to by its name, or NULL. */
static const char *
known_field(struct view column)
{
	for (size_t k = 0; k < sizeof(known) / sizeof(known[0]); k++)
		if (view_is(bare(column), known[k].column))
			return known[k].field;
	return NULL;
}

static const char *
add_guess(struct link_fields *fields, struct view column, int at)
{
	const char *name = arena_text(&fields->names, column.at, column.len);

	add(fields, name, LINK_GUESS, at);
	return name;
}

static void
add_matches(struct link_fields *fields, const struct view *columns,
	size_t columns_n, const char *match_on)
{
	struct view rest = view_of(match_on), name;

	while (view_cut(&rest, ',', &name)) {
		const char *field;
		size_t at = 0;

		name = view_trim(name);
		while (at < columns_n && !view_eq(columns[at], name))
			at++;
		if (at == columns_n)
			die(_("--match-on: there is no column '%.*s'"),
				VIEW_ARGS(name));
		field = known_field(name);
		if (!field)
			field = add_guess(fields, name, (int)at);
		field_named(fields, field)->asked = true;
	}
}

void
link_fields_find(struct link_fields *fields, const struct view *columns,
	size_t columns_n, const char *match_on)
{
	*fields = (struct link_fields){.full_name = -1};
	for (size_t k = 0; k < sizeof(known) / sizeof(known[0]); k++)
		for (size_t i = 0; i < columns_n; i++)
			if (view_is(bare(columns[i]), known[k].column))
				add(fields, known[k].field, known[k].kind,
					(int)i);
	for (size_t i = 0; i < columns_n; i++)
		if (view_is(columns[i], "full_name"))
			fields->full_name = (int)i;
	if (fields->full_name >= 0 && !field_named(fields, "first name"))
		add(fields, "first name", LINK_GIVEN, -1);
	if (fields->full_name >= 0 && !field_named(fields, "last name"))
		add(fields, "last name", LINK_FAMILY, -1);
	if (match_on)
		add_matches(fields, columns, columns_n, match_on);
}

void
link_fields_fini(struct link_fields *fields)
{
	arena_fini(&fields->names);
}
