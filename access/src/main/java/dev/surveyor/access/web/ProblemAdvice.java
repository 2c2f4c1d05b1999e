package dev.surveyor.access.web;

import dev.surveyor.access.Problem;
import dev.surveyor.access.web.Problems.FieldError;
import java.util.List;
import java.util.Locale;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/** Turns whatever goes wrong in a controller into a problem; nothing internal leaves with it. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final String BAD_INPUT = "bad-input";

    @ExceptionHandler
    @Nullable ResponseEntity<Object> anything(Exception exception, WebRequest request) {
        ProblemDetail problem =
                switch (exception) {
                    case Problem ours -> Problems.of(ours);
                    case DataAccessResourceFailureException e -> Problems.storeUnavailable(e);
                    case TransientDataAccessException e -> Problems.storeUnavailable(e);
                    case CannotCreateTransactionException e -> Problems.storeUnavailable(e);
                    case RequestRejectedException _ ->
                            malformed("request", "holds characters that are not allowed");
                    case InvalidParameterException _ ->
                            malformed("query", "must be UTF-8, percent-encoded");
                    case MultipartException e -> unreadableForm();
                    default -> internal(exception);
                };
        return answer(exception, problem, new HttpHeaders(), request);
    }

    /** What security or the container refuse only when a controller's values are read. */
    private static ProblemDetail malformed(String part, String how) {
        return Problems.badInput(BAD_INPUT, List.of(new FieldError(part, how)));
    }

    private static ProblemDetail unreadableForm() {
        HttpStatus status = HttpStatus.UNSUPPORTED_MEDIA_TYPE;
        return Problems.of(status.value(), code(status), "This form cannot be read: send JSON.");
    }

    private static ProblemDetail internal(Exception exception) {
        LOG.error("A request failed", exception);
        return Problems.of(
                HttpStatus.INTERNAL_SERVER_ERROR.value(),
                "internal-error",
                "Something went wrong here: tell the operator the request id.");
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException exception,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        List<FieldError> errors =
                exception.getBindingResult().getFieldErrors().stream()
                        .map(error ->
                                new FieldError(error.getField(), text(error.getDefaultMessage())))
                        .toList();
        return answer(exception, Problems.badInput(BAD_INPUT, errors), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException exception,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        List<FieldError> errors =
                exception.getParameterValidationResults().stream()
                        .flatMap(result ->
                                result instanceof ParameterErrors fields
                                        ? fields.getFieldErrors().stream()
                                                .map(error ->
                                                        new FieldError(
                                                                error.getField(),
                                                                text(error.getDefaultMessage())))
                                        : result.getResolvableErrors().stream()
                                                .map(error ->
                                                        new FieldError(
                                                                text(
                                                                        result.getMethodParameter()
                                                                                .getParameterName()),
                                                                text(error.getDefaultMessage()))))
                        .toList();
        return answer(exception, Problems.badInput(BAD_INPUT, errors), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException exception,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        String field =
                exception instanceof MethodArgumentTypeMismatchException mismatch
                        ? mismatch.getName()
                        : text(exception.getPropertyName());
        Class<?> type = exception.getRequiredType();
        String wanted = type == null ? "something else" : JsonTrouble.inWords(type);
        return answer(
                exception,
                Problems.badInput(BAD_INPUT, List.of(new FieldError(field, "must be " + wanted))),
                headers,
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException exception,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return answer(
                exception,
                Problems.badInput(
                        BAD_INPUT,
                        List.of(new FieldError(exception.getParameterName(), "must be given"))),
                headers,
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException exception,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLargeException tooLarge) {
                return answer(exception, tooLarge.problem(), headers, request);
            }
            if (cause instanceof JacksonException json) {
                return answer(
                        exception,
                        Problems.badInput(BAD_INPUT, List.of(JsonTrouble.of(json))),
                        headers,
                        request);
            }
        }
        return answer(
                exception,
                Problems.badInput(
                        BAD_INPUT, List.of(new FieldError("body", "must be a JSON object"))),
                headers,
                request);
    }

    /** All else that Spring MVC refuses: the status says it, the code is its name. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception exception,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        String sentence = body instanceof ProblemDetail problem ? problem.getDetail() : null;
        return answer(
                exception, Problems.of(status.value(), code(status), sentence), headers, request);
    }

    static String code(HttpStatusCode status) {
        HttpStatus known = HttpStatus.resolve(status.value());
        return known == null
                ? "status-" + status.value()
                : known.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private @Nullable ResponseEntity<Object> answer(
            Exception exception, ProblemDetail problem, HttpHeaders headers, WebRequest request) {
        HttpHeaders sent = new HttpHeaders(headers);
        if (problem.getStatus() == Problem.Kind.UNAUTHENTICATED.status()) {
            sent.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        Problems.secondsToWait(problem)
                .ifPresent(seconds -> sent.set(HttpHeaders.RETRY_AFTER, seconds));
        return super.handleExceptionInternal(
                exception, problem, sent, HttpStatusCode.valueOf(problem.getStatus()), request);
    }

    private static String text(@Nullable String text) {
        return text == null ? "is wrong" : text;
    }
}
