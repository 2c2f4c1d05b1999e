package dev.surveyor.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.surveyor.llm.LlmException.Code;
import dev.surveyor.llm.MayLeave.Where;
import dev.surveyor.llm.wire.HostLookup;
import dev.surveyor.scripted.ScriptedModel;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where text goes, seen from where it would arrive. */
class EgressTests {

    private static final MayLeave NAMED =
            new MayLeave(Where.HOLDERS, Set.of("model.test"), Set.of(Holds.NAMES));

    private final ScriptedModel server = ScriptedModel.start();
    private final List<String> lookedUp = new ArrayList<>();

    @AfterEach
    void close() {
        server.close();
    }

    /**
     * A host whose name says nothing: looked up, it has these addresses, one list after another.
     */
    private TestModel at(List<List<String>> answers) {
        HostLookup lookup =
                host -> {
                    List<String> answer =
                            answers.get(Math.min(lookedUp.size(), answers.size() - 1));
                    lookedUp.add(host);
                    return addresses(answer);
                };
        return new TestModel(
                Map.of(
                        "provider",
                        "ollama",
                        "base-url",
                        "http://model.test:" + server.port(),
                        "retries",
                        0,
                        "connect-timeout",
                        "50ms"),
                lookup);
    }

    private static List<InetAddress> addresses(List<String> texts) throws UnknownHostException {
        List<InetAddress> addresses = new ArrayList<>();
        for (String text : texts) {
            addresses.add(InetAddress.ofLiteral(text));
        }
        return addresses;
    }

    private static void ask(TestModel model, MayLeave mayLeave) {
        model.get().complete(model.request("secret", mayLeave, Holds.NAMES), new Cancellation());
    }

    private static void assertRefused(TestModel model, MayLeave mayLeave) {
        assertThatExceptionOfType(LlmException.class)
                .isThrownBy(() -> ask(model, mayLeave))
                .satisfies(e -> assertThat(e.code()).isEqualTo(Code.NOT_ALLOWED));
    }

    @Test
    void whatIsCheckedIsWhatIsConnectedToAndKeepsItsName() {
        try (TestModel model = at(List.of(List.of("127.0.0.1")))) {
            ask(model, TestModel.ALL_LOCALLY);
        }
        assertThat(server.requests().getFirst().header("Host"))
                .isEqualTo("model.test:" + server.port());
        assertThat(server.requests().getFirst().text()).contains("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "203.0.113.7",
                "2001:db8::7",
                "100.64.0.1",
                "172.32.0.1",
                "11.0.0.1",
                "::ffff:203.0.113.7",
                "169.254.169.254",
                "fe80::1"
            })
    void whatMustStayOnOnesOwnNetworksGoesToNoOtherAddress(String address) {
        try (TestModel model = at(List.of(List.of(address)))) {
            assertRefused(model, TestModel.ALL_LOCALLY);
        }
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void allAddressesOfAHostMustBeOnes() {
        try (TestModel model = at(List.of(List.of("127.0.0.1", "203.0.113.7")))) {
            assertRefused(model, TestModel.ALL_LOCALLY);
        }
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aHostThatHasOtherAddressesAMomentLaterIsRefusedThen() {
        try (TestModel model = at(List.of(List.of("127.0.0.1"), List.of("203.0.113.7")))) {
            assertRefused(model, TestModel.ALL_LOCALLY);
        }
        assertThat(lookedUp).hasSize(2);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aConnectionMadeForTextThatMayGoAnywhereIsNotUsedForOther() {
        try (TestModel model = at(List.of(List.of("127.0.0.1")))) {
            ask(model, NAMED);
            int before = lookedUp.size();
            ask(model, TestModel.ALL_LOCALLY);

            assertThat(lookedUp.size() - before).isEqualTo(2);
        }
    }

    @Test
    void noTextGoesToAMachinesOwnServices() {
        try (TestModel model = at(List.of(List.of("169.254.169.254")))) {
            assertRefused(model, NAMED);
        }
    }

    @Test
    void aModelThatOllamaRunsElsewhereIsNotOnOnesOwnNetworks() {
        try (TestModel model =
                new TestModel(
                        Map.of(
                                "provider",
                                "ollama",
                                "model",
                                "gpt-oss:120b-cloud",
                                "base-url",
                                server.ollamaUrl()))) {
            assertRefused(model, TestModel.ALL_LOCALLY);
            assertRefused(model, NAMED);
            ask(model, new MayLeave(Where.HOLDERS, Set.of("Ollama"), Set.of(Holds.NAMES)));
        }
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "openai, https://api.openai.com/v1, openai",
        "openai, https://llm.example/v1, llm.example",
        "anthropic, https://api.anthropic.com/v1, anthropic",
        "anthropic, https://proxy.example/v1, proxy.example"
    })
    void whoGetsTheTextIsCalledByTheAddressAndNotByTheFormat(
            String provider, String url, String holder) {
        try (TestModel model =
                new TestModel(Map.of("provider", provider, "model", "m", "base-url", url))) {
            assertThat(model.get().name().holder()).isEqualTo(holder);
        }
    }

    @ParameterizedTest
    @CsvSource({"NAMES, VALUES", "NAMES, ROWS", "VALUES, NAMES"})
    void onlyWhatTheOwnerAllowsGoes(Holds allowed, Holds held) {
        MayLeave mayLeave = new MayLeave(Where.LOCAL, Set.of(), Set.of(allowed));
        try (TestModel model = at(List.of(List.of("127.0.0.1")))) {
            assertThatExceptionOfType(LlmException.class)
                    .isThrownBy(() ->
                            model.get()
                                    .complete(
                                            model.request("secret", mayLeave, held),
                                            new Cancellation()))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(Code.NOT_ALLOWED));
        }
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void askingWhetherItIsThereTellsItNothing() {
        try (TestModel model = at(List.of(List.of("127.0.0.1")))) {
            assertThat(model.get().availability().ready()).isTrue();
        }
        assertThat(server.requests()).isEmpty();
    }
}
