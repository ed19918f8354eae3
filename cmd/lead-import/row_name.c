#include "row_value.h"

#include "link/link_nick.h"

#include "lead/company.h"
#include "lead/fold.h"
#include "lead/lexicon.h"
#include "lead/name.h"

/* A word of these behind a comma is no first name, but of a job. */
static const char *const jobs[] = {"accountant", "adviser", "advisor", "agent",
	"analyst", "architect", "assistant", "associate", "buyer", "ceo", "cfo",
	"chairman", "chairperson", "chairwoman", "chief", "cio", "clerk", "cmo",
	"consultant", "controller", "coo", "coordinator", "cto", "cyfarwyddwr",
	"designer", "developer", "director", "engineer", "executive", "founder",
	"geschaftsfuhrer", "head", "lecturer", "manager", "officer", "owner",
	"partner", "president", "principal", "professor", "proprietor",
	"receptionist", "representative", "rheolwr", "secretary", "solicitor",
	"specialist", "supervisor", "technician", "treasurer", "vp"};

static struct view
name_part(struct row *row, struct view part)
{
	size_t start = row->text.len;

	name_normalise(part, &row->text);
	return str_tail(&row->text, start);
}

/* A last name, which knows that it does not stand first: "van der Berg". */
static struct view
last_name(struct row *row, const struct name *name)
{
	struct str *s = &row->scratch;
	bool small = name->last.len && name->last.at[0] >= 'a';

	str_clear(s);
	str_add(s, small ? "x " : "X ");
	str_put(s, name->particle);
	str_add(s, name->particle.len ? " " : "");
	str_put(s, name->last);
	return view_from(name_part(row, str_view(s)), 2);
}

/*
 * "REES, Nia": the other way round, each part with its capitals.  A title
 * stays before it, and what is behind a second comma behind it.
 */
static struct view
turn_round(struct row *row, struct view value, size_t comma)
{
	size_t second =
		comma + 1 + view_find_byte(view_from(value, comma + 1), ',');
	struct view rest = view_from(value, second);
	struct name name, before;
	size_t start;

	/* "Dr. Rees, Nia" */
	name_split(view_upto(value, comma), &before);
	value = view_upto(value, second);
	if (before.salutation.at == value.at)
		value = view_trim(view_from(value, before.salutation.len));
	name_split(value, &name);
	if (!name.salutation.len)
		name.salutation = before.salutation;
	name.last = last_name(row, &name);
	name.particle = (struct view){0};
	name.first = name_part(row, name.first);
	name.middle = name_part(row, name.middle);
	start = row->text.len;
	str_put(&row->text, name.salutation);
	str_add(&row->text, name.salutation.len ? " " : "");
	name_join(&name, &row->text);
	str_put(&row->text, rest);
	return str_tail(&row->text, start);
}

/* Is it a company, "Hughes Plumbing Ltd" of "Hughes Plumbing Ltd, Cardiff"? */
static bool
is_company(const struct row *row, struct view text)
{
	return company_form(text, company_abroad(row_country(row))) ==
		COMPANY_BODY;
}

static bool
is_job(struct row *row, struct view text)
{
	struct view words, word;

	str_clear(&row->scratch);
	fold_key(text, &row->scratch);
	words = str_view(&row->scratch);
	while (view_cut(&words, ' ', &word))
		if (lexicon_find(LEXICON(jobs), word))
			return true;
	return false;
}

void
row_put_job(struct row *row, const struct schema_columns *at)
{
	if (at->job_title >= 0 && !row->out[at->job_title].len)
		row_put_text(row, &row->out[at->job_title], row->job);
	else
		row_join(row, JOIN_NOTES, &row->out[at->notes], row->job);
}

/* How many words a part of a name has; *joined: one is an "and". */
static size_t
count_words(struct view part, bool *joined)
{
	static const char *const joints[] = {"&", "ac", "and", "und"};
	struct view word;
	size_t n = 0;

	while (part.len && view_cut(&part, ' ', &word)) {
		n += word.len > 0;
		*joined |= lexicon_find(LEXICON(joints), word) != NULL;
	}
	return n;
}

/*
 * "Ann Bee, Cy Dee" are two people, "Jones, Evans and Partners" is nobody:
 * neither is turned round.  "van der Berg, Jan" is, and "Rees Jones, Mari
 * Ann", where no first name stands first.
 */
static bool
are_several(struct row *row, struct view before, struct view behind)
{
	bool joined = false;
	size_t words = count_words(before, &joined);

	behind = view_trim(view_upto(behind, view_find_byte(behind, ',')));
	if (count_words(behind, &joined) < 2 || words < 2 || joined)
		return joined;
	str_clear(&row->scratch);
	fold_key(view_upto(before, view_find_byte(before, ' ')), &row->scratch);
	return link_has_nick(str_view(&row->scratch));
}

void
row_put_full_name(struct row *row, const struct row_context *context,
	const struct field_plan *field, struct view value)
{
	struct view *out = row_at(row, field->to);
	size_t comma = value.len;
	struct view job;

	(void)context;
	if (out->len)
		return;
	while (comma && value.at[comma - 1] != ',')
		comma--;
	job = view_trim(view_from(value, comma));
	if (comma && is_job(row, job)) {
		row->job = job;
		value = view_trim(view_upto(value, comma - 1));
	}
	comma = view_find_byte(value, ',');
	if (comma == value.len)
		*out = name_part(row, value);
	else if (is_company(row, view_upto(value, comma)) ||
		are_several(row, view_upto(value, comma),
			view_from(value, comma + 1)))
		row_put_text(row, out, value);
	else
		*out = turn_round(row, value, comma);
}
