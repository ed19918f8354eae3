/*
 * domain.h - websites and the domain someone registered for them.
 *
 * The only file that knows libpsl.  The Public Suffix List is the one that
 * libpsl carries; no file is read.
 */
#ifndef LEAD_DOMAIN_H
#define LEAD_DOMAIN_H

#include "base/str.h"

/*
 * Hosts looked up lately, since a dump has the same ones over and over: one
 * for each thread, {0} to start with.  Forgetting is harmless.
 */
#define DOMAIN_MEMO 1024
struct domain_memo {
	struct domain_known {
		uint64_t hash;
		uint16_t host;	/* bytes of the host; 0: none */
		uint16_t start; /* where its registrable domain starts */
	} known[DOMAIN_MEMO];
};

/*
 * Put the registrable domain of a host, a URL or what is behind an e-mail's @
 * at the end of out, in lower case: "https://www.acme.co.uk/x" gives
 * "acme.co.uk".  False, with out as it was, for a public suffix alone, an IP
 * address, or what is no host.  memo may be NULL.
 */
bool
domain_normalise(struct view in, struct domain_memo *memo, struct str *out);

/*
 * Put a website at the end of out: the scheme (https:// when there was none)
 * and host in lower case, no port 80 or 443, no lone "/" behind the host.
 * False, with out as it was, unless it is http or https and has a host.
 */
bool website_normalise(struct view in, struct str *out);

/*
 * Put an address on LinkedIn at the end of out as https://www.linkedin.com/
 * in/NAME, without query and country host.  False when it is none.
 */
bool linkedin_normalise(struct view in, struct str *out);

#endif
