#include "lead/suppress.h"

#include "base/day.h"
#include "base/lang.h"
#include "base/mem.h"
#include "lead/alias.h"
#include "lead/also.h"
#include "lead/channel.h"
#include "lead/email.h"
#include "lead/suppress_key.h"
#include "record/field.h"

static struct suppress_slot *
slot_find(const struct suppress *s, struct digest d, size_t *at)
{
	struct suppress_slot *slot;

	for (;; ++*at) {
		slot = &s->slots[*at & (s->slots_n - 1)];
		if (!slot->entry ||
			(slot->digest.low == d.low &&
				slot->digest.high == d.high))
			return slot;
	}
}

/* Put an entry in the table, behind others with the same key. */
static void
slot_add(struct suppress *s, struct digest d, uint32_t entry)
{
	size_t at = (size_t)d.low;
	struct suppress_slot *slot = slot_find(s, d, &at);

	while (slot->entry) {
		at++;
		slot = slot_find(s, d, &at);
	}
	*slot = (struct suppress_slot){d, entry};
}

/* Is it of after the moment we look at? */
static bool
is_to_come(struct view at, int64_t as_of)
{
	int64_t moment;

	return moment_read(at, &moment) && moment > as_of;
}

struct columns {
	int key_type, key, channel, reason, at, by;
};

static struct view
plain(struct suppress *s, size_t row, int column)
{
	return field_plain(sheet_get(&s->sheet, row, column), &s->text);
}

/* What people write for our channels. */
static const struct {
	const char *written, *channel;
} channel_names[] = {
	{"all", ""},
	{"*", ""},
	{"phone", "call"},
	{"telephone", "call"},
	{"e-mail", "email"},
	{"text", "sms"},
};

/*
 * The channel of an entry, empty for all.  One that nobody knows must not
 * suppress nothing.
 */
static struct view
channel_load(struct suppress *s, size_t row, int column)
{
	struct view written = view_trim(plain(s, row, column));

	for (int i = 0; i < channel_words.n; i++)
		if (view_same(written, view_of(vocab_name(&channel_words, i))))
			return view_of(vocab_name(&channel_words, i));
	for (size_t i = 0; i < sizeof(channel_names) / sizeof(*channel_names);
		i++)
		if (view_same(written, view_of(channel_names[i].written)))
			return view_of(channel_names[i].channel);
	if (written.len)
		die_at(sheet_place(&s->sheet, row, "channel"),
			_("'%.*s' is no channel: leave it empty for all"),
			VIEW_ARGS(written));
	return written;
}

/* "*@bo.cy" and "@bo.cy" are everybody there: the domain is the key. */
static struct view
key_load(struct view written, int *type)
{
	size_t at = view_starts(written, VIEW("*@")) ? 1 : 0;

	if (*type != SUPPRESS_EMAIL || at == written.len ||
		written.at[at] != '@')
		return written;
	*type = SUPPRESS_DOMAIN;
	return view_from(written, at + 1);
}

/* Returns the type of the key. */
static int
row_load(struct suppress *s, size_t row, const struct columns *c,
	struct view country)
{
	struct view key = plain(s, row, c->key);
	struct view name = plain(s, row, c->key_type);
	int type = suppress_key_read(name);
	struct digest digest;

	if (type < 0)
		die_at(sheet_place(&s->sheet, row, "key_type"),
			_("'%.*s' is no kind of key: email, phone, domain, "
			  "company, lead_id or hash"),
			VIEW_ARGS(name));
	if (!suppress_digest_read(key, &digest)) {
		key = key_load(view_trim(key), &type);
		str_clear(&s->scratch);
		if (!suppress_normalise(
			    (enum suppress_key)type, key, country, &s->scratch))
			die_at(sheet_place(&s->sheet, row, "key"),
				_("'%.*s' cannot be read as %s"),
				VIEW_ARGS(key),
				suppress_key_name((enum suppress_key)type).at);
		digest = suppress_key_digest(
			(enum suppress_key)type, str_view(&s->scratch));
	}
	s->entries[s->n++] = (struct suppress_entry){name,
		channel_load(s, row, c->channel), plain(s, row, c->reason),
		plain(s, row, c->at), plain(s, row, c->by)};
	slot_add(s, digest, (uint32_t)s->n);
	return type;
}

static void
make_slots(struct suppress *s, size_t most)
{
	s->slots_n = 16;
	while (s->slots_n < 2 * most + 1)
		s->slots_n *= 2;
	s->slots = mem_new(s->slots_n, sizeof(*s->slots));
}

/* Put the table, and more, into one that has room for both. */
static void
add_slots(struct suppress *s, const struct suppress_slot *more, size_t n)
{
	struct suppress_slot *old = s->slots;
	size_t old_n = s->slots_n;

	make_slots(s, s->n + n);
	for (size_t i = 0; i < old_n; i++)
		if (old[i].entry)
			slot_add(s, old[i].digest, old[i].entry);
	for (size_t i = 0; i < n; i++)
		slot_add(s, more[i].digest, more[i].entry);
	mem_free(old);
}

/* What is said of a lead that was merged is said of that it went into. */
static void
follow_merges(struct suppress *s, const char *path)
{
	struct suppress_slot *more = NULL;
	struct aliases aliases;
	size_t n = 0, cap = 0;

	aliases_load(&aliases, path);
	for (size_t i = 0; i < aliases.n; i++) {
		const struct alias *alias = &aliases.all[i];
		struct digest own =
			suppress_key_digest(SUPPRESS_LEAD_ID, alias->own);
		uint32_t entry;

		for (size_t at = (size_t)own.low;
			(entry = slot_find(s, own, &at)->entry) != 0; at++) {
			more = mem_grow(more, &cap, n + 1, sizeof(*more));
			more[n++] = (struct suppress_slot){
				suppress_key_digest(
					SUPPRESS_LEAD_ID, alias->lead),
				entry};
		}
	}
	if (n)
		add_slots(s, more, n);
	mem_free(more);
	aliases_fini(&aliases);
}

void
suppress_load(struct suppress *s, const char *path, struct view country,
	int64_t as_of)
{
	struct columns c;
	bool by_id = false;

	*s = (struct suppress){0};
	if (!sheet_load_if(&s->sheet, path))
		return;
	c = (struct columns){sheet_need(&s->sheet, "key_type"),
		sheet_need(&s->sheet, "key"),
		header_find(&s->sheet.header, VIEW("channel")),
		header_find(&s->sheet.header, VIEW("reason")),
		header_find(&s->sheet.header, VIEW("at")),
		header_find(&s->sheet.header, VIEW("by"))};
	make_slots(s, s->sheet.n);
	s->entries = mem_new(s->sheet.n + 1, sizeof(*s->entries));
	/* Plain text is never longer than as written: no view ever moves. */
	str_reserve(&s->text, s->sheet.bytes.len);
	for (size_t row = 0; row < s->sheet.n; row++)
		if (!is_to_come(sheet_get(&s->sheet, row, c.at), as_of))
			by_id |= row_load(s, row, &c, country) ==
				SUPPRESS_LEAD_ID;
	if (by_id)
		follow_merges(s, path);
}

void
suppress_fini(struct suppress *s)
{
	mem_free(s->slots);
	mem_free(s->entries);
	str_fini(&s->text);
	str_fini(&s->scratch);
	sheet_fini(&s->sheet);
	*s = (struct suppress){0};
}

/* An entry with this key for the channel, or NULL. */
static const struct suppress_entry *
look(const struct suppress *s, enum suppress_key type, struct view key,
	struct view channel)
{
	struct digest d;
	size_t at;

	if (!key.len)
		return NULL;
	d = suppress_key_digest(type, key);
	at = (size_t)d.low;
	for (;; at++) {
		const struct suppress_slot *slot = slot_find(s, d, &at);
		const struct suppress_entry *entry;

		if (!slot->entry)
			return NULL;
		entry = &s->entries[slot->entry - 1];
		if (!entry->channel.len || view_eq(entry->channel, channel))
			return entry;
	}
}

/* The host and each domain it is in. */
static const struct suppress_entry *
look_host(const struct suppress *s, struct view host, struct view channel)
{
	while (host.len) {
		const struct suppress_entry *found =
			look(s, SUPPRESS_DOMAIN, host, channel);

		if (found)
			return found;
		host = view_from(host, view_find_byte(host, '.') + 1);
	}
	return NULL;
}

/* What refuses mail to another address of a person refuses it to them. */
static const struct suppress_entry *
look_notes(const struct suppress *s, struct view notes, struct view channel)
{
	const struct suppress_entry *found = NULL;
	struct str address = {0};
	struct view line = {0};

	if (!also_any(notes))
		return NULL;
	while (!found && also_email(&notes, &line, &address))
		found = look(s, SUPPRESS_EMAIL, str_view(&address), channel);
	str_fini(&address);
	return found;
}

const struct suppress_entry *
suppress_find(const struct suppress *s, const struct suppress_query *q)
{
	const struct suppress_entry *found;

	if (!s->n)
		return NULL;
	(void)((found = look(s, SUPPRESS_LEAD_ID, q->lead_id, q->channel)) ||
		(found = look(s, SUPPRESS_EMAIL, q->email, q->channel)) ||
		(found = look(s, SUPPRESS_PHONE, q->phone, q->channel)) ||
		(found = look(s, SUPPRESS_PHONE, q->mobile, q->channel)) ||
		(found = look_host(s, email_domain(q->email), q->channel)) ||
		(found = look_host(s, q->domain, q->channel)) ||
		(found = look(s, SUPPRESS_COMPANY, q->company, q->channel)) ||
		(found = look_notes(s, q->notes, q->channel)));
	return found;
}
