#include "closed.h"

#include "base/hash.h"
#include "base/mem.h"
#include "lead/email.h"
#include "lead/flag.h"
#include "lead/phone.h"

/* As schema_columns has the stops. */
enum {
	STOP_EMAIL,
	STOP_CALL,
	STOP_SMS,
	STOPS,
};

#define LONGEST 320 /* bytes of an address: RFC 5321, 4.5.3.1 */

#define MAIL (UINT64_C(1) << STOP_EMAIL)
#define NUMBERS (UINT64_C(1) << STOP_CALL | UINT64_C(1) << STOP_SMS)
#define ALL_STOPS (MAIL | NUMBERS)

void
closed_fini(struct closed *closed)
{
	mem_free(closed->slots);
}

void
closed_batch_fini(struct closed_batch *batch)
{
	mem_free(batch->all);
	str_fini(&batch->address);
}

static struct view
value_at(const struct view *out, int column)
{
	return column < 0 ? (struct view){0} : out[column];
}

static bool
is_stopped(const struct schema_columns *at, const struct view *out, int stop)
{
	struct view value = value_at(out, at->stops[stop]);

	return view_is(value, "yes") ||
		(value.len && flag_opt_out(value, false) == FLAG_YES);
}

static uint64_t
digest_of(struct view text)
{
	char small[LONGEST];

	/* Our own records may have been written by hand. */
	for (size_t i = 0; i < text.len && text.len <= LONGEST; i++) {
		char c = text.at[i];

		small[i] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
	}
	if (text.len <= LONGEST)
		text.at = small;
	/* No seed: whoever makes digests meet closes addresses, no more. */
	return hash_table(text, 0) & ~ALL_STOPS;
}

static void
note(struct closed_batch *batch, struct view text, uint64_t stops)
{
	if (!text.len || !stops)
		return;
	batch->all = mem_grow(
		batch->all, &batch->cap, batch->n + 1, sizeof(*batch->all));
	batch->all[batch->n++] = digest_of(text) | stops;
}

/* The only number of a row, if its refusal is of that; else nothing. */
static struct view
number_refused(const struct schema_columns *at, const struct view *out)
{
	struct view phone = value_at(out, at->phone);
	struct view mobile = value_at(out, at->mobile);
	struct phone facts;

	if (mobile.len && (!phone.len || view_eq(phone, mobile)))
		return mobile;
	if (mobile.len || !phone.len)
		return (struct view){0};
	phone_look(phone, &facts);
	return facts.type == PHONE_MOBILE ||
			!value_at(out, at->full_name).len ||
			!value_at(out, at->company).len
		? phone
		: (struct view){0};
}

/* Note the addresses that a text has, of which there may be several. */
static void
note_addresses(struct closed_batch *batch, struct view text)
{
	struct view piece;

	while (email_cut(&text, &piece)) {
		str_clear(&batch->address);
		if (email_normalise(piece, &batch->address))
			note(batch, str_view(&batch->address), MAIL);
	}
}

bool
closed_note(struct closed_batch *batch, const struct schema_columns *at,
	const struct view *out, const struct dump_plan *plan,
	const struct csv *csv)
{
	bool mail = is_stopped(at, out, STOP_EMAIL);
	uint64_t numbers = 0;

	if (mail)
		note(batch, value_at(out, at->email), MAIL);
	for (size_t i = 0; mail && plan && !plan->ours && i < csv->n; i++)
		if (plan->fields[i].kind == KIND_EMAIL)
			note_addresses(batch, csv->fields[i]);
	for (int stop = STOP_CALL; stop < STOPS; stop++)
		if (is_stopped(at, out, stop))
			numbers |= UINT64_C(1) << stop;
	if (numbers)
		note(batch, number_refused(at, out), numbers);
	return mail || numbers;
}

/* Where a digest is, or would be. */
static uint64_t *
slot_of(const struct closed *closed, uint64_t digest)
{
	size_t mask = closed->slots_n - 1;
	size_t i = (size_t)(digest >> STOPS) & mask;

	while (closed->slots[i] && (closed->slots[i] & ~ALL_STOPS) != digest)
		i = (i + 1) & mask;
	return &closed->slots[i];
}

static void
grow(struct closed *closed)
{
	struct closed old = *closed;

	closed->slots_n = old.slots_n ? old.slots_n * 2 : 256;
	closed->slots = mem_new(closed->slots_n, sizeof(*closed->slots));
	for (size_t i = 0; i < old.slots_n; i++)
		if (old.slots[i])
			*slot_of(closed, old.slots[i] & ~ALL_STOPS) =
				old.slots[i];
	mem_free(old.slots);
}

void
closed_add(struct closed *closed, struct closed_batch *batch)
{
	for (size_t i = 0; i < batch->n; i++) {
		uint64_t *slot;

		if (closed->n * 3 >= closed->slots_n * 2)
			grow(closed);
		slot = slot_of(closed, batch->all[i] & ~ALL_STOPS);
		closed->n += !*slot;
		*slot |= batch->all[i];
		closed->stops |= batch->all[i] & ALL_STOPS;
	}
	batch->n = 0;
}

static unsigned
stops_of(const struct closed *closed, struct view text)
{
	return text.len
		? (unsigned)(*slot_of(closed, digest_of(text)) & ALL_STOPS)
		: 0;
}

/* What the address and the numbers in these columns have refused. */
static unsigned
refused(const struct closed *closed, const struct schema_columns *at,
	const struct view *out)
{
	unsigned stops = 0;

	if (closed->stops & MAIL)
		stops |= stops_of(closed, value_at(out, at->email));
	if (closed->stops & NUMBERS)
		stops |= stops_of(closed, value_at(out, at->phone)) |
			stops_of(closed, value_at(out, at->mobile));
	return stops;
}

bool
closed_has(const struct closed *closed, const struct schema_columns *at,
	const struct view *out)
{
	return refused(closed, at, out) != 0;
}

size_t
closed_width(const struct closed *closed, const struct schema_columns *at)
{
	int last = -1;

	if (closed->stops & MAIL)
		last = at->email;
	if (closed->stops & NUMBERS && at->phone > last)
		last = at->phone;
	if (closed->stops & NUMBERS && at->mobile > last)
		last = at->mobile;
	return (size_t)(last + 1);
}

unsigned
closed_stops(const struct closed *closed, const struct schema_columns *at,
	const struct view *out)
{
	unsigned stops = refused(closed, at, out);

	for (int stop = 0; stops >> stop; stop++)
		if (at->stops[stop] < 0 || is_stopped(at, out, stop))
			stops &= ~(1U << stop);
	return stops;
}
