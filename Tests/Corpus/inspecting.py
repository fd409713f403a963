"""What the corpora of files share: asking `blues inspect`, and the line that sums a corpus up."""

import concurrent.futures
import json
import os
import resource
import subprocess
import time


class Seen:
    """What `blues inspect FILE --rows` said of a file."""

    def __init__(self, binary, path, *arguments):
        environment = {"PATH": os.environ["PATH"]}
        start = time.monotonic()
        done = subprocess.run(
            [binary, "inspect", path, "--rows", "--format", "json", *arguments],
            capture_output=True, env=environment, timeout=60)
        self.seconds = time.monotonic() - start
        self.exit = done.returncode
        self.said = done.stderr.decode("utf-8", "replace")
        text = done.stdout.decode("utf-8")
        self.answer = json.loads(text) if text else {}

    @property
    def rows(self):
        """The header, where there is one, and the rows below it."""
        header = self.answer.get("header")
        return ([header] if header else []) + self.answer.get("rows", [])

    @property
    def problems(self):
        return self.answer.get("problems", [])

    @property
    def faults(self):
        """Problems for which an import would reject the row; the others are notes."""
        return [problem for problem in self.problems if problem.get("rule")]

    @property
    def is_sentence(self):
        """Whether a refusal is one clear sentence: no trace, no defect, exit 65."""
        lines = self.said.strip().split("\n")
        return self.exit == 65 and lines[0].startswith("blues: ") and "defect" not in lines[0]


def all_seen(binary, paths):
    """What is said of each file, as many at a time as the machine has processors."""
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        yield from pool.map(lambda path: Seen(binary, path), paths)


def most_memory():
    """Megabytes that the largest of the commands so far had in memory."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024


def sum_up(name, count, total, aim, what, notes=()):
    """Prints the line of a corpus and the exceptions below it; True when the aim is reached."""
    share = 100 * count / total if total else 0
    reached = share >= aim
    mark = "ok  " if reached else "FAIL"
    print(f"{mark} {name}: {count} of {total} {what} ({share:.2f} %, aim {aim:g} %)")
    for note in notes:
        print(f"       {note}")
    return reached
