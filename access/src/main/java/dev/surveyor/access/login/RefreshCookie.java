package dev.surveyor.access.login;

import dev.surveyor.access.AccessException;
import dev.surveyor.access.AccessException.Code;
import dev.surveyor.access.AccessSettings;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Where a browser keeps its refresh token: a cookie that no script reads and that goes only to the
 * log-in's own paths, only from our own pages.
 */
@Component
class RefreshCookie {

    static final String NAME = "surveyor_refresh";
    private static final String PATH = "/api/v1/auth";

    private final AccessSettings settings;

    RefreshCookie(AccessSettings settings) {
        this.settings = settings;
    }

    String holding(String token, HttpServletRequest request) {
        return cookie(token, settings.refreshTokenIdle(), request);
    }

    String emptied(HttpServletRequest request) {
        return cookie("", Duration.ZERO, request);
    }

    private static String cookie(String value, Duration maxAge, HttpServletRequest request) {
        return ResponseCookie.from(NAME, value)
                .path(request.getContextPath() + PATH)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .maxAge(maxAge)
                .build()
                .toString();
    }

    /**
     * The token that the browser sent along.
     *
     * @throws AccessException when another site's page made it do so
     */
    Optional<String> of(HttpServletRequest request) {
        Optional<String> token =
                Optional.ofNullable(request.getCookies()).stream()
                        .flatMap(Stream::of)
                        .filter(cookie -> NAME.equals(cookie.getName()))
                        .map(Cookie::getValue)
                        .filter(value -> !value.isEmpty())
                        .findFirst();
        if (token.isPresent() && !isOurPage(request)) {
            throw new AccessException(
                    Code.OTHER_SITE,
                    "The cookie counts only from this server's own pages: send the refresh token in the body.");
        }
        return token;
    }

    /**
     * Browsers say where a call comes from; what does not say so is no browser and needs no cookie.
     */
    private static boolean isOurPage(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        return sameOrigin(request.getHeader("Origin"), request);
    }

    private static boolean sameOrigin(@Nullable String origin, HttpServletRequest request) {
        if (origin == null) {
            return false;
        }
        try {
            URI uri = URI.create(origin);
            return request.getScheme().equals(uri.getScheme())
                    && request.getServerName().equalsIgnoreCase(uri.getHost())
                    && request.getServerPort() == port(uri);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "https".equals(uri.getScheme()) ? 443 : 80;
    }
}
