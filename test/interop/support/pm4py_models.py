"""Reads models with PM4Py and aligns traces with them. Asked by JSON on stdin, answers in JSON on stdout."""
import json
import sys

import pandas
import pm4py


def net_of(path):
    if path.endswith(".pnml"):
        return pm4py.read_pnml(path)
    if path.endswith(".ptml"):
        return pm4py.convert_to_petri_net(pm4py.read_ptml(path))
    return pm4py.convert_to_petri_net(pm4py.read_bpmn(path))


def aligned(path, log):
    net, initial, final = net_of(path)
    diagnostics = pm4py.conformance_diagnostics_alignments(log, net, initial, final)
    return {
        "labels": sorted(t.label for t in net.transitions if t.label is not None),
        "costs": [int(one["cost"]) // 10000 for one in diagnostics],
        "fitness": [one["fitness"] for one in diagnostics],
    }


def log_of(traces):
    rows = [(f"{c:05d}", activity, i) for c, trace in enumerate(traces) for i, activity in enumerate(trace)]
    frame = pandas.DataFrame(rows, columns=["case:concept:name", "concept:name", "time:timestamp"])
    frame["time:timestamp"] = pandas.to_datetime(frame["time:timestamp"], unit="s", utc=True)
    return frame


answers = []
with_stdout, sys.stdout = sys.stdout, sys.stderr
for question in json.load(sys.stdin):
    log = log_of(question["traces"])
    answers.append({"tree": str(pm4py.read_ptml(question["tree"])) if "tree" in question else None,
                    "models": [aligned(path, log) for path in question["models"]]})
json.dump(answers, with_stdout)
