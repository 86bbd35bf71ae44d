"""Runs cells of logs, a display and a result by nbclient, and counts what is not where it belongs.

Prints one JSON document: {"outputs", "missing", "misplaced", "lines", "seconds"}.
"""
import json
import re
import sys
import time

import nbformat
from nbclient import NotebookClient

CELLS, LOGS, REPEATS, LINES = (int(number) for number in sys.argv[1:5])

CELL = """for (let i = 0; i < {logs}; i++) console.log(`<{cell}.${{i}}>`);
await Deno.jupyter.display({{ [Symbol.for("Jupyter.display")]: () => ({{ "text/plain": "<{cell}.display>" }}) }});
"<{cell}.result>";"""

cells = [nbformat.v4.new_code_cell(CELL.format(cell=c, logs=LOGS)) for c in range(CELLS)]
cells.append(nbformat.v4.new_code_cell(f"for (let i = 0; i < {LINES}; i++) console.log(`<line ${{i}}>`);"))
notebook = nbformat.v4.new_notebook(cells=cells)


def said(cell):
    """The marks among a cell's outputs, in order, each with the kind of output that carried it."""
    for output in cell.outputs:
        kind = output.output_type
        text = output.text if kind == "stream" else output.get("data", {}).get("text/plain", str(output))
        for mark in re.findall(r"<([^>]*)>", text):
            yield kind, mark


client = NotebookClient(notebook, kernel_name="tracebook", timeout=120)
missing = misplaced = lines = 0
began = time.monotonic()
with client.setup_kernel():
    for repeat in range(REPEATS):
        for index in range(CELLS):
            client.execute_cell(notebook.cells[index], index)
        # Only now: what comes late, comes under a later cell.
        for index in range(CELLS):
            expected = [("stream", f"{index}.{i}") for i in range(LOGS)]
            expected += [("display_data", f"{index}.display"), ("execute_result", f"{index}.result")]
            found = list(said(notebook.cells[index]))
            missing += len(set(expected) - set(found))
            misplaced += len([mark for mark in found if mark not in expected])
            in_order = [mark for mark in found if mark in expected]
            misplaced += sum(a != b for a, b in zip(in_order, [mark for mark in expected if mark in found]))
    seconds = time.monotonic() - began
    client.execute_cell(notebook.cells[CELLS], CELLS)
    found = [mark for _, mark in said(notebook.cells[CELLS])]
    lines = sum(a == f"line {i}" for i, a in enumerate(found)) if len(found) == LINES else len(found)

print(json.dumps({
    "outputs": CELLS * (LOGS + 2) * REPEATS,
    "missing": missing,
    "misplaced": misplaced,
    "lines": lines,
    "seconds": round(seconds, 1),
}))
