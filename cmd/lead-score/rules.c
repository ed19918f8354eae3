#include "rules_row.h"

#include "base/lang.h"
#include "lead/column.h"
#include "record/field.h"
#include "written.h"

#include <stdlib.h>

static const char *const axis_names[] = {
	[AXIS_FIT] = "fit",
	[AXIS_INTEREST] = "interest",
	[AXIS_ABILITY] = "ability",
	[AXIS_WIN] = "win",
	[AXIS_PRIORITY] = "priority",
};

struct view
rules_get(const struct rules_reader *in, int column)
{
	return view_trim(sheet_get(in->sheet, in->row, column));
}

void
rules_say(struct rules_reader *in, const char *column, const char *what,
	struct view value)
{
	struct place at = sheet_place(in->sheet, in->row, column);

	in->rules->wrong++;
	if (value.at)
		warn_at(at, "%s: '%.*s'", what, VIEW_ARGS(value));
	else
		warn_at(at, "%s", what);
}

int
rules_axis(const struct rules *rules, struct view name)
{
	for (int i = 0; i < rules->axes_n; i++)
		if (view_is(name, rules->axes[i].name))
			return i;
	return -1;
}

static int
add_axis(struct rules *rules, struct view name)
{
	struct rules_axis *axis = &rules->axes[rules->axes_n];

	*axis = (struct rules_axis){
		.name = arena_text(&rules->arena, name.at, name.len),
		.low = -SCORE_MOST,
		.high = SCORE_MOST,
	};
	return rules->axes_n++;
}

/* The axis of the row at hand, a new one if need be; -1 with a message. */
static int
read_axis(struct rules_reader *in)
{
	struct view name = rules_get(in, in->axis);
	int axis = rules_axis(in->rules, name);

	if (axis >= 0)
		return axis;
	if (!header_is_name(name) || written_is(name)) {
		rules_say(in, "axis", _("not a name for an axis"), name);
		return -1;
	}
	if (column_is_ours(name)) {
		rules_say(in, "axis",
			_("the points would overwrite the leads' column"),
			name);
		return -1;
	}
	if (in->rules->axes_n == RULES_AXES) {
		rules_say(in, "axis", _("one axis too many"), name);
		return -1;
	}
	return add_axis(in->rules, name);
}

/* Is it a number, only too large for us?  Then it is held at the limit. */
static bool
is_too_large(struct view v)
{
	size_t i = v.len && (v.at[0] == '-' || v.at[0] == '+');

	if (i == v.len)
		return false;
	while (i < v.len && v.at[i] >= '0' && v.at[i] <= '9')
		i++;
	return i == v.len;
}

bool
rules_whole(struct rules_reader *in, struct view v, int64_t *out)
{
	int64_t n;

	if (!view_int(v, &n)) {
		if (!is_too_large(v)) {
			rules_say(in, "points", _("not a whole number"), v);
			return false;
		}
		n = v.at[0] == '-' ? INT64_MIN : INT64_MAX;
	}
	*out = n;
	if (n >= -POINTS_MOST && n <= POINTS_MOST)
		return true;
	*out = n < 0 ? -POINTS_MOST : POINTS_MOST;
	warn_at(sheet_place(in->sheet, in->row, "points"),
		_("'%.*s' is too large: held at %lld"), VIEW_ARGS(v),
		(long long)*out);
	return true;
}

/* Read "20" or "+20/30d". */
static bool
read_points(struct rules_reader *in, int64_t *points, int64_t *half)
{
	struct view text = rules_get(in, in->points);
	size_t slash = view_find_byte(text, '/');

	*points = *half = 0;
	if (!rules_whole(in, view_upto(text, slash), points))
		return false;
	if (slash == text.len)
		return true;
	if (test_seconds(view_from(text, slash + 1), half) && *half > 0 &&
		*half < INT64_MAX / 4)
		return true;
	rules_say(in, "points",
		_("not of the form points/time, such as 20/30d"), text);
	return false;
}

static bool
read_condition(struct rules_reader *in, struct condition *out)
{
	struct view column = rules_get(in, in->column);
	struct view name = rules_get(in, in->test);
	struct view value = rules_get(in, in->value);
	const char *wrong;

	if (!header_is_name(column)) {
		rules_say(in, "column", _("not a column's name"), column);
		return false;
	}
	if (written_is(column)) {
		rules_say(in, "column",
			_("lead-score writes that column itself"), column);
		return false;
	}
	str_clear(&in->plain);
	wrong = test_read(&out->test, name, field_plain(value, &in->plain),
		&in->rules->arena, in->now);
	if (wrong && test_is_name(name))
		rules_say(in, "value", wrong, value);
	else if (wrong)
		rules_say(in, "test", wrong, name);
	if (wrong)
		return false;
	out->column = (size_t)header_add(&in->rules->columns, column);
	out->line = in->sheet->rows[in->row].line;
	return true;
}

static void
add_condition(struct rules *rules, const struct condition *condition)
{
	rules->conditions = mem_grow(rules->conditions, &rules->conditions_cap,
		rules->conditions_n + 1, sizeof(*rules->conditions));
	rules->conditions[rules->conditions_n++] = *condition;
}

static struct view
keep(struct rules *rules, struct view v)
{
	return (struct view){arena_text(&rules->arena, v.at, v.len), v.len};
}

/* The test of the row at hand, put behind those before it. */
static struct view
read_tests(struct rules_reader *in, struct view before)
{
	struct str text = {0};
	struct view value = rules_get(in, in->value), out;

	str_put(&text, before);
	if (before.len)
		str_add(&text, " + ");
	str_put(&text, rules_get(in, in->column));
	str_byte(&text, ' ');
	str_put(&text, rules_get(in, in->test));
	if (value.len)
		str_byte(&text, ' ');
	str_put(&text, value);
	out = keep(in->rules, str_view(&text));
	str_fini(&text);
	return out;
}

/* What --explain calls the rule: its label, else its first test. */
static struct view
read_label(struct rules_reader *in, struct view tests)
{
	struct view label = rules_get(in, in->label);
	struct str text = {0};
	struct view out;

	str_put(&text, label.len ? label : tests);
	for (size_t i = 0; i < text.len; i++)
		if (text.data[i] == ';')
			text.data[i] = ','; /* it parts the reasons */
	out = keep(in->rules, str_view(&text));
	str_fini(&text);
	return out;
}

static void
read_rule(struct rules_reader *in)
{
	struct rules *rules = in->rules;
	struct condition condition;
	struct rule rule = {
		.first = rules->conditions_n,
		.n = 1,
		.line = in->sheet->rows[in->row].line,
	};

	in->open = false;
	in->above = true;
	rule.axis = read_axis(in);
	if (rule.axis < 0 || !read_points(in, &rule.points, &rule.half) ||
		!read_condition(in, &condition))
		return;
	rule.tests = read_tests(in, (struct view){0});
	rule.label = read_label(in, rule.tests);
	rule.said = keep(rules, rules_get(in, in->points));
	add_condition(rules, &condition);
	rules->all = mem_grow(
		rules->all, &rules->cap, rules->n + 1, sizeof(*rules->all));
	rules->all[rules->n++] = rule;
	in->open = true;
}

static void
read_more(struct rules_reader *in)
{
	struct condition condition;
	struct rule *rule;
	int64_t points;

	if (!in->open) {
		if (!in->above)
			rules_say(in, "axis",
				_("'+' adds to the rule above, but there is "
				  "none"),
				rules_no_value);
		return;
	}
	if (rules_get(in, in->points).len &&
		(!view_int(rules_get(in, in->points), &points) || points)) {
		rules_say(in, "points", _("a further condition has no points"),
			rules_get(in, in->points));
		return;
	}
	if (!read_condition(in, &condition))
		return;
	add_condition(in->rules, &condition);
	rule = &in->rules->all[in->rules->n - 1];
	rule->n++;
	rule->tests = read_tests(in, rule->tests);
}

static int
by_from(const void *a, const void *b)
{
	const struct grade *left = a, *right = b;

	return (left->from < right->from) - (left->from > right->from);
}

static void
read_row(struct rules_reader *in)
{
	struct view axis = rules_get(in, in->axis);

	if (view_is(axis, "+"))
		read_more(in);
	else if (view_is(axis, "cap"))
		rules_cap(in);
	else if (view_is(axis, "grade"))
		rules_grade(in);
	else if (view_is(axis, "scale"))
		rules_scale(in);
	else
		read_rule(in);
}

/* Axes are known when all is read: is there a test of the column of one? */
static void
refuse_own(struct rules *rules, const struct sheet *sheet, size_t first)
{
	for (size_t i = first; i < rules->conditions_n; i++) {
		const struct condition *condition = &rules->conditions[i];
		struct view name = view_of(
			header_name(&rules->columns, condition->column));

		if (!written_by(rules, name))
			continue;
		rules->wrong++;
		written_say(
			(struct place){sheet->name, condition->line, "column"},
			name);
	}
}

void
rules_read(struct rules *rules, const struct sheet *sheet, int64_t now)
{
	size_t first = rules->conditions_n;

	struct rules_reader in = {
		.rules = rules,
		.sheet = sheet,
		.axis = sheet_need(sheet, "axis"),
		.points = sheet_need(sheet, "points"),
		.column = sheet_need(sheet, "column"),
		.test = sheet_need(sheet, "test"),
		.value = sheet_need(sheet, "value"),
		.label = sheet_need(sheet, "label"),
		.now = now,
	};

	for (int i = rules->axes_n; i < AXIS_OTHERS; i++)
		add_axis(rules, view_of(axis_names[i]));
	for (in.row = 0; in.row < sheet->n; in.row++)
		read_row(&in);
	refuse_own(rules, sheet, first);
	if (rules->grades_n)
		qsort(rules->grades, rules->grades_n, sizeof(*rules->grades),
			by_from);
	str_fini(&in.plain);
}

void
rules_fini(struct rules *rules)
{
	arena_fini(&rules->arena);
	header_fini(&rules->columns);
	mem_free(rules->conditions);
	mem_free(rules->all);
	mem_free(rules->grades);
	*rules = (struct rules){0};
}
