#include "lead/column.h"

#include "base/slip.h"
#include "lead/folded.h"

#define SLIPS 2

/* Of lead-import. */
static const char *const names[] = {"lead_id", "source", "source_id",
	"obtained_at", "salutation", "first_name", "middle_name", "last_name",
	"full_name", "job_title", "department", "buying_role", "company",
	"company_number", "industry", "employees", "annual_revenue", "currency",
	"email", "email_status", "phone", "phone_status", "mobile", "website",
	"domain", "linkedin", "street", "city", "region", "postcode", "country",
	"language", "timezone", "product_interest", "products", "value",
	"campaign", "owner", "team", "tags", "subscriber", "lawful_basis",
	"do_not_call", "do_not_email", "do_not_sms", "do_not_post",
	"privacy_notice_at", "import_id", "notes"};

/* Name i of all; NULL behind the last. */
static const char *
name_at(size_t i)
{
	size_t n = sizeof(names) / sizeof(*names);

	return i < n ? names[i] : folded_name(i - n);
}

bool
column_is_ours(struct view name)
{
	const char *ours;

	for (size_t i = 0; (ours = name_at(i)); i++)
		if (view_is(name, ours))
			return true;
	return folded_is(name);
}

const char *
column_like(struct view name)
{
	const char *best = NULL, *ours;
	unsigned fewest = SLIPS + 1;

	if (name.len < 2 * SLIPS || name.len > SLIP_LONGEST)
		return NULL;
	for (size_t i = 0; (ours = name_at(i)); i++) {
		unsigned n = slip_count(name, view_of(ours));

		if (n >= fewest)
			continue;
		fewest = n;
		best = ours;
	}
	return best;
}
