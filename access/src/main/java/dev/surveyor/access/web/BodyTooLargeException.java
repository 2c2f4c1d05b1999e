package dev.surveyor.access.web;

import dev.surveyor.access.Problem.Kind;
import java.io.IOException;
import org.springframework.http.ProblemDetail;

/** More came than is read. */
final class BodyTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;
    private static final int KILO = 1024;

    BodyTooLargeException(long bytesMax) {
        super("The body is larger than %d KB: send less.".formatted(bytesMax / KILO));
    }

    ProblemDetail problem() {
        return Problems.of(Kind.TOO_LARGE.status(), "body-too-large", getMessage());
    }
}
