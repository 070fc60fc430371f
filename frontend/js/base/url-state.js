// What of the page's state stands in its address, and back. Pure.
//
// The address holds only what differs from its default, and the version of this table, so that an old link can still
// be read when the table has changed. The page's own entries have a plain name, an experiment's begin with its id:
//   ?v=1&section=5&row-vs-column.effort=thorough&row-vs-column.param.size=1024&run=k3f9
import { defaultSettings, defaultView } from "./settings.js";

export const VERSION = 1;

const number = { read: (text) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined), write: String };
const word = { read: (text) => text || undefined, write: (value) => value };
const oneOf = (offered) => ({ read: (text, on) => (offered(on).includes(text) ? text : undefined), write: word.write });
const someOf = (offered) => ({
  read: (text, on) => offered(on).filter((value) => text.split(",").includes(String(value))),
  write: (values) => values.join(","),
});
/** "size:8,64,512:fast" sweeps the size, of the claim's cases and of "fast". */
const sweep = {
  read: (text, { params }) => {
    const [[param], values, also] = text.split(":").map((part) => part.split(","));
    return params.some(({ name }) => name === param) && values
      ? { param, values: values.map(Number).filter(Number.isFinite), ...(also && { also }) }
      : undefined;
  },
  write: (one) => (one ? [one.param, one.values, ...(one.also ? [one.also] : [])].join(":") : ""),
};
const variantIds = (experiment) => experiment.variants.map((variant) => variant.id);

/** The one table: every control, where its value lives, and how it is spelled. */
const OF_PAGE = [
  { name: "section", ...number },
  { name: "at", ...word },
  { name: "page", ...oneOf(() => ["glossary", "projector", "maker", "tasks"]) },
  { name: "run", ...word },
  { name: "machine", ...word },
];
/** What a teacher's link asks for: `words` of the state, which lesson-words.js reads. */
const OF_LESSON = ["only", "lock", "hide", "guess", "task", "answer", "edit", "target"];
const OF_EXPERIMENT = [
  { name: "variants", part: "settings", ...someOf(variantIds) },
  { name: "pools", part: "settings", ...someOf((experiment) => experiment.pools) },
  { name: "workers", part: "settings", ...someOf((experiment) => experiment.workers?.allowed ?? []) },
  { name: "effort", part: "settings", ...oneOf((experiment) => experiment.efforts.map((effort) => effort.id)) },
  { name: "sweep", part: "settings", ...sweep },
  { name: "left", part: "view", ...oneOf(variantIds) },
  { name: "right", part: "view", ...oneOf(variantIds) },
  { name: "timeline", part: "view", read: word.read, write: (key) => key ?? "" },
  { name: "axis", part: "view", ...oneOf(() => ["log", "linear"]) },
  { name: "view", part: "view", field: "open", read: word.read, write: (id) => id ?? "" },
];

/** The query string of a state `{ section, run, machine, settings, views }`, the last two by id; empty when all is default. */
export function write(state, experiments, defaults) {
  const query = new URLSearchParams();
  for (const { name, write: spell } of OF_PAGE) {
    if (state[name] != null && state[name] !== defaults[name]) query.set(name, spell(state[name]));
  }
  for (const [name, value] of state.words ?? []) query.append(name, value);
  for (const experiment of experiments) {
    const settings = state.settings[experiment.id];
    const now = { settings, view: state.views[experiment.id] };
    const usual = { settings: defaultSettings(experiment), view: defaultView(experiment) };
    for (const { name, part, field = name, write: spell } of OF_EXPERIMENT) {
      const value = spell(now[part][field]);
      if (value !== spell(usual[part][field])) query.set(`${experiment.id}.${name}`, value);
    }
    for (const param of experiment.params) {
      const value = settings.params[param.name];
      if (value !== param.default && Number.isFinite(value)) query.set(`${experiment.id}.param.${param.name}`, value);
    }
  }
  if (String(query) === "") return "";
  return `?v=${VERSION}&${query}`.replaceAll("%2C", ",").replaceAll("%3A", ":");
}

/** The state of a query string: what it does not say, or says in a way nobody understands, has its default. */
export function read(text, experiments, defaults) {
  const query = new URLSearchParams(text);
  const words = [...query].filter(([name]) => OF_LESSON.includes(name));
  const state = { ...defaults, ...(words.length > 0 ? { words } : {}), settings: {}, views: {} };
  for (const { name, read: parse } of OF_PAGE) {
    if (query.has(name)) state[name] = parse(query.get(name)) ?? defaults[name];
  }
  for (const experiment of experiments) {
    const found = { settings: defaultSettings(experiment), view: defaultView(experiment) };
    for (const { name, part, field = name, read: parse } of OF_EXPERIMENT) {
      const spelled = query.get(`${experiment.id}.${name}`);
      const value = spelled === null ? undefined : parse(spelled, experiment);
      if (value !== undefined) found[part][field] = value;
    }
    for (const param of experiment.params) {
      const value = number.read(query.get(`${experiment.id}.param.${param.name}`) ?? "");
      if (value !== undefined) found.settings.params[param.name] = value;
    }
    state.settings[experiment.id] = found.settings;
    state.views[experiment.id] = found.view;
  }
  return state;
}

/** Whether a path on the server is one of results, which `result-address.js` reads. */
export const isResultAddress = (pathname) => /^\/r(\/|$)/.test(pathname);
