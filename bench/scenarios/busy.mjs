import { openDocument, openFolder } from "../editor.mjs";
import { opened, timedEdit } from "./document.mjs";
import { isRight } from "./expect.mjs";

/** Typing in one document from the start on, while the server reads a folder of 10,000 files: it must not have to wait. */
export const busy = {
  name: "busy",
  variants: () => ["10000 files"],
  async run(context, _variant) {
    const { folder } = context.data.folder();
    const file = context.data.file("1 document");
    const server = await openFolder(context, folder);
    let isReading = true;
    const read = server.notification("$/progress", ({ value }) => value.kind === "end").then(() => (isReading = false));
    const document = openDocument(server, folder, "open.yaml", file.text);
    await opened(document, context, file);
    const firstMs = performance.now() - server.started;
    const wallMs = [];
    for (let index = 0; isReading; index++) {
      const toggled = index % 2 === 0;
      const edit = () => (toggled ? document.insert(file.places.toggle) : document.remove(file.places.toggle));
      const { took } = await timedEdit(document, edit, isRight(context.target, file.places, toggled));
      wallMs.push(took);
    }
    await read;
    return { firstMs: [firstMs], wallMs };
  },
};
