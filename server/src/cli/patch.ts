import { createTwoFilesPatch } from "diff";
import type { FixedFile } from "./fix.ts";

/** What fixes changed, as `git apply` and `patch -p1` read it. */
export const asPatch = (fixed: readonly FixedFile[]): string =>
  fixed
    .map(({ file, before, after }) => {
      const name = file.replaceAll("\\", "/").replace(/^\//, "");
      // The library begins with a line of `=` that neither program needs.
      return createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after).replace(/^=+\n/, "");
    })
    .join("");
