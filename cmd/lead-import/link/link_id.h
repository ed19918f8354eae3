/*
 * link_id.h - ids made of keys: the lead_id of a row that has none yet, and
 * what to partition rows by.
 */
#ifndef LINK_ID_H
#define LINK_ID_H

#include "link_key.h"

/*
 * Put the lead_id at the end of out: "L" and 16 characters of Crockford's
 * base 32, 80 bits of the digest of the first of email, source_id, phone and
 * name (mobile or not), name, role, profile.  False when nothing identifies
 * the row.
 */
bool link_lead_id(const struct link_columns *at, const struct view *fields,
	struct str *out, struct link_scratch *scratch);

/* The same, when link_keys() has given the first key already. */
void link_id_of(const struct link_columns *at, const struct view *fields,
	struct link_key first, struct str *out, struct link_scratch *scratch);

/*
 * Put the key to partition by at the end of out: "K" and 80 bits of the key
 * that other dumps are the likeliest to have, too: email, mobile, phone and
 * name, name, role, profile, source_id.
 */
void link_partition(const struct link_key *keys, unsigned n, struct str *out);

/* Put a digest's first 80 bits at the end of out as a lead_id. */
void link_id_write(struct digest digest, struct str *out);

#endif
