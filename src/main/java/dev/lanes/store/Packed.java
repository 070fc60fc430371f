package dev.lanes.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// A document as it lies in the database: gzip, about a tenth of its JSON.
final class Packed {
    private Packed() {}

    /// Null of null.
    static byte[] of(byte[] document) {
        if (document == null) {
            return null;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packer = new GZIPOutputStream(bytes)) {
            packer.write(document);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /// Null of null.
    static byte[] unpack(byte[] packed) {
        if (packed == null) {
            return null;
        }
        try (GZIPInputStream document = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return document.readAllBytes();
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
