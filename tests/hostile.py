#!/usr/bin/env python3
"""hostile.py BUILD CASES [SEED]: hostile input for every program, as TAP.

Makes CASES files out of good ones by cutting, doubling, flipping and planting
what has broken parsers, gives each to every program, and holds them to their
documented statuses: 0, 1 or 2, never a signal, never a hang; with 0 a filter
has written as many records as came in.
"""
import os
import random
import subprocess
import sys
import tempfile

PLANTS = [b"\0", b"\\", b"\\N", b"\\x", b"\t", b"\t\t\t", b"\n", b"\n\n", b"\r",
          b"\r\n", b'"', b'""', b'",', b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xef\xbb\xbf",
          b"\x1b[2J", b"\xe2\x80\xae", b"=cmd|' /C calc'!A0", b"<script>", b"%n%s",
          b"9" * 400, b"-" * 300, b"a" * 70000, b"\t" * 5000, b"," * 5000,
          b"2026-99-99", b"+44(0)", b"@", b"lead_id", b";", b"|", b"sep=;\n"]
FILTERS = [["lead-contact"], ["lead-note"], ["lead-score"],
           ["lead-contact", "--gate", "call,email"]]
ENDS = [["lead-report", "pipeline"], ["lead-report", "due", "-f", "html"],
        ["lead-report", "table", "-f", "json"], ["lead-import", "-r", "/dev/null"],
        ["lead-import", "--as-is"], ["lead-score", "--check", "@"]]


def mutate(good, rnd):
    data = bytearray(rnd.choice(good))
    for _ in range(rnd.randrange(1, 8)):
        at = rnd.randrange(len(data) + 1)
        kind = rnd.randrange(6)
        if kind == 0:
            del data[at:at + rnd.randrange(1, 200)]
        elif kind == 1:
            data[at:at] = data[at:at + rnd.randrange(1, 400)]
        elif kind == 2 and data:
            data[at % len(data)] = rnd.randrange(256)
        elif kind == 3:
            del data[at:]
        else:
            data[at:at] = rnd.choice(PLANTS)
    return bytes(data)


def run(build, words, data, path, home):
    """Status and output; '@' among the words stands for the file itself."""
    named = "@" in words
    argv = [os.path.join(build, words[0])] + [path if w == "@" else w for w in words[1:]]
    env = dict(os.environ, LEAD_HOME=home, LEAD_NOW="2026-11-23T09:15:00Z",
               ASAN_OPTIONS="detect_leaks=0", TZ="UTC")
    try:
        done = subprocess.run(argv, input=b"" if named else data, env=env,
                              capture_output=True, timeout=20)
    except subprocess.TimeoutExpired:
        return "hangs", b"", b""
    return done.returncode, done.stdout, done.stderr


def records(data):
    lines = data.split(b"\n")
    head = lines[0]
    return len([l for l in lines[1:] if l != head]) - (lines[-1] == b"")


def fault(words, data, status, out, err):
    if status not in (0, 1, 2):
        return "status %s" % status
    if status == 2 and not err:
        return "status 2 and not a word"
    if b"\x1b[2J" in err:
        return "terminal controls in messages"
    if words in FILTERS and status == 0 and records(data) != records(out):
        return "%d records in, %d out" % (records(data), records(out))
    return None


def main():
    build, cases = sys.argv[1], int(sys.argv[2])
    rnd = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    here = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data")
    good = []
    for folder, _, names in sorted(os.walk(here)):
        for name in sorted(names):
            with open(os.path.join(folder, name), "rb") as f:
                good.append(f.read())
    programs = [w for w in FILTERS + ENDS if os.path.exists(os.path.join(build, w[0]))]
    bad = {}
    with tempfile.TemporaryDirectory() as tmp:
        path = os.path.join(tmp, "case")
        for i in range(cases):
            data = mutate(good, rnd)
            with open(path, "wb") as f:
                f.write(data)
            for words in programs:
                status, out, err = run(build, words, data, path, tmp)
                why = fault(words, data, status, out, err)
                if why:
                    kept = "/tmp/hostile-%d" % i
                    with open(kept, "wb") as f:
                        f.write(data)
                    bad.setdefault(" ".join(words), []).append("%s: %s: %s" % (
                        kept, why, err[-300:].decode("utf-8", "replace")))
    for n, words in enumerate(programs, 1):
        found = bad.get(" ".join(words), [])
        print("%sok %d - %s stands %d hostile inputs" % (
            "not " if found else "", n, " ".join(words), cases))
        for line in found[:5]:
            print("# " + line.replace("\n", "\n# "))
    print("1..%d" % len(programs))
    return 1 if bad else 0


sys.exit(main())
