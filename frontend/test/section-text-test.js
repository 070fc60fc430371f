import { sectionParts, sizeOf } from "../js/guide/section-text.js";
import { parseTicks, withTick } from "../js/base/ticks.js";
import { equal, test } from "./harness.js";
import { plain, pooled } from "./samples.js";

const card = (id) => `<lanes-card experiment="${id}"></lanes-card>`;
const shape = (parts) => parts.map(({ html, experiment }) => html ?? experiment.id);

test("cards stand where the text places them", () => {
  const html = `<p>one</p>\n${card("pooled")}\n<p>two</p>${card("plain")}`;
  equal(shape(sectionParts(html, [plain, pooled])), ["<p>one</p>\n", "pooled", "\n<p>two</p>", "plain"]);
});

test("what the text does not place follows it, once", () => {
  equal(shape(sectionParts(`<p>one</p>${card("pooled")}`, [plain, pooled])), ["<p>one</p>", "pooled", "plain"]);
  equal(shape(sectionParts(`${card("plain")}${card("plain")}`, [plain])), ["plain"]);
  equal(shape(sectionParts(null, [plain, pooled])), ["plain", "pooled"]);
});

test("a card of another section is left out", () => {
  equal(shape(sectionParts(`<p>one</p>${card("elsewhere")}<p>two</p>`, [])), ["<p>one</p>", "<p>two</p>"]);
});

test("a picture is told the caches for data, and the memory", () => {
  const caches = [
    { level: 1, kind: "instruction", bytes: 65536 },
    { level: 1, kind: "data", bytes: 32768 },
    { level: 2, kind: "unified", bytes: 1048576 },
  ];
  const machine = { caches, memoryBytes: 2 ** 33 };
  const sizes = ["L1", "L2", "L3", "memory", "disk"].map((name) => sizeOf(machine, name));
  equal(sizes, [32768, 1048576, null, 2 ** 33, null]);
  equal([sizeOf(null, "L1"), sizeOf(null, "memory")], [null, null]);
});

test("ticks come and go by name", () => {
  const two = withTick(withTick(new Set(), "one", true), "two", true);
  equal([...two], ["one", "two"]);
  equal([...withTick(two, "one", false)], ["two"]);
  equal([...parseTicks('["one",3]')], ["one"]);
  equal([...parseTicks("{"), ...parseTicks(null), ...parseTicks("{}")], []);
});
