/*
 * phone.h - telephone numbers in E.164, by a table of facts.
 *
 * For each country the table knows calling code, trunk prefix and which
 * lengths its national numbers have behind which first digits.  That tells
 * the form, not that a number is in use: so a status is ok, never "valid".
 */
#ifndef LEAD_PHONE_H
#define LEAD_PHONE_H

#include "base/str.h"

enum phone_status {
	PHONE_OK,      /* the form is right; E.164 was written */
	PHONE_LENGTH,  /* a number, but none of that length begins so */
	PHONE_UNKNOWN, /* no country to read it by, or no such calling code */
	PHONE_INVALID, /* not a telephone number */
};

/* What kind of number it is, where the numbering plan tells (GB in full). */
enum phone_type {
	PHONE_ANY,	/* not known, or landline and mobile look the same */
	PHONE_LANDLINE, /* tied to a place */
	PHONE_MOBILE,
	PHONE_PERSONAL, /* GB 070: follows a person, dear to ring */
	PHONE_PAGER,
	PHONE_FREE,   /* freephone */
	PHONE_SHARED, /* GB 03, 055, 056, 084, 087: an organisation's */
	PHONE_PREMIUM,
};

struct phone {
	enum phone_status status;
	enum phone_type type;
	char country[3];       /* ISO 3166-1 alpha-2; "" when not known */
	struct view label;     /* borrowed from the input: what stood before
				* it, such as "Tel." */
	struct view extension; /* borrowed: its digits */
	struct view rest;      /* borrowed: what stood behind and was not read,
				 * such as "(office)" or a second number */
};

/*
 * Read a number as people and spreadsheets write it and put it in E.164
 * ("+442920180000") at the end of out when the status, which is returned and
 * in *facts too, is PHONE_OK; otherwise out stays as it was.  country (alpha-2,
 * may be empty) is where the number was written down.
 *
 * Seen through: "tel:", "Tel.", Facebook's "p:", a leading ', (0), 00, +44 0,
 * full-width digits, "0800 FLOWERS", a lost leading zero, "x12" and "ext. 12",
 * a word behind.
 * Excel's 4.41E+11 has lost its digits: PHONE_INVALID; 4.41632960001E+11 and
 * 441632960001.0 have not.
 */
enum phone_status phone_normalise(struct view in, struct view country,
	struct str *out, struct phone *facts);

/* Country and type of a number in E.164. */
void phone_look(struct view e164, struct phone *facts);

/*
 * Put the country that most numbers of a calling code ("+44", "0044", "44")
 * are in at the end of out.  False, with out as it was, when it is no such
 * code.  Three digits may be a country's number, too: ask country_normalise()
 * first.
 */
bool phone_country(struct view calling, struct str *out);

/* "ok", "length", "unknown", "invalid". */
struct view phone_status_name(enum phone_status status);

/* "landline", "mobile" ...; empty for PHONE_ANY. */
struct view phone_type_name(enum phone_type type);

#endif
