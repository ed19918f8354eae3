/*
 * schema.h - from the fields of each dump to the columns of the output.
 */
#ifndef SCHEMA_H
#define SCHEMA_H

#include "columns.h"
#include "headers.h"
#include "settings.h"
#include "stops.h"

#include "lead/date.h"
#include "lead/number.h"
#include "record/header.h"

/* What becomes of one field of a dump. */
struct field_plan {
	int to;		   /* column of the output; -1: none */
	enum kind kind;	   /* how it gets there */
	int keep;	   /* column that it is also kept in; -1: none */
	enum kind kept;	   /* how it gets there */
	bool mapped;	   /* its header was known */
	bool asks;	   /* it is a question of permission */
	bool fallback;	   /* another field of the dump goes there first */
	bool plain;	   /* text that goes there and nowhere else */
	char currency[4];  /* that the header names, or empty */
	const char *scale; /* of its numbers, or NULL: see headers.h */
	int label; /* the field, + 1, that says what number it is; 0: none */
	enum date_order order;
	enum number_mark mark;
};

struct dump_plan {
	struct field_plan *fields; /* owned: as many as the dump is wide */
	size_t n;
	int country; /* the field that names the country, or -1 */
	int region;  /* the first of a region, "Berlin, Germany", or -1 */
	int website; /* the first that is one, or -1 */
	int company; /* the same */
	struct view vendor; /* whose headers they are; borrowed */
	struct str source;  /* owned: where its rows come from */
	bool by_file;	    /* source is the name of the file */
	bool known;	    /* the leads of -u */
	bool ours;	    /* our own records: nothing is done to them */
	bool fallbacks;	    /* some fields are such */
	bool unusual;	    /* order or mark of some is not what one expects */
	bool several;	    /* the vendor puts several values in a field */
};

/* Where the columns are that rows are made with; -1: not in the output. */
struct schema_columns {
	int lead_id, source, source_id, obtained_at, first_name, middle_name,
		last_name, full_name, company, company_number, currency, email,
		email_status, phone, phone_status, mobile, website, domain,
		country, job_title, subscriber, lawful_basis, import_id, notes,
		partition_key, match_keys, stops[STOPS];
};

struct schema {
	struct header out;	 /* owned */
	struct dump_plan *plans; /* owned: one for each dump */
	size_t n;
	struct headers *headers; /* owned */
	struct schema_columns at;
	int *emails; /* owned: columns of second e-mail addresses */
	size_t emails_n;
	int *unknown; /* owned: columns of headers that nobody knows */
	size_t unknown_n;
};

/*
 * Plan for the dumps; the first is that of -u when known.  A dump without a
 * header is status 2, with a hint.
 */
void schema_make(struct schema *schema, const struct settings *set,
	const struct dump *dumps, size_t n, bool known);
void schema_fini(struct schema *schema);

/* The source that a file's name tells: "dumps/fair.csv" is of "fair". */
struct view schema_source(struct view path);

/* Say what was mapped, kept, and left out. */
void schema_say(const struct schema *schema, const struct dump *dumps,
	const struct settings *set);

/* Print the map of all dumps as TSV: header column. */
void schema_show(const struct schema *schema, const struct dump *dumps,
	const struct settings *set);

#endif
