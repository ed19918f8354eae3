/*
 * shipped.h - the rules that come with the program (rules.tsv beside this
 * file), so that it scores before anybody has written any.
 */
#ifndef SHIPPED_H
#define SHIPPED_H

#include "base/view.h"

/* The file's text; lives as long as the program. */
struct view shipped_rules(void);

#endif
