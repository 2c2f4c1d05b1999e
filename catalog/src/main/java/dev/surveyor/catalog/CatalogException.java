package dev.surveyor.catalog;

import org.jspecify.annotations.Nullable;

/** The store cannot do what was asked; the message says in one sentence what to do about it. */
public final class CatalogException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What went wrong, for programs. */
    public enum Code {
        /** The embedded server cannot run on this system. */
        UNSUPPORTED_SYSTEM,
        /** No room left where the data folder lies. */
        DISK_FULL,
        /** The embedded server did not start or stopped by itself. */
        SERVER_FAILED,
        /** The data was written by a newer Surveyor or another PostgreSQL. */
        INCOMPATIBLE_DATA,
        /** The store cannot be reached or does not let us in. */
        UNREACHABLE,
        /** The store's schema cannot be brought up to date. */
        SCHEMA_FAILED,
        /** The sealing keys are missing, or not those that sealed. */
        KEYS_UNUSABLE
    }

    private final Code code;
    private final boolean transientFailure;

    public CatalogException(
            Code code, boolean transientFailure, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.transientFailure = transientFailure;
    }

    public Code code() {
        return code;
    }

    /** Whether the same call may succeed later without anybody changing anything. */
    public boolean transientFailure() {
        return transientFailure;
    }
}
