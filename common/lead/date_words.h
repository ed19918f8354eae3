/*
 * date_words.h - the words of dates: months, days of the week, "den", "1er".
 */
#ifndef LEAD_DATE_WORDS_H
#define LEAD_DATE_WORDS_H

#include "base/view.h"

/*
 * What a word is.  Both, of Welsh "mawrth", which is March and Tuesday;
 * neither, of one that has no place in a date.
 */
struct date_word {
	int month;	   /* 1..12; 0: it names none */
	bool says_nothing; /* that anybody needs */
};

/* word is folded (fold.h): English, Welsh, French, German, Spanish, Italian
 * or Dutch, whole or short. */
struct date_word date_word(struct view word);

#endif
