package dev.surveyor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.catalog.Edition;
import dev.surveyor.catalog.Editions;
import dev.surveyor.embeddings.Filter;
import dev.surveyor.embeddings.VectorIndex;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SurveyIT {

    private static NightHouse house;

    @BeforeAll
    static void open() throws IOException {
        house = NightHouse.shared();
    }

    @Test
    void theShopIsSurveyedFromNothingAndThenFoundUnchanged()
            throws IOException, InterruptedException {
        UUID shop = house.connectionToShop("shop");

        Survey first = house.survey(shop, SurveyMode.INCREMENTAL);
        System.out.println(first);

        assertThat(first.state()).as(first.message()).isEqualTo(SurveyState.COMPLETED);
        Edition edition = house.bean(Editions.class).current(shop).orElseThrow();
        assertThat(edition.number()).isEqualTo(1);
        assertThat(edition.tables()).isEqualTo(first.tables().total());
        assertThat(house.bean(Editions.class).points(edition))
                .hasSize(
                        (int)
                                house.bean(VectorIndex.class)
                                        .count(Filter.connections(Set.of(shop.toString()))));

        Survey second = house.survey(shop, SurveyMode.INCREMENTAL);
        System.out.println(second);
        assertThat(second.state()).as(second.message()).isEqualTo(SurveyState.COMPLETED);
        assertThat(house.bean(Editions.class).current(shop).orElseThrow().number()).isEqualTo(1);
    }
}
