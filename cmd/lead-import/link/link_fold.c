/* Values made ready to be compared, each kind in its way. */
#include "lead/company.h"
#include "lead/fold.h"
#include "lead/name.h"
#include "link_field.h"

static bool
is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

/* Only the digits. */
static void
fold_digits(struct view in, struct str *out)
{
	for (size_t i = 0; i < in.len; i++)
		if (is_digit(in.at[i]))
			str_byte(out, in.at[i]);
}

/* Folded, without its spaces. */
static void
fold_tight(struct view in, struct str *out)
{
	size_t from = out->len, to = from;

	fold_key(in, out);
	for (size_t i = from; i < out->len; i++)
		if (out->data[i] != ' ')
			out->data[to++] = out->data[i];
	out->len = to;
}

/* Cut the next run of digits off the front of *rest. */
static bool
next_number(struct view *rest, struct view *number)
{
	while (rest->len && !is_digit(rest->at[0]))
		*rest = view_from(*rest, 1);
	*number = *rest;
	while (rest->len && is_digit(rest->at[0]))
		*rest = view_from(*rest, 1);
	number->len -= rest->len;
	return number->len > 0;
}

static void
two_digits(struct view in, struct str *out)
{
	if (in.len == 1)
		str_byte(out, '0');
	str_put(out, in);
}

/*
 * A day as yyyymmdd, a year as yyyy; nothing for what is neither.  It need
 * be no day of the calendar: a wrong one may be a slip of a right one.
 */
static void
fold_date(struct view in, struct str *out)
{
	struct view part[3] = {{0}};
	int n = 0;

	while (n < 3 && next_number(&in, &part[n]))
		n++;
	if (n == 1 && (part[0].len == 8 || part[0].len == 4)) {
		str_put(out, part[0]);
	} else if (n == 3 && part[0].len == 4 && part[1].len <= 2 &&
		part[2].len <= 2) {
		str_put(out, part[0]);
		two_digits(part[1], out);
		two_digits(part[2], out);
	} else if (n == 3 && part[2].len == 4 && part[0].len <= 2 &&
		part[1].len <= 2) {
		str_put(out, part[2]);
		two_digits(part[1], out);
		two_digits(part[0], out);
	}
}

static void
fold_case(struct view in, struct str *out)
{
	for (size_t i = 0; i < in.len; i++)
		str_byte(out,
			in.at[i] >= 'A' && in.at[i] <= 'Z'
				? (char)(in.at[i] + 'a' - 'A')
				: in.at[i]);
}

void
link_kind_fold(enum link_kind kind, struct view in, struct str *out)
{
	switch (kind) {
	case LINK_COMPANY:
		company_key(in, out);
		break;
	case LINK_MAIL:
		fold_case(in, out);
		break;
	case LINK_NUMBER:
		fold_digits(in, out);
		break;
	case LINK_POSTCODE:
	case LINK_CODE:
		fold_tight(in, out);
		break;
	case LINK_DATE:
		fold_date(in, out);
		break;
	default:
		fold_key(in, out);
		break;
	}
}

/* Most of the rows' values: four of five. */
static bool
most(uint64_t some, uint64_t all)
{
	return some * 5 >= all * 4;
}

enum link_kind
link_kind_guess(const struct link_values *values)
{
	uint64_t all = 0, dates = 0, codes = 0, few = values->n <= 64;
	struct str day = {0};

	for (size_t i = 1; i < values->n; i++) {
		struct view text = values->items[i].text;
		uint32_t count = values->items[i].count;
		bool digit = false;

		str_clear(&day);
		fold_date(text, &day);
		for (size_t k = 0; k < text.len; k++)
			digit = digit || is_digit(text.at[k]);
		all += count;
		dates += day.len == 8 ? count : 0;
		codes += digit && view_find_byte(text, ' ') == text.len ? count
									: 0;
	}
	str_fini(&day);
	if (most(dates, all))
		return LINK_DATE;
	if (few)
		return LINK_CATEGORY;
	return most(codes, all) ? LINK_CODE : LINK_TEXT;
}

/* A slot's text as it stands in the row, or in a name that was taken apart. */
static struct view
slot_text(const struct link_field *field, int column, const struct view *row,
	const struct name *name)
{
	struct view text = column < 0 ? (struct view){0} : row[column];

	if (!text.len && field->kind == LINK_GIVEN)
		return name->first;
	if (!text.len && field->kind == LINK_FAMILY)
		return name->last;
	return text;
}

/*
 * Take the full name apart for what is not there in parts: all of it, or
 * what there is no column for.
 */
static void
read_name(const struct link_fields *fields, const struct view *row,
	struct name *name)
{
	bool parts = false, missing = false;

	if (fields->full_name < 0)
		return;
	for (unsigned f = 0; f < fields->n; f++) {
		const struct link_field *field = &fields->items[f];
		int column = fields->column[field->slot];

		if (field->kind != LINK_GIVEN && field->kind != LINK_FAMILY)
			continue;
		missing = missing || column < 0;
		parts = parts || (column >= 0 && row[column].len);
	}
	if (missing || !parts)
		name_split(row[fields->full_name], name);
}

void
link_fields_read(const struct link_fields *fields, const struct view *row,
	struct str *out)
{
	struct name name = {0};

	read_name(fields, row, &name);
	for (unsigned f = 0; f < fields->n; f++) {
		const struct link_field *field = &fields->items[f];

		for (unsigned s = 0; s < field->slots; s++) {
			struct view text = slot_text(field,
				fields->column[field->slot + s], row, &name);

			if (text.len)
				link_kind_fold(field->kind, text, out);
			str_byte(out, '\0');
		}
	}
}
