#!/usr/bin/env python3
"""What the real Anki's queue shows of random small collections: the cards of one day in their order.

  anki_queues.py COUNT          one case a line, as JSON

Needs `anki` of PyPI. `Tests/StudyCoreTests/Fixtures/anki-queues.jsonl` was made with it (version 26.9.3, COUNT 60).
"""
import json, os, random, sys, tempfile, time
from anki.collection import Collection
from anki.scheduler.v3 import CardAnswer

DECKS = ["A", "A::B", "A::B::C", "A::D"]
REVIEW_ORDERS = {"interval": 3, "interval-descending": 4, "added": 9}
GATHERING = {"position": 1, "position-descending": 2, "deck": 0}
SORTING = {"card-type": 0, "gathered": 1}
MIXING = {"mixed": 0, "last": 1, "first": 2}


def collection(path, chance):
    col = Collection(path)
    if not col.v3_scheduler():
        col.set_v3_scheduler(True)
    case = {"ignores": chance.random() < 0.3, "decks": [], "cards": []}
    col.set_config("newCardsIgnoreReviewLimit", case["ignores"])
    case["gathering"] = chance.choice(list(GATHERING))
    case["sorting"] = chance.choice(list(SORTING))
    case["reviews"] = chance.choice(list(REVIEW_ORDERS))
    case["new"], case["interday"] = chance.choice(list(MIXING)), chance.choice(list(MIXING))
    decks = []
    for name in DECKS:
        deck = {"name": name, "newPerDay": chance.choice([0, 2, 5, 9, 20]),
                "reviewsPerDay": chance.choice([3, 7, 12, 200]),
                "buryNew": chance.random() < 0.6, "buryReviews": chance.random() < 0.6,
                "buryInterday": chance.random() < 0.6}
        ident = col.decks.id(name)
        config = col.decks.add_config(name)
        config["new"]["perDay"], config["rev"]["perDay"] = deck["newPerDay"], deck["reviewsPerDay"]
        config["new"]["bury"], config["rev"]["bury"] = deck["buryNew"], deck["buryReviews"]
        config["buryInterdayLearning"] = deck["buryInterday"]
        config["newGatherPriority"] = GATHERING[case["gathering"]]
        config["newSortOrder"] = SORTING[case["sorting"]]
        config["reviewOrder"] = REVIEW_ORDERS[case["reviews"]]
        config["newMix"], config["interdayLearningMix"] = MIXING[case["new"]], MIXING[case["interday"]]
        col.decks.update_config(config)
        stored = col.decks.get(ident)
        stored["conf"] = config["id"]
        col.decks.save(stored)
        decks.append(ident)
        case["decks"].append(deck)
    model = col.models.copy(col.models.by_name("Basic"), add=True)
    for number in (2, 3):
        template = col.models.new_template(f"Card {number}")
        template["qfmt"], template["afmt"] = f"{number} {{{{Front}}}}", "{{Back}}"
        col.models.add_template(model, template)
    col.models.update_dict(model)
    model = col.models.get(model["id"])
    intervals = list(range(1, 200))
    chance.shuffle(intervals)
    overdue = 0
    for number in range(chance.randint(8, 25)):
        note = col.new_note(model)
        note["Front"], note["Back"] = str(number), "x"
        place = chance.randrange(len(decks))
        col.add_note(note, decks[place])
        for card in note.cards():
            kind = chance.choice(["new", "new", "review", "review", "interday", "learning", "later"])
            card.ivl = intervals.pop()
            if kind in ("review", "later"):
                card.type = card.queue = 2
                card.due = col.sched.today + (5 if kind == "later" else -chance.randrange(4))
                card.factor, card.reps = 2500, 3
            elif kind == "interday":
                # Each on a day of its own: Anki shuffles those of one day.
                overdue += 1
                card.type, card.queue, card.left, card.reps = 1, 3, 1001, 1
                card.due = col.sched.today + 1 - overdue
            elif kind == "learning":
                card.type, card.queue, card.left, card.reps = 1, 1, 1001, 1
                card.due = int(time.time()) - 100 + len(case["cards"])
            col.update_card(card)
            # Numbered by their places, from 0.
            case["cards"].append([card.id, number, card.ord, place, kind, card.ivl])
    return col, case


def shown(col, names):
    col.decks.select(col.decks.id("A"))
    queue = col.sched.get_queued_cards(fetch_limit=1000)
    return {"cards": [names[entry.card.id] for entry in queue.cards],
            "new": queue.new_count, "learning": queue.learning_count, "due": queue.review_count}


def main(count):
    for seed in range(1, count + 1):
        chance = random.Random(seed)
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "collection.anki2")
            col, case = collection(path, chance)
            names = {card[0]: place for place, card in enumerate(case["cards"])}
            case["queue"] = shown(col, names)
            case["answered"] = []
            for _ in range(chance.randint(0, 6)):
                queue = col.sched.get_queued_cards(fetch_limit=1)
                if not queue.cards:
                    break
                entry = queue.cards[0]
                case["answered"].append(names[entry.card.id])
                card = col.get_card(entry.card.id)
                card.start_timer()
                col.sched.answer_card(col.sched.build_answer(card=card, states=entry.states, rating=CardAnswer.EASY))
            # A queue made anew leaves out what was buried.
            col.close()
            col = Collection(path)
            case["after"] = shown(col, names)
            col.close()
            case["cards"] = [card[1:] for card in case["cards"]]
        case["seed"] = seed
        print(json.dumps(case, separators=(",", ":")))


if __name__ == "__main__":
    main(int(sys.argv[1]))
