#include "lead/consent.h"

#include "lead/outcome.h"
#include "lead/stage.h"

#include <string.h>

void
consent_hear(struct consent consent[CHANNELS_GATED], int channel,
	unsigned outcome, struct view reason, int64_t at)
{
	bool all = vocab_flags(&reason_words, reason) & REASON_FOR_GOOD;
	bool no = all || (outcome & OUTCOME_WITHDRAWS);
	bool named = channel >= 0 && channel < CHANNELS_GATED && !all;
	int first = named ? channel : 0;
	int last = named ? channel : CHANNELS_GATED - 1;

	if (!no && (!named || !(outcome & OUTCOME_CONSENTS)))
		return;
	/* Who wants no call wants none from a machine. */
	if (no && named && channel == CHANNEL_CALL)
		last = CHANNEL_AUTOCALL;
	for (int i = first; i <= last; i++)
		consent[i] = (struct consent){no ? SAID_NO : SAID_YES, at};
}

void
consent_of(
	const struct history *history, struct consent consent[CHANNELS_GATED])
{
	memset(consent, 0, CHANNELS_GATED * sizeof(*consent));
	for (size_t i = 0; i < history->n; i++) {
		const struct entry *entry = history->entry[i];
		const struct view *field = entry->field;

		consent_hear(consent,
			vocab_find(&channel_words, field[CONTACT_CHANNEL]),
			vocab_flags(&outcome_words, field[CONTACT_OUTCOME]),
			field[CONTACT_REASON], entry->at);
	}
}
