#include "lead/channel.h"

#include "base/lang.h"

static const struct vocab_word channels[] = {
	[CHANNEL_CALL] = {"call", CHANNEL_GATED | CHANNEL_PHONE,
		N_("a telephone call by a person")},
	[CHANNEL_AUTOCALL] = {"autocall", CHANNEL_GATED | CHANNEL_PHONE,
		N_("a call by a machine")},
	[CHANNEL_EMAIL] = {"email", CHANNEL_GATED | CHANNEL_MAIL, N_("e-mail")},
	[CHANNEL_SMS] = {"sms", CHANNEL_GATED | CHANNEL_PHONE,
		N_("a text message")},
	[CHANNEL_SOCIAL] = {"social", CHANNEL_GATED,
		N_("a direct message on a social network")},
	[CHANNEL_POST] = {"post", CHANNEL_GATED, N_("a letter")},
	[CHANNEL_MEETING] = {"meeting", 0, N_("a meeting in person")},
	[CHANNEL_VIDEO] = {"video", 0, N_("a meeting by video")},
	[CHANNEL_VISIT] = {"visit", 0, N_("a visit to them")},
	[CHANNEL_EVENT] = {"event", 0, N_("a fair, a talk")},
	[CHANNEL_WEB] = {"web", CHANNEL_IN, N_("a form on our site")},
	[CHANNEL_CHAT] = {"chat", CHANNEL_IN, N_("a chat on our site")},
	[CHANNEL_INTERNAL] = {"internal", 0, N_("no contact: among ourselves")},
};

const struct vocab channel_words = VOCAB("channel", channels);

static const struct vocab_word directions[] = {
	[DIRECTION_OUT] = {"out", 0, N_("we contacted them")},
	[DIRECTION_IN] = {"in", 0, N_("they contacted us")},
};

const struct vocab direction_words = VOCAB("direction", directions);
