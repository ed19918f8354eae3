#include "items.h"

#include "base/lang.h"
#include "build.h"

static const char *const lead_names[ITEMS_LEAD_FIELDS] = {
	"lead_id", "full_name", "company", "phone", "email", "owner", "stage"};

void
items_open(struct job *job)
{
	struct items *items = mem_new(1, sizeof(*items));

	job->own = items;
	list_open(&items->list, job, NULL, 0);
	for (size_t i = 0; i < ITEMS_LEAD_FIELDS; i++)
		items->lead[i] = job_column(job, lead_names[i]);
	items->country = job_column(job, "country");
	(void)job_need(job, "lead_id", "lead-import");
	notebook_open_notes(&items->notes, job);
	people_load(&items->people, &job->set->common);
}

void *
items_start(struct job *job)
{
	struct items_state *state = mem_new(1, sizeof(*state));

	(void)job;
	state->set = list_start();
	return state;
}

void
items_stop(struct job *job, void *state)
{
	struct items *items = job->own;
	struct items_state *mine = state;

	list_take(&items->list, mine->set);
	groups_merge(&items->groups, &mine->groups);
	groups_fini(&mine->groups);
	history_fini(&mine->history);
	known_fini(&mine->known);
	mem_free(mine);
}

void
items_close(struct job *job)
{
	struct items *items = job->own;

	list_close(&items->list);
	groups_fini(&items->groups);
	notebook_close(&items->notes);
	people_fini(&items->people);
	mem_free(items);
}

void
items_load(const struct items *items, struct items_state *state,
	const struct record *in)
{
	history_load(&state->history, &items->notes.log,
		items_get(items, in, ITEMS_LEAD_ID));
	known_of(&state->history, &state->known);
}

struct view
items_get(const struct items *items, const struct record *in,
	enum items_lead field)
{
	return record_get(in, items->lead[field]);
}

void
items_put(const struct items *items, const struct record *in,
	const struct view *fields, size_t n, struct str *line)
{
	for (size_t i = 0; i < n; i++) {
		str_put(line, fields[i]);
		str_byte(line, '\t');
	}
	for (size_t i = 0; i < ITEMS_LEAD_FIELDS; i++) {
		if (i)
			str_byte(line, '\t');
		str_put(line, items_get(items, in, (enum items_lead)i));
	}
}

static void
write_part(const struct items *items, struct doc *doc, size_t i,
	const struct items_section *what)
{
	const struct rows *rows = list_rows(&items->list, i);
	struct view value = list_part(&items->list, i);
	struct doc_section *section = build_section(doc, what->name,
		value.len ? doc_text(doc, "%.*s", VIEW_ARGS(value)) : NULL,
		what->columns, what->n);

	section->more = rows->seen - rows->n;
	for (size_t r = 0; r < rows->n; r++) {
		struct view rest = str_view(&rows->all[r].line);
		struct view field;

		while (view_cut(&rest, '\t', &field))
			build_field(doc, field);
	}
}

void
items_write(const struct items *items, struct doc *doc, size_t i,
	const struct items_section *what)
{
	size_t first = i == JOB_ALL ? 0 : i;
	size_t last = i == JOB_ALL ? list_parts(&items->list) : i + 1;

	for (size_t p = first; p < last; p++)
		write_part(items, doc, p, what);
	if (first == last)
		build_section(doc, what->name, NULL, what->columns, what->n)
			->empty = what->empty;
}
