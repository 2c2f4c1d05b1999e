package dev.surveyor.pipeline.web;

import dev.surveyor.access.Caller;
import dev.surveyor.access.Needs;
import dev.surveyor.access.Permission;
import dev.surveyor.catalog.Edition;
import dev.surveyor.catalog.Editions;
import dev.surveyor.connections.Connections;
import dev.surveyor.connections.Right;
import dev.surveyor.pipeline.PipelineException;
import dev.surveyor.pipeline.PipelineException.Code;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Editions as text, to compare them. */
@RestController
@RequestMapping("/api/v1/intelligence/{connectionId}/editions")
class DumpController {

    private final Connections connections;
    private final Editions editions;
    private final SpooledDump dump;

    DumpController(Connections connections, Editions editions, SpooledDump dump) {
        this.connections = connections;
        this.editions = editions;
        this.dump = dump;
    }

    /** All of it as sorted text, without ids and times; for owners, as policies bind others. */
    @GetMapping(path = "/{number}/dump", produces = MediaType.TEXT_PLAIN_VALUE)
    @Needs(Permission.CONNECTIONS_READ)
    void dump(
            @PathVariable UUID connectionId,
            @PathVariable long number,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        connections.require(connectionId, caller, Right.OWNER);
        Edition edition =
                editions.edition(connectionId, number)
                        .orElseThrow(() ->
                                new PipelineException(
                                        Code.EDITION_UNKNOWN,
                                        "This edition is not kept: ask which ones are."));
        dump.send(edition, response);
    }
}
