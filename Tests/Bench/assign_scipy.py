#!/usr/bin/env python3
"""Solves FOLDER/scores.npy by scipy, a column for each place: assign_scipy.py FOLDER."""

import sys
import time

import numpy
from scipy.optimize import linear_sum_assignment

costs = numpy.load(f"{sys.argv[1]}/scores.npy")
start = time.perf_counter()
rows, columns = linear_sum_assignment(costs)
print(-costs[rows, columns].sum() / 100, time.perf_counter() - start)
