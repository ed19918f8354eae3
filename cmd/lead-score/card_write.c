#include "card_write.h"

#include "base/lang.h"
#include "lead/test.h"
#include "rules.h"

#include <math.h>
#include <stdlib.h>

#define SHOWN 4 /* values of a list in a label */

/* Thousandths as a decimal number: "2.5", "40". */
static void
put_number(int64_t n, struct str *out)
{
	uint64_t size = n < 0 ? -(uint64_t)n : (uint64_t)n;
	unsigned rest = (unsigned)(size % 1000);

	if (n < 0)
		str_byte(out, '-');
	str_printf(out, "%llu", (unsigned long long)(size / 1000));
	if (!rest)
		return;
	str_printf(out, ".%03u", rest);
	while (out->data[out->len - 1] == '0')
		out->len--;
}

static void
put_bound(const struct bins_column *column, unsigned bin, struct str *out)
{
	if (column->kind == BINS_NUMBERS)
		put_number(column->least[bin], out);
	else
		str_printf(out, "%lldd", (long long)-column->least[bin]);
}

/* The values of a term, at most so many. */
static void
put_values(const struct bins_column *column, uint64_t mask, unsigned most,
	struct str *out)
{
	unsigned n = 0;

	for (unsigned b = BIN_FIRST; b < column->n; b++) {
		if (!(mask >> b & 1))
			continue;
		if (n++)
			str_byte(out, '|');
		if (n > most) {
			str_add(out, "...");
			return;
		}
		str_put(out, column->column->values[column->value[b]].text);
	}
}

static const char *
test_of(const struct term *term, const struct bins_column *column)
{
	bool age = column->kind == BINS_MOMENTS;

	switch (term->form) {
	case TERM_IN:
		return term->mask & (term->mask - 1) ? "in" : "is";
	case TERM_AT_LEAST:
		return age ? "within" : "at-least";
	case TERM_UNDER:
		return age ? "older" : "under";
	case TERM_BETWEEN:
		return "between";
	default:
		return "set";
	}
}

static void
put_test(const struct term *term, const struct bins *bins, char between,
	struct str *out)
{
	const struct bins_column *column = &bins->columns[term->column];

	str_add(out, column->column->name);
	str_byte(out, between);
	str_add(out, test_of(term, column));
	str_byte(out, between);
	if (term->form == TERM_IN)
		put_values(column, term->mask,
			between == ' ' ? SHOWN : BINS_MOST, out);
	if (term->form == TERM_AT_LEAST || term->form == TERM_BETWEEN)
		put_bound(column, term->low, out);
	if (term->form == TERM_BETWEEN)
		str_add(out, "..");
	if (term->form == TERM_UNDER || term->form == TERM_BETWEEN)
		put_bound(column, term->high, out);
}

static void
put_rule(const struct learned *rule, const struct bins *bins, struct str *out)
{
	str_printf(out, "win\t%lld\t", (long long)rule->points);
	for (unsigned i = 0; i < rule->terms_n; i++) {
		if (i)
			str_add(out, "+\t\t");
		put_test(&rule->terms[i], bins, '\t', out);
		str_byte(out, '\t');
		if (!i) {
			put_test(&rule->terms[0], bins, ' ', out);
			if (rule->terms_n > 1) {
				str_add(out, " + ");
				put_test(&rule->terms[1], bins, ' ', out);
			}
			str_printf(
				out, " (%u of %u won)", rule->won, rule->rows);
		}
		str_byte(out, '\n');
	}
}

static int
by_points(const void *a, const void *b)
{
	const struct learned *const *left = a, *const *right = b;
	int64_t l = llabs((*left)->points), r = llabs((*right)->points);

	if (l != r)
		return l < r ? 1 : -1;
	return (*left > *right) - (*left < *right);
}

void
card_write_rules(
	const struct choice *choice, const struct bins *bins, struct str *out)
{
	const struct learned *order[RULES_MOST];

	for (unsigned j = 0; j < choice->n; j++)
		order[j] = &choice->rules[j];
	qsort(order, choice->n, sizeof(*order), by_points);
	for (unsigned j = 0; j < choice->n; j++)
		put_rule(order[j], bins, out);
}

void
card_write_scale(const struct scale *scale, struct str *out)
{
	str_add(out, "scale\t");
	put_number(llround(M_LN2 / scale->slope * SCALE_ONE), out);
	str_add(out, "\t\t\t");
	put_number(llround(scale->offset * SCALE_ONE), out);
	str_add(out, "\t");
	str_add(out, _("points that double the odds, points of even odds"));
	str_byte(out, '\n');
}
