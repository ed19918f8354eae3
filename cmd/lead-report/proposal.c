/* A letter to a lead: what they need, what we offer, what it costs. */
#include "base/lang.h"
#include "brief.h"
#include "build.h"
#include "clock.h"
#include "lead/money.h"
#include "reports.h"

static const struct doc_column offer_columns[] = {
	{"feature", N_("What it is"), DOC_TEXT, DOC_GROW | DOC_STRONG},
	{"benefit", N_("What you have from it"), DOC_TEXT, DOC_GROW},
	{"value", N_("What that is worth"), DOC_TEXT, DOC_GROW},
};

static const struct doc_column price_columns[] = {
	{"product", N_("Product"), DOC_TEXT, DOC_STRONG},
	{"text", N_("What it is"), DOC_TEXT, DOC_GROW},
	{"price", N_("Price"), DOC_MONEY, 0},
};

/* Plain text of a field of the lead, in the document's arena. */
static struct view
plain(const struct one *one, struct doc *doc, const char *name)
{
	return doc_keep_field(doc, one_get(one, name));
}

static void
put_line(struct doc *doc, struct view line)
{
	if (line.len)
		build_paragraph(doc, line);
}

static void
put_from(const struct one *one, struct doc *doc)
{
	static const enum policy_key keys[] = {POLICY_NAME, POLICY_ADDRESS,
		POLICY_NUMBER, POLICY_EMAIL, POLICY_REGISTERED};

	build_prose(doc, "from", NULL);
	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++)
		put_line(doc, one->people.policy.text[keys[i]]);
}

static void
put_to(const struct one *one, struct doc *doc)
{
	static const char *const names[] = {"full_name", "job_title", "company",
		"street", "city", "region", "postcode"};
	struct str when = {0};

	build_prose(doc, "to", NULL);
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		put_line(doc, plain(one, doc, names[i]));
	build_prose(doc, "date", NULL);
	clock_write_long(doc->now, &when);
	put_line(doc, str_view(&when));
	str_fini(&when);
}

/* "Dear Gareth Llewellyn," */
static void
put_greeting(const struct one *one, struct doc *doc)
{
	struct view salutation = plain(one, doc, "salutation");
	struct view last = plain(one, doc, "last_name");
	struct view first = plain(one, doc, "first_name");

	build_prose(doc, "subject", NULL);
	put_line(doc, view_of(doc->title));
	build_prose(doc, "greeting", NULL);
	if (salutation.len && last.len)
		put_line(doc,
			view_of(doc_text(doc, _("Dear %.*s %.*s,"),
				VIEW_ARGS(salutation), VIEW_ARGS(last))));
	else
		put_line(doc,
			view_of(doc_text(doc, _("Dear %.*s,"),
				VIEW_ARGS(first.len ? first
						    : plain(one, doc,
							      "full_name")))));
}

static void
put_needs(const struct one *one, struct doc *doc)
{
	struct view last = one_get(one, "last_contact");
	struct str when = {0};
	bool any = false;

	build_prose(doc, "opening", NULL);
	if (last.len) {
		clock_write_full(
			view_upto(last, sizeof("2026-11-23") - 1), &when);
		put_line(doc,
			view_of(doc_text(doc,
				_("Thank you for talking with us on %s."),
				str_text(&when))));
	} else {
		put_line(doc, view_of(_("Thank you for your interest.")));
	}
	for (size_t i = 0; i < one->known.items_n; i++) {
		const struct item *item = &one->known.items[i];

		if (item->kind > KIND_REQUIREMENT ||
			(item->flags & NOTE_DROPPED))
			continue;
		if (!any)
			put_line(doc,
				view_of(_("This is what you told us that you "
					  "need:")));
		any = true;
		put_line(doc,
			view_of(doc_text(doc, "\xe2\x80\xa2 %.*s",
				VIEW_ARGS(doc_keep_field(
					doc, brief_said(item->first))))));
	}
	str_fini(&when);
}

static void
put_offer(const struct one *one, struct doc *doc)
{
	const struct product_fact *fact;
	struct str words = {0};
	size_t at = 0;

	build_prose(doc, "offer", _("What we propose"));
	if (one->product->itself)
		put_line(doc,
			view_of(doc_text(doc, "%.*s: %.*s",
				VIEW_ARGS(one->product->itself->name),
				VIEW_ARGS(one->product->itself->text))));
	brief_words(one, &words);
	build_section(doc, "features", NULL, offer_columns,
		sizeof(offer_columns) / sizeof(*offer_columns));
	while ((fact = catalogue_next(
			&one->catalogue, one->product, PRODUCT_FEATURE, &at))) {
		if (!product_is_for(fact, str_view(&words)))
			continue;
		build_cell(doc, fact->text.len ? fact->text : fact->name);
		build_cell(doc, brief_named(one, PRODUCT_BENEFIT, fact->name));
		build_cell(doc, brief_named(one, PRODUCT_VALUE, fact->name));
	}
	str_fini(&words);
}

static void
put_price(const struct one *one, struct doc *doc, const struct product *product)
{
	const struct product_fact *itself = product ? product->itself : NULL;
	struct view currency =
		money_of_country(one->people.policy.text[POLICY_COUNTRY]);

	if (!itself || !itself->value.len)
		return;
	build_cell(doc, itself->name);
	build_cell(doc, itself->text);
	build_cell(doc,
		view_of(doc_text(doc, "%.*s %.*s", VIEW_ARGS(itself->value),
			VIEW_ARGS(currency))));
}

static void
put_prices(const struct one *one, struct doc *doc)
{
	build_section(doc, "prices", _("What it costs"), price_columns,
		sizeof(price_columns) / sizeof(*price_columns));
	put_price(one, doc, one->product);
	for (size_t i = 0; i < one->known.items_n; i++) {
		const struct item *item = &one->known.items[i];
		struct view key = item->first->field[NOTE_PRODUCT];

		if (item->kind == KIND_OPPORTUNITY &&
			(item->flags & NOTE_OPEN) && key.len &&
			!view_eq(key, one->product->key))
			put_price(
				one, doc, catalogue_find(&one->catalogue, key));
	}
}

static void
put_terms(const struct one *one, struct doc *doc)
{
	const struct product_fact *fact;
	size_t at = 0;

	build_prose(doc, "terms", _("Terms"));
	while ((fact = catalogue_next(
			&one->catalogue, one->product, PRODUCT_TERMS, &at)))
		put_line(doc,
			view_of(doc_text(doc, "%.*s: %.*s",
				VIEW_ARGS(fact->name), VIEW_ARGS(fact->text))));
}

static void
put_close(const struct one *one, struct doc *doc)
{
	struct view next = one_get(one, "next_at");
	struct view agenda = plain(one, doc, "agenda");
	const struct person *owner =
		people_find(&one->people, plain(one, doc, "owner"));
	struct str when = {0};

	build_prose(doc, "close", NULL);
	if (next.len && agenda.len) {
		clock_write_full(next, &when);
		put_line(doc,
			view_of(doc_text(doc,
				_("As agreed, we talk again on %s, "
				  "about: %.*s."),
				str_text(&when), VIEW_ARGS(agenda))));
	} else {
		put_line(doc,
			view_of(_("May we talk about it?  We shall call.")));
	}
	build_prose(doc, "signature", NULL);
	put_line(doc, view_of(_("Yours sincerely,")));
	put_line(doc,
		owner && owner->name.len
			? owner->name
			: one->people.policy.text[POLICY_NAME]);
	str_fini(&when);
}

static void
write_proposal(struct job *job, struct doc *doc, size_t i)
{
	const struct one *one = job->own;
	struct view company;

	(void)i;
	doc->layout = DOC_LETTER;
	doc->title = _("Proposal");
	if (!one_load(job))
		return;
	if (!one->product) {
		warn(_("no product of the catalogue suits them: see "
		       "lead-score(1)"));
		job->status = STATUS_PART;
		return;
	}
	company = plain(one, doc, "company");
	doc->title = doc_text(doc, _("%.*s for %.*s"),
		VIEW_ARGS(one->product->itself ? one->product->itself->name
					       : one->product->key),
		VIEW_ARGS(
			company.len ? company : plain(one, doc, "full_name")));
	put_from(one, doc);
	put_to(one, doc);
	put_greeting(one, doc);
	put_needs(one, doc);
	put_offer(one, doc);
	put_prices(one, doc);
	put_terms(one, doc);
	put_close(one, doc);
}

const struct report report_proposal = {
	.name = "proposal",
	.purpose = N_("a letter with what we offer, and what it costs"),
	.flags = REPORT_KEY,
	.open = one_open,
	.start = list_report_start,
	.record = one_record,
	.stop = list_report_stop,
	.settle = one_settle,
	.write = write_proposal,
	.close = one_close,
};
