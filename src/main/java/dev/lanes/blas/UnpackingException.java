package dev.lanes.blas;

import java.io.IOException;

/// The library that came with the app could not be written to disk, from where alone it can be loaded.
final class UnpackingException extends RuntimeException {
    UnpackingException(IOException problem) {
        super("the OpenBLAS that comes with Lanes could not be unpacked (" + problem + ")", problem);
    }
}
