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

/**
 * @param of `{ experiment, params, variant, pool?, workers?, run? }`; what is told is kept with the finished `run`
 * @param told called with what has become known, such as `{ stage: "looking" }`
 * @returns a function that cancels it
 */
export function look(of, told) {
  let id = null;
  let left = false;
  let stop = () => {};
  told({ stage: "asking", problem: null });
  post("/api/looks", of)
    .then((accepted) => {
      id = accepted.id;
      if (left) return cancelRun(id);
      stop = watchRun(id, {
        onEvent: (event) => TELLS[event.type] && told(TELLS[event.type](event)),
        onConnection: () => {},
        onUnknown: () => told({ stage: "failed", problem: "The server no longer knows this look." }),
      });
    })
    .catch(({ message }) => told({ stage: "failed", problem: message }));
  return () => {
    left = true;
    stop();
    told({ stage: "cancelled" });
    if (id) cancelRun(id).catch(() => {});
  };
}
