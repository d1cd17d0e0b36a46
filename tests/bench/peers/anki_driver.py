"""Anki's backend in `npm run bench:peers`, by its Python package's own interface."""

import itertools
import os
import random
import shutil

from anki.collection import (
    Card,
    Collection,
    ExportAnkiPackageOptions,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
)
from driver import Work, serve

ROWS = 60
GOOD = 2
AGAIN = 0


class Anki:
    def load(self, folder, package):
        self.folder = folder
        self.package = package
        os.makedirs(folder)
        col = Collection(self.file_of(folder))
        self.bring(col)
        self.set_up(col)
        about = "journal {}, synchronous {}".format(
            col.db.scalar("pragma journal_mode"), col.db.scalar("pragma synchronous")
        )
        col.close()
        return about

    @staticmethod
    def file_of(folder):
        return os.path.join(folder, "collection.anki2")

    def bring(self, col):
        options = ImportAnkiPackageOptions(with_scheduling=True, with_deck_configs=False)
        col.import_anki_package(ImportAnkiPackageRequest(package_path=self.package, options=options))

    @staticmethod
    def set_up(col):
        """FSRS on, today's limits as ours, and the deck above all others chosen."""
        col.set_config("fsrs", True)
        config = col.decks.get_config(1)
        config["new"]["perDay"] = 20
        config["rev"]["perDay"] = 9999
        col.decks.update_config(config)
        col.decks.set_current(col.decks.id("Baseline"))

    def begin(self, op, folder, words):
        make = getattr(self, f"make_{op}", None)
        return make and make(folder, words)

    def copy(self, folder):
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.folder, folder)
        return self.file_of(folder)

    def with_collection(self, folder, make):
        col = Collection(self.copy(folder))
        work = make(col)
        work.close = col.close
        return work

    def make_open(self, folder, _words):
        file = self.copy(folder)
        opened = []

        def close():
            while opened:
                opened.pop().close()

        def run():
            opened.append(Collection(file))
            return count_due(opened[0])

        return Work(run, close, close)

    def make_counts(self, folder, _words):
        return self.with_collection(folder, lambda col: Work(lambda: count_due(col)))

    def make_next(self, folder, _words):
        return self.with_collection(folder, lambda col: Work(lambda: show_next(col) and None))

    def make_answer(self, folder, _words):
        def make(col):
            learner = Learner(col)
            return Work(learner.answer, learner.prepare)

        return self.with_collection(folder, make)

    def make_undo(self, folder, _words):
        def make(col):
            learner = Learner(col)

            def before():
                learner.prepare()
                learner.answer()

            return Work(learner.undo, before)

        return self.with_collection(folder, make)

    def make_search(self, folder, words):
        def make(col):
            col.load_browser_card_columns()
            turns = itertools.cycle(words)

            def run():
                found = col.find_cards(next(turns), order=True)
                for card_id in found[:ROWS]:
                    list(col.browser_row_for_id(card_id)[0])
                return len(found)

            return Work(run)

        return self.with_collection(folder, make)

    def make_statistics(self, folder, _words):
        # All days and all decks, as the whole of our screen is.
        return self.with_collection(
            folder, lambda col: Work(lambda: col._backend.graphs(search="", days=0) and None)
        )

    # Nothing of it is shown sooner.
    make_plots = make_statistics

    def make_export(self, folder, _words):
        def make(col):
            file = os.path.join(folder, "out.apkg")
            # The kind that we write, which every version reads.
            options = ExportAnkiPackageOptions(
                with_scheduling=True, with_deck_configs=False, with_media=True, legacy=True
            )

            def run():
                col.export_anki_package(out_path=file, options=options, limit=None)

            return Work(run, lambda: os.path.exists(file) and os.remove(file))

        return self.with_collection(folder, make)

    def make_import(self, folder, _words):
        opened = []

        def close():
            while opened:
                opened.pop().close()
            shutil.rmtree(folder, ignore_errors=True)

        def before():
            close()
            os.makedirs(folder)
            opened.append(Collection(self.file_of(folder)))
            opened[0].set_config("fsrs", True)

        def run():
            self.bring(opened[0])
            return opened[0].card_count()

        return Work(run, before, close)

    def make_check(self, folder, _words):
        def make(col):
            def run():
                # What is rebuilt is told in the last line, beside the faults.
                return len(col.fix_integrity()[0].splitlines()) - 1

            return Work(run)

        return self.with_collection(folder, make)


def count_due(col):
    return col.sched.deck_due_tree(col.decks.id("Baseline")).review_count


def show_next(col):
    """What a window shows of the next card: both sides, and what the buttons say."""
    queued = col.sched.get_queued_cards()
    if not queued.cards:
        return None
    states = queued.cards[0].states
    card = Card(col, backend_card=queued.cards[0].card)
    card.start_timer()
    card.render_output()
    col.sched.describe_next_states(states)
    return card, states


class Learner:
    """Answers what is asked; one in ten is not known."""

    def __init__(self, col):
        self.col = col
        self.random = random.Random(1)
        self.next = show_next(col)

    def prepare(self):
        if self.next is None:
            raise RuntimeError("nothing is left to ask")
        self.rating = GOOD if self.random.random() < 0.9 else AGAIN

    def answer(self):
        card, states = self.next
        sched = self.col.sched
        sched.answer_card(sched.build_answer(card=card, states=states, rating=self.rating))
        self.next = show_next(self.col)

    def undo(self):
        self.col.undo()
        self.next = show_next(self.col)


if __name__ == "__main__":
    serve(Anki())
