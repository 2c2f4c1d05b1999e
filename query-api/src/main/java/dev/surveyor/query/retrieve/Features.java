package dev.surveyor.query.retrieve;

import dev.surveyor.catalog.TableName;
import java.util.List;

/** What speaks for each connection and table that an asker sees, before it is weighed. */
public final class Features {

    private final List<OfConnection> connections;

    Features(List<OfConnection> connections) {
        this.connections = List.copyOf(connections);
    }

    public List<OfConnection> connections() {
        return connections;
    }

    /** Those of one connection. */
    public static final class OfConnection {

        private final Sight sight;
        private final float[] connection;
        private final float[][] tables;
        private final Evidence evidence;
        private final MeaningEvidence meaning;

        OfConnection(
                Sight sight,
                float[] connection,
                float[][] tables,
                Evidence evidence,
                MeaningEvidence meaning) {
            this.sight = sight;
            this.connection = connection;
            this.tables = tables;
            this.evidence = evidence;
            this.meaning = meaning;
        }

        public Sight sight() {
            return sight;
        }

        public float of(ConnectionFeature feature) {
            return connection[feature.at()];
        }

        public float of(TableFeature feature, int table) {
            return tables[table][feature.at()];
        }

        /** How many tables there are, seen or not. */
        public int tables() {
            return tables.length;
        }

        public TableName table(int number) {
            return sight.lookup().names().table(number);
        }

        public boolean seesTable(int number) {
            return sight.seesTable(number);
        }

        Evidence evidence() {
            return evidence;
        }

        MeaningEvidence meaning() {
            return meaning;
        }
    }
}
