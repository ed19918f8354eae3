#include "lead/find.h"

#include "base/mem.h"
#include "base/pool.h"
#include "lead/fold.h"
#include "lead/seek.h"

#define PIECE ((size_t)8 << 20)
#define WORTH_THREADS ((size_t)32 << 20)
#define DIGITS_LEAST 5 /* fewer could be anybody's */

/* How well a line matches. */
enum match { MATCH_NOT, MATCH_PART, MATCH_WHOLE };

/* What is looked for. */
struct query {
	const struct find *find;
	struct view text;
	struct seek seek;
	bool digits; /* it is a telephone number: text is its digits */
	/* In a second search: compared without marks and apostrophes. */
	bool folded;
	struct str key;	  /* owned: of the text */
	struct seek word; /* the longest of the key */
	bool marked;	  /* the text is not its own key */
	enum match best;
	struct view rest;
	struct finds *out;
};

struct worker {
	struct view piece;
	struct str key; /* owned: of a field */
	struct finds found;
	enum match best;
};

/* Does a number as stored ("+442920180000") end with these digits? */
static bool
has_digits(struct view number, struct view digits)
{
	return number.len > digits.len && view_ends(number, digits);
}

static enum match
match_text(const struct query *query, struct view field)
{
	if (seek_in(&query->seek, field) == field.len)
		return MATCH_NOT;
	return field.len == query->text.len ? MATCH_WHOLE : MATCH_PART;
}

/* Is the text all that one would call the lead: not just a first name? */
static bool
is_named(const struct query *query, struct view line)
{
	static const enum find_column all[] = {
		FIND_NAME, FIND_COMPANY, FIND_EMAIL};
	const struct find *find = query->find;

	for (size_t i = 0; i < sizeof(all) / sizeof(*all); i++)
		if (match_text(query, find_get(find, line, all[i])) ==
			MATCH_WHOLE)
			return true;
	for (unsigned i = FIND_PHONE; query->digits && i <= FIND_MOBILE; i++)
		if (has_digits(find_get(find, line, (enum find_column)i),
			    query->text))
			return true;
	return view_eq(find_get(find, line, FIND_ID), query->text);
}

/* How a line matches as it is. */
static enum match
match_line(const struct query *query, struct view line)
{
	enum match best = MATCH_NOT;

	for (unsigned i = FIND_NAME; i <= FIND_COMPANY; i++) {
		enum match match = match_text(query,
			find_get(query->find, line, (enum find_column)i));

		best = match > best ? match : best;
	}
	return is_named(query, line) ? MATCH_WHOLE : best;
}

static void
add(struct finds *out, enum match *best, enum match match, struct view line)
{
	if (match < *best || match == MATCH_NOT)
		return;
	if (match > *best)
		*out = (struct finds){0};
	*best = match;
	if (out->n < FIND_MOST)
		out->lines[out->n++] = line;
	else
		out->more = true;
}

/* The fields that folded text is looked for in, in one walk. */
static void
cut_names(const struct find *find, struct view line, struct view *field)
{
	struct view piece;

	for (int at = 0; at <= find->last && view_cut(&line, '\t', &piece);
		at++)
		for (int i = FIND_NAME; i <= FIND_COMPANY; i++)
			if (find->column[i] == at)
				field[i] = piece;
}

/*
 * As match_line(), by keys: sian is Siân, o'brien Obrien.  What matches as it
 * is was found before.
 */
static enum match
match_folded(const struct query *query, struct view line, struct str *key)
{
	struct view field[FIND_COLUMNS] = {{0}};
	enum match best = MATCH_NOT;

	cut_names(query->find, line, field);
	for (int i = FIND_NAME; i <= FIND_COMPANY; i++) {
		if (!query->marked && seek_mark(field[i]) == field[i].len)
			continue;
		str_clear(key);
		fold_key(field[i], key);
		if (view_eq(str_view(key), str_view(&query->key)))
			best = MATCH_WHOLE;
		else if (best == MATCH_NOT &&
			view_find(str_view(key), str_view(&query->key)) <
				key->len)
			best = MATCH_PART;
	}
	return best != MATCH_NOT && query->seek.len &&
			match_line(query, line) != MATCH_NOT
		? MATCH_NOT
		: best;
}

/* The line of text that has its byte at in it. */
static struct view
line_around(struct view text, size_t at)
{
	const char *before = memrchr(text.at, '\n', at);
	struct view line =
		before ? view_from(text, (size_t)(before - text.at) + 1) : text;

	return view_upto(line, view_find_byte(line, '\n'));
}

/*
 * A field without marks is its own key but for case and separators, so that
 * only two kinds of lines can match: those with a mark, and, when the text
 * has one itself, those with the longest word of its key.
 */
static void
work_folded(const struct query *query, struct worker *worker)
{
	struct view piece = worker->piece;
	size_t from = 0, mark = 0, word = query->marked ? 0 : piece.len;

	while (from < piece.len) {
		struct view rest = view_from(piece, from);
		struct view line;

		if (mark <= from)
			mark = from + seek_mark(rest);
		if (word <= from)
			word = from + seek_in(&query->word, rest);
		if (mark >= piece.len && word >= piece.len)
			return;
		line = line_around(rest, (mark < word ? mark : word) - from);
		add(&worker->found, &worker->best,
			match_folded(query, line, &worker->key), line);
		from = (size_t)(line.at + line.len - piece.at) + 1;
	}
}

static void *
start(void *shared)
{
	(void)shared;
	return mem_apart(sizeof(struct worker));
}

static bool
take(void *shared, void *state)
{
	struct query *query = shared;
	struct worker *worker = state;

	return view_cut_lines(&query->rest, PIECE, &worker->piece);
}

static void
work(void *shared, void *state)
{
	const struct query *query = shared;
	struct worker *worker = state;
	struct view rest = worker->piece;

	worker->found = (struct finds){0};
	worker->best = MATCH_NOT;
	if (query->folded) {
		work_folded(query, worker);
		return;
	}
	while (rest.len) {
		size_t at = seek_in(&query->seek, rest);
		struct view line;

		if (at == rest.len)
			return;
		line = line_around(rest, at);
		add(&worker->found, &worker->best, match_line(query, line),
			line);
		rest = view_from(
			rest, (size_t)(line.at + line.len - rest.at) + 1);
	}
}

static bool
give(void *shared, void *state)
{
	struct query *query = shared;
	struct worker *worker = state;

	for (size_t i = 0; i < worker->found.n; i++)
		add(query->out, &query->best, worker->best,
			worker->found.lines[i]);
	if (worker->found.more && worker->best == query->best)
		query->out->more = true;
	return true;
}

static void
stop(void *shared, void *state)
{
	struct worker *worker = state;

	(void)shared;
	str_fini(&worker->key);
	mem_free(worker);
}

/*
 * The digits of a telephone number behind its 0, 00 or +; empty when text is
 * none.
 */
static struct view
digits_of(struct view text, struct str *out)
{
	size_t zeros = 0;

	for (size_t i = 0; i < text.len; i++) {
		if (text.at[i] >= '0' && text.at[i] <= '9')
			str_byte(out, text.at[i]);
		else if (!memchr("+-.() /", text.at[i], 7))
			return (struct view){0};
	}
	while (zeros < out->len && out->data[zeros] == '0')
		zeros++;
	return out->len - zeros < DIGITS_LEAST ? (struct view){0}
					       : str_tail(out, zeros);
}

/* One pass over the whole file. */
static void
search(struct query *query)
{
	static const struct pool_job steps = {start, take, work, give, stop};
	size_t len = query->find->bytes.len;

	query->rest = query->find->bytes;
	pool_run(&steps, query, len > WORTH_THREADS ? pool_cores() : 1);
}

/* Is the search as the text stands all, or could another lead be meant? */
static bool
is_clear(const struct query *query)
{
	bool named = false;

	for (size_t i = 0; i < query->out->n; i++)
		named |= is_named(query, query->out->lines[i]);
	return query->digits || named ||
		(query->out->n && seek_mark(query->text) < query->text.len);
}

/* Get ready for the second search; false: no use. */
static bool
make_folded(struct query *query)
{
	struct view key, word, longest = {0};

	fold_key(query->text, &query->key);
	key = str_view(&query->key);
	while (view_cut(&key, ' ', &word))
		if (word.len > longest.len)
			longest = word;
	query->marked = seek_mark(query->text) < query->text.len;
	query->folded = seek_make(&query->word, view_upto(longest, SEEK_MOST));
	return query->folded;
}

void
find_leads(const struct find *find, struct view text, struct finds *out)
{
	struct query query = {
		.find = find, .text = view_trim(text), .out = out};
	struct str digits = {0};
	struct view number = digits_of(query.text, &digits);

	*out = (struct finds){0};
	if (number.len) {
		query.digits = true;
		query.text = number;
	}
	if (seek_make(&query.seek, query.text))
		search(&query);
	if (!is_clear(&query) && make_folded(&query))
		search(&query);
	str_fini(&query.key);
	str_fini(&digits);
}
