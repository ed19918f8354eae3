#include "offer.h"

#include "lead/fold.h"
#include "offer_match.h"
#include "record/field.h"

#define ALTERNATIVES 2 /* named at most */

static const char *const text_columns[OFFER_TEXTS][2] = {
	[OFFER_INDUSTRY] = {"industry", NULL},
	[OFFER_WANTED] = {"product_interest", "interests"},
	[OFFER_NEEDED] = {"needs", "requirements"},
	[OFFER_OWNED] = {"products", NULL},
};

/* Rows that name something to offer beside a product. */
static const enum product_row offer_rows[] = {
	PRODUCT_UP, PRODUCT_CROSS, PRODUCT_ADD_ON};

static struct view
fold(struct offers *offers, struct view words)
{
	struct str folded = {0};
	struct view kept;

	str_byte(&folded, ' ');
	fold_key(words, &folded);
	str_byte(&folded, ' ');
	kept.len = folded.len;
	kept.at = arena_text(&offers->arena, folded.data, folded.len);
	str_fini(&folded);
	return kept;
}

static void
bind_fact(struct offers *offers, const struct header *header, size_t i)
{
	const struct product_fact *fact = &offers->catalogue->facts[i];
	struct offer_words *words = &offers->words[i];

	words->key = fold(offers, fact->product);
	words->name = fold(offers, fact->name);
	words->text = fold(offers, fact->text);
	words->fors = arena_new(
		&offers->arena, (fact->fors_n + 1) * sizeof(*words->fors));
	for (size_t k = 0; k < fact->fors_n; k++)
		words->fors[k] = fold(offers, fact->fors[k]);
	offers->needs[i] = arena_new(
		&offers->arena, (fact->needs_n + 1) * sizeof(**offers->needs));
	for (size_t k = 0; k < fact->needs_n; k++)
		offers->needs[i][k] =
			header_find(header, fact->needs[k].column);
}

void
offers_bind(struct offers *offers, const struct catalogue *catalogue,
	const struct header *header)
{
	size_t n = catalogue->facts_n + 1;

	*offers = (struct offers){.catalogue = catalogue};
	offers->words = arena_new(&offers->arena, n * sizeof(*offers->words));
	offers->needs = arena_new(&offers->arena, n * sizeof(*offers->needs));
	for (int t = 0; t < OFFER_TEXTS; t++)
		for (int k = 0; k < 2; k++)
			offers->columns[t][k] = header_find(
				header, view_of(text_columns[t][k]));
	offers->budget = header_find(header, VIEW("budget"));
	for (size_t i = 0; i < catalogue->facts_n; i++)
		bind_fact(offers, header, i);
}

void
offers_fini(struct offers *offers)
{
	arena_fini(&offers->arena);
}

void
offer_found_init(struct offer_found *found, const struct offers *offers)
{
	size_t n = offers->catalogue->n + 1;

	*found = (struct offer_found){0};
	found->points = mem_new(n, sizeof(*found->points));
	found->unfit = mem_new(n, sizeof(*found->unfit));
	found->owned = mem_new(n, sizeof(*found->owned));
}

void
offer_found_fini(struct offer_found *found)
{
	for (int t = 0; t < OFFER_TEXTS; t++) {
		str_fini(&found->folded[t]);
		str_fini(&found->plain[t]);
	}
	str_fini(&found->scratch);
	mem_free(found->points);
	mem_free(found->unfit);
	mem_free(found->owned);
	str_fini(&found->product);
	str_fini(&found->gaps);
	str_fini(&found->offers);
	str_fini(&found->reasons);
}

static void
read_texts(const struct offers *offers, const struct record *record,
	struct offer_found *found)
{
	for (int t = 0; t < OFFER_TEXTS; t++) {
		struct str *plain = &found->plain[t];
		struct str *folded = &found->folded[t];

		str_clear(plain);
		str_clear(folded);
		for (int k = 0; k < 2; k++) {
			struct view field =
				record_get(record, offers->columns[t][k]);

			str_clear(&found->scratch);
			field = field_plain(field, &found->scratch);
			if (field.len && plain->len)
				str_add(plain, "; ");
			str_put(plain, field);
		}
		if (!plain->len)
			continue;
		str_byte(folded, ' ');
		fold_key(str_view(plain), folded);
		str_byte(folded, ' ');
	}
}

/* The product that suits best; NULL when nothing speaks for any. */
static const struct product *
best_product(const struct offers *offers, const struct record *record,
	struct offer_found *found)
{
	const struct catalogue *catalogue = offers->catalogue;
	const struct product *best = NULL;
	int64_t most = 0;

	for (size_t i = 0; i < catalogue->n; i++) {
		const struct product *product = &catalogue->products[i];
		const struct offer_words *words =
			&offers->words[product->itself - catalogue->facts];
		struct view owned = str_view(&found->folded[OFFER_OWNED]);

		found->owned[i] = offer_has(owned, words->key) ||
			offer_has(owned, words->name);
		found->points[i] =
			offer_points(offers, record, found, product, false);
		if (found->points[i] <= most || found->owned[i])
			continue;
		most = found->points[i];
		best = product;
	}
	return best;
}

static void
put_offer(const struct offers *offers, struct offer_found *found,
	enum product_row row, size_t i)
{
	const char *kind = product_row_names[row];

	if (found->offers.len)
		str_add(&found->offers, "; ");
	str_add(&found->offers, kind);
	str_byte(&found->offers, ' ');
	field_write(offers->catalogue->products[i].key, &found->offers);
	found->unfit[i] = true; /* so that it is named once */
}

/* Why: it goes with, or stands in for, another product. */
static void
put_why(struct offer_found *found, enum product_row row, struct view what,
	struct view other)
{
	if (found->reasons.len)
		str_add(&found->reasons, "; ");
	str_add(&found->reasons, product_row_names[row]);
	str_byte(&found->reasons, ' ');
	field_write(what, &found->reasons);
	str_add(&found->reasons,
		row == PRODUCT_ALTERNATIVE ? ": instead of " : ": goes with ");
	field_write(other, &found->reasons);
}

/* Up, cross and add-on of a product that they have, or that suits. */
static void
offer_beside(const struct offers *offers, const struct record *record,
	struct offer_found *found, const struct product *product)
{
	const struct catalogue *catalogue = offers->catalogue;

	for (size_t r = 0; r < sizeof(offer_rows) / sizeof(*offer_rows); r++) {
		const struct product_fact *fact;
		size_t at = 0;

		while ((fact = catalogue_next(
				catalogue, product, offer_rows[r], &at))) {
			const struct product *what =
				catalogue_find(catalogue, fact->name);
			size_t i =
				what ? (size_t)(what - catalogue->products) : 0;

			if (!what || found->owned[i] || found->unfit[i] ||
				offer_is_against(offers, record, found, fact))
				continue;
			put_offer(offers, found, fact->row, i);
			put_why(found, fact->row, what->key, product->key);
		}
	}
}

/* Other products instead: those the catalogue names, then the next best. */
static void
offer_instead(const struct offers *offers, const struct record *record,
	struct offer_found *found, const struct product *best)
{
	const struct catalogue *catalogue = offers->catalogue;
	const struct product_fact *fact;
	unsigned n = 0;
	size_t at = 0;

	while (n < ALTERNATIVES &&
		(fact = catalogue_next(
			 catalogue, best, PRODUCT_ALTERNATIVE, &at))) {
		const struct product *what =
			catalogue_find(catalogue, fact->name);
		size_t i = what ? (size_t)(what - catalogue->products) : 0;

		if (!what || found->owned[i] || found->unfit[i] ||
			offer_is_against(offers, record, found, fact))
			continue;
		put_offer(offers, found, PRODUCT_ALTERNATIVE, i);
		put_why(found, PRODUCT_ALTERNATIVE, what->key, best->key);
		n++;
	}
	while (n++ < ALTERNATIVES) {
		size_t next = catalogue->n;

		for (size_t i = 0; i < catalogue->n; i++)
			if (!found->owned[i] && !found->unfit[i] &&
				found->points[i] > 0 &&
				(next == catalogue->n ||
					found->points[i] > found->points[next]))
				next = i;
		if (next == catalogue->n)
			return;
		put_offer(offers, found, PRODUCT_ALTERNATIVE, next);
		put_why(found, PRODUCT_ALTERNATIVE,
			catalogue->products[next].key, best->key);
	}
}

void
offer_find(const struct offers *offers, const struct record *record,
	struct offer_found *found)
{
	const struct catalogue *catalogue = offers->catalogue;
	const struct product *best;

	str_clear(&found->product);
	str_clear(&found->gaps);
	str_clear(&found->offers);
	str_clear(&found->reasons);
	read_texts(offers, record, found);
	best = best_product(offers, record, found);
	if (best) {
		offer_points(offers, record, found, best, true);
		field_write(best->key, &found->product);
		found->unfit[best - catalogue->products] = true;
	}
	for (size_t i = 0; i < catalogue->n; i++)
		if (found->owned[i])
			offer_beside(
				offers, record, found, &catalogue->products[i]);
	if (best)
		offer_beside(offers, record, found, best);
	if (best && found->gaps.len)
		offer_instead(offers, record, found, best);
}
