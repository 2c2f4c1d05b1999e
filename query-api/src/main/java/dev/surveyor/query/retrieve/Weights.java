package dev.surveyor.query.retrieve;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * How much each feature says: the same for all databases and questions.
 *
 * @param threshold what a table's features have to come to for it to be as likely meant as not
 */
public record Weights(
        Map<ConnectionFeature, Double> connection,
        Map<TableFeature, Double> table,
        double threshold) {

    private static final String FILE = "weights.properties";
    private static final String THRESHOLD = "table.threshold";

    public Weights {
        connection = Map.copyOf(connection);
        table = Map.copyOf(table);
    }

    /** Those that were fitted; {@code eval retrieval --fit} says how. */
    public static Weights fitted() {
        try (Reader file =
                new InputStreamReader(
                        Objects.requireNonNull(Weights.class.getResourceAsStream(FILE), FILE),
                        StandardCharsets.UTF_8)) {
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One line each; a feature without one says nothing. */
    public static Weights read(Reader file) throws IOException {
        Properties lines = new Properties();
        lines.load(file);
        Map<ConnectionFeature, Double> connection = new EnumMap<>(ConnectionFeature.class);
        for (ConnectionFeature feature : ConnectionFeature.values()) {
            connection.put(feature, number(lines, feature.key()));
        }
        Map<TableFeature, Double> table = new EnumMap<>(TableFeature.class);
        for (TableFeature feature : TableFeature.values()) {
            table.put(feature, number(lines, feature.key()));
        }
        return new Weights(connection, table, number(lines, THRESHOLD));
    }

    private static double number(Properties lines, String key) {
        return Double.parseDouble(lines.getProperty(key, "0"));
    }

    /** As {@link #read} reads them. */
    public String lines() {
        StringBuilder lines = new StringBuilder();
        for (ConnectionFeature feature : ConnectionFeature.values()) {
            line(lines, feature.key(), of(feature));
        }
        for (TableFeature feature : TableFeature.values()) {
            line(lines, feature.key(), of(feature));
        }
        line(lines, THRESHOLD, threshold);
        return lines.toString();
    }

    private static void line(StringBuilder lines, String key, double value) {
        lines.append(key)
                .append('=')
                .append(String.format(Locale.ROOT, "%.4f", value))
                .append('\n');
    }

    public double of(ConnectionFeature feature) {
        return connection.getOrDefault(feature, 0.0);
    }

    public double of(TableFeature feature) {
        return table.getOrDefault(feature, 0.0);
    }
}
