#include "scored.h"

#include "base/lang.h"
#include "half.h"

#define SMALL 1000 /* numbers nearer to 0 have their text kept ready */

/* Learned points and priority have no column of their own. */
static bool
has_column(int axis)
{
	return axis != AXIS_WIN && axis != AXIS_PRIORITY;
}

static void
own_axis(struct scored *to, struct flow *flow, int axis)
{
	const char *name = to->card->rules->axes[axis].name;

	to->shown[to->shown_n++] =
		(struct scored_axis){axis, flow_own(flow, name)};
}

void
scored_own(struct scored *to, struct flow *flow, bool explain)
{
	const struct rules *rules = to->card->rules;

	for (int i = 0; i < AXIS_OTHERS; i++)
		if (has_column(i))
			own_axis(to, flow, i);
	to->score = flow_own(flow, "score");
	to->grade = flow_own(flow, "grade");
	to->win_probability = flow_own(flow, "win_probability");
	to->product = flow_own(flow, "product");
	to->product_gaps = flow_own(flow, "product_gaps");
	to->offers_column = flow_own(flow, "offers");
	to->priority = flow_own(flow, "priority");
	for (int i = AXIS_OTHERS; i < rules->axes_n; i++)
		own_axis(to, flow, i);
	to->explain =
		explain || header_find(&flow->header, VIEW("reasons")) >= 0;
	if (to->explain)
		to->reasons = flow_own(flow, "reasons");
	to->explain_product = (to->explain && to->offers) ||
		header_find(&flow->header, VIEW("product_reasons")) >= 0;
	if (to->explain_product)
		to->product_reasons = flow_own(flow, "product_reasons");
	if (to->assign)
		to->owner = flow_own(flow, "owner");
}

/* Numbers from 1 - SMALL up to SMALL - 1 as text. */
static void
make_ready(struct scored_state *state)
{
	size_t n = 2 * SMALL - 1;
	const char *at;

	state->small = mem_new(n, sizeof(*state->small));
	for (size_t i = 0; i < n; i++) {
		size_t start = state->ready.len;

		str_int(&state->ready, (int64_t)i + 1 - SMALL);
		state->small[i].len = state->ready.len - start;
	}
	at = state->ready.data;
	for (size_t i = 0; i < n; i++) {
		state->small[i].at = at;
		at += state->small[i].len;
	}
}

void
scored_state_init(struct scored_state *state, const struct scored *to)
{
	*state = (struct scored_state){0};
	make_ready(state);
	sums_init(&state->sums, to->card);
	if (to->offers)
		offer_found_init(&state->found, to->offers);
}

void
scored_state_fini(struct scored_state *state)
{
	str_fini(&state->ready);
	mem_free(state->small);
	sums_fini(&state->sums);
	offer_found_fini(&state->found);
	str_fini(&state->text);
}

/* What is written next belongs to a column. */
static void
begin(struct scored_state *state, size_t own)
{
	state->pieces[state->n++] = (struct scored_piece){own, state->text.len};
}

static inline void
put_number(
	struct scored_state *state, struct view *own, size_t column, int64_t n)
{
	if (n > -SMALL && n < SMALL) {
		own[column] = state->small[n + SMALL - 1];
		return;
	}
	begin(state, column);
	str_int(&state->text, n);
}

/* Could n be written as it is? */
static inline bool
is_moderate(int64_t n)
{
	return n >= -SCORE_MOST && n <= SCORE_MOST;
}

/* What is too large is held, and that is said. */
static __attribute__((noinline)) int64_t
hold(const struct record *record, const char *column, int64_t n)
{
	n = n < 0 ? -SCORE_MOST : SCORE_MOST;
	record_say(record, STATUS_PART, column, _("too large: held at %lld"),
		(long long)n);
	return n;
}

/* What an axis gives whose sum is out of its limits. */
static __attribute__((noinline)) int64_t
under_caps(
	const struct rules_axis *axis, const struct record *record, int64_t sum)
{
	if (sum < axis->low && axis->low_line)
		return axis->low;
	if (sum > axis->high && axis->high_line)
		return axis->high;
	return is_moderate(sum) ? sum : hold(record, axis->name, sum);
}

static void
put_reason(struct scored_state *state, int64_t points, struct view label)
{
	struct str *out = &state->text;

	if (!points)
		return;
	if (out->len > state->pieces[state->n - 1].start)
		str_add(out, "; ");
	if (points > 0)
		str_byte(out, '+');
	str_int(out, points);
	str_byte(out, ' ');
	str_put(out, label);
}

static void
put_limit(struct scored_state *state, int64_t points, const char *what,
	int64_t limit)
{
	struct str label = {0};

	if (!points)
		return;
	str_printf(&label, "%s held at %lld", what, (long long)limit);
	put_reason(state, points, str_view(&label));
	str_fini(&label);
}

/*
 * All that made the score what it is: it sums to it exactly.  Columns are the
 * same in any language.
 */
static void
put_reasons(const struct scored *to, struct scored_state *state,
	const struct record *record, const int64_t *capped, int64_t score)
{
	const struct card *card = to->card;
	const struct rules *rules = card->rules;
	int64_t points, sum = 0;

	begin(state, to->reasons);
	for (size_t i = 0; i < rules->n; i++)
		if (rules->all[i].axis != AXIS_PRIORITY &&
			card_gave(card, record, &state->sums, i, &points))
			put_reason(state, points, rules->all[i].label);
	for (int i = 0; i < rules->axes_n; i++) {
		if (i == AXIS_PRIORITY)
			continue;
		put_limit(state, capped[i] - state->sums.axis[i],
			rules->axes[i].name, capped[i]);
		sum += capped[i];
	}
	put_limit(state, score - sum, "score", score);
}

int64_t
scored_sum(const struct card *card, const struct record *record,
	struct sums *sums, int64_t *capped)
{
	const struct rules_axis *axes = card->rules->axes;
	int axes_n = card->rules->axes_n;
	int64_t score = 0;

	card_add(card, record, sums);
	for (int i = 0; i < axes_n; i++) {
		int64_t sum = sums->axis[i];

		if (sum < axes[i].low || sum > axes[i].high)
			sum = under_caps(&axes[i], record, sum);
		capped[i] = sum;
		score += sum;
	}
	score -= capped[AXIS_PRIORITY];
	return is_moderate(score) ? score : hold(record, "score", score);
}

int
scored_grade(const struct rules *rules, int64_t score)
{
	for (size_t i = 0; i < rules->grades_n; i++)
		if (score >= rules->grades[i].from)
			return (int)i;
	return -1;
}

/*
 * The chance to win in ten thousandths: odds are even at the scale's offset
 * and double every so many points.  Never 0 or 1: nobody is that sure.
 */
static int64_t
chance(const struct rules *rules, int64_t points)
{
	int64_t above = points * SCALE_ONE - rules->offset;
	uint64_t size = above < 0 ? -(uint64_t)above : (uint64_t)above;
	/* p = 1 / (1 + 2^-x), and its mirror image for x below 0. */
	uint64_t power = half_power(size, (uint64_t)rules->scale) >> 1;
	unsigned __int128 one = HALF_ONE >> 1;
	int64_t more =
		(int64_t)((one * 10000 + (one + power) / 2) / (one + power));

	if (more > 9999)
		more = 9999;
	return above < 0 ? 10000 - more : more;
}

static void
put_chance(struct scored_state *state, size_t own, int64_t chance)
{
	begin(state, own);
	str_add(&state->text, "0.");
	for (int64_t unit = 1000; unit; unit /= 10)
		str_byte(&state->text, (char)('0' + chance / unit % 10));
}

static int64_t
priority(int64_t base, int64_t points)
{
	if (base < 0)
		base = 0;
	return (base > 100 ? 100 : base) + points;
}

static void
put_offers(const struct scored *to, struct scored_state *state,
	const struct record *record, struct view *own)
{
	struct offer_found *found = &state->found;

	offer_find(to->offers, record, found);
	own[to->product] = str_view(&found->product);
	own[to->product_gaps] = str_view(&found->gaps);
	own[to->offers_column] = str_view(&found->offers);
	if (to->explain_product)
		own[to->product_reasons] = str_view(&found->reasons);
}

void
scored_fill(const struct scored *to, struct scored_state *state,
	const struct record *record, struct view *own)
{
	const struct rules *rules = to->card->rules;
	int64_t capped[RULES_AXES];
	int64_t score, base;
	int grade;

	str_clear(&state->text);
	state->n = 0;
	score = base = scored_sum(to->card, record, &state->sums, capped);
	for (size_t i = 0; i < to->shown_n; i++)
		put_number(state, own, to->shown[i].own,
			capped[to->shown[i].axis]);
	put_number(state, own, to->score, score);
	grade = scored_grade(rules, score);
	if (grade >= 0)
		own[to->grade] = rules->grades[grade].label;
	if (rules->scale_line) {
		int64_t p = chance(rules, capped[AXIS_WIN]);

		put_chance(state, to->win_probability, p);
		base = p / 100;
	}
	put_number(state, own, to->priority,
		priority(base, capped[AXIS_PRIORITY]));
	if (to->explain)
		put_reasons(to, state, record, capped, score);
	if (to->offers)
		put_offers(to, state, record, own);
	if (to->assign)
		own[to->owner] =
			assign_owner(to->assign, record, own[to->product]);
	begin(state, 0);
	for (size_t i = 0; i + 1 < state->n; i++) {
		size_t start = state->pieces[i].start;

		own[state->pieces[i].own] =
			view_upto(str_tail(&state->text, start),
				state->pieces[i + 1].start - start);
	}
}
