package dev.lanes.web.workshop;

import dev.lanes.web.http.LargerBodies;
import dev.lanes.web.http.ProblemException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// Who may have edited code compiled and run: this server's own page, in a browser on this machine, with the token of
/// this start.
///
/// Each condition stops an attack: the host against names that lead here by DNS rebinding, the origin and the fetch
/// metadata against pages of other sites, the token against anything that cannot send a header of its own.
@Singleton
public record WorkshopGate(Workshop workshop) implements LargerBodies {
    static final String TOKEN = "Lanes-Workshop";

    /// Eight files, every character of them as an escape of six.
    private static final long LARGEST_BODY = 4 << 20;

    /// @throws ProblemException with status 403 unless the call may run edited code
    public void enter(HttpServerRequest request) {
        refusal(request).ifPresent(WorkshopGate::refuse);
    }

    /// @throws ProblemException with status 403 unless the call may be told the token
    void enterForTheToken(HttpServerRequest request) {
        notOfThisPage(request).ifPresent(WorkshopGate::refuse);
    }

    @Override
    public OptionalLong limit(HttpServerRequest request) {
        return refusal(request).isEmpty() ? OptionalLong.of(LARGEST_BODY) : OptionalLong.empty();
    }

    /// Why the call may not, as a sentence; empty if it may.
    private Optional<String> refusal(HttpServerRequest request) {
        if (!workshop.isOpen()) {
            return workshop.closedBecause().map("Code cannot be edited here: %s."::formatted);
        }
        return notOfThisPage(request).or(() -> {
            String origin = only(request, HttpHeaders.ORIGIN);
            String own = request.scheme() + "://" + only(request, HttpHeaders.HOST);
            return !origin.equalsIgnoreCase(own)
                    ? Optional.of("Only this server's own page may run edited code: Origin must be %s.".formatted(own))
                    : !isToken(only(request, TOKEN))
                            ? Optional.of("Edited code needs the server's present token, in the header %s. "
                                    .formatted(TOKEN) + "Load the page again.")
                            : Optional.empty();
        });
    }

    private Optional<String> notOfThisPage(HttpServerRequest request) {
        return !isHere(request.remoteAddress().hostAddress(), request.authority())
                ? Optional.of("Code can be edited only at the address localhost, on this machine.")
                : !only(request, "Sec-Fetch-Site").equals("same-origin")
                        ? Optional.of("Only this server's own page may do this: Sec-Fetch-Site must be same-origin.")
                        : Optional.empty();
    }

    /// Whether a program on this machine calls the server by a name of this machine, also on a server that answers to
    /// other names.
    static boolean isHere(String caller, HostAndPort called) {
        return Workshop.isLoopback(caller) && Optional.ofNullable(called).map(HostAndPort::host)
                .map(host -> host.startsWith("[") ? host.substring(1, host.length() - 1) : host)
                .filter(Workshop::isLoopback).isPresent();
    }

    private boolean isToken(String given) {
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), workshop.token().getBytes(StandardCharsets.UTF_8));
    }

    /// Empty if the header is missing or occurs several times.
    private static String only(HttpServerRequest request, CharSequence header) {
        List<String> all = request.headers().getAll(header);
        return Stream.of(all).filter(one -> one.size() == 1).map(List::getFirst).findFirst().orElse("");
    }

    private static void refuse(String sentence) {
        throw new ProblemException(403, sentence);
    }
}
