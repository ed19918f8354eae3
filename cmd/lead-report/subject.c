/*
 * All that is held about a person, in every file of the store: what UK GDPR
 * Art 15 asks for.
 */
#include "base/lang.h"
#include "build.h"
#include "lead/company.h"
#include "lead/store.h"
#include "lead/suppress.h"
#include "one.h"
#include "reports.h"

static const struct doc_column contact_columns[] = {
	{"contact_id", N_("Entry"), DOC_TEXT, DOC_DATA},
	{"at", N_("When"), DOC_TIME, 0},
	{"logged_at", N_("Logged"), DOC_TIME, DOC_DATA},
	{"lead_id", N_("Lead"), DOC_TEXT, DOC_DATA},
	{"user", N_("User"), DOC_TEXT, 0},
	{"channel", N_("Channel"), DOC_WORD, 0},
	{"direction", N_("Direction"), DOC_WORD, 0},
	{"outcome", N_("Outcome"), DOC_WORD, 0},
	{"duration", N_("Duration"), DOC_TEXT, 0},
	{"person", N_("Person"), DOC_TEXT, 0},
	{"text", N_("Note"), DOC_TEXT, DOC_GROW},
	{"next_at", N_("Next"), DOC_TIME, 0},
	{"next_action", N_("Next action"), DOC_TEXT, DOC_GROW},
	{"agenda", N_("Agenda"), DOC_TEXT, DOC_GROW},
	{"stage", N_("Stage"), DOC_WORD, 0},
	{"reason", N_("Reason"), DOC_WORD, 0},
	{"override", N_("Override"), DOC_TEXT, 0},
	{"void", N_("Voids"), DOC_TEXT, 0},
	{"sum", "", DOC_TEXT, DOC_DATA},
};

static const struct doc_column note_columns[] = {
	{"note_id", N_("Entry"), DOC_TEXT, DOC_DATA},
	{"at", N_("When"), DOC_TIME, 0},
	{"logged_at", N_("Logged"), DOC_TIME, DOC_DATA},
	{"lead_id", N_("Lead"), DOC_TEXT, DOC_DATA},
	{"user", N_("User"), DOC_TEXT, 0},
	{"kind", N_("Kind"), DOC_WORD, 0},
	{"status", N_("Status"), DOC_WORD, 0},
	{"product", N_("Product"), DOC_TEXT, 0},
	{"person", N_("Person"), DOC_TEXT, 0},
	{"amount", N_("Amount"), DOC_MONEY, 0},
	{"currency", N_("Currency"), DOC_TEXT, 0},
	{"value", N_("Value"), DOC_TEXT, DOC_GROW},
	{"due", N_("Due"), DOC_TIME, 0},
	{"text", N_("Note"), DOC_TEXT, DOC_GROW},
	{"ref", N_("About"), DOC_TEXT, DOC_DATA},
	{"void", N_("Voids"), DOC_TEXT, 0},
	{"sum", "", DOC_TEXT, DOC_DATA},
};

_Static_assert(sizeof(contact_columns) / sizeof(struct doc_column) ==
			CONTACT_COLUMNS &&
		sizeof(note_columns) / sizeof(struct doc_column) ==
			NOTE_COLUMNS,
	"every column of the logs is shown");

/* One column of a lead, whatever it is called. */
static void
put_lead(const struct one *one, struct doc *doc)
{
	build_facts(doc, "leads.tsv", _("The lead's record"));
	for (size_t i = 0; i < one->list.n; i++)
		build_fact(doc, one->names[i], one->names[i],
			row_field(one->row, i), DOC_TEXT);
}

/* Every line of a log about the lead, the voided and the voiding too. */
static void
put_log(const struct one *one, struct doc *doc, const struct notebook *book,
	size_t columns)
{
	struct view id = one_get(one, "lead_id");
	const struct log_index *index = &book->log.index;
	struct digest hash = log_index_hash(index, id);
	const struct log_place *place;
	size_t at = 0;

	while ((place = log_index_next(index, hash, &at))) {
		struct view line = log_index_line(index, place);
		struct view field[ENTRY_COLUMNS];
		size_t n = 0;

		while (n < columns && view_cut(&line, '\t', &field[n]))
			n++;
		if (n < columns || !view_eq(field[CONTACT_LEAD_ID], id))
			continue;
		for (size_t c = 0; c < columns; c++)
			build_field(doc, field[c]);
	}
}

static void
put_suppressed(const struct job *job, const struct one *one, struct doc *doc)
{
	char *path = store_path(&job->set->common, "suppress.tsv");
	struct suppress suppress;
	struct str key = {0};
	const struct suppress_entry *entry;

	suppress_load(&suppress, path, one->people.policy.text[POLICY_COUNTRY],
		job->now);
	company_key(one_get(one, "company"), &key);
	entry = suppress_find(&suppress,
		&(struct suppress_query){
			.lead_id = one_get(one, "lead_id"),
			.email = one_get(one, "email"),
			.phone = one_get(one, "phone"),
			.mobile = one_get(one, "mobile"),
			.domain = one_get(one, "domain"),
			.company = str_view(&key),
			.notes = one_get(one, "notes"),
		});
	build_facts(doc, "suppress.tsv", _("Not to be contacted"));
	if (entry) {
		build_fact(doc, "key_type", _("By"), entry->key_type, DOC_TEXT);
		build_fact(
			doc, "channel", _("Channel"), entry->channel, DOC_WORD);
		build_fact(doc, "reason", _("Reason"), entry->reason, DOC_WORD);
		build_fact(doc, "at", _("Since"), entry->at, DOC_TIME);
		build_fact(doc, "by", _("Recorded by"), entry->by, DOC_TEXT);
	}
	suppress_fini(&suppress);
	str_fini(&key);
	mem_free(path);
}

static void
write_subject(struct job *job, struct doc *doc, size_t i)
{
	const struct one *one = job->own;

	(void)i;
	doc->title = _("What we hold about you");
	if (!one_load(job))
		return;
	doc->subtitle = doc_text(doc, "%.*s",
		VIEW_ARGS(doc_keep_field(doc, one_get(one, "full_name"))));
	put_lead(one, doc);
	build_section(doc, "contacts.tsv", _("Contacts"), contact_columns,
		CONTACT_COLUMNS);
	put_log(one, doc, &one->contacts, CONTACT_COLUMNS);
	build_section(doc, "notes.tsv", _("Notes"), note_columns, NOTE_COLUMNS);
	put_log(one, doc, &one->notes, NOTE_COLUMNS);
	put_suppressed(job, one, doc);
}

const struct report report_subject = {
	.name = "subject",
	.purpose = N_("all that is held about a person"),
	.flags = REPORT_KEY | REPORT_BARE,
	.open = one_open,
	.start = list_report_start,
	.record = one_record,
	.stop = list_report_stop,
	.settle = one_settle,
	.write = write_subject,
	.close = one_close,
};
