#include "questions.h"

#include "chunk.h"

#include "base/mem.h"
#include "lead/fold.h"

/* A field of questions; before any is seen the text is empty. */
struct question {
	size_t field;
	struct view text; /* that all rows ask */
	bool several;	  /* they ask different ones */
};

struct questions {
	struct question *all; /* owned */
	size_t n;
	struct arena *texts; /* borrowed */
};

/* Does a header begin with a word, and end in a number or nothing? */
static bool
is_called(struct view name, const char *word)
{
	struct str key = {0};
	struct view rest;
	bool good;

	fold_key(name, &key);
	rest = str_view(&key);
	good = view_starts(rest, view_of(word));
	rest = view_trim(view_from(rest, strlen(word)));
	for (size_t i = 0; good && i < rest.len; i++)
		good = rest.at[i] >= '0' && rest.at[i] <= '9';
	str_fini(&key);
	return good;
}

/* Those that the header has, each with answers behind it. */
static void
find(const struct dump *dump, struct questions *questions)
{
	for (size_t i = 0; i + 1 < dump->layout.width; i++)
		if (is_called(dump->names[i], "question") &&
			(is_called(dump->names[i + 1], "response") ||
				is_called(dump->names[i + 1], "answer")))
			questions->all[questions->n++].field = i;
}

static bool
look(void *data, const struct csv *csv)
{
	struct questions *questions = data;

	for (size_t i = 0; i < questions->n; i++) {
		struct question *one = &questions->all[i];
		struct view text = {0};

		if (one->field < csv->n)
			text = view_trim(csv->fields[one->field]);
		if (text.len && !one->text.len)
			one->text = (struct view){
				arena_text(questions->texts, text.at, text.len),
				text.len};
		one->several |= text.len && !view_eq(text, one->text);
	}
	return true;
}

void
questions_read(struct dump *dump, size_t max_record)
{
	struct questions questions = {
		mem_new(dump->layout.width + 1, sizeof(struct question)), 0,
		&dump->layout.arena};

	if (!dump->ours)
		find(dump, &questions);
	if (questions.n)
		chunk_walk(dump, max_record, look, &questions);
	for (size_t i = 0; i < questions.n; i++) {
		const struct question *one = &questions.all[i];

		if (one->text.len && !one->several)
			dump->names[one->field + 1] = one->text;
	}
	mem_free(questions.all);
}
