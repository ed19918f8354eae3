#!/usr/bin/env python3
"""A mail server for tests, and a look at what it got.

smtp.py serve FOLDER PORTFILE	takes mails on a loopback port, at most 60 s
smtp.py check FOLDER N EVENTS	N different mails, each with text, HTML and a
				calendar of EVENTS events, no defect in any
"""
import email
import email.policy
import html.parser
import os
import socket
import sys
import time


def serve_one(client, folder, number):
    file = client.makefile("rwb")

    def say(line):
        file.write(line.encode() + b"\r\n")
        file.flush()

    say("220 loopback")
    while line := file.readline():
        word = line.split()[0].upper() if line.split() else b""
        if word == b"DATA":
            say("354 go on")
            text = b""
            while (line := file.readline()) not in (b".\r\n", b""):
                text += line[1:] if line.startswith(b"..") else line
            with open(os.path.join(folder, "%d.eml" % number), "wb") as out:
                out.write(text)
            say("250 taken")
        elif word == b"QUIT":
            say("221 bye")
            return
        else:
            say("250 ok")


def serve(folder, portfile):
    os.mkdir(folder)
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(60)
        with open(portfile, "w", encoding="ascii") as out:
            out.write("%d\n" % server.getsockname()[1])
        end = time.time() + 60
        number = 0
        while time.time() < end:
            client, _ = server.accept()
            client.settimeout(10)
            with client:
                serve_one(client, folder, number)
            number += 1


def look(message, events):
    import icalendar
    kinds = []
    wrong = []
    for part in message.walk():
        wrong += [repr(d) for d in part.defects]
        if part.is_multipart():
            continue
        kinds.append(part.get_content_type())
        body = part.get_content()
        if kinds[-1] == "text/calendar":
            body = body if isinstance(body, str) else body.decode()
            calendar = icalendar.Calendar.from_ical(body)
            found = calendar.walk("VEVENT")
            wrong += [str(e) for p in calendar.walk() for e in p.errors]
            if len(found) != events:
                wrong.append("%d events" % len(found))
            if "Ŵyn" not in str(found[0]["SUMMARY"]):
                wrong.append("summary " + str(found[0]["SUMMARY"]))
        elif "Ŵyn" not in body or "Tŷ Glas" not in body:
            wrong.append("letters lost in " + kinds[-1])
        if kinds[-1] == "text/html" and len(body) > 100 * 1024:
            wrong.append("too long for some")
        if kinds[-1] == "text/html":
            html.parser.HTMLParser().feed(body)
    if kinds != ["text/plain", "text/html", "text/calendar"]:
        wrong.append(str(kinds))
    return wrong


def check(folder, n, events):
    wrong = []
    ids = set()
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), "rb") as file:
            raw = file.read()
        wrong += ["%s: a line of %d" % (name, len(line))
                  for line in raw.split(b"\r\n") if len(line) > 998]
        if b"\n" in raw.replace(b"\r\n", b""):
            wrong.append(name + ": a bare LF")
        message = email.message_from_bytes(raw, policy=email.policy.default)
        ids.add(message["Message-ID"])
        for field in ("From", "To", "Subject", "Date", "MIME-Version"):
            if len(message.get_all(field, [])) != 1:
                wrong.append("%s: %s" % (name, field))
        wrong += ["%s: %s" % (name, w) for w in look(message, events)]
    if len(ids) != n:
        wrong.append("%d messages" % len(ids))
    print("\n".join(wrong))
    return bool(wrong)


if sys.argv[1] == "serve":
    try:
        serve(*sys.argv[2:])
    except TimeoutError:
        pass
else:
    sys.exit(check(sys.argv[2], int(sys.argv[3]), int(sys.argv[4])))
