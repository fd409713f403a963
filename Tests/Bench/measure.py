#!/usr/bin/env python3
"""Runs commands in turn, several rounds, and prints medians, ratios and peak memory.

Reads a plan as JSON from standard input: groups of cases; the first case of a group is what the
others are measured against. A case is {"name", "words", "before"?, "good"?: exit codes,
"aim"?: the ratio of wall time to reach, "cpu_aim"?: that of processor time, "mb_aim"?: most MB}.
"""

import json
import os
import resource
import shutil
import statistics
import sys
import time


def run(case):
    """One run: wall seconds, processor seconds, peak memory in MB."""
    for source, target in case.get("before", {}).items():
        for ending in ("", "-wal", "-shm"):
            if os.path.exists(target + ending):
                os.remove(target + ending)
        if source:
            shutil.copyfile(source, target)
    start = time.perf_counter()
    process = os.posix_spawn(
        case["words"][0], case["words"], os.environ,
        file_actions=[
            (os.POSIX_SPAWN_OPEN, 0, "/dev/null", os.O_RDONLY, 0),
            (os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0),
            (os.POSIX_SPAWN_OPEN, 2, "/dev/null", os.O_WRONLY, 0),
        ])
    _, status, usage = os.wait4(process, 0)
    wall = time.perf_counter() - start
    code = os.waitstatus_to_exitcode(status)
    if code not in case.get("good", [0]):
        sys.exit(f"{case['name']} ended with {code}: {' '.join(case['words'])}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    def held(value, aim):
        return f"  aim {aim:.2f}: {'reached' if value <= aim else 'MISSED'}"

    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    for group in json.load(sys.stdin):
        cases, results = group["cases"], {case["name"]: [] for case in group["cases"]}
        for case in cases:
            if group.get("warm", True):
                run(case)
        for _ in range(group["rounds"]):
            for case in cases:
                results[case["name"]].append(run(case))
        print(f"\n{group['title']} (medians of {group['rounds']}, run in turn)")
        print(
            f"  {'':44}{'ms':>10}{'ratio':>8}{'least':>10}{'cpu ms':>10}{'ratio':>8}{'MB':>8}")
        base, base_cpu = (
            statistics.median(run[part] for run in results[cases[0]["name"]]) for part in (0, 1))
        for case in cases:
            walls, cpus, peaks = zip(*results[case["name"]])
            middle, cpu = statistics.median(walls), statistics.median(cpus)
            # A process is born with the peak of the one that starts it.
            peak = f"{max(peaks):.1f}" if max(peaks) > own * 1.02 else f"<{own:.0f}"
            aims = ""
            if "aim" in case:
                aims += held(middle / base, case["aim"])
            if "cpu_aim" in case:
                aims += held(cpu / base_cpu, case["cpu_aim"]) + " (cpu)"
            if "mb_aim" in case:
                aims += held(max(peaks), case["mb_aim"]) + " (MB)"
            print(
                f"  {case['name']:44}{middle * 1e3:10.1f}{middle / base:8.2f}"
                f"{min(walls) * 1e3:10.1f}{cpu * 1e3:10.1f}{cpu / base_cpu:8.2f}{peak:>8}{aims}",
                flush=True)


if __name__ == "__main__":
    main()
