package dev.surveyor.sources.sqlite;

import dev.surveyor.sources.SourceException;
import dev.surveyor.sources.SourceException.Code;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What SQLite's result codes mean to the house. */
final class SqliteFailures {

    private static final int PRIMARY = 0xFF;

    private SqliteFailures() {}

    static SourceException of(SQLException failure) {
        SQLiteErrorCode code =
                failure instanceof SQLiteException known
                        ? primary(known.getResultCode())
                        : SQLiteErrorCode.UNKNOWN_ERROR;
        String said = said(failure);
        return switch (code) {
            case SQLITE_BUSY, SQLITE_LOCKED ->
                    failed(
                            Code.LOCKED,
                            true,
                            "Another process holds a lock on the file: try again later.",
                            failure);
            case SQLITE_INTERRUPT ->
                    failed(
                            Code.TIMED_OUT,
                            true,
                            "The source took longer than it may: ask for less, or raise the time limit.",
                            failure);
            case SQLITE_READONLY -> failed(Code.NOT_READ_ONLY, false, said, failure);
            case SQLITE_AUTH, SQLITE_PERM -> failed(Code.DENIED, false, said, failure);
            case SQLITE_CANTOPEN ->
                    failed(
                            Code.UNREACHABLE,
                            false,
                            said + " Check the rights on the file and its folder.",
                            failure);
            case SQLITE_NOTADB -> failed(Code.UNSUPPORTED, false, said, failure);
            case SQLITE_NOMEM, SQLITE_FULL -> failed(Code.OVERLOADED, true, said, failure);
            case SQLITE_IOERR -> failed(Code.CONNECTION_LOST, true, said, failure);
            case SQLITE_ERROR, SQLITE_RANGE, SQLITE_TOOBIG, SQLITE_MISMATCH ->
                    failed(
                            said.contains("no such") ? Code.UNKNOWN_OBJECT : Code.BAD_SQL,
                            false,
                            said,
                            failure);
            // SQLite has codes for what writers meet; nothing else is ours to tell apart.
            default -> failed(Code.FAILED, false, said, failure);
        };
    }

    /** Extended codes tell details in their higher bits. */
    private static SQLiteErrorCode primary(SQLiteErrorCode code) {
        return code.code > 0 ? SQLiteErrorCode.getErrorCode(code.code & PRIMARY) : code;
    }

    /** Without the driver's preface: {@code [SQLITE_ERROR] SQL error or missing database (…)}. */
    private static String said(SQLException failure) {
        String message = failure.getMessage() == null ? "" : failure.getMessage();
        int open = message.indexOf('(');
        int close = message.lastIndexOf(')');
        String inner =
                message.startsWith("[") && open > 0 && close > open
                        ? message.substring(open + 1, close)
                        : message;
        return inner.isBlank() ? "The source failed." : inner.endsWith(".") ? inner : inner + ".";
    }

    private static SourceException failed(
            Code code, boolean transientFailure, String message, SQLException cause) {
        return new SourceException(code, transientFailure, message, cause);
    }
}
