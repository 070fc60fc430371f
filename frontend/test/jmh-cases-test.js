import { chartNames, keyOf, middleOut, toldApart } from "../js/results/jmh-cases.js";
import { equal, test, truthy } from "./harness.js";

const tells = (benchmark, more = {}) => ({ benchmark, mode: "avgt", threads: 1, where: null, params: {}, copy: 1, ...more });
const labels = (...cases) => toldApart(cases).map(({ label }) => label);

test("a key is the same whatever the order of the parameters, and another for all that differs", () => {
  const one = tells("a.B.c", { params: { x: "1", y: "2" } });
  equal(keyOf(one), keyOf({ ...one, params: { y: "2", x: "1" } }));
  const others = [{ mode: "thrpt" }, { threads: 2 }, { benchmark: "a.C.c" }, { params: { x: "1" } }, { copy: 2 }];
  equal(new Set([one, ...others.map((change) => ({ ...one, ...change }))].map(keyOf)).size, 6);
});

test("a label says what differs and leaves out what all share", () => {
  equal(labels(tells("org.a.X.get")), ["get"]);
  equal(labels(tells("org.a.X.get"), tells("org.b.X.get")), ["a.X.get", "b.X.get"]);
  equal(labels(tells("a.B.c", { threads: 1 }), tells("a.B.c", { threads: 8 })), ["c, 1 thread", "c, 8 threads"]);
  equal(labels(tells("a.B.c", { params: { n: "1", k: "x" } }), tells("a.B.c", { params: { n: "2", k: "x" } })), [
    ...["c, n 1", "c, n 2"],
  ]);
});

test("a chart's names drop what all share, then the parameters' names, then the rest that does not tell", () => {
  const named = (...params) => chartNames(toldApart(params.map((one) => tells("a.B.aLongMethodName", { params: one }))));
  equal(named({ n: "1" }, { n: "2" }), { names: ["n 1", "n 2"], of: [] });
  const long = ["jetty", "netty"].map((transport) => ({ transport, payloadSizeInBytes: transport.length + transport }));
  equal(named(...long), { names: ["jetty, 5jetty", "netty, 5netty"], of: ["transport", "payloadSizeInBytes"] });
  const types = ["First", "Second"].map((type) => ({ type: `org.example.somewhere.far.away.${type}Implementation` }));
  truthy(named(...types).names.every((name) => name.length <= 26), "short");
  equal(new Set(named(...types).names).size, 2);
});

test("names that are alike at both ends are numbered", () => {
  const cases = ["1", "2"].map((at) => ({ label: `${"begin".repeat(9)}${at}${"end".repeat(9)}` }));
  const { names } = chartNames(cases);
  equal([new Set(names).size, names.every((name) => name.length <= 26)], [2, true]);
  equal(middleOut("abcdefghij", 5), "ab…ij");
});
