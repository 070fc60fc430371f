// Where shared results stand in an address, which may be below a path of its own. Pure.
//
//   /r/abcdefgh234567ab                one stored result; #delete=… is its owner's link
//   /r#v=1&z=…                         one result, packed into the address itself
//   /r#r=abcdefgh234567ab,recorded:xeon/matmul,run:k3f9   several, laid over each other
//   /r#v=1&r=abcdefgh234567ab&z=…&f=…  the same with one that is packed, and a file of JMH's
//   /r#machines                        how other machines do
//   /r#runs&experiment=…               runs that are stored
//   /r                                 nothing yet: the page asks for a link or a file
import { TOO_LONG, VERSION } from "./result-pack.js";

/** So many results can be told apart in one chart. */
export const MOST_RESULTS = 6;

const PATH = /\/(?:r|embed)(?:\/([^/]*))?\/?$/;
const KINDS = {
  stored: /^[a-z2-7]{16}$/,
  recorded: /^recorded:[\w.-]+\/[\w.-]+$/,
  run: /^run:[\w-]{1,64}$/,
};

/** A reference to a result: "stored", "recorded", "run" for one that is not shared, or null for what is none. */
export const kindOf = (ref) => Object.keys(KINDS).find((kind) => KINDS[kind].test(ref)) ?? null;

/**
 * What an address asks for: `{ items, secret, machines, runs }`. An item is `{ ref }`, `{ packed }` or `{ file }`, in
 * the order in which they are laid over each other; the last two are `{ version, text }`. A `ref` may be what nobody
 * understands, so that the page can say so. `runs` are the words of a search among the stored runs, or null.
 */
export function readResultAddress({ pathname, hash }) {
  const [, id] = PATH.exec(pathname) ?? [];
  const words = new URLSearchParams(hash.replace(/^#/, ""));
  const version = words.get("v");
  const read = {
    r: (text) => text.split(",").filter(Boolean).map((ref) => ({ ref })),
    z: (text) => [{ packed: { version, text } }],
    f: (text) => [{ file: { version, text } }],
  };
  const listed = [...words].flatMap(([name, text]) => read[name]?.(text) ?? []);
  const items = [...(id ? [{ ref: decodeURIComponent(id) }] : []), ...listed];
  const again = (ref, at) => ref && items.findIndex((one) => one.ref === ref) < at;
  return {
    items: items.filter(({ ref }, at) => !again(ref, at)),
    secret: words.get("delete"),
    machines: words.has("machines"),
    runs: words.has("runs") ? words : null,
  };
}

/** The address of these items: the short one for a single stored result. */
export function resultAddress(items) {
  const refs = items.map(({ ref }) => ref);
  if (items.length === 0) return "/r";
  if (refs.every(Boolean)) {
    return refs.length === 1 && kindOf(refs[0]) === "stored" ? `/r/${refs[0]}` : `/r#r=${refs.join(",")}`;
  }
  const word = ({ ref, packed, file }) => (ref ? `r=${ref}` : packed ? `z=${packed.text}` : `f=${file.text}`);
  return `/r#${[`v=${VERSION}`, ...items.map(word)].join("&")}`;
}

const lengthOf = ({ packed, file }) => (packed ?? file)?.text.length ?? 0;

/**
 * The address of all that is compared, references as they are and the rest packed beside them: as much of it as fits.
 *
 * @param parts `[ { name, item } ]`, an item as `readResultAddress` reads it
 * @returns `{ address, left }`, with the names of what found no room
 */
export function comparisonLink(parts, most = TOO_LONG) {
  const kept = [...parts];
  const left = [];
  const address = () => resultAddress(kept.map(({ item }) => item));
  while (address().length > most && kept.some(({ item }) => lengthOf(item) > 0)) {
    const longest = kept.reduce((one, other) => (lengthOf(other.item) > lengthOf(one.item) ? other : one));
    kept.splice(kept.indexOf(longest), 1);
    left.push(longest.name);
  }
  return { address: address(), left };
}

function urlOf(text) {
  try {
    return new URL(text, "http://here/");
  } catch {
    return null;
  }
}

/** The item in what a visitor typed or pasted: a whole link, a path or an id alone; null where there is none. */
export function itemIn(text) {
  const typed = text.trim();
  if (kindOf(typed)) return { ref: typed };
  const url = urlOf(typed);
  return url ? (readResultAddress(url).items.find(({ ref }) => !ref || kindOf(ref)) ?? null) : null;
}
