// The smallest test runner: tests register, run in order, and are counted in window.lanesTests and on the page.
const tests = [];

export function test(name, body) {
  tests.push({ name, body });
}

const shown = (value) => JSON.stringify(value, (_, one) => (one instanceof Set ? [...one] : one));

export function equal(actual, expected) {
  const [is, should] = [actual, expected].map(shown);
  if (is !== should) throw new Error(`is ${is}, should be ${should}`);
}

export function truthy(value, what) {
  if (!value) throw new Error(what);
}

/** Passes if the text holds all parts, one after the other: the names and numbers of a sentence, not its words. */
export function says(text, ...parts) {
  let from = 0;
  for (const part of parts) {
    const at = String(text).indexOf(part, from);
    if (at < 0) throw new Error(`does not say ${JSON.stringify(part)}: ${text}`);
    from = at + part.length;
  }
}

export async function runAll() {
  const failures = [];
  for (const { name, body } of tests) {
    try {
      await body();
    } catch (failure) {
      failures.push(`${name}: ${failure.message}`);
    }
  }
  const results = { passed: tests.length - failures.length, failed: failures.length, failures };
  document.querySelector("h1").textContent = `${results.passed} passed, ${results.failed} failed`;
  document
    .querySelector("ul")
    .append(...failures.map((text) => Object.assign(document.createElement("li"), { textContent: text })));
  window.lanesTests = results;
}
