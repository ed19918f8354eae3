#include "past.h"

#include "base/day.h"
#include "base/hash.h"
#include "base/lang.h"
#include "lead/stage.h"
#include "lead/test.h"
#include "record/field.h"
#include "record/flow.h"
#include "written.h"

#include <stdlib.h>

#define ROWS_MOST UINT32_C(100000000)

struct reader {
	struct past *past;
	const struct past_target *target;
	size_t target_at;
	bool stages;
	struct str scratch;
};

struct past_column *
past_find(const struct past *past, struct view name)
{
	for (size_t i = 0; i < past->columns_n; i++)
		if (view_is(name, past->columns[i].name))
			return &past->columns[i];
	return NULL;
}

static void
grow_slots(struct past_column *column)
{
	mem_free(column->slots);
	column->slots_n = column->slots_n ? column->slots_n * 4 : 64;
	column->slots = mem_new(column->slots_n, sizeof(*column->slots));
	for (size_t i = 0; i < column->n; i++) {
		size_t at =
			hash_table(column->values[i].text, 0) % column->slots_n;

		while (column->slots[at])
			at = (at + 1) % column->slots_n;
		column->slots[at] = (uint32_t)i + 1;
	}
}

/* A phone number or a code, "+44..." or "007": digits, but no amount. */
static bool
is_code(struct view v)
{
	return v.len > 1 &&
		(v.at[0] == '+' ||
			(v.at[0] == '0' && v.at[1] >= '0' && v.at[1] <= '9'));
}

static uint32_t
add_value(struct reader *in, struct past_column *column, struct view text)
{
	struct past_value value = {
		.text = {arena_text(in->past->arena, text.at, text.len),
			text.len}};
	struct view plain;

	str_clear(&in->scratch);
	plain = field_plain(value.text, &in->scratch);
	value.is_number = !is_code(plain) && test_number(plain, &value.number);
	value.is_moment = moment_read(plain, &value.moment);
	column->values = mem_grow(column->values, &column->cap, column->n + 1,
		sizeof(*column->values));
	column->values[column->n] = value;
	if (2 * ++column->n > column->slots_n)
		grow_slots(column);
	return (uint32_t)column->n - 1;
}

static uint32_t
number_of(struct reader *in, struct past_column *column, struct view text)
{
	size_t at = hash_table(text, 0) % column->slots_n;

	while (column->slots[at]) {
		uint32_t i = column->slots[at] - 1;

		if (view_eq(column->values[i].text, text))
			return i;
		at = (at + 1) % column->slots_n;
	}
	column->slots[at] = (uint32_t)column->n + 1;
	return add_value(in, column, text);
}

static bool
is_one_of(struct view value, struct view list)
{
	struct view part;

	while (view_cut(&list, '|', &part))
		if (view_eq(part, value))
			return true;
	return false;
}

/*
 * Is the outcome known?  A stage that may still change is none; one that is
 * none of ours is taken for what it says.
 */
static bool
is_decided(const struct reader *in, struct view outcome)
{
	if (!outcome.len)
		return false;
	return !in->stages || is_one_of(outcome, in->target->won) ||
		vocab_find(&stage_words, outcome) < 0 ||
		vocab_flags(&stage_words, outcome) & STAGE_CLOSED;
}

static void
grow_rows(struct past *past)
{
	size_t cap = past->cap, unused;

	past->won = mem_grow(past->won, &cap, past->n + 1, 1);
	for (size_t i = 0; i < past->columns_n; i++) {
		struct past_column *column = &past->columns[i];

		unused = past->cap;
		column->of =
			mem_grow(column->of, &unused, cap, sizeof(*column->of));
	}
	past->cap = cap;
}

static bool
add_row(void *program, void *state, const struct record *record,
	struct view *own)
{
	struct reader *in = program;
	struct past *past = in->past;
	struct view outcome = record_get(record, (int)in->target_at);
	bool won = is_one_of(outcome, in->target->won);

	(void)state;
	(void)own;
	if (!is_decided(in, outcome)) {
		past->open++;
		return false;
	}
	if (past->n == ROWS_MOST) {
		record_say(record, STATUS_FAIL, NULL, _("too many leads"));
		return false;
	}
	if (past->n == past->cap)
		grow_rows(past);
	past->won[past->n] = won;
	past->won_n += won;
	for (size_t i = 0; i < past->columns_n; i++) {
		struct past_column *column = &past->columns[i];
		uint32_t value =
			number_of(in, column, record_get(record, (int)i));

		column->of[past->n] = value;
		column->values[value].n++;
	}
	past->n++;
	return false;
}

static void
make_columns(struct reader *in, const struct header *header)
{
	struct past *past = in->past;

	past->columns_n = header->n;
	past->columns = mem_new(header->n, sizeof(*past->columns));
	for (size_t i = 0; i < header->n; i++) {
		const char *name = header_name(header, i);

		past->columns[i].name =
			arena_text(past->arena, name, strlen(name));
		add_value(in, &past->columns[i], VIEW(""));
	}
}

static void
exclude(struct past *past, struct view list)
{
	struct view name;

	while (view_cut(&list, ',', &name)) {
		struct past_column *column = past_find(past, name);

		if (column)
			column->use = PAST_EXCLUDED;
		else if (name.len)
			warn(_("--exclude: no column '%.*s'"), VIEW_ARGS(name));
	}
}

/* 23/11/2026, 1-2-26, 2026.11.3 */
static bool
looks_like_date(struct view v)
{
	unsigned marks = 0, digits = 0;

	for (size_t i = 0; i < v.len; i++) {
		bool mark = v.at[i] == '/' || v.at[i] == '.' || v.at[i] == '-';

		if (!mark && (v.at[i] < '0' || v.at[i] > '9'))
			return v.at[i] == ' ' && marks == 2;
		marks += mark;
		digits += !mark;
	}
	return marks == 2 && digits >= 4 && digits <= 8;
}

static bool
is_foreign_dates(const struct past_column *column)
{
	size_t dates = 0, set = 0;

	for (size_t i = 1; i < column->n; i++) {
		const struct past_value *value = &column->values[i];

		set += value->n;
		if (!value->is_moment && !value->is_number &&
			looks_like_date(value->text))
			dates += value->n;
	}
	return set && dates >= set - set / 10;
}

/*
 * Columns nobody can learn from.  What lead-score wrote is left out too: it
 * would only learn its own opinion.
 */
static void
judge_columns(struct past *past)
{
	for (size_t i = 0; i < past->columns_n; i++) {
		struct past_column *column = &past->columns[i];
		size_t set = past->n - column->values[0].n;
		size_t distinct = column->n - 1, numbers = 0;

		for (size_t k = 1; k < column->n; k++)
			numbers += column->values[k].is_number ||
				column->values[k].is_moment;
		if (!column->use && written_is(view_of(column->name)))
			column->use = PAST_EXCLUDED;
		if (column->use)
			continue;
		if (view_ends(view_of(column->name), VIEW("_id")) ||
			strcmp(column->name, "id") == 0)
			column->use = PAST_NAMES;
		else if (is_foreign_dates(column))
			column->use = PAST_DATES;
		else if (distinct + (set < past->n) < 2)
			column->use = PAST_CONSTANT;
		else if (distinct > set - set / 5 && numbers < distinct / 2 &&
			set == past->n)
			column->use = PAST_NAMES;
	}
}

void
past_read(struct past *past, char **operands, const struct common *common,
	const struct past_target *target)
{
	static const struct flow_job job = {.record = add_row, .silent = true};
	struct reader in = {.past = past, .target = target};
	struct common one = *common;
	struct flow flow;
	int at;

	one.jobs = 1; /* rows are numbered as they come */
	flow_open(&flow, operands, &one);
	at = header_find(&flow.header, target->column);
	if (at < 0)
		die(_("--learn: no column '%.*s'"), VIEW_ARGS(target->column));
	in.target_at = (size_t)at;
	in.stages = view_is(target->column, "stage");
	make_columns(&in, &flow.header);
	if (flow_run(&flow, &job, &in) == STATUS_FAIL)
		exit(STATUS_FAIL);
	flow_close(&flow);
	past->columns[at].use = PAST_TARGET;
	if (target->exclude)
		exclude(past, view_of(target->exclude));
	judge_columns(past);
	past_group(past);
	str_fini(&in.scratch);
}

void
past_fini(struct past *past)
{
	for (size_t i = 0; i < past->columns_n; i++) {
		mem_free(past->columns[i].values);
		mem_free(past->columns[i].slots);
		mem_free(past->columns[i].of);
	}
	mem_free(past->columns);
	mem_free(past->won);
	mem_free(past->group);
	*past = (struct past){0};
}
