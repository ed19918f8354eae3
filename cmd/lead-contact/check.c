#include "check.h"

#include "base/day.h"
#include "base/lang.h"
#include "lead/outcome_names.h"
#include "standing.h"

/* A column whose words are those of a vocabulary, or empty. */
static const struct {
	int column;
	const struct vocab *vocab;
	const char *what;
} closed[] = {
	{CONTACT_CHANNEL, &channel_words, N_("is no channel")},
	{CONTACT_DIRECTION, &direction_words, N_("is neither out nor in")},
	{CONTACT_OUTCOME, &outcome_words, N_("is no outcome that we know")},
	{CONTACT_STAGE, &stage_words, N_("is no stage")},
	{CONTACT_REASON, &reason_words, N_("is no reason that we know")},
};

static bool
is_time(struct view v)
{
	int64_t moment;

	return !v.len || moment_read(v, &moment);
}

static enum bulk_verdict
check_words(struct draft *draft, struct bulk_fault *fault)
{
	int64_t seconds;

	for (size_t i = 0; i < sizeof(closed) / sizeof(*closed); i++) {
		struct view v = draft->field[closed[i].column];

		if (v.len && vocab_find(closed[i].vocab, v) < 0) {
			*fault = (struct bulk_fault){
				closed[i].column, closed[i].what};
			return BULK_BAD;
		}
	}
	*fault = (struct bulk_fault){CONTACT_CHANNEL, N_("is empty")};
	if (!draft->field[CONTACT_CHANNEL].len &&
		draft->field[CONTACT_OUTCOME].len)
		return BULK_BAD;
	*fault = (struct bulk_fault){CONTACT_NEXT_AT, N_("is no time")};
	if (!is_time(draft->field[CONTACT_NEXT_AT]))
		return BULK_BAD;
	*fault = (struct bulk_fault){
		CONTACT_DURATION, N_("is no whole number of seconds")};
	if (draft->field[CONTACT_DURATION].len &&
		(!view_int(draft->field[CONTACT_DURATION], &seconds) ||
			seconds < 0))
		return BULK_BAD;
	return BULK_GOOD;
}

/* Other systems' words for outcomes are taken over too. */
static enum bulk_verdict
check_foreign(struct draft *draft, struct bulk_fault *fault)
{
	struct view *outcome = &draft->field[CONTACT_OUTCOME];
	struct outcome_found found = {.word = *outcome};
	enum bulk_verdict verdict;

	if (outcome->len &&
		outcome_read(*outcome, draft->field[CONTACT_CHANNEL], &found) ==
			OUTCOME_PLANNED)
		return BULK_SKIP;
	*outcome = found.word;
	if (found.in && !draft->field[CONTACT_DIRECTION].len)
		draft->field[CONTACT_DIRECTION] = VIEW("in");
	verdict = check_words(draft, fault);
	if (verdict != BULK_GOOD || draft->field[CONTACT_DIRECTION].len ||
		!draft->field[CONTACT_CHANNEL].len ||
		view_is(draft->field[CONTACT_CHANNEL], "internal"))
		return verdict;
	draft->field[CONTACT_DIRECTION] = view_of(vocab_name(
		&direction_words, (int)gist_of(draft->field, 0).direction));
	return BULK_GOOD;
}

/* Hears what is unlawful in lines that are to be appended. */
struct court {
	struct view lines; /* those that are new */
	enum status status;
};

static void
hear(void *self, const struct entry *entry, const char *why)
{
	struct court *court = self;

	if (entry->line.at < court->lines.at ||
		entry->line.at >= court->lines.at + court->lines.len)
		return;
	warn(_("%.*s at %.*s: to %.*s: %s"),
		VIEW_ARGS(entry->field[CONTACT_LEAD_ID]),
		VIEW_ARGS(entry->field[CONTACT_AT]),
		VIEW_ARGS(entry->field[CONTACT_STAGE]), _(why));
	court->status = STATUS_PART;
}

/* The new lines as they would stand behind the log's, and the log made. */
static bool
join(const struct journal *journal, struct view lines, struct str *both,
	struct view *behind)
{
	struct log_image image;
	size_t start;

	if (!log_read(&journal->log, &image))
		return false;
	str_put(both, image.bytes);
	if (both->len && both->data[both->len - 1] != '\n')
		str_byte(both, '\n');
	log_image_fini(&image);
	start = both->len;
	while (lines.len) {
		size_t len = view_find_byte(lines, '\n');

		str_put(both, view_upto(lines, len));
		str_add(both, "\t\n"); /* no sum yet */
		lines = view_from(lines, len + 1);
	}
	*behind = str_tail(both, start);
	return true;
}

/* Do any of the lines move a stage? */
static bool
has_moves(struct view lines)
{
	struct view line, piece;

	while (view_cut(&lines, '\n', &line))
		for (int i = 0; view_cut(&line, '\t', &piece); i++)
			if (i == CONTACT_STAGE && piece.len)
				return true;
	return false;
}

/* Each lead of the new lines is judged as it would stand with them. */
static void
judge(struct court *court, const struct history_log *log)
{
	struct standing_hearer hearer = {hear, court};
	struct view rest = court->lines;
	struct history history = {0};
	struct standing standing;
	struct view line;

	while (view_cut(&rest, '\n', &line)) {
		struct view piece = {0};
		struct view fields = line;

		for (int i = 0; i <= CONTACT_LEAD_ID; i++)
			(void)view_cut(&fields, '\t', &piece);
		history_load(&history, log, piece);
		/* Once for each lead: at the first of its new entries. */
		for (size_t i = 0; i < history.n; i++)
			if (history.entry[i]->line.at >= court->lines.at &&
				history.entry[i]->line.at < line.at)
				piece.len = 0;
		if (piece.len)
			standing_of(&history, &standing, &hearer);
	}
	history_fini(&history);
}

static enum status
accept(const struct journal *journal, struct view lines)
{
	struct court court = {.status = STATUS_DONE};
	struct history_log log;
	struct str both = {0};

	if (!has_moves(lines))
		return STATUS_DONE;
	if (!join(journal, lines, &both, &court.lines)) {
		str_fini(&both);
		return STATUS_FAIL;
	}
	(void)history_open_bytes(
		&log, &journal->log, str_view(&both), INT64_MAX);
	judge(&court, &log);
	history_close(&log);
	str_fini(&both);
	if (court.status != STATUS_DONE)
		warn(_("nothing is logged: it is all or none"));
	return court.status;
}

enum status
check_append(const struct journal *journal, const struct common *common)
{
	const struct bulk bulk = {.journal = journal,
		.due = CONTACT_NEXT_AT,
		.check = check_foreign,
		.accept = accept};

	return bulk_append(&bulk, common);
}

static void
audit_unlawful(void *self, const struct entry *entry, const char *why)
{
	audit_say(self, entry->line, CONTACT_STAGE, why);
}

static void
audit_history(struct audit *audit, const struct history *history)
{
	struct standing_hearer hearer = {audit_unlawful, audit};
	struct standing standing;

	standing_of(history, &standing, &hearer);
}

enum status
check_log(const struct journal *journal)
{
	struct audit audit = {.journal = journal,
		.check = check_words,
		.history = audit_history};

	return audit_run(&audit);
}
