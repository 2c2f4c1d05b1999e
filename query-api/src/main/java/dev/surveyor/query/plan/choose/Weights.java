package dev.surveyor.query.plan.choose;

import dev.surveyor.query.plan.read.Head;
import dev.surveyor.query.plan.read.Reader;
import dev.surveyor.query.plan.read.Role;
import dev.surveyor.query.plan.read.SoftMax;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * All that was learnt: how to read, how to rank, how sure to be. One file; nothing of any database
 * is in it.
 */
public record Weights(
        Map<Head, SoftMax> heads,
        Map<Role, SoftMax> roles,
        SoftMax tables,
        Map<String, Double> ranking,
        Curve confidence,
        Curve belonging) {

    private static final String HEADER = "surveyor planner weights 1";
    private static final String RESOURCE = "weights.gz";

    public Weights {
        heads = Map.copyOf(heads);
        roles = Map.copyOf(roles);
        ranking = Map.copyOf(ranking);
    }

    /** Those that come with the program. */
    public static Weights bundled() {
        try (InputStream in =
                Objects.requireNonNull(Weights.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Reader reader() {
        return new Reader(heads, roles, tables);
    }

    public static Weights read(InputStream in) throws IOException {
        Map<Head, SoftMax> heads = new EnumMap<>(Head.class);
        Map<Role, SoftMax> roles = new EnumMap<>(Role.class);
        SoftMax tables = new SoftMax(List.of(), Map.of());
        Map<String, Double> ranking = new LinkedHashMap<>();
        Map<String, Double> confidence = new LinkedHashMap<>();
        Map<String, Double> belonging = new LinkedHashMap<>();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
            if (!HEADER.equals(lines.readLine())) {
                throw new IOException("These are no weights of the planner's.");
            }
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                List<String> parts = List.of(line.split("\t", -1));
                String name = parts.get(1);
                switch (parts.getFirst()) {
                    case "head" -> heads.put(Head.valueOf(name), model(parts, lines));
                    case "role" -> roles.put(Role.valueOf(name), model(parts, lines));
                    case "tables" -> tables = model(parts, lines);
                    case "rank" -> ranking.put(name, Double.valueOf(parts.get(2)));
                    case "belongs" -> belonging.put(name, Double.valueOf(parts.get(2)));
                    case "sure" -> confidence.put(name, Double.valueOf(parts.get(2)));
                    default -> throw new IOException("Unknown kind of weights: " + line);
                }
            }
        }
        return new Weights(
                heads, roles, tables, ranking, new Curve(confidence), new Curve(belonging));
    }

    private static SoftMax model(List<String> parts, BufferedReader lines) throws IOException {
        List<String> labels = parts.subList(3, parts.size());
        int count = Integer.parseInt(parts.get(2));
        Map<String, float[]> weights = HashMap.newHashMap(count);
        for (int i = 0; i < count; i++) {
            List<String> row = List.of(lines.readLine().split("\t", -1));
            float[] values = new float[labels.size()];
            for (int k = 1; k < row.size(); k++) {
                if (!row.get(k).isEmpty()) {
                    values[k - 1] = Float.parseFloat(row.get(k));
                }
            }
            weights.put(row.getFirst(), values);
        }
        return new SoftMax(labels, weights);
    }

    public void write(OutputStream out) throws IOException {
        try (BufferedWriter writer =
                new BufferedWriter(
                        new OutputStreamWriter(
                                new GZIPOutputStream(out), StandardCharsets.UTF_8))) {
            writer.write(HEADER + "\n");
            for (Map.Entry<Head, SoftMax> head : new TreeMap<>(heads).entrySet()) {
                model("head\t" + head.getKey(), head.getValue(), writer);
            }
            for (Map.Entry<Role, SoftMax> role : new TreeMap<>(roles).entrySet()) {
                model("role\t" + role.getKey(), role.getValue(), writer);
            }
            model("tables\tall", tables, writer);
            for (Map.Entry<String, Double> weight : new TreeMap<>(ranking).entrySet()) {
                writer.write("rank\t" + weight.getKey() + "\t" + rounded(weight.getValue()) + "\n");
            }
            curve("sure", confidence, writer);
            curve("belongs", belonging, writer);
        }
    }

    private static void curve(String kind, Curve curve, BufferedWriter writer) throws IOException {
        for (Map.Entry<String, Double> weight : new TreeMap<>(curve.weights()).entrySet()) {
            writer.write(kind + "\t" + weight.getKey() + "\t" + rounded(weight.getValue()) + "\n");
        }
    }

    /** Sums taken in another order differ in their last digits: these say nothing. */
    private static float rounded(double weight) {
        return (float) weight;
    }

    private static void model(String name, SoftMax model, BufferedWriter writer)
            throws IOException {
        Map<String, float[]> rows = new TreeMap<>(model.weights());
        writer.write(name + "\t" + rows.size() + "\t" + String.join("\t", model.labels()) + "\n");
        for (Map.Entry<String, float[]> row : rows.entrySet()) {
            writer.write(row.getKey());
            for (float value : row.getValue()) {
                writer.write('\t');
                if (Math.abs(value) >= 0.005) {
                    writer.write(String.format(Locale.ROOT, "%.2f", value));
                }
            }
            writer.write('\n');
        }
    }
}
