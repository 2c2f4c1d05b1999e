package dev.surveyor.catalog.embedded;

import dev.surveyor.catalog.CatalogException;
import dev.surveyor.catalog.CatalogException.Code;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.springframework.util.FileSystemUtils;

/** The server's files. They come into being complete or not at all. */
record Cluster(Path dataFolder, PostgresBinaries binaries) {

    static final String SUPERUSER = "postgres";
    static final String OWNER = "surveyor";
    static final String QUERY_LOGIN = "surveyor_asks";
    static final String DATABASE = "surveyor";

    private static final int COMMAND_SECONDS_MAX = 120;

    Path folder() {
        return dataFolder.resolve("postgres");
    }

    /** Makes the files where there are none, with the logins and the catalog's database in them. */
    void create(StoreSecrets secrets, Consumer<String> progress) throws IOException {
        if (Files.exists(folder().resolve("PG_VERSION"))) {
            refuseOtherVersion();
            return;
        }
        progress.accept("Creating the embedded PostgreSQL " + binaries.version());
        Path unfinished = dataFolder.resolve("postgres.new");
        FileSystemUtils.deleteRecursively(unfinished);
        try {
            initialise(unfinished, secrets);
            layOut(unfinished, secrets);
            Files.move(unfinished, folder(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            FileSystemUtils.deleteRecursively(unfinished);
        }
    }

    /**
     * Stops a server that outlived its process, which happens when that and the keeper were killed
     * together. The caller holds the data folder's lock, so it belongs to nobody.
     */
    void stopLeftover() throws IOException {
        Path pidFile = folder().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        String pid = Files.readString(pidFile).lines().findFirst().orElse("").strip();
        Optional<ProcessHandle> holder =
                pid.matches("\\d{1,9}") ? ProcessHandle.of(Long.parseLong(pid)) : Optional.empty();
        if (holder.isPresent() && servesThisFolder(holder.get())) {
            run(
                    List.of(
                            binaries.program("pg_ctl").toString(),
                            "stop",
                            "--silent",
                            "--wait",
                            "--mode=fast",
                            "--timeout=60",
                            "--pgdata=" + folder()),
                    "");
        } else {
            // The number may meanwhile belong to any process: PostgreSQL would take that for
            // itself.
            Files.deleteIfExists(pidFile);
        }
    }

    private boolean servesThisFolder(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        boolean postgres = info.command().map(c -> c.endsWith("/postgres")).orElse(false);
        return postgres
                && info.arguments()
                        .map(words -> Arrays.asList(words).contains(folder().toString()))
                        .orElse(true);
    }

    private void refuseOtherVersion() throws IOException {
        String found = Files.readString(folder().resolve("PG_VERSION")).strip();
        if (!found.equals(Integer.toString(binaries.majorVersion()))) {
            throw new CatalogException(
                    Code.INCOMPATIBLE_DATA,
                    false,
                    "The data folder "
                            + dataFolder
                            + " was written by PostgreSQL "
                            + found
                            + ", this Surveyor brings PostgreSQL "
                            + binaries.majorVersion()
                            + ": use the Surveyor that wrote it, or another data folder.",
                    null);
        }
    }

    private void initialise(Path target, StoreSecrets secrets) throws IOException {
        Path passwordFile = dataFolder.resolve("secrets").resolve("initdb.password");
        Files.deleteIfExists(passwordFile);
        Files.createFile(
                passwordFile,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(passwordFile, secrets.superuser() + "\n");
            run(
                    List.of(
                            binaries.program("initdb").toString(),
                            "--pgdata=" + target,
                            "--username=" + SUPERUSER,
                            "--pwfile=" + passwordFile,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--no-instructions"),
                    "");
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    /** In single-user mode: nobody can connect before every password and right is in place. */
    private void layOut(Path target, StoreSecrets secrets) throws IOException {
        String statements =
                """
                CREATE ROLE %1$s LOGIN CREATEROLE PASSWORD '%2$s';
                CREATE ROLE %3$s LOGIN PASSWORD '%4$s';
                CREATE DATABASE %5$s OWNER %1$s;
                REVOKE CONNECT ON DATABASE %5$s FROM PUBLIC;
                REVOKE CONNECT ON DATABASE postgres FROM PUBLIC;
                REVOKE CONNECT ON DATABASE template1 FROM PUBLIC;
                GRANT CONNECT ON DATABASE %5$s TO %3$s;
                """
                        .formatted(OWNER, secrets.owner(), QUERY_LOGIN, secrets.query(), DATABASE);
        run(
                List.of(
                        binaries.program("postgres").toString(),
                        "--single",
                        "-D",
                        target.toString(),
                        "-c",
                        "exit_on_error=on",
                        "-c",
                        "log_statement=none",
                        "-c",
                        "log_min_error_statement=panic",
                        "postgres"),
                statements);
    }

    /** Runs one of the server's programs to its end; what it printed says why it failed. */
    private void run(List<String> command, String input) throws IOException {
        Path output = dataFolder.resolve("logs").resolve("postgres-setup.log");
        Files.createDirectories(output.getParent());
        try {
            Process process =
                    binaries.command(command)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            try (OutputStream stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            }
            if (!process.waitFor(COMMAND_SECONDS_MAX, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(
                        command.getFirst() + " took longer than " + COMMAND_SECONDS_MAX + " s");
            }
            if (process.exitValue() != 0) {
                throw StoreFailure.ofProgram(dataFolder, output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while running " + command.getFirst(), e);
        }
    }
}
