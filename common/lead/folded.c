#include "lead/folded.h"

/* Of lead-contact, then of lead-note. */
static const char *const names[] = {"stage", "stage_at", "stage_reason",
	"attempts", "reached", "first_contact", "last_contact", "last_channel",
	"last_outcome", "next_at", "next_action", "agenda", "overdue",
	"consent_call", "consent_email", "consent_sms", "needs", "requirements",
	"interests", "budget", "authority", "timeline", "competitor",
	"renewal_at", "objections_open", "enquiries_open", "terms_version",
	"terms_at", "opportunities", "bant", "gaps", "notes_count",
	"last_note"};

bool
folded_is(struct view column)
{
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (view_is(column, names[i]))
			return true;
	return view_starts(column, VIEW("gate_"));
}

const char *
folded_name(size_t i)
{
	return i < sizeof(names) / sizeof(*names) ? names[i] : NULL;
}
