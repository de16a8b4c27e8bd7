#!/usr/bin/env python3
"""Linnet's speed as ratios to a floor measured in the same run.

  speed.py PROGRAM --vault FOLDER [--larger FOLDER] [--repeat 3]

Each figure is the best of several runs, or their median for one note; the floor is the least work anybody could do for the same result:

  import          reading every file, and SQLite inserting the same rows in one transaction     at most 1.5
  import, larger  the same for another vault, of ten times the notes                            at most 1.5
  nothing new     find with size and time of every file                                         at most 3
  one note        an import that finds nothing new, in the same run                             at most 1.3
  due             linnet --version (20,000 cards)                                               at most 3
  answer          one more card in a review: shown, answered, stored; the floor is one append and fdatasync

Run it on a machine that does nothing else: an import uses all cores, its floor one. Needs Python 3.9+. Exit code 1 when a ratio is above its bound.
"""
import argparse, os, resource, shutil, sqlite3, statistics, subprocess, sys, tempfile, time


def best(repeat, work):
    """The least wall time of several runs, in seconds."""
    times = []
    for _ in range(repeat):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


class Linnet:
    def __init__(self, program, folder):
        self.program, self.folder = os.path.abspath(program), folder

    def database(self, name):
        return os.path.join(self.folder, name + ".sqlite")

    def run(self, name, *arguments, text=None):
        environment = dict(os.environ, LINNET_DATABASE=self.database(name), LINNET_NOW="2026-01-01T08:00:00+00:00")
        result = subprocess.run([self.program, *arguments], env=environment, input=text, text=True,
                                capture_output=True)
        if result.returncode not in (0, 1):
            sys.exit("linnet %s failed: %s" % (" ".join(arguments), result.stderr))
        return result.stdout

    def fresh_import(self, name, vault):
        for suffix in ("", "-wal", "-shm"):
            if os.path.exists(self.database(name) + suffix):
                os.remove(self.database(name) + suffix)
        self.run(name, "import", vault)


def insert_rows(source, target):
    """Seconds that SQLite needs for the rows of a collection, their tables and indexes, in one transaction."""
    collection = sqlite3.connect(source)
    schema = collection.execute("SELECT name, sql, type FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    own = [(name, sql) for name, sql, kind in schema
           if kind == "table" and not name.startswith(("sqlite_", "blockText_", "grdb_"))]
    columns = {name: "rowid, text" if name == "blockText" else "*" for name, _ in own}
    rows = {name: collection.execute("SELECT %s FROM %s" % (columns[name], name)).fetchall() for name, _ in own}
    if os.path.exists(target):
        os.remove(target)
    copy = sqlite3.connect(target, isolation_level=None)
    copy.execute("PRAGMA journal_mode = WAL")
    copy.execute("PRAGMA cache_size = -65536")
    for _, sql in own:
        copy.execute(sql)
    for _, sql, kind in schema:
        if kind in ("index", "trigger"):
            copy.execute(sql)
    start = time.perf_counter()
    copy.execute("BEGIN")
    for name, _ in own:
        if rows[name]:
            marks = ", ".join("?" * len(rows[name][0]))
            names = "(rowid, text)" if name == "blockText" else ""
            copy.executemany("INSERT INTO %s %s VALUES (%s)" % (name, names, marks), rows[name])
    copy.execute("COMMIT")
    return time.perf_counter() - start


def read_files(vault):
    for folder, _, names in os.walk(vault):
        for name in names:
            with open(os.path.join(folder, name), "rb") as file:
                file.read()


def note_files(vault):
    return sorted(os.path.join(folder, name) for folder, _, names in os.walk(vault)
                  for name in names if name.endswith(".md") and not name.startswith("."))


def durable_appends(path, count):
    with open(path, "ab") as file:
        for _ in range(count):
            file.write(b"x" * 200)
            file.flush()
            os.fdatasync(file.fileno())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--vault", required=True)
    parser.add_argument("--larger")
    parser.add_argument("--repeat", type=int, default=3)
    options = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="linnet-speed-")
    linnet = Linnet(options.program, folder)
    failed = []

    def report(name, ours, floor, bound=None):
        ratio = ours / floor
        print("%-16s %9.4f s   floor %9.4f s   ratio %6.2f   %s"
              % (name, ours, floor, ratio, "at most %.1f" % bound if bound else ""))
        if bound and ratio > bound:
            failed.append(name)

    def measure_import(name, database, vault, repeat):
        ours = best(repeat, lambda: linnet.fresh_import(database, vault))
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        insertion = min(insert_rows(linnet.database(database), os.path.join(folder, "floor.sqlite"))
                        for _ in range(repeat))
        report(name, ours, insertion + best(repeat, lambda: read_files(vault)), 1.5)
        print("%-16s %8.0f MB" % ("  memory", memory))

    try:
        # A copy, for notes in it are changed.
        vault = shutil.copytree(options.vault, os.path.join(folder, "notes"))
        measure_import("import", "vault", vault, options.repeat)

        again = best(options.repeat, lambda: linnet.run("vault", "import"))
        with open(os.devnull, "w") as null:
            walk = best(options.repeat, lambda: subprocess.run(
                ["find", vault, "-printf", "%s %T@"], stdout=null, check=True))
        report("nothing new", again, walk, 3)

        # The median: which of the notes it is makes a difference.
        notes = note_files(vault)
        changes = ["\n\nMore words.\n", "\n\n[[%s]]\n" % os.path.basename(notes[0])[:-3], "\n\n[[nowhere yet %d]]\n",
                   "\n\nSTART\nBasic\nA new front %d\nBack: and its back\nEND\n"]
        single, unchanged = [], []
        for number in range(options.repeat * len(changes)):
            text = changes[number % len(changes)]
            with open(notes[number * 7919 % len(notes)], "a", encoding="utf-8") as note:
                note.write(text % number if "%d" in text else text)
            single.append(best(1, lambda: linnet.run("vault", "import")))
            unchanged.append(best(1, lambda: linnet.run("vault", "import")))
        report("one note", statistics.median(single), statistics.median(unchanged), 1.3)

        due = best(options.repeat * 5, lambda: linnet.run("vault", "due"))
        version = best(options.repeat * 5, lambda: linnet.run("vault", "--version"))
        report("due", due, version, 3)

        few, many = 20, 220
        keys = lambda count: "\n".join(["", "good"] * count) + "\nq\n"
        review = lambda count: linnet.run("vault", "review", "--plain", "--no-import", "--new", "300", text=keys(count))
        base, longer = best(1, lambda: review(few)), best(1, lambda: review(many))
        floor = best(options.repeat, lambda: durable_appends(os.path.join(folder, "appends"), many - few))
        report("answer", (longer - base) / (many - few), floor / (many - few))

        if options.larger:
            measure_import("import, larger", "larger", options.larger, 1)
    finally:
        shutil.rmtree(folder)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
