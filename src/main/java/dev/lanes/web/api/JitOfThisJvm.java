package dev.lanes.web.api;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/// Which JIT compilers the JVM of the server runs with.
final class JitOfThisJvm {
    private static final int C1_WITHOUT_PROFILING = 1;
    private static final int C2 = 4;

    private JitOfThisJvm() {}

    static String name() {
        HotSpotDiagnosticMXBean hotSpot = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        if (System.getProperty("java.vm.info", "").contains("interpreted mode")) {
            return "none, interpreter only";
        }
        int tier = Integer.parseInt(hotSpot.getVMOption("TieredStopAtLevel").getValue());
        return tier >= C2 ? "C1 and C2" : tier >= C1_WITHOUT_PROFILING ? "C1 only" : "none, interpreter only";
    }
}
