#include "base/meter.h"

#include "base/lang.h"

#include <errno.h>
#include <time.h>
#include <unistd.h>

#define FIRST 1000 /* ms of work before the first line */
#define EVERY 250  /* ms between lines */

static int64_t
now_ms(void)
{
	struct timespec t;

	if (clock_gettime(CLOCK_MONOTONIC, &t) < 0)
		return 0;
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

void
meter_start(struct meter *meter, const struct common *common, int64_t total)
{
	bool auto_on = common->progress == PROGRESS_AUTO && !common->quiet &&
		isatty(STDERR_FILENO);
	bool always = common->progress == PROGRESS_ALWAYS;

	*meter = (struct meter){.on = auto_on || always, .total = total};
	if (!meter->on)
		return;
	meter->started = now_ms();
	meter->next = meter->started + (always ? 0 : FIRST);
}

/* A count with three digits: 999, 12.3k, 4.56M. */
static void
put_count(int64_t n, struct str *out)
{
	static const char units[] = {0, 'k', 'M', 'G', 'T', 'P'};
	int64_t tenths = n * 10;
	size_t unit = 0;

	while (tenths >= 10000 && unit + 1 < sizeof(units)) {
		tenths /= 1000;
		unit++;
	}
	if (!unit) {
		str_int(out, n);
		return;
	}
	str_int(out, tenths / 10);
	if (tenths < 1000)
		str_printf(out, ".%d", (int)(tenths % 10));
	str_byte(out, units[unit]);
}

static void
put_duration(int64_t seconds, struct str *out)
{
	if (seconds >= 60)
		str_printf(out, "%d min ", (int)(seconds / 60));
	str_printf(out, "%d s", (int)(seconds % 60));
}

void
meter_write(const struct meter *meter, int64_t ms, struct str *out)
{
	int64_t rate = ms ? meter->records * 1000 / ms : 0;
	bool known = meter->total > 0 && meter->done > 0;

	str_printf(out, "%s: ", program_invocation_short_name);
	if (known)
		str_printf(out, "%d %%, ",
			(int)(meter->done * 100 / meter->total));
	put_count(meter->done, out);
	str_add(out, _("B, "));
	put_count(meter->records, out);
	str_add(out, _(" records, "));
	put_count(rate, out);
	str_add(out, "/s");
	if (!known || meter->done >= meter->total)
		return;
	str_add(out, ", ");
	put_duration(
		(int64_t)((double)ms * (double)(meter->total - meter->done) /
			(double)meter->done) /
			1000,
		out);
	str_add(out, _(" left"));
}

/* Draw over the line that is there: CR, the text, erase to the end. */
static void
draw(struct meter *meter, const char *text)
{
	struct str line = {0};
	ssize_t said;

	str_printf(&line, "\r%s\033[K", text);
	said = write(STDERR_FILENO, line.data, line.len);
	(void)said; /* progress that cannot be shown is no fault */
	meter->shown = *text;
	str_fini(&line);
}

void
meter_add(struct meter *meter, int64_t bytes, int64_t records)
{
	struct str text = {0};
	int64_t now;

	if (!meter->on)
		return;
	meter->done += bytes;
	meter->records += records;
	now = now_ms();
	if (now < meter->next)
		return;
	meter->next = now + EVERY;
	meter_write(meter, now - meter->started, &text);
	draw(meter, str_text(&text));
	str_fini(&text);
}

void
meter_end(struct meter *meter)
{
	if (meter->shown)
		draw(meter, "");
	meter->on = false;
}
