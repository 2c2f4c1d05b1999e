package dev.surveyor.pipeline.strategy;

import static dev.surveyor.catalog.Strategy.CATEGORICAL;
import static dev.surveyor.catalog.Strategy.SKIP;
import static dev.surveyor.catalog.Strategy.VECTOR;
import static dev.surveyor.pipeline.Shelf.numbered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.catalog.SemanticType;
import dev.surveyor.catalog.Strategy;
import dev.surveyor.catalog.StrategyVerdict;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableName;
import dev.surveyor.catalog.TypeFamily;
import dev.surveyor.pipeline.Shelf;
import org.junit.jupiter.api.Test;

/** A case or two of real life for each rule. */
class StrategiesTests {

    private static StrategyVerdict last(Shelf shelf) {
        Table table = shelf.table();
        return shelf.insight().columns().get(table.columns().size() - 1).strategy();
    }

    private static void check(Shelf shelf, Strategy strategy, String rule) {
        StrategyVerdict verdict = last(shelf);
        assertThat(verdict.rule()).as(verdict.toString()).isEqualTo(rule);
        assertThat(verdict.strategy()).as(verdict.toString()).isEqualTo(strategy);
        assertThat(verdict.reason()).endsWith(".").hasSizeLessThan(300);
    }

    private static Shelf of(long rows) {
        return Shelf.of("public", "orders", rows);
    }

    private static Shelf text(long rows, String column, String... values) {
        return of(rows).column(column, TypeFamily.TEXT, SemanticType.NONE, values);
    }

    @Test
    void statusWordsAreCategorical() {
        check(text(40_000, "status", "paid", "open"), CATEGORICAL, "few-values");
    }

    @Test
    void aHundredValuesAreFewAndOneMoreIsMany() {
        check(text(900, "landing_page", numbered("page ", 100)), CATEGORICAL, "few-values");
        check(
                of(900).many("campaign", TypeFamily.TEXT, SemanticType.NONE, 101, "spring", "fall"),
                VECTOR,
                "many-texts");
    }

    @Test
    void namesOfThingsAreVectors() {
        check(
                of(900).many("title", TypeFamily.TEXT, SemanticType.NONE, 900, "Tent", "Lamp"),
                VECTOR,
                "naming");
    }

    @Test
    void codesThatSomebodyGaveOutAreSkipped() {
        check(
                of(900).many("sku", TypeFamily.TEXT, SemanticType.CODE, 900, "A-1", "B-2"),
                SKIP,
                "code");
    }

    @Test
    void sentencesAreVectorsEvenInSmallTables() {
        check(
                of(2).column(
                                "remark",
                                TypeFamily.TEXT,
                                SemanticType.FREE_TEXT,
                                "The parcel came late and the box was open when it did, sadly.",
                                "The colour is not the one that I had ordered from your catalogue."),
                VECTOR,
                "prose");
    }

    @Test
    void keysAndPointersThatAreNumbersAreSkipped() {
        check(
                of(9).key("id").column("id", TypeFamily.INTEGER, SemanticType.NONE, "1", "2"),
                SKIP,
                "key");
        check(
                of(9).pointer("customer", new TableName("public", "customers"), "id")
                        .column("customer", TypeFamily.INTEGER, SemanticType.NONE, "1", "2"),
                SKIP,
                "pointer");
    }

    @Test
    void pointersThatAreWordsAreKept() {
        check(
                of(90).pointer("country", new TableName("public", "countries"), "code")
                        .column("country", TypeFamily.TEXT, SemanticType.COUNTRY, "DE", "FR"),
                CATEGORICAL,
                "pointer");
    }

    @Test
    void momentsDigestsAndDocumentsAreSkipped() {
        check(of(9).column("at", TypeFamily.TIMESTAMP, SemanticType.NONE, "x"), SKIP, "moment");
        check(
                of(9).column("day", TypeFamily.TEXT, SemanticType.DATE_IN_TEXT, "20240101"),
                SKIP,
                "moment");
        check(of(9).column("sum", TypeFamily.TEXT, SemanticType.HASH, "ab"), SKIP, "digest");
        check(of(9).column("data", TypeFamily.JSON, SemanticType.JSON, "{}"), SKIP, "structured");
        check(of(9).column("photo", TypeFamily.BINARY, SemanticType.NONE), SKIP, "structured");
    }

    @Test
    void yesAndNoAreCategoricalWhateverTheirType() {
        check(
                of(9).column("active", TypeFamily.BOOLEAN, SemanticType.FLAG, "t", "f"),
                CATEGORICAL,
                "label");
        check(
                of(9).column("deleted", TypeFamily.INTEGER, SemanticType.FLAG, "0", "1"),
                CATEGORICAL,
                "label");
    }

    @Test
    void numbersAreFreeUnlessTheyStandForKinds() {
        check(
                of(9000).column("status", TypeFamily.INTEGER, SemanticType.NONE, "1", "2", "3"),
                CATEGORICAL,
                "number");
        check(
                of(9000).column("quantity", TypeFamily.INTEGER, SemanticType.NONE, "1", "2"),
                SKIP,
                "number");
        check(
                of(9000).column("line_no", TypeFamily.INTEGER, SemanticType.NONE, "1", "2"),
                SKIP,
                "number");
        check(
                of(9000).column("price", TypeFamily.DECIMAL, SemanticType.AMOUNT, "1.50"),
                SKIP,
                "number");
    }

    @Test
    void fewWholeNumbersWithoutAWordForThemLeaveTheRuleUnsure() {
        StrategyVerdict verdict =
                last(of(9000).column("lvl", TypeFamily.INTEGER, SemanticType.NONE, "1", "2"));
        assertThat(Strategies.unsure(verdict)).isTrue();
    }

    @Test
    void yearsAreListed() {
        check(
                of(9000).column("year", TypeFamily.INTEGER, SemanticType.YEAR, "2023", "2024"),
                CATEGORICAL,
                "year");
    }

    @Test
    void linksAreSkippedUnlessFewAreUsedOften() {
        check(
                of(900).many("url", TypeFamily.TEXT, SemanticType.URL, 900, "https://a.example"),
                SKIP,
                "place-on-the-web");
        check(
                of(900).column("page", TypeFamily.TEXT, SemanticType.FILE_PATH, "/a", "/b"),
                CATEGORICAL,
                "place-on-the-web");
    }

    @Test
    void personalColumnsAreNeverListed() {
        check(of(9).personal("email", SemanticType.EMAIL, "a@b.example"), VECTOR, "personal");
        check(of(9).personal("iban", SemanticType.IBAN, "DE00"), SKIP, "personal");
    }

    @Test
    void ofColumnsWithoutValuesOnlyNameAndTypeSpeak() {
        StrategyVerdict named = last(text(0, "name"));
        assertThat(named.strategy()).isEqualTo(VECTOR);
        assertThat(Strategies.unsure(named)).isTrue();
        check(text(500, "fax"), SKIP, "unseen");
        check(of(0).column("weight", TypeFamily.DECIMAL, SemanticType.NONE), SKIP, "unseen");
    }

    @Test
    void columnsWithoutATypeAreJudgedByTheirValues() {
        check(
                of(90).column("state", TypeFamily.OTHER, SemanticType.NONE, "open", "shut"),
                CATEGORICAL,
                "few-values");
        check(
                of(90).column("weight", TypeFamily.OTHER, SemanticType.NONE, "1.5", "2.5"),
                SKIP,
                "number");
    }
}
