/*
 * Folds of random logs: the same whatever the order of the entries and
 * however often one is there, at any moment, with and without what is undone,
 * by the entries' lines and by their gists.
 */
#include "unit.h"

#include "../../cmd/lead-contact/standing.h"
#include "base/day.h"
#include "base/mem.h"
#include "lead/known.h"
#include "lead/outcome.h"
#include "record/record.h"

#include <stdio.h>
#include <stdlib.h>

#define LINES 40
#define ROUNDS 3000

static const struct log contacts = {
	.path = "contacts", .header = VIEW(CONTACT_HEADER), .gist = gist_pack};
static const struct log notes = {.path = "notes", .header = VIEW(NOTE_HEADER)};

/* How often the gists told all. */
static int told;

/* Some entries, in an order. */
struct lines {
	char text[LINES][300];
	int n;
};

static int
below(int n)
{
	return (int)(random() % n);
}

static const char *
any(const struct vocab *vocab)
{
	return below(3) ? vocab_name(vocab, below(vocab->n)) : "";
}

/* An entry that voids another is made of columns that are empty. */
static void
write_void(char *out, size_t size, int id, int tabs)
{
	int n = snprintf(
		out, size, "x%02d\t2026-11-%02d\t\tL1\tsam", id, below(28) + 1);

	for (int i = 0; i < tabs; i++)
		n += snprintf(out + n, size - (size_t)n, "\t");
	(void)snprintf(out + n, size - (size_t)n, "x%02d\t\n", below(LINES));
}

static void
make_contacts(struct lines *lines)
{
	lines->n = below(LINES) + 1;
	for (int i = 0; i < lines->n; i++) {
		if (below(6) == 0) {
			write_void(lines->text[i], 300, i, 13);
			continue;
		}
		(void)snprintf(lines->text[i], 300,
			"x%02d\t2026-11-%02d\t\tL%d\tsam\t%s\t\t%s\t\t\t"
			"%s\t%s\t"
			"%s\t%s\t%s\t%s\t\t\t\n",
			i, below(28) + 1, below(2) + 1, any(&channel_words),
			any(&outcome_words), below(2) ? "why" : "",
			below(2) ? "2026-11-20" : "", below(2) ? "ring" : "",
			below(2) ? "demo" : "", any(&stage_words),
			any(&reason_words));
	}
}

/* Most of them plain; some of the same moment. */
static void
make_plain(struct lines *lines)
{
	lines->n = below(6) + 1;
	for (int i = 0; i < lines->n; i++)
		(void)snprintf(lines->text[i], 300,
			"x%02d\t2026-11-%02dT0%d:0%d:59Z\t\tL%d\tsam\t%s\t%s\t"
			"%s\t\t\t%s\t%s\t\t\t%s\t\t\t\t\n",
			i, below(28) + 1, below(10), below(10), below(2) + 1,
			any(&channel_words), any(&direction_words),
			any(&outcome_words), below(2) ? "why" : "",
			below(4) ? "" : "2026-11-30",
			below(4) ? "" : any(&stage_words));
}

static void
make_notes(struct lines *lines)
{
	static const char *const values[] = {"price", "up", "city=Cardiff", ""};

	lines->n = below(LINES) + 1;
	for (int i = 0; i < lines->n; i++) {
		int kind = below(kind_words.n);

		if (below(6) == 0) {
			write_void(lines->text[i], 300, i, 11);
			continue;
		}
		(void)snprintf(lines->text[i], 300,
			"x%02d\t2026-11-%02d\t\tL%d\tsam\t%s\t%s\t%s\t\t\t\t"
			"%s\t"
			"\ttext\t\t\t\n",
			i, below(28) + 1, below(2) + 1,
			vocab_name(&kind_words, kind),
			kind_statuses[kind]->n ? any(kind_statuses[kind]) : "",
			below(2) ? "planner" : "", values[below(4)]);
	}
}

/* The same entries in another order, some of them twice. */
static void
shuffle(const struct lines *in, const char *header, struct str *out)
{
	int order[LINES];

	for (int i = 0; i < in->n; i++)
		order[i] = i;
	for (int i = in->n - 1; i > 0; i--) {
		int k = below(i + 1);
		int kept = order[i];

		order[i] = order[k];
		order[k] = kept;
	}
	str_clear(out);
	for (int i = 0; i < in->n; i++) {
		str_add(out, in->text[order[i]]);
		if (below(4) == 0)
			str_add(out, in->text[order[below(in->n)]]);
		if (below(9) == 0)
			str_printf(out, "%s\n", header);
	}
}

/* Put all that follows from the entries at the end of out. */
static void
describe(const struct standing *s, struct str *out)
{
	const struct stamp stamps[] = {
		s->stage_at, s->first_contact, s->last_contact};
	const struct view fields[] = {s->stage_reason, s->last_channel,
		s->last_outcome, s->next_at, s->next_action, s->agenda};

	str_printf(out, "%d %d %d %d %d", (int)s->stage, (int)s->attempts,
		(int)s->reached, s->dead_phone, s->dead_mail);
	for (size_t i = 0; i < sizeof(stamps) / sizeof(*stamps); i++) {
		str_byte(out, '|');
		if (stamps[i].there && !stamps[i].written.len)
			moment_write(stamps[i].at, out);
		str_put(out, stamps[i].written);
	}
	for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++)
		str_printf(out, "|%.*s", VIEW_ARGS(fields[i]));
	for (int i = 0; i < CHANNELS_GATED; i++)
		str_printf(out, "|%d", (int)s->consent[i].said);
}

/* By the gists it must be what it is by the lines; did they tell all? */
static bool
check_gists(const struct history_log *log, struct view by_lines)
{
	struct str by_gists = {0};
	struct standing standing;
	bool all = standing_look(log, VIEW("L1"), &standing, NULL);

	if (all) {
		describe(&standing, &by_gists);
		assert_true(view_eq(str_view(&by_gists), by_lines));
	}
	str_fini(&by_gists);
	return all;
}

static void
fold_contacts(struct view bytes, int64_t as_of, struct str *out)
{
	struct history history = {0};
	struct standing standing;
	struct history_log log;

	str_clear(out);
	(void)history_open_bytes(&log, &contacts, bytes, as_of);
	history_load(&history, &log, VIEW("L1"));
	standing_of(&history, &standing, NULL);
	describe(&standing, out);
	told += check_gists(&log, str_view(out));
	history_fini(&history);
	history_close(&log);
}

static void
fold_notes(struct view bytes, int64_t as_of, struct str *out)
{
	struct history history = {0};
	struct history_log log;
	struct known known = {0};

	str_clear(out);
	(void)history_open_bytes(&log, &notes, bytes, as_of);
	history_load(&history, &log, VIEW("L1"));
	known_of(&history, &known);
	str_printf(out, "%d|%.*s|%.*s", (int)known.notes,
		VIEW_ARGS(known.renewal_at), VIEW_ARGS(known.last_note));
	for (size_t i = 0; i < known.items_n; i++)
		str_printf(out, "|%d %.*s %u", (int)known.items[i].kind,
			VIEW_ARGS(known.items[i].first->field[NOTE_ID]),
			known.items[i].flags);
	for (size_t i = 0; i < known.set_n; i++)
		str_printf(out, "|%.*s=%.*s", VIEW_ARGS(known.set[i].column),
			VIEW_ARGS(known.set[i].value));
	known_fini(&known);
	history_fini(&history);
	history_close(&log);
}

static int64_t
any_moment(void)
{
	return INT64_C(1793491200) + below(30) * INT64_C(86400);
}

/* One kind of log, and what is done with it. */
struct fold {
	const char *header;
	void (*make)(struct lines *lines);
	void (*fold)(struct view bytes, int64_t as_of, struct str *out);
};

static const struct fold folds[] = {
	{CONTACT_HEADER, make_contacts, fold_contacts},
	{NOTE_HEADER, make_notes, fold_notes},
};

static const struct fold plain = {CONTACT_HEADER, make_plain, fold_contacts};

static void
gists_tell_what_the_lines_do(void **state)
{
	struct str once = {0}, shuffled = {0}, first = {0}, second = {0};
	struct lines lines;

	(void)state;
	told = 0;
	for (int round = 0; round < ROUNDS; round++) {
		int64_t as_of = any_moment();

		plain.make(&lines);
		str_clear(&once);
		for (int i = 0; i < lines.n; i++)
			str_add(&once, lines.text[i]);
		shuffle(&lines, plain.header, &shuffled);
		plain.fold(str_view(&once), as_of, &first);
		plain.fold(str_view(&shuffled), as_of, &second);
		assert_string_equal(str_text(&first), str_text(&second));
	}
	/* Each log once as it is, and once with some entries twice. */
	assert_in_range(told, ROUNDS, 2 * ROUNDS - 1);
	str_fini(&once);
	str_fini(&shuffled);
	str_fini(&first);
	str_fini(&second);
}

/* The gist of an entry with these fields. */
static uint64_t
pack(const struct view *field, int64_t at)
{
	uint32_t ends[CONTACT_COLUMNS + 1] = {UINT32_MAX};
	struct str line = {0};
	struct record entry = {.ends = ends + 1, .fields = CONTACT_COLUMNS};
	uint64_t gist;

	for (int i = 0; i < CONTACT_COLUMNS; i++) {
		str_put(&line, field[i]);
		ends[i + 1] = (uint32_t)line.len;
		str_byte(&line, '\t');
	}
	entry.base = line.data;
	gist = gist_pack(&entry, at);
	str_fini(&line);
	return gist;
}

static void
a_gist_holds_every_word(void **state)
{
	static const char *const moments[] = {
		"0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"};
	struct view field[CONTACT_COLUMNS] = {0};

	(void)state;
	for (int i = -1; i < channel_words.n * outcome_words.n; i++) {
		int channel = i < 0 ? -1 : i / outcome_words.n;
		int outcome = i < 0 ? -1 : i % outcome_words.n;
		struct gist gist;
		int64_t at;

		field[CONTACT_AT] = view_of(moments[i & 1]);
		field[CONTACT_CHANNEL] =
			view_of(vocab_name(&channel_words, channel));
		field[CONTACT_OUTCOME] =
			view_of(vocab_name(&outcome_words, outcome));
		field[CONTACT_DIRECTION] = view_of(i & 2 ? "in" : "out");
		assert_true(moment_read(field[CONTACT_AT], &at));
		assert_true(pack(field, at) & LOG_GIST_ALL);
		gist = gist_unpack(pack(field, at));
		assert_int_equal(gist.at, at);
		assert_int_equal(gist.channel, channel);
		assert_int_equal(gist.outcome, outcome);
		assert_int_equal(
			gist.direction, i & 2 ? DIRECTION_IN : DIRECTION_OUT);
	}
}

/* What a gist could not give back as it was written must be looked up. */
static void
a_gist_is_not_all_of_what_says_more(void **state)
{
	static const struct {
		int column;
		const char *text;
	} more[] = {
		{CONTACT_AT, "2026-11-23"}, {CONTACT_AT, "2026-11-23T09:15Z"},
		{CONTACT_AT, "2026-11-23 09:15:00Z"},
		{CONTACT_AT, "2026-11-23T09:15:60Z"},
		{CONTACT_AT, "2026-11-23T09:15:00z"},
		{CONTACT_AT, "2026-11-23T10:15+01:00"},
		{CONTACT_CHANNEL, "pigeon"}, {CONTACT_OUTCOME, "flew off"},
		{CONTACT_NEXT_AT, "2026-11-24"}, {CONTACT_NEXT_ACTION, "ring"},
		{CONTACT_AGENDA, "demo"}, {CONTACT_STAGE, "prospect"},
		{CONTACT_REASON, "other"},
		{CONTACT_VOID, "x01"}, /* has none at all */
	};

	(void)state;
	for (size_t i = 0; i < sizeof(more) / sizeof(*more); i++) {
		bool is_void = more[i].column == CONTACT_VOID;
		struct view field[CONTACT_COLUMNS] = {
			[CONTACT_AT] = VIEW("2026-11-23T09:15:00Z"),
			[CONTACT_CHANNEL] = VIEW("call")};
		int64_t at;

		field[more[i].column] = view_of(more[i].text);
		assert_true(moment_read(field[CONTACT_AT], &at));
		assert_int_equal(pack(field, at) & LOG_GIST_ALL, 0);
		assert_int_equal(pack(field, at) == 0, is_void);
	}
}

static void
the_order_of_entries_does_not_matter(void **state)
{
	struct str a = {0}, b = {0}, first = {0}, second = {0};
	struct lines lines;

	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		const struct fold *fold = &folds[round % 2];
		int64_t as_of = any_moment();

		fold->make(&lines);
		shuffle(&lines, fold->header, &a);
		shuffle(&lines, fold->header, &b);
		fold->fold(str_view(&a), as_of, &first);
		fold->fold(str_view(&b), as_of, &second);
		assert_string_equal(str_text(&first), str_text(&second));
	}
	str_fini(&a);
	str_fini(&b);
	str_fini(&first);
	str_fini(&second);
}

/* Was the line's moment at or before this one? */
static bool
is_before(const char *line, int64_t as_of)
{
	int day = (line[4 + 8] - '0') * 10 + line[4 + 9] - '0';

	return INT64_C(1793491200) + (day - 1) * INT64_C(86400) <= as_of;
}

static void
as_of_is_as_if_later_entries_were_not_there(void **state)
{
	struct str all = {0}, cut = {0}, first = {0}, second = {0};
	struct lines lines;

	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		const struct fold *fold = &folds[round % 2];
		int64_t as_of = any_moment();

		fold->make(&lines);
		str_clear(&all);
		str_clear(&cut);
		for (int i = 0; i < lines.n; i++) {
			str_add(&all, lines.text[i]);
			if (is_before(lines.text[i], as_of))
				str_add(&cut, lines.text[i]);
		}
		fold->fold(str_view(&all), as_of, &first);
		fold->fold(str_view(&cut), INT64_MAX, &second);
		assert_string_equal(str_text(&first), str_text(&second));
	}
	str_fini(&all);
	str_fini(&cut);
	str_fini(&first);
	str_fini(&second);
}

/* An undone entry is as if it and its undoing had never been. */
static void
what_is_undone_never_was(void **state)
{
	struct str with = {0}, without = {0}, first = {0}, second = {0};
	struct lines lines;

	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		const struct fold *fold = &folds[round % 2];
		int undone;

		fold->make(&lines);
		undone = below(lines.n);
		if (strstr(lines.text[undone], "\tx"))
			continue;
		str_clear(&with);
		str_clear(&without);
		for (int i = 0; i < lines.n; i++) {
			/* Other voids would make it a riddle. */
			if (i != undone && strstr(lines.text[i], "\tx"))
				continue;
			str_add(&with, lines.text[i]);
			if (i != undone)
				str_add(&without, lines.text[i]);
		}
		str_printf(&with, "z\t2026-11-30\t\tL1\tsam%s\tx%02d\t\n",
			round % 2 ? "\t\t\t\t\t\t\t\t\t\t"
				  : "\t\t\t\t\t\t\t\t\t\t\t\t",
			undone);
		fold->fold(str_view(&with), INT64_MAX, &first);
		fold->fold(str_view(&without), INT64_MAX, &second);
		assert_string_equal(str_text(&first), str_text(&second));
	}
	str_fini(&with);
	str_fini(&without);
	str_fini(&first);
	str_fini(&second);
}

static int
begin(void **state)
{
	(void)state;
	srandom(20261123); /* the same logs each time */
	return 0;
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_order_of_entries_does_not_matter),
		cmocka_unit_test(as_of_is_as_if_later_entries_were_not_there),
		cmocka_unit_test(what_is_undone_never_was),
		cmocka_unit_test(gists_tell_what_the_lines_do),
		cmocka_unit_test(a_gist_holds_every_word),
		cmocka_unit_test(a_gist_is_not_all_of_what_says_more),
	};

	return cmocka_run_group_tests(tests, begin, NULL);
}
