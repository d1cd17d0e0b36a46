"""The side of Anki's own backend in `npm run interop:anki`: makes a collection, and compares what came of it.

Not part of the product; run by interop-anki.mjs in an environment of its own.
"""

import datetime
import hashlib
import json
import os
import sqlite3
import struct
import sys
import time
import zlib

from anki import cards_pb2, import_export_pb2
from anki.collection import (
    Collection,
    DeckIdLimit,
    ExportAnkiPackageOptions,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
)

DAY = 86_400


def png():
    def chunk(kind, data):
        sum_ = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", sum_)

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\1\2\3")) + chunk(b"IEND", b"")


def add(col, deck, notetype, fields, tags=()):
    note = col.new_note(col.models.by_name(notetype))
    note.fields = list(fields)
    note.tags = list(tags)
    col.add_note(note, deck)
    return note


def review(col, card, days_ago, interval, memory, ease=2500, lapses=0):
    """Puts a card into review as if answered twice, with its log."""
    now = int(time.time())
    first = (now - (days_ago + 3) * DAY) * 1000 + card.id % 1000
    last = (now - days_ago * DAY) * 1000 + card.id % 1000
    for at, kind, ivl, before in ((first, 0, 3, -60), (last, 1, interval, 3)):
        col.db.execute("insert into revlog values (?,?,?,?,?,?,?,?,?)", at, card.id, -1, 3, ivl, before, ease, 4321, kind)
    card.type = 2
    card.queue = 2
    card.due = col.sched.today - days_ago + interval
    card.ivl = interval
    card.factor = ease
    card.reps = 2
    card.lapses = lapses
    if memory:
        card.memory_state = cards_pb2.FsrsMemoryState(stability=memory[0], difficulty=memory[1])
        card.desired_retention = 0.9
        card.decay = 0.1542
        card.last_review_time = last // 1000
    col.update_card(card)


def make(folder):
    col = Collection(os.path.join(folder, "made.anki2"))
    col.set_config("fsrs", True)
    deck = col.decks.id("Systems::Storage ünï")
    name = col.media.write_data("a picture ü.png", png())
    add(col, deck, "Basic", ["Which <b>store</b>?", f'A relational one<br><img src="{name}">'], ["tag::one", "two"])
    add(col, deck, "Basic (and reversed card)", ["there", "back"])
    add(col, deck, "Basic (type in the answer)", ["Type it", "typed"])
    add(col, deck, "Cloze", ["A {{c1::hit::what}} takes {{c2::1 ms}}", "Extra words"])
    add(col, deck, "Basic", ["To be suspended", "x"])
    add(col, deck, "Basic", ["In steps", "x"])
    add(col, deck, "Basic", ["SM-2", "x"])
    ids = col.find_cards("")
    by_front = {}
    for cid in ids:
        card = col.get_card(cid)
        by_front[(card.note().fields[0], card.ord)] = card
    review(col, by_front[("Which <b>store</b>?", 0)], 5, 12, (12.3456, 5.432))
    review(col, by_front[("there", 0)], 2, 30, (31.5, 3.21), lapses=1)
    review(col, by_front[("A {{c1::hit::what}} takes {{c2::1 ms}}", 1)], 20, 7, (7.77, 9.9))
    review(col, by_front[("SM-2", 0)], 1, 10, None, ease=2300)
    col.sched.suspend_cards([by_front[("To be suspended", 0)].id])
    card = by_front[("there", 1)]
    col.set_user_flag_for_cards(2, [card.id])
    # One real answer, so that one card is in steps as Anki itself puts it there.
    queued = col.sched.get_queued_cards(fetch_limit=20)
    wanted = by_front[("In steps", 0)].id
    for each in queued.cards:
        if each.card.id == wanted:
            card = col.get_card(wanted)
            card.start_timer()
            col.sched.answer_card(col.sched.build_answer(card=card, states=each.states, rating=0))
    export(col, folder)
    col.close()


def export(col, folder):
    for name, legacy in (("current.apkg", False), ("legacy.apkg", True)):
        options = ExportAnkiPackageOptions(with_scheduling=True, with_deck_configs=False, with_media=True, legacy=legacy)
        col.export_anki_package(out_path=os.path.join(folder, name), options=options, limit=None)
    truth = read_anki(col)
    with open(os.path.join(folder, "truth.json"), "w") as file:
        json.dump(truth, file)
    for name, legacy in (("current.colpkg", False), ("legacy.colpkg", True)):
        col.export_collection_package(os.path.join(folder, name), include_media=True, legacy=legacy)
        col.reopen()


def read_anki(col):
    """What there is to compare, by guid and ord."""
    out = {}
    for cid in col.find_cards(""):
        card = col.get_card(cid)
        note = card.note()
        memory = card.memory_state
        log = col.db.all("select id, ease, time, type from revlog where cid = ? and ease > 0 order by id", cid)
        out[f"{note.guid} {card.ord}"] = {
            "front": note.fields[0],
            "tags": sorted(note.tags),
            "type": card.type,
            "suspended": card.queue == -1,
            "flag": card.user_flag(),
            "due": card.due - col.sched.today if card.type == 2 else None,
            "ivl": card.ivl,
            "ease": card.factor,
            "reps": card.reps,
            "lapses": card.lapses,
            "s": memory.stability if memory else None,
            "d": memory.difficulty if memory else None,
            "log": log,
        }
    return out


def card_id(guid, ord_):
    if guid.startswith("baseline:"):
        return guid[len("baseline:") :]
    return f"anki.{hashlib.sha256(guid.encode()).hexdigest()[:16]}.{ord_ + 1}"


def read_profile(profile):
    db = sqlite3.connect(f"file:{profile}/baseline.db?mode=ro", uri=True)
    db.row_factory = sqlite3.Row
    # The study day turns at 04:00 local time, and is told from 1970-01-01.
    local = time.localtime(time.time() - 4 * 3600)
    today = (datetime.date(local.tm_year, local.tm_mon, local.tm_mday) - datetime.date(1970, 1, 1)).days
    out = {}
    for row in db.execute(
        "select card.card_id, content, card_state.* from card left join card_state using (card_id) where retired = 0"
    ):
        log = db.execute(
            "select at_ms, rating, taken_ms, phase_before from event where card_id = ? and type = 'answer' order by at_ms",
            (row[0],),
        ).fetchall()
        out[row[0]] = {
            "phase": row["phase"] or "new",
            "s": row["stability"],
            "d": row["difficulty"],
            "due": None if row["due_day"] is None else row["due_day"] - today,
            "ivl": None if row["due_day"] is None or row["last_day"] is None else row["due_day"] - row["last_day"],
            "reps": row["reps"] or 0,
            "lapses": row["lapses"] or 0,
            "suspended": bool(row["suspended"]),
            "flag": row["flag"] or 0,
            "tags": sorted(json.loads(row["content"]).get("tags", [])),
            "log": [list(entry) for entry in log],
        }
    return out


PHASES = {"new": 0, "learning": 1, "review": 2, "relearning": 3}
LOG_TYPES = {"new": 0, "learning": 0, "review": 1, "relearning": 2}


class Comparison:
    def __init__(self):
        self.faults = []
        self.compared = 0

    def same(self, where, what, left, right, tolerance=0.0):
        self.compared += 1
        if left is None or right is None or not tolerance:
            fine = left == right
        else:
            fine = abs(left - right) <= tolerance
        if not fine:
            self.faults.append(f"{where}: {what}: Anki {left!r}, Baseline {right!r}")


def compare_cards(anki, ours, sm2):
    result = Comparison()
    for key, card in anki.items():
        guid, ord_ = key.rsplit(" ", 1)
        where = f"{card['front'][:30]} ({ord_})"
        mine = ours.get(card_id(guid, int(ord_)))
        if mine is None:
            result.faults.append(f"{where}: is missing")
            continue
        result.same(where, "type", card["type"], PHASES[mine["phase"]])
        result.same(where, "tags", card["tags"], mine["tags"])
        for what in ("suspended", "flag", "reps", "lapses"):
            result.same(where, what, card[what], mine[what])
        if card["type"] == 2:
            result.same(where, "due", card["due"], mine["due"])
            if card["s"] is None:
                result.same(where, "s from SM-2", card["ivl"], mine["s"], 0.001)
                if sm2:
                    result.same(where, "d from SM-2", sm2[1], mine["d"], 0.01)
            else:
                # Anki keeps stability to 4 decimals and difficulty to 3.
                result.same(where, "s", card["s"], mine["s"], 0.00006)
                result.same(where, "d", card["d"], mine["d"], 0.0006)
        log = [[entry[0], entry[1], entry[2], entry[3]] for entry in card["log"]]
        result.same(where, "log", log, [[at, ease, ms, LOG_TYPES[phase]] for at, ease, ms, phase in mine["log"]])
    return result


def sm2_memory(folder):
    """What Anki's own backend makes of the SM-2 state of the fixture."""
    col = Collection(os.path.join(folder, "sm2.anki2"))
    try:
        deck = col.decks.id("x")
        note = add(col, deck, "Basic", ["SM-2", "x"])
        card = note.cards()[0]
        review(col, card, 1, 10, None, ease=2300)
        col.db.execute("delete from revlog where type = 0")
        col.set_config("fsrs", True)
        state = col._backend.compute_memory_state(card.id)
        return (state.state.stability, state.state.difficulty) if state.HasField("state") else None
    finally:
        col.close()


def tell(name, result):
    for fault in result.faults:
        print(f"  {name}: {fault}")
    print(f"{name}: {result.compared} values compared, {len(result.faults)} differ")
    return len(result.faults)


def compare_in(folder, name, profile):
    with open(os.path.join(folder, "truth.json")) as file:
        anki = json.load(file)
    return tell(name, compare_cards(anki, read_profile(profile), sm2_memory(folder)))


def compare_out(folder, package, profile):
    name = os.path.basename(package)
    path = os.path.join(folder, f"received {name}.anki2")
    col = Collection(path)
    col.import_anki_package(
        ImportAnkiPackageRequest(
            package_path=package,
            options=ImportAnkiPackageOptions(with_scheduling=True, with_deck_configs=True),
        )
    )
    ours = read_profile(profile)
    anki = read_anki(col)
    # Texts and tags of built-in cards, too.
    result = compare_cards(anki, ours, None)
    result.same("all", "number of cards", len(anki), len(ours))
    result.same("all", "integrity", col.fix_integrity()[1], True)
    col.close()
    return tell(f"{name} in Anki", result)


if __name__ == "__main__":
    work, *rest = sys.argv[1:]
    os.environ.setdefault("PYTHONUTF8", "1")
    if work == "make":
        make(*rest)
    elif work == "in":
        sys.exit(1 if compare_in(*rest) else 0)
    elif work == "out":
        sys.exit(1 if compare_out(*rest) else 0)
