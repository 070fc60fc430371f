import { readResultAddress } from "../js/results/result-address.js";
import { pagesAround, readSearch, refusalOf, searchAddress, searchQuery } from "../js/shared/run-search.js";
import { equal, says, test } from "./harness.js";

const everything = { experiment: "", machine: "", from: "", to: "", state: "", page: 1 };
const narrow = { experiment: "matmul", machine: "Xeon & Co", from: "2026-01-01", to: "", state: "FAILED", page: 3 };
const read = (address) => readSearch(readResultAddress(new URL(address, "http://here/")).runs);

test("an address of stored runs holds what they are searched by, and nothing else", () => {
  equal(searchAddress(everything), "/r#runs");
  equal(read("/r#runs"), everything);
  equal(read(searchAddress(narrow)), narrow);
  equal(readResultAddress(new URL("/r#machines", "http://here/")).runs, null);
});

test("a page that there cannot be is the first", () => {
  equal(["0", "-1", "x", "1.5"].map((page) => readSearch(new URLSearchParams({ page })).page), [1, 1, 1, 1]);
});

test("the API is asked for what the search names", () => {
  const begin = encodeURIComponent(new Date(2026, 0, 1).toISOString());
  equal(searchQuery(narrow), `experiment=matmul&machine=Xeon%20%26%20Co&from=${begin}&state=FAILED&page=3&size=20`);
  const end = encodeURIComponent(new Date(2026, 0, 2).toISOString());
  equal(searchQuery({ ...everything, to: "2026-01-01" }), `to=${end}&size=20`);
  equal(searchQuery({ ...everything, from: "yesterday" }), "from=yesterday&size=20");
  equal(searchQuery(everything), "size=20");
});

test("there is a newer and an older page where there are runs", () => {
  equal(pagesAround({ page: 1, size: 20, total: 0 }), { newer: null, older: null, last: 1 });
  equal(pagesAround({ page: 2, size: 20, total: 41 }), { newer: 1, older: 3, last: 3 });
  equal(pagesAround({ page: 9, size: 20, total: 41 }), { newer: 3, older: null, last: 3 });
});

test("two to six runs of one experiment can be laid side by side", () => {
  const run = (experiment) => ({ experiment });
  says(refusalOf([run("a")], 6), "two to 6");
  equal(refusalOf([run("a"), run("a")], 6), null);
  says(refusalOf([run("a"), run("b")], 6), "experiments");
  says(refusalOf(Array(7).fill(run("a")), 6), "6");
});
