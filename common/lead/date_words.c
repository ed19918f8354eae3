#include "lead/date_words.h"

#include "lead/lexicon.h"

struct month {
	const char *word; /* folded */
	int month;
};

/*
 * English, Welsh, French, German, Spanish, Italian and Dutch; names and
 * abbreviations.
 */
static const struct month months[] = {{"abr", 4}, {"abril", 4}, {"ago", 8},
	{"agosto", 8}, {"aout", 8}, {"apr", 4}, {"april", 4}, {"aprile", 4},
	{"aug", 8}, {"august", 8}, {"augustus", 8}, {"avr", 4}, {"avril", 4},
	{"awst", 8}, {"chwe", 2}, {"chwef", 2}, {"chwefror", 2}, {"dec", 12},
	{"december", 12}, {"decembre", 12}, {"dez", 12}, {"dezember", 12},
	{"dic", 12}, {"dicembre", 12}, {"diciembre", 12}, {"ebr", 4},
	{"ebrill", 4}, {"ene", 1}, {"enero", 1}, {"feb", 2}, {"febbr", 2},
	{"febbraio", 2}, {"febr", 2}, {"febrero", 2}, {"februar", 2},
	{"februari", 2}, {"february", 2}, {"fevr", 2}, {"fevrier", 2},
	{"gen", 1}, {"genn", 1}, {"gennaio", 1}, {"giu", 6}, {"giugno", 6},
	{"gor", 7}, {"gorff", 7}, {"gorffennaf", 7}, {"hyd", 10},
	{"hydref", 10}, {"ion", 1}, {"ionawr", 1}, {"jan", 1}, {"januar", 1},
	{"januari", 1}, {"january", 1}, {"janv", 1}, {"janvier", 1},
	{"juil", 7}, {"juillet", 7}, {"juin", 6}, {"jul", 7}, {"juli", 7},
	{"julio", 7}, {"july", 7}, {"jun", 6}, {"june", 6}, {"juni", 6},
	{"junio", 6}, {"lug", 7}, {"luglio", 7}, {"maart", 3}, {"mag", 5},
	{"magg", 5}, {"maggio", 5}, {"mai", 5}, {"mar", 3}, {"march", 3},
	{"mars", 3}, {"marz", 3}, {"marzo", 3}, {"maw", 3}, {"mawrth", 3},
	{"may", 5}, {"mayo", 5}, {"med", 9}, {"medi", 9}, {"meh", 6},
	{"mehefin", 6}, {"mei", 5}, {"mrt", 3}, {"nov", 11}, {"november", 11},
	{"novembre", 11}, {"noviembre", 11}, {"oct", 10}, {"october", 10},
	{"octobre", 10}, {"octubre", 10}, {"okt", 10}, {"oktober", 10},
	{"ott", 10}, {"ottobre", 10}, {"rhag", 12}, {"rhagfyr", 12}, {"sep", 9},
	{"sept", 9}, {"september", 9}, {"septembre", 9}, {"septiembre", 9},
	{"set", 9}, {"setiembre", 9}, {"sett", 9}, {"settembre", 9},
	{"tach", 11}, {"tachwedd", 11}};

/* Days of the week and what else may stand there and says nothing we need. */
static const char *const fillers[] = {"a", "af", "ail", "ain", "at", "de",
	"del", "den", "der", "di", "dienstag", "dim", "dimanche", "dinsdag",
	"do", "dom", "domenica", "domingo", "donderdag", "donnerstag", "dydd",
	"ed", "eg", "el", "er", "ere", "fed", "fr", "freitag", "fri", "friday",
	"gio", "giovedi", "gwener", "iau", "il", "jeu", "jeudi", "jue",
	"jueves", "la", "le", "llun", "lun", "lundi", "lunedi", "lunes", "ma",
	"maandag", "mardi", "martedi", "martes", "mawrth", "mer", "mercher",
	"mercoledi", "mercredi", "mi", "mie", "miercoles", "mis", "mittwoch",
	"mo", "mon", "monday", "montag", "nd", "o", "of", "on", "op", "rd",
	"sa", "sab", "sabado", "sad", "sadwrn", "sam", "samedi", "samstag",
	"sat", "saturday", "so", "sonnabend", "sonntag", "st", "sul", "sun",
	"sunday", "th", "thu", "thur", "thurs", "thursday", "tue", "tues",
	"tuesday", "ven", "vendredi", "venerdi", "vie", "viernes", "vr",
	"vrijdag", "wed", "wednesday", "wo", "woensdag", "ydd", "za",
	"zaterdag", "zo", "zondag"};

struct date_word
date_word(struct view word)
{
	const struct month *month = lexicon_find(LEXICON(months), word);

	return (struct date_word){month ? month->month : 0,
		lexicon_find(LEXICON(fillers), word) != NULL};
}
