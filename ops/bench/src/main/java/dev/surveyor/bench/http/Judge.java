package dev.surveyor.bench.http;

import dev.surveyor.bench.http.RawClient.Answered;
import dev.surveyor.bench.http.RawClient.Dropped;
import dev.surveyor.bench.http.RawClient.Outcome;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Says what is wrong with an answer, if anything is. */
record Judge(Schemas schemas) {

    private static final String PROBLEM = "application/problem+json";
    private static final int BAD_REQUEST = 400;

    /** Kinds of what is wrong, by the figures that count them. */
    enum Fault {
        SERVER_ERRORS,
        WITHOUT_CODE,
        UNNAMED_FIELD,
        UNDOCUMENTED
    }

    /** What is wrong, in words. */
    record Finding(Fault fault, String why) {}

    Optional<Finding> judge(Draft draft, Outcome outcome) {
        return switch (outcome) {
            case Dropped dropped -> finding(Fault.SERVER_ERRORS, dropped.how());
            case Answered answer -> judge(draft, answer);
        };
    }

    private Optional<Finding> judge(Draft draft, Answered answer) {
        int status = answer.status();
        if (status >= 500) {
            return finding(Fault.SERVER_ERRORS, "answered " + status);
        }
        JsonNode body = json(answer.body());
        if (status >= BAD_REQUEST && !draft.method.equals("HEAD")) {
            Optional<Finding> found = problem(draft, answer, body);
            if (found.isPresent()) {
                return found;
            }
        }
        if (draft.forbidden && status < BAD_REQUEST) {
            return finding(
                    Fault.UNDOCUMENTED, "answered %d to what is forbidden".formatted(status));
        }
        boolean another = draft.target != null || !draft.method.equals(draft.operation.method());
        return another || draft.unparsable
                ? Optional.empty()
                : documented(draft.operation, answer, body);
    }

    private static Optional<Finding> problem(Draft draft, Answered answer, JsonNode body) {
        if (draft.unparsable && answer.mediaType().startsWith("text/html")) {
            return Optional.empty();
        }
        boolean coded =
                answer.mediaType().equals(PROBLEM) && !body.path("code").asString("").isEmpty();
        if (!coded) {
            return finding(
                    Fault.WITHOUT_CODE,
                    "answered %d, '%s', without a code"
                            .formatted(answer.status(), answer.mediaType()));
        }
        if (answer.status() != BAD_REQUEST || draft.envelope) {
            return Optional.empty();
        }
        return names(body.path("errors"), draft)
                ? Optional.empty()
                : finding(
                        Fault.UNNAMED_FIELD,
                        "answered 400, errors are %s, the field is %s"
                                .formatted(body.path("errors"), draft.aim));
    }

    private static boolean names(JsonNode errors, Draft draft) {
        String aim = draft.aim;
        return StreamSupport.stream(errors.spliterator(), false)
                .map(error -> error.path("field").asString(""))
                .anyMatch(field ->
                        (aim == null || !draft.forbidden)
                                ? !field.isEmpty()
                                : field.equals(aim)
                                        || field.startsWith(aim + "[")
                                        || field.startsWith(aim + "."));
    }

    private Optional<Finding> documented(Operation operation, Answered answer, JsonNode body) {
        Operation.Answer documented = operation.answer(answer.status());
        if (documented == null) {
            return finding(Fault.UNDOCUMENTED, "answered " + answer.status());
        }
        if (answer.body().isEmpty()) {
            return Optional.empty();
        }
        JsonNode schema = documented.schema(answer.mediaType());
        if (schema == null) {
            return finding(
                    Fault.UNDOCUMENTED,
                    "answered %d with '%s'".formatted(answer.status(), answer.mediaType()));
        }
        return answer.status() >= BAD_REQUEST || schemas.allows(schema, body)
                ? Optional.empty()
                : finding(
                        Fault.UNDOCUMENTED,
                        "answered %d with another body than documented".formatted(answer.status()));
    }

    private static JsonNode json(String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    private static Optional<Finding> finding(Fault fault, String why) {
        return Optional.of(new Finding(fault, why));
    }
}
