#include "lead/channel.h"

#include "base/lang.h"

static const struct vocab_word channels[] = {
	[CHANNEL_CALL] = {WORD("call"), CHANNEL_GATED | CHANNEL_PHONE,
		N_("a telephone call by a person")},
	[CHANNEL_AUTOCALL] = {WORD("autocall"), CHANNEL_GATED | CHANNEL_PHONE,
		N_("a call by a machine")},
	[CHANNEL_EMAIL] = {WORD("email"), CHANNEL_GATED | CHANNEL_MAIL,
		N_("e-mail")},
	[CHANNEL_SMS] = {WORD("sms"), CHANNEL_GATED | CHANNEL_PHONE,
		N_("a text message")},
	[CHANNEL_SOCIAL] = {WORD("social"), CHANNEL_GATED,
		N_("a direct message on a social network")},
	[CHANNEL_POST] = {WORD("post"), CHANNEL_GATED, N_("a letter")},
	[CHANNEL_MEETING] = {WORD("meeting"), 0, N_("a meeting in person")},
	[CHANNEL_VIDEO] = {WORD("video"), 0, N_("a meeting by video")},
	[CHANNEL_VISIT] = {WORD("visit"), 0, N_("a visit to them")},
	[CHANNEL_EVENT] = {WORD("event"), 0, N_("a fair, a talk")},
	[CHANNEL_WEB] = {WORD("web"), CHANNEL_IN, N_("a form on our site")},
	[CHANNEL_CHAT] = {WORD("chat"), CHANNEL_IN, N_("a chat on our site")},
	[CHANNEL_INTERNAL] = {WORD("internal"), 0,
		N_("no contact: among ourselves")},
};

const struct vocab channel_words = VOCAB("channel", channels);

static const struct vocab_word directions[] = {
	[DIRECTION_OUT] = {WORD("out"), 0, N_("we contacted them")},
	[DIRECTION_IN] = {WORD("in"), 0, N_("they contacted us")},
};

const struct vocab direction_words = VOCAB("direction", directions);
