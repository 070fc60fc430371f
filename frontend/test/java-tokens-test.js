import { javaLines } from "../js/java-tokens.js";
import { equal, test } from "./harness.js";

/** Only the parts that have a colour, as "kind:text". */
const coloured = (code) =>
  javaLines(code).map((line) => line.filter(({ kind }) => kind).map(({ kind, text }) => `${kind}:${text}`));
const only = (code) => coloured(code)[0];

test("no character of the code is lost or added", () => {
  const code = [
    "class A<T> {",
    "",
    "  /* a",
    " b */ int[] x() { return \"\\\"\" + '\\'' + \"\"\"",
    " t",
    ' """; } // end',
    "}",
    '#\u00e9 "open',
  ].join("\n");
  const text = javaLines(code)
    .map((line) => line.map((part) => part.text).join(""))
    .join("\n");
  equal(text, code);
});

test("keywords, types, literals and plain names", () => {
  equal(only("final float sum = 1.5e-3f + 0xFF_L * x;"), [
    "keyword:final",
    "keyword:float",
    "literal:1.5e-3f",
    "literal:0xFF_L",
  ]);
  equal(only("FloatVector v = SPECIES.zero(null);"), ["type:FloatVector", "literal:null"]);
});

test("a method has a title where it is declared, not where it is called", () => {
  equal(only("public static float[] rows(int n)"), [
    "keyword:public",
    "keyword:static",
    "keyword:float",
    "title:rows",
    "keyword:int",
  ]);
  equal(only("List<T> all(); void go();"), ["type:List", "type:T", "title:all", "keyword:void", "title:go"]);
  equal(only("return sum(x) + a.b(c) > max(d);"), ["keyword:return"]);
});

test("a keyword inside a name, a string or a comment is none", () => {
  equal(only('format("int // no") + interval'), ['literal:"int // no"']);
  equal(only("x // for 2"), ["comment:// for 2"]);
});

test("comments and text blocks colour each of their lines", () => {
  equal(coloured("/* one\n two */ int"), [["comment:/* one"], ["comment: two */", "keyword:int"]]);
  equal(coloured('"""\n if\n """'), [['literal:"""'], ["literal: if"], ['literal: """']]);
  equal(coloured("/// doc\n@Override\nvoid"), [["comment:/// doc"], ["meta:@Override"], ["keyword:void"]]);
});

test("what is not closed does not colour the lines after it", () => {
  equal(coloured('"open\nint'), [['literal:"open'], ["keyword:int"]]);
});
