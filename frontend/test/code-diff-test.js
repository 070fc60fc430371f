import { differingLines } from "../js/code/code-diff.js";
import { equal, test } from "./harness.js";

const sum = (name, outer, inner) => `@Benchmark
public float ${name}() {
    float sum = 0;
    for (int ${outer} = 0; ${outer} < size; ${outer}++) {
        for (int ${inner} = 0; ${inner} < size; ${inner}++) {
            sum += matrix[row * size + column];
        }
    }
    return sum;
}`;

test("the loops in another order are the difference", () => {
  const { left, right } = differingLines(sum("byColumns", "column", "row"), sum("byRows", "row", "column"));
  equal([left.size, right.size], [1, 1]);
  equal(
    [...left, ...right].every((line) => line === 3 || line === 4),
    true,
  );
});

test("a method's head, its comments and its frames never differ", () => {
  const text = sum("one", "row", "column");
  const other = `    // another comment\n${sum("two", "row", "column")}`;
  equal(differingLines(text, other), { left: new Set(), right: new Set() });
});

test("white space makes no difference", () => {
  const text = sum("one", "row", "column");
  equal(differingLines(text, text.replaceAll("    ", "\t")), { left: new Set(), right: new Set() });
});

test("an added line is marked on its side only", () => {
  const text = sum("one", "row", "column");
  const longer = text.replace("    return sum;", "    sum *= 2;\n    return sum;");
  equal(differingLines(text, longer), { left: new Set(), right: new Set([8]) });
});

test("nothing is marked where almost everything differs", () => {
  const other = "int f() {\n    a();\n    b();\n    c();\n    d();\n}";
  equal(differingLines(sum("one", "row", "column"), other), { left: new Set(), right: new Set() });
});
