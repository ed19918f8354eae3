/*
 * subscriber.h - whether PECR treats a line or mailbox as a company's.
 *
 * PECR (the Privacy and Electronic Communications (EC Directive) Regulations
 * 2003) reg. 2: a corporate subscriber is a company, a limited liability
 * partnership, or another body with a legal personality of its own; sole
 * traders and ordinary partnerships are individual subscribers.  This is a
 * reading of names by a program, not legal advice.
 */
#ifndef LEAD_SUBSCRIBER_H
#define LEAD_SUBSCRIBER_H

#include "base/str.h"

enum subscriber {
	SUBSCRIBER_UNKNOWN,
	SUBSCRIBER_CORPORATE,
	SUBSCRIBER_INDIVIDUAL,
};

/*
 * From the company's name and number, the e-mail address (normalised) and the
 * country, each of which may be empty.  Corporate only by the company's legal
 * form or its registered number, never by an e-mail domain; "t/a", "& Sons", a
 * person's name, free mail without a company are individual; all else unknown,
 * which the gate treats as individual.
 */
enum subscriber subscriber_of(struct view company, struct view company_number,
	struct view email, struct view country);

/* Read or write "corporate", "individual", "unknown"; false: none of them. */
bool subscriber_read(struct view in, enum subscriber *out);
struct view subscriber_name(enum subscriber subscriber);

#endif
