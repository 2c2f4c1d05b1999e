package dev.surveyor.bench.http;

import java.util.List;
import java.util.SplittableRandom;

/** What may be wrong around a call: its method and its headers. */
final class HeaderTwists {

    /** The container reads 8 KiB of headers, those of the connection itself among them. */
    private static final int READABLE_BYTES = 7000;

    private static final List<String> METHODS =
            List.of(
                    "GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE", "get",
                    "FOO");

    private static final List<String> CREDENTIALS =
            List.of(
                    "Authorization:",
                    "Authorization: Bearer",
                    "Authorization: Bearer  ",
                    "Authorization: bearer a.b.c",
                    "Authorization: Bearer ....",
                    "Authorization: Bearer eyJhbGciOiJub25lIn0.e30.",
                    "Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.e30.AAAA",
                    "Authorization: Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6ImF0K2p3dCIsImtpZCI6IngifQ.e30.AAAA",
                    "Authorization: Bearer \u00ff\u0080",
                    "Authorization: Bearer " + "x".repeat(6000),
                    "Authorization: Basic !!!",
                    "Authorization: Digest username=\"a",
                    "Authorization: svy_x",
                    "Authorization: Bearer svy_" + "A".repeat(43),
                    "X-API-Key:",
                    "X-API-Key: svy_",
                    "X-API-Key: \u00e9\u0080",
                    "X-API-Key: " + "k".repeat(6000),
                    "X-API-Key: svy_' OR 1=1 --");

    private static final List<String> OTHERS =
            List.of(
                    "X-Request-Id:",
                    "X-Request-Id: a b\tc",
                    "X-Request-Id: " + "r".repeat(5000),
                    "X-Request-Id: \u00e9\u00ff",
                    "X-Request-Id: ${jndi:ldap://x}",
                    "Range: bytes=0-0",
                    "Range: bytes=9-1",
                    "Range: lines=x",
                    "Range: bytes=" + "0-0,".repeat(500),
                    "If-None-Match: *",
                    "If-None-Match: \"",
                    "If-Match: W/\"x\"",
                    "If-Modified-Since: yesterday",
                    "If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT",
                    "Accept: application/xml",
                    "Accept: ;;;",
                    "Accept: text/html",
                    "Accept: a/b;q=x",
                    "Accept: " + "a/b,".repeat(300),
                    "Accept-Language: x-\u00ff,,;q=9",
                    "Accept-Charset: nonsense",
                    "Accept-Encoding: gzip, nonsense;q=7",
                    "Origin: null",
                    "Origin: https://evil.example",
                    "Origin: ::::",
                    "Cookie: surveyor_refresh=x",
                    "Cookie: surveyor_refresh=\u0080; ;;=; $Version=1",
                    "Cookie: " + "a=b; ".repeat(900),
                    "Sec-Fetch-Site: cross-site",
                    "Forwarded: for=\"[::1\";proto=gopher",
                    "X-Forwarded-For: 1.2.3.4, \u00ff",
                    "X-Forwarded-Host: evil example",
                    "X-Forwarded-Port: x",
                    "X-Forwarded-Proto: gopher",
                    "X-HTTP-Method-Override: DELETE",
                    "Content-Encoding: gzip",
                    "Content-Language: \u00ff",
                    "Upgrade: h2c",
                    "TE: trailers",
                    "Referer: \u00ff");

    private HeaderTwists() {}

    static List<Twist> all() {
        return List.of(
                new Twist("method wrong", any -> true, HeaderTwists::method),
                new Twist("credentials wrong", any -> true, HeaderTwists::credentials),
                new Twist("credentials of two kinds", any -> true, HeaderTwists::twoKinds),
                new Twist("header strange", any -> true, HeaderTwists::strange),
                new Twist(
                        "headers strange",
                        any -> true,
                        (draft, random) -> {
                            strange(draft, random);
                            strange(draft, random);
                            strange(draft, random);
                        }),
                new Twist("pre-flight", any -> true, HeaderTwists::preflight));
    }

    private static void method(Draft draft, SplittableRandom random) {
        draft.method = Twist.any(METHODS, random);
        draft.envelope = true;
        draft.unparsable = draft.method.equals("TRACE");
    }

    private static void credentials(Draft draft, SplittableRandom random) {
        draft.headers.removeIf(line -> line.startsWith("Authorization:"));
        twoKinds(draft, random);
    }

    private static void twoKinds(Draft draft, SplittableRandom random) {
        draft.headers.add(Twist.any(CREDENTIALS, random));
        draft.envelope = true;
    }

    private static void strange(Draft draft, SplittableRandom random) {
        draft.headers.add(Twist.any(OTHERS, random));
        draft.envelope = true;
        int bytes = draft.headers.stream().mapToInt(String::length).sum();
        draft.unparsable |= bytes > READABLE_BYTES;
    }

    private static void preflight(Draft draft, SplittableRandom random) {
        draft.method = "OPTIONS";
        draft.headers.add("Origin: https://other.example");
        draft.headers.add(
                "Access-Control-Request-Method: "
                        + Twist.any(List.of("PUT", "FOO", "", "\u00ff"), random));
        draft.headers.add("Access-Control-Request-Headers: authorization, \u00ff,,");
        draft.envelope = true;
    }
}
