/** A table as a cell's last expression shows its rows, and not how Arquero keeps them: imported for that. */
import { ColumnTable } from "arquero";
import { displaySymbol } from "../figure/display.ts";
import { tableFigure } from "./view_table.ts";

Object.defineProperty(ColumnTable.prototype, displaySymbol, {
  configurable: true,
  value(this: ColumnTable) {
    return tableFigure(this, {}, "names")[displaySymbol]();
  },
});
