#include "propose.h"

#include <stdlib.h>

/*
 * Cutting n values that mean nothing where that looks best gains about 2/pi
 * for each: so much more is asked of a list.
 */
#define PER_VALUE 0.64
#define PAIR 8.0       /* more for a rule of two conditions */
#define HOLDS_LEAST 12 /* rows for which a rule holds, and does not */

static void
add(struct bin_sums *to, const struct bin_sums *from, unsigned k)
{
	to->rows += from->rows;
	to->score += from->score;
	to->information += from->information;
	for (unsigned j = 0; j < k; j++)
		to->cross[j] += from->cross[j];
}

/* Add rows of one class to a bin. */
static inline void
add_rows(
	struct chooser *on, unsigned b, uint32_t class, double rows, double won)
{
	const struct classes *fit = &on->choice->classes;
	struct bin_sums *bin = &on->bin[b];
	double w = rows * fit->w[class];

	bin->rows += rows;
	bin->score += won - rows * fit->p[class];
	bin->information += w;
	for (uint64_t bits = fit->pattern[class]; bits; bits &= bits - 1)
		bin->cross[1 + __builtin_ctzll(bits)] += w;
}

/*
 * Where there are fewer cells of a bin and a class than rows, it is quicker
 * to count the rows of each cell first.
 */
static void
count_cells(struct chooser *on, const uint8_t *of, unsigned n)
{
	const struct classes *fit = &on->choice->classes;
	size_t cells = n * fit->n;

	on->cells =
		mem_grow(on->cells, &on->cells_cap, cells, sizeof(*on->cells));
	memset(on->cells, 0, cells * sizeof(*on->cells));
	for (size_t h = 0; h < on->held_n; h++) {
		uint32_t i = on->held[h];

		on->cells[of[i] * fit->n + fit->of[i]] +=
			1 + ((uint64_t)on->won[i] << 32);
	}
	for (unsigned b = 0; b < n; b++) {
		const uint64_t *cell = on->cells + b * fit->n;

		for (uint32_t class = 0; class < fit->n; class ++)
			if (cell[class])
				add_rows(on, b, class, (uint32_t)cell[class],
					(double)(cell[class] >> 32));
	}
}

/* The sums of each bin of a column under the present fit. */
static void
sum_column(struct chooser *on, unsigned column)
{
	const uint8_t *of = on->bin_of + column * on->rows;
	unsigned n = on->bins->columns[column].n;
	const struct classes *fit = &on->choice->classes;
	unsigned k = fit->k + 1;

	memset(on->bin, 0, n * sizeof(on->bin[0]));
	if (n * fit->n < on->held_n)
		count_cells(on, of, n);
	else
		for (size_t h = 0; h < on->held_n; h++) {
			uint32_t i = on->held[h];

			add_rows(on, of[i], fit->of[i], 1, on->won[i]);
		}
	for (unsigned b = 0; b < n; b++) {
		double solved[RULES_MOST + 1];

		on->bin[b].cross[0] = on->bin[b].information;
		classes_forward(fit, on->bin[b].cross, solved);
		memcpy(on->bin[b].cross, solved, k * sizeof(*solved));
	}
}

/* The score test of a rule with these sums. */
static double
gain(const struct chooser *on, const struct bin_sums *sums)
{
	unsigned k = on->choice->classes.k + 1;
	double left = sums->information;

	if (sums->rows < HOLDS_LEAST ||
		(double)on->rows - sums->rows < HOLDS_LEAST)
		return 0;
	for (unsigned j = 0; j < k; j++)
		left -= sums->cross[j] * sums->cross[j];
	/* What the others explain already is not worth a rule. */
	if (left < 0.02 * sums->information || left < 1e-9)
		return 0;
	return sums->score * sums->score / (left + 1);
}

/* Does any of the rows at hand have a bin that is in none of the masks? */
static bool
is_left(const struct chooser *on, const struct bins_column *column,
	uint64_t masks)
{
	for (unsigned b = 0; b < column->n; b++)
		if (!(masks >> b & 1) && on->bin[b].rows > 0)
			return true;
	return false;
}

/* Is it the rule's opposite?  To give those points takes no second rule. */
static bool
is_opposite(const struct chooser *on, const struct term *term,
	const struct term *chosen)
{
	return !on->base && !(term->mask & chosen->mask) &&
		!is_left(on, &on->bins->columns[term->column],
			term->mask | chosen->mask);
}

/* Is this very rule chosen already, or its opposite? */
static bool
is_chosen(const struct chooser *on, const struct term *term)
{
	for (unsigned j = 0; j < on->choice->n; j++) {
		const struct learned *rule = &on->choice->rules[j];

		if (rule->terms_n == 1 &&
			rule->terms[0].column == term->column &&
			(rule->terms[0].mask == term->mask ||
				is_opposite(on, term, &rule->terms[0])))
			return true;
	}
	return false;
}

static void
consider(struct chooser *on, struct candidate *best, struct term term,
	const struct bin_sums *sums, double cost)
{
	double g = gain(on, sums) - cost - (on->base ? PAIR : 0);

	if (g > best->gain && !is_chosen(on, &term))
		*best = (struct candidate){term, on->base, g};
}

static void
try_set(struct chooser *on, struct candidate *best, unsigned column)
{
	const struct bins_column *c = &on->bins->columns[column];
	struct bin_sums sums = {0};
	struct term term = {.column = column, .form = TERM_SET};

	for (unsigned b = 1; b < c->n; b++) {
		add(&sums, &on->bin[b], on->choice->classes.k + 1);
		term.mask |= UINT64_C(1) << b;
	}
	consider(on, best, term, &sums, 0);
}

/* All bands lo..hi, open ones among them. */
static void
try_bands(struct chooser *on, struct candidate *best, unsigned column)
{
	const struct bins_column *c = &on->bins->columns[column];
	unsigned k = on->choice->classes.k + 1;

	for (unsigned low = BIN_FIRST; low < c->n; low++) {
		struct bin_sums sums = {0};
		struct term term = {.column = column, .low = low};

		for (unsigned high = low + 1; high <= c->n; high++) {
			bool open = low == BIN_FIRST || high == c->n;

			add(&sums, &on->bin[high - 1], k);
			term.mask |= UINT64_C(1) << (high - 1);
			term.high = high;
			if (low == BIN_FIRST && high == c->n)
				break;
			term.form = low == BIN_FIRST ? TERM_UNDER
				: high == c->n	     ? TERM_AT_LEAST
						     : TERM_BETWEEN;
			/* within and older are all that can be said. */
			if (c->kind == BINS_MOMENTS &&
				(!open ||
					(c->ahead && term.form == TERM_UNDER)))
				continue;
			consider(on, best, term, &sums, open ? 0 : PER_VALUE);
		}
	}
}

struct ratio {
	double value;
	unsigned bin;
};

static int
by_ratio(const void *a, const void *b)
{
	const struct ratio *left = a, *right = b;

	if (left->value != right->value)
		return left->value < right->value ? -1 : 1;
	return (left->bin > right->bin) - (left->bin < right->bin);
}

/* Single values, and those that win more, or less, than the others. */
static void
try_values(struct chooser *on, struct candidate *best, unsigned column)
{
	const struct bins_column *c = &on->bins->columns[column];
	struct ratio order[BINS_MOST];
	unsigned n = 0, k = on->choice->classes.k + 1;

	for (unsigned b = BIN_FIRST; b < c->n; b++, n++) {
		struct term one = {.column = column,
			.form = TERM_IN,
			.mask = UINT64_C(1) << b};

		order[n] = (struct ratio){
			on->bin[b].score / (on->bin[b].information + 2), b};
		consider(on, best, one, &on->bin[b], 0);
	}
	qsort(order, n, sizeof(*order), by_ratio);
	for (int up = 0; up < 2; up++) {
		struct bin_sums sums = {0};
		struct term term = {.column = column, .form = TERM_IN};

		for (unsigned i = 0; i + 1 < n; i++) {
			unsigned b = order[up ? n - 1 - i : i].bin;

			add(&sums, &on->bin[b], k);
			term.mask |= UINT64_C(1) << b;
			if (i)
				consider(on, best, term, &sums,
					PER_VALUE * (n - 1));
		}
	}
}

/* Look only at rows for which base holds; NULL: at all. */
static void
set_base(struct chooser *on, const struct term *base)
{
	const uint8_t *of = base ? on->bin_of + base->column * on->rows : NULL;

	on->base = base;
	on->held_n = 0;
	for (size_t i = 0; i < on->rows; i++)
		if (!base || base->mask >> of[i] & 1)
			on->held[on->held_n++] = (uint32_t)i;
}

static void
try_columns(struct chooser *on, struct candidate *best)
{
	for (unsigned i = 0; i < on->bins->n; i++) {
		const struct bins_column *column = &on->bins->columns[i];

		if (on->base && on->base->column == i)
			continue;
		sum_column(on, i);
		try_set(on, best, i);
		if (column->kind == BINS_VALUES)
			try_values(on, best, i);
		else
			try_bands(on, best, i);
	}
}

struct candidate
propose(struct chooser *on, bool pairs)
{
	struct candidate best = {.gain = 0};

	set_base(on, NULL);
	try_columns(on, &best);
	for (unsigned j = 0; pairs && j < on->choice->n; j++) {
		if (on->choice->rules[j].terms_n > 1)
			continue;
		set_base(on, &on->choice->rules[j].terms[0]);
		try_columns(on, &best);
	}
	return best;
}
