#include "link_weigh.h"

#include "link_level.h"

/* What comparing two values of a kind costs, beside one another. */
static int
cost_of(enum link_kind kind)
{
	static const int cost[] = {
		[LINK_GIVEN] = 4,
		[LINK_FAMILY] = 4,
		[LINK_COMPANY] = 16,
		[LINK_MAIL] = 6,
		[LINK_NUMBER] = 3,
		[LINK_STREET] = 16,
		[LINK_SITE] = 6,
		[LINK_PLACE] = 6,
		[LINK_POSTCODE] = 3,
		[LINK_DATE] = 3,
		[LINK_CODE] = 3,
		[LINK_CATEGORY] = 4,
		[LINK_TEXT] = 6,
		[LINK_GUESS] = 6,
	};

	return cost[kind];
}

/* How soon a field's comparison tells how much. */
static int
worth(const struct link_weigher *weigher, unsigned f)
{
	return 16 * (weigher->most[f] - weigher->model->weight[f][1]) /
		cost_of(weigher->table->fields->items[f].kind);
}

void
link_weigher_init(struct link_weigher *weigher, const struct link_model *model,
	const struct link_table *table, int least)
{
	*weigher = (struct link_weigher){
		.model = model, .table = table, .least = least, .mail = -1};
	for (unsigned f = 0; f < table->fields->n; f++) {
		unsigned top = link_top(table->fields->items[f].kind), at = f;

		if (table->fields->items[f].kind == LINK_MAIL)
			weigher->mail = (int)f;
		for (unsigned l = 1; l < top; l++)
			if (model->weight[f][l] > weigher->most[f])
				weigher->most[f] = model->weight[f][l];
		for (; at &&
			worth(weigher, weigher->order[at - 1]) <
				worth(weigher, f);
			at--)
			weigher->order[at] = weigher->order[at - 1];
		weigher->order[at] = f;
	}
}

/* A pair in hand. */
struct pair {
	const struct link_weigher *weigher;
	uint32_t leads[2];
	int bound[LINK_FIELDS]; /* what each field weighs at most */
	int sum;		/* of these */
	uint32_t open;		/* fields, by bit, that are to be compared */
	struct link_pairing pairing;
};

/* Have both any value in a field?  *value: one that both have, or 0. */
static bool
have_both(const struct pair *pair, unsigned f, uint32_t *value)
{
	const struct link_table *table = pair->weigher->table;
	const struct link_field *field = &table->fields->items[f];
	bool some = false;

	*value = 0;
	for (unsigned i = 0; i < field->slots; i++) {
		uint32_t x = link_cell(table, pair->leads[0], field->slot + i);

		for (unsigned j = 0; x && j < field->slots; j++) {
			uint32_t y = link_cell(
				table, pair->leads[1], field->slot + j);

			if (x == y) {
				*value = x;
				return true;
			}
			some = some || y;
		}
	}
	return some;
}

/* May names be taken as swapped, or one as the other's (link_compare.h)? */
static bool
is_crossed(const struct pair *pair, unsigned f)
{
	const struct link_table *table = pair->weigher->table;
	unsigned given, family;

	if (table->given < 0 || table->family < 0 ||
		((int)f != table->given && (int)f != table->family))
		return false;
	given = table->fields->items[table->given].slot;
	family = table->fields->items[table->family].slot;
	return link_cell(table, pair->leads[0], given) ==
		link_cell(table, pair->leads[1], family) ||
		link_cell(table, pair->leads[1], given) ==
		link_cell(table, pair->leads[0], family);
}

/*
 * What a field that is compared weighs at most.  What other fields may yet
 * change of it: swapped names, and what follows from other agreement.
 */
static int
bound_of(const struct pair *pair, unsigned f)
{
	const struct link_weigher *weigher = pair->weigher;
	enum link_kind kind = weigher->table->fields->items[f].kind;
	int weight = link_model_field(
		weigher->model, weigher->table, &pair->pairing, f);

	if (is_crossed(pair, f))
		return weight > weigher->most[f] ? weight : weigher->most[f];
	if (weight < 0 && (kind == LINK_MAIL || kind == LINK_POSTCODE) &&
		pair->pairing.level[f] > 1)
		return 0;
	return weight;
}

/* Look at the numbers of the values alone. */
static void
begin(struct pair *pair)
{
	const struct link_weigher *weigher = pair->weigher;
	const struct link_field *fields = weigher->table->fields->items;
	uint32_t value;
	bool mailed = weigher->mail >= 0 &&
		have_both(pair, (unsigned)weigher->mail, &value);

	for (unsigned f = 0; f < weigher->table->fields->n; f++) {
		if ((fields[f].kind == LINK_SITE && mailed) ||
			!have_both(pair, f, &value))
			continue;
		pair->pairing.value[f] = value;
		if (value) {
			pair->pairing.level[f] =
				(uint8_t)link_top(fields[f].kind);
			pair->bound[f] = bound_of(pair, f);
		} else {
			pair->bound[f] = weigher->most[f];
			pair->open |= UINT32_C(1) << f;
		}
		pair->sum += pair->bound[f];
	}
}

int
link_weigh(const struct link_weigher *weigher, struct link_memo *memo,
	uint32_t a, uint32_t b)
{
	const struct link_table *table = weigher->table;
	struct pair pair = {.weigher = weigher, .leads = {a, b}};

	begin(&pair);
	for (unsigned i = 0; i < table->fields->n; i++) {
		unsigned f = weigher->order[i];

		if (pair.sum < weigher->least)
			return LINK_LIGHT;
		if (!(pair.open >> f & 1))
			continue;
		link_compare_field(table, memo, f, pair.leads, &pair.pairing);
		pair.sum -= pair.bound[f];
		pair.bound[f] = bound_of(&pair, f);
		pair.sum += pair.bound[f];
	}
	link_compare_end(table, pair.leads, &pair.pairing);
	if (pair.pairing.apart)
		return LINK_LIGHT;
	pair.sum = link_model_weigh(weigher->model, table, &pair.pairing);
	return pair.sum < weigher->least ? LINK_LIGHT : pair.sum;
}
