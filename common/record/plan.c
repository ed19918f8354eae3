#include "record/plan.h"

#include "base/mem.h"

static void
add(struct plan *plan, struct plan_step step)
{
	struct plan_step *last = plan->n ? &plan->steps[plan->n - 1] : NULL;

	if (last && step.kind == PLAN_COPY && last->kind == PLAN_COPY &&
		last->last + 1 == step.first) {
		last->last = step.last;
		return;
	}
	plan->steps = mem_grow(
		plan->steps, &plan->cap, plan->n + 1, sizeof(*plan->steps));
	plan->steps[plan->n++] = step;
}

void
plan_make(
	struct plan *plan, const struct plan_columns *columns, const int *where)
{
	int *own_of = mem_new(columns->out->n, sizeof(*own_of));

	for (size_t i = 0; i < columns->own_n; i++)
		own_of[columns->own_at[i]] = (int)i + 1;
	for (size_t i = 0; i < columns->out->n; i++) {
		int field = i < columns->in->n ? where[i] : -1;

		if (own_of[i])
			add(plan,
				(struct plan_step){PLAN_OWN, own_of[i] - 1, 0});
		else if (field >= 0)
			add(plan, (struct plan_step){PLAN_COPY, field, field});
		else
			add(plan, (struct plan_step){.kind = PLAN_EMPTY});
	}
	mem_free(own_of);
}

/*
 * Most of our own fields are up to three bytes, now one and now another: as
 * many steps for each, and none to be guessed wrong.
 */
static char *
put(char *to, struct view v)
{
	if (v.len > 3) {
		memcpy(to, v.at, v.len);
	} else if (v.len) {
		to[0] = v.at[0];
		to[v.len / 2] = v.at[v.len / 2];
		to[v.len - 1] = v.at[v.len - 1];
	}
	return to + v.len;
}

void
plan_write(const struct plan *plan, const struct record *record,
	const struct view *own, struct str *out)
{
	/* No step is more than the record and a separator, or a field. */
	size_t most = plan->n + 1 + record_line(record).len;
	char *to;

	for (size_t i = 0; i < plan->n; i++)
		if (plan->steps[i].kind == PLAN_OWN)
			most += own[plan->steps[i].first].len;
	str_reserve(out, most);
	to = out->data + out->len;
	for (size_t i = 0; i < plan->n; i++) {
		const struct plan_step *step = &plan->steps[i];
		uint32_t start;

		if (i)
			*to++ = '\t';
		switch (step->kind) {
		case PLAN_COPY:
			start = record->ends[step->first - 1] + 1;
			memcpy(to, record->base + start,
				record->ends[step->last] - start);
			to += record->ends[step->last] - start;
			break;
		case PLAN_OWN:
			to = put(to, own[step->first]);
			break;
		case PLAN_EMPTY:
			break;
		}
	}
	*to++ = '\n';
	out->len = (size_t)(to - out->data);
}

void
plan_fini(struct plan *plan)
{
	mem_free(plan->steps);
	*plan = (struct plan){0};
}

void
plan_fill_empty(struct view records, struct view text, struct str *out)
{
	bool start = true; /* of a field */

	for (size_t i = 0; i < records.len; i++) {
		char c = records.at[i];
		bool end = c == '\t' || c == '\n';

		if (start && end)
			str_put(out, text);
		str_byte(out, c);
		start = end;
	}
}
