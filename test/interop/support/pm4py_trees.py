"""Discovers process trees with PM4Py's inductive miner. Asked by JSON on stdin, answers in JSON on stdout."""
import json
import sys
from collections import Counter

from pm4py.algo.discovery.inductive.dtypes.im_ds import IMDataStructureUVCL
from pm4py.algo.discovery.inductive.variants.im import IMUVCL
from pm4py.algo.discovery.inductive.variants.imf import IMFUVCL
from pm4py.objects.process_tree.utils.generic import fold


def tree(variants, noise):
    log = IMDataStructureUVCL(Counter({tuple(trace): count for trace, count in variants}))
    parameters = {"noise_threshold": noise}
    miner = IMFUVCL(parameters) if noise > 0 else IMUVCL(parameters)
    found = fold(miner.apply(log, parameters))
    # A tree of one activity is written without its quotes.
    return f"'{found.label}'" if found.operator is None and found.label is not None else str(found)


with_stdout, sys.stdout = sys.stdout, sys.stderr
answers = [[tree(one["variants"], noise) for noise in one["noise"]] for one in json.load(sys.stdin)]
# A line of its own: PM4Py greets before it answers.
with_stdout.write("\n" + json.dumps(answers))
