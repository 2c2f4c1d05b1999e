package dev.surveyor.bench.http;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A call as it goes over the wire, however wrong. Texts stand for bytes, one character each.
 *
 * @param headers whole lines, without those of the connection and the body's length
 */
record RawCall(
        String method,
        String target,
        List<String> headers,
        @Nullable String body,
        boolean chunked) {

    private static final int SHOWN_CHARACTERS = 400;

    RawCall {
        headers = List.copyOf(headers);
    }

    String wire(String authority) {
        StringBuilder wire = new StringBuilder();
        wire.append(method).append(' ').append(target).append(" HTTP/1.1\r\n");
        wire.append("Host: ").append(authority).append("\r\nConnection: close\r\n");
        headers.forEach(header -> wire.append(header).append("\r\n"));
        if (body == null) {
            return wire.append("\r\n").toString();
        }
        return chunked
                ? wire.append("Transfer-Encoding: chunked\r\n\r\n")
                        .append(Integer.toHexString(body.length()))
                        .append("\r\n")
                        .append(body)
                        .append("\r\n0\r\n\r\n")
                        .toString()
                : wire.append("Content-Length: ")
                        .append(body.length())
                        .append("\r\n\r\n")
                        .append(body)
                        .toString();
    }

    /** For a shell; what is long is cut, the seed brings it back whole. */
    String curl(String server, List<String> secrets) {
        StringBuilder line = new StringBuilder("curl -i --path-as-is -X ").append(method);
        line.append(' ').append(quoted(server + target));
        headers.forEach(header -> line.append(" -H ").append(quoted(header)));
        if (chunked) {
            line.append(" -H 'Transfer-Encoding: chunked'");
        }
        if (body != null) {
            line.append(" --data-binary ").append(quoted(body));
        }
        String masked = line.toString();
        for (String secret : secrets) {
            masked = masked.replace(secret, "******");
        }
        return masked;
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("$'");
        for (char c : text.substring(0, Math.min(text.length(), SHOWN_CHARACTERS)).toCharArray()) {
            if (c == '\'' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c >= ' ' && c <= '~') {
                quoted.append(c);
            } else {
                quoted.append(String.format(Locale.ROOT, "\\x%02x", (int) c));
            }
        }
        return text.length() > SHOWN_CHARACTERS
                ? quoted + "'… (" + text.length() + " bytes)"
                : quoted + "'";
    }
}
