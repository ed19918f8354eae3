/*
 * learn.h - a scorecard from leads won and lost.
 */
#ifndef LEARN_H
#define LEARN_H

#include "score.h"

/*
 * Learn from the operands and write a rules file.  STATUS_PART when there is
 * nothing to be learned, or too little to learn from; both are said.
 */
enum status learn_rules(const struct settings *set, char **operands);

#endif
