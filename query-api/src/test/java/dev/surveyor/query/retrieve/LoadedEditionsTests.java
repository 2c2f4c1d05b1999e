package dev.surveyor.query.retrieve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoadedEditionsTests {

    private final TableSearch search = new TableSearch(new WordEmbedder(), Weights.fitted());
    private final EditionLookup lookup = SampleEdition.school().in(search);
    private final UUID connection = lookup.connection();
    private final AtomicInteger made = new AtomicInteger();

    private EditionLookup make() {
        made.incrementAndGet();
        return lookup;
    }

    @Test
    void anEditionIsMadeOnceForAllWhoAsk() throws Exception {
        LoadedEditions loaded = new LoadedEditions(1L << 20);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<EditionLookup>> asking =
                    IntStream.range(0, 50)
                            .<Callable<EditionLookup>>mapToObj(
                                    i -> () -> loaded.lookup(connection, 1, this::make))
                            .toList();
            threads.invokeAll(asking).forEach(each -> assertThat(each).isNotNull());
        }
        assertThat(made).hasValue(1);
    }

    @Test
    void anOlderEditionGoesWhenANewerOneComes() {
        LoadedEditions loaded = new LoadedEditions(1L << 20);
        loaded.lookup(connection, 1, this::make);
        loaded.lookup(connection, 2, this::make);
        assertThat(loaded.count()).isEqualTo(1);
        assertThat(made).hasValue(2);
    }

    @Test
    void whatWasNotAskedAboutForLongestGoesFirst() {
        LoadedEditions loaded = new LoadedEditions(2 * lookup.bytes());
        UUID second = new UUID(0, 2);
        loaded.lookup(connection, 1, this::make);
        loaded.lookup(second, 1, this::make);
        loaded.lookup(connection, 1, this::make);
        loaded.lookup(new UUID(0, 3), 1, this::make);
        assertThat(loaded.count()).isEqualTo(2);
        loaded.lookup(connection, 1, this::make);
        assertThat(made).hasValue(3);
        loaded.lookup(second, 1, this::make);
        assertThat(made).hasValue(4);
    }

    @Test
    void aFailureIsTriedAgain() {
        LoadedEditions loaded = new LoadedEditions(1L << 20);
        assertThatThrownBy(() ->
                        loaded.lookup(
                                connection,
                                1,
                                () -> {
                                    throw new IllegalStateException("not now");
                                }))
                .hasMessage("not now");
        assertThat(loaded.lookup(connection, 1, this::make)).isSameAs(lookup);
    }
}
