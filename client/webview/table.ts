import type { DiagramTable } from "../../server/src/protocol/messages.ts";
import { element } from "./dom.ts";

/** The picture as rows, sorted by any column; a row leads to the YAML as its arrow does. */
export function tableOf(
  { columns, rows }: DiagramTable,
  language: "en" | "vi",
  caption: string,
  reveal: (id: string) => void,
): HTMLElement {
  const body = element("tbody");
  for (const { id, cells } of rows) {
    const row = element(
      "tr",
      { tabindex: "0", "data-id": id },
      ...cells.map((cell) => element("td", {}, cell[language])),
    );
    row.addEventListener("click", () => reveal(id));
    row.addEventListener("keydown", (event) => {
      if (event.key === "Enter") reveal(id);
      if (event.key === "ArrowDown" && row.nextElementSibling instanceof HTMLElement) row.nextElementSibling.focus();
      if (event.key === "ArrowUp" && row.previousElementSibling instanceof HTMLElement)
        row.previousElementSibling.focus();
    });
    body.append(row);
  }
  const heads = columns.map((column, index) => {
    const button = element("button", { type: "button" }, column[language]);
    const head = element("th", { scope: "col" }, button);
    button.addEventListener("click", () => sort(head, index));
    return head;
  });
  function sort(head: HTMLElement, index: number): void {
    const down = head.getAttribute("aria-sort") === "ascending";
    for (const other of heads) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const textAt = (row: Element): string => row.children[index]?.textContent ?? "";
    const sorted = [...body.children].sort((a, b) => textAt(a).localeCompare(textAt(b), undefined, { numeric: true }));
    body.append(...(down ? sorted.reverse() : sorted));
  }
  return element("table", {}, element("caption", {}, caption), element("thead", {}, element("tr", {}, ...heads)), body);
}
