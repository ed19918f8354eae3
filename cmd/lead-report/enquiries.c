/* Questions of theirs that nobody has answered yet. */
#include "base/lang.h"
#include "build.h"
#include "items.h"
#include "reports.h"

static const struct doc_column columns[] = {
	{"at", N_("Asked"), DOC_TIME, 0},
	{"due", N_("Answer by"), DOC_TIME, 0},
	{"enquiry", N_("Enquiry"), DOC_TEXT, DOC_GROW},
	{"product", N_("Product"), DOC_TEXT, DOC_SPARE},
	ITEMS_LEAD_COLUMNS,
	{"note_id", N_("Note"), DOC_TEXT, DOC_DATA},
};

enum { CLASS_LATE, CLASS_OPEN, CLASSES };

static void
record(struct job *job, void *state, const struct record *in)
{
	const struct items *items = job->own;
	struct items_state *mine = state;

	items_load(items, mine, in);
	for (size_t i = 0; i < mine->known.items_n; i++) {
		const struct item *item = &mine->known.items[i];
		const struct view *field = item->first->field;
		struct rows_key key = {.order = record_order(in)};
		struct view said = field[NOTE_TEXT].len ? field[NOTE_TEXT]
							: field[NOTE_VALUE];
		struct view fields[] = {field[NOTE_AT], field[NOTE_DUE], said,
			field[NOTE_PRODUCT]};
		struct str *line;
		int64_t due;

		if (item->kind != KIND_ENQUIRY || !(item->flags & NOTE_OPEN))
			continue;
		key.part[0] =
			job_moment(field[NOTE_DUE], &due) && due < job->now
			? CLASS_LATE
			: CLASS_OPEN;
		key.part[1] = item->first->at;
		key.part[2] = (int64_t)i;
		line = list_offer_line(&items->list, mine->set,
			record_get(in, items->list.by), &key);
		if (!line)
			continue;
		items_put(items, in, fields, 4, line);
		str_byte(line, '\t');
		str_put(line, field[NOTE_ID]);
	}
}

static void
write_enquiries(struct job *job, struct doc *doc, size_t i)
{
	const struct items *items = job->own;
	const struct items_section what = {"enquiries",
		_("Every enquiry has been answered."), columns,
		sizeof(columns) / sizeof(*columns)};
	uint64_t n[CLASSES] = {0};

	doc->title = _("Enquiries to answer");
	doc->subtitle = job->set->user;
	items_write(items, doc, i, &what);
	for (size_t p = 0; p < list_parts(&items->list); p++)
		for (size_t c = 0; c < CLASSES; c++)
			if (i == JOB_ALL || i == p)
				n[c] += list_count(&items->list, p, c);
	build_figure(doc, "open", _("Open"), n[CLASS_LATE] + n[CLASS_OPEN],
		DOC_PLAIN);
	build_figure(doc, "late", _("Late"), n[CLASS_LATE],
		n[CLASS_LATE] ? DOC_BAD : DOC_PLAIN);
}

const struct report report_enquiries = {
	.name = "enquiries",
	.purpose = N_("questions of theirs that are open"),
	.flags = REPORT_PARTS,
	.open = items_open,
	.start = items_start,
	.record = record,
	.stop = items_stop,
	.settle = list_report_settle,
	.parts = list_report_parts,
	.part = list_report_part,
	.write = write_enquiries,
	.close = items_close,
};
