#include "lead/column.h"

#include "lead/folded.h"

#define LONGEST 24 /* of the names below, and more */
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

static unsigned
least(unsigned a, unsigned b, unsigned c)
{
	unsigned n = a < b ? a : b;

	return n < c ? n : c;
}

/* Letters to add, drop or change to get from one to the other. */
static unsigned
slips(struct view a, struct view b)
{
	unsigned row[LONGEST + 1];

	for (unsigned k = 0; k <= b.len; k++)
		row[k] = k;
	for (unsigned i = 1; i <= a.len; i++) {
		unsigned corner = row[0];

		row[0] = i;
		for (unsigned k = 1; k <= b.len; k++) {
			unsigned above = row[k];

			row[k] = least(above + 1, row[k - 1] + 1,
				corner + (a.at[i - 1] != b.at[k - 1]));
			corner = above;
		}
	}
	return row[b.len];
}

const char *
column_like(struct view name)
{
	const char *best = NULL, *ours;
	unsigned fewest = SLIPS + 1;

	if (name.len < 2 * SLIPS || name.len > LONGEST)
		return NULL;
	for (size_t i = 0; (ours = name_at(i)); i++) {
		unsigned n = slips(name, view_of(ours));

		if (n >= fewest)
			continue;
		fewest = n;
		best = ours;
	}
	return best;
}
