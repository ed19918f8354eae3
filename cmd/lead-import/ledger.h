/*
 * ledger.h - what became of each row: in = new + updated + merged +
 * unchanged + rejected + suppressed.
 */
#ifndef LEDGER_H
#define LEDGER_H

#include "base/file.h"

enum fate {
	FATE_NEW,	 /* a lead that was not known */
	FATE_UPDATED,	 /* a known lead, which it changed */
	FATE_MERGED,	 /* the same lead as an earlier row */
	FATE_UNCHANGED,	 /* a known lead, which it did not change */
	FATE_REJECTED,	 /* see rejects.h */
	FATE_SUPPRESSED, /* must not be contacted */
	FATES
};

struct ledger {
	uint64_t n[FATES];
	const char *path; /* borrowed: of -t; NULL: only counts */
	int spool;	  /* owned: what is known of each row so far */
	struct str text;  /* owned */
	uint8_t *fates;	  /* owned: of the accepted rows, when traced */
};

/* path NULL: no trace is kept. */
void ledger_open(struct ledger *ledger, const char *path);

/* A row is in the spool as number row: its fate comes later. */
void ledger_accept(
	struct ledger *ledger, const char *file, uint64_t line, uint32_t row);

/* A row is out. */
void ledger_refuse(struct ledger *ledger, const char *file, uint64_t line,
	enum fate fate, struct view detail);

/*
 * So many rows were accepted.  Then each is settled, on any thread, and the
 * sums of fates are added up one at a time.
 */
void ledger_expect(struct ledger *ledger, uint32_t rows);
void ledger_settle(const struct ledger *ledger, uint32_t row, enum fate fate);
void ledger_count(struct ledger *ledger, const uint64_t fates[FATES]);

/* What a trace needs to know of an accepted row. */
struct ledger_source {
	/* Set the lead_id, the key and the detail of a row. */
	void (*look)(void *data, uint32_t row, struct view *lead_id,
		struct view *key, struct view *detail);
	void *data;
};

/* Write the trace, now that all fates are settled. */
void ledger_write(struct ledger *ledger, const struct ledger_source *source);

/* Say the sums. */
void ledger_say(const struct ledger *ledger);

void ledger_fini(struct ledger *ledger);

#endif
