#include "lead/domain.h"

#include "base/hash.h"
#include "lead/host.h"

#include <libpsl.h>

/* Bytes before the first that may end a host or a path. */
static size_t
authority_len(struct view v)
{
	size_t i = 0;

	while (i < v.len && v.at[i] != '/' && v.at[i] != '?' && v.at[i] != '#')
		i++;
	return i;
}

/* Does a path hold what would end or break out of a link? */
static bool
is_broken(struct view path)
{
	for (size_t i = 0; i < path.len; i++)
		if ((unsigned char)path.at[i] <= ' ' || path.at[i] == '"' ||
			path.at[i] == '<' || path.at[i] == '>' ||
			path.at[i] == 0x7F)
			return true;
	return false;
}

/* A URL in its parts: views into it. */
struct url {
	struct view scheme, host, port, path;
};

/* Take a URL apart; the host is still to be looked at. */
static bool
url_read(struct view v, struct url *out)
{
	size_t slash = view_find_byte(v, '/');
	struct view authority;
	size_t at;

	*out = (struct url){0};
	if (slash + 1 < v.len && v.at[slash + 1] == '/' &&
		(!slash || v.at[slash - 1] == ':')) {
		out->scheme = view_upto(v, slash ? slash - 1 : 0);
		v = view_from(v, slash + 2);
	}
	authority = view_upto(v, authority_len(v));
	out->path = view_from(v, authority.len);
	at = view_find_byte(authority, '@');
	if (at < authority.len)
		authority = view_from(authority, at + 1);
	out->host = view_upto(authority, view_find_byte(authority, ':'));
	out->port = view_from(authority, out->host.len + 1);
	while (out->host.len > 1 && out->host.at[out->host.len - 1] == '.')
		out->host.len--;
	for (size_t i = 0; i < out->port.len; i++)
		if (out->port.at[i] < '0' || out->port.at[i] > '9')
			return false;
	return out->host.len > 0;
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

	if (!url_read(view_trim(in), &url) || !host_write(url.host, out))
		return false;
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

/* "http://", or "https://" when no scheme is given; empty: another one. */
static struct view
web_scheme(struct view scheme)
{
	if (!scheme.len || view_same(scheme, VIEW("https")))
		return VIEW("https://");
	if (view_same(scheme, VIEW("http")))
		return VIEW("http://");
	return (struct view){0};
}

bool
website_normalise(struct view in, struct str *out)
{
	size_t start = out->len;
	struct view scheme;
	struct url url;

	if (!url_read(view_trim(in), &url))
		return false;
	scheme = web_scheme(url.scheme);
	if (!scheme.len || is_broken(url.path) ||
		view_find_byte(url.host, '.') == url.host.len)
		return false;
	str_put(out, scheme);
	if (!host_write(url.host, out)) {
		out->len = start;
		return false;
	}
	if (url.port.len && !view_is(url.port, "80") &&
		!view_is(url.port, "443")) {
		str_byte(out, ':');
		str_put(out, url.port);
	}
	if (!view_is(url.path, "/"))
		str_put(out, url.path);
	return true;
}

/* linkedin.com, or a host in it. */
static bool
is_linkedin(struct view host)
{
	struct view name = VIEW("linkedin.com");
	size_t before = host.len - name.len;

	return host.len >= name.len &&
		view_same(view_from(host, before), name) &&
		(!before || host.at[before - 1] == '.');
}

bool
linkedin_normalise(struct view in, struct str *out)
{
	struct view path;
	struct url url;

	if (!url_read(view_trim(in), &url) || !web_scheme(url.scheme).len ||
		!is_linkedin(url.host))
		return false;
	path = view_upto(url.path, view_find_byte(url.path, '?'));
	path = view_upto(path, view_find_byte(path, '#'));
	while (path.len && path.at[path.len - 1] == '/')
		path.len--;
	if (path.len < 2 || is_broken(path))
		return false;
	str_add(out, "https://www.linkedin.com");
	str_put(out, path);
	return true;
}
