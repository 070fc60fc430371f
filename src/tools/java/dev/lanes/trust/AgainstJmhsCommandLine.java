package dev.lanes.trust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.commons.math3.stat.StatUtils;

/// The same class measured here and by JMH's own command line with its default forks, iterations and times, in JVMs
/// with the same flags.
final class AgainstJmhsCommandLine implements Check {
    private static final double FURTHEST = 0.03;

    @Override
    public String name() {
        return "JMH's command line";
    }

    @Override
    public Line run(PackagedServer server, Scale scale) throws Exception {
        Steady steady = new Steady(server);
        String[] run = new String[1];
        List<MeasuredCase> ours = steady.measure(() -> {
            run[0] = server.submit(Requests.rowVsColumn(scale));
            return server.awaitCases(run[0]);
        });
        List<String> apart = new ArrayList<>();
        boolean near = true;
        JsonNode exported = server.get(run[0] + "/jmh.json");
        for (int i = 0; i < ours.size(); i++) {
            double theirs = medianByJmh(exported.get(i), server.folder().resolve("jmh-" + i + ".json"), scale);
            double distance = ours.get(i).distance(theirs);
            near &= Math.abs(distance) <= FURTHEST;
            apart.add(ours.get(i).key() + " " + MeasuredCase.percent(distance));
        }
        return new Line(
                name(),
                "`row-vs-column` at %s effort against `org.openjdk.jmh.Main` with %s: medians within 3 %%".formatted(
                        scale.effort().id(),
                        scale.jmhArguments().isEmpty()
                                ? "its default settings"
                                : "`" + String.join(" ", scale.jmhArguments()) + "`"),
                String.join(", ", apart) + steady.setAsideInWords(), near);
    }

    private static double medianByJmh(JsonNode exported, Path file, Scale scale)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                "-Djava.io.tmpdir=" + file.getParent(), "org.openjdk.jmh.Main",
                "^" + exported.required("benchmark").asText().replace(".", "\\.") + "$",
                "-rf", "json", "-rff", file.toString(), "-foe", "true", "-jvmArgs", flags(exported)));
        exported.required("params").properties()
                .forEach(param -> arguments.addAll(List.of("-p", param.getKey() + "=" + param.getValue().asText())));
        arguments.addAll(scale.jmhArguments());
        try (ChildJvm jmh = ChildJvm.start(file.resolveSibling("jmh-errors.txt"), arguments)) {
            List<String> printed = jmh.process().inputReader().lines().toList();
            if (jmh.process().waitFor() != 0) {
                throw new IOException("JMH ended with exit code " + jmh.process().exitValue() + ": "
                        + printed.subList(Math.max(0, printed.size() - 5), printed.size()));
            }
        }
        JsonNode result = new ObjectMapper().readTree(file.toFile()).get(0);
        JsonNode forks = result.required("primaryMetric").required("rawData");
        return StatUtils.percentile(StreamSupport.stream(forks.spliterator(), false)
                .flatMap(fork -> StreamSupport.stream(fork.spliterator(), false))
                .mapToDouble(JsonNode::asDouble)
                .toArray(), 50);
    }

    /// The flags of our forks, without the folder that has gone with its run.
    private static String flags(JsonNode exported) {
        return StreamSupport.stream(exported.required("jvmArgs").spliterator(), false)
                .map(JsonNode::asText)
                .filter(flag -> !flag.startsWith("-Djava.io.tmpdir="))
                .collect(Collectors.joining(" "));
    }
}
