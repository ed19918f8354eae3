"""trial.py: commands on a store, and whether it is afterwards as they said.

For faults.py, which makes them fail.
"""
import glob
import os
import re
import signal
import subprocess
import time

DUMP = """Record ID,First Name,Last Name,Email,Mobile Phone Number,Notes
1,Nia,Rees,nia@acme.example,07700 900001,
2,Bob,Huws,bob@acme.example,07700 900002,
3,Mair,Puw,mair@acme.example,07700 900003,knows bob@acme.example well
"""
MORE = """Record ID,First Name,Last Name,Email,Mobile Phone Number
4,Ann,Lloyd,ann@acme.example,07700 900004
5,Rhys,Rees,rhys@acme.example,07700 900001
6,Out,Opted,out@acme.example,07700 900006
7,No,Body,,
"""
PAIRS = """lead_id_a\tlead_id_b\tweight\treasons\tdecision
LA7J6PC8KWWJJSJA3\tLYATB1D3QQNDK3DW0\t\t\tn
LYATB1D3QQNDK3DW0\tL63J0S0YD60604K3Y\t\t\tn
"""
SUPPRESS = """key_type\tkey\tchannel\treason\tat\tby
email\tout@acme.example\t\topt-out\t2026-01-01\tsam
"""
CALL = ["-q", "-l", "nia@acme.example", "-c", "call", "-o", "busy", "--id", "new"]
# name, programs' words, and how its statuses are to be read
COMMANDS = [
    ("contact", ["lead-contact"] + CALL, "log"),
    ("first", ["lead-contact"] + CALL, "log"),
    ("torn", ["lead-contact"] + CALL, "log"),
    ("note", ["lead-note", "-q", "-l", "nia@acme.example", "-k", "need", "-m", "a crane",
              "--id", "new"], "log"),
    ("undo", ["lead-contact", "-q", "--undo", "c1", "--id", "new"], "log"),
    ("append", ["lead-contact", "-q", "--append"], "log"),
    ("forbidden", ["lead-contact", "-q", "-l", "mair@acme.example", "-c", "email", "-o", "sent"],
     "log"),
    ("store", ["lead-import", "-q", "-U", "-j", "1", "-c", "GB", "@more.csv"], "files"),
    ("pipe", ["lead-import", "-q", "-U", "-j", "1", "-c", "GB"], "files"),
    ("split", ["lead-import", "-q", "-U", "-j", "1", "-c", "GB", "--decide", "@decide.tsv"],
     "files"),
    ("output", ["lead-import", "-q", "-j", "1", "-c", "GB", "-u", "@leads.tsv", "-o", "@leads.tsv",
                "-r", "@rejects.tsv", "-t", "@trace.tsv", "@more.csv"], "files"),
    ("forget", ["lead-import", "-q", "--forget", "bob@acme.example"], "forget"),
    ("part", ["lead-import", "-q", "--forget", "rhys@acme.example"], "forget"),
]
# What must be gone with the persons that are forgotten.
IDENTITIES = {"forget": [b"bob@acme.example", b"+447700900002", b"LA7J6PC8KWWJJSJA3"],
              "part": [b"nia@acme.example", b"rhys@acme.example", b"+447700900001",
                       b"LMPY1BVQCBPJBMMM9", b"L63J0S0YD60604K3Y"]}


class Store:
    """A folder with a store as it was, is, and would be."""

    def __init__(self, build, top):
        self.build, self.home, self.tmp = build, os.path.join(top, "home"), os.path.join(top, "tmp")
        self.env = dict(os.environ, LEAD_HOME=self.home, LEAD_NOW="2026-11-23T09:15:00Z",
                        LEAD_USER="sam", TZ="UTC", LC_ALL="C.UTF-8", TMPDIR=self.tmp,
                        PATH=build + ":" + os.environ["PATH"],
                        XDG_STATE_HOME=os.path.join(top, "state"))
        os.mkdir(self.home)
        os.mkdir(self.tmp)

    def argv(self, words):
        return [os.path.join(self.home, w[1:]) if w[0] == "@" else w for w in words]

    def start(self, words):
        return subprocess.Popen(self.argv(words), env=self.env, stdin=subprocess.PIPE,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                start_new_session=True)

    def run(self, words, data=b""):
        """The status, or that it hangs, and what was said."""
        child = self.start(words)
        try:
            err = child.communicate(data, timeout=20)[1]
            return child.returncode, err
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL) # strace's child, too
            return "hangs", child.communicate()[1]

    def read(self):
        files = {}
        for path in glob.glob(os.path.join(self.home, "*")) + glob.glob(
                os.path.join(self.home, ".[!.]*")):
            with open(path, "rb") as file:
                files[os.path.basename(path)] = file.read()
        return files

    def write(self, files):
        for name in set(self.read()) | set(files):
            path = os.path.join(self.home, name)
            if name in files:
                with open(path, "wb") as file:
                    file.write(files[name])
                os.chmod(path, 0o600)
            else:
                os.unlink(path)


def fill(store):
    """The store that all commands start from."""
    files = {"one.csv": DUMP, "more.csv": MORE, "suppress.tsv": SUPPRESS,
             "pairs.tsv": PAIRS}
    store.write({name: text.encode() for name, text in files.items()})
    store.run(["lead-import", "-q", "-U", "-c", "GB", "@one.csv"])
    for words in (["-l", "nia@acme.example", "-c", "call", "-o", "busy", "--id", "c1"],
                  ["-l", "bob@acme.example", "-c", "call", "-o", "busy", "--id", "c2"],
                  ["-l", "mair@acme.example", "-c", "email", "-o", "opt-out", "--id", "c3",
                   "-m", "ask bob@acme.example"]):
        store.run(["lead-contact", "-q", "--override", "test"] + words)
    for i, who in enumerate(("nia", "bob", "mair")):
        store.run(["lead-note", "-q", "-l", who + "@acme.example", "-k", "need", "-m",
                   "a crane like +447700900002 has", "--id", "n%d" % i])
    return store.read()


class Command:
    """One of COMMANDS: its start, what it does undisturbed, its input."""

    def __init__(self, store, files, row):
        self.name, self.words, self.kind = row
        self.store, self.data, self.start = store, b"", dict(files)
        if self.name == "first":
            del self.start["contacts.tsv"]
        if self.name == "torn":
            self.start["contacts.tsv"] += b"torn\t2026"
        if self.name == "append":
            lines = files["contacts.tsv"].split(b"\n")
            self.data = b"\n".join([lines[0]] + [
                re.sub(b"^c", b"new", l).rsplit(b"\t", 1)[0] + b"\t" for l in lines[1:3]]) + b"\n"
        if self.name == "pipe":
            self.data = MORE.encode()
        if self.name in ("part", "split"):
            store.write(self.start)
            store.run(["lead-import", "-q", "-U", "-c", "GB", "@more.csv"])
            self.start = store.read()
        if self.name == "split":
            parts = self.start["merges.tsv"].split(b"\n")[1:3]
            self.start["decide.tsv"] = b"lead_id_a\tlead_id_b\tdecision\n%s\tn\n" % b"\t".join(
                part.split(b"\t")[1] for part in parts)
        for word in IDENTITIES.get(self.name, []):
            assert word in b"".join(self.start.values()), word
        store.write(self.start)
        began = time.monotonic()
        self.status = store.run(self.words, self.data)[0]
        self.seconds = time.monotonic() - began
        self.want = store.read()
        self.torn = {n for n in self.want if ".torn-" in n}

    def plain(self, text):
        """A file's text, without the random id of an undoing, and its sum."""
        if text is None or self.name != "undo":
            return text
        return re.sub(rb"(?m)^\S+(\t.*\tc1\t).*$", rb"?\1", text)

    def allowed(self, name, status):
        """What a file may be with a status (None: not there); that of a log is a promise."""
        old, new = self.plain(self.start.get(name)), self.plain(self.want.get(name))
        if name in self.torn:
            return [None, new]
        if status == 0:
            return [new]
        mended = old[:old.rfind(b"\n") + 1] if self.torn and old else old
        empty = b"" if old is None and self.kind == "log" else old
        return [old, mended, empty] + ([new] if self.kind != "log" or status not in (1, 2) else [])

    def try_with(self, before, words=None):
        """Run it (or other words) disturbed, then again; what is broken, or None."""
        self.store.write(self.start)
        status, err = self.store.run(before + (words or self.words), self.data)
        if "inject=write" in " ".join(before):
            err = err or b"(nothing can be said where no write works)"
        return self.judge(status, err)

    def kill(self, rnd, words, times=1.1):
        """Run words, and kill them at a random moment of the time the command needs."""
        self.store.write(self.start)
        child = self.store.start(words)
        time.sleep(rnd.uniform(0, self.seconds * times))
        os.killpg(child.pid, signal.SIGKILL)
        err = child.communicate()[1]
        return self.judge(child.returncode, err)

    def judge(self, status, err):
        why = broken(self, status, self.store.read(), err) or \
            "TMPDIR is not empty" * bool(os.listdir(self.store.tmp))
        if why:
            return "status %s: %s" % (status, why)
        again = self.store.run(self.words, self.data)[0]
        why = unfinished(self, again, self.store.read())
        return "status %s, repeated %s: %s" % (status, again, why) if why else None


def broken(command, status, now, err):
    """Is the store as the status says?  None: yes."""
    killed = status in (-signal.SIGKILL, 128 + signal.SIGKILL, -signal.SIGXFSZ)
    if not killed and status not in (0, 1, 2, 3):
        return "no documented status: %s" % err[-200:]
    if status in (2, 3) and not err:
        return "not a word"
    if status == 0 and command.status == 1 and command.kind == "log":
        return "done, though it was to be refused"
    for name in set(command.start) | set(command.want) | set(now):
        old, new, text = (files.get(name) for files in (command.start, command.want, now))
        if command.plain(text) in command.allowed(name, status):
            continue
        if killed and (name.startswith(".") or name in command.torn):
            continue # what a killed writer had in hand; see unfinished()
        if killed and command.kind == "log" and new and text and new.startswith(text) and \
                text.startswith(old or b""):
            continue # its record in part
        if command.kind == "forget" and status != 0 and lines_kept(old, new, text):
            continue
        return "%s is neither what it was nor what it was to be" % name
    return None


def lines_kept(old, new, now):
    """Are all lines there that are to stay, none torn, whatever went?"""
    if None in (old, new, now) or not now.endswith(b"\n"):
        return False
    lines = now.split(b"\n")
    return not set(lines) - set(old.split(b"\n")) - set(new.split(b"\n")) and \
        not set(old.split(b"\n")) & set(new.split(b"\n")) - set(lines)


def unfinished(command, status, now):
    """Did the same command, undisturbed, do what it would have done at first?"""
    if command.kind == "forget":
        for name, text in now.items():
            for word in IDENTITIES[command.name]:
                if word in text and not name.endswith(".csv"):
                    return "%s still names %s" % (name, word)
    elif status != command.status:
        return "not status %d" % command.status
    for name in set(command.want) | set(now):
        text, want = now.get(name), command.want.get(name)
        if ".torn-" in name or name == "trace.tsv":
            continue # what was new the first time is not the second
        if (command.kind == "log" or name == "suppress.tsv") and text and want:
            text, want = [sorted(set(command.plain(t).split(b"\n"))) for t in (text, want)]
        if text != want:
            return "%s is not what it was to be" % name
    return None
