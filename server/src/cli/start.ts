#!/usr/bin/env node
import * as nodeModule from "node:module";

const WRITE_AFTER_MS = 3_000;

/** Node 22 has these; the types are those of Node 20. */
const { enableCompileCache, flushCompileCache } = nodeModule as {
  readonly enableCompileCache?: () => void;
  readonly flushCompileCache?: () => void;
};

// Compiled code is kept between runs, in the system's folder for temporary files: the server then starts in two thirds of
// the time. It is written early, because editors do not always let a server end by itself.
enableCompileCache?.();
if (flushCompileCache) setTimeout(flushCompileCache, WRITE_AFTER_MS).unref();

import("./main.ts").then(({ main }) => main(__dirname));
