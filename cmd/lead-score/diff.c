#include "diff.h"
#include "base/day.h"
#include "base/file.h"
#include "base/lang.h"
#include "score.h"

size_t
diff_slot(const struct diff *diff, int old, int new)
{
	return (size_t)(old + 1) * (diff->rules[NEW].grades_n + 1) +
		(size_t)(new + 1);
}

static void
counts_init(struct counts *counts, const struct diff *diff)
{
	*counts = (struct counts){0};
	for (int side = 0; side < SIDES; side++) {
		sums_init(&counts->sums[side], &diff->cards[side]);
		counts->fired[side] =
			mem_new(diff->rules[side].n, sizeof(uint64_t));
	}
	counts->grades = mem_new((diff->rules[OLD].grades_n + 1) *
			(diff->rules[NEW].grades_n + 1),
		sizeof(uint64_t));
}

static void
counts_fini(struct counts *counts)
{
	for (int side = 0; side < SIDES; side++) {
		sums_fini(&counts->sums[side]);
		mem_free(counts->fired[side]);
	}
	mem_free(counts->grades);
}

static void *
start(void *program)
{
	struct counts *counts = mem_new(1, sizeof(*counts));

	counts_init(counts, program);
	return counts;
}

static int64_t
count_side(const struct diff *diff, struct counts *counts, enum side side,
	const struct record *record)
{
	int64_t capped[RULES_AXES], points;
	const struct card *card = &diff->cards[side];
	struct sums *sums = &counts->sums[side];
	int64_t score = scored_sum(card, record, sums, capped);

	for (size_t i = 0; i < diff->rules[side].n; i++)
		counts->fired[side][i] +=
			card_gave(card, record, sums, i, &points);
	for (int i = 0; i < diff->rules[side].axes_n; i++) {
		const struct rules_axis *axis = &diff->rules[side].axes[i];

		counts->held[side][i][0] += sums->axis[i] < axis->low;
		counts->held[side][i][1] += sums->axis[i] > axis->high;
	}
	return score;
}

static bool
count(void *program, void *state, const struct record *record, struct view *own)
{
	const struct diff *diff = program;
	struct counts *counts = state;
	int64_t old = count_side(diff, counts, OLD, record);
	int64_t new = count_side(diff, counts, NEW, record);

	(void)own;
	counts->higher += new > old;
	counts->lower += new < old;
	counts->same += new == old;
	counts->grades[diff_slot(diff, scored_grade(&diff->rules[OLD], old),
		scored_grade(&diff->rules[NEW], new))]++;
	return false;
}

static void
stop(void *program, void *state)
{
	struct diff *diff = program;
	struct counts *from = state, *to = &diff->all;
	size_t slots = diff_slot(diff, (int)diff->rules[OLD].grades_n - 1,
			       (int)diff->rules[NEW].grades_n - 1) +
		1;

	for (int side = 0; side < SIDES; side++) {
		for (size_t i = 0; i < diff->rules[side].n; i++)
			to->fired[side][i] += from->fired[side][i];
		for (size_t i = 0; i < 2 * RULES_AXES; i++)
			to->held[side][i / 2][i % 2] +=
				from->held[side][i / 2][i % 2];
	}
	for (size_t i = 0; i < slots; i++)
		to->grades[i] += from->grades[i];
	to->higher += from->higher;
	to->lower += from->lower;
	to->same += from->same;
	counts_fini(from);
	mem_free(from);
}

static bool
is_same_rule(const struct diff *diff, size_t old, size_t new)
{
	const struct rule *a = &diff->rules[OLD].all[old];
	const struct rule *b = &diff->rules[NEW].all[new];

	return view_eq(a->tests, b->tests) &&
		strcmp(diff->rules[OLD].axes[a->axis].name,
			diff->rules[NEW].axes[b->axis].name) == 0;
}

/* Find the old rule that each new one was; of equal ones, each once. */
static void
pair_rules(struct diff *diff)
{
	diff->was = mem_new(diff->rules[NEW].n, sizeof(*diff->was));
	diff->stays = mem_new(diff->rules[OLD].n, sizeof(*diff->stays));
	for (size_t new = 0; new < diff->rules[NEW].n; new ++) {
		size_t old = 0;

		while (old < diff->rules[OLD].n &&
			(diff->stays[old] || !is_same_rule(diff, old, new)))
			old++;
		diff->was[new] = -1;
		if (old == diff->rules[OLD].n)
			continue;
		diff->was[new] = (int64_t)old;
		diff->stays[old] = true;
	}
}

void
diff_put(struct str *out, const struct diff_row *row)
{
	str_printf(out, "%s\t%s\t", row->what, row->axis);
	str_put(out, row->rule);
	str_byte(out, '\t');
	str_put(out, row->old);
	str_byte(out, '\t');
	str_put(out, row->new);
	str_printf(out, "\t%llu\n", (unsigned long long)row->leads);
}

static void
put_rules(const struct diff *diff, struct str *out)
{
	const struct rules *olds = &diff->rules[OLD], *news = &diff->rules[NEW];

	for (size_t i = 0; i < olds->n; i++) {
		const struct rule *rule = &olds->all[i];

		if (!diff->stays[i])
			diff_put(out,
				&(struct diff_row){"removed",
					olds->axes[rule->axis].name,
					rule->tests, rule->said, {0},
					diff->all.fired[OLD][i]});
	}
	for (size_t i = 0; i < news->n; i++) {
		const struct rule *rule = &news->all[i];
		int64_t old = diff->was[i];
		struct diff_row row = {"added", news->axes[rule->axis].name,
			rule->tests, {0}, rule->said, diff->all.fired[NEW][i]};

		if (old >= 0) {
			row.what = "changed";
			row.old = olds->all[old].said;
			if (olds->all[old].points == rule->points &&
				olds->all[old].half == rule->half)
				continue;
		}
		diff_put(out, &row);
	}
}

static struct view
grade_label(const struct rules *rules, int grade)
{
	return grade < 0 ? (struct view){0} : rules->grades[grade].label;
}

static void
put_scores(const struct diff *diff, struct str *out)
{
	const struct rules *olds = &diff->rules[OLD], *news = &diff->rules[NEW];
	const struct counts *all = &diff->all;

	diff_put(out,
		&(struct diff_row){
			"score", "", VIEW("higher"), {0}, {0}, all->higher});
	diff_put(out,
		&(struct diff_row){
			"score", "", VIEW("lower"), {0}, {0}, all->lower});
	diff_put(out,
		&(struct diff_row){
			"score", "", VIEW("same"), {0}, {0}, all->same});
	for (int a = -1; a < (int)olds->grades_n; a++) {
		for (int b = -1; b < (int)news->grades_n; b++) {
			struct view old = grade_label(olds, a);
			struct view new = grade_label(news, b);
			uint64_t n = all->grades[diff_slot(diff, a, b)];

			if (n && !view_eq(old, new))
				diff_put(out,
					&(struct diff_row){
						"grade", "", {0}, old, new, n});
		}
	}
}

static void
put_diff(const struct diff *diff, const struct settings *set)
{
	struct str out = {0};
	struct output to;

	str_add(&out, "what\taxis\trule\told\tnew\tleads\n");
	put_rules(diff, &out);
	diff_put_others(diff, &out);
	put_scores(diff, &out);
	output_open(&to, set->common.output);
	output_write(&to, str_view(&out));
	output_close(&to);
	str_fini(&out);
}

enum status
diff_rules(const struct settings *set, const char *new, char **operands)
{
	static const struct flow_job job = {
		.start = start, .record = count, .stop = stop, .silent = true};
	int64_t now = moment_now(set->common.as_of);
	struct diff diff = {0};
	enum status status;
	struct flow flow;

	rules_load(&diff.rules[OLD], set->diff, &set->common, now);
	rules_load(&diff.rules[NEW], new, &set->common, now);
	flow_open(&flow, operands, &set->common);
	for (int side = 0; side < SIDES; side++)
		card_bind(&diff.cards[side], &diff.rules[side], &flow.header,
			now);
	pair_rules(&diff);
	counts_init(&diff.all, &diff);
	status = flow_run(&flow, &job, &diff);
	if (status < STATUS_FAIL)
		put_diff(&diff, set);
	counts_fini(&diff.all);
	mem_free(diff.was);
	mem_free(diff.stays);
	for (int side = 0; side < SIDES; side++) {
		card_fini(&diff.cards[side]);
		rules_fini(&diff.rules[side]);
	}
	flow_close(&flow);
	return status;
}
