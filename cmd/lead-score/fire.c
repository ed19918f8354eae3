#include "fire.h"

#include "base/day.h"

/* Fields to try, and the conditions of one column to try them on. */
struct trials {
	const struct rules *rules;
	const struct rule *rule;
	size_t column;
	bool can;
};

/* Does a field pass all the rule's tests of the column? */
static void
try_field(struct trials *trials, struct view plain)
{
	const struct rule *rule = trials->rule;
	struct test_field field = test_field(plain);

	for (size_t i = rule->first; i < rule->first + rule->n; i++) {
		const struct condition *condition =
			&trials->rules->conditions[i];

		if (condition->column == trials->column &&
			!test_holds(&condition->test, &field))
			return;
	}
	trials->can = true;
}

static void
try_number(struct trials *trials, const struct test *test, int64_t n)
{
	struct str text = {0};

	if (n == INT64_MIN || n == INT64_MAX)
		return;
	if (test->moments && n > INT64_C(-62135596800) &&
		n < INT64_C(253402300800)) {
		moment_write(n, &text);
	} else if (!test->moments) {
		uint64_t size = n < 0 ? -(uint64_t)n : (uint64_t)n;

		str_printf(&text, "%s%llu.%03llu", n < 0 ? "-" : "",
			(unsigned long long)(size / 1000),
			(unsigned long long)(size % 1000));
	}
	try_field(trials, str_view(&text));
	str_fini(&text);
}

/* Fields at and about what a test speaks of. */
static void
try_about(struct trials *trials, const struct test *test)
{
	try_field(trials, test->text);
	for (size_t i = 0; i < test->n; i++)
		try_field(trials, test->list[i]);
	for (int64_t step = -1; step <= 1; step++) {
		if (test->low > INT64_MIN)
			try_number(trials, test, test->low + step);
		if (test->high < INT64_MAX)
			try_number(trials, test, test->high + step);
	}
}

/* Parts of texts can be put together in more ways than are tried. */
static bool
is_open(const struct test *test)
{
	return test->kind == TEST_MATCHES || test->kind == TEST_CONTAINS ||
		test->kind == TEST_STARTS || test->kind == TEST_ENDS;
}

/* Does it leave only fields that are tried? */
static bool
is_closed(const struct test *test)
{
	if (test->negated)
		return test->kind == TEST_SET;
	return test->kind == TEST_IS || test->kind == TEST_IN ||
		test->kind == TEST_UNSET;
}

/* Is there a field that passes all the rule's tests of the column? */
static bool
can_pass(const struct rules *rules, const struct rule *rule, size_t column)
{
	const struct condition *all = &rules->conditions[rule->first];
	struct trials trials = {rules, rule, column, false};
	bool open = false, closed = false;

	try_field(&trials, VIEW(""));
	try_field(&trials, VIEW("some text"));
	try_field(&trials, VIEW("0"));
	for (size_t k = 0; k < rule->n && !trials.can; k++) {
		if (all[k].column != column)
			continue;
		open = open || is_open(&all[k].test);
		closed = closed || is_closed(&all[k].test);
		try_about(&trials, &all[k].test);
	}
	return trials.can || (open && !closed);
}

/* Does the rule test the column of condition i above it, too? */
static bool
is_again(const struct condition *all, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (all[k].column == all[i].column)
			return true;
	return false;
}

/* Does it ask for a field that is no date, where its points go by a date? */
static bool
is_timeless(const struct rules *rules, const struct rule *rule)
{
	const struct condition *all = &rules->conditions[rule->first];
	int64_t moment;

	if (!rule->half)
		return false;
	for (size_t i = 0; i < rule->n; i++) {
		const struct test *test = &all[i].test;

		if (all[i].column != all[0].column)
			continue;
		if (test->kind == (test->negated ? TEST_SET : TEST_UNSET) ||
			test_is_number(test) ||
			(test->kind == TEST_IS && !test->negated &&
				!moment_read(test->text, &moment)))
			return true;
	}
	return false;
}

bool
fire_can(const struct rules *rules, const struct rule *rule)
{
	const struct condition *all = &rules->conditions[rule->first];

	for (size_t i = 0; i < rule->n; i++)
		if (!is_again(all, i) && !can_pass(rules, rule, all[i].column))
			return false;
	return !is_timeless(rules, rule);
}
