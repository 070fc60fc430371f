import { bars, isDeep, methods, speedscope } from "../js/look/flame.js";
import { explained } from "../js/look/mnemonics.js";
import { difference, isOtherCompilation, loopReason, measuredApart } from "../js/look/turn-words.js";
import { equal, says, test, truthy } from "./harness.js";

const turn = (more) => ({
  instructions: 20, numbers: 16, lanes: 1, bits: 32, work: [], sums: 1, loads: 2, stores: 0, gathers: 0,
  boundsChecks: 0, branches: 0, calls: 0, allocations: 0, polls: 0, spills: 0, atomics: 0, ...more,
});

test("the difference of two loops names lanes, sums and what only one of them has", () => {
  const scalar = { label: "Loop", turn: turn({ numbers: 1, boundsChecks: 1 }) };
  const lanes = { label: "Lanes", turn: turn({ numbers: 64, lanes: 16, bits: 512, sums: 4 }) };
  const sentence = difference(lanes, scalar);
  says(sentence, "Lanes", "16", "4", "Loop", "one", "1 sum", "1 bounds check");
  truthy(!sentence.includes("undefined"), sentence);
});

test("loops that are alike are said to be alike, and one loop has no difference", () => {
  const one = { label: "A", turn: turn() };
  equal(difference(one, { label: "A", turn: turn() }), "");
  equal(difference(one, { label: "B", turn: undefined }), "");
  truthy(difference(one, { label: "B", turn: turn() }) !== "", "two alike are told, too");
});

test("loops of equal width differ in the numbers of a turn", () => {
  says(difference({ label: "A", turn: turn({ numbers: 8 }) }, { label: "B", turn: turn({ numbers: 16 }) }), "A", "8 numbers", "B", "16 numbers");
});

test("an atomic instruction tells loops apart, and an old listing that counted none has none", () => {
  const alone = { label: "Alone", turn: turn({ lanes: 0, numbers: 0 }) };
  const shared = { label: "Shared", turn: turn({ lanes: 0, numbers: 0, atomics: 1 }) };
  says(difference(alone, shared), "Shared", "1 atomic instruction");
  truthy(!difference({ label: "Old", turn: turn({ atomics: undefined }) }, alone).includes("atomic"), "not counted");
});

test("a difference of loops is a reason only of a clear ratio that it explains", () => {
  const scalar = { label: "Loop", turn: turn({ numbers: 1, boundsChecks: 1 }), nsPerOp: 900 };
  const lanes = { label: "Lanes", turn: turn({ numbers: 64, lanes: 16, bits: 512, sums: 4 }), nsPerOp: 100 };
  const gain = { value: 9, low: 8.5, high: 9.5 };
  says(loopReason(lanes, scalar, gain), "Lanes", "16", "Loop");
  says(loopReason(scalar, lanes, { value: 0.11, low: 0.1, high: 0.12 }), "Loop", "Lanes", "16");
  equal(loopReason(scalar, lanes, gain), "", "more instructions for a number explain no gain");
  equal(loopReason(lanes, scalar, { value: 1.1, low: 0.9, high: 1.3 }), "", "no clear ratio");
  equal(loopReason(lanes, scalar, null), "", "no ratio");
  equal(loopReason({ ...lanes, turn: undefined }, scalar, gain), "", "one listing");
  equal(loopReason({ ...lanes, nsPerOp: 950 }, scalar, gain), "", "the code that was printed was no faster");
});

test("what was measured stands behind the difference, the faster one first", () => {
  says(measuredApart({ label: "A", median: 100 }, { label: "B", median: 20 }), "B", "5.0");
  equal(measuredApart({ label: "A", median: 100 }, { label: "B", median: undefined }), "");
});

test("a listing whose time is more than a tenth off is of another compilation", () => {
  equal([isOtherCompilation(115, 100), isOtherCompilation(85, 100), isOtherCompilation(109, 100)], [true, true, false]);
  equal([isOtherCompilation(null, 100), isOtherCompilation(100, undefined)], [false, false]);
});

test("the instructions of recorded loops are explained", () => {
  const seen =
    "vfmadd231ps vfmadd231ss vmovups vmovss vmovsd vmulps vmulss vmulsd vaddps vaddss vaddpd vsubps vdivps vdivss vsqrtss vmaxps " +
    "vminps vucomiss vucomisd vcmpunordps vblendmps vblendvps vpmovd2m vmovdqu32 vmovdqu vbroadcastss vpxor vpaddd vpmulld " +
    "vpand vcvtsi2ss vcvttss2si vgatherdps vpermps vrndscaleps vextractf128 vzeroupper vmovd vmovq mov movabs movsxd movzx " +
    "lea add sub inc dec imul idiv and or xor shl shr sar rorx cmp test jl jge jae jmp jne je ja call ret nop xchg lock push " +
    "pop cmovl setl tzcnt prefetchw fmla fmadd ldp ldr str b.lt b.hs";
  const unknown = seen.split(" ").filter((name) => explained(name) === "");
  equal(unknown, []);
  equal(explained("frobnicate"), "");
  truthy(explained("vmulps") !== explained("vmulss"), "one number is not all lanes");
});

test("the instructions of AArch64 are explained, in lanes of a fixed width and of the processor's own", () => {
  const seen =
    "fmadd fmsub fnmadd fmla fmls fmul fadd fadda fsub fdiv fsqrt fmax fmin fcmp fcmgt fcsel fmov fabs fneg dup ins movi bit bif " +
    "bsl sel scvtf fcvtzs ldr ldur ldp ldrsw ldrb ld1 ld1r ld1w ld1rw str stur stp st1w ptrue whilelo index movprfx prfm " +
    "add adds sub subs madd mul smull sdiv and orr eor bic lsl lsr asr sxtw sbfiz ubfx cmp cmn tst ccmp csel cset cinc mov movk neg " +
    "b bl blr br ret cbz cbnz tbz tbnz b.lt b.ge b.gt b.le b.eq b.ne b.hs b.cs b.lo b.cc b.hi b.ls b.mi b.pl adr adrp nop " +
    "dmb ldar stlr cas casal swpal ldadd ldaddal ldxr ldaxr stxr stlxr";
  equal(seen.split(" ").filter((name) => explained(name) === ""), []);
  equal([explained("ldaddal"), explained("stlxr")], [explained("ldadd"), explained("stxr")]);
  truthy(explained("fmla") !== explained("fmadd"), "one number is not all lanes");
  truthy(explained("b.hs") !== explained("b.lo"), "opposite conditions");
});

const stack = {
  name: "all", share: 1, calls: [
    { name: "Task.run", share: 0.9, calls: [{ name: "Dot.sum", share: 0.6 }, { name: "Queue.take", share: 0.2 }] },
    { name: "Other.run", share: 0.1 },
  ],
};

test("a flame graph's bars lie over those that call them", () => {
  const all = bars(stack);
  equal(all.map(({ name, depth }) => [name, depth]), [
    ["all", 0], ["Task.run", 1], ["Dot.sum", 2], ["Queue.take", 2], ["Other.run", 1],
  ]);
  const take = all[3];
  truthy(Math.abs(take.from - 0.6) < 1e-9 && Math.abs(take.to - 0.8) < 1e-9, JSON.stringify(take));
});

test("a method has its own time and that of what it calls, a recursive one only once", () => {
  const table = methods(stack);
  equal(table[0].name, "Dot.sum");
  const task = table.find(({ name }) => name === "Task.run");
  truthy(Math.abs(task.own - 0.1) < 1e-9 && task.whole === 0.9, JSON.stringify(task));
  const twice = methods({ name: "all", share: 1, calls: [{ name: "f", share: 1, calls: [{ name: "f", share: 0.5 }] }] });
  equal(twice, [{ name: "f", own: 1, whole: 1 }]);
});

test("a flame graph opens by itself only if three methods take time of their own", () => {
  equal([isDeep(stack), isDeep({ name: "all", share: 1, calls: [{ name: "f", share: 1 }] })], [true, false]);
});

test("the file for speedscope has a profile of all threads and of each, with as many weights as stacks", () => {
  const file = speedscope("case", { stack, samples: 200, threads: [{ name: "worker 1", share: 1, stack }, { name: "main", share: 0 }] });
  equal(file.profiles.map(({ name }) => name), ["all threads", "worker 1"]);
  for (const { samples, weights, endValue } of file.profiles) {
    equal(samples.length, weights.length);
    equal(endValue, weights.reduce((sum, one) => sum + one, 0));
    truthy(samples.flat().every((at) => file.shared.frames[at]), "every frame is listed");
  }
});
