/*
 * csv_check.h - a record that was cut by the masks: is it as it should be?
 * For csv.c.
 */
#ifndef RECORD_CSV_CHECK_H
#define RECORD_CSV_CHECK_H

#include "record/csv.h"

/* Drop the '\r' before the '\n' and take quotes off; false: it is odd. */
static inline bool
csv_unquote(struct csv *csv, bool quoted)
{
	struct view *last = &csv->fields[csv->n - 1];
	char quote = csv->dialect.quote;

	if (last->len && last->at[last->len - 1] == '\r' &&
		csv->dialect.line_end == '\n')
		last->len--;
	if (csv->dialect.skip_blanks)
		return false;
	if (!quoted)
		return true;
	for (size_t i = 0; i < csv->n; i++) {
		struct view *field = &csv->fields[i];

		if (!field->len || field->at[0] != quote)
			continue;
		if (field->len < 2 || field->at[field->len - 1] != quote)
			return false;
		field->at++;
		field->len -= 2;
	}
	return true;
}

/* Has it as many fields as it must? */
static inline enum csv_got
csv_check(struct csv *csv)
{
	if (csv->end - csv->start > csv->max_record)
		csv->fault = CSV_LONG;
	else if (csv->n < (csv->least ? csv->least : csv->width))
		csv->fault = CSV_FEW;
	else if (csv->width && csv->n > csv->width)
		csv->fault = CSV_MANY;
	return csv->fault ? CSV_DAMAGED : CSV_RECORD;
}

/* Only delimiters, or nothing at all? */
static inline bool
csv_is_blank(const struct csv *csv)
{
	size_t len = csv->end - csv->start;

	if (csv->width == 1 || len > csv->n + 1 || csv->mended ||
		csv->fault == CSV_OPEN)
		return false;
	for (size_t i = 0; i < csv->n; i++)
		if (csv->fields[i].len)
			return false;
	return true;
}

#endif
