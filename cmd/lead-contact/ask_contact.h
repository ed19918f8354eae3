/*
 * ask_contact.h - the questions about a contact.
 */
#ifndef CONTACT_ASK_CONTACT_H
#define CONTACT_ASK_CONTACT_H

#include "lead/ask.h"
#include "settings.h"

/* Is enough said to log it without a question? */
bool ask_contact_has_all(const struct settings *set);

/*
 * Ask for what the settings lack, and show what the gate says before the
 * outcome is asked for.  The answers live in ask.
 */
void ask_contact(struct ask *ask, struct settings *set);

#endif
