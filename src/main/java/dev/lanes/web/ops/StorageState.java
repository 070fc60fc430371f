package dev.lanes.web.ops;

/// Whether results can be stored at the moment.
@FunctionalInterface
public interface StorageState {
    boolean available();
}
