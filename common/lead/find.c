#include "lead/find.h"

#include "base/die.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/pool.h"
#include "lead/fold.h"
#include "lead/seek.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define PIECE ((size_t)8 << 20)
#define WORTH_THREADS ((size_t)32 << 20)
#define DIGITS_LEAST 5 /* fewer could be anybody's */

static const char *const names[] = {
	[FIND_ID] = "lead_id",
	[FIND_NAME] = "full_name",
	[FIND_FIRST] = "first_name",
	[FIND_LAST] = "last_name",
	[FIND_COMPANY] = "company",
	[FIND_EMAIL] = "email",
	[FIND_PHONE] = "phone",
	[FIND_MOBILE] = "mobile",
};

/* How well a line matches. */
enum match { MATCH_NOT, MATCH_PART, MATCH_WHOLE };

/* What is looked for. */
struct query {
	const struct find *find;
	struct view text;
	struct seek seek;
	bool digits; /* it is a telephone number: text is its digits */
	/* When nothing was found: compared without marks and apostrophes. */
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

static void
read_header(struct find *find)
{
	struct view line =
		view_upto(find->bytes, view_find_byte(find->bytes, '\n'));
	struct str why = {0};
	const char *wrong = header_read(&find->header, line, '\t', &why);

	if (wrong)
		die_at((struct place){.file = find->name, .line = 1}, "%s",
			wrong);
	str_fini(&why);
	find->bytes = view_from(find->bytes, line.len + 1);
	for (int i = 0; i < FIND_COLUMNS; i++)
		find->column[i] = header_find(&find->header, view_of(names[i]));
	for (int i = FIND_NAME; i <= FIND_COMPANY; i++)
		if (find->column[i] > find->last)
			find->last = find->column[i];
}

void
find_open(struct find *find, const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct stat st;
	void *bytes;

	*find = (struct find){.name = path};
	for (int i = 0; i < FIND_COLUMNS; i++)
		find->column[i] = -1;
	if (fd < 0 && errno == ENOENT)
		return;
	if (fd < 0 || fstat(fd, &st) < 0)
		die("%s: %s", path, strerror(errno));
	if (!S_ISREG(st.st_mode))
		die(_("%s: is not a regular file"), path);
	find->there = true;
	if (st.st_size) {
		find->mapped = (size_t)st.st_size;
		bytes = mmap(NULL, find->mapped, PROT_READ, MAP_SHARED, fd, 0);
		if (bytes == MAP_FAILED)
			die("%s: %s", path, strerror(errno));
		find->bytes = (struct view){bytes, find->mapped};
		read_header(find);
	}
	close(fd);
}

void
find_close(struct find *find)
{
	const char *end = find->bytes.at + find->bytes.len;

	if (find->mapped)
		(void)munmap(
			(void *)((uintptr_t)end - find->mapped), find->mapped);
	header_fini(&find->header);
	*find = (struct find){0};
}

struct view
find_field(struct view line, int column)
{
	struct view piece = {0};

	for (int i = 0; i <= column; i++)
		if (!view_cut(&line, '\t', &piece))
			return (struct view){0};
	return piece;
}

struct view
find_get(const struct find *find, struct view line, enum find_column column)
{
	return find_field(line, find->column[column]);
}

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

/* How a line matches; the text is somewhere in it. */
static enum match
match_line(const struct query *query, struct view line)
{
	const struct find *find = query->find;
	enum match best = MATCH_NOT;

	for (unsigned i = FIND_NAME; i <= FIND_COMPANY; i++) {
		enum match match = match_text(
			query, find_get(find, line, (enum find_column)i));

		best = match > best ? match : best;
	}
	if (view_eq(find_get(find, line, FIND_ID), query->text) ||
		match_text(query, find_get(find, line, FIND_EMAIL)) ==
			MATCH_WHOLE)
		return MATCH_WHOLE;
	if (query->digits)
		for (unsigned i = FIND_PHONE; i <= FIND_MOBILE; i++)
			if (has_digits(
				    find_get(find, line, (enum find_column)i),
				    query->text))
				return MATCH_WHOLE;
	return best;
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

/* As match_line(), by keys: sian is Siân, o'brien Obrien. */
static enum match
match_folded(const struct query *query, struct view line, struct str *key)
{
	struct view field[FIND_COLUMNS] = {{0}};

	cut_names(query->find, line, field);
	for (int i = FIND_NAME; i <= FIND_COMPANY; i++) {
		if (!query->marked && seek_mark(field[i]) == field[i].len)
			continue;
		str_clear(key);
		fold_key(field[i], key);
		if (view_find(str_view(key), str_view(&query->key)) < key->len)
			return MATCH_PART;
	}
	return MATCH_NOT;
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
	return mem_new(1, sizeof(struct worker));
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

/* Get ready for what did not find anything as it is; false: no use. */
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
	if (!out->n && !number.len && make_folded(&query))
		search(&query);
	str_fini(&query.key);
	str_fini(&digits);
}
