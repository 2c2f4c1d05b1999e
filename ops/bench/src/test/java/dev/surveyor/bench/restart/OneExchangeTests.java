package dev.surveyor.bench.restart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.bench.restart.OneExchange.Fate;
import org.junit.jupiter.api.Test;

class OneExchangeTests {

    private static final String STREAM =
            "HTTP/1.1 200 \r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";

    private static Fate fate(String answer) {
        return OneExchange.judge(answer, false).fate();
    }

    @Test
    void aWholeAnswerIsOneBeItAnError() {
        assertThat(fate("HTTP/1.1 200 \r\nContent-Length: 2\r\n\r\n{}")).isEqualTo(Fate.ANSWERED);
        assertThat(fate("HTTP/1.1 500 \r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"))
                .isEqualTo(Fate.ANSWERED);
    }

    @Test
    void whoeverHearsNothingOrHalfOfItIsLost() {
        assertThat(fate("")).isEqualTo(Fate.LOST);
        assertThat(fate("HTTP/1.1 200 \r\nContent-Length: 3\r\n\r\n{}")).isEqualTo(Fate.LOST);
        assertThat(fate("HTTP/1.1 200 \r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n"))
                .isEqualTo(Fate.LOST);
    }

    @Test
    void aStreamHasToComeToItsLastEvent() {
        assertThat(OneExchange.judge(STREAM + "5\r\nevent:sql\r\n0\r\n\r\n", true).fate())
                .isEqualTo(Fate.LOST);
        assertThat(OneExchange.judge(STREAM + "5\r\nevent:error\r\n0\r\n\r\n", true).fate())
                .isEqualTo(Fate.ANSWERED);
    }

    @Test
    void whoIsToldOfTheStopIsTurnedAway() {
        assertThat(fate("HTTP/1.1 503 \r\nContent-Length: 19\r\n\r\n{\"code\":\"stopping\"}"))
                .isEqualTo(Fate.TURNED_AWAY);
    }
}
