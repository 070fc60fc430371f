import { isResultAddress, kindOf, readResultAddress, refIn, resultAddress } from "../js/result-address.js";
import { equal, test } from "./harness.js";

const ID = "abcdefgh234567ab";
const OTHER = "zzzzzzzz22223333";
const RECORDED = "recorded:epyc-2/row-vs-column";
const read = (path) => readResultAddress(new URL(path, "http://here/"));

test("one stored result has the short address", () => {
  equal(resultAddress([ID]), `/r/${ID}`);
  equal(read(`/r/${ID}`).refs, [ID]);
});

test("several results are listed in the fragment, which no server sees", () => {
  equal(resultAddress([ID, RECORDED]), `/r#r=${ID},${RECORDED}`);
  equal(read(`/r#r=${ID},${RECORDED}`).refs, [ID, RECORDED]);
  equal(read(`/r/${ID}#r=${OTHER}`).refs, [ID, OTHER]);
  equal(read(`/r/${ID}#r=${ID}`).refs, [ID]);
});

test("a packed result, the owner's secret and the gallery are read from the fragment", () => {
  equal(read("/r#v=1&z=AbC-_9").packed, { version: "1", text: "AbC-_9" });
  equal(read(`/r/${ID}#delete=s3cr3t`).secret, "s3cr3t");
  equal(read(`/r/${ID}`).secret, null);
  equal(read("/r#machines").machines, true);
});

test("only what begins with /r is an address of results", () => {
  equal(["/", "/r", "/r/", `/r/${ID}`, "/race", "/embed/x"].map((pathname) => isResultAddress({ pathname })), [
    ...[false, true, true, true, false, false],
  ]);
});

test("what is no reference is told from what is one", () => {
  equal([ID, RECORDED, "abc", `${ID}x`, "ABCDEFGH234567AB", "recorded:a/../b"].map(kindOf), [
    ...["stored", "recorded", null, null, null, null],
  ]);
});

test("a visitor may paste a whole link, a path or the id alone", () => {
  const texts = [`https://lanes.example/r/${ID}`, ` /r/${ID} `, ID, `https://x.example/embed/${ID}`];
  equal(texts.map(refIn), [ID, ID, ID, ID]);
  equal(["https://lanes.example/", "hello", ""].map(refIn), [null, null, null]);
});
