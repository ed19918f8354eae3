#include "lead/kind.h"

#include "base/lang.h"

static const struct vocab_word kinds[] = {
	[KIND_INTEREST] = {WORD("interest"), KIND_ITEM, N_("what draws them")},
	[KIND_NEED] = {WORD("need"), KIND_ITEM, N_("what they lack")},
	[KIND_REQUIREMENT] = {WORD("requirement"), KIND_ITEM,
		N_("what it must do")},
	[KIND_IMPACT] = {WORD("impact"), 0, N_("what it costs them today")},
	[KIND_BUDGET] = {WORD("budget"), 0, N_("what they can pay")},
	[KIND_AUTHORITY] = {WORD("authority"), 0, N_("who decides")},
	[KIND_TIMELINE] = {WORD("timeline"), 0, N_("by when")},
	[KIND_PROCESS] = {WORD("process"), 0, N_("how they decide")},
	[KIND_COMPETITOR] = {WORD("competitor"), KIND_NEEDS_VALUE,
		N_("who supplies them, or may; due: until when")},
	[KIND_ENQUIRY] = {WORD("enquiry"), KIND_ITEM,
		N_("a question of theirs")},
	[KIND_OBJECTION] = {WORD("objection"), KIND_ITEM,
		N_("what holds them back")},
	[KIND_PRESENTED] = {WORD("presented"), 0,
		N_("a feature, benefit or value told")},
	[KIND_ALTERNATIVE] = {WORD("alternative"), 0,
		N_("another product offered")},
	[KIND_OPPORTUNITY] = {WORD("opportunity"), KIND_ITEM | KIND_NEEDS_VALUE,
		N_("to sell: sell, up, cross, add-on or renewal")},
	[KIND_TERMS] = {WORD("terms"), KIND_NEEDS_VALUE,
		N_("which terms and conditions they have")},
	[KIND_AGREEMENT] = {WORD("agreement"), 0, N_("what was agreed")},
	[KIND_COMPLAINT] = {WORD("complaint"), KIND_ITEM, N_("a complaint")},
	[KIND_NOTIFIED] = {WORD("notified"), 0, N_("a colleague was told")},
	[KIND_SET] = {WORD("set"), KIND_NEEDS_VALUE, N_("a column corrected")},
	[KIND_GENERAL] = {WORD("general"), 0, N_("anything else")},
};

const struct vocab kind_words = VOCAB("kind", kinds);

static const struct vocab_word stated[] = {
	{WORD("stated"), 0, N_("they said so")},
	{WORD("confirmed"), 0, N_("they said so again, or in writing")},
	{WORD("dropped"), NOTE_DROPPED, N_("no longer so")},
};

static const struct vocab_word enquiries[] = {
	{WORD("open"), NOTE_OPEN, N_("to be answered")},
	{WORD("answered"), 0, N_("answered")},
	{WORD("dropped"), NOTE_DROPPED, N_("no longer asked")},
};

static const struct vocab_word objections[] = {
	{WORD("open"), NOTE_OPEN, N_("it stands")},
	{WORD("answered"), 0, N_("we answered it")},
	{WORD("accepted"), 0, N_("they accepted the answer")},
	{WORD("conceded"), 0, N_("they are right")},
	{WORD("dropped"), NOTE_DROPPED, N_("no longer raised")},
};

static const struct vocab_word opportunities[] = {
	{WORD("open"), NOTE_OPEN, N_("to be followed")},
	{WORD("passed"), 0, N_("handed to a colleague")},
	{WORD("won"), 0, N_("sold")},
	{WORD("lost"), NOTE_DROPPED, N_("not sold")},
	{WORD("dropped"), NOTE_DROPPED, N_("no longer there")},
};

static const struct vocab_word terms[] = {
	{WORD("sent"), 0, N_("they were sent")},
	{WORD("seen"), 0, N_("they were read")},
	{WORD("accepted"), 0, N_("they were agreed to")},
	{WORD("refused"), NOTE_DROPPED, N_("they were not agreed to")},
};

static const struct vocab_word complaints[] = {
	{WORD("open"), NOTE_OPEN, N_("to be acknowledged within 30 days")},
	{WORD("acknowledged"), NOTE_OPEN, N_("acknowledged")},
	{WORD("resolved"), 0, N_("settled")},
	{WORD("dropped"), NOTE_DROPPED, N_("withdrawn")},
};

static const struct vocab stated_words = VOCAB("status", stated);
static const struct vocab enquiry_words = VOCAB("status", enquiries);
static const struct vocab objection_words = VOCAB("status", objections);
static const struct vocab opportunity_statuses = VOCAB("status", opportunities);
static const struct vocab terms_words = VOCAB("status", terms);
static const struct vocab complaint_words = VOCAB("status", complaints);
static const struct vocab no_words = {"status", NULL, 0};

const struct vocab *const kind_statuses[] = {
	[KIND_INTEREST] = &stated_words,
	[KIND_NEED] = &stated_words,
	[KIND_REQUIREMENT] = &stated_words,
	[KIND_IMPACT] = &stated_words,
	[KIND_BUDGET] = &stated_words,
	[KIND_AUTHORITY] = &stated_words,
	[KIND_TIMELINE] = &stated_words,
	[KIND_PROCESS] = &stated_words,
	[KIND_COMPETITOR] = &stated_words,
	[KIND_ENQUIRY] = &enquiry_words,
	[KIND_OBJECTION] = &objection_words,
	[KIND_PRESENTED] = &stated_words,
	[KIND_ALTERNATIVE] = &stated_words,
	[KIND_OPPORTUNITY] = &opportunity_statuses,
	[KIND_TERMS] = &terms_words,
	[KIND_AGREEMENT] = &stated_words,
	[KIND_COMPLAINT] = &complaint_words,
	[KIND_NOTIFIED] = &no_words,
	[KIND_SET] = &no_words,
	[KIND_GENERAL] = &no_words,
};

static const struct vocab_word sorts[] = {
	{WORD("sell"), 0, N_("something new to them")},
	{WORD("up"), 0, N_("more, or better, of the same")},
	{WORD("cross"), 0, N_("something else")},
	{WORD("add-on"), 0, N_("something beside it")},
	{WORD("renewal"), 0, N_("the same again")},
};

const struct vocab opportunity_words = VOCAB("opportunity", sorts);
