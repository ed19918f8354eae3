#include "lead/domain.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "lead/fold.h"

#include <libpsl.h>

/* RFC 1035, section 2.3.4. */
#define HOST_MAX 253
#define LABEL_MAX 63

static bool
is_letter(char c)
{
	return ((c | 32) >= 'a' && (c | 32) <= 'z') || (unsigned char)c >= 0x80;
}

/* Labels of letters, digits and inner hyphens; the last is no number. */
static bool
is_host(struct view v)
{
	struct view rest = v;
	struct view label = {0};

	if (!v.len || v.len > HOST_MAX || utf8_valid(v) != v.len)
		return false;
	while (view_cut(&rest, '.', &label)) {
		if (!label.len || label.len > LABEL_MAX || label.at[0] == '-' ||
			label.at[label.len - 1] == '-')
			return false;
		for (size_t i = 0; i < label.len; i++)
			if (!is_letter(label.at[i]) && label.at[i] != '-' &&
				label.at[i] != '_' &&
				(label.at[i] < '0' || label.at[i] > '9'))
				return false;
	}
	return is_letter(label.at[0]);
}

/* What stands before the first of these bytes. */
static struct view
before(struct view v, const char *stops)
{
	size_t i = 0;

	while (i < v.len && !(v.at[i] && strchr(stops, v.at[i])))
		i++;
	return view_upto(v, i);
}

/* A URL in its parts: views into it. */
struct url {
	struct view scheme, host, port, path;
};

static bool
url_read(struct view v, struct url *out)
{
	size_t colon = view_find(v, VIEW("://"));
	struct view authority;
	size_t at;

	*out = (struct url){0};
	if (colon < v.len && colon < view_find_byte(v, '/')) {
		out->scheme = view_upto(v, colon);
		v = view_from(v, colon + 3);
	} else if (view_starts(v, VIEW("//"))) {
		v = view_from(v, 2);
	}
	authority = before(v, "/?#");
	out->path = view_from(v, authority.len);
	at = view_find_byte(authority, '@');
	if (at < authority.len)
		authority = view_from(authority, at + 1);
	out->host = before(authority, ":");
	out->port = view_from(authority, out->host.len + 1);
	while (out->host.len > 1 && out->host.at[out->host.len - 1] == '.')
		out->host.len--;
	for (size_t i = 0; i < out->port.len; i++)
		if (out->port.at[i] < '0' || out->port.at[i] > '9')
			return false;
	return is_host(out->host);
}

static void
lower_write(struct view v, struct str *out)
{
	str_reserve(out, v.len);
	while (v.len) {
		unsigned char c = (unsigned char)v.at[0];

		if (c >= 0x80) {
			utf8_put(out, fold_lower((uint32_t)utf8_next(&v)));
			continue;
		}
		str_byte(out, (char)(c >= 'A' && c <= 'Z' ? c + 32 : c));
		v = view_from(v, 1);
	}
}

/* Where the registrable domain starts in a NUL-ended host; its length when
 * there is none. */
static size_t
registrable_start(const char *host)
{
	const char *found = psl_registrable_domain(psl_builtin(), host);

	return found ? (size_t)(found - host) : strlen(host);
}

bool
domain_normalise(struct view in, struct domain_memo *memo, struct str *out)
{
	size_t start = out->len;
	struct domain_known *known = NULL;
	struct view host;
	struct url url;
	uint64_t hash = 0;
	size_t cut;

	if (!url_read(view_trim(in), &url))
		return false;
	lower_write(url.host, out);
	host = str_tail(out, start);
	if (memo) {
		hash = hash_table(host, 0);
		known = &memo->known[hash % DOMAIN_MEMO];
	}
	if (known && known->hash == hash && known->host == host.len) {
		cut = known->start;
	} else {
		str_text(out);
		cut = registrable_start(out->data + start);
		if (known)
			*known = (struct domain_known){
				hash, (uint16_t)host.len, (uint16_t)cut};
	}
	host = view_from(str_tail(out, start), cut);
	if (host.len)
		memmove(out->data + start, host.at, host.len);
	out->len = start + host.len;
	return host.len > 0;
}

static bool
is_web(struct view scheme)
{
	return !scheme.len || view_same(scheme, VIEW("https")) ||
		view_same(scheme, VIEW("http"));
}

bool
website_normalise(struct view in, struct str *out)
{
	struct url url;

	if (!url_read(view_trim(in), &url) || !is_web(url.scheme) ||
		view_find_byte(url.host, '.') == url.host.len ||
		before(url.path, " \t\r\n\"<>").len < url.path.len)
		return false;
	if (url.scheme.len)
		lower_write(url.scheme, out);
	else
		str_add(out, "https");
	str_add(out, "://");
	lower_write(url.host, out);
	if (url.port.len && !view_is(url.port, "80") &&
		!view_is(url.port, "443")) {
		str_byte(out, ':');
		str_put(out, url.port);
	}
	if (!view_is(url.path, "/"))
		str_put(out, url.path);
	return true;
}

bool
linkedin_normalise(struct view in, struct str *out)
{
	struct view path;
	struct url url;

	if (!url_read(view_trim(in), &url) || !is_web(url.scheme) ||
		(!view_same(url.host, VIEW("linkedin.com")) &&
			(url.host.len < 13 ||
				!view_same(
					view_from(url.host, url.host.len - 13),
					VIEW(".linkedin.com")))))
		return false;
	path = before(url.path, "?# \t\r\n\"<>");
	while (path.len && path.at[path.len - 1] == '/')
		path.len--;
	if (path.len < 2)
		return false;
	str_add(out, "https://www.linkedin.com");
	str_put(out, path);
	return true;
}
