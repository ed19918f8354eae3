#!/usr/bin/env python3
"""session.py PROGRAM [ARG...] <SCRIPT: run a program on a pseudo-terminal.

The script's lines are "? text", to wait until the terminal shows text, and
"> keys", to type keys and Enter ("|" types no Enter; \\t is TAB, \\e Escape,
\\x04 end of file, \\xff a byte that is no UTF-8).  What the terminal showed is
printed at the end.  The status is the program's; 99 when a text did not come
within ten seconds, or the program does not end.
"""
import os
import pty
import select
import sys
import time


KEYS = {b"\\t": b"\t", b"\\n": b"\n", b"\\e": b"\x1b", b"\\x04": b"\x04",
        b"\\xff": b"\xff"}


def main():
    steps = [line.rstrip("\n") for line in sys.stdin]
    pid, fd = pty.fork()
    if pid == 0:
        os.environ["TERM"] = "dumb"
        os.execvp(sys.argv[1], sys.argv[1:])
    shown = b""
    looked = 0

    def read(wait):
        nonlocal shown
        if not select.select([fd], [], [], wait)[0]:
            return True
        try:
            data = os.read(fd, 65536)
        except OSError:
            return False
        shown += data
        return bool(data)

    for step in steps:
        kind, text = step[0], step[2:]
        if kind == "?":
            want = text.encode()
            end = time.time() + 10
            while want not in shown[looked:]:
                if not read(0.2) or time.time() > end:
                    sys.stdout.buffer.write(shown)
                    print("\nsession: never saw '%s'" % text)
                    os._exit(99)
            looked = shown.index(want, looked) + len(want)
        else:
            keys = text.encode()
            for name, key in KEYS.items():
                keys = keys.replace(name, key)
            os.write(fd, keys + (b"\r" if kind == ">" else b""))
    end = time.time() + 10
    while read(0.2) and time.time() < end:
        pass
    if time.time() >= end:
        print("\nsession: it does not end")
        os._exit(99)
    sys.stdout.buffer.write(shown.replace(b"\r", b""))
    sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))


main()
