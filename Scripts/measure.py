#!/usr/bin/env python3
"""Times whole commands for Scripts/bench: median CPU seconds, wall seconds and peak memory of each, and the ratio to
`sqlite3 .import`. CPU seconds count; wall seconds depend on what else the machine does.

usage: measure.py EARSHOT COMMENTS RUNS
"""
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time


def measure(command, cwd):
    """CPU seconds, wall seconds and peak resident megabytes of one run, children included."""
    begin = time.monotonic()
    process = subprocess.Popen(command, cwd=cwd, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{command[0]} ended with {status}")
    return usage.ru_utime + usage.ru_stime, time.monotonic() - begin, usage.ru_maxrss / 1024


def has_yardstick():
    probe = "import polars, sklearn, vaderSentiment, jinja2"
    return subprocess.run([sys.executable, "-c", probe], capture_output=True).returncode == 0


def main(earshot, comments, runs):
    scale = os.environ["EARSHOT_SCALE"]
    earshot = os.path.abspath(earshot)
    work = tempfile.mkdtemp(prefix="earshot-bench-")
    try:
        corpus = os.path.join(work, "corpus")
        subprocess.run([sys.executable, f"{scale}/make_corpus.py", str(comments), corpus], check=True)
        meeting = os.path.join(work, "meeting")
        os.makedirs(f"{meeting}/threads")
        shutil.copy(f"{corpus}/items.csv", f"{meeting}/agenda.csv")
        os.link(f"{corpus}/comments.csv", f"{meeting}/threads/comments.csv")
        size = os.path.getsize(f"{corpus}/comments.csv") / 1e6
        print(f"{comments} comments, {size:.0f} MB, {runs} runs; medians")
        jobs = [
            ("sqlite3 .import", ["sqlite3", "fresh.db", ".mode csv", f".import {corpus}/comments.csv c"], ["fresh.db"]),
            ("earshot brief", [earshot, "brief", meeting, "--quiet"], ["earshot.sqlite", "Exports"]),
            ("earshot brief again", [earshot, "brief", meeting, "--quiet"], []),
        ]
        if has_yardstick():
            jobs.append(("yardstick script", [sys.executable, f"{scale}/baseline.py", corpus, "yardstick", "1"], []))
        base = None
        print(f"{'':22}{'CPU s':>9}{'wall s':>9}{'peak MB':>9}{'x import':>10}")
        for name, command, clear in jobs:
            results = []
            for _ in range(runs):
                for path in clear:
                    target = os.path.join(work, path)
                    shutil.rmtree(target) if os.path.isdir(target) else os.path.exists(target) and os.remove(target)
                results.append(measure(command, work))
            cpu, wall, peak = (statistics.median(column) for column in zip(*results))
            base = base or cpu
            print(f"{name:22}{cpu:9.2f}{wall:9.2f}{peak:9.0f}{cpu / base:10.1f}", flush=True)
    finally:
        shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
