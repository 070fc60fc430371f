package dev.lanes.picture;

/// Nothing can be drawn, for want of typefaces.
public final class NoFontsException extends RuntimeException {
    NoFontsException(Throwable cause) {
        super("this system has no typefaces to draw with", cause);
    }
}
