package dev.surveyor.sources.postgres;

import dev.surveyor.sources.SourceException;
import dev.surveyor.sources.SourceException.Code;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/** What the server's error codes mean to the house. */
final class PostgresFailures {

    private PostgresFailures() {}

    static SourceException of(SQLException failure) {
        return HandshakeFailures.of(failure).orElseGet(() -> ofState(failure));
    }

    private static SourceException ofState(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        String said = said(failure);
        return switch (state) {
            case "08001" ->
                    failed(
                            Code.UNREACHABLE,
                            true,
                            said + " Check host, port and firewall.",
                            failure);
            // The driver's own word: it was asked for what it was not given.
            case "08004" ->
                    failed(
                            Code.REFUSED,
                            false,
                            said + " Check user, password and encryption.",
                            failure);
            case "3D000" ->
                    failed(
                            Code.UNKNOWN_OBJECT,
                            false,
                            said + " Check the database's name.",
                            failure);
            case "42501" ->
                    failed(
                            Code.DENIED,
                            false,
                            said + " Grant it to the role, or leave it out.",
                            failure);
            case "42P01", "42703", "3F000", "42883", "42704" ->
                    failed(Code.UNKNOWN_OBJECT, false, said, failure);
            case "25006" -> failed(Code.NOT_READ_ONLY, false, said, failure);
            case "55P03" ->
                    failed(
                            Code.LOCKED,
                            true,
                            "Another session holds a lock on it: try again later.",
                            failure);
            case "57014" ->
                    failed(
                            Code.TIMED_OUT,
                            true,
                            "The source took longer than it may: ask for less, or raise the time limit.",
                            failure);
            case "57P03" ->
                    failed(Code.UNREACHABLE, true, said + " Try again in a moment.", failure);
            default -> ofClass(state.length() < 2 ? "" : state.substring(0, 2), said, failure);
        };
    }

    private static SourceException ofClass(String stateClass, String said, SQLException failure) {
        return switch (stateClass) {
            case "08", "57" ->
                    failed(
                            Code.CONNECTION_LOST,
                            true,
                            "The connection to the source broke: " + said + " Try again.",
                            failure);
            case "28" ->
                    failed(
                            Code.REFUSED,
                            false,
                            said
                                    + " Check user, password and what the server's pg_hba.conf allows.",
                            failure);
            case "53" -> failed(Code.OVERLOADED, true, said + " Try again later.", failure);
            case "40" -> failed(Code.FAILED, true, said + " Try again.", failure);
            // What is quoted there are values of rows.
            case "22" -> failed(Code.BAD_SQL, false, said.replaceAll("\".*\"", "\"…\""), failure);
            case "42", "26", "34", "0A" -> failed(Code.BAD_SQL, false, said, failure);
            default -> failed(Code.FAILED, false, said, failure);
        };
    }

    private static String said(SQLException failure) {
        String message = failure.getMessage();
        if (failure instanceof PSQLException known && known.getServerErrorMessage() != null) {
            message = known.getServerErrorMessage().getMessage();
        }
        if (message == null || message.isBlank()) {
            return "The source failed.";
        }
        return message.endsWith(".") ? message : message + ".";
    }

    private static SourceException failed(
            Code code, boolean transientFailure, String message, @Nullable Throwable cause) {
        return new SourceException(code, transientFailure, message, cause);
    }
}
