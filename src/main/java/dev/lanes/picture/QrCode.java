package dev.lanes.picture;

import io.nayuki.qrcodegen.QrCode.Ecc;

/// A text as a QR code, as SVG: dark squares on white in every theme, since not every camera reads the reverse.
public final class QrCode {
    /// Modules of white around it; a camera needs four.
    private static final int QUIET = 4;

    private QrCode() {}

    /// @param text so short that a QR code holds it: below some 2,300 bytes
    public static String svg(String text) {
        io.nayuki.qrcodegen.QrCode code = io.nayuki.qrcodegen.QrCode.encodeText(text, Ecc.MEDIUM);
        int side = code.size + 2 * QUIET;
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M').append(x + QUIET).append(' ').append(y + QUIET).append("h1v1h-1z");
                }
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + " " + side + "\">"
                + "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path d=\"" + path + "\"/></svg>";
    }
}
