package dev.surveyor.access.login;

import dev.surveyor.access.AccessException;
import dev.surveyor.access.AccessException.Code;
import dev.surveyor.access.AccessSettings;
import dev.surveyor.access.Caller;
import dev.surveyor.access.Needs;
import dev.surveyor.access.Open;
import dev.surveyor.access.Permission;
import dev.surveyor.access.tokens.AccessTokens;
import dev.surveyor.access.users.User;
import dev.surveyor.access.users.Users;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Logging in, refreshing, logging out, and who one is. */
@RestController
@RequestMapping("/api/v1/auth")
class AuthController {

    /** Where the refresh token goes. */
    enum Keep {
        /** Into the answer's body: for programs. */
        BODY,
        /** Into a cookie that no script reads: for browsers. */
        COOKIE
    }

    /** Either name or e-mail address; without a wish the refresh token comes in the body. */
    record Credentials(
            @NotNull @Size(min = 1, max = 254) String username,
            @NotNull @Size(min = 1, max = 200) String password,
            @Nullable Keep keepRefreshTokenIn) {

        @Override
        public String toString() {
            return "Credentials[******]";
        }
    }

    /** Nothing in it: the token is taken from the cookie. */
    record Refresh(@Nullable @Size(min = 1, max = 100) String refreshToken) {

        @Override
        public String toString() {
            return "Refresh[******]";
        }
    }

    /** The refresh token is null where a cookie holds it. */
    record Tokens(
            String accessToken,
            String tokenType,
            long expiresInSeconds,
            @Nullable String refreshToken,
            User user) {

        @Override
        public String toString() {
            return "Tokens[******]";
        }
    }

    /** Oneself, and what one may do. */
    record Me(User user, List<String> permissions) {}

    private final LogIn logIn;
    private final AccessTokens tokens;
    private final Users users;
    private final RefreshCookie cookie;
    private final AccessSettings settings;

    AuthController(
            LogIn logIn,
            AccessTokens tokens,
            Users users,
            RefreshCookie cookie,
            AccessSettings settings) {
        this.logIn = logIn;
        this.tokens = tokens;
        this.users = users;
        this.cookie = cookie;
        this.settings = settings;
    }

    @PostMapping("/login")
    @Open
    ResponseEntity<Tokens> login(
            @Valid @RequestBody Credentials credentials, HttpServletRequest request) {
        LogIn.In in = logIn.in(credentials.username(), credentials.password());
        return answer(in, credentials.keepRefreshTokenIn() == Keep.COOKIE, request);
    }

    @PostMapping("/refresh")
    @Open
    ResponseEntity<Tokens> refresh(
            @Valid @RequestBody(required = false) @Nullable Refresh body,
            HttpServletRequest request) {
        if (body != null && body.refreshToken() != null) {
            return answer(logIn.again(body.refreshToken()), false, request);
        }
        Optional<String> kept = cookie.of(request);
        return answer(
                logIn.again(
                        kept.orElseThrow(() ->
                                new AccessException(
                                        Code.TOKEN_INVALID,
                                        "There is no refresh token in body or cookie: log in."))),
                true,
                request);
    }

    private ResponseEntity<Tokens> answer(
            LogIn.In in, boolean inCookie, HttpServletRequest request) {
        String refreshToken = in.session().refreshToken();
        Tokens body =
                new Tokens(
                        tokens.issue(in.user().id(), in.session().sessionId()),
                        "Bearer",
                        settings.accessTokenTtl().toSeconds(),
                        inCookie ? null : refreshToken,
                        in.user());
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (inCookie) {
            answer.header(HttpHeaders.SET_COOKIE, cookie.holding(refreshToken, request));
        }
        return answer.body(body);
    }

    @PostMapping("/logout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.ACCOUNT)
    ResponseEntity<Void> logout(Caller caller, HttpServletRequest request) {
        logIn.out(caller);
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, cookie.emptied(request))
                .build();
    }

    @GetMapping("/me")
    @Needs(Permission.ACCOUNT)
    Me me(Caller caller) {
        return new Me(
                users.byId(caller.id()).orElseThrow(),
                caller.permissions().stream().map(Permission::scope).sorted().toList());
    }
}
