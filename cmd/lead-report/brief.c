/* One page before a call. */
#include "brief.h"

#include "base/lang.h"
#include "build.h"
#include "reports.h"

static const struct doc_column need_columns[] = {
	{"kind", N_("Kind"), DOC_WORD, 0},
	{"said", N_("What they said"), DOC_TEXT, DOC_GROW | DOC_STRONG},
	{"status", N_("Status"), DOC_WORD, 0},
	{"at", N_("When"), DOC_TIME, DOC_SPARE},
};

static void
put_who(const struct one *one, struct doc *doc)
{
	build_facts(doc, "who", _("Who"));
	build_fact(doc, "full_name", _("Name"), one_get(one, "full_name"),
		DOC_TEXT);
	build_fact(doc, "job_title", _("Job"), one_get(one, "job_title"),
		DOC_TEXT);
	build_fact(doc, "company", _("Company"), one_get(one, "company"),
		DOC_TEXT);
	build_fact(doc, "phone", _("Phone"), one_get(one, "phone"), DOC_PHONE);
	build_fact(
		doc, "mobile", _("Mobile"), one_get(one, "mobile"), DOC_PHONE);
	build_fact(doc, "email", _("E-mail"), one_get(one, "email"), DOC_EMAIL);
	build_fact(doc, "website", _("Website"), one_get(one, "website"),
		DOC_LINK);
	build_fact(doc, "city", _("Town"), one_get(one, "city"), DOC_TEXT);
	build_fact(doc, "industry", _("Industry"), one_get(one, "industry"),
		DOC_TEXT);
	build_fact(doc, "employees", _("Employees"), one_get(one, "employees"),
		DOC_COUNT);
	build_fact(doc, "language", _("Language"), one_get(one, "language"),
		DOC_TEXT);
	build_fact(
		doc, "source", _("Source"), one_get(one, "source"), DOC_TEXT);
}

static void
put_standing(const struct one *one, struct doc *doc)
{
	build_facts(doc, "standing", _("Where they stand"));
	build_fact(doc, "stage", _("Stage"), one_get(one, "stage"), DOC_WORD);
	build_fact(doc, "grade", _("Grade"), one_get(one, "grade"), DOC_GRADE);
	build_fact(doc, "score", _("Score"), one_get(one, "score"), DOC_COUNT);
	build_fact(doc, "reasons", _("Why"), one_get(one, "reasons"), DOC_TEXT);
	build_fact(doc, "owner", _("Owner"), one_get(one, "owner"), DOC_TEXT);
	build_fact(
		doc, "next_at", _("Next"), one_get(one, "next_at"), DOC_TIME);
	build_fact(doc, "next_action", _("Next action"),
		one_get(one, "next_action"), DOC_TEXT);
	build_fact(
		doc, "agenda", _("Agenda"), one_get(one, "agenda"), DOC_TEXT);
	build_fact(doc, "attempts", _("Attempts"), one_get(one, "attempts"),
		DOC_COUNT);
	build_fact(doc, "gate_call", _("May we call?"),
		one_get(one, "gate_call"), DOC_GATE);
	build_fact(doc, "gate_email", _("May we write?"),
		one_get(one, "gate_email"), DOC_GATE);
	build_fact(doc, "lawful_basis", _("Lawful basis"),
		one_get(one, "lawful_basis"), DOC_TEXT);
	build_fact(doc, "competitor", _("Competitor"),
		one_get(one, "competitor"), DOC_TEXT);
	build_fact(doc, "renewal_at", _("Contract ends"),
		one_get(one, "renewal_at"), DOC_TIME);
}

struct view
brief_said(const struct entry *entry)
{
	if (entry->field[NOTE_VALUE].len)
		return entry->field[NOTE_VALUE];
	if (entry->field[NOTE_TEXT].len)
		return entry->field[NOTE_TEXT];
	return entry->field[NOTE_AMOUNT];
}

/* "3000 GBP; one board for all sites; they plan on a whiteboard" */
static void
put_said(struct doc *doc, const struct entry *entry)
{
	const struct view *field = entry->field;
	struct str all = {0};

	str_put(&all, field[NOTE_AMOUNT]);
	if (field[NOTE_AMOUNT].len && field[NOTE_CURRENCY].len)
		str_printf(&all, " %.*s", VIEW_ARGS(field[NOTE_CURRENCY]));
	if (field[NOTE_VALUE].len)
		str_printf(&all, "%s%.*s", all.len ? "; " : "",
			VIEW_ARGS(field[NOTE_VALUE]));
	if (field[NOTE_PERSON].len)
		str_printf(&all, "%s%.*s", all.len ? "; " : "",
			VIEW_ARGS(field[NOTE_PERSON]));
	if (field[NOTE_TEXT].len)
		str_printf(&all, "%s%.*s", all.len ? "; " : "",
			VIEW_ARGS(field[NOTE_TEXT]));
	build_field(doc, str_view(&all));
	str_fini(&all);
}

static void
put_needs(const struct one *one, struct doc *doc)
{
	build_section(doc, "needs", _("What they need"), need_columns,
		sizeof(need_columns) / sizeof(*need_columns));
	for (size_t i = 0; i < one->known.items_n; i++) {
		const struct item *item = &one->known.items[i];

		if (item->kind > KIND_REQUIREMENT ||
			(item->flags & NOTE_DROPPED))
			continue;
		build_field(doc, item->first->field[NOTE_KIND]);
		put_said(doc, item->first);
		build_field(doc, item->last->field[NOTE_STATUS]);
		build_field(doc, item->last->field[NOTE_AT]);
	}
	for (int k = KIND_IMPACT; k <= KIND_PROCESS; k++) {
		const struct entry *entry = one->known.last[k];

		if (!entry)
			continue;
		build_field(doc, entry->field[NOTE_KIND]);
		put_said(doc, entry);
		build_field(doc, entry->field[NOTE_STATUS]);
		build_field(doc, entry->field[NOTE_AT]);
	}
}

static void
write_brief(struct job *job, struct doc *doc, size_t i)
{
	const struct one *one = job->own;

	(void)i;
	doc->title = _("Brief");
	if (!one_load(job))
		return;
	doc->title = doc_text(doc, "%.*s",
		VIEW_ARGS(doc_keep_field(doc, one_get(one, "full_name"))));
	doc->subtitle = doc_text(doc, "%.*s",
		VIEW_ARGS(doc_keep_field(doc, one_get(one, "company"))));
	put_who(one, doc);
	put_standing(one, doc);
	put_needs(one, doc);
	brief_put_product(one, doc);
	brief_put_objections(one, doc);
	brief_put_questions(one, doc);
	brief_put_offers(one, doc);
	brief_put_history(one, doc);
}

const struct report report_brief = {
	.name = "brief",
	.purpose = N_("one page before a call"),
	.flags = REPORT_KEY | REPORT_GATE,
	.open = one_open,
	.start = list_report_start,
	.record = one_record,
	.stop = list_report_stop,
	.settle = one_settle,
	.write = write_brief,
	.close = one_close,
};
