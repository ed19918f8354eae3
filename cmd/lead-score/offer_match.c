#include "offer_match.h"

#include "lead/fold.h"
#include "record/field.h"

/* What each thing found is worth: only their order matters. */
#define ASKED 40     /* the lead named the product */
#define INDUSTRY 20  /* it is, or is not, made for their industry */
#define CONDITION 10 /* of requires, that holds */
#define UNFIT 30     /* taken off for one that does not */
#define COVERED 10   /* a need that a feature or benefit answers */
#define COVERED_MOST 30
#define UNCOVERED 5 /* taken off for one that none answers */
#define UNCOVERED_MOST 15
#define AFFORDED 10 /* the budget is no less than the price */
#define TOO_DEAR 10

/* What is being added up, and where it is said. */
struct tally {
	const struct offers *offers;
	const struct record *record;
	struct offer_found *found;
	const struct product *product;
	int64_t points;
	bool texts, unfit;
};

bool
offer_has(struct view folded, struct view words)
{
	return words.len > 2 && view_find(folded, words) < folded.len;
}

static void
part(struct str *out)
{
	if (out->len)
		str_add(out, "; ");
}

/* Points for, with what is the reason. */
static void
for_it(struct tally *tally, int64_t points, const char *what, struct view value)
{
	struct str *out = &tally->found->reasons;

	tally->points += points;
	if (!tally->texts)
		return;
	part(out);
	str_printf(out, "%+lld", (long long)points);
	if (*what)
		str_byte(out, ' ');
	str_add(out, what);
	if (value.len)
		str_byte(out, ' ');
	field_write(value, out);
}

/* Points against, with the gap; 0 when it is only not known. */
static void
against(struct tally *tally, int64_t points, struct view what)
{
	struct str *out = &tally->found->gaps;

	if (points)
		for_it(tally, -points, "", what);
	if (!tally->texts)
		return;
	part(out);
	field_write(what, out);
}

/* Is it for the lead's industry, or needs?  -1: nobody knows. */
static int
suits(const struct offers *offers, const struct offer_found *found,
	const struct product_fact *fact)
{
	const struct offer_words *words =
		&offers->words[fact - offers->catalogue->facts];

	if (!fact->fors_n)
		return 1;
	for (size_t i = 0; i < fact->fors_n; i++)
		for (int t = OFFER_INDUSTRY; t <= OFFER_NEEDED; t++)
			if (offer_has(str_view(&found->folded[t]),
				    words->fors[i]))
				return 1;
	return found->plain[OFFER_INDUSTRY].len ? 0 : -1;
}

/* Does a condition hold?  -1: the field is empty. */
static int
holds(const struct offers *offers, const struct record *record,
	struct offer_found *found, const struct product_fact *fact, size_t i)
{
	int column = offers->needs[fact - offers->catalogue->facts][i];
	struct view field = record_get(record, column);
	struct test_field plain;

	str_clear(&found->scratch);
	plain = test_field(field_plain(field, &found->scratch));
	if (test_holds(&fact->needs[i].test, &plain))
		return 1;
	return field.len ? 0 : -1;
}

bool
offer_is_against(const struct offers *offers, const struct record *record,
	struct offer_found *found, const struct product_fact *fact)
{
	if (suits(offers, found, fact) == 0)
		return true;
	for (size_t i = 0; i < fact->needs_n; i++)
		if (holds(offers, record, found, fact, i) == 0)
			return true;
	return false;
}

static void
add_industry(struct tally *tally)
{
	const struct product_fact *fact = tally->product->itself;
	struct view industry = str_view(&tally->found->plain[OFFER_INDUSTRY]);
	int suit = fact->fors_n ? suits(tally->offers, tally->found, fact) : -1;

	if (suit > 0) {
		for_it(tally, INDUSTRY, "made for",
			industry.len ? industry : fact->fors[0]);
	} else if (suit == 0) {
		tally->unfit = true;
		str_clear(&tally->found->scratch);
		str_add(&tally->found->scratch, "not made for ");
		str_put(&tally->found->scratch, industry);
		against(tally, INDUSTRY, str_view(&tally->found->scratch));
	}
}

static void
add_conditions(struct tally *tally)
{
	const struct product_fact *fact = tally->product->itself;

	for (size_t i = 0; i < fact->needs_n; i++) {
		struct view text = fact->needs[i].text;
		int held = holds(
			tally->offers, tally->record, tally->found, fact, i);

		if (held > 0) {
			for_it(tally, CONDITION, "", text);
			continue;
		}
		tally->unfit = tally->unfit || held == 0;
		str_clear(&tally->found->scratch);
		str_put(&tally->found->scratch, text);
		if (held < 0)
			str_add(&tally->found->scratch, " not known");
		against(tally, held ? 0 : UNFIT,
			str_view(&tally->found->scratch));
	}
}

/* Does a feature, benefit or value of the product answer this need? */
static bool
is_covered(const struct tally *tally, struct view need)
{
	const struct catalogue *catalogue = tally->offers->catalogue;
	const struct product *product = tally->product;

	for (size_t i = product->first; i < product->first + product->n; i++) {
		const struct product_fact *fact = &catalogue->facts[i];
		const struct offer_words *words = &tally->offers->words[i];

		if (fact->row != PRODUCT_FEATURE &&
			fact->row != PRODUCT_BENEFIT &&
			fact->row != PRODUCT_VALUE)
			continue;
		if (offer_has(need, words->name) ||
			offer_has(words->name, need) ||
			offer_has(words->text, need))
			return true;
		for (size_t k = 0; k < fact->fors_n; k++)
			if (offer_has(need, words->fors[k]))
				return true;
	}
	return false;
}

static void
add_needs(struct tally *tally)
{
	struct view rest = str_view(&tally->found->plain[OFFER_NEEDED]), need;
	int64_t left = COVERED_MOST, lost = 0;
	struct str folded = {0};

	while (view_cut(&rest, ';', &need)) {
		need = view_trim(need);
		if (!need.len)
			continue;
		str_clear(&folded);
		str_byte(&folded, ' ');
		fold_key(need, &folded);
		str_byte(&folded, ' ');
		if (!is_covered(tally, str_view(&folded))) {
			against(tally, lost < UNCOVERED_MOST ? UNCOVERED : 0,
				need);
			lost += UNCOVERED;
		} else if (left > 0) {
			for_it(tally, COVERED, "answers", need);
			left -= COVERED;
		}
	}
	str_fini(&folded);
}

static void
add_budget(struct tally *tally)
{
	struct view price = tally->product->itself->value;
	struct view written = record_get(tally->record, tally->offers->budget);
	struct str *scratch = &tally->found->scratch;
	char theirs[4], ours[4];
	int64_t have, want;
	struct view budget;
	bool differ;

	str_clear(scratch);
	budget = field_plain(written, scratch);
	if (!test_sum(budget, &have, theirs) || !test_sum(price, &want, ours))
		return;
	differ = !test_comparable(theirs, ours);
	if (have >= want && !differ) {
		for_it(tally, AFFORDED, "budget covers", price);
		return;
	}
	str_clear(scratch);
	str_printf(scratch, "budget %.*s of %.*s", VIEW_ARGS(written),
		VIEW_ARGS(price));
	if (differ) /* who can tell which is more? */
		str_add(scratch, " not known");
	against(tally, differ ? 0 : TOO_DEAR, str_view(scratch));
}

int64_t
offer_points(const struct offers *offers, const struct record *record,
	struct offer_found *found, const struct product *product, bool texts)
{
	struct tally tally = {
		.offers = offers,
		.record = record,
		.found = found,
		.product = product,
		.texts = texts,
	};
	const struct offer_words *words =
		&offers->words[product->itself - offers->catalogue->facts];
	struct view wanted = str_view(&found->folded[OFFER_WANTED]);

	if (offer_has(wanted, words->key) || offer_has(wanted, words->name))
		for_it(&tally, ASKED, "asked for", product->itself->name);
	add_industry(&tally);
	add_conditions(&tally);
	add_needs(&tally);
	add_budget(&tally);
	found->unfit[product - offers->catalogue->products] = tally.unfit;
	return tally.points;
}
