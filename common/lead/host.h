/*
 * host.h - names of hosts, as they stand in URLs and behind an @.
 */
#ifndef LEAD_HOST_H
#define LEAD_HOST_H

#include "base/str.h"

/*
 * Put a host's name in small letters at the end of out: labels of letters
 * (beyond ASCII too), digits and inner hyphens, of at most 63 bytes, 253 in
 * all (RFC 1035, section 2.3.4), the last of which does not start with a
 * digit, so that it is no IP address.  False, with out as it was, for what is
 * none.
 */
bool host_write(struct view v, struct str *out);

/*
 * Put v in small letters, each as it was meant (fold_typed), at the end of
 * out; false, with out as it was, when it is not UTF-8.
 */
bool host_lower(struct view v, struct str *out);

#endif
