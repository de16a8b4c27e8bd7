#!/usr/bin/env python3
"""How fast the full-screen review answers to keys, measured from outside through a pseudo-terminal of 200x60.

  screen.py PROGRAM [--vault FOLDER]

  key       from a key to the last byte of its frame, with a card of 2,000 lines (median and worst of each key); at
            most 16 ms. The floor in the same run: a program that copies its input to its output.
  bytes     what one key writes
  idle      processor time while nobody types, in percent
  start     from the start of the program to the first card, with the cards of FOLDER; at most 100 ms on 20,000 cards

Needs Python 3.9+. Exit code 1 when a figure is above its bound.
"""
import argparse, fcntl, os, pty, select, shutil, signal, statistics, struct, sys, tempfile, termios, time

COLUMNS, ROWS = 200, 60


class Terminal:
    def __init__(self, arguments, environment):
        self.pid, self.file = pty.fork()
        if self.pid == 0:
            os.execvpe(arguments[0], arguments, environment)
        self.resize(COLUMNS, ROWS)

    def resize(self, columns, rows):
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, first=5.0, quiet=0.04):
        """Seconds until the last byte of what comes now, and the bytes; an answer ends when it is quiet for a while."""
        start, last, output, wait = time.perf_counter(), 0.0, b"", first
        while select.select([self.file], [], [], wait)[0]:
            try:
                output += os.read(self.file, 65536)
            except OSError:
                break
            last, wait = time.perf_counter() - start, quiet
        return last, output

    def press(self, key):
        os.write(self.file, key)
        return self.read()

    def close(self):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.file)


def long_card(lines):
    """Nested lists with links, code and emphasis, paragraphs, tables and code blocks."""
    yield "START\nBasic\nA card of %d lines with a [[link]]\nBack: " % lines
    for number in range(lines // 10):
        yield "- item %d with a [[Note %d|link]] and `code`, **strong** and *emphasised* words that go on\n" % (number, number)
        yield "    - a detail of it, with [[Another note]] and $x^2$, long enough to fill most of a row of the screen\n" * 3
        yield "        - and a detail of the detail\n" * 2
        yield "    - the last of them: 語彙と文法, naïve café\n"
        if number % 20 == 0:
            yield "\n| left | right |\n| --- | --- |\n| `a` | [[b]] |\n\n```\ncode %d\n```\n\n" % number
    yield "END\n"


def environment(folder, database="linnet.sqlite"):
    return dict(os.environ, TERM="xterm", LC_ALL="C.UTF-8", XDG_CONFIG_HOME=folder,
                LINNET_DATABASE=os.path.join(folder, database))


def run(arguments, variables):
    if os.spawnvpe(os.P_WAIT, arguments[0], arguments, variables) != 0:
        sys.exit("%s failed" % " ".join(arguments))


def processor_seconds(pid):
    fields = open("/proc/%d/stat" % pid).read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--vault")
    options = parser.parse_args()
    program = os.path.abspath(options.program)
    folder = tempfile.mkdtemp(prefix="linnet-screen-")
    failed = []

    def report(name, milliseconds, bound, more=""):
        print("%-24s %8.2f ms   at most %3.0f   %s" % (name, milliseconds, bound, more))
        if milliseconds > bound:
            failed.append(name)

    try:
        echo = Terminal(["cat"], dict(os.environ))
        echo.read(first=0.2)
        floor = statistics.median(echo.press(b"x")[0] for _ in range(30)) * 1000
        echo.close()
        print("%-24s %8.2f ms" % ("floor: cat", floor))

        notes = os.path.join(folder, "notes")
        os.mkdir(notes)
        with open(os.path.join(notes, "long.md"), "w") as file:
            file.writelines(long_card(2000))
        variables = environment(folder)
        run([program, "import", notes, "--quiet"], variables)
        screen = Terminal([program, "review", "--no-import"], variables)
        screen.read()
        taken, output = screen.press(b" ")
        report("show the answer", taken * 1000, 16, "%d bytes" % len(output))
        for name, key, count in [("one row on", b"j", 60), ("one page on", b"\x1b[6~", 20), ("to the end", b"G", 1),
                                 ("to the start", b"g", 1), ("tree", b"t", 1), ("next level", b"t", 2),
                                 ("next item", b"\x1b[B", 30)]:
            times = [screen.press(key) for _ in range(count)]
            milliseconds = [taken * 1000 for taken, _ in times]
            report(name, max(milliseconds), 16, "median %.2f ms, %d bytes" % (
                statistics.median(milliseconds), statistics.median(len(output) for _, output in times)))
        screen.press(b"\x1b")
        screen.read(first=0.2)
        screen.resize(120, 40)
        report("another size", screen.read()[0] * 1000, 16)

        before, start = processor_seconds(screen.pid), time.perf_counter()
        time.sleep(5)
        share = (processor_seconds(screen.pid) - before) / (time.perf_counter() - start) * 100
        print("%-24s %8.2f %%" % ("idle, timer running", share))
        screen.close()

        if options.vault:
            variables = environment(folder, "vault.sqlite")
            run([program, "import", options.vault, "--quiet"], variables)
            times = []
            for _ in range(7):
                start = time.perf_counter()
                screen = Terminal([program, "review", "--no-import"], variables)
                while b"all keys" not in screen.read(quiet=0.001)[1]:
                    pass
                times.append(time.perf_counter() - start)
                screen.close()
            report("start", min(times[1:]) * 1000, 100, "median %.1f ms" % (statistics.median(times[1:]) * 1000))
    finally:
        shutil.rmtree(folder)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
