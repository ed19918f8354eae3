/*
 * phone_text.h - the digits in a telephone number as people write it.
 */
#ifndef LEAD_PHONE_TEXT_H
#define LEAD_PHONE_TEXT_H

#include "base/view.h"

/* More than any number has: E.164 allows 15, dialled forms add a few. */
#define PHONE_DIGITS 24

struct phone_text {
	char digits[PHONE_DIGITS];
	size_t n;	       /* of them; PHONE_DIGITS: too many */
	bool plus;	       /* a + stood before them */
	struct view label;     /* borrowed: what stood before it */
	struct view extension; /* borrowed: digits of it */
	struct view rest;      /* borrowed: what was left unread */
};

/* False when there are no digits, or a spreadsheet has rounded them away. */
bool phone_text_read(struct view in, struct phone_text *out);

/*
 * Spell a number as the keys of a telephone do: "1-800-FLOWERS" gives
 * 18003569377, in room.  False when there are not three letters behind three
 * digits, or other things.
 */
bool
phone_text_spell(struct view in, char room[PHONE_DIGITS], struct view *out);

#endif
