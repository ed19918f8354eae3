/* POSIX time zone rules: IEEE Std 1003.1, "Other Environment Variables". */
#include "base/day.h"
#include "lead/zone.h"

#define HOUR 3600

static bool
is_letter(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* Cut "GMT" or "<+03>" off the front. */
static bool
read_name(struct view *rest, struct zone_type *type)
{
	bool quoted = rest->len && rest->at[0] == '<';
	struct view name;
	size_t n = 0;

	if (quoted) {
		*rest = view_from(*rest, 1);
		n = view_find_byte(*rest, '>');
		if (n == rest->len)
			return false;
	} else {
		while (n < rest->len && is_letter(rest->at[n]))
			n++;
	}
	name = view_upto(*rest, n);
	*rest = view_from(*rest, n + quoted);
	if (name.len < 3 || name.len >= ZONE_NAME_MAX)
		return false;
	memcpy(type->name, name.at, name.len);
	type->name[name.len] = '\0';
	return true;
}

/* Cut a whole number without sign off the front. */
static bool
read_number(struct view *rest, int *out)
{
	size_t n = 0;
	int64_t value;

	while (n < rest->len && n < 5 && rest->at[n] >= '0' &&
		rest->at[n] <= '9')
		n++;
	if (!view_int(view_upto(*rest, n), &value))
		return false;
	*out = (int)value;
	*rest = view_from(*rest, n);
	return true;
}

static bool
cut_byte(struct view *rest, char byte)
{
	if (!rest->len || rest->at[0] != byte)
		return false;
	*rest = view_from(*rest, 1);
	return true;
}

/* Cut [+-]hh[:mm[:ss]] off the front. */
static bool
read_time(struct view *rest, int32_t *out)
{
	bool minus = cut_byte(rest, '-');
	int h, m = 0, s = 0;

	if (!minus)
		(void)cut_byte(rest, '+');
	if (!read_number(rest, &h))
		return false;
	if (cut_byte(rest, ':') && !read_number(rest, &m))
		return false;
	if (cut_byte(rest, ':') && !read_number(rest, &s))
		return false;
	/* RFC 8536: hours to 167; offsets use no more than 24. */
	if (h > 167 || m > 59 || s > 59)
		return false;
	*out = (h * HOUR + m * 60 + s) * (minus ? -1 : 1);
	return true;
}

static bool
read_change(struct view *rest, struct zone_change *out)
{
	*out = (struct zone_change){.form = 'N', .second = 2 * HOUR};
	if (!cut_byte(rest, ','))
		return false;
	if (cut_byte(rest, 'M')) {
		out->form = 'M';
		if (!read_number(rest, &out->month) || !cut_byte(rest, '.') ||
			!read_number(rest, &out->week) ||
			!cut_byte(rest, '.') || !read_number(rest, &out->day))
			return false;
		if (out->month < 1 || out->month > 12 || out->week < 1 ||
			out->week > 5 || out->day > 6)
			return false;
	} else {
		if (cut_byte(rest, 'J'))
			out->form = 'J';
		/* J1 to J365 leave 29 February out, 0 to 365 count it. */
		if (!read_number(rest, &out->day) || out->day > 365 ||
			(out->form == 'J' && out->day < 1))
			return false;
	}
	return !cut_byte(rest, '/') || read_time(rest, &out->second);
}

bool
zone_rule_read(struct view text, struct zone_rule *out)
{
	*out = (struct zone_rule){0};
	if (!read_name(&text, &out->usual) ||
		!read_time(&text, &out->usual.offset))
		return false;
	out->usual.offset = -out->usual.offset; /* POSIX counts westward */
	if (!text.len)
		return true;
	out->has_summer = true;
	out->summer.offset = out->usual.offset + HOUR;
	if (!read_name(&text, &out->summer))
		return false;
	if (text.len && text.at[0] != ',') {
		if (!read_time(&text, &out->summer.offset))
			return false;
		out->summer.offset = -out->summer.offset;
	}
	return read_change(&text, &out->start) &&
		read_change(&text, &out->end) && !text.len;
}

/* The day of a change in a year. */
static int32_t
change_day(const struct zone_change *change, int year)
{
	bool leap = day_in_month(year, 2) == 29;
	int32_t first, day;

	if (change->form == 'N')
		return day_of(year, 1, 1) + change->day;
	if (change->form == 'J')
		return day_of(year, 1, 1) + change->day - 1 +
			(leap && change->day >= 60);
	first = day_of(year, change->month, 1);
	/* POSIX has Sunday as 0, we Monday. */
	day = first + (change->day + 6 - day_weekday(first) + 7) % 7;
	day += 7 * (change->week - 1);
	while (day >= first + day_in_month(year, change->month))
		day -= 7;
	return day;
}

const struct zone_type *
zone_rule_at(const struct zone_rule *rule, int64_t moment)
{
	int64_t start, end;
	int year, month, date;

	if (!rule->has_summer)
		return &rule->usual;
	day_split(
		moment_day(moment + rule->usual.offset), &year, &month, &date);
	start = change_day(&rule->start, year) * DAY_SECONDS +
		rule->start.second - rule->usual.offset;
	end = change_day(&rule->end, year) * DAY_SECONDS + rule->end.second -
		rule->summer.offset;
	if (start < end)
		return moment >= start && moment < end ? &rule->summer
						       : &rule->usual;
	return moment >= end && moment < start ? &rule->usual : &rule->summer;
}
