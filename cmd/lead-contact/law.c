#include "law.h"

#include "base/day.h"
#include "base/lang.h"
#include "base/utf8.h"

bool
law_to_come(struct view time, int64_t at)
{
	int64_t moment;
	int32_t day;

	if (day_read(time, &day))
		return day >= moment_day(at);
	return moment_read(time, &moment) && moment > at;
}

/* Blanks are no words. */
static bool
says(struct view text)
{
	return utf8_trim(text).len > 0;
}

/* What the stage itself needs. */
static const char *
needs(const struct move *move)
{
	unsigned flags = stage_words.word[move->to].flags;
	int reason = vocab_find(&reason_words, move->reason);

	if ((flags & STAGE_NEEDS_AGENDA) && !says(move->agenda))
		return N_("a prospect has agreed to something: say what, with "
			  "--agenda");
	if ((flags & STAGE_NEEDS_DATE) && !move->next_at.len)
		return N_("this stage needs a date: say when, with --next");
	if ((flags & STAGE_NEEDS_DATE) && !law_to_come(move->next_at, move->at))
		return N_("the date of --next is not to come");
	if (!(flags & STAGE_NEEDS_REASON))
		return NULL;
	if (reason < 0)
		return N_("this stage needs a reason: say why, with --reason");
	if ((reason_words.word[reason].flags & REASON_NEEDS_TEXT) &&
		!says(move->text))
		return N_("the reason 'other' says nothing by itself: add "
			  "--message");
	return NULL;
}

/* The early stages in their order, then prospect, then the rest. */
static bool
is_backwards(enum stage from, enum stage to)
{
	return to < from && to <= STAGE_CONTACTED && from != STAGE_NURTURE;
}

const char *
law_refuses(const struct move *move)
{
	bool closed = stage_words.word[move->from].flags & STAGE_CLOSED;
	bool reopens = closed && move->to != move->from;

	if (reopens && move->opted_out)
		return N_("they told us to stop: this lead is not reopened");
	if (reopens && !says(move->text))
		return N_("a closed lead is reopened only with a reason in "
			  "words: add --message");
	if (is_backwards(move->from, move->to) && !says(move->text))
		return N_("to go back a stage needs a reason in words: add "
			  "--message");
	if (move->to == STAGE_CONVERTED && move->from != STAGE_PROSPECT &&
		move->from != STAGE_CONVERTED)
		return N_("only a prospect is converted");
	return needs(move);
}
