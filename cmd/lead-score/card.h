/*
 * card.h - rules made ready for a stream, and the sums they give a lead.
 *
 * The tests of one column that give points on one axis are grouped into
 * probes of up to 64: a probe looks at the field once and tells which of its
 * tests hold, as bits of one word, and what those of them give that are rules
 * by themselves.
 */
#ifndef CARD_H
#define CARD_H

#include "memo.h"
#include "record/header.h"
#include "record/record.h"
#include "rules.h"

#define PROBE_TESTS 64

enum probe_kind {
	PROBE_SET,     /* it only asks whether there is any field */
	PROBE_PART,    /* it only asks whether there is some text in it */
	PROBE_NUMBERS, /* it only asks for numbers, from low to high */
	PROBE_TEXTS,
	PROBE_KINDS,
};

/* The answer for numbers from an edge up to the next one. */
struct probe_band {
	int64_t from;
	struct memo_answer answer;
};

struct probe {
	int column; /* of the stream; -1: it has none such */
	int axis;
	enum probe_kind kind;
	bool written; /* escapes make no difference to it */
	unsigned n;
	/* The answer for an empty field; of PROBE_SET for any other, and of
	 * PROBE_PART for those without and with part. */
	struct memo_answer set[2];
	struct view part;			    /* borrowed */
	const struct condition *tests[PROBE_TESTS]; /* borrowed */
	int64_t points[PROBE_TESTS]; /* 0: more than the test decides */
	/* owned, of PROBE_NUMBERS: lowest first, the first from INT64_MIN */
	struct probe_band *bands;
	size_t bands_n;
};

struct card {
	const struct rules *rules; /* borrowed */
	int64_t now;
	struct probe *probes; /* owned */
	size_t probes_n, probes_cap;
	size_t *live; /* owned: the probes whose column the stream has */
	size_t live_n;
	int64_t base[RULES_AXES]; /* what all others give */
	uint32_t *bit_of;	  /* owned: condition -> probe * 64 + bit */
	/* owned: rules of several tests, or with decay, that may hold */
	size_t *slow;
	size_t slow_n;
};

/* A live probe, as a thread puts it to the records of one source. */
struct asker {
	const struct probe *probe; /* borrowed */
	uint64_t *held;	   /* borrowed: where its answer goes, of sums */
	int64_t *axis;	   /* borrowed: and its points, of sums */
	struct memo *memo; /* owned */
	int field;	   /* its column */
};

/* The sums of one lead, and a thread's own memory; it stays where it is. */
struct sums {
	uint64_t *held;	      /* owned: the answer of each probe */
	struct asker *askers; /* owned: one for each live probe, by kind */
	size_t askers_n;
	struct asker *ready; /* owned: those whose column the source has */
	size_t ready_n[PROBE_KINDS];
	const int *where;	  /* borrowed: the source they are ready for */
	bool found;		  /* they are */
	int64_t base[RULES_AXES]; /* what all others give */
	int64_t axis[RULES_AXES]; /* before caps */
	struct str plain;	  /* scratch */
};

/* The answer for a field as written; scratch is for what it is in plain. */
struct memo_answer
probe_ask(const struct probe *probe, struct view written, struct str *scratch);

/* Bind rules to a stream's columns; now is what decay counts from. */
void card_bind(struct card *card, const struct rules *rules,
	const struct header *header, int64_t now);
void card_fini(struct card *card);

void sums_init(struct sums *sums, const struct card *card);
void sums_fini(struct sums *sums);

/* Fill in held and axis for a record. */
void card_add(const struct card *card, const struct record *record,
	struct sums *sums);

/*
 * Does a rule hold for the record that was added last?  Then *points is what
 * it gave, after decay.
 */
bool card_gave(const struct card *card, const struct record *record,
	struct sums *sums, size_t rule, int64_t *points);

#endif
