/*
 * entry.h - the columns of the two logs, in the order of the files.
 */
#ifndef LEAD_ENTRY_H
#define LEAD_ENTRY_H

#include "base/str.h"

enum contact_column {
	CONTACT_ID,
	CONTACT_AT,
	CONTACT_LOGGED_AT,
	CONTACT_LEAD_ID,
	CONTACT_USER,
	CONTACT_CHANNEL,
	CONTACT_DIRECTION,
	CONTACT_OUTCOME,
	CONTACT_DURATION,
	CONTACT_PERSON,
	CONTACT_TEXT,
	CONTACT_NEXT_AT,
	CONTACT_NEXT_ACTION,
	CONTACT_AGENDA,
	CONTACT_STAGE,
	CONTACT_REASON,
	CONTACT_OVERRIDE,
	CONTACT_VOID,
	CONTACT_SUM,
	CONTACT_COLUMNS,
};

enum note_column {
	NOTE_ID,
	NOTE_AT,
	NOTE_LOGGED_AT,
	NOTE_LEAD_ID,
	NOTE_USER,
	NOTE_KIND,
	NOTE_STATUS,
	NOTE_PRODUCT,
	NOTE_PERSON,
	NOTE_AMOUNT,
	NOTE_CURRENCY,
	NOTE_VALUE,
	NOTE_DUE,
	NOTE_TEXT,
	NOTE_REF,
	NOTE_VOID,
	NOTE_SUM,
	NOTE_COLUMNS,
};

/* More than either log has. */
#define ENTRY_COLUMNS 24

/* The header lines of the two files, without LF: tests hold the enums to it. */
#define CONTACT_HEADER                                                         \
	"contact_id\tat\tlogged_at\tlead_id\tuser\tchannel\tdirection\t"       \
	"outcome\tduration\tperson\ttext\tnext_at\tnext_action\tagenda\t"      \
	"stage\treason\toverride\tvoid\tsum"
#define NOTE_HEADER                                                            \
	"note_id\tat\tlogged_at\tlead_id\tuser\tkind\tstatus\tproduct\t"       \
	"person\tamount\tcurrency\tvalue\tdue\ttext\tref\tvoid\tsum"

#endif
