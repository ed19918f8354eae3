#include "row_value.h"

#include "lead/fold.h"
#include "lead/lexicon.h"

/* From 1 on as schema_columns has the stops. */
enum refusal { REFUSES_NOTHING, EMAIL, CALL, SMS, POST, ALL };

/* What people put for a state or a tag, folded, and mean a refusal by. */
static const struct words {
	const char *words;
	enum refusal refusal;
} refusals[] = {
	{"deceased", ALL},
	{"dnc", ALL},
	{"dne", EMAIL},
	{"do not call", CALL},
	{"do not contact", ALL},
	{"do not email", EMAIL},
	{"do not mail", POST},
	{"do not market", ALL},
	{"do not phone", CALL},
	{"do not text", SMS},
	{"dont call", CALL},
	{"dont contact", ALL},
	{"dont email", EMAIL},
	{"email opt out", EMAIL},
	{"gdpr objection", ALL},
	{"no calls", CALL},
	{"no contact", ALL},
	{"no email", EMAIL},
	{"no emails", EMAIL},
	{"no marketing", ALL},
	{"no phone calls", CALL},
	{"no sms", SMS},
	{"objected", ALL},
	{"opt out", ALL},
	{"opted out", ALL},
	{"opted out of email", EMAIL},
	{"opted out of marketing", ALL},
	{"optout", ALL},
	{"peidiwch a chysylltu", ALL},
	{"peidiwch a ffonio", CALL},
	{"peidiwch ag e bostio", EMAIL},
	{"suppressed", ALL},
	{"unsubscribed", EMAIL},
	{"unsubscribed from all", ALL},
	{"wedi dad danysgrifio", EMAIL},
	{"wedi marw", ALL},
};

#define LONGEST 32 /* bytes: no value longer than this is one of them */

static enum refusal
look_up(struct row *row, struct view value)
{
	const struct words *found;

	if (value.len > LONGEST)
		return REFUSES_NOTHING;
	str_clear(&row->scratch);
	fold_key(value, &row->scratch);
	found = lexicon_find(LEXICON(refusals), str_view(&row->scratch));
	return found ? found->refusal : REFUSES_NOTHING;
}

/* Of all in a value: two that refuse different things refuse all. */
static enum refusal
look_up_all(struct row *row, struct view value)
{
	enum refusal all = REFUSES_NOTHING;
	struct view tag;

	while (row_cut_tag(&value, &tag)) {
		enum refusal one = look_up(row, tag);

		if (one && all && one != all)
			return ALL;
		all = one ? one : all;
	}
	return all;
}

static void
refuse(struct row *row, const struct schema_columns *at, enum refusal refusal)
{
	for (int i = 0; i < 4; i++)
		if (refusal == ALL || refusal == (enum refusal)(i + 1))
			*row_at(row, at->stops[i]) = VIEW("yes");
}

void
row_put_refusal(struct row *row, const struct row_context *context,
	const struct field_plan *field, struct view value)
{
	struct answer answer = answers_ask(&row->answers, value, ROW_REFUSAL);
	uint8_t refusal;

	(void)field;
	/* States and tags are few, and come over and over. */
	if (!answer_has(answer, &refusal)) {
		refusal = (uint8_t)look_up_all(row, value);
		answer_keep(answer, refusal);
	}
	if (refusal)
		refuse(row, &context->schema->at, (enum refusal)refusal);
}
