package dev.surveyor.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoIT {

    private static final Pattern DATABASE =
            Pattern.compile("psql postgresql://([^:]+):([^@]+)@(\\S+)");

    @TempDir Path data;

    @Test
    void itLoadsTheShopOnTheNextFreePortSaysWhatToTryAndSurveysIt() throws Exception {
        try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String taken = Integer.toString(holder.getLocalPort());
            try (SurveyorProcess demo =
                    SurveyorProcess.start(
                            Map.of(), "demo", "--port", taken, "--data", data.toString())) {
                demo.awaitLine("Ctrl-C stops everything");
                assertThat(demo.output())
                        .contains("Port " + taken + " is taken, using ")
                        .contains("388,406 rows in 32 tables");
                Matcher database = DATABASE.matcher(demo.output());
                assertThat(database.find()).isTrue();
                try (Connection connection =
                                DriverManager.getConnection(
                                        "jdbc:postgresql://" + database.group(3),
                                        database.group(1),
                                        database.group(2));
                        ResultSet orders =
                                connection
                                        .createStatement()
                                        .executeQuery("SELECT count(*) FROM sales.orders")) {
                    assertThat(orders.next()).isTrue();
                    assertThat(orders.getLong(1)).isEqualTo(40_000);
                }
                demo.awaitLine("The shop is surveyed: edition 1, ");
                assertThat(demo.terminate()).isEqualTo(143);
            }
        }
        try (SurveyorProcess again =
                SurveyorProcess.start(
                        Map.of(),
                        "demo",
                        "--port",
                        "%port%",
                        "--data",
                        data.toString(),
                        "--fresh")) {
            again.awaitLine("Creating the embedded PostgreSQL")
                    .awaitLine("Ctrl-C stops everything");
        }
    }
}
