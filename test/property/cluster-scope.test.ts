import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { clusterScopes } from "../../server/src/workspace/cluster-scope.ts";
import { NO_CONFIGURATION } from "../../server/src/workspace/configuration.ts";
import { type FileId, fileId } from "../../server/src/workspace/file.ts";
import { ResourceIndex } from "../../server/src/workspace/index.ts";
import { belongTogether, keptApart } from "../../server/src/workspace/scopes.ts";

const ROOT = "file:///shop";
const folders = fc.array(fc.constantFrom("a", "a-b", "b", "dev", "prod", "overlays"), { maxLength: 4 });
const files = fc.uniqueArray(
  fc
    .tuple(folders, fc.constantFrom("one.yaml", "two.yaml", "Chart.yaml"))
    .map(([steps, name]) => [ROOT, ...steps, name].join("/")),
  { minLength: 2, maxLength: 25 },
);

test("the files of a cluster are those that a look at every file finds", () => {
  let [inside, outside] = [0, 0];
  fc.assert(
    fc.property(files, fc.nat(), (paths, chosen) => {
      const index = new ResourceIndex();
      const all = paths.map((path): FileId => fileId(path));
      for (const file of all) index.put(file, []);
      const [gone] = all;
      if (gone) index.remove(gone);
      const left = all.slice(1);
      const file = left[chosen % left.length] ?? fileId(`${ROOT}/a.yaml`);
      const asking = { root: ROOT, configuration: NO_CONFIGURATION, defaultNamespace: "default" };
      const here = index.scopes.place(file);
      const wanted = left.filter((each) => {
        const place = index.scopes.place(each);
        return !keptApart(here, place) && belongTogether(here, place);
      });
      const found = clusterScopes(index, file, asking).map((scope) => scope.files());
      assert.deepEqual(found, [wanted.sort()]);
      inside += wanted.length;
      outside += left.length - wanted.length;
    }),
    { numRuns: 200 },
  );
  assert.ok(inside > 300 && outside > 300, `${inside} inside, ${outside} outside`);
});
