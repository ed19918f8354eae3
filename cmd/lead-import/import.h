/*
 * import.h - a whole import, from opened dumps to leads.
 */
#ifndef IMPORT_H
#define IMPORT_H

#include "settings.h"

/*
 * Import the operands (NULL-ended; none: stdin) as the settings say.  Returns
 * the status to end with.
 */
enum status import_run(const struct settings *set, char **operands);

#endif
