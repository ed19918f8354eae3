/*
 * suppress_key.h - the digests by which suppress.h knows keys.
 */
#ifndef LEAD_SUPPRESS_KEY_H
#define LEAD_SUPPRESS_KEY_H

#include "lead/suppress.h"

/* The digest of a key in normal form, of a type: of "email:nia@b.cy". */
struct digest suppress_key_digest(enum suppress_key type, struct view key);

/* Read "#" and 32 hex digits. */
bool suppress_digest_read(struct view v, struct digest *out);

#endif
