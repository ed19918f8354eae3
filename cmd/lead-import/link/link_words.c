#include "link_words.h"

#include "link_text.h"

#define NEAR 900  /* Jaro-Winkler from which two words are slips of one */
#define BEGIN 950 /* what "st" of "street" counts */

/* A text's words, and which of them have found their like. */
struct side {
	const uint32_t *word;
	unsigned n;
	uint32_t used;	     /* a bit for each */
	int64_t all, shared; /* weights: tenths of bits, times 1000 */
};

static void
side_of(struct side *side, const struct link_values *values,
	const struct link_values *words, uint32_t number)
{
	const struct link_value *value = &values->items[number];

	*side = (struct side){.n = value->tokens_n};
	side->word = side->n ? &values->tokens[value->token] : NULL;
	for (unsigned i = 0; i < side->n; i++)
		side->all += 1000 * words->items[side->word[i]].rarity;
}

static void
use(struct side *side, unsigned i, const struct link_values *words, int share)
{
	side->used |= UINT32_C(1) << i;
	side->shared += (int64_t)share * words->items[side->word[i]].rarity;
}

static bool
is_number(struct view word)
{
	return word.at[0] >= '0' && word.at[0] <= '9';
}

/* How far two different words are one, of 1000; 0: not at all. */
static int
likeness(const struct link_value *x, const struct link_value *y)
{
	struct view a = x->text, b = y->text;
	struct view shorter = a.len < b.len ? a : b;
	struct view longer = a.len < b.len ? b : a;
	int jaro;

	if (is_number(a) || is_number(b))
		return 0;
	if (view_starts(longer, shorter))
		return BEGIN;
	if (shorter.len < 3 || link_far(a, x->letters, b, y->letters, NEAR))
		return 0;
	jaro = link_jaro(a, b);
	return jaro >= NEAR ? jaro : 0;
}

static void
pair_equal(struct side *a, struct side *b, const struct link_values *words)
{
	for (unsigned i = 0; i < a->n; i++)
		for (unsigned j = 0; j < b->n; j++)
			if (a->word[i] == b->word[j] && !(b->used >> j & 1)) {
				use(a, i, words, 1000);
				use(b, j, words, 1000);
				break;
			}
}

static void
pair_like(struct side *a, struct side *b, const struct link_values *words)
{
	for (unsigned i = 0; i < a->n; i++) {
		unsigned best_at = 0;
		int best = 0;

		if (a->used >> i & 1)
			continue;
		for (unsigned j = 0; j < b->n; j++) {
			int share = b->used >> j & 1
				? 0
				: likeness(&words->items[a->word[i]],
					  &words->items[b->word[j]]);

			if (share > best) {
				best = share;
				best_at = j;
			}
		}
		if (best) {
			use(a, i, words, best);
			use(b, best_at, words, best);
		}
	}
}

void
link_overlap(const struct link_values *values, const struct link_values *words,
	uint32_t a, uint32_t b, struct link_overlap *out)
{
	struct side left, right;
	int64_t lighter, shared;

	side_of(&left, values, words, a);
	side_of(&right, values, words, b);
	pair_equal(&left, &right, words);
	pair_like(&left, &right, words);
	lighter = left.all < right.all ? left.all : right.all;
	shared = left.all < right.all ? left.shared : right.shared;
	*out = (struct link_overlap){0};
	if (lighter <= 0)
		return;
	out->both = (int)((left.shared + right.shared) * 1000 /
		(left.all + right.all));
	out->shorter = (int)(shared * 1000 / lighter);
}
