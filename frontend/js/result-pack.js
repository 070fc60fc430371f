// A result packed into text for an address, and back: JSON, deflated, in the alphabet of URLs.

/** Beyond the first length some programs cut an address off, beyond the second most do. */
export const LONG = 8_000;
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

async function through(bytes, transform, most = Infinity) {
  const parts = [];
  let length = 0;
  for await (const part of new Blob([bytes]).stream().pipeThrough(transform)) {
    length += part.length;
    if (length > most) throw new RangeError(`more than ${most} bytes`);
    parts.push(part);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** The result as text of an address. */
export async function pack(result) {
  const json = new TextEncoder().encode(JSON.stringify(result, rounded));
  return spell(await through(json, new CompressionStream("deflate-raw")));
}

/**
 * The JSON value of a packed text.
 *
 * @throws Error with words for the visitor where the text was cut off or is of another kind
 */
export async function unpack({ version, text }) {
  if (version !== "1") throw new Error(`This link is of version ${version}, which this page does not know.`);
  try {
    const json = await through(bytesOf(text), new DecompressionStream("deflate-raw"), MOST_UNPACKED);
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(json));
  } catch {
    throw new Error("This link cannot be read: probably its end was cut off on the way. Ask for it once more.");
  }
}

/** What to say of a link of that length: `{ level: "fits" | "long" | "too-long", text }`. */
export function lengthInWords(length) {
  const characters = `${length.toLocaleString("en-GB")} characters`;
  if (length > TOO_LONG) {
    const most = TOO_LONG.toLocaleString("en-GB");
    return { level: "too-long", text: `This result needs a link of ${characters}, and ${most} is the most.` };
  }
  return length > LONG
    ? { level: "long", text: `${characters}: some chat and mail programs cut that off. A file may be safer.` }
    : { level: "fits", text: `${characters}: short enough for mail and chat.` };
}
