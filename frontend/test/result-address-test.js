import { comparisonLink, itemIn, kindOf, readResultAddress, resultAddress } from "../js/results/result-address.js";
import { isResultAddress } from "../js/base/url-state.js";
import { equal, test } from "./harness.js";

const ID = "abcdefgh234567ab";
const OTHER = "zzzzzzzz22223333";
const RECORDED = "recorded:epyc-2/row-vs-column";
const read = (path) => readResultAddress(new URL(path, "http://here/"));
const refsIn = (path) => read(path).items.map(({ ref }) => ref);
const refs = (...all) => all.map((ref) => ({ ref }));
const packed = (text) => ({ packed: { version: "1", text } });
const file = (text) => ({ file: { version: "1", text } });

test("one stored result has the short address", () => {
  equal(resultAddress(refs(ID)), `/r/${ID}`);
  equal(refsIn(`/r/${ID}`), [ID]);
});

test("a result has its address below any path that a proxy strips", () => {
  equal(refsIn(`/demo/r/${ID}`), [ID]);
  equal(refsIn(`/r/embed/${ID}`), [ID]);
  equal(refsIn("/demo/r"), []);
  equal(itemIn(`https://example.org/a/b/r/${ID}#delete=x`), { ref: ID });
});

test("several results are listed in the fragment, which no server sees", () => {
  equal(resultAddress(refs(ID, RECORDED)), `/r#r=${ID},${RECORDED}`);
  equal(refsIn(`/r#r=${ID},${RECORDED}`), [ID, RECORDED]);
  equal(refsIn(`/r/${ID}#r=${OTHER}`), [ID, OTHER]);
  equal(refsIn(`/r/${ID}#r=${ID}`), [ID]);
});

test("a packed result, the owner's secret and the gallery are read from the fragment", () => {
  equal(read("/r#v=1&z=AbC-_9").items, [packed("AbC-_9")]);
  equal(read(`/r/${ID}#delete=s3cr3t`).secret, "s3cr3t");
  equal(read(`/r/${ID}`).secret, null);
  equal(read("/r#machines").machines, true);
});

test("what is packed stands between references in the order of the chart", () => {
  const items = [packed("Aa"), ...refs(ID), file("Bb"), packed("Cc")];
  equal(resultAddress(items), `/r#v=1&z=Aa&r=${ID}&f=Bb&z=Cc`);
  equal(read(resultAddress(items)).items, items);
});

test("a link that would be too long leaves out what is longest, and says what", () => {
  const parts = [
    { name: "mine", item: packed("a".repeat(60)) },
    { name: "theirs", item: { ref: ID } },
    { name: "before.json", item: file("b".repeat(90)) },
  ];
  equal(comparisonLink(parts, 300).left, []);
  equal(comparisonLink(parts, 120), { address: `/r#v=1&z=${"a".repeat(60)}&r=${ID}`, left: ["before.json"] });
  equal(comparisonLink(parts, 20), { address: `/r/${ID}`, left: ["before.json", "mine"] });
});

test("only what begins with /r is an address of results", () => {
  equal(["/", "/r", "/r/", `/r/${ID}`, "/race", "/embed/x"].map((pathname) => isResultAddress(pathname)), [
    ...[false, true, true, true, false, false],
  ]);
});

test("what is no reference is told from what is one", () => {
  equal([ID, RECORDED, "abc", `${ID}x`, "ABCDEFGH234567AB", "recorded:a/../b", "run:k3-F9"].map(kindOf), [
    ...["stored", "recorded", null, null, null, null, "run"],
  ]);
});

test("a visitor may paste a whole link, a path or the id alone", () => {
  const texts = [`https://lanes.example/r/${ID}`, ` /r/${ID} `, ID, `https://x.example/embed/${ID}`];
  equal(texts.map(itemIn), refs(ID, ID, ID, ID));
  equal(["https://lanes.example/", "hello", ""].map(itemIn), [null, null, null]);
});
