#include "base/lang.h"
#include "diff.h"

/* Something that both sides may have, and what each makes of it. */
struct pair {
	const char *axis;
	struct view rule;
	bool has[SIDES];
	int64_t value[SIDES];
	uint64_t leads;
};

static void
put_pair(struct str *out, const struct pair *pair)
{
	struct str text[SIDES] = {{0}};
	struct diff_row row = {
		"changed", pair->axis, pair->rule, {0}, {0}, pair->leads};

	if (pair->has[OLD] == pair->has[NEW] &&
		(!pair->has[NEW] || pair->value[OLD] == pair->value[NEW]))
		return;
	for (int side = 0; side < SIDES; side++)
		if (pair->has[side] && pair->value[side] != INT64_MIN)
			str_int(&text[side], pair->value[side]);
	if (!pair->has[OLD] || !pair->has[NEW])
		row.what = pair->has[NEW] ? "added" : "removed";
	row.old = str_view(&text[OLD]);
	row.new = str_view(&text[NEW]);
	diff_put(out, &row);
	str_fini(&text[OLD]);
	str_fini(&text[NEW]);
}

static const struct rules_axis *
find_axis(const struct rules *rules, const char *name, int *at)
{
	for (*at = 0; *at < rules->axes_n; ++*at)
		if (strcmp(rules->axes[*at].name, name) == 0)
			return &rules->axes[*at];
	return NULL;
}

/*
 * The least (which 0) or most (1) of an axis by its name, and the leads that
 * the stricter one of old and new holds there.
 */
static void
put_cap(const struct diff *diff, const char *name, int which, struct str *out)
{
	struct pair pair = {.axis = "cap", .rule = view_of(name)};

	for (int side = 0; side < SIDES; side++) {
		int at;
		const struct rules_axis *axis =
			find_axis(&diff->rules[side], name, &at);

		if (!axis)
			continue;
		pair.has[side] = which ? axis->high_line : axis->low_line;
		pair.value[side] = which ? axis->high : axis->low;
		if (pair.leads < diff->all.held[side][at][which])
			pair.leads = diff->all.held[side][at][which];
	}
	put_pair(out, &pair);
}

static void
put_caps(const struct diff *diff, struct str *out)
{
	for (int side = 0; side < SIDES; side++) {
		const struct rules *rules = &diff->rules[side];

		for (int i = 0; i < rules->axes_n; i++) {
			const char *name = rules->axes[i].name;
			int at;

			if (side == NEW &&
				find_axis(&diff->rules[OLD], name, &at))
				continue;
			put_cap(diff, name, 0, out);
			put_cap(diff, name, 1, out);
		}
	}
}

/* How many leads have grade i of a side. */
static uint64_t
graded(const struct diff *diff, enum side side, int i)
{
	enum side other = side == OLD ? NEW : OLD;
	uint64_t n = 0;

	for (int k = -1; k < (int)diff->rules[other].grades_n; k++)
		n += diff->all.grades[side == OLD ? diff_slot(diff, i, k)
						  : diff_slot(diff, k, i)];
	return n;
}

/* The grade with a label: the highest of several; -1: none. */
static int
find_grade(const struct rules *rules, struct view label)
{
	for (size_t i = 0; i < rules->grades_n; i++)
		if (view_eq(rules->grades[i].label, label))
			return (int)i;
	return -1;
}

/* Where a grade starts; the leads that have it now, or had it when gone. */
static void
put_grade(const struct diff *diff, struct view label, struct str *out)
{
	struct pair pair = {.axis = "grade", .rule = label};

	for (int side = 0; side < SIDES; side++) {
		const struct rules *rules = &diff->rules[side];
		int i = find_grade(rules, label);

		if (i < 0)
			continue;
		pair.has[side] = true;
		pair.value[side] = rules->grades[i].from;
		pair.leads = graded(diff, (enum side)side, i);
	}
	put_pair(out, &pair);
}

static void
put_grades(const struct diff *diff, struct str *out)
{
	const struct rules *olds = &diff->rules[OLD], *news = &diff->rules[NEW];

	for (size_t i = 0; i < olds->grades_n; i++)
		if (find_grade(olds, olds->grades[i].label) == (int)i)
			put_grade(diff, olds->grades[i].label, out);
	for (size_t i = 0; i < news->grades_n; i++)
		if (find_grade(news, news->grades[i].label) == (int)i &&
			find_grade(olds, news->grades[i].label) < 0)
			put_grade(diff, news->grades[i].label, out);
}

/* Points that double the odds, and those of even odds: "10.837 -47.609". */
static void
put_scale(const struct diff *diff, struct str *out)
{
	const struct rules *olds = &diff->rules[OLD], *news = &diff->rules[NEW];
	const struct counts *all = &diff->all;
	struct diff_row row = {"changed", "scale", {0}, olds->scale_text,
		news->scale_text, all->higher + all->lower + all->same};

	if (olds->scale == news->scale && olds->offset == news->offset)
		return;
	if (!olds->scale_line || !news->scale_line)
		row.what = news->scale_line ? "added" : "removed";
	diff_put(out, &row);
}

void
diff_put_others(const struct diff *diff, struct str *out)
{
	put_caps(diff, out);
	put_grades(diff, out);
	put_scale(diff, out);
}
