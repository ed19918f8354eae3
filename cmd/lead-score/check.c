#include "base/day.h"
#include "base/lang.h"
#include "base/slip.h"
#include "fire.h"
#include "lead/column.h"
#include "rules.h"
#include "score.h"

/* A file under inspection. */
struct check {
	const struct rules *rules;
	const struct header *header; /* of leads; NULL: none were named */
	size_t found;
};

static void say(struct check *check, uint64_t line, const char *column,
	const char *format, ...) __attribute__((format(printf, 4, 5)));

static void
say(struct check *check, uint64_t line, const char *column, const char *format,
	...)
{
	struct str text = {0};
	va_list args;

	va_start(args, format);
	str_vprintf(&text, format, args);
	va_end(args);
	warn_at((struct place){check->rules->name, line, column}, "%s",
		str_text(&text));
	str_fini(&text);
	check->found++;
}

static void
check_columns(struct check *check)
{
	const struct rules *rules = check->rules;

	for (size_t i = 0; i < rules->conditions_n; i++) {
		const struct condition *condition = &rules->conditions[i];
		const char *name =
			header_name(&rules->columns, condition->column);
		const char *like = column_like(view_of(name));

		if (check->header
				? header_find(check->header, view_of(name)) >= 0
				: column_is_ours(view_of(name)))
			continue;
		if (like && strcmp(like, name) != 0)
			say(check, condition->line, "column",
				_("no such column: '%s'; '%s'?"), name, like);
		else
			say(check, condition->line, "column",
				_("no such column: '%s'"), name);
	}
}

static bool
is_band(const struct test *test)
{
	switch (test->kind) {
	case TEST_OVER:
	case TEST_UNDER:
	case TEST_AT_LEAST:
	case TEST_AT_MOST:
	case TEST_BETWEEN:
		return !test->negated;
	default:
		return false;
	}
}

/* Are they steps, such as at-least 10 and at-least 100, or under 5 and 9? */
static bool
are_steps(const struct test *l, const struct test *r)
{
	return l->kind != TEST_BETWEEN && r->kind != TEST_BETWEEN &&
		(l->low == INT64_MIN) == (r->low == INT64_MIN);
}

/*
 * Do two rules of one axis and column count some leads twice?  Steps are
 * meant to, and what was learned adds up so.
 */
static bool
overlap(const struct rules *rules, const struct rule *a, const struct rule *b)
{
	const struct condition *left = &rules->conditions[a->first];
	const struct condition *right = &rules->conditions[b->first];
	const struct test *l = &left->test, *r = &right->test;

	return a->axis == b->axis && a->axis != AXIS_WIN && a->n == 1 &&
		b->n == 1 && left->column == right->column && is_band(l) &&
		is_band(r) && l->moments == r->moments && !are_steps(l, r) &&
		test_comparable(l->currency, r->currency) &&
		l->low <= r->high && r->low <= l->high;
}

static void
check_bands(struct check *check)
{
	const struct rules *rules = check->rules;

	for (size_t i = 0; i < rules->n; i++)
		for (size_t k = 0; k < i; k++)
			if (overlap(rules, &rules->all[i], &rules->all[k]))
				say(check, rules->all[i].line, "value",
					_("the band overlaps that of line "
					  "%llu"),
					(unsigned long long)rules->all[k].line);
}

static void
check_rules_fire(struct check *check)
{
	const struct rules *rules = check->rules;

	for (size_t i = 0; i < rules->n; i++) {
		const struct rule *rule = &rules->all[i];

		if (!fire_can(rules, rule))
			say(check, rule->line, NULL,
				_("the rule can never fire: no field passes "
				  "its test"));
		else if (!rule->points)
			say(check, rule->line, "points",
				_("the rule gives no points"));
	}
}

/* The axis of the fixed ones that a name was likely meant to be, or NULL. */
static const char *
meant_axis(const struct rules *rules, const char *name)
{
	/* "hit" is no slip for "fit": words of three letters are all near. */
	if (strlen(name) < 4)
		return NULL;
	for (int i = 0; i < AXIS_OTHERS; i++) {
		const char *fixed = rules->axes[i].name;

		if (slip_count(view_of(name), view_of(fixed)) == 1)
			return fixed;
	}
	return NULL;
}

/* An axis of its own that is a slip: its points go into another column. */
static void
check_axes(struct check *check)
{
	const struct rules *rules = check->rules;
	bool said[RULES_AXES] = {false};

	for (size_t i = 0; i < rules->n; i++) {
		int axis = rules->all[i].axis;
		const char *name = rules->axes[axis].name, *meant;

		if (axis < AXIS_OTHERS || said[axis])
			continue;
		said[axis] = true;
		meant = meant_axis(rules, name);
		if (meant)
			say(check, rules->all[i].line, "axis",
				_("an axis of its own: '%s'; '%s'?"), name,
				meant);
	}
}

/* Learned points without a scale make no chance. */
static void
check_scale(struct check *check)
{
	const struct rules *rules = check->rules;

	for (size_t i = 0; i < rules->n && !rules->scale_line; i++)
		if (rules->all[i].axis == AXIS_WIN) {
			say(check, rules->all[i].line, "axis",
				_("without a row 'scale' there is no "
				  "win_probability"));
			return;
		}
}

/* Can any lead have so high a score? */
static void
check_grades(struct check *check)
{
	const struct rules *rules = check->rules;
	int64_t most[RULES_AXES] = {0}, sum = 0;

	for (size_t i = 0; i < rules->n; i++)
		if (rules->all[i].points > 0)
			most[rules->all[i].axis] += rules->all[i].points;
	for (int i = 0; i < rules->axes_n; i++)
		if (i != AXIS_PRIORITY)
			sum += most[i] < rules->axes[i].high
				? most[i]
				: rules->axes[i].high;
	for (size_t i = 0; i < rules->grades_n; i++)
		if (rules->grades[i].from > sum)
			say(check, rules->grades[i].line, "points",
				_("no lead can reach this grade: %lld is the "
				  "most"),
				(long long)sum);
}

enum status
check_rules(const struct settings *set, char **operands)
{
	int64_t now = moment_now(set->common.as_of);
	struct rules rules = {0};
	struct check check = {.rules = &rules};
	struct sheet sheet;
	struct flow flow = {0};

	sheet_load(&sheet, set->check);
	rules.name = sheet.name;
	rules_read(&rules, &sheet, now);
	if (*operands) {
		flow_open(&flow, operands, &set->common);
		check.header = &flow.header;
	}
	check_columns(&check);
	check_axes(&check);
	check_bands(&check);
	check_rules_fire(&check);
	check_scale(&check);
	check_grades(&check);
	check.found += rules.wrong;
	if (*operands)
		flow_close(&flow);
	rules_fini(&rules);
	sheet_fini(&sheet);
	return check.found ? STATUS_PART : STATUS_DONE;
}
