/*
 * suppress.h - who must not be contacted: the store's suppress.tsv.
 *
 *	key_type  key  channel  reason  at  by
 *
 * key_type is email, phone, domain, company, lead_id or hash.  A key is
 * compared in its normal form, however it was written; one that starts with
 * "#" is the digest of such a key (suppress_digest), which is what is left of
 * somebody who asked to be erased: of type hash when it may be a key of any
 * type.  An e-mail address of everybody at a domain ("*@bo.cy") is a key of
 * that.  A lead_id is that of the lead, too, that it was merged into by the
 * merges.tsv beside the file.  An empty channel is every channel.  An entry
 * whose time is to come does not count yet.
 *
 * The right to object to direct marketing is absolute (UK GDPR 21(2)-(3)),
 * and to keep it one has to remember who objected: entries are never deleted.
 */
#ifndef LEAD_SUPPRESS_H
#define LEAD_SUPPRESS_H

#include "base/hash.h"
#include "record/sheet.h"

enum suppress_key {
	SUPPRESS_EMAIL,
	SUPPRESS_PHONE,
	SUPPRESS_DOMAIN,
	SUPPRESS_COMPANY,
	SUPPRESS_LEAD_ID,
	SUPPRESS_HASH, /* in the file only */
};

struct suppress_entry {
	struct view key_type, channel, reason, at, by; /* plain; borrowed */
};

struct suppress {
	struct suppress_slot {
		struct digest digest;
		uint32_t entry; /* from 1; 0: empty */
	} * slots;		/* owned: open addressing, a power of two */
	size_t slots_n;
	struct suppress_entry *entries; /* owned */
	size_t n, cap;
	struct sheet sheet; /* owned */
	struct str text;    /* owned: fields that had escapes */
	struct str scratch; /* owned */
};

/*
 * Load a file as it was at a moment; a missing one is empty.  country (alpha-2)
 * is that of telephone numbers without one.  A key that cannot be read, or a
 * key_type that there is not, is a message and status 2: an entry that does
 * not work would let somebody be contacted who must not be.
 */
void suppress_load(struct suppress *suppress, const char *path,
	struct view country, int64_t as_of);
void suppress_fini(struct suppress *suppress);

/* What is known of a lead, in normal form; each may be empty. */
struct suppress_query {
	struct view lead_id, email, phone, mobile;
	struct view domain;  /* of its website; that of email is known */
	struct view company; /* its key: see company_key() */
	struct view channel; /* empty: any entry that is for all channels */
	struct view notes;   /* plain: other addresses in them (also.h) */
};

/*
 * The first entry that forbids to contact the lead, or NULL.  An entry for a
 * domain holds for all hosts in it.  May be called by several threads.
 */
const struct suppress_entry *suppress_find(
	const struct suppress *suppress, const struct suppress_query *query);

/*
 * Put the digest of a key in normal form at the end of out, as it is written
 * in the file: "#" and 32 hex digits.
 */
void suppress_digest(enum suppress_key type, struct view key, struct str *out);

/*
 * Put a key in its normal form at the end of out.  False, with out as it was,
 * when it cannot be read as one of that type.
 */
bool suppress_normalise(enum suppress_key type, struct view key,
	struct view country, struct str *out);

/* "email", "phone", ...; -1: none of them. */
int suppress_key_read(struct view name);
struct view suppress_key_name(enum suppress_key type);

#endif
