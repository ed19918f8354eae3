#include "seen.h"

#include "chunk.h"

#include "base/lang.h"
#include "base/mem.h"
#include "lead/email.h"
#include "lead/fold.h"
#include "lead/lexicon.h"

#define ROWS 100  /* that are looked at */
#define ANSWER 32 /* bytes: what is longer is none of a few words */

struct seen {
	size_t filled, emails, numbers;
	size_t others; /* that show another meaning: see doubts */
};

/* Columns that identify by themselves, and what fields of them hold. */
static const char *const known[] = {
	"email", "phone", "mobile", "linkedin", "source_id"};

/* Whose else an address may be, by a word of the header. */
static const char *const others[] = {"account", "assigned", "assistant", "by",
	"consultant", "created", "manager", "modified", "owner", "parent",
	"partner", "referrer", "rep", "reports", "sales", "spouse",
	"supervisor"};

/* Does a field mean one of the first of these columns? */
static bool
is_known(const struct meaning *meanings, size_t n, size_t columns)
{
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < columns; k++)
			if (view_is(meanings[i].column, known[k]))
				return true;
	return false;
}

static bool
is_of_another(struct view header)
{
	struct str snake = {0};
	struct view rest, word;
	bool found = false;

	headers_snake(header, &snake);
	rest = str_view(&snake);
	while (view_cut(&rest, '_', &word))
		found |= lexicon_find(LEXICON(others), word) != NULL;
	str_fini(&snake);
	return found;
}

/* A + or digits and what stands between them: an order's number has none. */
static bool
is_number(struct view text)
{
	size_t digits = 0;

	if (!text.len || !memchr("+0(", text.at[0], 3))
		return false;
	for (size_t i = 0; i < text.len; i++) {
		char c = text.at[i];

		if (c >= '0' && c <= '9')
			digits++;
		else if (!memchr("+ -().", c, 6))
			return false;
	}
	return digits >= 9 && digits <= 15 && digits < text.len;
}

static bool
has_word(struct view text, struct lexicon words)
{
	char room[ANSWER * 12];
	struct str key = {room, 0, sizeof(room)}; /* never grows */

	if (!text.len || text.len > ANSWER)
		return false;
	fold_key(text, &key);
	return lexicon_find(words, str_view(&key)) != NULL;
}

static bool
is_state(struct view text)
{
	static const char *const states[] = {"active", "bounced", "cleaned",
		"confirmed", "deleted", "inactive", "spam", "subscribed",
		"unconfirmed", "unsubscribed"};

	return has_word(text, LEXICON(states));
}

static bool
is_salutation(struct view text)
{
	static const char *const words[] = {"dame", "dr", "frau", "herr",
		"lady", "lord", "miss", "mlle", "mme", "mr", "mrs", "ms", "mx",
		"prof", "rev", "sig", "sir", "sr", "sra"};

	return has_word(text, LEXICON(words));
}

static bool
is_address(struct view text)
{
	struct str out = {0};
	bool is = email_normalise(text, &out);

	str_fini(&out);
	return is;
}

static bool
is_other_site(struct view text)
{
	return view_find_byte(text, '.') < text.len &&
		view_find_byte(text, '@') == text.len &&
		view_find(text, VIEW("linkedin")) == text.len;
}

/* What a header seems to mean, and what it means if its values show that. */
static const struct doubt {
	const char *column, *instead;
	bool (*shows)(struct view text);
} doubts[] = {
	{"region", "status", is_state},
	{"job_title", "salutation", is_salutation},
	{"subscriber", "email", is_address},
	{"company_linkedin", "website", is_other_site},
};

static const struct doubt *
doubt_of(const struct meaning *meaning)
{
	for (size_t i = 0; i < sizeof(doubts) / sizeof(*doubts); i++)
		if (!meaning->told && !meaning->asked &&
			view_is(meaning->column, doubts[i].column))
			return &doubts[i];
	return NULL;
}

struct sample {
	struct seen *seen;
	const struct meaning *meanings;
	size_t n, rows;
};

static bool
look(void *data, const struct csv *csv)
{
	struct sample *sample = data;
	struct str out = {0};

	for (size_t i = 0; i < csv->n && i < sample->n; i++) {
		struct view text = view_trim(csv->fields[i]);
		struct seen *seen = &sample->seen[i];
		const struct doubt *doubt = doubt_of(&sample->meanings[i]);

		seen->others += doubt && doubt->shows(text);
		seen->filled += text.len > 0;
		seen->numbers += is_number(text);
		str_clear(&out);
		seen->emails += email_normalise(text, &out);
	}
	str_fini(&out);
	return ++sample->rows < ROWS;
}

/*
 * The canonical name of what most fields hold, or NULL: nothing else is like
 * an address, many things are like numbers.
 */
static const char *
name_of(const struct seen *seen)
{
	if (seen->filled && seen->emails * 3 >= seen->filled * 2)
		return "email";
	if (seen->filled && seen->numbers * 10 >= seen->filled * 9)
		return "phone";
	return NULL;
}

/* The field that is of a name: of addresses the first; -1: none, or several. */
static int
find_one(const struct seen *seen, const struct meaning *meanings,
	const struct dump *dump, const char *name)
{
	size_t n = dump->layout.width;
	int found = -1;

	for (size_t i = 0; i < n; i++) {
		const char *is = name_of(&seen[i]);

		if (meanings[i].known || meanings[i].asked || !is ||
			strcmp(is, name) != 0 || is_of_another(dump->names[i]))
			continue;
		if (view_is(view_of(name), "email"))
			return (int)i;
		if (found >= 0)
			return -1;
		found = (int)i;
	}
	return found;
}

/* Headers that their values contradict. */
static void
find_others(const struct dump *dump, const struct settings *set,
	const struct seen *seen, struct meaning *meanings)
{
	for (size_t i = 0; i < dump->layout.width; i++) {
		const struct doubt *doubt = doubt_of(&meanings[i]);

		if (!doubt || !seen[i].others ||
			seen[i].others * 3 < seen[i].filled * 2)
			continue;
		meanings[i].column = view_of(doubt->instead);
		if (!set->common.quiet)
			warn(_("%s: '%.*s' is read as %s, as its values show"),
				dump->name, VIEW_ARGS(dump->names[i]),
				doubt->instead);
	}
}

static bool
is_doubtful(const struct meaning *meanings, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (doubt_of(&meanings[i]))
			return true;
	return false;
}

static void
find_keys(const struct dump *dump, const struct settings *set,
	const struct seen *seen, struct meaning *meanings)
{
	/* Many things are like numbers: who has an address needs none. */
	static const struct {
		const char *name;
		size_t columns; /* of known that must not be there */
	} sought[] = {{"email", 1}, {"phone", sizeof(known) / sizeof(*known)}};

	for (size_t i = 0; i < 2; i++) {
		int at = find_one(seen, meanings, dump, sought[i].name);

		if (at < 0 ||
			is_known(meanings, dump->layout.width,
				sought[i].columns))
			continue;
		meanings[at].column = view_of(sought[i].name);
		meanings[at].known = true;
		if (!set->common.quiet)
			warn(i == 0 ? _("%s: '%.*s' holds e-mail addresses: it"
					" is read as email")
				    : _("%s: '%.*s' holds telephone numbers:"
					" it is read as phone"),
				dump->name, VIEW_ARGS(dump->names[at]));
	}
}

void
seen_find(const struct dump *dump, const struct settings *set,
	struct meaning *meanings)
{
	size_t n = dump->layout.width;
	struct seen *seen;

	if (is_known(meanings, n, 1) && !is_doubtful(meanings, n))
		return;
	seen = mem_new(n + 1, sizeof(*seen));
	chunk_walk(dump, set->common.max_record, look,
		&(struct sample){seen, meanings, n, 0});
	find_others(dump, set, seen, meanings);
	find_keys(dump, set, seen, meanings);
	mem_free(seen);
}
