import assert from "node:assert/strict";
import { extension, open, openManifest } from "./editor.ts";

// Mocha runs the files in the order of their names, so that no manifest has been opened before.
suite("activation", () => {
  test("a YAML file that is not for Kubernetes starts nothing, and a manifest starts the server", async () => {
    await open("compose.yaml");
    assert.equal((await extension()).isRunning(), false);
    await openManifest("shop/deployment.yaml");
    assert.equal((await extension()).isRunning(), true);
  });
});
