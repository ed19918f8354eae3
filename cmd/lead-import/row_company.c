#include "row_company.h"
#include "row_value.h"

#include "lead/company.h"
#include "lead/domain.h"
#include "lead/email.h"
#include "lead/subscriber.h"

/*
 * The registered domain of a site or, mail, of an address whose host this is;
 * nothing, if that is a free mailer.
 */
static struct view
domain_of(struct row *row, struct view from, bool mail)
{
	uint8_t salt = mail ? ROW_MAIL_DOMAIN : ROW_DOMAIN;
	size_t start = row->text.len;
	struct recall_slot *slot;
	bool found;

	if (!from.len)
		return from;
	slot = recall_find(&row->recall, from, salt, &found);
	if (found) {
		recall_put(slot, &row->text);
	} else {
		if (!mail || !email_is_free(from))
			domain_normalise(from, NULL, &row->text);
		recall_keep(slot, from, str_tail(&row->text, start), salt, 0);
	}
	return str_tail(&row->text, start);
}

void
row_make_domain(struct row *row, const struct schema_columns *at)
{
	struct view *out;

	if (at->domain < 0 || row->out[at->domain].len)
		return;
	out = &row->out[at->domain];
	if (at->website >= 0)
		*out = domain_of(row, row->out[at->website], false);
	if (!out->len && row->email_ok)
		*out = domain_of(row, email_domain(row->out[at->email]), true);
}

struct answer
row_ask_subscriber(const struct row *row, struct view company)
{
	unsigned abroad = company_abroad(row_country(row));

	return answers_ask(
		&row->answers, company, (uint8_t)(ROW_SUBSCRIBER + abroad));
}

static enum subscriber
look_up_subscriber(struct row *row, struct view company, struct view number,
	struct view email)
{
	struct answer answer = row->company_asked;
	uint8_t subscriber;

	if (!company.len || number.len)
		return subscriber_of(company, number, email, row_country(row));
	if (company.at != row->company_of.at ||
		company.len != row->company_of.len)
		answer = row_ask_subscriber(row, company);
	if (!answer_has(answer, &subscriber)) {
		subscriber = (uint8_t)subscriber_of(
			company, number, email, row_country(row));
		answer_keep(answer, subscriber);
	}
	return (enum subscriber)subscriber;
}

void
row_make_subscriber(struct row *row, const struct schema_columns *at)
{
	struct view number = {0};
	enum subscriber subscriber;

	if (row->out[at->subscriber].len)
		return;
	if (at->company_number >= 0)
		number = row->out[at->company_number];
	subscriber = look_up_subscriber(row, row->out[at->company], number,
		row->email_ok ? row->out[at->email] : (struct view){0});
	if (subscriber != SUBSCRIBER_UNKNOWN)
		row->out[at->subscriber] = subscriber_name(subscriber);
}
