#!/usr/bin/env python3
"""Counts the instructions of four kernels under callgrind and fails where one takes over 3 % more than the baseline.

    Scripts/instruction-gate.py [--update]

Times differ from machine to machine and from run to run; counts of instructions do not. The kernels are those of
Benchmarks/Sources/kernel-run, built in release mode; a count is what running the kernel once takes beyond making its
graph. Only instructions of our own code and of Swift's runtime count: the C library picks its memcpy and exp by the
processor. The baseline (Benchmarks/instruction-counts.json) holds for one compiler, and with another one the counts are
shown and nothing fails. `--update` writes the counts of this run as the new baseline.

Needs valgrind. Exit code 0: within the limits or not comparable; 1: slower, or no baseline; 2: could not measure.
"""
import argparse
import collections
import json
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), ".."))
BASELINE = os.path.join(ROOT, "Benchmarks", "instruction-counts.json")
SWIFT = os.environ.get("SWIFT", "swift")
ALLOWED_PERCENT = 3.0
COUNTED = re.compile(r"/(kernel-run|libswift\w*\.so)$")


def output(command, **options):
    try:
        return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, **options).stdout
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"{getattr(error, 'stdout', None) or ''}instruction-gate: {error}", file=sys.stderr)
        sys.exit(2)


def compiler():
    """Version and target, such as "Swift version 6.3.1 (swift-6.3.1-RELEASE), x86_64-unknown-linux-gnu"."""
    text = output([SWIFT, "--version"], stderr=subprocess.DEVNULL)
    version = re.search(r"Swift version .*", text)
    target = re.search(r"Target: (\S+)", text)
    return f"{version[0].strip() if version else 'unknown'}, {target[1] if target else 'unknown'}"


def build():
    command = [SWIFT, "build", "-c", "release", "--package-path", os.path.join(ROOT, "Benchmarks")]
    output(command + ["--product", "kernel-run"])
    return os.path.join(output(command + ["--show-bin-path"]).strip(), "kernel-run")


# ---- Counting ------------------------------------------------------------------------------


def instructions(program, kernel, times):
    """The instructions of a whole run that were executed in our own code and in Swift's runtime."""
    with tempfile.TemporaryDirectory() as folder:
        report = os.path.join(folder, "callgrind.out")
        # Nothing of the surroundings may count: no settings of the user, no hash tables seeded anew.
        output(
            ["valgrind", "--tool=callgrind", "--command-line-only=yes", "--quiet", f"--callgrind-out-file={report}"]
            + [program, kernel, str(times)],
            env={"PATH": os.environ["PATH"], "SWIFT_DETERMINISTIC_HASHING": "1"} | loader_settings(),
        )
        with open(report, encoding="utf-8", errors="replace") as lines:
            counts = by_object(lines)
    return sum(count for name, count in counts.items() if COUNTED.search(name))


def loader_settings():
    return {name: os.environ[name] for name in ("LD_LIBRARY_PATH", "GLIBC_TUNABLES") if name in os.environ}


def by_object(lines):
    """How many instructions each object file executed itself, from a callgrind.out file.

    An object is given in full once, "ob=(3) /lib/libm.so.6", and then by its number, "ob=(3)"; cob= names that of a
    function called. A line of costs belongs to the last ob=; the line after calls= is what the call took inside.
    """
    names, counts = {}, collections.Counter()
    current, is_call = None, False
    for line in lines:
        if named := re.match(r"c?ob=\((\d+)\)(?: (.+))?", line):
            if named[2]:
                names[named[1]] = named[2].strip()
            if line.startswith("ob="):
                current = names[named[1]]
        elif line.startswith("calls="):
            is_call = True
        elif re.match(r"[-+*\d]", line):
            if not is_call:
                counts[current] += int(line.split()[-1])
            is_call = False
    return counts


# ---- Comparing -----------------------------------------------------------------------------


def percent(baseline, now):
    return 100 * (now - baseline) / baseline


def table(baseline, now):
    rows = [("kernel", "baseline", "now", "change")]
    for kernel in now | baseline:
        old, new = baseline.get(kernel), now.get(kernel)
        change = f"{percent(old, new):+.2f} %" if old and new else "-"
        rows.append((kernel, f"{old:,}" if old else "-", f"{new:,}" if new else "-", change))
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    return "\n".join(
        row[0].ljust(widths[0]) + "".join("  " + row[column].rjust(widths[column]) for column in (1, 2, 3)) for row in rows
    )


def verdict(baseline, now):
    """What to say of the counts, and the exit code."""
    renew = "Scripts/instruction-gate.py --update"
    if set(baseline) != set(now):
        return f"The kernels are not those of the baseline. Renew it: {renew}", 1
    slower = [kernel for kernel in now if percent(baseline[kernel], now[kernel]) > ALLOWED_PERCENT]
    faster = [kernel for kernel in now if percent(baseline[kernel], now[kernel]) < -ALLOWED_PERCENT]
    if slower:
        return (
            f"More than {ALLOWED_PERCENT:g} % slower: {', '.join(slower)}.\n"
            f"If the change is worth it, say why in its commit and renew the baseline: {renew}"
        ), 1
    if faster:
        return (
            f"Warning: more than {ALLOWED_PERCENT:g} % faster: {', '.join(faster)}.\n"
            f"Renew the baseline, so that the gain is kept: {renew}"
        ), 0
    return f"All kernels are within {ALLOWED_PERCENT:g} % of the baseline.", 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true", help="write the counts as the new baseline")
    update = parser.parse_args().update
    present = compiler()
    program = build()
    now = {k: instructions(program, k, 1) - instructions(program, k, 0) for k in output([program]).split()}
    baseline = {"compiler": None, "instructions": {}}
    if os.path.exists(BASELINE):
        with open(BASELINE, encoding="utf-8") as file:
            baseline = json.load(file)
    print(table(baseline["instructions"], now))
    if update:
        with open(BASELINE, "w", encoding="utf-8") as file:
            file.write(json.dumps({"compiler": present, "instructions": now}, indent=2) + "\n")
        print(f"This is now the baseline: {os.path.relpath(BASELINE)}")
    elif baseline["instructions"] and baseline["compiler"] != present:
        print(
            f"Not compared: the baseline was counted with\n  {baseline['compiler']}\nand this is\n  {present}\n"
            "Whoever has the new compiler for good renews it: Scripts/instruction-gate.py --update"
        )
    else:
        text, code = verdict(baseline["instructions"], now)
        print(text, file=sys.stderr if code else sys.stdout)
        sys.exit(code)


if __name__ == "__main__":
    main()
