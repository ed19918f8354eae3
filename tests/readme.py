#!/usr/bin/env python3
"""readme.py: print README.md with what its `$` examples print now.

Run from the project's root with the programs on PATH, as examples.sh runs
them: `PATH=$PWD/build/release:$PATH tests/readme.py >new && mv new README.md`.
"""
import os
import re
import shutil
import subprocess
import tempfile


def commands(block):
    """The commands of a fenced block, each a list of its lines."""
    found = []
    for line in block.split("\n"):
        if line.startswith("$ "):
            found.append([line])
        elif line.startswith("> ") and found:
            found[-1].append(line)
    return found


def main():
    text = open("README.md", encoding="utf-8").read()
    with tempfile.TemporaryDirectory() as work:
        for name in ("dumps", "store"):
            shutil.copytree("tests/data/" + name, work + "/" + name)
        env = dict(os.environ, LEAD_HOME=work + "/store", LC_ALL="C.UTF-8",
                   LEAD_NOW="2026-11-23T09:15:00Z", TZ="Europe/London")

        def again(match):
            out = []
            for lines in commands(match.group(1)):
                done = subprocess.run(["sh", "-c", "\n".join(l[2:] for l in lines)],
                                      cwd=work, env=env, stdin=subprocess.DEVNULL,
                                      stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
                out.append("\n".join(lines) + "\n" + done.stdout.decode())
            return "```\n" + "".join(out) + "```" if out else match.group(0)

        print(re.sub(r"```\n(.*?)```", again, text, flags=re.S), end="")


main()
