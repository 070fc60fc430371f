// Where shared results stand in an address. Pure.
//
//   /r/abcdefgh234567ab                one stored result; #delete=… is its owner's link
//   /r#v=1&z=…                         one result, packed into the address itself
//   /r#r=abcdefgh234567ab,recorded:xeon/matmul   several, laid over each other
//   /r#machines                        how other machines do
//   /r                                 nothing yet: the page asks for a link or a file

/** So many results can be told apart in one chart. */
export const MOST_RESULTS = 6;

const PATH = /^\/(?:r|embed)(?:\/([^/]*))?\/?$/;
const STORED = /^[a-z2-7]{16}$/;
const RECORDED = /^recorded:[\w.-]+\/[\w.-]+$/;

export const isResultAddress = ({ pathname }) => /^\/r(\/|$)/.test(pathname);

/** A reference to a result: "stored", "recorded", or null for what is neither. */
export const kindOf = (ref) => (STORED.test(ref) ? "stored" : RECORDED.test(ref) ? "recorded" : null);

/**
 * What an address asks for: `{ refs, packed, secret, machines }`. `packed` is `{ version, text }` or null; `refs` may
 * hold what nobody understands, so that the page can say so.
 */
export function readResultAddress({ pathname, hash }) {
  const [, id] = PATH.exec(pathname) ?? [];
  const words = new URLSearchParams(hash.replace(/^#/, ""));
  const listed = (words.get("r") ?? "").split(",").filter(Boolean);
  const refs = [...new Set([...(id ? [decodeURIComponent(id)] : []), ...listed])];
  return {
    refs,
    packed: words.has("z") ? { version: words.get("v"), text: words.get("z") } : null,
    secret: words.get("delete"),
    machines: words.has("machines"),
  };
}

/** The address of these results: the short one for a single stored one. */
export function resultAddress(refs) {
  if (refs.length === 0) return "/r";
  return refs.length === 1 && kindOf(refs[0]) === "stored" ? `/r/${refs[0]}` : `/r#r=${refs.join(",")}`;
}

/** The reference in what a visitor typed or pasted: a whole link, a path or the id alone; null where there is none. */
export function refIn(text) {
  const typed = text.trim();
  if (kindOf(typed)) return typed;
  const url = URL.parse(typed, "http://here/");
  return url ? (readResultAddress(url).refs.find(kindOf) ?? null) : null;
}
