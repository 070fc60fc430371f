package dev.lanes;

import java.io.File;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/// Prints how long each test class took when the tests were last run, as a table with the slowest first:
/// `java src/test/java/dev/lanes/TestTimes.java`. Classes run beside each other, so all of them together take less than
/// the sum.
final class TestTimes {
    /// Classes that are done sooner share one row.
    private static final double LEAST_SECONDS = 1;

    private TestTimes() {}

    private record Row(String name, int tests, double seconds) {}

    public static void main(String[] arguments) throws Exception {
        List<Row> rows = new ArrayList<>();
        for (File report : reports()) {
            Element suite = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report)
                    .getDocumentElement();
            rows.add(new Row(
                    suite.getAttribute("name").replaceFirst(".*\\.", ""),
                    Integer.parseInt(suite.getAttribute("tests")),
                    Double.parseDouble(suite.getAttribute("time").replace(",", ""))));
        }
        rows.sort(Comparator.comparingDouble(Row::seconds).reversed());
        List<Row> quick = rows.stream().filter(row -> row.seconds() < LEAST_SECONDS).toList();
        System.out.println("| class | tests | seconds |\n|---|---|---|");
        rows.stream().filter(row -> row.seconds() >= LEAST_SECONDS).forEach(TestTimes::print);
        print(together("%d others".formatted(quick.size()), quick));
        print(together("sum", rows));
    }

    private static List<File> reports() {
        return Stream.of("target/surefire-reports", "target/failsafe-reports")
                .map(folder -> new File(folder).listFiles((parent, name) -> name.matches("TEST-.*\\.xml")))
                .flatMap(files -> Stream.of(files == null ? new File[0] : files))
                .toList();
    }

    private static Row together(String name, List<Row> rows) {
        return new Row(
                name, rows.stream().mapToInt(Row::tests).sum(), rows.stream().mapToDouble(Row::seconds).sum());
    }

    private static void print(Row row) {
        System.out.printf(Locale.ROOT, "| %s | %d | %.1f |%n", row.name(), row.tests(), row.seconds());
    }
}
