/*
 * policy.h - the store's policy.tsv: what an organisation has decided.
 *
 *	key        value
 *	retention  24mo
 *	hours      09:00-18:00
 *
 * Every key is in one table with its default; a missing file or key is that.
 * A key that there is not, or a value that cannot be read, is a message and
 * status 2: a cap that is spelt wrong must not go unnoticed.
 */
#ifndef LEAD_POLICY_H
#define LEAD_POLICY_H

#include "lead/channel.h"
#include "lead/stage.h"
#include "record/sheet.h"

enum policy_key {
	POLICY_COUNTRY,	  /* alpha-2: of numbers and postcodes without one */
	POLICY_TIMEZONE,  /* where a lead is that does not say */
	POLICY_RETENTION, /* since the last contact, else obtained_at */
	POLICY_NOTICE,	  /* to tell where the data are from: Art 14, 1mo */
	POLICY_ACCESS,	  /* to answer a subject access request: 1mo */
	POLICY_COMPLAINT, /* to acknowledge a complaint: 30d */
	POLICY_SCREENING, /* how old a TPS or CTPS list may be: 28d */
	POLICY_DAYS,	  /* weekdays on which to ring */
	POLICY_HOURS,	  /* hours in which to, in the lead's zone */
	POLICY_HOURS_OF,  /* the channels for which those hold */
	POLICY_HOLIDAYS,  /* dates on which not to */
	POLICY_CAP_CALL,  /* attempts on a channel within a time: 6/14d */
	POLICY_CAP_AUTOCALL,
	POLICY_CAP_EMAIL,
	POLICY_CAP_SMS,
	POLICY_CAP_SOCIAL,
	POLICY_CAP_POST,
	POLICY_REQUIRED,    /* columns every lead must have: a|b|c */
	POLICY_REQUIRED_OF, /* and at a stage: required_prospect ... */
	POLICY_REQUIRED_LAST = POLICY_REQUIRED_OF + STAGE_DISQUALIFIED,
	POLICY_BASES,	   /* lawful bases that we use */
	POLICY_NAME,	   /* who we are: the caller, the sender */
	POLICY_NUMBER,	   /* where to ring us */
	POLICY_EMAIL,	   /* where to write to us, and to opt out */
	POLICY_ADDRESS,	   /* postal */
	POLICY_REGISTERED, /* company number, place of registration, ICO no. */
	POLICY_ABROAD,	   /* what the gate says outside GB: see below */
	POLICY_KEYS,
};

/* So many contacts within so many seconds. */
struct policy_cap {
	int64_t most, seconds;
};

/* What marketing law to follow for a lead in some country. */
enum policy_law {
	POLICY_ASK, /* say that somebody has to find out */
	POLICY_AS_GB,
	POLICY_NEVER,
};

struct policy {
	struct view text[POLICY_KEYS]; /* plain; as the file or default */
	int64_t seconds[POLICY_KEYS];  /* of those that are spans */
	struct policy_cap cap[CHANNELS_GATED];
	int open, close; /* minutes of the day */
	bool day[7];	 /* 0 Monday ... 6 Sunday */
	bool hours_of[CHANNELS_GATED];
	struct sheet sheet; /* owned */
	struct str plain;   /* owned: values that had escapes */
};

/* path may be NULL: defaults only. */
void policy_load(struct policy *policy, const char *path);
void policy_fini(struct policy *policy);

/* The law for a lead: its country is alpha-2, or empty, which is our own. */
enum policy_law policy_law(const struct policy *policy, struct view country);

/* May we ring on this day (day.h), or is it no weekday of ours, a holiday? */
bool policy_is_day(const struct policy *policy, int32_t day);

/*
 * The next column that a lead at this stage must have: start with *at = 0.
 * False: there are no more.
 */
bool policy_required(const struct policy *policy, enum stage stage, size_t *at,
	struct view *column);

/* A key's name, its default, and what it is for (translated). */
const char *policy_name(enum policy_key key);
const char *policy_default(enum policy_key key);
const char *policy_meaning(enum policy_key key);

#endif
