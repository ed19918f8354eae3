/*
 * link_key.h - what identifies a lead for certain: its exact keys.
 *
 *	email		unless it is that of a role (info@)
 *	source_id	together with its source
 *	mobile		the column mobile, unless that is a landline or the
 *			like, or a mobile number in phone
 *	phone		any other number, with the folded name (of the person,
 *			else of the company); and without it, if there is no
 *			other key
 *	name		folded name, company key and postcode, two of them at
 *			least: only if there is no other key; and if there is
 *			only one of them, it with the domain of its website,
 *			or a company with its city or its number
 *	role		a role's address with the folded name: only if there
 *			is no other key
 *	profile		the page of a person at LinkedIn, with the folded
 *			name; and without it, if there is no other key
 *	lead_id		when leads are updated: the lead that has it is known
 *			by it, whatever else of it has changed
 *
 * Rows that share a key are one lead, so a lead_id is never given twice.
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
	LINK_ROLE,
	LINK_ID,
	LINK_PROFILE,
	LINK_KINDS
};

#define LINK_KEYS 6 /* at most, of one row */

struct link_key {
	enum link_key_kind kind;
	struct digest digest;
};

/* Where a row's identifying fields are; -1: there is no such column. */
struct link_columns {
	int source, source_id, email, phone, mobile, first_name, last_name,
		full_name, company, postcode, domain, website, city, linkedin,
		match_keys, notes, company_number;
};

void link_columns_find(
	struct link_columns *at, const struct view *columns, size_t columns_n);

/* Room to work in, used again for each row: {0}, link_scratch_fini(). */
struct link_scratch {
	struct str parts, key, id; /* owned */
	uint8_t phone_type;	   /* in: of the row's phone, + 1; 0: look */
	size_t who; /* after link_keys(): bytes of parts that link_who() puts */
};

void link_scratch_fini(struct link_scratch *scratch);

/* The keys of a row, in the order above; returns how many. */
unsigned link_keys(const struct link_columns *at, const struct view *fields,
	struct link_key *keys, struct link_scratch *scratch);

/* The key that a mobile number has with the name, as any other has. */
struct link_key link_named_number(const struct link_columns *at,
	const struct view *fields, struct link_scratch *scratch);

/*
 * Put the folded name at the end of out: first and last name; the full
 * name when there are not both; else the company's key, or nothing.
 */
void link_who(const struct link_columns *at, const struct view *fields,
	struct str *out);

/* The name of a key in messages and traces: "email", "phone and name". */
const char *link_key_name(enum link_key_kind kind);

#endif
