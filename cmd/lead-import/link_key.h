/*
 * link_key.h - what identifies a lead for certain: its exact keys, and the
 * lead_id made from the first of them.
 *
 *	email		unless it is that of a role (info@)
 *	source_id	together with its source
 *	mobile		the column mobile, or a mobile number in phone
 *	phone		a landline together with the folded name (of the
 *			person, else of the company)
 *	name		folded name, company key and postcode: for the
 *			lead_id only, it joins nobody
 */
#ifndef LINK_KEY_H
#define LINK_KEY_H

#include "base/hash.h"
#include "base/str.h"

enum link_key_kind {
	LINK_EMAIL,
	LINK_SOURCE_ID,
	LINK_MOBILE,
	LINK_PHONE,
	LINK_NAME,
};

#define LINK_KEYS 8 /* at most, of one row */

struct link_key {
	enum link_key_kind kind;
	struct digest digest;
};

/* Where a row's identifying fields are; -1: there is no such column. */
struct link_columns {
	int lead_id, source, source_id, email, phone, mobile, first_name,
		middle_name, last_name, full_name, company, postcode;
};

void link_columns_find(
	struct link_columns *at, const struct view *columns, size_t columns_n);

/*
 * The keys that join a row to others, in the order above; how many.  scratch
 * is for the function to work in.
 */
unsigned link_keys(const struct link_columns *at, const struct view *fields,
	struct link_key *keys, struct str *scratch);

/*
 * Put the lead_id at the end of out: "L" and 16 characters of Crockford's
 * base 32, 80 bits of a digest of the first of: email (not a role's), source
 * and source_id, phone and folded name, folded name and company key and
 * postcode (two of those three at least), else an email of a role.  False
 * when the row has none of them: nothing identifies it.
 */
bool link_lead_id(const struct link_columns *at, const struct view *fields,
	struct str *out, struct str *scratch);

/* The name of a key in messages and traces: "email", "phone and name". */
const char *link_key_name(enum link_key_kind kind);

#endif
