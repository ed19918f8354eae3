/*
 * A log when the power fails: what was written but not synced may be there,
 * in part, as zeros or with a bit turned; a name that was not synced may be
 * the old one.  What was acknowledged must be there.
 *
 * The calls of some appends, a bulk and an erasure are recorded; then the
 * power fails, again and again, at a random call, with a random fate of what
 * was not on disk yet.
 */
#include "unit.h"

#include "log_shim.h"

#include "base/file.h"
#include "base/mem.h"
#include "record/log_file.h"
#include "record/log_sum.h"

#define HEADER "id\tat\tsum"
#define NODES 8 /* files there ever were */
#define NAMES 8 /* names there are */
#define EVENTS 400
#define RECORDS 40

static char folder[] = "/tmp/lead-power-XXXXXX";
static char path[64];
static const struct log journal = {
	.path = path, .header = VIEW(HEADER), .quiet = true};

enum what { CREATE, WRITE, TRUNCATE, SYNC, RENAME, SYNC_NAMES };

struct event {
	enum what what;
	int node;
	char name[64], to[64];
	struct str bytes; /* WRITE: owned */
	long size;	  /* TRUNCATE */
};

/* What was recorded. */
static struct event events[EVENTS];
static int events_n, nodes_n;
static int node_of_fd[256]; /* -1: the directory */
static struct {
	char id[16];
	int added, erased; /* acknowledged before this event; -1: never */
} records[RECORDS];
static int records_n;
static int meanwhile; /* appends still to be made in another's sync */

static struct event *
add(enum what what, int node)
{
	struct event *event = &events[events_n++];

	assert_true(events_n < EVENTS);
	*event = (struct event){.what = what, .node = node};
	return event;
}

/* The disk, as it is while events are played. */
struct disk {
	struct str durable[NODES], cache[NODES]; /* owned */
	struct {
		char name[64];
		int node;
	} names[NAMES], synced[NAMES];
	int names_n, synced_n;
};

static void
set_name(struct disk *disk, const char *name, int node)
{
	int i = 0;

	while (i < disk->names_n && strcmp(disk->names[i].name, name) != 0)
		i++;
	if (i == disk->names_n)
		disk->names_n++;
	(void)snprintf(disk->names[i].name, 64, "%s", name);
	disk->names[i].node = node;
}

static int
get_name(const struct disk *disk, const char *name)
{
	for (int i = 0; i < disk->names_n; i++)
		if (!strcmp(disk->names[i].name, name))
			return disk->names[i].node;
	return -1;
}

static struct disk live; /* names as they are while calls are recorded */

static void append_one(void);

static int
record_call(const char *call, int fd, const char *from, const char *to,
	const char *bytes, long n)
{
	struct event *event;

	if (!strcmp(call, "open") && (n & O_DIRECTORY)) {
		node_of_fd[fd] = -1;
	} else if (!strcmp(call, "open")) {
		int node = get_name(&live, from);

		if (node < 0) {
			node = nodes_n++;
			event = add(CREATE, node);
			set_name(&live, from, node);
			(void)snprintf(
				event->name, sizeof(event->name), "%s", from);
		}
		node_of_fd[fd] = node;
	} else if (!strcmp(call, "write")) {
		event = add(WRITE, node_of_fd[fd]);
		str_bytes(&event->bytes, bytes, (size_t)n);
	} else if (!strcmp(call, "truncate")) {
		add(TRUNCATE, node_of_fd[fd])->size = n;
	} else if (!strcmp(call, "rename")) {
		event = add(RENAME, -1);
		set_name(&live, to, get_name(&live, from));
		set_name(&live, from, -1);
		(void)snprintf(event->name, sizeof(event->name), "%s", from);
		(void)snprintf(event->to, sizeof(event->to), "%s", to);
	} else if (node_of_fd[fd] < 0) {
		add(SYNC_NAMES, -1);
	} else {
		/* Another writer comes in while this one waits. */
		if (meanwhile > 0 && meanwhile-- > 0)
			append_one();
		add(SYNC, node_of_fd[fd]);
	}
	return 0;
}

/* Append the next record, and note when it is acknowledged. */
static void
append_one(void)
{
	int i = records_n++;
	struct str fields = {0};

	(void)snprintf(records[i].id, sizeof(records[i].id), "r%d", i);
	records[i].added = records[i].erased = -1;
	str_printf(&fields, "%s\t%0*d", records[i].id, i * 37 % 200 + 1, i);
	if (log_append(&journal, str_view(&fields)) == STATUS_DONE)
		records[i].added = events_n;
	str_fini(&fields);
}

static void
append_two(void)
{
	int first = records_n;
	struct str lines = {0};
	struct str fields = {0};

	for (int i = first; i < first + 2; i++) {
		(void)snprintf(records[i].id, sizeof(records[i].id), "r%d", i);
		records[i].added = records[i].erased = -1;
		str_clear(&fields);
		str_printf(&fields, "%s\t%d", records[i].id, i);
		log_line(str_view(&fields), &lines);
	}
	records_n += 2;
	if (log_append_all(&journal, str_view(&lines)) == STATUS_DONE)
		records[first].added = records[first + 1].added = events_n;
	str_fini(&lines);
	str_fini(&fields);
}

static enum log_fate
but_r1(void *self, struct view line, struct str *instead)
{
	(void)self;
	(void)instead;
	return view_starts(line, VIEW("r1\t")) ? LOG_GOES : LOG_STAYS;
}

static void
record_all(void)
{
	struct log_erase erase = {.fate = but_r1};

	events_n = nodes_n = records_n = 0;
	live = (struct disk){0};
	(void)unlink(path);
	shim.seen = record_call;
	for (int i = 0; i < 20; i++) {
		meanwhile = i % 3 == 1;
		append_one();
		if (i == 6)
			append_two();
		if (i == 12 && log_erase(&journal, &erase) == STATUS_DONE)
			records[1].erased = events_n;
	}
	shim.seen = NULL;
	meanwhile = 0;
}

static void
play(struct disk *disk, const struct event *event)
{
	struct str *cache = event->node < 0 ? NULL : &disk->cache[event->node];

	switch (event->what) {
	case CREATE:
		set_name(disk, event->name, event->node);
		break;
	case WRITE:
		str_put(cache, str_view(&event->bytes));
		break;
	case TRUNCATE:
		cache->len = (size_t)event->size;
		break;
	case SYNC:
		str_clear(&disk->durable[event->node]);
		str_put(&disk->durable[event->node], str_view(cache));
		break;
	case RENAME:
		set_name(disk, event->to, get_name(disk, event->name));
		set_name(disk, event->name, -1);
		break;
	case SYNC_NAMES:
		memcpy(disk->synced, disk->names, sizeof(disk->names));
		disk->synced_n = disk->names_n;
		break;
	}
}

static size_t
below(size_t n)
{
	return n ? (size_t)random() % n : 0;
}

/* What is left of a file: all that was synced, and who knows what more. */
static void
survive(const struct disk *disk, int node, struct str *out)
{
	const struct str *durable = &disk->durable[node];
	const struct str *cache = &disk->cache[node];
	size_t same = 0;

	while (same < durable->len && same < cache->len &&
		durable->data[same] == cache->data[same])
		same++;
	if (same < durable->len && below(2)) {
		/* A cut that did not reach the disk. */
		str_put(out, str_view(durable));
		return;
	}
	str_put(out,
		view_upto(
			str_view(cache), same + below(cache->len - same + 1)));
	if (out->len > same && below(3) == 0) {
		size_t start = same + below(out->len - same);
		size_t n = below(out->len - start) + 1;

		memset(out->data + start, 0, n); /* blocks never written */
	} else if (out->len > same && below(3) == 0) {
		out->data[same + below(out->len - same)] ^=
			(char)(1 << below(8));
	}
}

/* Put what is left after a crash before event number when in the folder. */
static void
crash(int when)
{
	struct disk disk = {0};
	struct str bytes = {0};
	int node = -1;
	int fd;

	for (int i = 0; i < when; i++)
		play(&disk, &events[i]);
	/* Names reach the disk when they are synced, or by themselves. */
	if (below(2)) {
		memcpy(disk.names, disk.synced, sizeof(disk.names));
		disk.names_n = disk.synced_n;
	}
	node = get_name(&disk, path);
	(void)unlink(path);
	if (node >= 0) {
		survive(&disk, node, &bytes);
		fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
		assert_true(fd >= 0);
		assert_true(file_write_all(fd, bytes.data, bytes.len));
		close(fd);
	}
	str_fini(&bytes);
	for (int i = 0; i < NODES; i++) {
		str_fini(&disk.durable[i]);
		str_fini(&disk.cache[i]);
	}
}

/* How often a whole record of that id is there. */
static int
count(struct view log, const char *id)
{
	struct view line;
	int n = 0;

	while (log.len && view_cut(&log, '\n', &line))
		n += view_eq(view_upto(line, view_find_byte(line, '\t')),
			     view_of(id)) &&
			log_sum_check(line) == LOG_SUM_GOOD;
	return n;
}

/* Is all that was acknowledged before the crash there, and nothing else? */
static bool
holds(int when)
{
	struct log_image image;
	bool good = log_read(&journal, &image);

	for (int i = 0; good && i < records_n; i++) {
		int n = count(image.bytes, records[i].id);

		if (records[i].erased >= 0 && records[i].erased <= when)
			good = n == 0;
		else if (records[i].added >= 0 && records[i].added <= when &&
			i != 1)
			good = n == 1;
		else
			good = n <= 1;
	}
	log_image_fini(&image);
	return good;
}

static long
count_losses(long crashes)
{
	long losses = 0;

	for (long i = 0; i < crashes; i++) {
		int when = (int)below((size_t)events_n + 1);
		bool good;

		/* Of one second only so many tails are put aside. */
		if (i % 100 == 0)
			assert_true(log_remove_torn(&journal));
		crash(when);
		good = holds(when);
		/* Nor does the next writer lose any by its repair. */
		if (good && i % 4 == 0)
			good = log_append(&journal, VIEW("next\t1")) ==
					STATUS_DONE &&
				holds(when);
		losses += !good;
	}
	return losses;
}

static void
clean(void)
{
	struct str command = {0};

	str_printf(&command, "rm -rf %s/*", folder);
	assert_int_equal(system(str_text(&command)), 0);
	str_fini(&command);
	for (int i = 0; i < EVENTS; i++)
		str_fini(&events[i].bytes);
}

static void
what_was_acknowledged_outlives_the_power(void **state)
{
	const char *soak = getenv("SOAK");
	long crashes = getenv("TORTURE") || soak ? 100000 : 5000;
	int64_t times;

	(void)state;
	if (soak && view_int(view_of(soak), &times) && times > 0)
		crashes *= (long)times;
	record_all();
	assert_int_equal(count_losses(crashes), 0);
	clean();
}

static void
a_log_that_does_not_sync_is_found_out(void **state)
{
	(void)state;
	shim.mutant = MUTANT_NO_SYNC;
	record_all();
	shim.mutant = MUTANT_NONE;
	assert_true(count_losses(500) > 0);
	clean();
}

static int
begin(void **state)
{
	(void)state;
	if (!mkdtemp(folder))
		return -1;
	(void)snprintf(path, sizeof(path), "%s/log.tsv", folder);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	return rmdir(folder);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_was_acknowledged_outlives_the_power),
		cmocka_unit_test(a_log_that_does_not_sync_is_found_out),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
