#include "forget_person.h"

#include "base/mem.h"
#include "lead/also.h"
#include "lead/email.h"
#include "lead/lexicon.h"
#include "lead/phone.h"
#include "record/field.h"

/* By which a lead is known; their values are normalised. */
static const char *const known[PERSON_KNOWN] = {
	"lead_id", "email", "phone", "mobile", "linkedin"};

/* A word of these in a column's name: it may have such. */
static const char *const words[] = {"cell", "ebost", "email", "emails", "fax",
	"ffon", "mail", "mobile", "phone", "phones", "symudol", "tel",
	"telephone"};

static bool
may_have_some(struct view name)
{
	struct view word;

	while (view_cut(&name, '_', &word))
		if (lexicon_find(LEXICON(words), word))
			return true;
	return false;
}

void
person_columns(struct person_columns *columns, const struct sheet *leads)
{
	const struct header *header = &leads->header;

	columns->beside = mem_new(header->n + 1, sizeof(*columns->beside));
	for (size_t i = 0; i < header->n; i++)
		columns->beside[i] =
			may_have_some(view_of(header_name(header, i)));
	for (size_t i = 0; i < PERSON_KNOWN; i++) {
		columns->known[i] = header_find(header, view_of(known[i]));
		if (columns->known[i] >= 0)
			columns->beside[columns->known[i]] = false;
	}
	columns->country = header_find(header, VIEW("country"));
	columns->notes = header_find(header, VIEW("notes"));
}

void
person_fini(struct person_columns *columns)
{
	mem_free(columns->beside);
}

/* A value that tells; of a page only what is always written of it. */
static struct view
telling(struct view value)
{
	size_t host = view_find(value, VIEW("://"));

	if (host == value.len)
		return value;
	value = view_from(value, host + 3);
	return view_starts(value, VIEW("www.")) ? view_from(value, 4) : value;
}

void
person_known(const struct person_columns *columns, const struct sheet *leads,
	size_t row, person_each *each, void *data)
{
	for (size_t i = 0; i < PERSON_KNOWN; i++) {
		struct view key =
			telling(sheet_get(leads, row, columns->known[i]));

		if (key.len)
			each(data, key);
	}
}

/* Who asks, and the country of the lead. */
struct search {
	struct view country;
	person_each *each;
	void *data;
};

static void
find_addresses(const struct search *search, struct view text)
{
	struct str key = {0};

	while (email_next(&text, &key))
		search->each(search->data, str_view(&key));
	str_fini(&key);
}

/* "07700 900002 / 07700 900003": what is left behind one may be another. */
static void
find_numbers(const struct search *search, struct view text)
{
	struct str key = {0};
	struct phone facts;

	while (text.len &&
		phone_normalise(text, search->country, &key, &facts) ==
			PHONE_OK) {
		search->each(search->data, str_view(&key));
		str_clear(&key);
		text = facts.rest;
	}
	str_fini(&key);
}

static void
find_in(const struct search *search, struct view text)
{
	while (text.len) {
		size_t end = 0;
		struct view piece;

		while (end < text.len && !memchr(",;|\n", text.at[end], 4))
			end++;
		piece = view_upto(text, end);
		text = view_from(text, end + 1);
		if (view_find_byte(piece, '@') < piece.len)
			find_addresses(search, piece);
		else
			find_numbers(search, piece);
	}
}

/* What an import has put into the notes. */
static void
find_in_notes(const struct search *search, struct view notes)
{
	struct view also;

	while (also_find(&notes, &also))
		find_in(search, also);
}

void
person_beside(const struct person_columns *columns, const struct sheet *leads,
	size_t row, person_each *each, void *data)
{
	struct search search = {
		sheet_get(leads, row, columns->country), each, data};
	struct str plain = {0};

	for (size_t i = 0; i < leads->header.n; i++) {
		struct view value = sheet_get(leads, row, (int)i);

		if (!value.len ||
			(!columns->beside[i] && (int)i != columns->notes))
			continue;
		str_clear(&plain);
		str_reserve(&plain, value.len);
		value = field_plain(value, &plain);
		if (columns->beside[i])
			find_in(&search, value);
		else
			find_in_notes(&search, value);
	}
	str_fini(&plain);
}
