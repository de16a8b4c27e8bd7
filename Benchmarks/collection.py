#!/usr/bin/env python3
"""A large collection, written as rows: a million cards would take as many notes as nobody has.

  collection.py PROGRAM FILE

Of its cards 5,000 reviews are due; others are new, in learning, suspended, buried, or gone from the notes.
"""
import os, random, sqlite3, subprocess, sys, tempfile, time

# 2026-01-01 in days since 1970, and 08:00 of it in milliseconds.
TODAY, NOW = 20_454, 1_767_254_400_000
MOMENT = "2026-01-01T08:00:00+00:00"
DAY = 86_400_000
DECKS, TAGS = 300, 400


def phases(cards, due, chance):
    """What each card is: `due` reviews that come, some of each other kind, and the rest due later."""
    kinds = (["due"] * due + ["learning"] * 500 + ["buried"] * 1000 + ["suspended"] * (cards // 20)
             + ["gone"] * (cards // 50) + ["new"] * (cards // 6))
    kinds += ["later"] * (cards - len(kinds))
    chance.shuffle(kinds)
    # The first new cards are buried: a queue has to find its way past them.
    first = [place for place, kind in enumerate(kinds) if kind == "new"][:cards // 300]
    for place in first:
        kinds[place] = "new, buried"
    return kinds


def schedule(kind, chance):
    """phase, dueAt, dueDay, interval, slow, fast, difficulty, repetitions, lastReview, isSuspended, buriedUntil, isActive"""
    if kind.startswith("new"):
        return 0, None, None, 0, None, None, None, 0, None, 0, TODAY + 1 if "buried" in kind else None, 1
    memory = (chance.uniform(1, 400), chance.uniform(1, 400), chance.uniform(1, 10))
    last = NOW - chance.randrange(1, 400) * DAY
    if kind == "learning":
        return 1, NOW + chance.randrange(-3600, 3600) * 1000, None, 0, *memory, 1, NOW - 3_600_000, 0, None, 1
    day = TODAY + (chance.randrange(1, 1500) if kind in ("later", "gone") else -min(29, int(chance.expovariate(0.1))))
    suspended = int(kind == "suspended")
    return (2, None, day, chance.randrange(1, 400), *memory, chance.randrange(1, 20), last, suspended,
            TODAY + 1 if kind == "buried" else None, int(kind != "gone"))


def make(program, path, cards=1_000_000, due=5_000, answers=300_000, seed=1):
    """Makes the collection at `path`; its decks are Deck 0::Part 0 and on, its tags tag0 and on."""
    chance = random.Random(seed)
    for suffix in ("", "-wal", "-shm"):
        if os.path.exists(path + suffix):
            os.remove(path + suffix)
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "note.md"), "w") as note:
            note.write("TARGET DECK\nDeck 0::Part 0\n\nSTART\nBasic\nQ\nBack: A\nEND\n")
        environment = dict(os.environ, LINNET_DATABASE=path, LINNET_NOW=MOMENT)
        subprocess.run([os.path.abspath(program), "import", folder], env=environment, check=True, capture_output=True)
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("PRAGMA synchronous = OFF")
    database.execute("PRAGMA cache_size = -400000")
    database.execute("BEGIN")
    indexes = database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
                               " AND tbl_name IN ('card', 'block', 'blockTag', 'logEntry')").fetchall()
    for name, _ in indexes:
        database.execute("DROP INDEX " + name)
    database.executemany("INSERT OR IGNORE INTO deck (id, name) VALUES (?, ?)", (
        (number + 1, "Deck %d::Part %d" % (number // 20, number % 20)) for number in range(1, DECKS)))

    blocks, rows, tags, log = [], [], [], []
    block = 1
    left = 0
    for number, kind in enumerate(phases(cards, due, chance)):
        if left == 0:
            # Three of four blocks have one card; the others two to four.
            left = 1 if chance.random() < 0.75 else chance.randrange(2, 5)
            ordinal, block = 0, block + 1
            uid = "%016x" % chance.getrandbits(64)
            # Folders are imported one after the other, so the cards of a deck lie together.
            deck = 1 + min(DECKS - 1, number * DECKS // cards)
            blocks.append((block, uid, block, block, deck, '["What is meant by %d?", "%s"]' % (block, "An answer. " * 12), block))
            if chance.random() < 0.5:
                tags.append((block, "tag%d" % int(chance.paretovariate(0.5) % TAGS)))
        left, ordinal = left - 1, ordinal + 1
        state = schedule(kind, chance)
        rows.append((block, "cloze", ordinal, "%06x" % chance.getrandbits(24), *state))
        if state[0] == 2 and len(log) < answers:
            log += [(state[8] - back * 40 * DAY, uid, ordinal, (state[8] - back * 40 * DAY) // DAY) for back in range(3)]
    database.executemany(
        "INSERT INTO block (id, uid, note, position, line, syntax, noteType, deck, headings, fields, fingerprint)"
        " VALUES (?, ?, 1, ?, ?, 'block', 1, ?, '[]', ?, ?)", blocks)
    columns = [row[1] for row in database.execute("PRAGMA table_info(card)")]
    database.executemany(
        "INSERT INTO card (block, direction, ordinal, shortID, phase, dueAt, dueDay, interval, slow, fast, difficulty,"
        " repetitions, lastReview, isSuspended, buriedUntil, isActive) VALUES (" + ", ".join("?" * 16) + ")", rows)
    if "deck" in columns:
        database.execute("UPDATE card SET deck = (SELECT deck FROM block WHERE block.id = card.block)")
    database.executemany("INSERT INTO blockTag VALUES (?, ?)", tags)
    database.execute("INSERT INTO device (id, uid) VALUES (1, 'benchmark')")
    # Ids are times made unique.
    log.sort()
    entries, last = [], 0
    for at, uid, ordinal, day in log:
        last = max(at, last + 1)
        entries.append((last, uid, ordinal, at, day))
    database.executemany(
        "INSERT INTO logEntry (id, device, block, direction, ordinal, kind, at, utcOffset, studyDay, rating, secondsTaken,"
        " interval, model, parameterSet) VALUES (?, 1, ?, 'cloze', ?, 'answer', ?, 0, ?, 3, 8, 864000, 'FSRS-7', 0)",
        entries)
    for _, sql in indexes:
        database.execute(sql)
    database.execute("COMMIT")
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()


if __name__ == "__main__":
    start = time.time()
    make(sys.argv[1], sys.argv[2])
    print("%.0f s, %.0f MB" % (time.time() - start, os.path.getsize(sys.argv[2]) / 1e6))
