"""Mnemosyne's library in `npm run bench:peers`, by the interface that it has for scripts."""

import itertools
import os
import random
import shutil

from driver import Work, serve
from mnemosyne.script import Mnemosyne

ROWS = 60
GOOD = 4
AGAIN = 1
# What the table of its window shows of a card.
COLUMNS = "_id, question, answer, tags, grade, next_rep, last_rep, easiness, acq_reps, ret_reps, lapses, creation_time"


def start(folder):
    program = Mnemosyne(folder)
    # As it ships, ten answers share a commit; here each is kept before the next card, as everywhere else.
    program.config()["save_after_n_reps"] = 1
    return program


def find_format(program, extension):
    return next(each for each in program.component_manager.all("file_format") if each.extension == extension)


class Peer:
    def load(self, folder, package):
        self.folder = folder
        self.package = package
        os.makedirs(folder)
        program = start(folder)
        self.bring(program)
        con = program.database().con
        about = "journal {}, synchronous {}".format(
            con.execute("pragma journal_mode").fetchone()[0], con.execute("pragma synchronous").fetchone()[0]
        )
        program.finalise()
        return about

    def bring(self, program):
        find_format(program, ".anki2").do_import(self.package)
        program.database().save()

    def begin(self, op, folder, words):
        make = getattr(self, f"make_{op}", None)
        return make and make(folder, words)

    def with_program(self, folder, make):
        shutil.copytree(self.folder, folder)
        program = start(folder)
        work = make(program)
        work.close = program.finalise
        return work

    def make_open(self, folder, _words):
        shutil.copytree(self.folder, folder)
        opened = []

        def close():
            while opened:
                opened.pop().finalise()

        def run():
            opened.append(start(folder))
            return opened[0].review_controller().counters()[0]

        return Work(run, close, close)

    def make_counts(self, folder, _words):
        def make(program):
            def run():
                program.review_controller().reload_counters()
                return program.review_controller().counters()[0]

            return Work(run)

        return self.with_program(folder, make)

    def make_next(self, folder, _words):
        def make(program):
            chain = program.review_controller().render_chain

            def run():
                card = program.scheduler().next_card()
                card.question(chain)
                card.answer(chain)
                for grade in range(6):
                    program.scheduler().grade_answer(card, grade, dry_run=True)

            return Work(run)

        return self.with_program(folder, make)

    def make_answer(self, folder, _words):
        def make(program):
            review = program.review_controller()
            draw = random.Random(1)

            def run():
                # Both sides of a card are made in turn: the back before the grade, the next front after it.
                review.show_answer()
                review.grade_answer(GOOD if draw.random() < 0.9 else AGAIN)
                if review.card is None:
                    raise RuntimeError("nothing is left to ask")

            return Work(run)

        return self.with_program(folder, make)

    def make_search(self, folder, words):
        def make(program):
            con = program.database().con
            turns = itertools.cycle(words)

            def run():
                # Its table asks SQLite for what holds the letters on either side.
                like = f"%{next(turns)}%"
                where = "from cards where question like ? or answer like ?"
                count = con.execute(f"select count() {where}", (like, like)).fetchone()[0]
                con.execute(f"select {COLUMNS} {where} order by _id limit {ROWS}", (like, like)).fetchall()
                return count

            return Work(run)

        return self.with_program(folder, make)

    def make_statistics(self, folder, _words):
        def make(program):
            pages = [
                page(component_manager=program.component_manager) for page in program.component_manager.all("statistics_page")
            ]

            def run():
                # Of each page the kind that holds most: a year back and ahead, or all cards.
                for page in pages:
                    kinds = [getattr(page, kind, None) for kind in ("LAST_YEAR", "NEXT_YEAR", "ALL_CARDS")]
                    for kind in kinds:
                        if kind is not None:
                            page.prepare_statistics(kind)

            return Work(run)

        return self.with_program(folder, make)

    def make_plots(self, folder, _words):
        def make(program):
            pages = list(program.component_manager.all("statistics_page"))
            # Its window shows the first kind of the first page.
            page = pages[0](component_manager=program.component_manager)
            return Work(lambda: page.prepare_statistics(page.variants[0][0]))

        return self.with_program(folder, make)

    def make_export(self, folder, _words):
        def make(program):
            file = os.path.join(folder, "out.cards")
            kind = find_format(program, ".cards")

            def run():
                # With what was learnt, as for merging; the log has no place in it.
                kind.do_export(file, used_for_merging_dbs=True)

            return Work(run, lambda: os.path.exists(file) and os.remove(file))

        return self.with_program(folder, make)

    def make_import(self, folder, _words):
        opened = []

        def close():
            while opened:
                opened.pop().finalise()
            shutil.rmtree(folder, ignore_errors=True)

        def before():
            close()
            opened.append(start(folder))

        def run():
            self.bring(opened[0])
            return opened[0].database().card_count()

        return Work(run, before, close)


if __name__ == "__main__":
    serve(Peer())
