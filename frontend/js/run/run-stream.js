// The events of a run as they happen: over a WebSocket, or by asking again and again if no WebSocket gets through.
import { runEvents } from "../base/api.js";
import { below } from "../base/root.js";

const BACK_OFF_MILLIS = [500, 1000, 2000, 4000, 8000];
/** A socket that brings nothing for so long is given up: some proxies open one and hold back what it brings. */
const PATIENCE_MILLIS = 4000;
const FAILURES_BEFORE_ASKING = 2;
const ASK_MILLIS = 1000;
/** Less often than before it: the page must not disturb what it shows. */
const ASK_MILLIS_WHILE_MEASURING = 2000;
const MOST_MILLIS_WITHOUT_A_TRY = 60_000;
const CLOSED_AT_THE_END = 1000;
const CLOSED_UNKNOWN_RUN = 4404;

/**
 * Follows a run's events until the last one, and through lost connections: it comes back by itself, behind the last
 * event it has seen, waiting a little longer after each failure.
 *
 * @param onEvent called with each event once, in order
 * @param onConnection called with "connecting", "open", "lost", "asking" or "closed"
 * @param onUnknown called when the server does not know the run
 * @returns a function that stops following
 */
export function watchRun(id, { onEvent, onConnection, onUnknown }) {
  let socket = null;
  let timer;
  let connection = null;
  let lastSeq = 0;
  let failures = 0; // in a row
  let delivers = false; // whether a socket has brought anything yet
  let nextTry = 0; // when a socket is tried again while the page asks
  let measuring = false;
  let turn = 0; // what was asked in an earlier one is no longer of interest

  function tell(now) {
    if (now !== connection) onConnection(now);
    connection = now;
  }

  function take(event) {
    if (event.seq <= lastSeq) return;
    lastSeq = event.seq;
    measuring ||= event.type === "started";
    onEvent(event);
  }

  function open() {
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    const after = delivers && lastSeq > 0 ? `&after=${lastSeq}` : "";
    const path = below(`/api/runs/${encodeURIComponent(id)}/events?batch=true${after}`);
    if (failures === 0) tell("connecting");
    leaveSocket();
    timer = setTimeout(failed, PATIENCE_MILLIS);
    try {
      socket = new WebSocket(`${scheme}://${location.host}${path}`);
    } catch {
      return failed();
    }
    socket.onopen = () => delivers && works();
    socket.onmessage = ({ data }) => {
      delivers = true;
      works();
      [JSON.parse(data)].flat().forEach(take);
    };
    socket.onclose = closed;
  }

  function works() {
    clearTimeout(timer);
    failures = 0;
    tell("open");
  }

  function closed({ code }) {
    if (code === CLOSED_AT_THE_END) end();
    else if (code === CLOSED_UNKNOWN_RUN) unknown();
    else failed();
  }

  function failed() {
    leaveSocket();
    failures += 1;
    nextTry = Date.now() + Math.min(failures * 10_000, MOST_MILLIS_WITHOUT_A_TRY);
    if (failures < FAILURES_BEFORE_ASKING) lost();
    else ask();
  }

  function lost() {
    tell("lost");
    timer = setTimeout(open, BACK_OFF_MILLIS[Math.min(failures, BACK_OFF_MILLIS.length) - 1]);
  }

  async function ask() {
    const asked = turn;
    try {
      const { ended, events } = await runEvents(id, lastSeq);
      if (asked !== turn) return;
      tell("asking");
      events.forEach(take);
      const again = () => (Date.now() < nextTry ? ask() : open());
      if (ended) end();
      else timer = setTimeout(again, measuring ? ASK_MILLIS_WHILE_MEASURING : ASK_MILLIS);
    } catch ({ status }) {
      if (asked !== turn) return;
      if (status === 404) unknown();
      else lost();
    }
  }

  function unknown() {
    end();
    onUnknown();
  }

  function end() {
    stop();
    tell("closed");
  }

  function stop() {
    leaveSocket();
    window.removeEventListener("online", retryNow);
  }

  /** Gives up the socket and what waits, without hearing of its end. */
  function leaveSocket() {
    clearTimeout(timer);
    turn += 1;
    if (!socket) return;
    Object.assign(socket, { onopen: null, onmessage: null, onclose: null });
    socket.close();
    socket = null;
  }

  function retryNow() {
    if (connection === "lost") open();
  }

  window.addEventListener("online", retryNow);
  open();
  return stop;
}
