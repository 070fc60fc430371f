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
  mul: "multiplies whole numbers without a sign",
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

const ARM = {
  fmla: "multiplies two registers lane by lane and adds the products to a third",
  fmadd: "multiplies two numbers and adds a third, in one step",
  fmul: "multiplies",
  fadd: "adds",
  fsub: "subtracts",
  fdiv: "divides",
  fmax: "keeps the larger of two",
  fmin: "keeps the smaller of two",
  fcmp: "compares two numbers; the jump behind it asks for the answer",
  ldr: "loads a register from memory",
  ldp: "loads two registers from memory",
  ld1: "loads lanes from memory",
  str: "stores a register in memory",
  stp: "stores two registers in memory",
  st1: "stores lanes in memory",
  bl: "calls code that was not built in here",
  blr: "calls code whose address is in a register",
  b: "goes on elsewhere",
  cbz: "jumps if a register is zero",
  cbnz: "jumps if a register is not zero",
  subs: "subtracts and notes how that came out",
  dup: "copies one number into all lanes",
  movi: "puts a constant into all lanes",
};

const CONDITIONS = {
  e: "if they were equal", z: "if it was zero", ne: "if they were not equal", nz: "if it was not zero",
  l: "if the first was less", le: "if the first was not more", g: "if the first was more",
  ge: "if the first was not less", b: "if the first was less, without signs", be: "if the first was not more, without signs",
  a: "if the first was more, without signs", ae: "if the first was not less, without signs: so an index is checked",
  s: "if it was negative", ns: "if it was not negative", p: "if one of them was not a number",
  np: "if both were numbers", o: "if it did not fit", no: "if it fitted", eq: "if they were equal",
  lt: "if the first was less", gt: "if the first was more", hs: "if the first was not less, without signs",
  lo: "if the first was less, without signs", hi: "if the first was more, without signs",
  ls: "if the first was not more, without signs",
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
  if (ARM[name]) return ARM[name];
  if (name.startsWith("kmov")) return WORDS.kmov;
  if (name.startsWith("kortest")) return WORDS.kortest;
  const other = longest(X86, name.replace(/^v?p?/, ""));
  return name.startsWith("v") && other ? X86[other] : "";
}
