package dev.lanes;

import java.io.File;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/// A tool that prints how long the tests took, by the reports of the last `./mvnw clean verify`:
/// `java src/tools/java/dev/lanes/TestTimes.java > docs/results/test-times.md`. Classes run beside each other, so
/// all of them together take less than the sum. It is one file, so that Java starts it as it is.
final class TestTimes {
    /// Classes that are done sooner share one row.
    private static final double LEAST_SECONDS = 10;

    private TestTimes() {}

    /// @param ended in milliseconds of the clock, when its report was written
    private record Row(String name, int tests, double seconds, long ended) {}

    public static void main(String[] arguments) throws Exception {
        List<Row> unit = rows("target/surefire-reports");
        List<Row> packaged = rows("target/failsafe-reports");
        System.out.printf(Locale.ROOT, """
                # Times of the tests

                The tests took %s from the first to the last, and those of the packaged app another %s, on %d
                processors. To compile and to package come on top of that. The table is written by
                `java src/tools/java/dev/lanes/TestTimes.java > docs/results/test-times.md` after `./mvnw clean verify`.

                | class | tests | seconds |
                |---|---|---|
                """, minutes(unit), minutes(packaged), Runtime.getRuntime().availableProcessors());
        List<Row> all = new ArrayList<>(unit);
        all.addAll(packaged);
        all.sort(Comparator.comparingDouble(Row::seconds).reversed());
        all.stream().filter(row -> row.seconds() >= LEAST_SECONDS).forEach(TestTimes::print);
        List<Row> quick = all.stream().filter(row -> row.seconds() < LEAST_SECONDS).toList();
        print(together("%d others".formatted(quick.size()), quick));
        print(together("sum", all));
    }

    private static List<Row> rows(String folder) throws Exception {
        List<Row> rows = new ArrayList<>();
        File[] reports = new File(folder).listFiles((parent, name) -> name.matches("TEST-.*\\.xml"));
        for (File report : reports == null ? new File[0] : reports) {
            Element suite = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report)
                    .getDocumentElement();
            rows.add(new Row(
                    suite.getAttribute("name").replaceFirst(".*\\.", ""),
                    Integer.parseInt(suite.getAttribute("tests")),
                    Double.parseDouble(suite.getAttribute("time").replace(",", "")), report.lastModified()));
        }
        return rows;
    }

    private static String minutes(List<Row> rows) {
        double first = rows.stream().mapToDouble(row -> row.ended() - 1000 * row.seconds()).min().orElse(0);
        double last = rows.stream().mapToDouble(Row::ended).max().orElse(0);
        return String.format(Locale.ROOT, "%.1f min", (last - first) / 60_000);
    }

    private static Row together(String name, List<Row> rows) {
        return new Row(
                name, rows.stream().mapToInt(Row::tests).sum(), rows.stream().mapToDouble(Row::seconds).sum(), 0);
    }

    private static void print(Row row) {
        System.out.printf(Locale.ROOT, "| %s | %d | %.1f |%n", row.name(), row.tests(), row.seconds());
    }
}
