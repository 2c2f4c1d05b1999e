package dev.surveyor.bench.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.surveyor.scripted.ScriptedModel;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class DoorTests {

    @Test
    void whatIsBehindItIsThereOnlyWhileItIsOpen() throws IOException, InterruptedException {
        try (ScriptedModel model = ScriptedModel.start();
                Door door = new Door(model.port());
                HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(door.v1Url() + "/x")).build();
            assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(404);
            door.shut();
            assertThatIOException()
                    .isThrownBy(() -> client.send(request, BodyHandlers.discarding()));
            door.open();
            assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(404);
        }
    }
}
