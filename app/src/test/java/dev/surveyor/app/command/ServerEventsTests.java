package dev.surveyor.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerEventsTests {

    private static List<String> read(String stream) throws IOException {
        List<String> events = new ArrayList<>();
        ServerEvents.read(
                new ByteArrayInputStream(stream.getBytes(StandardCharsets.UTF_8)),
                (id, name, data) -> events.add(id + name + "=" + data));
        return events;
    }

    @Test
    void eventsComeWithTheirNamesWhateverStandsBetweenThem() throws IOException {
        assertThat(
                        read(
                                "id:1\nevent:token\ndata:{\"text\":\"a: b\"}\n\n:still here\n\nevent: rows\ndata: 1\ndata: 2\n\n"))
                .containsExactly("1token={\"text\":\"a: b\"}", "1rows=1\n2");
    }

    @Test
    void anEventThatIsCutOffIsNone() throws IOException {
        assertThat(read("event:token\ndata:1\n\nevent:complete\ndata:2"))
                .containsExactly("token=1");
    }
}
