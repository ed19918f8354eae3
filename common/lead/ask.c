#include "lead/ask.h"

#include "base/die.h"
#include "base/file.h"
#include "base/lang.h"
#include "base/prompt.h"
#include "base/utf8.h"
#include "lead/store.h"
#include "lead/when.h"

#include <errno.h>

void
ask_begin(struct ask *ask, const struct journal *journal)
{
	*ask = (struct ask){.journal = journal,
		.leads = store_path(journal->common, "leads.tsv")};
	prompt_begin(program_invocation_short_name);
}

void
ask_end(struct ask *ask)
{
	prompt_end(program_invocation_short_name);
	arena_fini(&ask->texts);
	mem_free(ask->leads);
	find_close(&ask->find);
}

bool
ask_can(const struct opt_list *words)
{
	for (size_t i = 0; i < words->n; i++)
		if (strcmp(words->items[i], "-") == 0)
			return false;
	return prompt_can();
}

enum status
ask_known(const struct ask *ask, const struct opt_list *words)
{
	struct targets targets = {0};
	enum status status =
		targets_find(&targets, words, ask->journal->common, ask->leads);

	targets_fini(&targets);
	return status;
}

/* Ask; an empty view when nothing was said, or nobody answers. */
static struct view
answer(struct ask *ask, const char *question,
	const struct prompt_choices *choices)
{
	struct view out = {0};
	struct str text = {0};

	while (!ask->ended) {
		str_clear(&text);
		ask->ended = !prompt_ask(question, choices, &text);
		if (utf8_valid(str_view(&text)) == text.len)
			break;
		warn(_("that is not valid UTF-8"));
	}
	if (text.len)
		out = (struct view){
			arena_text(&ask->texts, text.data, text.len), text.len};
	str_fini(&text);
	return out;
}

void
ask_text(struct ask *ask, const char *question, bool optional, const char **out)
{
	while (!*out && !ask->ended) {
		*out = answer(ask, question, NULL).at;
		if (optional)
			return;
	}
}

/* The words that start with what was typed. */
static void
list_words(void *self, struct view typed, struct str *out)
{
	const struct vocab *vocab = self;

	for (int i = 0; i < vocab->n; i++) {
		struct view name = view_of(vocab_name(vocab, i));

		if (view_same(view_upto(name, typed.len), typed)) {
			str_put(out, name);
			str_byte(out, '\n');
		}
	}
}

void
ask_word(struct ask *ask, const char *question, const struct vocab *vocab,
	bool optional, const char **out)
{
	union {
		const struct vocab *in;
		void *out;
	} self = {.in = vocab};
	const struct prompt_choices choices = {list_words, self.out};
	struct str all = {0};

	while (!*out && !ask->ended) {
		struct view got = answer(ask, question, &choices);

		if (got.len && vocab_find(vocab, got) >= 0) {
			*out = got.at;
			break;
		}
		if (!got.len && optional)
			break;
		str_clear(&all);
		vocab_write(vocab, &all);
		if (!ask->ended)
			warn("%s: %s", vocab->what, str_text(&all));
	}
	str_fini(&all);
}

void
ask_time(struct ask *ask, const char *question, bool optional, const char **out)
{
	const struct when_base base = {
		ask->journal->now, &ask->journal->zone, false};

	while (!*out && !ask->ended) {
		struct view got = answer(ask, question, NULL);
		struct when when;

		if (got.len && when_read(got, &base, &when))
			*out = got.at;
		else if (!got.len && optional)
			return;
		else if (!ask->ended)
			warn(_("'%.*s' is not a time; write 'tue 10:00', +3d, "
			       "'1/12 14:30'"),
				VIEW_ARGS(got));
	}
}

static void
list_lines(void *self, struct view typed, struct str *out)
{
	struct view rest = *(const struct view *)self;
	struct view line;

	while (rest.len && view_cut(&rest, '\n', &line))
		if (line.len && view_same(view_upto(line, typed.len), typed)) {
			str_put(out, line);
			str_byte(out, '\n');
		}
}

void
ask_one_of(struct ask *ask, const char *question, struct view list,
	const char **out)
{
	struct view lines = list;
	const struct prompt_choices choices = {list_lines, &lines};

	if (!*out)
		*out = answer(ask, question, &choices).at;
}

/* "L0001 Siân Rees, Acme Ltd". */
static void
write_lead(const struct find *find, struct view line, struct str *out)
{
	str_put(out, find_get(find, line, FIND_ID));
	str_byte(out, ' ');
	str_put(out, find_get(find, line, FIND_NAME));
	str_add(out, ", ");
	str_put(out, find_get(find, line, FIND_COMPANY));
}

static void
list_leads(void *self, struct view typed, struct str *out)
{
	const struct ask *ask = self;
	struct finds finds;

	find_leads(&ask->find, typed, &finds);
	for (size_t i = 0; i < finds.n; i++) {
		write_lead(&ask->find, finds.lines[i], out);
		str_byte(out, '\n');
	}
}

/* The one lead that an answer names; NULL, said, when it is not one. */
static const char *
one_lead(struct ask *ask, struct view text)
{
	struct view id = view_upto(text, view_find_byte(text, ' '));
	struct str shown = {0};
	const char *out = NULL;
	struct finds finds;

	/* A choice of TAB starts with the id. */
	find_leads(&ask->find, id, &finds);
	if (finds.n != 1)
		find_leads(&ask->find, text, &finds);
	if (finds.n == 1) {
		id = find_get(&ask->find, finds.lines[0], FIND_ID);
		out = arena_text(&ask->texts, id.at, id.len);
		write_lead(&ask->find, finds.lines[0], &shown);
		warn("%s", str_text(&shown));
	} else {
		warn(finds.n ? _("several leads match: press TAB to see them")
			     : _("no lead matches"));
	}
	str_fini(&shown);
	return out;
}

void
ask_lead(struct ask *ask, const char **out)
{
	const struct prompt_choices choices = {list_leads, ask};

	if (!ask->find.name)
		find_open(&ask->find, ask->leads);
	while (!*out && !ask->ended) {
		struct view got = answer(ask, _("lead: "), &choices);

		if (got.len)
			*out = one_lead(ask, got);
	}
}
