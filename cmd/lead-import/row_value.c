#include "row_value.h"

#include "base/day.h"
#include "lead/country.h"
#include "lead/domain.h"
#include "lead/email.h"
#include "lead/flag.h"
#include "lead/fold.h"
#include "lead/money.h"
#include "lead/phone.h"
#include "lead/postcode.h"

/* Everything that was put at the end of the row's text since start. */
static struct view
made(const struct row *row, size_t start)
{
	return str_tail(&row->text, start);
}

/* Google's way of putting several values into one field. */
static bool
cut_several(struct view *rest, struct view *piece)
{
	size_t at;

	if (!rest->at)
		return false;
	at = view_find(*rest, VIEW(" ::: "));
	*piece = view_upto(*rest, at);
	*rest = at < rest->len ? view_from(*rest, at + 5) : (struct view){0};
	return true;
}

static struct view
take_first(struct row *row, struct view value)
{
	struct view rest = value;
	struct view piece = value;

	cut_several(&rest, &piece);
	row->rest = rest;
	return view_trim(piece);
}

static inline struct view
first_of_several(struct row *row, struct view value)
{
	return row->several ? take_first(row, value) : value;
}

struct view
row_tidy(struct row *row, struct view value)
{
	size_t start = row->text.len;

	if (row->tidy || row_is_tidy(value))
		return value;
	fold_blanks(value, &row->text);
	return made(row, start);
}

void
row_put_text(struct row *row, struct view *out, struct view value)
{
	if (!out->len)
		*out = row_tidy(row, value);
}

/*
 * "N/A", "none", "-" in place of a value: none is stated.  No word that says
 * so begins with a digit.
 */
static bool
is_absent(struct view value)
{
	bool digit = value.len && value.at[0] >= '0' && value.at[0] <= '9';

	return !digit && flag_read(value) == FLAG_ABSENT;
}

/* Is there an address in value besides this one? */
static bool
has_other_email(struct row *row, struct view value, struct view email)
{
	size_t first = view_find_byte(value, '@') + 1;
	size_t start = row->text.len;
	bool other = false;
	struct view piece;

	if (value.len == email.len)
		return false; /* it is all there is */
	if (view_find_byte(view_from(value, first), '@') + first >= value.len)
		return false;
	while (!other && email_cut(&value, &piece)) {
		other = email_normalise(piece, &row->text) &&
			!view_eq(made(row, start), email);
		row->text.len = start;
	}
	return other;
}

static void
put_email(struct row *row, struct view *out, struct view value)
{
	struct view rest = value;
	struct view piece;
	size_t start = row->text.len;

	if (row->email_ok)
		return;
	if (email_normalise(value, &row->text)) {
		*out = made(row, start);
		row->email_ok = true;
		if (has_other_email(row, value, *out))
			row->rest = value;
		return;
	}
	if (is_absent(value))
		return;
	while (email_cut(&rest, &piece))
		if (email_normalise(piece, &row->text)) {
			*out = made(row, start);
			row->email_ok = true;
			row->rest = value;
			return;
		}
	row->odd[ODD_EMAIL]++;
	row_put_text(row, out, value);
}

/* E.164 has no extensions: they go into the notes, if there are any. */
static void
put_extension(struct row *row, int notes, struct view extension)
{
	size_t start = row->text.len;

	if (!extension.len)
		return;
	row->odd[ODD_EXTENSION] += notes < 0;
	if (notes < 0)
		return;
	str_add(&row->text, "ext. ");
	str_put(&row->text, extension);
	row_join(row, JOIN_NOTES, &row->out[notes], made(row, start));
}

/* The second number that stands behind one; words are none. */
static struct view
other_number(struct view rest)
{
	size_t digits = 0;

	while (rest.len && memchr(" ,;/|-", rest.at[0], 6))
		rest = view_from(rest, 1);
	for (size_t i = 0; i < rest.len; i++)
		digits += rest.at[i] >= '0' && rest.at[i] <= '9';
	return digits >= 3 ? rest : (struct view){0};
}

static void
put_phone(struct row *row, const struct row_context *context,
	const struct field_plan *field, struct view value)
{
	const struct schema_columns *at = &context->schema->at;
	struct view *out = row_at(row, field->to);
	bool is_phone = field->to == at->phone;
	size_t start = row->text.len;
	enum phone_status status;
	struct phone facts;

	if (out->len && (!is_phone || row->phone_ok))
		return;
	value = first_of_several(row, value);
	status = phone_normalise(value, row_country(row), &row->text, &facts);
	if (status == PHONE_OK) {
		*out = made(row, start);
		put_extension(row, at->notes, facts.extension);
		if (!row->rest.len)
			row->rest = other_number(facts.rest);
	} else if (is_absent(value)) {
		return;
	} else {
		row->odd[ODD_PHONE]++;
		row_put_text(row, out, value);
	}
	if (is_phone && status == PHONE_OK) {
		row->phone_ok = true;
		row->phone_type = (uint8_t)(facts.type + 1);
	}
	if (at->phone_status >= 0 &&
		(is_phone || !row->out[at->phone_status].len))
		row->out[at->phone_status] = phone_status_name(status);
}

static void
put_currency(struct row *row, int column, const char *currency)
{
	size_t start = row->text.len;

	if (column < 0 || !currency[0] || row->out[column].len)
		return;
	str_add(&row->text, currency);
	row->out[column] = made(row, start);
}

/* A band of sums, "£1m - £5m". */
static bool
put_band(struct row *row, const struct row_context *context,
	const struct field_plan *field, struct view value)
{
	size_t start = row->text.len;
	char currency[4] = "";

	str_clear(&row->scratch);
	if (!number_normalise(value, field->mark, &row->text) &&
		!(currency_strip(value, &row->scratch, currency) &&
			number_normalise(str_view(&row->scratch), field->mark,
				&row->text)))
		return false;
	row->out[field->to] = made(row, start);
	put_currency(row, context->schema->at.currency,
		currency[0] ? currency : field->currency);
	return true;
}

static void
put_money(struct row *row, const struct row_context *context,
	const struct field_plan *field, struct view value)
{
	struct view *out = row_at(row, field->to);
	size_t start = row->text.len;
	bool plain = number_is_plain(value);
	struct money money = {0};

	if (out->len)
		return;
	if (plain || money_read(value, field->mark, &money)) {
		if (!plain)
			money_write_amount(money, &row->text);
		*out = plain ? value : made(row, start);
		put_currency(row, context->schema->at.currency,
			money.currency[0] ? money.currency : field->currency);
		return;
	}
	if (!put_band(row, context, field, value) && !is_absent(value))
		row_put_text(row, out, value);
}

static void
put_website(struct row *row, const struct row_context *context,
	struct view *out, struct view value)
{
	int domain = context->schema->at.domain;
	size_t start = row->text.len;
	struct view both;
	size_t len;

	if (out->len)
		return;
	value = first_of_several(row, value);
	len = row_make_website(row, value);
	both = made(row, start);
	if (!len) {
		if (!is_absent(value))
			row_put_text(row, out, value);
		return;
	}
	*out = view_upto(both, len);
	if (domain >= 0 && !row->out[domain].len)
		row->out[domain] = view_from(both, len);
}

/* A database's "0000-00-00 00:00:00" is no date that cannot be read. */
static bool
is_no_day(enum kind kind, struct view value)
{
	for (size_t i = 0; i < value.len; i++)
		if (!memchr("0-/.: T", value.at[i], 7))
			return false;
	return kind == KIND_DATE;
}

static void
put_normalised(struct row *row, const struct field_plan *field,
	struct view *out, struct view value)
{
	size_t start = row->text.len;

	if (out->len)
		return;
	value = first_of_several(row, value);
	if (row_is_normal(row, field->kind, value)) {
		*out = value;
	} else if (value.at == row->country_of.at) {
		*out = row_country(row);
	} else if (row_normalise(row, field, value)) {
		*out = made(row, start);
	} else if (!is_absent(value) && !is_no_day(field->kind, value)) {
		row->odd[ODD_DATE] += field->kind == KIND_DATE;
		row_put_text(row, out, value);
	}
}

/* Facebook's "l:123": one letter that says what kind of id it is. */
static void
put_id(struct view *out, struct view value)
{
	bool marked = value.len > 2 && value.at[1] == ':' &&
		value.at[0] >= 'a' && value.at[0] <= 'z';

	if (!out->len)
		*out = marked ? view_from(value, 2) : value;
}

/* The other values of a field go into the notes, if there are any. */
static void
keep_rest(struct row *row, int notes)
{
	size_t start = row->text.len;

	if (notes < 0) {
		row->odd[ODD_SEVERAL]++;
		return;
	}
	str_add(&row->text, "also: ");
	str_put(&row->text, row->rest);
	row_join(row, JOIN_NOTES, &row->out[notes], made(row, start));
}

void
row_put(struct row *row, const struct row_context *context,
	const struct field_plan *field, struct view value)
{
	struct view *out = row_at(row, field->to);

	if (row_is_suspect(value) && !row_unguard(field, &value))
		return;
	row->rest = (struct view){0};
	switch (field->kind) {
	case KIND_TEXT:
		row_put_text(row, out, value);
		break;
	case KIND_ID:
		put_id(out, value);
		break;
	case KIND_NOTE:
		row_join(row, JOIN_NOTES, out, value);
		break;
	case KIND_TAGS:
		row_join_tags(row, out, value);
		break;
	case KIND_STREET:
		row_join(row, JOIN_STREET, out, row_tidy(row, value));
		break;
	case KIND_FULL_NAME:
		row_put_full_name(row, out, value);
		break;
	case KIND_EMAIL:
		put_email(row, out, first_of_several(row, value));
		break;
	case KIND_PHONE:
		put_phone(row, context, field, value);
		break;
	case KIND_MONEY:
		put_money(row, context, field, value);
		break;
	case KIND_STOP:
	case KIND_PERMIT:
	case KIND_STOP_DATE:
	case KIND_STOP_ALL:
	case KIND_CONSENT:
	case KIND_BASIS:
	case KIND_SUBSCRIBER:
	case KIND_BOUNCED:
		row_put_permission(row, &context->schema->at, field, value);
		break;
	case KIND_COMPANY:
		row_put_text(row, out, first_of_several(row, value));
		break;
	case KIND_WEBSITE:
		put_website(row, context, out, value);
		break;
	case KIND_FILE:
		row_put_text(row, out, schema_source(value));
		break;
	case KIND_DROP:
		break;
	default:
		put_normalised(row, field, out, value);
		break;
	}
	if (row->rest.len)
		keep_rest(row, context->schema->at.notes);
}
