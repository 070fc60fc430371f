// Whether a JSON value is a result that this page can show: it may come from anybody, inside a link. Pure.
import { isPast } from "./result-run.js";
import { outcomeInWords } from "../answer/verdict-words.js";

const VERSION = 1;
const LEVELS = ["good", "noisy", "doubtful"];

/** The key of a case of a sweep without its value. */
const lineOf = (key) => key.split("@")[0];
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value) => typeof value === "string";
const isDate = (value) => isText(value) && !Number.isNaN(Date.parse(value));
const all = (values, fits) => Array.isArray(values) && values.every(fits);
const ifThere = (value, fits) => value == null || fits(value);

const isNumbers = (value, names) => isObject(value) && names.every((name) => Number.isFinite(value[name]));
const isSpeedup = (value) => ifThere(value, (one) => isNumbers(one, ["value", "low", "high"]));

const isReason = (one) => isObject(one) && isText(one.text);
const isTrust = ({ level, reasons }) => LEVELS.includes(level) && all(reasons, isReason);
const isSample = (one) => isNumbers(one, ["round", "iteration", "nsPerOp"]) && isText(one.phase);
const isVerdict = (one) =>
  Boolean(outcomeInWords(one)) &&
  isText(one.text) &&
  ifThere(one.answer, isText) &&
  ifThere(one.editAnswer, isText) &&
  ifThere(one.reasons, (reasons) => all(reasons, isText)) &&
  isSpeedup(one.measuredSpeedup) &&
  [one.quoted, one.best].every((other) => ifThere(other, ({ speedup }) => speedup && isSpeedup(speedup)));
const isPiece = ({ file, firstLine, text }) => isText(file) && Number.isInteger(firstLine) && isText(text);

const isVariant = (one) => isObject(one) && isText(one.id) && isText(one.label) && all(one.code, isPiece);
const isParam = (one) => isObject(one) && isText(one.name) && isText(one.label);
const isEffort = (one) => isObject(one) && isText(one.id) && Number.isFinite(one.forks);

const isExperiment = (one) =>
  isObject(one) &&
  [one.id, one.title, one.question, one.explanation, one.claim?.text].every(isText) &&
  all(one.variants, isVariant) &&
  all(one.params, isParam) &&
  all(one.pools, isText) &&
  all(one.efforts, isEffort) &&
  one.efforts.length > 0 &&
  [one.claim.baselineVariant, one.claim.claimVariant].every((id) => one.variants.some((variant) => variant.id === id));

const isCase = (one) =>
  isObject(one) &&
  isText(one.key) &&
  ifThere(one.score, (score) => isNumbers(score, ["median", "low", "high"])) &&
  isSpeedup(one.speedup) &&
  isSpeedup(one.speedupOverYardstick) &&
  isSpeedup(one.speedupOverOriginal) &&
  ifThere(one.trust, isTrust) &&
  ifThere(one.allocatedBytesPerOp, Number.isFinite) &&
  ifThere(one.outliers, (places) => all(places, Number.isInteger)) &&
  ifThere(one.samples, (samples) => all(samples, Number.isFinite)) &&
  ifThere(one.iterations, (iterations) => all(iterations, isSample)) &&
  ifThere(one.figures, (figures) => all(figures, (figure) => isText(figure?.label)));

const isLine = (one, cases) =>
  isObject(one) &&
  [one.key, one.name, one.text].every(isText) &&
  cases.some(({ key }) => lineOf(key) === one.key) &&
  all(one.points, (point) => isNumbers(point, ["at"]) && point.speedup && isSpeedup(point.speedup)) &&
  all(one.breakEvens, isObject);

/** What a sweep was asked for and found, if it was one. */
const isSwept = ({ request: { sweep }, swept, cases }, { params }) =>
  ifThere(
    sweep,
    ({ param, values }) =>
      params.some(({ name }) => name === param) && all(values, Number.isFinite) && values.length > 0,
  ) && ifThere(swept, ({ lines }) => sweep && all(lines, (line) => isLine(line, cases)));

const isMachine = (one) =>
  isObject(one) &&
  ifThere(one.cpuModel, isText) &&
  [one.jvmName, one.javaVersion, one.os].every(isText) &&
  isNumbers(one, ["simdBits", "memoryBytes", "logicalCores", "usableCpus"]) &&
  all(one.caches, isObject) &&
  all(one.warnings, isReason);

/** Code that was edited: it comes from anybody, and is shown as text. */
const isEdit = (one) => isObject(one) && isText(one.file) && isText(one.text);

const isRun = (one) =>
  isObject(one) &&
  isPast(one) &&
  isObject(one.request?.params) &&
  isMachine(one.machine) &&
  isDate(one.createdAt) &&
  ifThere(one.endedAt, isDate) &&
  all(one.cases, isCase) &&
  ifThere(one.verdict, isVerdict) &&
  ifThere(one.edits, (edits) => all(edits, isEdit)) &&
  [one.fits, one.jvms].every((list) => ifThere(list, (ones) => all(ones, isObject)));

/** Why a JSON value is not a result that this page can show; null where it is one. */
export function faultOf(value) {
  if (!isObject(value) || !isObject(value.run) || !isObject(value.experiment)) return "This is not a result of Lanes.";
  if (value.version !== VERSION)
    return `This result is of version ${value.version}; this page reads version ${VERSION}.`;
  const { run, experiment } = value;
  const variantOf = ({ key }) => lineOf(key).split("/")[0];
  const known = () => run.cases.every((one) => experiment.variants.some(({ id }) => id === variantOf(one)));
  return isExperiment(experiment) && isRun(run) && known() && isSwept(run, experiment)
    ? null
    : "This result is damaged: parts of it are missing.";
}
