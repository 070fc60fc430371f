import { parseDrafts, writeDrafts } from "../js/edit/draft-book.js";
import { byDrafts, byFiles, extender } from "../js/edit/edited-card.js";
import { patchOf } from "../js/edit/patch.js";
import { edited, inPiece, methodOf, pieceIn, placeOf, withBodyOf } from "../js/edit/pieces.js";
import { pieceOf, progressOf, solutionOf, taskOf, taskQuery, TASKS } from "../js/edit/task-list.js";
import { caseRows, raceRows } from "../js/answer/results.js";
import { defaultSettings, defaultView } from "../js/base/settings.js";
import { readLesson } from "../js/lesson/lesson-words.js";
import { equal, says, test, truthy } from "./harness.js";
import { plain } from "./samples.js";

const FILE = `package p;

final class A {
    static int one() {
        // first
        return 1;
    }

    @Deprecated static int two() {
        return 2;
    }

    static int three() {
        return 3;
    }
}
`;
const one = { file: "p/A.java", firstLine: 4, lastLine: 7, text: "static int one() {\n    // first\n    return 1;\n}" };
const two = { file: "p/A.java", firstLine: 9, lastLine: 11, text: "            static int two() {\n    return 2;\n}" };
const draft = ({ file, firstLine, text: before }, text) => ({ file, firstLine, before, text });
const longer = draft(one, "static int one() {\n    int a = 0;\n\n    a++;\n    return a;\n}");

test("a file with two drafts has both, with the white space of the original, and its other lines", () => {
  const { text, lost } = edited(FILE, [draft(two, "static int two() {\n    return 22;\n}"), longer]);
  equal(lost.length, 0);
  says(text, "final class A {\n    static int one() {\n        int a = 0;\n\n        a++;\n        return a;\n    }\n\n", "    @Deprecated static int two() {\n        return 22;\n    }\n", "return 3;\n    }\n}\n");
});

test("a draft follows its piece when lines above it come and go, and is lost when the piece has changed", () => {
  equal(placeOf(`// one more\n${FILE}`.split("\n"), { before: one.text, firstLine: 4 }), 4);
  const { text, lost } = edited(FILE.replace("return 1", "return 11"), [longer]);
  equal([text, lost], [FILE.replace("return 1", "return 11"), [longer]]);
});

test("a problem is found in the piece that it is in, by line and column of the piece", () => {
  const { places } = edited(FILE, [longer, draft(two, "            static int two() {\n    return x;\n}")]);
  const at = inPiece({ line: 12, column: 16 }, places);
  equal([at.draft.before, at.line, at.column], [two.text, 2, 12]);
  equal(inPiece({ line: 1, column: 1 }, places), null);
});

test("a piece is found in an edited file by the line that it begins with", () => {
  const { text } = edited(FILE, [longer]);
  equal(pieceIn(text, one), { text: longer.text, firstLine: 4, lastLine: 9 });
  equal(pieceIn(text, two).firstLine, 11);
  equal(pieceIn("class B {}", one), null);
});

test("a patch has hunks with three lines around each change", () => {
  const patch = patchOf("src/A.java", FILE, edited(FILE, [longer]).text);
  says(patch, "--- a/src/A.java\n+++ b/src/A.java\n@@ -2,8 +2,10 @@\n", "-        // first\n-        return 1;\n", "+        int a = 0;\n+\n+        a++;\n+        return a;\n");
  equal(patchOf("a", FILE, FILE), "");
  says(patchOf("a", "x\n", "x\ny"), "@@ -1 +1,2 @@\n x\n+y\n\\ No newline");
});

test("drafts come back from storage, and what nobody understands is left out", () => {
  equal(parseDrafts(writeDrafts([longer])), [longer]);
  equal(parseDrafts('{"version":1,"drafts":[{"file":1},null]}'), []);
  equal(parseDrafts("{"), []);
});

const codes = { slow: one, middle: two, fast: two };
const experiment = { ...plain };
const code = {
  ...plain,
  variants: plain.variants.map((variant) => ({ ...variant, code: [{ ...codes[variant.id], role: "variant" }] })),
};
const newCase = (key, more) => ({ key, variant: key.split("@")[0], pool: "sequential", workers: 1, iterations: [], ...more });

test("a draft makes an edited variant of each that shows its piece, and of no other", () => {
  const shown = extender()({ experiment, code, view: defaultView(plain), run: null }, byDrafts([longer]));
  equal(shown.experiment.variants.map(({ id }) => id), ["slow", "middle", "fast", "slow@edit"]);
  equal(shown.code.variants.at(-1).code[0].text, longer.text);
  equal(shown.code.variants.at(-1).asked, undefined);
});

test("an edited case is a row of its own, and without the edit's card it is none", () => {
  const run = {
    settings: defaultSettings(plain),
    edits: [{ file: "p/A.java", text: edited(FILE, [longer]).text }],
    cases: [newCase("slow"), newCase("fast"), newCase("slow@edit", { edited: true, speedup: { value: 2, low: 1.9, high: 2.1 } })],
  };
  const shown = extender()({ experiment, code, view: { ...defaultView(plain), right: "slow@edit" }, run }, byFiles(run.edits), run.edits);
  const rows = caseRows(shown.experiment, run.settings, shown.run);
  equal(rows.map(({ key }) => key), ["slow", "slow@edit", "fast"]);
  equal(new Set(rows.map(({ hue }) => hue)).size, 3);
  equal(raceRows(rows).length, 3);
  equal(rows[1].baseline, false);
  equal(shown.view.right, "slow@edit");
  equal(shown.code.variants.at(-1).asked, { variant: "slow", edits: run.edits });
  equal(caseRows(plain, run.settings, run).map(({ key }) => key), ["slow", "fast"]);
});

test("what a card shows stays the same object while only samples come in, and a view of a lost edit falls back", () => {
  const extend = extender();
  const change = byDrafts([longer]);
  const card = { experiment, code, view: defaultView(plain), run: null };
  const first = extend(card, change);
  truthy(extend({ ...card, run: { cases: [newCase("slow")] } }, change).code === first.code, "made anew");
  equal(extend({ ...card, view: { left: "slow@edit", right: "fast" } }, byDrafts([])).view.left, "slow");
});

test("the solution of a task is its own head with another's body", () => {
  equal(withBodyOf("int a(\n        int b) {\n    return b;\n}", "int c(int b) { // why\n    return 2 * b;\n}"), "int a(\n        int b) { // why\n    return 2 * b;\n}");
  const task = { variant: "slow", piece: "A.one", solution: { variant: "middle", piece: "A.two" } };
  equal(solutionOf(task, code.variants), "static int one() {\n    return 2;\n}");
  equal(methodOf(pieceOf(code.variants, "middle", "A.two")), "two");
  equal(solutionOf({ ...task, solution: undefined }, code.variants), null);
});

test("six tasks come back from their links with hint and solution", () => {
  equal(TASKS.length, 6);
  equal(new Set(TASKS.map(({ id }) => id)).size, 6);
  for (const task of TASKS) {
    const words = [...new URLSearchParams(taskQuery(task))];
    const known = [{ ...plain, id: task.experiment, variants: [{ id: task.variant, available: true }] }];
    const { edits, targets } = readLesson(words, known);
    const found = taskOf(edits[0], targets);
    equal([found.id, found.target, Boolean(found.hint), Boolean(found.solution)], [task.id, task.target, true, true]);
  }
});

test("a link to code that the experiment lacks opens none, and a target below one is none", () => {
  equal(readLesson([["edit", "plain:unknown"], ["target", "plain:0.5"], ["target", "unknown:2"]], [plain]), null);
  equal(taskOf({ experiment: "plain", variant: "slow", piece: null }, []).target, null);
});

test("a task is reached if the edit is fast enough and its results agree", () => {
  const run = (value, correct) => ({
    cases: [newCase("slow"), newCase("slow@edit", { edited: true, correct, speedupOverOriginal: { value, low: value, high: value } })],
  });
  const task = { variant: "slow", target: 4 };
  equal(progressOf(task, run(4.2, true)).state, "reached");
  equal(progressOf(task, run(3.9, true)).state, "not");
  equal(progressOf(task, run(4.2, null)).state, "not");
  equal(progressOf(task, run(4.2, false)).state, "wrong");
  equal(progressOf(task, null).state, "none");
  const { cases: [original, edit] } = run(4.2, true);
  equal(progressOf(task, { cases: [{ ...original, trust: { level: "doubtful" } }, edit] }).state, "doubtful");
  equal(progressOf(task, { cases: [original, { ...edit, trust: { level: "noisy" } }] }).state, "reached");
});
