/*
 * csv_block.h - what csv.c has to know of 64 bytes: where its fields end, and
 * where a record is not as it should be.
 */
#ifndef RECORD_CSV_BLOCK_H
#define RECORD_CSV_BLOCK_H

#include "record/csv.h"
#include "record/csv_look.h"

/* May a byte stand behind a quote that closes? */
static inline bool
csv_may_follow(const struct csv_dialect *dialect, char next)
{
	return next == dialect->delimiter || next == '\r' ||
		next == dialect->line_end || next == dialect->quote ||
		next == 0;
}

/*
 * The masks of a block with quotes.  A quote opens or closes by the parity of
 * those before it; it makes sense if it opens behind a delimiter, a line end
 * or a quote (which closed: a doubled one) and closes before the same.  Where
 * it does not, all parity behind is worthless: such records are odd.
 */
static inline void
csv_load_quoted(struct csv *csv, const char *p, uint64_t seps, uint64_t quotes)
{
	uint64_t inside = csv_parity(quotes) ^ csv->inside;
	uint64_t opens = quotes & inside;
	uint64_t closes = quotes & ~inside;
	uint64_t around = seps | quotes;
	uint64_t held = seps & inside;
	bool last = closes >> 63; /* what follows it is in the next block */
	char next = p[CSV_BLOCK];
	uint64_t follows = last && csv_may_follow(&csv->dialect, next);
	uint64_t again = last && next == csv->dialect.quote;
	uint64_t bad = (opens & ~(around << 1 | csv->before)) |
		(closes & ~(around >> 1 | follows << 63));
	uint64_t doubled = closes & (quotes >> 1 | again << 63);

	if (bad & closes)
		bad &= ~(closes & csv_mask(p, '\r') >> 1);
	if (csv->base + CSV_BLOCK >= csv->len && csv->last)
		/* The last byte of all may close a quote. */
		bad &= ~(closes &
			(UINT64_C(1)
				<< ((csv->len - csv->base - 1) % CSV_BLOCK)));
	csv->seps = seps & ~inside;
	csv->special = bad;
	csv->inner = doubled;
	if (held)
		csv->inner |= held & csv_mask(p, csv->dialect.line_end);
	if (csv->dialect.backslash)
		csv->special |= csv_mask(p, '\\');
	if (csv->dialect.doubled)
		csv->special |= csv_mask(p, '"');
	csv->inside = (uint64_t)0 - (inside >> 63);
}

/*
 * Where a record stops being plain: an odd byte in a field, but a '\r' belongs
 * to the line end behind it.  And tidy: a blank at a field's start, or behind
 * another, and the byte behind a blank at its end.
 */
static inline void
csv_load_untidy(struct csv *csv, const char *p, const struct csv_masks *m)
{
	uint64_t edges = csv->seps | m->quotes;
	uint64_t blanks = m->blanks & ~csv->seps;
	uint64_t odd = m->odd & ~csv->seps;
	uint64_t returns = 0;

	if (odd | csv->return_before) {
		returns = csv_mask(p, '\r') & ~csv->seps;
		odd &= ~returns;
		odd |= (returns << 1 | csv->return_before) &
			~csv_mask(p, csv->dialect.line_end);
		edges |= returns;
	}
	csv->escapes = odd;
	csv->untidy = odd | m->wide |
		(blanks & ((blanks | edges) << 1 | csv->before)) |
		((blanks << 1 | csv->blank_before) & (blanks | edges));
	csv->before = (edges & ~returns) >> 63;
	csv->blank_before = blanks >> 63;
	csv->return_before = returns >> 63;
}

/* How masks are made: one way for each kind of processor. */
typedef struct csv_masks
csv_masker(const char *p, char delimiter, char line_end, char quote);

/* Inlined into each caller, with its way of making masks. */
static inline __attribute__((always_inline)) void
csv_load(struct csv *csv, csv_masker *masks)
{
	const char *p = csv->data + csv->base;
	const struct csv_dialect *d = &csv->dialect;
	struct csv_masks m = masks(p, d->delimiter ? d->delimiter : d->line_end,
		d->line_end, d->quote);

	if (!d->quote)
		m.quotes = 0;
	csv->seps = m.ends;
	csv->quotes = m.quotes;
	csv->special = csv->inner = 0;
	/* What is odd without a quote must not hang on where a block ends. */
	if (m.quotes | csv->inside || d->doubled || d->backslash)
		csv_load_quoted(csv, p, m.ends, m.quotes);
	csv_load_untidy(csv, p, &m);
	/* what is escaped is untidy */
	csv->marked = csv->special | csv->inner | csv->untidy | csv->quotes;
}

#endif
