package dev.lanes.blas;

import java.nio.file.Path;

/// What a BLAS library says of itself.
///
/// @param version empty where it does not say
/// @param config how it was built and which kernels it chose, in its own words
/// @param file where it was loaded from
public record BlasFacts(String name, String version, String config, Path file) {}
