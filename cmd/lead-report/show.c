#include "show.h"

#include "base/lang.h"
#include "build.h"
#include "clock.h"
#include "label.h"

static bool
is_filled(const struct doc_section *section, size_t column)
{
	for (size_t r = 0; r < doc_rows(section); r++)
		if (doc_at(section, r, column)->text.len)
			return true;
	return false;
}

void
show_columns(const struct doc_section *section, bool *shown)
{
	for (size_t c = 0; c < section->columns_n; c++)
		shown[c] = !(section->columns[c].flags & DOC_DATA) &&
			(section->shape != DOC_TABLE || is_filled(section, c));
}

bool
show_is_number(enum doc_kind kind)
{
	return kind == DOC_COUNT || kind == DOC_MONEY || kind == DOC_DAYS ||
		kind == DOC_RATE;
}

void
show_count(struct view digits, struct str *out)
{
	for (size_t i = 0; i < digits.len; i++) {
		size_t left = digits.len - i;

		if (i && left % 3 == 0 && digits.at[i - 1] != '-')
			str_byte(out, ',');
		str_byte(out, digits.at[i]);
	}
}

static bool
is_digits(struct view v)
{
	int64_t n;

	return v.len && view_int(v, &n);
}

static void
show_number(struct view text, struct str *out)
{
	size_t end = 0;

	while (end < text.len &&
		((text.at[end] >= '0' && text.at[end] <= '9') ||
			(end == 0 && text.at[end] == '-')))
		end++;
	if (!is_digits(view_upto(text, end))) {
		str_put(out, text);
		return;
	}
	show_count(view_upto(text, end), out);
	str_put(out, view_from(text, end));
}

uint64_t
show_parts(struct view rate)
{
	int64_t whole;
	int64_t part;
	size_t dot = view_find_byte(rate, '.');

	if (!view_int(view_upto(rate, dot), &whole) ||
		!view_int(view_from(rate, dot + 1), &part))
		return 0;
	return (uint64_t)(whole * 10000 + part);
}

/* As a whole percentage, rounded half up. */
static void
show_percent(struct view rate, struct str *out)
{
	str_int(out, (int64_t)(show_parts(rate) + 50) / 100);
}

static void
show_rate(const struct doc_section *section, size_t row, size_t column,
	struct str *out)
{
	const struct doc_cell *cell = doc_at(section, row, column);

	if (!cell->text.len) {
		str_add(out, "\xe2\x80\x93"); /* en dash */
		return;
	}
	show_percent(cell->text, out);
	str_byte(out, '%');
	if (column + 2 >= section->columns_n || !cell[1].text.len ||
		section->columns[column + 1].kind != DOC_RATE)
		return;
	str_add(out, " (");
	show_percent(cell[1].text, out);
	str_add(out, "\xe2\x80\x93");
	show_percent(cell[2].text, out);
	str_byte(out, ')');
}

/* "wait:hours@2026-11-24T08:00:00Z": the words are ours, the time too. */
static void
show_gate(struct view verdict, int64_t now, struct str *out)
{
	size_t colon = view_find_byte(verdict, ':');
	struct view rest = view_from(verdict, colon + 1);
	size_t at = view_find_byte(rest, '@');

	str_put(out, label_word(view_upto(verdict, colon)));
	/* On what basis it is ok is for the brief: see the data. */
	if (rest.len && !view_starts(verdict, VIEW("ok:"))) {
		str_add(out, ": ");
		str_put(out, label_word(view_upto(rest, at)));
	}
	if (at + 1 < rest.len) {
		str_byte(out, ' ');
		clock_write(view_from(rest, at + 1), now, out);
	}
}

static void
show_days(struct view text, struct str *out)
{
	int64_t n;

	if (!view_int(text, &n)) {
		str_put(out, text);
		return;
	}
	str_printf(out, ngettext("%lld day", "%lld days", (unsigned long)n),
		(long long)n);
}

void
show_cell(const struct doc *doc, const struct doc_section *section, size_t row,
	size_t column, struct str *out)
{
	const struct doc_cell *cell = doc_at(section, row, column);

	switch (cell->kind) {
	case DOC_WORD:
		str_put(out, label_word(cell->text));
		break;
	case DOC_TIME:
		clock_write(cell->text, doc->now, out);
		break;
	case DOC_COUNT:
	case DOC_MONEY:
		show_number(cell->text, out);
		break;
	case DOC_RATE:
		show_rate(section, row, column, out);
		break;
	case DOC_DAYS:
		show_days(cell->text, out);
		break;
	case DOC_GATE:
		show_gate(cell->text, doc->now, out);
		break;
	default:
		str_put(out, cell->text);
	}
}

void
show_figure(const struct doc_figure *figure, struct str *out)
{
	if (figure->kind == DOC_COUNT || figure->kind == DOC_MONEY)
		show_number(figure->value, out);
	else if (figure->kind == DOC_RATE) {
		show_percent(figure->value, out);
		str_byte(out, '%');
	} else
		str_put(out, figure->value);
}

uint64_t
show_size(struct view text)
{
	uint64_t n = 0;

	for (size_t i = 0; i < text.len && n < UINT64_MAX / 100; i++) {
		char c = text.at[i];

		if (c < '0' || c > '9')
			break;
		n = n * 10 + (uint64_t)(c - '0');
	}
	return n;
}
