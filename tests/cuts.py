#!/usr/bin/env python3
"""cuts.py BUILD CUTS: the power fails under the programs as built, as TAP.

On an ext4 image of its own, writers log contacts and notes, and import and
forget leads, until the file system is shut down (EXT4_IOC_SHUTDOWN) at a
random moment: without a word, or with the journal written and no data.
Mounted again, all that was acknowledged is there, who was forgotten is not,
the leads are whole, and the next entry mends what is torn.  Last come mutants:
with a sync left out, a loss must be found.

Not seen here: a disk that says it has written what it has not, or that writes
half a block; other file systems; a record that only half reached the file,
which is tests/unit/log_power.c's.

Needs root, loop devices and mkfs.ext4; else it is skipped.  The mounts are in
a name space of their own: nothing of them is left.
"""
import fcntl
import os
import random
import shutil
import struct
import subprocess
import sys
import tempfile
import threading
import time

EXT4_IOC_SHUTDOWN = 0x8004587D
LOG_FLUSH, NO_LOG_FLUSH = 1, 2 # is the journal written first?
WRITERS = range(5)
STRACE = ["strace", "-f", "-qqq", "-o", "/dev/null", "-e"]
# What is left out, how, and who writes: another's sync would stand in for the
# directory's, which is each second fsync() of lead-import.
MUTANTS = [("a log's fdatasync()", "inject=fdatasync:retval=0", WRITERS),
           ("a file's fsync()", "inject=fsync:retval=0:when=1+2", WRITERS),
           ("a directory's fsync()", "inject=fsync:retval=0:when=2+2", [0])]
LEAD = "\tn%d@acme.example\t"
DUMP = "Record ID,First Name,Last Name,Email\n%d,Nia,Rees,n%d@acme.example\n"


def works(*words):
    return shutil.which(words[0]) and subprocess.run(words, capture_output=True).returncode == 0


class Disk:
    """An image with a file system, mounted or not."""

    def __init__(self, top):
        self.image, self.at = os.path.join(top, "image"), os.path.join(top, "at")
        self.outside = os.stat(top).st_dev
        with open(self.image, "wb") as image:
            image.truncate(32 << 20)
        os.mkdir(self.at)

    def make(self):
        return works("mkfs.ext4", "-q", "-F", self.image) and self.mount()

    def mount(self):
        # Else ext4 itself sees to it that data come before a rename.
        return works("mount", "-o", "loop,noauto_da_alloc", self.image, self.at)

    def unmount(self):
        while os.path.ismount(self.at) and not works("umount", self.at):
            time.sleep(0.01)

    def cut(self, how):
        fd = os.open(self.at, os.O_RDONLY)
        if os.fstat(fd).st_dev == self.outside:
            raise SystemExit("%s is not mounted: nothing is shut down" % self.at)
        fcntl.ioctl(fd, EXT4_IOC_SHUTDOWN, struct.pack("I", how))
        os.close(fd)


class Writers:
    """Who log and import, and what of it was acknowledged."""

    def __init__(self, build, top, home, prefix):
        self.build, self.top, self.home, self.prefix = build, top, home, prefix
        self.env = dict(os.environ, LEAD_HOME=home, LEAD_USER="sam", LC_ALL="C.UTF-8",
                        XDG_STATE_HOME=top, TMPDIR=top)
        self.acknowledged, self.stop = {}, False # file, text: is it to be there?

    def run(self, *words, prefix=(), data=""):
        return subprocess.run([*prefix, os.path.join(self.build, words[0]), *words[1:]],
                              input=data, text=True, env=self.env, stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL).returncode

    def one(self, who, n):
        """Write entry n; the file, a text that it must have then, and the status."""
        name = "w%dn%d" % (who, n)
        if who == 0:
            return "leads.tsv", LEAD % (1000 + n), self.run(
                "lead-import", "-q", "-U", prefix=self.prefix, data=DUMP % (1000 + n, 1000 + n))
        if who == 1:
            return "notes.tsv", "\n%s\t" % name, self.run(
                "lead-note", "-q", "-l", "n1@acme.example", "-k", "need", "-m", "a crane " * n,
                "--id", name, prefix=self.prefix)
        return "contacts.tsv", "\n%s\t" % name, self.run(
            "lead-contact", "-q", "-l", "n1@acme.example", "-c", "call", "-o", "busy",
            "--override", "test", "-m", "x" * (n * 97 % 3000), "--id", name, prefix=self.prefix)

    def acknowledge(self, status, name, text, there):
        if status == 0 and not self.stop:
            self.acknowledged[name, text] = there

    def write(self, who):
        n = 0
        while not self.stop:
            n += 1
            name, text, status = self.one(who, n)
            self.acknowledge(status, name, text, True)
            if who == 0 and n % 3 == 0:
                self.forget(n - 1)

    def forget(self, n):
        self.acknowledged.pop(("leads.tsv", LEAD % (1000 + n)), None)
        status = self.run("lead-import", "-q", "--forget", (LEAD % (1000 + n)).strip(),
                          prefix=self.prefix)
        self.acknowledge(status, "leads.tsv", LEAD % (1000 + n), False)

    def read(self, name):
        try:
            with open(os.path.join(self.home, name), encoding="utf-8", errors="replace") as file:
                return file.read()
        except FileNotFoundError:
            return ""


def trouble(writers):
    """What is not as it was promised; None: nothing."""
    for (name, text), there in sorted(writers.acknowledged.items()):
        if (text in writers.read(name)) != there:
            return "%s %s %r" % (name, "has lost" if there else "still has", text)
    lines = writers.read("leads.tsv").split("\n")
    if lines[-1] or len({line.count("\t") for line in lines[:-1]}) != 1:
        return "leads.tsv is torn"
    for name, text, status in (writers.one(1, 900), writers.one(2, 900), writers.one(0, 900)):
        if status != 0 or text not in writers.read(name):
            return "%s: the next entry is not written" % name
    for program in ("lead-contact", "lead-note"):
        if writers.run(program, "--check") != 0:
            return "%s: the log is not whole again" % program
    return None


def cut_once(disk, build, rnd, prefix=(), who=WRITERS):
    """One power cut; what it broke, and how much was acknowledged."""
    top = os.path.dirname(disk.at)
    if not disk.make():
        return "cannot make or mount a file system", 0
    writers = Writers(build, top, os.path.join(disk.at, "home"), prefix)
    os.mkdir(writers.home)
    writers.run("lead-import", "-q", "-U", data=DUMP % (1, 1))
    threads = [threading.Thread(target=writers.write, args=(w,)) for w in who]
    for thread in threads:
        thread.start()
    time.sleep(rnd.uniform(0.02, 0.3) * (3 if prefix else 1))
    # A sync under way then may return 0 all the same (its transaction, given
    # up, is no longer running); without power nobody would hear of it.
    writers.stop = True
    disk.cut(rnd.choice((LOG_FLUSH, NO_LOG_FLUSH)))
    for thread in threads:
        thread.join()
    disk.unmount()
    if not disk.mount():
        return "cannot be mounted again", 0
    writers.prefix = ()
    why = trouble(writers)
    disk.unmount()
    return why, len(writers.acknowledged)


def can_cut(top):
    if os.geteuid() or not shutil.which("mkfs.ext4") or not works(*STRACE, "trace=none", "true"):
        return False
    disk = Disk(top)
    able = disk.make()
    disk.unmount()
    os.unlink(disk.image)
    os.rmdir(disk.at)
    return able


def test(build, cuts, top):
    disk, rnd, total, losses = Disk(top), random.Random(), 0, []
    for _ in range(cuts):
        why, count = cut_once(disk, build, rnd)
        total += count
        losses += [why] if why else []
    good = not losses and total > cuts
    print("%s 1 - %d power cuts, %d acknowledged, %d cuts broke the promise"
          % ("ok" if good else "not ok", cuts, total, len(losses)))
    for why in losses[:20]:
        print("# %s" % why)
    for n, (what, mutant, who) in enumerate(MUTANTS, 2):
        found = any(cut_once(disk, build, rnd, STRACE + [mutant], who)[0] for _ in range(100))
        print("%s %d - programs without %s are found out" % ("ok" if found else "not ok", n, what))
        good = good and found
    print("1..%d" % (1 + len(MUTANTS)))
    return 0 if good else 1


def main():
    build, cuts = os.path.abspath(sys.argv[1]), int(sys.argv[2])
    if "CUTS_APART" not in os.environ and works("unshare", "--mount", "true"):
        os.environ["CUTS_APART"] = "yes"
        os.execvp("unshare", ["unshare", "--mount", sys.executable] + sys.argv)
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    top = tempfile.mkdtemp(prefix="lead-cuts-", dir=memory)
    try:
        if not can_cut(top):
            print("1..0 # SKIP power cuts need root, loop devices, mkfs.ext4 and strace")
            return 0
        return test(build, cuts, top)
    finally:
        shutil.rmtree(top)


if __name__ == "__main__":
    sys.exit(main())
