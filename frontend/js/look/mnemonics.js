// What instructions do, in a few words each. Pure.

const X86 = {
  // numbers in lanes or alone; the letters behind tell how many and how wide
  fmadd: "multiplies two numbers and adds a third, in one step and with one rounding",
  fmsub: "multiplies two numbers and takes a third away, in one step",
  fnmadd: "takes the product of two numbers away from a third, in one step",
  mul: "multiplies",
  add: "adds",
  sub: "subtracts",
  div: "divides, which takes several times as long as a product",
  sqrt: "takes the square root",
  max: "keeps the larger of two",
  min: "keeps the smaller of two",
  cmp: "compares lane by lane and notes the answers as a mask",
  ucomi: "compares two numbers; the jump behind it asks for the answer",
  comi: "compares two numbers; the jump behind it asks for the answer",
  blend: "picks each lane from one of two registers, by a mask",
  and: "keeps the bits that both have",
  andn: "keeps the bits of one that the other does not have",
  or: "keeps the bits that either has",
  xor: "keeps the bits that differ; of a register with itself it makes zero",
  movu: "moves a register's worth between memory and a register, from any address",
  mova: "moves a register's worth, from an address that is a multiple of its width",
  mov: "moves a number between memory and a register",
  movdqu: "moves a register's worth between memory and a register, whatever the numbers are",
  movdqa: "copies a register of numbers",
  broadcast: "copies one number into all lanes",
  gather: "fetches each lane from an address of its own: one access to memory per lane",
  perm: "moves numbers between lanes, in any order",
  shuf: "moves numbers between lanes, within quarters of the register",
  unpck: "takes numbers from two registers in turn",
  extract: "takes a part out of a register of lanes",
  insert: "puts a part into a register of lanes",
  cvt: "converts numbers from one kind to another",
  rndscale: "rounds to whole numbers, or to so many bits",
  round: "rounds to whole numbers",
  zeroupper: "forgets the upper parts of the wide registers, so that older code is not slowed down",
  movd2m: "makes a mask of the lanes' signs",
  ternlog: "combines the bits of three registers by any rule",
  sll: "shifts the bits to the left: times a power of two",
  srl: "shifts the bits to the right, and zeros come in",
  sra: "shifts the bits to the right, and the sign stays",
};

const WORDS = {
  mov: "copies between registers, or between one and memory",
  movabs: "puts a constant of 64 bits into a register",
  movsxd: "widens a whole number from 32 to 64 bits, with its sign",
  movsx: "widens a small whole number, with its sign",
  movzx: "widens a small whole number with zeros",
  lea: "computes an address, or simply adds, without touching memory",
  add: "adds whole numbers; here often steps the counter",
  sub: "subtracts whole numbers",
  inc: "adds one",
  dec: "takes one away",
  imul: "multiplies whole numbers",
  mul: "multiplies whole numbers",
  idiv: "divides whole numbers: some ten to forty cycles",
  div: "divides whole numbers without a sign",
  cdq: "prepares a division: spreads the sign",
  cqo: "prepares a division: spreads the sign",
  neg: "changes the sign",
  and: "keeps the bits that both have",
  or: "keeps the bits that either has",
  xor: "keeps the bits that differ; of a register with itself it makes zero",
  not: "turns every bit around",
  shl: "shifts to the left: times a power of two",
  sal: "shifts to the left: times a power of two",
  shr: "shifts to the right, and zeros come in",
  sar: "shifts to the right, and the sign stays",
  rol: "turns the bits around in a circle",
  rorx: "turns the bits around in a circle, into another register",
  andn: "keeps the bits of one that the other does not have",
  bsr: "finds the highest bit",
  bsf: "finds the lowest bit",
  lzcnt: "counts the zeros in front",
  tzcnt: "counts the zeros behind",
  popcnt: "counts the bits that are one",
  cmp: "compares; the jump behind it asks for the answer",
  test: "looks at bits, mostly whether something is zero; with a page of the JVM it is the check for a pause",
  jmp: "goes on elsewhere",
  call: "calls code that was not built in here",
  ret: "goes back to the caller",
  push: "puts a register on the stack",
  pop: "takes a register back from the stack",
  nop: "does nothing: it is padding, so that a loop begins at a good address",
  lock: "makes the next instruction one that no other core can come between",
  cmpxchg: "changes a place in memory only if it still holds what was expected",
  xadd: "adds to a place in memory and returns what was there",
  xchg: "swaps a register with memory",
  prefetchw: "asks for memory that will be written soon",
  prefetchnta: "asks for memory that will be needed once",
  vzeroupper: X86.zeroupper,
  kmov: "moves a mask of lanes",
  kortest: "looks whether a mask of lanes is all zeros or all ones",
  pause: "tells the core that this is a loop that waits",
};

const called = (table, names) => Object.fromEntries(Object.entries(names).map(([name, other]) => [name, table[other]]));

const ARM = {
  // what x86 does, too, under another name
  ...called(X86, {
    fnmsub: "fmsub", fmul: "mul", fadd: "add", fsub: "sub", fdiv: "div", fsqrt: "sqrt", fmax: "max", fmin: "min",
    fcmp: "comi", sel: "blend", dup: "broadcast",
  }),
  ...called(WORDS, {
    bic: "andn", orr: "or", eor: "xor", mvn: "not", fneg: "neg", lsl: "shl", lsr: "shr", asr: "sar", ror: "rol",
    sxtw: "movsxd", udiv: "div", clz: "lzcnt", b: "jmp", bl: "call",
  }),
  // numbers in lanes or alone: the shape of the first register tells which, such as v0.4s, z0.s or s0
  fmla: "multiplies two registers lane by lane and adds the products to a third",
  fmls: "multiplies two registers lane by lane and takes the products away from a third",
  fmad: "multiplies two registers lane by lane and adds a third, in place of the first",
  fmadd: "multiplies two numbers and adds a third, in one step",
  fmsub: "multiplies two numbers and takes the product away from a third, in one step",
  fnmadd: "multiplies two numbers, adds a third and changes the sign, in one step",
  mla: "multiplies whole numbers lane by lane and adds them to a third register",
  fnmul: "multiplies and changes the sign",
  fadda: "adds the lanes of a register to one number, strictly one after another",
  faddv: "adds up all lanes of a register, in pairs",
  faddp: "adds neighbouring lanes",
  addv: "adds up all lanes of a register",
  fmaxnm: "keeps the larger of two, or the one that is a number",
  fabs: "takes the sign away",
  frintm: "rounds down to a whole number",
  frintp: "rounds up to a whole number",
  frintn: "rounds to the nearest whole number",
  frintz: "rounds to a whole number, towards zero",
  fcvtzs: "makes a whole number of it, towards zero",
  fcvt: "changes between float and double",
  scvtf: "makes a floating-point number of a whole one",
  fcmgt: "compares lane by lane: all bits of a lane are one if the first is more",
  fcmge: "compares lane by lane: all bits of a lane are one if the first is not less",
  fcmeq: "compares lane by lane: all bits of a lane are one if both are equal",
  cmgt: "compares whole numbers lane by lane: all bits of a lane are one if the first is more",
  cmeq: "compares whole numbers lane by lane: all bits of a lane are one if both are equal",
  smax: "keeps the larger of two whole numbers, lane by lane",
  smin: "keeps the smaller of two whole numbers, lane by lane",
  fcsel: "picks one of two numbers by the last comparison, without a jump",
  fmov: "copies a number, or the bits of one from an ordinary register",
  bsl: "picks each bit from one of two registers, by a third: how lanes are chosen",
  bit: "puts in the bits that a mask allows",
  bif: "puts in the bits that a mask forbids",
  ins: "puts a number into one lane",
  umov: "takes a number out of one lane",
  movi: "puts a constant into all lanes",
  ext: "takes neighbouring lanes out of two registers",
  tbl: "moves bytes between lanes, in any order",
  zip1: "takes lanes from two registers in turn",
  uzp1: "takes every other lane of two registers",
  ptrue: "makes a mask that lets all lanes work, or the first so many",
  whilelo: "makes a mask of the lanes that are still within the count",
  index: "fills the lanes with numbers at even distances",
  movprfx: "copies a register for the next instruction, mostly at no cost",
  // memory
  ldr: "loads a register from memory",
  ldur: "loads a register from memory, from any address",
  ldp: "loads two registers from memory",
  ldrb: "loads a byte from memory",
  ldrsw: "loads a whole number of 32 bits and widens it, with its sign",
  ld1: "loads lanes from memory",
  ld1r: "loads one number into all lanes",
  ld1w: "loads lanes of 32 bits that a mask allows; with addresses in lanes, each from its own",
  ld1d: "loads lanes of 64 bits that a mask allows; with addresses in lanes, each from its own",
  ld1rw: "loads one number of 32 bits into all lanes",
  str: "stores a register in memory",
  stur: "stores a register in memory, at any address",
  stp: "stores two registers in memory",
  strb: "stores a byte in memory",
  st1: "stores lanes in memory",
  st1w: "stores the lanes of 32 bits that a mask allows",
  st1d: "stores the lanes of 64 bits that a mask allows",
  prfm: "asks for memory that will be needed",
  ldar: "loads, and lets nothing after it come before it",
  stlr: "stores, and lets nothing before it come after it",
  dmb: "lets memory accesses before it be seen before those after it",
  cas: "changes a place in memory only if it still holds what was expected",
  swp: "swaps a register with memory, so that no other core can come between",
  ldadd: "adds to a place in memory and tells what was there, so that no other core can come between",
  ldxr: "loads, and watches whether another core comes between",
  stxr: "stores if no other core came between, and tells whether it did",
  // whole numbers and jumps
  adds: "adds whole numbers and notes how that came out",
  subs: "subtracts and notes how that came out",
  madd: "multiplies whole numbers and adds a third",
  msub: "multiplies whole numbers and takes the product away from a third",
  smull: "multiplies whole numbers of 32 bits into one of 64",
  umulh: "multiplies whole numbers of 64 bits and keeps the upper half",
  smulh: "multiplies whole numbers of 64 bits with their signs and keeps the upper half",
  sdiv: "divides whole numbers: some ten cycles",
  sbfiz: "widens a whole number with its sign and shifts it: an index becomes a distance in bytes",
  ubfiz: "takes some low bits and shifts them",
  ubfx: "takes some bits out of the middle",
  sbfx: "takes some bits out of the middle, with a sign",
  rbit: "puts the bits in the opposite order",
  movk: "puts 16 bits of a constant into a register that keeps the others",
  cmn: "compares with the opposite number; the jump behind it asks for the answer",
  tst: "looks at bits; the jump behind it asks for the answer",
  ccmp: "compares if an earlier comparison came out so; the jump behind it asks for the answer",
  csel: "picks one of two registers by the last comparison, without a jump",
  cset: "notes one or zero by the last comparison, without a jump",
  csinc: "picks one register, or another and one more, by the last comparison",
  cinc: "adds one by the last comparison, without a jump",
  csneg: "picks one register, or another with its sign changed, by the last comparison",
  br: "goes on at an address in a register",
  blr: "calls code whose address is in a register",
  cbz: "jumps if a register is zero",
  cbnz: "jumps if a register is not zero",
  tbz: "jumps if a bit is zero",
  tbnz: "jumps if a bit is one",
  adr: "reckons an address near this instruction",
  adrp: "reckons the page of an address",
};

const CONDITIONS = {
  e: "if they were equal", z: "if it was zero", ne: "if they were not equal", nz: "if it was not zero",
  l: "if the first was less", le: "if the first was not more", g: "if the first was more",
  ge: "if the first was not less", b: "if the first was less, without signs", be: "if the first was not more, without signs",
  a: "if the first was more, without signs", ae: "if the first was not less, without signs: so an index is checked",
  s: "if it was negative", ns: "if it was not negative", p: "if one of them was not a number",
  np: "if both were numbers", o: "if it did not fit", no: "if it fitted", eq: "if they were equal",
  lt: "if the first was less", gt: "if the first was more", hs: "if the first was not less, without signs: so an index is checked",
  lo: "if the first was less, without signs", hi: "if the first was more, without signs",
  ls: "if the first was not more, without signs", cs: "if the first was not less, without signs: so an index is checked",
  cc: "if the first was less, without signs", mi: "if the first was less", pl: "if the first was not less",
  vs: "if it did not fit, or one was not a number", vc: "if it fitted",
};

const TYPES = {
  ps: [32, "floats, in all lanes"], pd: [64, "doubles, in all lanes"], ss: [32, "one float"], sd: [64, "one double"],
};
const INTEGERS = { b: "bytes, in all lanes", w: "numbers of 16 bits, in all lanes", d: "ints, in all lanes", q: "longs, in all lanes" };

const longest = (table, name) =>
  Object.keys(table).filter((one) => name.startsWith(one)).sort((a, b) => b.length - a.length)[0];

/** One sentence on an instruction; "" for one that is not known. */
export function explained(mnemonic) {
  const name = mnemonic.toLowerCase();
  if (WORDS[name]) return WORDS[name];
  const jump = name.match(/^(?:j|b\.)(\w+)$/)?.[1];
  if (jump && CONDITIONS[jump]) return `goes on elsewhere ${CONDITIONS[jump]}`;
  const choice = name.match(/^(?:cmov|set)(\w+)$/)?.[1];
  if (choice && CONDITIONS[choice]) return `${name.startsWith("set") ? "notes one" : "copies"} ${CONDITIONS[choice]}, without a jump`;
  const type = name.match(/(ps|pd|ss|sd)$/)?.[1];
  if (type) {
    const what = longest(X86, name.replace(/^v/, ""));
    if (what) return `${X86[what]}: ${TYPES[type][1]}`;
  }
  const integer = name.match(/^v?p(\w+?)(b|w|d|q)$/);
  if (integer) {
    const what = longest(X86, integer[1]);
    if (what) return `${X86[what]}: ${INTEGERS[integer[2]]}`;
  }
  const atomic = name.match(/^(ldadd|cas|swp|stl?xr|lda?xr)(?:a|l|al)?[bh]?$/)?.[1].replace(/^(st|ld)[al](?=xr)/, "$1");
  if (ARM[name] ?? ARM[atomic]) return ARM[name] ?? ARM[atomic];
  if (name.startsWith("kmov")) return WORDS.kmov;
  if (name.startsWith("kortest")) return WORDS.kortest;
  const other = longest(X86, name.replace(/^v?p?/, ""));
  return name.startsWith("v") && other ? X86[other] : "";
}
