"""Prints several documents in one start of WeasyPrint, as many at once as there are processors.

Each argument is one document: its number, the descriptors to read and to write, the seconds since 1970
that are taken for now, the seconds that it may take, and the options of WeasyPrint's command line. The
numbers of those that are printed are said, a line each. One that fails says nothing: it is printed again
by itself, which tells why.
"""
import sys

# Only what is installed with Python: the current folder may hold a file of such a name.
sys.path = [folder for folder in sys.path if folder]

import os
import signal

from weasyprint.__main__ import main

running = {}


def print_one(source, target, instant, seconds, *options):
    signal.alarm(int(seconds))
    os.environ["SOURCE_DATE_EPOCH"] = instant
    os.dup2(int(source), 0)
    os.dup2(int(target), 1)
    main(list(options))
    sys.stdout.flush()


def end_one():
    process, status = os.wait()
    number = running.pop(process)
    if status == 0:
        print(number, flush=True)


for document in sys.argv[1:]:
    if len(running) == len(os.sched_getaffinity(0)):
        end_one()
    number, *words = document.split("\t")
    process = os.fork()
    if process == 0:
        try:
            print_one(*words)
            os._exit(0)
        except BaseException:
            os._exit(1)
    running[process] = number
while running:
    end_one()
