#include "lead/subscriber.h"

#include "lead/company.h"
#include "lead/email.h"
#include "lead/name.h"

/* In the order of enum subscriber. */
static const char *const names[] = {"unknown", "corporate", "individual"};

/*
 * A number of Companies House: eight digits, or two letters and six digits.
 * SL and NL are ordinary limited partnerships of Scotland and Northern
 * Ireland, SO, OC and NC limited liability partnerships: all registered.
 */
static bool
is_registered(struct view number)
{
	size_t letters = 0;

	number = view_trim(number);
	if (number.len != 8)
		return false;
	for (size_t i = 0; i < number.len; i++) {
		char c = number.at[i];

		if (c >= 'A' && c <= 'Z' && i < 2)
			letters++;
		else if (c < '0' || c > '9')
			return false;
	}
	return letters == 0 || letters == 2;
}

enum subscriber
subscriber_of(struct view company, struct view company_number,
	struct view email, struct view country)
{
	enum company_form form = company_form(company, company_abroad(country));

	if (form == COMPANY_BODY || is_registered(company_number))
		return SUBSCRIBER_CORPORATE;
	if (form == COMPANY_TRADER || form == COMPANY_PARTNERSHIP)
		return SUBSCRIBER_INDIVIDUAL;
	if (name_is_person(company))
		return SUBSCRIBER_INDIVIDUAL;
	if (!view_trim(company).len && email_is_free(email_domain(email)))
		return SUBSCRIBER_INDIVIDUAL;
	return SUBSCRIBER_UNKNOWN;
}

bool
subscriber_read(struct view in, enum subscriber *out)
{
	for (int i = 0; i < 3; i++)
		if (view_is(in, names[i])) {
			*out = (enum subscriber)i;
			return true;
		}
	return false;
}

struct view
subscriber_name(enum subscriber subscriber)
{
	return view_of(names[subscriber]);
}
