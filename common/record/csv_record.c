#include "record/csv_record.h"
#include "base/lang.h"

size_t
csv_line_end(const struct csv *csv)
{
	const char *from = csv->data + csv->start;
	const char *end =
		memchr(from, csv->dialect.line_end, csv->len - csv->start);

	return end ? (size_t)(end - csv->data) + 1 : csv->len;
}

/* Add a field whose quotes come in pairs; false: they do not. */
static bool
add_balanced(struct csv *csv, struct view field)
{
	char quote = csv->dialect.quote;
	size_t quotes = view_count_byte(field, quote);
	bool wrapped = field.len > 1 && field.at[0] == quote &&
		field.at[field.len - 1] == quote;

	if (quotes % 2 || (wrapped && quotes > 2))
		return false;
	if (wrapped)
		csv_field(csv, field.at + 1, field.len - 2);
	else
		csv_field(csv, field.at, field.len);
	return true;
}

bool
csv_balanced(struct csv *csv)
{
	struct view rest;
	struct view field;

	csv->n = 0;
	csv->end = csv_line_end(csv);
	rest = csv_raw(csv);
	if (csv->dialect.skip_blanks || csv->dialect.backslash ||
		csv->dialect.doubled || !rest.len || !csv->width)
		return false;
	while (view_cut(&rest, csv->dialect.delimiter, &field))
		if (!add_balanced(csv, field))
			return false;
	if (csv->n != csv->width && csv->n != csv->least)
		return false;
	csv->mended = true;
	return true;
}

static struct view
without_blanks(const struct csv *csv, struct view v)
{
	while (csv->dialect.skip_blanks && v.len &&
		(v.at[0] == ' ' || v.at[0] == '\t') &&
		v.at[0] != csv->dialect.delimiter)
		v = (struct view){v.at + 1, v.len - 1};
	return v;
}

/* Take the quoted field off the front of *rest; false: it does not end. */
static bool
take_quoted(struct csv *csv, struct view *rest)
{
	char quote = csv->dialect.quote;
	char *start = csv->text.data + csv->text.len;
	char *to = start;
	size_t i = 1;

	for (; i < rest->len; i++) {
		char c = rest->at[i];
		char next = i + 1 < rest->len ? rest->at[i + 1] : 0;

		if (c == quote && next != quote)
			break;
		i += c == quote ||
			(c == '\\' && csv->dialect.backslash &&
				(next == quote || next == c));
		*to++ = rest->at[i];
	}
	if (i == rest->len)
		return false;
	csv->text.len += (size_t)(to - start);
	csv_field(csv, start, (size_t)(to - start));
	*rest = (struct view){rest->at + i + 1, rest->len - i - 1};
	*rest = without_blanks(csv, *rest);
	return !rest->len || rest->at[0] == csv->dialect.delimiter;
}

/* The same of one without: quotes may be astray in it. */
static bool
take_bare(struct csv *csv, struct view *rest, bool *astray)
{
	const char *from = rest->at;
	const char *end = from + rest->len;
	const char *to = from;
	struct view field;

	while (to < end && *to != csv->dialect.delimiter)
		to++;
	field = (struct view){from, (size_t)(to - from)};
	*rest = (struct view){to, (size_t)(end - to)};
	if (csv->dialect.backslash && view_find_byte(field, '\\') < field.len)
		return false;
	*astray = *astray ||
		view_find_byte(field, csv->dialect.quote) < field.len;
	while (csv->dialect.skip_blanks && field.len &&
		(field.at[field.len - 1] == ' ' ||
			field.at[field.len - 1] == '\t'))
		field.len--;
	csv_field(csv, field.at, field.len);
	return true;
}

bool
csv_one_line(struct csv *csv)
{
	char quote = csv->dialect.quote;
	bool good = true, astray = false;
	struct view rest;

	csv->n = 0;
	csv->end = csv_line_end(csv);
	rest = csv_raw(csv);
	if (csv->dialect.doubled || !quote || !rest.len)
		return false;
	str_reserve(&csv->text, rest.len); /* it stays there */
	for (;;) {
		rest = without_blanks(csv, rest);
		good = rest.len && rest.at[0] == quote
			? take_quoted(csv, &rest)
			: take_bare(csv, &rest, &astray);
		if (!good || !rest.len)
			break;
		rest = (struct view){rest.at + 1, rest.len - 1};
	}
	csv->mended = good && astray;
	return good &&
		(!astray || !csv->width || csv->n == csv->width ||
			csv->n == csv->least);
}

/* Could a line be a record: as many fields, none with half of its quotes? */
static bool
is_whole(const struct csv *csv, struct view line)
{
	struct view field;
	size_t n = 0;

	while (view_cut(&line, csv->dialect.delimiter, &field)) {
		if (view_count_byte(field, csv->dialect.quote) % 2)
			return false;
		n++;
	}
	return n == csv->width;
}

bool
csv_swallowed(const struct csv *csv)
{
	struct view rest = view_upto(
		(struct view){csv->data + csv->start, csv->end - csv->start},
		csv->end - csv->start - 1);
	struct view line;

	if (csv->width < 4)
		return false;
	for (size_t i = 0; view_cut(&rest, csv->dialect.line_end, &line); i++)
		/* The first and the last are half ones. */
		if (i && rest.at && is_whole(csv, line))
			return true;
	return false;
}

void
csv_unpair(struct csv *csv)
{
	char quote = csv->dialect.quote;

	str_reserve(&csv->text, csv->end - csv->start); /* it stays there */
	for (size_t i = 0; i < csv->n; i++) {
		struct view field = csv->fields[i];
		char *to = csv->text.data + csv->text.len;
		char *from = to;

		if (view_find_byte(field, quote) == field.len)
			continue;
		for (size_t k = 0; k < field.len; k++) {
			*to++ = field.at[k];
			k += field.at[k] == quote;
		}
		csv->fields[i] = (struct view){from, (size_t)(to - from)};
		csv->text.len += csv->fields[i].len;
	}
}

struct view
csv_raw(const struct csv *csv)
{
	struct view raw = {csv->data + csv->start, csv->end - csv->start};

	if (raw.len && raw.at[raw.len - 1] == csv->dialect.line_end)
		raw.len--;
	if (raw.len && raw.at[raw.len - 1] == '\r')
		raw.len--;
	return raw;
}

void
csv_complain(const struct csv *csv, struct str *out)
{
	switch (csv->fault) {
	case CSV_FINE:
		break;
	case CSV_FEW:
	case CSV_MANY:
		str_printf(out, _("%zu fields, but the header has %zu"), csv->n,
			csv->width);
		break;
	case CSV_OPEN:
		str_add(out, _("a quote is opened here and never closed"));
		break;
	case CSV_ODD:
		str_add(out, _("the quotes make no sense"));
		break;
	case CSV_LONG:
		str_printf(out,
			_("the record is longer than %zu bytes; see"
			  " --max-record"),
			csv->max_record);
		break;
	}
}
