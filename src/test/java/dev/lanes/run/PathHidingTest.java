package dev.lanes.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.event.Fit;
import dev.lanes.event.Plan;
import dev.lanes.event.Problem;
import dev.lanes.event.RunEvent;
import dev.lanes.event.Speedup;
import dev.lanes.event.Verdict;
import dev.lanes.process.Cancellation;
import java.util.List;
import org.junit.jupiter.api.Test;

class PathHidingTest {

    @Test
    void allElseOfAFinishedRunIsToldAsItIs() {
        RunEvent.Finished all = new RunEvent.Finished(
                Verdict.of(Verdict.Outcome.HOLDS, "It holds.", 2.0, new Speedup(2, 1.9, 2.1), null, null)
                        .on(null, null, null, null, List.of("Why."), List.of("code")),
                List.of(Fit.refused("plain", Plan.Pool.PLATFORM, "Nothing was measured.")), null, List.of(),
                "1.37", FakeWorker.CEILINGS);

        assertThat(told(all)).isEqualTo(all);
    }

    @Test
    void ofAFailureTheSentenceIsToldAndNotWhatWasPrinted() {
        assertThat(detail("The measuring process crashed with exit code 134. It printed last:\n#  /opt/jdk/lib"))
                .startsWith("The measuring process crashed with exit code 134. ").doesNotContain("/opt/jdk");
        assertThat(detail("Nothing was heard of the measuring process for 60 s."))
                .startsWith("Nothing was heard of the measuring process for 60 s.");
    }

    @Test
    void whatIsNoSentenceOfLanesIsNotTold() {
        for (String printed : List.of(
                "java.lang.IllegalStateException: broken\n\tat dev.lanes.Some.thing(Some.java:7)",
                "The measuring process cannot be used: Cannot run program \"/opt/jdk/bin/java\".")) {
            assertThat(detail(printed)).isNotBlank().isEqualTo(detail(""));
        }
    }

    @Test
    void aCancelledRunStaysWhatItIs() {
        assertThat(told(new RunEvent.Cancelled())).isEqualTo(new RunEvent.Cancelled());
    }

    private static String detail(String detail) {
        return ((RunEvent.Failed) told(new RunEvent.Failed(new Problem("Broken", detail)))).problem().detail();
    }

    private static RunEvent told(RunEvent last) {
        return new PathHiding((planned, events, cancellation) -> last).measure(null, event -> {}, new Cancellation());
    }
}
