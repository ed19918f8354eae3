#include "columns.h"

const struct column columns[] = {
	{"lead_id", KIND_ID, true},
	{"source", KIND_TEXT, true},
	{"source_id", KIND_ID, false},
	{"obtained_at", KIND_DATE, true},
	{"salutation", KIND_TEXT, false},
	{"first_name", KIND_NAME, false},
	{"middle_name", KIND_NAME, false},
	{"last_name", KIND_NAME, false},
	{"full_name", KIND_FULL_NAME, true},
	{"job_title", KIND_TEXT, false},
	{"department", KIND_TEXT, false},
	{"buying_role", KIND_TEXT, false},
	{"company", KIND_COMPANY, true},
	{"company_number", KIND_COMPANY_NUMBER, false},
	{"industry", KIND_TEXT, false},
	{"employees", KIND_NUMBER, false},
	{"annual_revenue", KIND_MONEY, false},
	{"currency", KIND_CURRENCY, false},
	{"email", KIND_EMAIL, true},
	{"email_status", KIND_TEXT, false},
	{"phone", KIND_PHONE, true},
	{"phone_status", KIND_TEXT, false},
	{"mobile", KIND_PHONE, false},
	{"website", KIND_WEBSITE, false},
	{"domain", KIND_DOMAIN, false},
	{"linkedin", KIND_LINKEDIN, false},
	{"street", KIND_STREET, false},
	{"city", KIND_TEXT, false},
	{"region", KIND_TEXT, false},
	{"postcode", KIND_POSTCODE, false},
	{"country", KIND_COUNTRY, true},
	{"language", KIND_TEXT, true},
	{"timezone", KIND_TEXT, false},
	{"product_interest", KIND_TEXT, false},
	{"products", KIND_TEXT, false},
	{"value", KIND_MONEY, false},
	{"campaign", KIND_TEXT, false},
	{"owner", KIND_TEXT, false},
	{"team", KIND_TEXT, false},
	{"tags", KIND_TAGS, false},
	{"subscriber", KIND_SUBSCRIBER, true},
	{"lawful_basis", KIND_BASIS, true},
	{"do_not_call", KIND_STOP, false},
	{"do_not_email", KIND_STOP, false},
	{"do_not_sms", KIND_STOP, false},
	{"do_not_post", KIND_STOP, false},
	{"privacy_notice_at", KIND_DATE, false},
	{"import_id", KIND_ID, false},
	{"notes", KIND_NOTE, false},
	{0},
};

static const struct route routes[] = {
	{"created_at", "obtained_at", KIND_DATE, false},
	{"source_date", "obtained_at", KIND_DATE, false},
	{"description", "notes", KIND_NOTE, false},
	{"labels", "tags", KIND_TAGS, false},
	{"email2", "email", KIND_EMAIL, true},
	{"email3", "email", KIND_EMAIL, true},
	{"phone2", "phone", KIND_PHONE, true},
	{"home_phone", "phone", KIND_PHONE, true},
	{"other_phone", "phone", KIND_PHONE, true},
	{"company_phone", "phone", KIND_PHONE, true},
	{"street2", "street", KIND_STREET, false},
	{"street3", "street", KIND_STREET, false},
	{"company_street", "street", KIND_STREET, true},
	{"company_city", "city", KIND_TEXT, true},
	{"company_region", "region", KIND_TEXT, true},
	{"company_country", "country", KIND_COUNTRY, true},
	{"company_for_email", "company", KIND_COMPANY, true},
	{"file_as", "full_name", KIND_FULL_NAME, true},
	{"owner_id", "owner", KIND_TEXT, true},
	{"utm_campaign", "campaign", KIND_TEXT, true},
	{"campaign_group", "campaign", KIND_TEXT, true},
	{"email_optout", "do_not_email", KIND_STOP, false},
	{"email_bounced", "email_status", KIND_BOUNCED, true},
	{"email_bounced_at", "email_status", KIND_BOUNCED, true},
	{"email_bounced_reason", "email_status", KIND_BOUNCED, true},
	{"phone_dead", "phone_status", KIND_BOUNCED, true},
	{"optin", "do_not_email", KIND_PERMIT, false},
	{"sms_optin", "do_not_sms", KIND_PERMIT, false},
	{"call_optin", "do_not_call", KIND_PERMIT, false},
	{"post_optin", "do_not_post", KIND_PERMIT, false},
	{"contact_optin", "do_not_call", KIND_PERMIT_ALL, false},
	{"phone_optout", "do_not_call", KIND_STOP, false},
	{"no_contact", "do_not_call", KIND_STOP_ALL, false},
	{"status", "do_not_call", KIND_REFUSAL, true},
	{"lifecycle", "do_not_call", KIND_REFUSAL, true},
	{"contact_status", "do_not_call", KIND_REFUSAL, true},
	{"contact_preference", "do_not_call", KIND_PREFERENCE, true},
	{"call_outcome", "do_not_call", KIND_REMARK, true},
	{"label", "do_not_call", KIND_REFUSAL, true},
	{"category", "do_not_call", KIND_REMARK, true},
	{"segment", "do_not_call", KIND_REMARK, true},
	{"group", "do_not_call", KIND_REMARK, true},
	{"result", "do_not_call", KIND_REMARK, true},
	{"lists", "do_not_call", KIND_REFUSAL, true},
	{"unsubscribed_at", "do_not_email", KIND_STOP_DATE, true},
	{"do_not_call_reason", "do_not_call", KIND_STOP_DATE, true},
	{"consent", "lawful_basis", KIND_CONSENT, true},
	{"legal_basis", "lawful_basis", KIND_BASIS, false},
};

/* Dates that no column of ours has. */
static const char *const dates[] = {"close_date", "consent_at", "converted_at",
	"email_bounced_at", "fulfilled_at", "last_activity", "last_contacted",
	"modified_at", "next_action_at", "reviewed_at", "unsubscribed_at"};

/* Owned by the other programs: DESIGN sections 7 and 8. */
static const char *const reserved[] = {"stage", "stage_at", "stage_reason",
	"attempts", "reached", "first_contact", "last_contact", "last_channel",
	"last_outcome", "next_at", "next_action", "agenda", "overdue",
	"consent_call", "consent_email", "consent_sms", "needs", "requirements",
	"interests", "budget", "authority", "timeline", "competitor",
	"renewal_at", "objections_open", "enquiries_open", "terms_version",
	"terms_at", "opportunities", "bant", "gaps", "notes_count", "last_note",
	"fit", "interest", "ability", "score", "grade", "win_probability",
	"product", "product_gaps", "offers", "priority", "reasons"};

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

const struct route *
columns_route(struct view canonical)
{
	for (size_t i = 0; i < COUNT(routes); i++)
		if (view_is(canonical, routes[i].canonical))
			return &routes[i];
	return NULL;
}

enum kind
columns_own_kind(struct view canonical)
{
	for (size_t i = 0; i < COUNT(dates); i++)
		if (view_is(canonical, dates[i]))
			return KIND_DATE;
	return KIND_TEXT;
}

const struct column *
columns_find(struct view name)
{
	for (const struct column *c = columns; c->name; c++)
		if (view_is(name, c->name))
			return c;
	return NULL;
}

bool
columns_reserved(struct view name)
{
	for (size_t i = 0; i < COUNT(reserved); i++)
		if (view_is(name, reserved[i]))
			return true;
	return false;
}
