/** A table of cases in the page: each is opened to its events. */
import { type CaseEvents, unpackCase } from "../../cases/case_data.ts";
import type { TableData } from "../../tables/table_data.ts";
import { caseDetail, detailStyle } from "../case_detail.ts";
import { html } from "../controls.ts";
import { showTable } from "../live_table.ts";

export { place } from "./table.ts";

export function show(stage: HTMLElement, data: TableData & CaseEvents): void {
  stage.append(html("style", {}, detailStyle));
  showTable(stage, data, {
    detail: (row) => caseDetail(unpackCase(data, row)),
    opener: "Events of the case",
  });
}
