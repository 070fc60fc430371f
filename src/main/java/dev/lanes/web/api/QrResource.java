package dev.lanes.web.api;

import dev.lanes.picture.QrCode;
import dev.lanes.web.http.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Addresses of this server for cameras.
@Path("/api/qr.svg")
@Tag(name = "Pages")
class QrResource {
    private static final int LONGEST = 1_000;

    @GET
    @Produces("image/svg+xml")
    @Operation(summary = "An address of this server, of at most 1,000 characters, as a QR code")
    public String code(@QueryParam("of") String address, @Context UriInfo here) {
        if (address == null || address.length() > LONGEST || !isOurs(address, here.getBaseUri())) {
            throw new ProblemException(
                    422, "of must be an address of this server of at most %s characters.".formatted(LONGEST), "of");
        }
        return QrCode.svg(address);
    }

    private static boolean isOurs(String address, URI here) {
        try {
            URI uri = new URI(address);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && Objects.equals(uri.getAuthority(), here.getAuthority());
        } catch (URISyntaxException notOne) {
            return false;
        }
    }
}
