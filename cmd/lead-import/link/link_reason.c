#include "link_reason.h"

#include "base/lang.h"
#include "link_level.h"

#include <stdlib.h>

#define RARE 90 /* tenths of bits: a value of one row in 512, or fewer */

void
link_weight_write(int weight, struct str *out)
{
	str_printf(out, "%c%d.%d", weight < 0 ? '-' : '+', abs(weight) / 10,
		abs(weight) % 10);
}

/* What a level of a field says; %s is the field. */
static const char *
saying(const struct link_table *table, const struct link_pairing *pairing,
	unsigned f)
{
	const struct link_field *field = &table->fields->items[f];
	unsigned level = pairing->level[f], top = link_top(field->kind);

	if (level == 1)
		return _("other %s");
	if (level * 2 <= top)
		return _("%s a little alike");
	if (level < top)
		return _("%s nearly the same");
	if (table->values[field->values].items[pairing->value[f]].rarity > RARE)
		return _("same rare %s");
	return _("same %s");
}

/* A reason: a field and its weight. */
struct reason {
	unsigned field;
	int weight;
};

static int
by_size(const void *a, const void *b)
{
	const struct reason *x = a, *y = b;

	if (abs(x->weight) != abs(y->weight))
		return abs(x->weight) > abs(y->weight) ? -1 : 1;
	return (x->field > y->field) - (x->field < y->field);
}

/* Write a saying, which has one %s, about a name. */
static void
say(const char *saying, const char *name, struct str *out)
{
	struct view text = view_of(saying);
	size_t at = view_find(text, VIEW("%s"));

	str_put(out, view_upto(text, at));
	str_add(out, name);
	str_put(out, view_from(text, at + 2));
}

int
link_reasons(const struct link_model *model, const struct link_table *table,
	uint32_t a, uint32_t b, struct str *out)
{
	struct reason reasons[LINK_FIELDS];
	struct link_pairing pairing;
	int sum = model->prior;
	size_t n = 0;

	link_compare(table, NULL, a, b, &pairing);
	for (unsigned f = 0; f < table->fields->n; f++) {
		int weight = link_model_field(model, table, &pairing, f);

		sum += weight;
		if (weight)
			reasons[n++] = (struct reason){f, weight};
	}
	qsort(reasons, n, sizeof(*reasons), by_size);
	for (size_t i = 0; i < n; i++) {
		unsigned f = reasons[i].field;

		link_weight_write(reasons[i].weight, out);
		str_byte(out, ' ');
		say(saying(table, &pairing, f), _(table->fields->items[f].name),
			out);
		str_add(out, "; ");
	}
	link_weight_write(model->prior, out);
	str_byte(out, ' ');
	str_add(out, _("few pairs are one lead"));
	return sum;
}
