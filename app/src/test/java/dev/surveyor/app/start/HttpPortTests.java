package dev.surveyor.app.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class HttpPortTests {

    @Test
    void aTakenPortIsNamedAndTheNextFreeOneFound() throws IOException {
        try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int taken = holder.getLocalPort();
            assertThatThrownBy(() -> HttpPort.requireFree("127.0.0.1", taken))
                    .isInstanceOf(StartException.class)
                    .hasMessageContaining("Port " + taken + " is taken");
            assertThat(HttpPort.nextFree("127.0.0.1", taken)).isGreaterThan(taken);
        }
    }

    @Test
    void anAddressThatIsNotOursIsNoTakenPort() {
        assertThatThrownBy(() -> HttpPort.requireFree("192.0.2.1", 8080))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("Cannot listen on 192.0.2.1, port 8080")
                .hasMessageContaining("check surveyor.http.address");
    }
}
