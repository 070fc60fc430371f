package dev.lanes.web.document;

import dev.lanes.picture.Preview;
import dev.lanes.picture.PreviewPicture;
import dev.lanes.web.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;

/// The pictures of link previews, drawn one at a time; the latest are remembered.
@ApplicationScoped
public class Pictures {
    public static final String PNG = "image/png";
    private static final int REMEMBERED = 32;

    private final LinkedHashMap<Preview, byte[]> drawn = new LinkedHashMap<>();

    /// @throws ProblemException with status 503 where nothing can be drawn
    public Response answer(Preview preview) {
        try {
            return Response.ok(picture(preview), PNG).header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600").build();
        } catch (PreviewPicture.NoFontsException nothingToDrawWith) {
            throw new ProblemException(
                    503, "This server cannot draw pictures: %s.".formatted(nothingToDrawWith.getMessage()));
        }
    }

    private synchronized byte[] picture(Preview preview) {
        byte[] picture = drawn.computeIfAbsent(preview, PreviewPicture::png);
        if (drawn.size() > REMEMBERED) {
            drawn.pollFirstEntry();
        }
        return picture;
    }
}
