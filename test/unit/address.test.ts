import assert from "node:assert/strict";
import { test } from "node:test";
import { parseAddress, writeAddress } from "../../server/src/base/address.ts";

const written = (text: string): string | undefined => {
  const address = parseAddress(text);
  return address && writeAddress(address);
};

test("addresses are written as everybody writes them", () => {
  for (const [text, canonical] of [
    ["10.0.0.1", "10.0.0.1"],
    ["010.000.000.001", "10.0.0.1"],
    ["2001:DB8:0:0:0:0:0:1", "2001:db8::1"],
    ["1:0:0:2:0:0:0:3", "1:0:0:2::3"],
    ["::ffff:10.0.0.1", "::ffff:a00:1"],
    ["::", "::"],
    ["1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"],
  ] as const)
    assert.equal(written(text), canonical, text);
});

test("what is no address is none", () => {
  for (const text of [
    "",
    "10.0.0",
    "10.0.0.256",
    "1.2.3.4::",
    "1:2:3",
    ":::",
    "1::2::3",
    "12345::",
    "::1.2.3",
    "fe80::1%eth0",
  ])
    assert.equal(written(text), undefined, text);
});
