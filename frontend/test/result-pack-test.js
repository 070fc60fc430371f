import { lengthInWords, pack, unpack } from "../js/results/result-pack.js";
import { equal, test, truthy } from "./harness.js";
import { resultOf } from "./shared-samples.js";

async function refusal(text, version = "1") {
  try {
    await unpack({ version, text });
    return null;
  } catch ({ message }) {
    return message;
  }
}

test("a packed result comes back as it was, times to seven digits", async () => {
  const result = resultOf(100.123456789);
  const text = await pack(result);
  truthy(/^[\w-]+$/.test(text), `the alphabet of URLs: ${text}`);
  const back = await unpack({ version: "1", text });
  equal(back.run.cases[1].score.median, 100.1235);
  equal(back.experiment, result.experiment);
  equal(back.run.seed, 7);
});

test("packing is worth it", async () => {
  const result = resultOf(100);
  truthy((await pack(result)).length < JSON.stringify(result).length / 2, "less than half");
});

test("a link that was cut off, or is of a later version, is refused in words", async () => {
  const text = await pack(resultOf(100));
  truthy((await refusal(text.slice(0, -20))).includes("cut off"), "cut off");
  truthy((await refusal("!!")).includes("cannot be read"), "no base64");
  truthy((await refusal(text, "2")).includes("version 2"), "version");
});

test("a browser that has no loop over a stream packs and unpacks all the same", async () => {
  const loop = ReadableStream.prototype[Symbol.asyncIterator];
  delete ReadableStream.prototype[Symbol.asyncIterator];
  try {
    const text = await pack(resultOf(100));
    equal((await unpack({ version: "1", text })).run.id, "k3f9");
  } finally {
    ReadableStream.prototype[Symbol.asyncIterator] = loop;
  }
});

test("a browser that cannot unpack is not taken for a link that was cut off", async () => {
  const text = await pack(resultOf(100));
  const { DecompressionStream } = globalThis;
  delete globalThis.DecompressionStream;
  try {
    const told = await refusal(text);
    truthy(told && !told.includes("cut off"), told);
  } finally {
    globalThis.DecompressionStream = DecompressionStream;
  }
});

test("a link that would unpack to something enormous is refused", async () => {
  const text = await pack({ blanks: " ".repeat(9_000_000) });
  truthy(text.length < 32_000, "short enough to be sent");
  truthy((await refusal(text)).includes("cannot be read"), "refused");
});

test("the length of a link is judged", () => {
  equal([8_000, 8_001, 32_000, 32_001].map((length) => lengthInWords(length).level), [
    ...["fits", "long", "long", "too-long"],
  ]);
  truthy(["40,000", "32,000"].every((number) => lengthInWords(40_000).text.includes(number)), "both lengths are told");
});
