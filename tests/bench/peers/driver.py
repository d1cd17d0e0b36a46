"""What the Python sides of `npm run bench:peers` share: requests and answers as lines of JSON, and the clock.

A side has `load(folder, package)`, which makes its collection of a package and answers with words on how it keeps it,
and `begin(op, folder, words)`, which gives the work of an operation on a copy of that collection: `before()` is not
timed, `run()` is, and what `run()` answers with (a number, or nothing) can be compared with the other sides.
"""

import json
import os
import sys
import time


class Work:
    """One operation. Its names can be set one by one."""

    def __init__(self, run, before=lambda: None, close=lambda: None):
        self.run = run
        self.before = before
        self.close = close


def serve(side):
    answers = sys.stdout
    # What a library prints is none of the answers.
    sys.stdout = open(os.devnull, "w")
    work = None
    for line in sys.stdin:
        request = json.loads(line)
        do = request.pop("do")
        answer = {}
        if do == "load":
            answer["about"] = side.load(**request)
        elif do == "begin":
            work = side.begin(**request)
            answer["can"] = work is not None
        elif do == "time":
            answer = measure(work, **request)
        elif do == "end":
            work.close()
        print(json.dumps(answer), file=answers, flush=True)


def measure(work, repetitions):
    times = []
    results = []
    for _ in range(repetitions):
        work.before()
        start = time.perf_counter()
        result = work.run()
        times.append((time.perf_counter() - start) * 1000)
        results.append(result if isinstance(result, int) else None)
    return {"times": times, "results": results}
