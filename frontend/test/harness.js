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
