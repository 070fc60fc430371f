import * as queues from "../js/guide/guide-run.js";
import { equal, says, test } from "./harness.js";
import { plain, pooled } from "./samples.js";

const begun = () => queues.newQueue("guide", [plain, pooled]);
const guideRun = { variants: ["alone", "shared"], pools: ["virtual"], workers: [4], seconds: 9 };
const proposed = { ...pooled, guideRun };

test("a queue measures what the server proposes, or else the defaults", () => {
  equal(queues.guideSettings(proposed), {
    params: {},
    variants: ["alone", "shared"],
    pools: ["virtual"],
    workers: [4],
    effort: "quick",
  });
  equal(queues.guideSettings(pooled).workers, [1, 2]);
  equal(queues.guideSeconds(proposed), 10.5);
  equal(queues.secondsOf([plain, proposed]), 1.5 + 3 * 2 + 10.5);
});

test("a queue goes from one experiment to the next and then is over", () => {
  const first = begun();
  equal([queues.current(first), queues.isRunning(first)], ["plain", true]);
  const second = queues.ended(queues.taken(first, "r1"), { seconds: 7 });
  equal([queues.current(second), second.runId], ["pooled", null]);
  const over = queues.ended(second, { seconds: 12 });
  equal([queues.current(over), queues.isRunning(over), over.state], [null, false, "over"]);
  equal([queues.doneShare(over, null), queues.secondsLeft(over, null), queues.leftText(over)], [1, 0, ""]);
});

test("a failure does not end the queue and is listed", () => {
  const second = queues.ended(begun(), { failure: "A fork failed." });
  equal([queues.current(second), queues.isRunning(second)], ["pooled", true]);
  equal(second.failures, [{ id: "plain", text: "A fork failed." }]);
  says(queues.queueText(queues.ended(second, { seconds: 3 })), "1 of 2", "1 without");
});

test("a stopped queue stays where it is until it is taken up", () => {
  const stopped = queues.stopped(queues.ended(begun(), { seconds: 7 }));
  equal([queues.isRunning(stopped), queues.current(stopped)], [false, "pooled"]);
  says(queues.queueText(stopped), "stopped", "1 of 2");
  const again = queues.takenUp(stopped);
  equal([queues.isRunning(again), queues.current(again)], [true, "pooled"]);
});

test("a queue says where it is", () => {
  says(queues.queueText(queues.newQueue(2, [plain]), "Plain"), "section 2", "1 of 1", "Plain");
});

test("what is left is what the experiments take, less what the current run has done", () => {
  const queue = begun();
  const all = queue.seconds[0] + queue.seconds[1];
  equal(queues.secondsLeft(queue, null), all);
  equal(queues.secondsLeft(queue, { remainingSeconds: 3, doneFraction: 0.5 }), 3 + queue.seconds[1]);
  equal(queues.doneShare(queue, { doneFraction: 0.5 }), (queue.seconds[0] * 0.5) / all);
});

test("runs that take twice as long as estimated put off the end", () => {
  const quick = queues.ended(begun(), { seconds: begun().seconds[0] });
  const slow = queues.ended(begun(), { seconds: begun().seconds[0] * 2 });
  equal(queues.secondsLeft(quick, null), quick.seconds[1]);
  equal(queues.secondsLeft(slow, null) > slow.seconds[1] * 1.1, true);
});

test("after a reload the queue is there, stopped where it was, with its run", () => {
  const kept = JSON.stringify(queues.taken(queues.ended(begun(), { seconds: 7 }), "r2"));
  const found = queues.parseQueue(kept, [plain, pooled]);
  equal([found.state, found.at, found.runId], ["stopped", 1, "r2"]);
  equal(queues.parseQueue(JSON.stringify(queues.ended(queues.ended(begun()))), [plain, pooled]).state, "over");
});

test("a stored queue that nobody understands is none", () => {
  const kept = JSON.stringify(begun());
  equal(queues.parseQueue(null, [plain, pooled]), null);
  equal(queues.parseQueue("{", [plain, pooled]), null);
  equal(queues.parseQueue('{"version":1}', [plain, pooled]), null);
  equal(queues.parseQueue(kept, [plain]), null);
  equal(queues.parseQueue(kept.replace('"version":1', '"version":2'), [plain, pooled]), null);
});
