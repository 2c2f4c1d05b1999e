package dev.surveyor.embeddings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PointMakerTests {

    private static final EmbeddingModel WIDER =
            new EmbeddingModel(SamplePoints.MODEL.id(), 64, 256, "", "");

    private final CountingEmbedder model = new CountingEmbedder();

    private static Passage value(String text) {
        return new Passage(PointKind.VALUE, "s", "city.name", text);
    }

    @Test
    void valuesAreFoundByMeaningOnlyAsFarAsTheBudgetReaches() {
        List<Passage> passages =
                List.of(
                        value("Oslo"),
                        new Passage(PointKind.COLUMN, "s", "city.name", "name of a city"),
                        value("Rome"),
                        value("Lima"));
        List<Point> points = new PointMaker(model).points("c", passages, 2);
        assertThat(points)
                .extracting(Point::text)
                .containsExactly("Oslo", "name of a city", "Rome", "Lima");
        assertThat(points)
                .extracting(point -> point.vector() != null)
                .containsExactly(true, true, true, false);
        assertThat(model.read).doesNotContain("Lima");
    }

    @Test
    void theSameTextOfTheSameSubjectIsTheSamePoint() {
        PointMaker maker = new PointMaker(model);
        List<Point> once = maker.points("c", List.of(value("Oslo")), 1);
        assertThat(maker.points("c", List.of(value("Oslo")), 1)).isEqualTo(once);
        assertThat(maker.points("d", List.of(value("Oslo")), 1)).isNotEqualTo(once);
        assertThat(maker.points("c", List.of(value("Oslo")), 0)).isNotEqualTo(once);
    }

    @Test
    void modelAndDimensionArePartOfAPointsId() {
        assertThat(Point.idOf("c", PointKind.TABLE, "t", "text", SamplePoints.MODEL))
                .isNotEqualTo(Point.idOf("c", PointKind.TABLE, "t", "text", WIDER));
    }
}
