package dev.lanes.trust;

/// A process that keeps one core busy until it is ended, or the process that started it is gone.
final class Burner {
    private Burner() {}

    public static void main(String[] arguments) throws Exception {
        Thread.ofPlatform().daemon().start(() -> {
            while (true) {
                Thread.onSpinWait();
            }
        });
        System.in.readAllBytes();
    }
}
