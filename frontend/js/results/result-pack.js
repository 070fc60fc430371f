// A result packed into text for an address, and back: JSON, deflated, in the alphabet of URLs.

/** Of what `pack` writes. */
export const VERSION = "1";

/** Beyond the first length some programs cut an address off, beyond the second most do. */
const LONG = 8_000;
export const TOO_LONG = 32_000;

/** No result is nearly as large unpacked, in characters: more is somebody's joke. */
const MOST_UNPACKED = 8_000_000;

/** Times are packed with so many significant digits: far more than any of them deserves. */
const DIGITS = 7;

const rounded = (_, value) =>
  typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(DIGITS)) : value;

function spell(bytes) {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

const bytesOf = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));

/** Reads a stream to its end by its reader: not every browser can loop over one. */
async function through(bytes, transform, most = Infinity) {
  const reader = new Blob([bytes]).stream().pipeThrough(transform).getReader();
  const parts = [];
  let length = 0;
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    length += value.length;
    if (length > most) {
      await reader.cancel();
      throw new RangeError(`more than ${most} bytes`);
    }
    parts.push(value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** What the link itself can have done wrong, by the name of the error. */
const CUT_OFF = "This link cannot be read; its end was probably cut off. Ask for it again.";
const UNREADABLE = {
  InvalidCharacterError: CUT_OFF,
  SyntaxError: CUT_OFF,
  TypeError: CUT_OFF,
  RangeError: "This link cannot be read: it holds far more than a result.",
};

/** @throws Error with words for the visitor if the browser has no such stream */
function streamOf(type) {
  try {
    return new globalThis[type]("deflate-raw");
  } catch (problem) {
    throw new Error("This browser cannot pack or unpack a link. A newer one can.", { cause: problem });
  }
}

/** The result as text of an address. */
export async function pack(result) {
  const json = new TextEncoder().encode(JSON.stringify(result, rounded));
  return spell(await through(json, streamOf("CompressionStream")));
}

/**
 * The JSON value of a packed text.
 *
 * @throws Error with words for the visitor where the text was cut off or is of another kind
 */
export async function unpack({ version = VERSION, text }) {
  if (version !== VERSION) throw new Error(`This link has version ${version}, which this page cannot read.`);
  const unpacking = streamOf("DecompressionStream");
  try {
    const json = await through(bytesOf(text), unpacking, MOST_UNPACKED);
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(json));
  } catch (problem) {
    throw new Error(UNREADABLE[problem.name] ?? `This link could not be unpacked. ${problem.message}`, { cause: problem });
  }
}

/** What to say of a link of that length: `{ level: "fits" | "long" | "too-long", text }`. */
export function lengthInWords(length) {
  const characters = `${length.toLocaleString("en-GB")} characters`;
  if (length > TOO_LONG) {
    const most = TOO_LONG.toLocaleString("en-GB");
    return { level: "too-long", text: `This result needs a link of ${characters}; the limit is ${most}.` };
  }
  return length > LONG
    ? { level: "long", text: `${characters}: some chat and mail programs cut that off. A file may be safer.` }
    : { level: "fits", text: `${characters}: short enough for mail and chat.` };
}
