#!/usr/bin/env python3
"""How long the first card of a review takes in a large collection, and what else a day begins with: whole processes.

  first_card.py PROGRAM COLLECTION

The collection is one of Benchmarks/collection.py. Each figure is the least of several runs; the first run of a command is told too, for
nobody should wait for it longer than for the others. Exit code 1 when a time is above 100 ms or memory above 100 MB.
"""
import os, subprocess, sys, time

from collection import MOMENT

COMMANDS = ["--version", "next", "due --quiet", "due", "--no-import", "review --plain --no-import",
            "review --plain --no-import --deck=Deck.3", "next --deck=Deck.3", "next --deck=Deck.14::Part.19", "next --tag=tag0",
            "next --tag=tag199", "next --tag=none", "next --deck=none", "due --deck=Deck.14::Part.19"]


def run(program, command, environment):
    """Seconds and megabytes of one process. A deck or tag that is not there is no failure of the program."""
    arguments = [word.replace(".", " ") for word in command.split()]
    start = time.perf_counter()
    process = subprocess.Popen([program] + arguments, env=environment, stdin=subprocess.DEVNULL,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1, 66):
        sys.exit("linnet %s ended with %d" % (command, process.returncode))
    return time.perf_counter() - start, usage.ru_maxrss / (1024 ** 2 if sys.platform == "darwin" else 1024)


def main(program, collection):
    environment = dict(os.environ, LINNET_DATABASE=collection, LINNET_NOW=MOMENT)
    failed = False
    # The day's backup is made once and takes as long as a copy of the file; here it is there already.
    backups = os.path.join(os.path.dirname(os.path.abspath(collection)), "backups")
    os.makedirs(backups, exist_ok=True)
    stem = os.path.basename(collection).replace(".sqlite", "")
    daily = os.path.join(backups, "%s-daily-%s.sqlite" % (stem, MOMENT[:10]))
    open(daily, "w").close()
    for command in COMMANDS:
        runs = [run(os.path.abspath(program), command, environment) for _ in range(7)]
        seconds, memory = min(time for time, _ in runs), max(memory for _, memory in runs)
        failed = failed or seconds > 0.1 or memory > 100
        print("%-42s %6.1f ms (first %6.1f ms)   %4.0f MB" % (command, seconds * 1000, runs[0][0] * 1000, memory))
    print("at most 100 ms and 100 MB")
    os.remove(daily)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
