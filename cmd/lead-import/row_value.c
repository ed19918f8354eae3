#include "row_value.h"

#include "lead/also.h"
#include "lead/flag.h"
#include "lead/fold.h"
#include "lead/money.h"

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

struct view
row_take_first(struct row *row, struct view value)
{
	struct view rest = value;
	struct view piece = value;

	cut_several(&rest, &piece);
	row->rest = rest;
	return view_trim(piece);
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

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Does a number end before an offset of a text, "12 500 - 20 000"? */
static bool
ends_number(struct view value, size_t at)
{
	if (!is_digit(value.at[at - 1]))
		return false;
	if (at < value.len && value.at[at] == ' ')
		at++;
	return at == value.len ||
		(!is_digit(value.at[at]) && !memchr(".,'", value.at[at], 3));
}

/* Has a value no letters, and so no scale of its own? */
static bool
is_bare(struct view value)
{
	for (size_t i = 0; i < value.len; i++)
		if ((value.at[i] | 32) >= 'a' && (value.at[i] | 32) <= 'z')
			return false;
	return true;
}

/*
 * Facebook's "z:CF101AA", "£5k_-_£10k" of one answer among several, and 250
 * where the header says thousands.
 */
static struct view
without_marks(
	struct row *row, const struct field_plan *field, struct view value)
{
	const char *scale =
		field->scale && is_bare(value) ? field->scale : NULL;
	size_t start = row->text.len;

	if (field->kind == KIND_POSTCODE && view_starts(value, VIEW("z:")))
		return view_from(value, 2);
	if ((field->kind != KIND_MONEY && field->kind != KIND_NUMBER) ||
		(!scale && !memchr(value.at, '_', value.len)))
		return value;
	for (size_t i = 0; i < value.len; i++) {
		str_byte(&row->text, value.at[i] == '_' ? ' ' : value.at[i]);
		if (scale && ends_number(value, i + 1))
			str_add(&row->text, scale);
	}
	return made(row, start);
}

static void
put_money(struct row *row, const struct row_context *context,
	const struct field_plan *field, struct view value)
{
	struct view *out = row_at(row, field->to);
	size_t start = row->text.len;
	bool plain = !field->scale && number_is_plain(value);
	struct money money = {0};

	if (out->len)
		return;
	value = without_marks(row, field, value);
	start = row->text.len;
	if (plain || money_read(value, field->mark, &money)) {
		if (!plain)
			money_write_amount(money, &row->text);
		*out = plain ? value : made(row, start);
		put_currency(row, context->schema->at.currency,
			money.currency[0] ? money.currency : field->currency);
		return;
	}
	if (!put_band(row, context, field, value) && !flag_is_absent(value))
		row_put_text(row, out, value);
}

static void
put_website(struct row *row, const struct row_context *context,
	const struct field_plan *field, struct view value)
{
	struct view *out = row_at(row, field->to);
	int domain = context->schema->at.domain;
	size_t start = row->text.len;
	struct view both;
	size_t len;

	if (out->len)
		return;
	value = row_first(row, value);
	len = row_make_website(row, value);
	both = made(row, start);
	if (!len) {
		if (!flag_is_absent(value))
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
	if (kind != KIND_DATE)
		return false;
	for (size_t i = 0; i < value.len; i++)
		if (!memchr("0-/.: T", value.at[i], 7))
			return false;
	return true;
}

static void
put_normalised(struct row *row, const struct row_context *context,
	const struct field_plan *field, struct view value)
{
	struct view *out = row_at(row, field->to);
	size_t start;

	(void)context;
	if (out->len)
		return;
	value = without_marks(row, field, row_first(row, value));
	start = row->text.len;
	if (row_is_normal(row, field->kind, value)) {
		*out = value;
	} else if (value.at == row->country_of.at) {
		*out = row_country(row);
	} else if (row_normalise(row, field, value)) {
		*out = made(row, start);
	} else if (!flag_is_absent(value) && !is_no_day(field->kind, value)) {
		if (field->kind == KIND_DATE)
			row_note_odd(row, ODD_DATE, field->to);
		row_put_text(row, out, value);
	}
}

/* Facebook's "l:123": one letter that says what kind of id it is. */
static void
put_id(struct row *row, const struct row_context *context,
	const struct field_plan *field, struct view value)
{
	struct view *out = row_at(row, field->to);
	bool marked = value.len > 2 && value.at[1] == ':' &&
		value.at[0] >= 'a' && value.at[0] <= 'z';

	(void)context;
	if (!out->len)
		*out = marked ? view_from(value, 2) : value;
}

void
row_keep_rest(struct row *row, int notes)
{
	size_t start = row->text.len;
	struct view line;

	str_add(&row->text, ALSO);
	if (row->tidy || row_is_tidy(row->rest))
		str_put(&row->text, row->rest);
	else
		fold_blanks(row->rest, &row->text);
	line = made(row, start);
	if (row->kept_n < ROW_KEPT)
		row->kept[row->kept_n++] = line;
	else
		row_join(row, JOIN_NOTES, &row->out[notes], line);
}

/* In order, and behind all else, as merging has them (also_lines.h). */
void
row_put_kept(struct row *row, int notes)
{
	for (size_t i = 0; i < row->kept_n; i++) {
		size_t least = i;
		struct view line;

		for (size_t k = i + 1; k < row->kept_n; k++)
			if (view_order(row->kept[k], row->kept[least]) < 0)
				least = k;
		line = row->kept[least];
		row->kept[least] = row->kept[i];
		row_join(row, JOIN_NOTES, &row->out[notes], line);
	}
}

static void
put_text(struct row *row, const struct row_context *context,
	const struct field_plan *field, struct view value)
{
	(void)context;
	if (field->kind == KIND_COMPANY)
		value = row_first(row, value);
	row_put_text(row, row_at(row, field->to), value);
}

static void
put_joined(struct row *row, const struct row_context *context,
	const struct field_plan *field, struct view value)
{
	struct view *out = row_at(row, field->to);

	if (field->kind == KIND_TAGS) {
		row_put_refusal(row, context, field, value);
		row_join_tags(row, out, value);
	} else if (field->kind == KIND_STREET) {
		row_join(row, JOIN_STREET, out, row_tidy(row, value));
	} else {
		row_join(row, JOIN_NOTES, out, value);
	}
}

static void
put_file(struct row *row, const struct row_context *context,
	const struct field_plan *field, struct view value)
{
	(void)context;
	row_put_text(row, row_at(row, field->to), schema_source(value));
}

static void
put_nothing(struct row *row, const struct row_context *context,
	const struct field_plan *field, struct view value)
{
	(void)row;
	(void)context;
	(void)field;
	(void)value;
}

row_putter *const row_putters[] = {
	[KIND_TEXT] = put_text,
	[KIND_ID] = put_id,
	[KIND_NOTE] = put_joined,
	[KIND_TAGS] = put_joined,
	[KIND_NAME] = put_normalised,
	[KIND_FULL_NAME] = row_put_full_name,
	[KIND_COMPANY] = put_text,
	[KIND_COMPANY_NUMBER] = put_normalised,
	[KIND_EMAIL] = row_put_email,
	[KIND_PHONE] = row_put_phone,
	[KIND_WEBSITE] = put_website,
	[KIND_DOMAIN] = put_normalised,
	[KIND_LINKEDIN] = put_normalised,
	[KIND_STREET] = put_joined,
	[KIND_POSTCODE] = put_normalised,
	[KIND_COUNTRY] = put_normalised,
	[KIND_NUMBER] = put_normalised,
	[KIND_MONEY] = put_money,
	[KIND_CURRENCY] = put_normalised,
	[KIND_DATE] = put_normalised,
	[KIND_STOP] = row_put_permission,
	[KIND_PERMIT] = row_put_permission,
	[KIND_STOP_DATE] = row_put_permission,
	[KIND_STOP_ALL] = row_put_permission,
	[KIND_PERMIT_ALL] = row_put_permission,
	[KIND_REFUSAL] = row_put_refusal,
	[KIND_PREFERENCE] = row_put_refusal,
	[KIND_REMARK] = row_put_refusal,
	[KIND_BASIS] = row_put_permission,
	[KIND_CONSENT] = row_put_permission,
	[KIND_SUBSCRIBER] = row_put_permission,
	[KIND_BOUNCED] = row_put_permission,
	[KIND_FILE] = put_file,
	[KIND_DROP] = put_nothing,
};
