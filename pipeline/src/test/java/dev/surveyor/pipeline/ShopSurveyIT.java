package dev.surveyor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.catalog.ColumnInsight;
import dev.surveyor.catalog.EditionContent;
import dev.surveyor.catalog.EmbeddedStore;
import dev.surveyor.catalog.Insight;
import dev.surveyor.catalog.Secret;
import dev.surveyor.demo.DemoShop;
import dev.surveyor.demo.LoadedShop;
import dev.surveyor.sources.ProfileRequest;
import dev.surveyor.sources.ProfileRequest.Depth;
import dev.surveyor.sources.SessionLimits;
import dev.surveyor.sources.SourceAddress;
import dev.surveyor.sources.SourceSession;
import dev.surveyor.sources.Sources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a survey makes of the demo shop on a real server. */
class ShopSurveyIT {

    @TempDir static Path folder;

    private static final List<Insight> INSIGHTS = new ArrayList<>();
    private static final Map<String, ColumnInsight> COLUMNS = new TreeMap<>();

    private static String dump = "";

    @BeforeAll
    static void survey() {
        try (EmbeddedStore store = EmbeddedStore.start(folder, 0, step -> {})) {
            store.awaitReady();
            LoadedShop loaded = DemoShop.load(store::administrator, step -> {});
            SourceAddress address =
                    SourceAddress.ofServer(
                            "postgresql",
                            "127.0.0.1",
                            store.port(),
                            loaded.database(),
                            loaded.login(),
                            new Secret(loaded.password()));
            try (SourceSession session = Sources.open(address, SessionLimits.standard())) {
                EditionContent shop =
                        ThrowAwayEdition.of(
                                session,
                                new UUID(0, 1),
                                ProfileRequest.standard(Depth.FULL),
                                (done, total) -> {});
                INSIGHTS.addAll(shop.insights());
                dump = EditionDump.text(shop);
            }
        }
        for (Insight insight : INSIGHTS) {
            insight.columns()
                    .forEach(column -> COLUMNS.put(insight.name() + "." + column.name(), column));
        }
    }

    private static String strategy(String column) {
        ColumnInsight insight = COLUMNS.get(column);
        assertThat(insight).as(column).isNotNull();
        return insight == null ? "" : insight.strategy().strategy().name();
    }

    private static void are(String strategy, String... columns) {
        assertThat(columns)
                .allSatisfy(column -> assertThat(strategy(column)).as(column).isEqualTo(strategy));
    }

    @Test
    void whatHasFewValuesIsCategorical() {
        are(
                "CATEGORICAL",
                "sales.orders.status",
                "sales.orders.channel",
                "sales.payments.method",
                "sales.products.colour",
                "sales.employees.department",
                "sales.customers.segment",
                "sales.returns.reason_code",
                "sales.product_reviews.rating",
                "sales.addresses.city",
                "sales.web_sessions.landing_page",
                "sales.GiftCard.group",
                "legacy.ord_hd.sts",
                "legacy.art_st.wgr_cd",
                "warehouse.purchase_orders.status",
                "warehouse.stock_movements.kind");
    }

    @Test
    void whatThingsAreCalledIsAVector() {
        are(
                "VECTOR",
                "sales.products.name",
                "sales.suppliers.name",
                "sales.web_sessions.campaign",
                "sales.customers.last_name",
                "sales.customers.email",
                "sales.product_reviews.body");
    }

    @Test
    void whatNobodyNamesIsSkipped() {
        are(
                "SKIP",
                "sales.orders.order_id",
                "sales.orders.customer_id",
                "sales.orders.placed_at",
                "sales.orders.total",
                "sales.order_lines.quantity",
                "sales.products.sku",
                "sales.customers.iban",
                "sales.customers.birth_date",
                "sales.customers.fax",
                "sales.web_sessions.client_ip",
                "sales.categories.image");
    }

    /** What the shop's README lists; names and contacts of firms beside them are taken for such. */
    @Test
    void whatIsPersonalIsFoundAndLittleElse() {
        List<String> personal =
                COLUMNS.entrySet().stream()
                        .filter(column -> column.getValue().personal())
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList();
        assertThat(personal)
                .containsExactly(
                        "legacy.t_kndst.eml",
                        "legacy.t_kndst.geb_dt",
                        "legacy.t_kndst.nm1",
                        "legacy.t_kndst.nm2",
                        "legacy.t_kndst.strs",
                        "legacy.t_kndst.tel_nr",
                        "legacy.t_kndst_bak.eml",
                        "legacy.t_kndst_bak.nm1",
                        "sales.GiftCard.Recipient Name",
                        "sales.GiftCard.recipientEmail",
                        "sales.addresses.addressee",
                        "sales.addresses.house_no",
                        "sales.addresses.postal_code",
                        "sales.addresses.street",
                        "sales.customer_overview.display_name",
                        "sales.customers.birth_date",
                        "sales.customers.company_name",
                        "sales.customers.email",
                        "sales.customers.fax",
                        "sales.customers.first_name",
                        "sales.customers.iban",
                        "sales.customers.last_login_ip",
                        "sales.customers.last_name",
                        "sales.customers.notes",
                        "sales.customers.phone",
                        "sales.employees.bank_account",
                        "sales.employees.birth_date",
                        "sales.employees.email",
                        "sales.employees.first_name",
                        "sales.employees.last_name",
                        "sales.employees.phone_ext",
                        "sales.employees.salary",
                        "sales.orders.client_ip",
                        "sales.payments.card_last4",
                        "sales.stores.phone",
                        "sales.suppliers.contact",
                        "sales.web_sessions.client_ip",
                        "warehouse.shipments.signed_by");
    }

    @Test
    void everyReasonIsASentenceOfBoundedLength() {
        assertThat(COLUMNS.values())
                .extracting(column -> column.strategy().reason())
                .allMatch(reason -> reason.endsWith(".") && reason.length() < 300);
    }

    @Test
    void nobodysNameOrAddressIsInTheEdition() {
        assertThat(dump).doesNotContain("@example.").doesNotContainPattern("DE\\d{20}");
    }

    @Test
    void theOrdersDocumentSaysWhatTheyAre() {
        Insight orders =
                INSIGHTS.stream()
                        .filter(insight -> insight.name().name().equals("orders"))
                        .findFirst()
                        .orElseThrow();
        assertThat(orders.document())
                .startsWith(
                        "Table sales.orders of database shop, in words: sales orders\nRows: 40000\n")
                .contains("(says its comment)", "\"shipped\"", "sales.order_lines(order_id) ->")
                .contains("(delivery_address_id) -> sales.addresses(address_id), inferred");
    }
}
