#!/usr/bin/env python3
"""faults.py BUILD HOW=RUNS...: the promise of the store under faults, as TAP.

The programs as built, one command after the other, each in a store of its own:

calls   a system call of theirs fails (strace), once or for ever, or is the
        last before kill -9: each call in turn, with one error after the other
sizes   no file may grow beyond N bytes (prlimit): each N in turn
kills   kill -9 at a random moment of a larger import and erasure

Afterwards the store is as the status says, see trial.py; the same command
again, undisturbed, then does what it would have done at first.  RUNS runs are
made; of calls, what is more than all single faults are random pairs.  With
each HOW come mutants of ours, which must be found out.

Not seen here: what a sync is for (cuts.py), and a call that fails although it
was done, or was done in part, other than a write at the end of its file.
"""
import os
import random
import re
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True # nothing beside the sources
from trial import COMMANDS, MORE, Command, Store, fill

ERRORS = ["EIO", "ENOSPC", "ENOMEM", "EACCES", "EINTR"]
# What cannot fail, or whose failure is the loader's, not the program's.
SPARED = re.compile("exec|exit|brk|mprotect|munmap|rt_sig|arch_|futex|robust|rseq|clone|sched|"
                    "prlimit|madvise|getrandom|resumed|tid|landlock|prctl")


def calls_of(command):
    """The calls that a command makes from main() on: (call, when)."""
    trace = os.path.join(command.store.home, "..", "trace")
    command.store.write(command.start)
    command.store.run(["strace", "-f", "-o", trace] + command.words, command.data)
    count, calls, begun = {}, [], False
    with open(trace, errors="replace") as file:
        for line in file:
            call = re.match(r"\d+ +(\w+)\(", line)
            if not call:
                continue
            call = call.group(1)
            count[call] = count.get(call, 0) + 1
            begun = begun or '"/dev/null", O_RDWR' in line
            anonymous = call == "mmap" and "MAP_ANON" in line
            if begun and not SPARED.search(call) and not anonymous:
                calls.append((call, count[call]))
    assert calls, "%s: where main() begins is not seen" % command.name
    return calls


def inject(call, when, how, error):
    if how == "kill":
        return "inject=%s:signal=SIGKILL:when=%d" % (call, when)
    return "inject=%s:error=%s:when=%d%s" % (call, error, when, "+" if how == "ever" else "")


def plan_calls(commands, runs):
    """(command, injections): each call in turn, then with other errors, then pairs."""
    all_calls = {command: calls_of(command) for command in commands}
    plan, number, single = [], 0, sum(map(len, all_calls.values()))
    for turn in range(2 * len(ERRORS) + 1):
        for command in commands:
            for call, when in all_calls[command]:
                number += 1
                error = ERRORS[(number + turn // 2) % len(ERRORS)]
                how = "kill" if turn == 2 else "ever" if turn % 2 else "once"
                if how == "ever" and error == "EINTR":
                    error = "EROFS" # who is always interrupted waits for ever
                plan.append((command, [inject(call, when, how, error)]))
    if runs < single:
        return thinned(plan[:single], runs)
    rnd = random.Random(1)
    while len(plan) < runs:
        command = rnd.choice(commands)
        (a, m), (b, n) = rnd.choice(all_calls[command]), rnd.choice(all_calls[command])
        if a != b:
            plan.append((command, [inject(a, m, "once", rnd.choice(ERRORS)),
                                   inject(b, n, rnd.choice(["once", "kill"]), "EIO")]))
    return plan[:runs]


def thinned(plan, runs):
    """So many of a plan, evenly."""
    return [plan[i * len(plan) // runs] for i in range(runs)] if runs < len(plan) else plan


def strace(injections):
    words = ["strace", "-f", "--seccomp-bpf", "-qqq", "-o", "/dev/null", "-e",
             "trace=" + ",".join(re.match("inject=([^:]*)", one).group(1) for one in injections)]
    for one in injections:
        words += ["-e", one]
    return words


def plan_sizes(commands, runs):
    """(command, prlimit's words): each size that one of its files goes through."""
    plan = []
    for command in commands:
        most = max((len(text) for name, text in command.want.items()
                    if text != command.start.get(name)), default=0)
        least = len(command.start.get("contacts.tsv", b"")) if command.name == "contact" else 0
        plan += [(command, ["prlimit", "--fsize=%d" % n, "--"]) for n in range(least, most + 2)]
    return thinned(plan, runs)


def report(name, good, notes=()):
    report.n += 1
    print("%s %d - %s" % ("ok" if good else "not ok", report.n, name), flush=True)
    for note in list(notes)[:20]:
        print("# %s" % note)
    report.bad += not good


report.n = report.bad = 0


def report_all(name, runs, faults):
    report("%s: %d runs, %d broke the promise" % (name, runs, len(faults)), not faults, faults)


def run_plan(name, plan, before):
    faults = []
    for command, how in plan:
        why = command.try_with(before(how))
        if why:
            faults.append("%s: %s: %s" % (command.name, " ".join(how), why))
    report_all(name, len(plan), faults)


def try_calls(store, files, runs):
    if subprocess.run(strace(["inject=fsync:retval=0"]) + ["true"], capture_output=True).returncode:
        print("# calls: strace does not work here, none is tried")
        return
    commands = {row[0]: Command(store, files, row) for row in COMMANDS}
    run_plan("calls that fail", plan_calls(list(commands.values()), runs), strace)
    report("a log that is not appended to is found out", commands["contact"].try_with(
        strace(["inject=pwrite64,write:retval=1:when=1"])))
    report("an import that does not rename is found out", commands["store"].try_with(
        strace(["inject=rename:retval=0"])))
    size = "--fsize=%d" % (len(commands["contact"].start["contacts.tsv"]) + 10)
    report("a log that does not roll back is found out", commands["contact"].try_with(
        strace(["inject=ftruncate:retval=0"]) + ["prlimit", size, "--"]))


# What lead-import would be if it put its files in place by $1, the leads first.
MUTANT = """put=$1 copy=$LEAD_HOME/../copy && shift
rm -rf "$copy" && cp -r "$LEAD_HOME" "$copy"
"$@" -H "$copy"
status=$?
cd "$copy" || exit
for file in leads.tsv contacts.tsv notes.tsv suppress.tsv pairs.tsv merges.tsv; do
	[ ! -f $file ] || eval "$put" || exit 2
done
exit $status
"""
WRITE = "prlimit --fsize=%d dd bs=100 status=none if=$file of=$LEAD_HOME/$file"


def mutant(put, command):
    return ["sh", "-c", MUTANT, "sh", put] + command.words


def report_mutant(name, sound, tries):
    """A mutant that does its work when let alone, and is found out when not."""
    report(name + " is found out", not sound and any(tries), [sound] if sound else [])


def try_sizes(store, files, runs):
    commands = {row[0]: Command(store, files, row) for row in COMMANDS}
    run_plan("sizes that cannot be passed", plan_sizes(list(commands.values()), runs), list)
    command = commands["store"]
    size = len(command.want["leads.tsv"]) - 9
    report_mutant("an import that writes in place",
                  command.try_with([], mutant(WRITE % 999999, command)),
                  [command.try_with([], mutant(WRITE % size, command))])


def try_kills(store, files, runs):
    """Killed at random moments while it imports and erases 3,000 leads."""
    rows = ["%d,Nia%d,Rees,n%d@acme.example,,\n" % (i, i, i) for i in range(10, 3010)]
    files = dict(files, **{"more.csv": (MORE.split("\n")[0] + "\n" + "".join(rows)).encode()})
    rows = {row[0]: row for row in COMMANDS}
    imports = Command(store, files, rows["store"])
    erases = Command(store, imports.want, rows["forget"])
    rnd, faults = random.Random(1), []
    for command in (imports, erases):
        for _ in range(runs // 2):
            why = command.kill(rnd, command.words)
            faults += ["%s: %s" % (command.name, why)] if why else []
    report_all("killed at random", runs // 2 * 2, faults)
    for name, command, put in (
            ("an import that writes in place", imports, WRITE % 999999),
            ("an erasure that takes the leads first", erases, "mv $file $LEAD_HOME")):
        words = mutant(put, command)
        report_mutant(name, command.try_with([], words),
                      (command.kill(rnd, words, 3) for _ in range(300)))


def main():
    ways = {"calls": try_calls, "sizes": try_sizes, "kills": try_kills}
    # Whether a sync reaches a disk is not asked here: memory will do.
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="lead-faults-", dir=memory) as top:
        store = Store(os.path.abspath(sys.argv[1]), top)
        files = fill(store)
        for word in sys.argv[2:]:
            how, runs = word.split("=")
            ways[how](store, files, int(runs))
    print("1..%d" % report.n)
    return 1 if report.bad else 0


if __name__ == "__main__":
    sys.exit(main())
