package dev.surveyor.access.web;

import dev.surveyor.access.Exchange;
import dev.surveyor.access.Problem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** RFC 9457 problems as all our answers have them: a stable code, a sentence, the request's id. */
final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    static final String CODE = "code";
    static final String ERRORS = "errors";
    private static final String RETRY_AFTER = "retryAfterSeconds";

    /** One field that is wrong, and how. */
    record FieldError(String field, String message) {}

    private Problems() {}

    static ProblemDetail of(int status, String code, @Nullable String sentence) {
        ProblemDetail problem = ProblemDetail.forStatus(HttpStatusCode.valueOf(status));
        problem.setDetail(sentence);
        problem.setProperty(CODE, code);
        problem.setProperty("requestId", Exchange.current().requestId());
        return problem;
    }

    static ProblemDetail of(Problem exception) {
        ProblemDetail problem =
                of(exception.kind().status(), exception.stableCode(), exception.getMessage());
        exception.extras().forEach(problem::setProperty);
        return problem;
    }

    /** For the header that says the same. */
    static Optional<String> secondsToWait(ProblemDetail problem) {
        return Optional.ofNullable(problem.getProperties())
                .map(properties -> properties.get(RETRY_AFTER))
                .map(Object::toString);
    }

    static ProblemDetail storeUnavailable(Exception exception) {
        LOG.warn("The store does not answer: {}", exception.getMessage());
        return of(
                Problem.Kind.UNAVAILABLE.status(),
                "store-unavailable",
                "The store does not answer: try again in a moment.");
    }

    static ProblemDetail badInput(String code, List<FieldError> errors) {
        ProblemDetail problem =
                of(
                        Problem.Kind.BAD_REQUEST.status(),
                        code,
                        String.join(
                                "; ",
                                errors.stream()
                                        .map(error -> error.field() + " " + error.message())
                                        .toList()));
        problem.setProperty(ERRORS, errors);
        return problem;
    }
}
