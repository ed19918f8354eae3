/*
 * opt_help.h - what --help, --version and --options print, from the table.
 */
#ifndef BASE_OPT_HELP_H
#define BASE_OPT_HELP_H

#include "base/opt.h"
#include "base/str.h"

/* The options every program has. */
extern const struct opt opt_common[];
extern const size_t opt_common_n;

/* "usage: NAME ...", one line for each form. */
void opt_synopsis(const struct program *program, struct str *out);

void opt_help(const struct program *program, struct str *out);
void opt_version(const struct program *program, struct str *out);
void opt_table(const struct program *program, struct str *out);

#endif
