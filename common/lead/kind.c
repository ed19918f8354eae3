#include "lead/kind.h"

#include "base/lang.h"

static const struct vocab_word kinds[] = {
	[KIND_INTEREST] = {"interest", KIND_ITEM, N_("what draws them")},
	[KIND_NEED] = {"need", KIND_ITEM, N_("what they lack")},
	[KIND_REQUIREMENT] = {"requirement", KIND_ITEM, N_("what it must do")},
	[KIND_IMPACT] = {"impact", 0, N_("what it costs them today")},
	[KIND_BUDGET] = {"budget", 0, N_("what they can pay")},
	[KIND_AUTHORITY] = {"authority", 0, N_("who decides")},
	[KIND_TIMELINE] = {"timeline", 0, N_("by when")},
	[KIND_PROCESS] = {"process", 0, N_("how they decide")},
	[KIND_COMPETITOR] = {"competitor", KIND_NEEDS_VALUE,
		N_("who supplies them, or may; due: until when")},
	[KIND_ENQUIRY] = {"enquiry", KIND_ITEM, N_("a question of theirs")},
	[KIND_OBJECTION] = {"objection", KIND_ITEM, N_("what holds them back")},
	[KIND_PRESENTED] = {"presented", 0,
		N_("a feature, benefit or value told")},
	[KIND_ALTERNATIVE] = {"alternative", 0, N_("another product offered")},
	[KIND_OPPORTUNITY] = {"opportunity", KIND_ITEM | KIND_NEEDS_VALUE,
		N_("to sell: sell, up, cross, add-on or renewal")},
	[KIND_TERMS] = {"terms", KIND_NEEDS_VALUE,
		N_("which terms and conditions they have")},
	[KIND_AGREEMENT] = {"agreement", 0, N_("what was agreed")},
	[KIND_COMPLAINT] = {"complaint", KIND_ITEM, N_("a complaint")},
	[KIND_NOTIFIED] = {"notified", 0, N_("a colleague was told")},
	[KIND_SET] = {"set", KIND_NEEDS_VALUE, N_("a column corrected")},
	[KIND_GENERAL] = {"general", 0, N_("anything else")},
};

const struct vocab kind_words = VOCAB("kind", kinds);

static const struct vocab_word stated[] = {
	{"stated", 0, N_("they said so")},
	{"confirmed", 0, N_("they said so again, or in writing")},
	{"dropped", NOTE_DROPPED, N_("no longer so")},
};

static const struct vocab_word enquiries[] = {
	{"open", NOTE_OPEN, N_("to be answered")},
	{"answered", 0, N_("answered")},
	{"dropped", NOTE_DROPPED, N_("no longer asked")},
};

static const struct vocab_word objections[] = {
	{"open", NOTE_OPEN, N_("it stands")},
	{"answered", 0, N_("we answered it")},
	{"accepted", 0, N_("they accepted the answer")},
	{"conceded", 0, N_("they are right")},
	{"dropped", NOTE_DROPPED, N_("no longer raised")},
};

static const struct vocab_word opportunities[] = {
	{"open", NOTE_OPEN, N_("to be followed")},
	{"passed", 0, N_("handed to a colleague")},
	{"won", 0, N_("sold")},
	{"lost", NOTE_DROPPED, N_("not sold")},
	{"dropped", NOTE_DROPPED, N_("no longer there")},
};

static const struct vocab_word terms[] = {
	{"sent", 0, N_("they were sent")},
	{"seen", 0, N_("they were read")},
	{"accepted", 0, N_("they were agreed to")},
	{"refused", NOTE_DROPPED, N_("they were not agreed to")},
};

static const struct vocab_word complaints[] = {
	{"open", NOTE_OPEN, N_("to be acknowledged within 30 days")},
	{"acknowledged", NOTE_OPEN, N_("acknowledged")},
	{"resolved", 0, N_("settled")},
	{"dropped", NOTE_DROPPED, N_("withdrawn")},
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
	{"sell", 0, N_("something new to them")},
	{"up", 0, N_("more, or better, of the same")},
	{"cross", 0, N_("something else")},
	{"add-on", 0, N_("something beside it")},
	{"renewal", 0, N_("the same again")},
};

const struct vocab opportunity_words = VOCAB("opportunity", sorts);
