#include "lead/history.h"

#include "base/day.h"
#include "base/mem.h"
#include "lead/seek.h"
#include "record/split.h"

#include <stdlib.h>

/* Both logs begin alike: the columns of id, time and lead. */
enum { ID = CONTACT_ID, AT = CONTACT_AT, LEAD = CONTACT_LEAD_ID };

_Static_assert(
	ID == (int)NOTE_ID && AT == (int)NOTE_AT && LEAD == (int)NOTE_LEAD_ID,
	"the logs begin alike");

static enum status
make_index(struct history_log *log, const struct log *file, struct view bytes,
	int64_t as_of, bool silent)
{
	struct log_source source = {.name = file->path,
		.bytes = bytes,
		.header = file->header,
		.key = LEAD,
		.time = AT,
		.gist = file->gist,
		.silent = silent};

	*log = (struct history_log){
		.columns = view_count_byte(file->header, '\t') + 1,
		.as_of = as_of};
	log->void_column = log->columns - 2; /* then comes the sum */
	return log_index_make(&log->index, &source);
}

enum status
history_open_bytes(struct history_log *log, const struct log *file,
	struct view bytes, int64_t as_of)
{
	return make_index(log, file, bytes, as_of, false);
}

enum status
history_open(struct history_log *log, const struct log *file, int64_t as_of)
{
	struct log_image image;
	enum status status;

	*log = (struct history_log){0};
	if (!log_read(file, &image))
		return STATUS_FAIL;
	status = history_open_bytes(log, file, image.bytes, as_of);
	log->image = image;
	aliases_load(&log->aliases, file->path);
	return status;
}

/* Put the lines that hold the id at the end of out. */
static void
gather(struct view bytes, struct view lead_id, struct str *out)
{
	struct seek seek;

	while (seek_make(&seek, lead_id) && bytes.len) {
		size_t at = seek_in(&seek, bytes);
		const char *lf = memrchr(bytes.at, '\n', at);
		struct view line;

		if (at == bytes.len)
			return;
		line = view_from(bytes, lf ? (size_t)(lf - bytes.at) + 1 : 0);
		line = view_upto(line, view_find_byte(line, '\n'));
		str_put(out, line);
		str_byte(out, '\n');
		bytes = view_from(
			bytes, (size_t)(line.at - bytes.at) + line.len + 1);
	}
}

enum status
history_open_lead(struct history_log *log, const struct log *file,
	struct view lead_id, int64_t as_of)
{
	struct log_image image;
	struct aliases aliases;
	struct str lines = {0};
	struct view other;
	size_t at = 0;
	enum status status;

	*log = (struct history_log){0};
	if (!lead_id.len || lead_id.len > SEEK_MOST)
		return history_open(log, file, as_of);
	if (!log_read(file, &image))
		return STATUS_FAIL;
	aliases_load(&aliases, file->path);
	gather(image.bytes, lead_id, &lines);
	while (aliases_next(&aliases, lead_id, &at, &other))
		gather(image.bytes, other, &lines);
	log_image_fini(&image);
	status = make_index(log, file, str_view(&lines), as_of, true);
	log->image.copy = lines;
	log->aliases = aliases;
	if (status != STATUS_PART)
		return status;
	/* What is wrong is to be said of the line that it is in the file. */
	history_close(log);
	return history_open(log, file, as_of);
}

void
history_close(struct history_log *log)
{
	log_index_fini(&log->index);
	log_image_fini(&log->image);
	aliases_fini(&log->aliases);
}

void
history_expect(struct history_queue *queue, const struct history_log *log,
	struct view lead_id)
{
	static const unsigned delay[] = {0, 4, 8};

	queue->hash[queue->n % HISTORY_AHEAD] =
		log_index_hash(&log->index, lead_id);
	for (int step = 0; step < 3; step++)
		if (queue->n >= delay[step])
			log_index_expect(&log->index,
				queue->hash[(queue->n - delay[step]) %
					HISTORY_AHEAD],
				step);
	queue->n++;
}

bool
history_read(const struct history_log *log, const struct log_place *place,
	struct view lead_id, struct entry *entry)
{
	struct view rest = log_index_line(&log->index, place);
	size_t n = split_line(rest, entry->field, log->columns, &entry->line);

	return n == log->columns && view_eq(entry->field[LEAD], lead_id) &&
		moment_read(entry->field[AT], &entry->at) &&
		entry->at <= log->as_of;
}

/* By id; of two that differ all the same, by all they say. */
static int
by_id(const void *a, const void *b)
{
	const struct entry *const *x = a;
	const struct entry *const *y = b;
	int order = view_order((*x)->field[ID], (*y)->field[ID]);

	return order ? order : view_order((*x)->line, (*y)->line);
}

static int
by_time(const void *a, const void *b)
{
	const struct entry *const *x = a;
	const struct entry *const *y = b;

	if ((*x)->at != (*y)->at)
		return (*x)->at < (*y)->at ? -1 : 1;
	return view_order((*x)->field[ID], (*y)->field[ID]);
}

/* Most leads have few entries: sorting in place beats qsort() there. */
static void
sort(struct history *history, int (*order)(const void *, const void *))
{
	struct entry **all = history->entry;

	if (history->n > 16) {
		qsort(all, history->n, sizeof(*all), order);
		return;
	}
	for (size_t i = 1; i < history->n; i++) {
		struct entry *moved = all[i];
		size_t k = i;

		for (; k > 0 && order(&all[k - 1], &moved) > 0; k--)
			all[k] = all[k - 1];
		all[k] = moved;
	}
}

/* Of entries with the same id, sorted, keep the last. */
static void
unite(struct history *history)
{
	size_t kept = 0;

	for (size_t i = 0; i < history->n; i++) {
		struct entry *entry = history->entry[i];

		if (i + 1 < history->n &&
			view_eq(entry->field[ID],
				history->entry[i + 1]->field[ID]))
			continue;
		history->entry[kept++] = entry;
	}
	history->n = kept;
}

/* Forget an entry by its id; the entries are sorted by id. */
static void
strike(struct history *history, struct view id)
{
	size_t low = 0;
	size_t high = history->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		struct entry *entry = history->entry[middle];
		int order = view_order(entry->field[ID], id);

		if (order == 0) {
			entry->line = (struct view){0};
			return;
		}
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
}

/* Take out what is voided, and what voids; the entries are sorted by id. */
static void
apply_voids(struct history *history, size_t column)
{
	size_t kept = 0;

	for (size_t i = 0; i < history->n; i++)
		if (history->entry[i]->field[column].len)
			strike(history, history->entry[i]->field[column]);
	for (size_t i = 0; i < history->n; i++) {
		struct entry *entry = history->entry[i];

		if (entry->line.at && !entry->field[column].len)
			history->entry[kept++] = entry;
	}
	history->n = kept;
}

/* Read the entries of one id behind the n there are; how many then. */
static size_t
read_entries(struct history *history, const struct history_log *log,
	struct view lead_id, size_t n)
{
	struct digest hash = log_index_hash(&log->index, lead_id);
	const struct log_place *place;
	size_t at = 0;

	while ((place = log_index_next(&log->index, hash, &at))) {
		history->room = mem_grow(history->room, &history->room_cap,
			n + 1, sizeof(*history->room));
		if (history_read(log, place, lead_id, &history->room[n]))
			n++;
	}
	return n;
}

void
history_load(struct history *history, const struct history_log *log,
	struct view lead_id)
{
	size_t n = read_entries(history, log, lead_id, 0);
	struct view other;
	size_t at = 0;

	while (log->aliases.n &&
		aliases_next(&log->aliases, lead_id, &at, &other))
		n = read_entries(history, log, other, n);
	history->entry = mem_grow(
		history->entry, &history->entry_cap, n, sizeof(struct entry *));
	for (size_t i = 0; i < n; i++)
		history->entry[i] = &history->room[i];
	history->n = n;
	if (!n)
		return;
	sort(history, by_id);
	unite(history);
	apply_voids(history, log->void_column);
	sort(history, by_time);
}

void
history_fini(struct history *history)
{
	mem_free(history->entry);
	mem_free(history->room);
	*history = (struct history){0};
}
