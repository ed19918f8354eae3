/*
 * contact.h - contacts logged from the command line.
 */
#ifndef CONTACT_CONTACT_H
#define CONTACT_CONTACT_H

#include "settings.h"

/* Is something to be logged? */
bool contact_is_meant(const struct settings *set);

/* Are the words and times good that were given?  Ends the program if not. */
void contact_check(const struct program *program, const struct settings *set,
	const struct journal *journal);

/*
 * Log what the settings say for all leads that they name: the status, all
 * said.  Bad usage ends the program.
 */
enum status contact_log(const struct program *program,
	const struct settings *set, struct journal *journal);

#endif
