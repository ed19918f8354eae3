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

/* Does no field of the line begin with a quote? */
static bool
quotes_are_inside(const struct csv *csv, struct view line)
{
	const char *p = line.at;
	const char *end = line.at + line.len;
	char quote = csv->dialect.quote;

	while (p < end && (p = memchr(p, quote, (size_t)(end - p)))) {
		if (p == line.at || p[-1] == csv->dialect.delimiter)
			return false;
		p++;
	}
	return true;
}

bool
csv_literal(struct csv *csv)
{
	struct view rest;
	struct view field;

	csv->n = 0;
	csv->end = csv_line_end(csv);
	rest = csv_raw(csv);
	if (csv->dialect.skip_blanks || csv->dialect.backslash ||
		csv->dialect.doubled || !rest.len ||
		!quotes_are_inside(csv, rest))
		return false;
	while (view_cut(&rest, csv->dialect.delimiter, &field))
		csv_field(csv, field.at, field.len);
	if (csv->width && csv->n != csv->width && csv->n != csv->least)
		return false;
	csv->mended = true;
	return true;
}

/* Add a field whose quotes come in pairs; false: they do not. */
static bool
add_balanced(struct csv *csv, struct view field)
{
	char quote = csv->dialect.quote;
	size_t quotes = 0;
	bool wrapped = field.len > 1 && field.at[0] == quote &&
		field.at[field.len - 1] == quote;

	for (size_t i = 0; i < field.len; i++)
		quotes += field.at[i] == quote;
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

/* Could a line be a record: as many fields, none with half of its quotes? */
static bool
is_whole(const struct csv *csv, struct view line)
{
	struct view field;
	size_t n = 0;

	while (view_cut(&line, csv->dialect.delimiter, &field)) {
		bool open = false;

		for (size_t i = 0; i < field.len; i++)
			open ^= field.at[i] == csv->dialect.quote;
		if (open)
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
