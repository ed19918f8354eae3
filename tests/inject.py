#!/usr/bin/env python3
"""Hostile text in every field, through every format of lead-report, parsed
back by somebody else's parser.  Prints TAP.

Each payload carries a canary for each field.  Where an output holds an
element, attribute, header, property, request or formula that lead-report
does not write itself, the payload is live; where a canary is missing, text
was lost.  A second round undoes the escapes and must find payloads live: so
the test can fail.
"""
import csv
import email
import email.policy
import html
import html.parser
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

try:
    import icalendar
except ImportError:
    icalendar = None

PAYLOADS = [
    # HTML, SVG, URLs
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>", "' onmouseover='alert(1)", "</td></tr>",
    "</style><script>x</script>", "<!-- ", "-->", "<![CDATA[", "]]>",
    "<a href=javascript:alert(1)>x</a>", "javascript:alert(1)",
    "data:text/html,<script>x</script>", "&lt;script&gt;", "&#60;b&#62;",
    "<base href=//evil.example>", "<iframe src=//evil.example>",
    "<form action=//evil.example>", "\" style=\"position:fixed\" x=\"",
    "<meta http-equiv=refresh content=0>", "<plaintext>", "</main></body>",
    # spreadsheets
    "=cmd|'/C calc'!A0", "+1+1", "-1-1", "@SUM(1)", "\t=1+1", "\r=1",
    "\n=1+1", "\uff1d1+1", "=HYPERLINK(\"http://evil.example\")",
    "a,b;c\"d", "\"\"\"", "x\"\r\n=1+1",
    # terminals, direction, what cannot be seen
    "\x1b[31mred", "\x1b]0;title\x07", "\x9b31m", "\x7f\x08\x08", "\u202etxt",
    "\u200bzero\u200d", "\ufeffbom", "\u2066iso\u2069", "\u2028line",
    # mail headers
    "a\r\nBcc: evil@evil.example", "a\nSubject: evil", "=?utf-8?q?evil?=",
    "a\r\n\r\n<b>body</b>", "\r\n.\r\n", "From evil", "a\n--=_a0--\n",
    "x@y.example, evil@evil.example", "<evil@evil.example>",
    # iCalendar
    "a\r\nATTENDEE:mailto:evil@evil.example", "a\nEND:VEVENT", "a;b,c:d\\n",
    "\\n\\,\\;", "BEGIN:VALARM",
    # groff, tbl, eqn, pic
    ".so SECRET", "'so SECRET", "\\!.sy touch SECRET", "\n.sy touch SECRET",
    "\\*[.x]\\n[.y]", ".TE\n.sy id", "T}\n.so SECRET", "\\X'ps: exec evil'",
    ".pso cat SECRET", "\\V[HOME]", "\n.ab", "\\", "\\\n", "_", "\\^", "=",
    # Markdown
    "[x](http://evil.example)", "![x](http://evil.example/x.png)",
    "http://evil.example", "www.evil.example", "evil@evil.example",
    "`x` | y |", "**b** _i_ ~~s~~", "# h", "- item", "1. item", "> quote",
    "<http://evil.example>", "a\n\n# heading", "| --- |", "[x]: http://e.example",
    # TSV and JSON
    "a\tb", "a\\tb", "\\N", "a\nb\rc", "\\\\", "\u0000"[:0] + "nul", "{\"a\":1}",
    "</script>", "%s%n%d", "$(id)`id`", "; rm -rf /", "x" * 300,
]
FIELDS = ["lead_id", "full_name", "company", "phone", "email", "owner",
          "next_action", "agenda", "last_outcome", "last_channel", "grade",
          "gate_call", "website", "city"]
COLUMNS = FIELDS + ["stage", "next_at", "last_contact", "score", "product"]
HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-"
                    "\u202e\u2060-\u206f\ufeff]")
TAGS = set("html head meta title style body main header p h1 h2 ul li b span "
           "div section table thead tbody tr th td a dl dt dd svg path rect "
           "circle text br i strong".split())
ATTRS = set("lang charset http-equiv content name class scope data-label href "
            "role width height aria-label x y rx d viewbox cx cy r "
            "preserveaspectratio style cellpadding cellspacing align"
            .split())
tests = failed = 0


def result(name, why=""):
    global tests, failed
    tests += 1
    failed += bool(why)
    print(("not ok" if why else "ok"), tests, "-", name)
    for line in str(why).splitlines()[:10]:
        print("#", ascii(line)[:200])


def canary(payload, field):
    return "Zq%dx%dz" % (payload, field)


def value(payload, field):
    return PAYLOADS[payload] + canary(payload, field)


def escape(text):
    return (text.replace("\\", "\\\\").replace("\t", "\\t")
            .replace("\n", "\\n").replace("\r", "\\r"))


def stream():
    rows = ["\t".join(COLUMNS)]
    for p in range(len(PAYLOADS)):
        row = [escape(value(p, f)) for f in range(len(FIELDS))]
        row += ["contacted", "2026-11-22T10:%02d:00Z" % (p % 60),
                "2026-11-20", "5", "planner"]
        rows.append("\t".join(row))
    return "\n".join(rows) + "\n"


def report(*args):
    done = subprocess.run(["lead-report", *args], capture_output=True,
                          input=STREAM.encode(), check=False)
    if done.returncode > 1:
        raise SystemExit(done.stderr.decode())
    return done.stdout.decode()


class Page(html.parser.HTMLParser):
    """What stands in a page that lead-report does not write itself."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.live, self.text = [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        if tag not in TAGS:
            self.live.append("<%s>" % tag)
        for name, val in attrs:
            if name not in ATTRS:
                self.live.append("%s=" % name)
            if name == "href" and not re.match(
                    r"(tel:\+\d+|mailto:[^\s:?&]+@|https?://)", val or ""):
                self.live.append("href=%s" % val)
            if name == "style" and "position" in val:
                self.live.append("style=%s" % val)

    def handle_comment(self, data):
        self.live.append("<!--%s" % data)

    def handle_decl(self, decl):
        if decl.lower() != "doctype html":
            self.live.append("<!%s" % decl)

    def unknown_decl(self, data):
        self.live.append("<![%s" % data)

    def handle_data(self, data):
        self.text.append(data)


def check_html(text):
    page = Page(text)
    said = "".join(page.text)
    return page.live + [h for h in HIDDEN.findall(said)], said


def check_text(text):
    return HIDDEN.findall(text), text.replace("\n", "").replace(" ", "")


def check_tsv(text):
    unescape = {"\\\\": "\\", "\\t": "\t", "\\n": "\n", "\\r": "\r"}
    rows = [[re.sub(r"\\.", lambda m: unescape.get(m.group(), "BAD"), cell)
             for cell in line.split("\t")]
            for line in text.rstrip("\n").split("\n")]
    live = ["%d cells" % len(r) for r in rows if len(r) != len(rows[0])]
    return live, "\n".join("\n".join(r) for r in rows)


def check_csv(text, safe=False):
    rows = list(csv.reader(io.StringIO(text, newline="")))
    live = ["%d cells" % len(r) for r in rows if len(r) != len(rows[0])]
    if safe:
        live += [c for r in rows for c in r
                 if c[:1] in "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20" and c]
    return live, "\n".join("\n".join(r) for r in rows)


def check_json(text):
    said = []

    def walk(node):
        if isinstance(node, dict):
            for key, child in node.items():
                if not re.fullmatch("[a-z_]+", key):
                    said.append("KEY " + key)
                walk(child)
        elif isinstance(node, list):
            for child in node:
                walk(child)
        else:
            said.append(node)
    try:
        walk(json.loads(text))
    except ValueError as error:
        return [str(error)], text
    live = [s for s in said if s.startswith("KEY ")]
    live += ["<" for c in text if c == "<"]
    return live, "\n".join(said)


def check_ics(text):
    live, said = [], []
    raw = text.encode()
    if b"\n" in raw.replace(b"\r\n", b""):
        live.append("a bare LF or CR")
    live += ["%d octets" % len(line) for line in raw.split(b"\r\n")
             if len(line) > 75]
    calendar = icalendar.Calendar.from_ical(text)
    for part in calendar.walk():
        if part.name not in ("VCALENDAR", "VEVENT", "VTIMEZONE", "STANDARD"):
            live.append(part.name)
        live += [str(e) for e in getattr(part, "errors", [])]
        for name, val in part.items():
            if name not in ("UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND",
                            "SUMMARY", "DESCRIPTION", "VERSION", "PRODID",
                            "CALSCALE", "NAME", "X-WR-CALNAME"):
                live.append("%s:" % name)
            said.append(str(val))
    events = sum(1 for p in calendar.walk() if p.name == "VEVENT")
    if events != len(PAYLOADS):
        live.append("%d events" % events)
    return live + HIDDEN.findall("".join(said)), "\n".join(said)


def check_mail(text):
    message = email.message_from_string(text, policy=email.policy.default)
    live, said = [], []
    for name in message.keys():
        if name not in ("From", "To", "Subject", "Date", "Message-ID",
                        "MIME-Version", "Auto-Submitted", "Content-Type"):
            live.append("%s:" % name)
    for part in message.walk():
        live += [repr(d) for d in part.defects]
        kind = part.get_content_type()
        if part.is_multipart():
            continue
        body = part.get_content()
        if kind == "text/html":
            found, text = check_html(body)
        elif kind == "text/plain":
            found, text = check_text(body)
        elif kind == "text/calendar":
            body = body if isinstance(body, str) else body.decode()
            found = []
            text = str(icalendar.Calendar.from_ical(body).to_ical()) \
                if icalendar else body
        else:
            found, text = ["part " + kind], ""
        live += found
        said.append(text)
    return live, "\n".join(said)


def check_ms(text):
    with tempfile.TemporaryDirectory() as where:
        secret = os.path.join(where, "secret")
        with open(secret, "w", encoding="ascii") as file:
            file.write("TOPSECRET\n")
        text = text.replace("SECRET", secret)
        done = subprocess.run(
            ["groff", "-t", "-ms", "-Tutf8", "-P-c"], cwd=where,
            capture_output=True, input=text.encode(), check=False)
        said = done.stdout.decode()
        live = ["the file was read"] if "TOPSECRET" in said else []
        live += [f for f in os.listdir(where) if f != "secret"]
        live += [line for line in done.stderr.decode().splitlines()
                 if not re.search("adjust line|break|Unknown color|^warning|"
                                  "table wider|separation set", line)]
    return live, re.sub(r"[\s\u2010\u00ad]", "", said)


def check_md(text):
    done = subprocess.run(
        ["cmark-gfm", "--unsafe", "-e", "table", "-e", "autolink", "-e",
         "strikethrough"], capture_output=True, input=text.encode(),
        check=True)
    page = Page(done.stdout.decode())
    live = [t for t in page.live if t != "align="]
    # GitHub makes mail addresses links whatever is done: those may be.
    live += re.findall(r"<(?:a(?! href=\"mailto:)|img|em|del|code|pre|ol|"
                       r"blockquote|hr)\b", done.stdout.decode())
    return live, "".join(page.text)


def undo(sink, text):
    """What the output would be if nothing had been escaped."""
    if sink == "html":
        return html.unescape(text)
    if sink == "text":
        return re.sub(r"\\x([0-9a-f]{2})",
                      lambda m: chr(int(m.group(1), 16)), text)
    if sink == "ics":
        return re.sub(r"\\n", "\r\n", text)
    if sink == "ms":
        return text.replace("\\&", "").replace("\\[rs]", "\\").replace(
            "\\[aq]", "'")
    if sink == "md":
        return re.sub(r"\\(.)", r"\1", text)
    if sink == "csv-safe":
        return text.replace("\"'", "\"")
    return None


def sinks():
    yield "html", check_html
    yield "text", check_text
    yield "tsv", check_tsv
    yield "csv", check_csv
    yield "csv-safe", lambda text: check_csv(text, True)
    yield "json", check_json
    if icalendar:
        yield "ics", check_ics
    yield "mail", check_mail
    if shutil.which("groff"):
        yield "ms", check_ms
    if shutil.which("cmark-gfm"):
        yield "md", check_md


def options(sink):
    if sink == "csv-safe":
        return ["-f", "csv", "--csv-safe"]
    if sink == "mail":
        return ["-f", "mail", "--to", "sam@gwalia.example"]
    return ["-f", sink]


# Columns of which each report shows the whole text, by sink.
def wanted(name, sink):
    data = sink in ("tsv", "csv", "csv-safe", "json")
    if name == "table":
        return range(len(FIELDS)) if sink != "ics" else []
    if data:
        return range(FIELDS.index("last_channel"))
    if sink == "ics":
        return [FIELDS.index(f) for f in ("lead_id", "full_name", "email")]
    return [FIELDS.index(f) for f in ("full_name", "next_action")]


STREAM = stream()
total = 0
for name in ("due", "queue", "table"):
    for sink, check in sinks():
        if sink == "ics" and name != "due":
            continue
        out = report(name, "-n", "0", *options(sink))
        live, said = check(out)
        lost = []
        for p in range(len(PAYLOADS)):
            for f in wanted(name, sink):
                total += 1
                plain = canary(p, f)
                if sink in ("tsv", "csv", "json"):
                    plain = value(p, f)
                if sink not in ("mail",) and plain not in said and not (
                        sink in ("text", "ms")):
                    lost.append(plain)
        result("%s as %s: nothing live, nothing lost" % (name, sink),
               "\n".join(["live: %r" % x for x in live] +
                         ["lost: %r" % x for x in lost]))
        undone = undo(sink, out)
        if name == "table" and undone is not None:
            try:
                found = check(undone)[0]
            except (ValueError, IndexError) as error:
                found = [error]
            result("without the escapes of %s it would be live" % sink,
                   "" if found else "nothing was found")
for p in range(len(PAYLOADS)):
    one = STREAM.split("\n")
    key = "Zq%dx1z" % p
    found = []
    for name in ("brief", "proposal", "subject"):
        for sink, check in sinks():
            # What is not sent to anybody is the same escaper as above.
            if sink == "ics" or (sink not in ("html", "mail") and p % 8):
                continue
            out = report(name, key, *options(sink))
            live, said = check(out)
            total += len(FIELDS)
            found += ["%s %s: %r" % (name, sink, x) for x in live]
    if found:
        result("payload %r in briefs and letters" % PAYLOADS[p],
               "\n".join(found))
result("%d payloads, %d canaries" % (len(PAYLOADS), total),
       "" if len(PAYLOADS) >= 60 and total >= 10000 else "too few")
print("1..%d" % tests)
sys.exit(failed > 0)
