// Asks for a look into the code of one case, and follows it through the queue.
import { cancelRun, post } from "../base/api.js";
import { watchRun } from "../run/run-stream.js";

const TELLS = {
  queued: ({ position }) => ({ stage: "queued", position }),
  started: () => ({ stage: "looking" }),
  machineCode: ({ machineCode }) => ({ machineCode }),
  profile: ({ profile }) => ({ profile }),
  recording: ({ gzip }) => ({ recording: gzip }),
  finished: () => ({ stage: "finished" }),
  failed: ({ problem }) => ({ stage: "failed", problem: `${problem.title}. ${problem.detail}` }),
  cancelled: () => ({ stage: "cancelled" }),
  interrupted: ({ problem }) => ({ stage: "failed", problem: problem.detail }),
};

const looks = new Map(); // by what was asked for: what is known so far, and how to cancel it
const listeners = new Set();

const nameOf = (asked) => JSON.stringify(asked);

/** What is asked for a look into a case `{ variant, pool, workers }` of an experiment. */
export const lookInto = ({ id }, { params, machine }, { variant, pool, workers }) => ({
  ...{ experiment: id, params, variant },
  ...(pool === "sequential" ? {} : { pool, workers }),
  machine,
});

/** Calls `listener` whenever more has become known of some look. @returns a function that ends that */
export function onLook(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What has become known of a look, such as `{ stage: "looking" }`; nothing if nobody has asked for it. */
export const known = (asked) => looks.get(nameOf(asked))?.told ?? {};

/**
 * @param asked `{ experiment, params, variant, pool?, workers? }`
 * @param run id of the finished run that it is to be kept with, or null
 */
export function look(asked, run) {
  const tell = (more) => {
    if (own.left) return;
    own.told = { ...own.told, ...more };
    for (const listener of listeners) listener();
  };
  const own = { told: known(asked), id: null, left: false, stop: () => {}, tell };
  looks.set(nameOf(asked), own);
  tell({ stage: "asking", problem: null });
  post("/api/looks", run ? { ...asked, run } : asked)
    .then(({ id }) => {
      own.id = id;
      if (own.left) return cancelRun(id);
      own.stop = watchRun(id, {
        onEvent: (event) => TELLS[event.type] && tell(TELLS[event.type](event)),
        onConnection: () => {},
        onUnknown: () => tell({ stage: "failed", problem: "The server no longer knows this look." }),
      });
    })
    .catch(({ message }) => tell({ stage: "failed", problem: message }));
}

export function cancelLook(asked) {
  const own = looks.get(nameOf(asked));
  if (!own) return;
  own.stop();
  own.tell({ stage: "cancelled" });
  own.left = true;
  if (own.id) cancelRun(own.id).catch(() => {});
}
