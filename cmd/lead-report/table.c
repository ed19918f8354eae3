/* The leads as they come, all columns that are filled. */
#include "base/lang.h"
#include "build.h"
#include "list.h"
#include "reports.h"

struct table {
	struct list list;
	const char **names;	    /* owned: of all columns */
	struct doc_column *columns; /* owned */
};

static enum doc_kind
kind_of(struct view name)
{
	if (view_ends(name, VIEW("_at")) || view_is(name, "first_contact") ||
		view_is(name, "last_contact"))
		return DOC_TIME;
	if (view_is(name, "email"))
		return DOC_EMAIL;
	if (view_is(name, "phone") || view_is(name, "mobile"))
		return DOC_PHONE;
	if (view_starts(name, VIEW("gate_")))
		return DOC_GATE;
	return DOC_TEXT;
}

static void
open(struct job *job)
{
	const struct header *header = &job->flow.header;
	struct table *table = mem_new(1, sizeof(*table));

	job->own = table;
	table->names = mem_new(header->n, sizeof(*table->names));
	table->columns = mem_new(header->n, sizeof(*table->columns));
	for (size_t i = 0; i < header->n; i++) {
		const char *name = header_name(header, i);

		table->names[i] = name;
		table->columns[i] = (struct doc_column){
			name, name, kind_of(view_of(name)), i ? DOC_SPARE : 0};
	}
	list_open(&table->list, job, table->names, header->n);
}

static void
record(struct job *job, void *state, const struct record *in)
{
	const struct table *table = job->own;
	struct rows_key key = {.order = record_order(in)};

	list_offer(&table->list, state, in, &key);
}

static void
put_part(const struct job *job, struct doc *doc, size_t i)
{
	const struct table *table = job->own;
	const struct rows *rows = list_rows(&table->list, i);
	struct view value = list_part(&table->list, i);
	struct doc_section *section = build_section(doc, "table",
		table->list.by < 0 ? NULL
				   : doc_text(doc, "%.*s", VIEW_ARGS(value)),
		table->columns, table->list.n);

	section->more = rows->seen - rows->n;
	for (size_t r = 0; r < rows->n; r++) {
		struct view rest = str_view(&rows->all[r].line);
		struct view field;

		while (view_cut(&rest, '\t', &field))
			build_field(doc, field);
	}
}

static void
write_table(struct job *job, struct doc *doc, size_t i)
{
	const struct table *table = job->own;
	size_t n = list_parts(&table->list);

	doc->title = _("Leads");
	for (size_t p = i == JOB_ALL ? 0 : i; p < (i == JOB_ALL ? n : i + 1);
		p++)
		put_part(job, doc, p);
	if (!n)
		build_section(doc, "table", NULL, table->columns, table->list.n)
			->empty = _("There are no leads.");
}

static void
close_table(struct job *job)
{
	struct table *table = job->own;

	list_close(&table->list);
	mem_free(table->names);
	mem_free(table->columns);
	mem_free(table);
}

const struct report report_table = {
	.name = "table",
	.purpose = N_("the leads as they come"),
	.flags = REPORT_BARE | REPORT_PARTS,
	.open = open,
	.start = list_report_start,
	.record = record,
	.stop = list_report_stop,
	.settle = list_report_settle,
	.parts = list_report_parts,
	.part = list_report_part,
	.write = write_table,
	.close = close_table,
};
