/*
 * refusal.h - what people write for a refusal, in a state, a tag, a wish or
 * notes, in seven languages.
 *
 * Keys are folded (lead/fold.h).  What is returned is the channels that are
 * refused, an enum stop_set; 0 is none.
 */
#ifndef REFUSAL_H
#define REFUSAL_H

#include "stops.h"

#include "base/str.h"

/*
 * "Closed - do not contact", "unsubscribed", "no emails or calls": a state or
 * a tag.  Each of several refusals counts.
 */
unsigned refusal_of_state(struct view key);

/*
 * The same of what says how it went or what it is: "asked not to be called",
 * but "no contact" and "stop" are no refusal there.
 */
unsigned refusal_of_remark(struct view key);

/* "no email or sms please", "phone, not email", "anything but phone". */
unsigned refusal_of_wish(struct view key);

/*
 * The same of what stands in place of an address or a number, or beside it: "no
 * phone" says there that there is none.
 */
unsigned refusal_of_place(struct view key);

/* The channels that a text is a list of: "email, phone", "all"; or 0. */
unsigned refusal_channels(struct view key);

/*
 * "DO NOT CONTACT - GDPR complaint": notes that begin with a refusal and go on
 * to say nothing else until a mark or a line end.  One that stands further on,
 * or goes on ("opted out of the pension"), may be about anything.
 */
unsigned refusal_of_notes(struct view notes, struct str *scratch);

/*
 * The same of a value that no header explains: of what somebody opted out is
 * not known there.
 */
unsigned refusal_of_unknown(struct view value, struct str *scratch);

/* Does one stand anywhere in notes, so that somebody had better read them? */
bool refusal_is_near(struct view notes, struct str *scratch);

#endif
