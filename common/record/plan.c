#include "record/plan.h"

#include "base/die.h"
#include "base/lang.h"
#include "base/mem.h"

#define SHORT 3 /* bytes: see put_own() */

static void
add(struct plan *plan, struct plan_step step)
{
	struct plan_step *last = plan->n ? &plan->steps[plan->n - 1] : NULL;

	if (last && step.kind == last->kind && step.first == last->last + 1) {
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

	plan->columns = columns->out->n;
	plan->own_n = columns->own_n;
	for (size_t i = 0; i < columns->own_n; i++)
		own_of[columns->own_at[i]] = (int)i + 1;
	for (size_t i = 0; i < columns->out->n; i++) {
		int field = i < columns->in->n ? where[i] : -1;
		int own = own_of[i] - 1;
		int at = (int)i;

		if (own >= 0)
			add(plan, (struct plan_step){PLAN_OWN, own, own});
		else if (field >= 0)
			add(plan, (struct plan_step){PLAN_COPY, field, field});
		else
			add(plan, (struct plan_step){PLAN_EMPTY, at, at});
	}
	mem_free(own_of);
}

/* The bytes a record takes but for our own fields of more than SHORT. */
static inline size_t
room(const struct plan *plan, struct view line)
{
	return line.len + plan->columns + SHORT * plan->own_n;
}

/* Room at to for len bytes more than was counted on, and for the others. */
static inline char *
make_room(char *to, size_t len, size_t others, struct str *out)
{
	if ((size_t)(out->data + out->cap - to) >= len + others)
		return to;
	out->len = (size_t)(to - out->data);
	str_reserve(out, len + others);
	return out->data + out->len;
}

/*
 * Put fields at to, each with a TAB behind it; where that ends.  Most are up
 * to three bytes, now one and now another: as many steps for each, and none
 * to be guessed wrong.
 */
static inline char *
put_own(char *to, const struct view *own, const struct view *last,
	size_t others, struct str *out)
{
	for (; own <= last; own++) {
		const char *at = own->at;
		size_t len = own->len;

		if (len > SHORT) {
			to = make_room(to, len, others, out);
			memcpy(to, at, len);
			to += len;
		} else if (len) {
			to[0] = at[0];
			to[len / 2] = at[len / 2];
			to[len - 1] = at[len - 1];
			to += len;
		}
		*to++ = '\t';
	}
	return to;
}

static inline char *
put_input(char *to, const struct record *record, int first, int last)
{
	uint32_t start = record->ends[first - 1] + 1;
	uint32_t len = record->ends[last] - start;

	memcpy(to, record->base + start, len);
	to[len] = '\t';
	return to + len + 1;
}

void
plan_write(const struct plan *plan, const struct record *record,
	const struct view *own, struct str *out)
{
	const struct plan_step *step = plan->steps;
	size_t most = room(plan, record_line(record));
	char *to;

	if (out->cap - out->len < most)
		str_reserve(out, most);
	to = out->data + out->len;
	for (; step < plan->steps + plan->n; step++) {
		switch (step->kind) {
		case PLAN_COPY:
			to = put_input(to, record, step->first, step->last);
			break;
		case PLAN_OWN:
			to = put_own(to, own + step->first, own + step->last,
				most, out);
			break;
		case PLAN_EMPTY:
			memset(to, '\t',
				(size_t)(step->last + 1 - step->first));
			to += step->last + 1 - step->first;
			break;
		}
	}
	to[-1] = '\n'; /* behind the last field */
	out->len = (size_t)(to - out->data);
}

void
plan_fini(struct plan *plan)
{
	mem_free(plan->steps);
	*plan = (struct plan){0};
}

void
plan_check_fill(const char *text)
{
	if (text && strpbrk(text, "\t\n"))
		die(_("--null: a TAB or a line feed cannot stand in a field"));
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
